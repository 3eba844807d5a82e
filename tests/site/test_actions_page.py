"""The page of actions, and actions on the pages of weeks and goals."""

from __future__ import annotations

import re
from datetime import date

import pytest
from site_makers import page, site, words

from milepost.journal.words import Visibility

PLANS = """
    == content/goals/earn-pmp.md ==
    # Earn the PMP certification
    - [ ] Read the handbook
    == content/journal/2026-W46.md ==
    - [x] Sort the notes
    - [ ] Ring the notary by 2026-11-13 !important
    == content/journal/2026-W47.md ==
    ## Plans
    - [ ] Ring the notary by 2026-11-20 !important
    - [ ] Book the room by 2026-11-22 #earn-pmp 30 min
    - [ ] Pack by 2026-11-23
    - [ ] Move by 2026-11-29
    - [ ] Paint by 2026-11-30
    - [ ] Rest
    - [ ] Send the papers by 2026-11-27 @Imke
"""


def section(html: str, name: str) -> str:
    """The words of a section by the anchor of its heading."""
    found = re.search(rf'<section[^>]*aria-labelledby="_{name}">(.*?)</section>', html, re.DOTALL)
    return words(found[1]) if found else ""


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("overdue", ["Ring the notary"]),
        ("this_week", ["Book the room"]),
        ("next_week", ["Pack", "Move", "Rest"]),
        ("later", ["Paint", "Read the handbook"]),
    ],
)
def test_the_board_is_by_day(name: str, listed: list[str]) -> None:
    made = section(page(site(PLANS), "actions/"), name)
    every = "Ring the notary|Book the room|Pack|Move|Rest|Paint|Read the handbook|Send"
    assert re.findall(every, made) == listed


def test_a_line_says_all_that_is_known() -> None:
    made = section(page(site(PLANS), "actions/"), "overdue")
    assert made == (
        "Overdue 1 Ring the notary 20 Nov 2 days overdue · important · carried over once · Week 47"
    )
    made = section(page(site(PLANS), "actions/"), "this_week")
    assert "22 Nov at most 30 min · Earn the PMP certification · Week 47" in made


def test_what_others_do_waits_by_person_and_is_in_no_other_list() -> None:
    made = page(site(PLANS), "actions/")
    assert section(made, "waiting") == (
        "Waiting for others Imke 1 Send the papers 27 Nov with Imke · Week 47"
    )
    assert words(made).count("Send the papers") == 1


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("first", "Ring the notary 20 Nov"),
        ("plan_it", "–"),
        ("quickly", "Book the room 22 Nov Pack 23 Nov Move 29 Nov"),
        ("drop_it", "Paint 30 Nov Rest Read the handbook"),
    ],
)
def test_urgent_by_important(name: str, listed: str) -> None:
    made = section(page(site(PLANS), "actions/"), name)
    assert made.endswith(listed), made


def test_without_a_day_or_a_rank_there_is_no_matrix() -> None:
    made = page(site("== content/journal/2026-W47.md ==\n- [ ] Rest\n- [ ] Ask @Imke"), "actions/")
    assert "_matrix" not in made


def test_planned_and_done_as_a_picture_and_a_table() -> None:
    made = page(site(PLANS), "actions/")
    assert 'aria-label="1 of 3 actions done in 12 weeks."' in made
    assert "Week Planned Done Carried over week 36 of 2026 0 0 0" in words(made)
    assert "week 46 of 2026 1 1 0 week 47 of 2026 2 0 0" in words(made)


def test_long_lists_are_bounded() -> None:
    lines = "\n".join(f"- [ ] Thing {n}" for n in range(145))
    made = section(
        page(site(f"== content/journal/2026-W47.md ==\n{lines}"), "actions/"), "next_week"
    )
    assert made.startswith("Next week 145 Thing 0")
    assert made.endswith("and 120 more")
    assert made.count("Thing") == 25
    lines = "\n".join(f"- [ ] Thing {n}" for n in range(25))
    made = section(
        page(site(f"== content/journal/2026-W47.md ==\n{lines}"), "actions/"), "next_week"
    )
    assert "more" not in made


def test_people_beyond_the_twelfth_stand_together() -> None:
    def people(count: int) -> str:
        names = [f"P{chr(97 + n)}" for n in range(count)]
        lines = "\n".join(f"- [ ] Thing @{name}" for name in names)
        made = site(f"== content/journal/2026-W47.md ==\n{lines}")
        return section(page(made, "actions/"), "waiting")

    assert "Others" not in people(12).removeprefix("Waiting for others")
    assert "Others 1" in people(13)


def test_there_is_a_page_as_soon_as_something_is_open() -> None:
    plain = "== content/journal/2026-W47.md ==\n"
    assert "actions/index.html" not in site(f"{plain}- [x] Rest").pages
    assert "actions/index.html" in site(f"{plain}- [ ] Rest").pages


def test_a_menu_may_name_it_and_it_then_tells_how_to_begin() -> None:
    text = "== milepost.yaml ==\nmenu: [goals, actions]\n== content/journal/2026-W47.md ==\nWords."
    made = site(text)
    assert made.findings == ()
    assert "- [ ] Book the room by 2026-11-29\n- [ ] Ring the notary !important" in page(
        made, "actions/"
    )
    assert '<a href="../actions/index.html" aria-current="page">Actions</a>' in page(
        made, "actions/"
    )


@pytest.mark.parametrize(
    ("name", "address", "begins"),
    [
        ("skills", "skills/", "skills: [negotiation 2]\nrequires: [negotiation 4]"),
        ("budget", "budget/", "achievable: 3 h a week, 300 EUR\nhours: {earn-pmp: 2}"),
        ("learning", "learning/", "## Learning\n\n- course: Its title, 12 h, 300 EUR"),
        ("declined", "said-no/", "## Said no"),
        ("Said-No", "said-no/", "## Said no"),
    ],
)
def test_so_it_is_with_each_page_of_which_there_may_be_nothing_yet(
    name: str, address: str, begins: str
) -> None:
    """For the owner; others have no such page, and their menu leaves it out."""
    text = "== milepost.yaml ==\nvisibility: public\n{}== content/journal/2026-W47.md ==\nWords."
    made = site(text.format(f"menu: [goals, {name}]\n"))
    assert made.findings == ()
    assert begins in page(made, address)
    assert page(made, address).count('aria-current="page"') == 1
    for other in (
        site(text.format("")),
        site(text.format(f"menu: [goals, {name}]\n"), audience=Visibility.PUBLIC),
    ):
        assert f"{address}index.html" not in other.pages
        assert address not in page(other, "")


def test_a_page_of_the_authors_own_is_what_the_menu_means() -> None:
    text = "== milepost.yaml ==\nmenu: [wins, Skills.md]\n"
    own = (f"== content/pages/{name}.md ==\nMine.\n" for name in ("wins", "skills"))
    made = site(text + "".join(own))
    assert made.findings == ()
    assert "Mine." in page(made, "wins/")
    assert "Mine." in page(made, "skills/")
    assert not [name for name in made.pages if name.startswith(("wins-", "skills-"))]


def test_a_page_of_the_authors_own_keeps_its_address() -> None:
    own = "== content/pages/actions.md ==\n# What I did\n"
    made = site(f"{own}== content/journal/2026-W47.md ==\n- [ ] Rest")
    assert made.findings == ()
    assert "What I did" in page(made, "actions/")
    assert "1 action is open" in page(made, "actions-2/")


def test_the_page_of_a_week_shows_signs_in_words() -> None:
    made = page(site(PLANS), "journal/2026-W47/")
    assert (
        'Book the room #earn-pmp <span class="mute">by 22 Nov 2026 · at most 30\u202fmin</span>'
        in made
    )
    assert "!important" not in made
    assert 'Ring the notary <span class="mute">by 20 Nov 2026 · important</span>' in made


def test_words_and_links_on_the_page_of_a_week_stay_as_they_are() -> None:
    made = page(
        site("""
            == content/goals/earn-pmp.md ==
            # Earn it
            == content/journal/2026-W47.md ==
            - [ ] Read **all** of `by 2026-12-01` in [[earn-pmp]], by 2026-12-01 @Imke
            - [ ] Mail <b@example.org> by Friday
            - [x] Paint [due:: 2026-11-20] **!important**
        """),
        "journal/2026-W47/",
    )
    assert "Read <strong>all</strong> of <code>by 2026-12-01</code> in <a href" in made
    assert 'Earn it</a> <span class="mute">by 1 Dec 2026 · with Imke</span>' in made
    assert "by Friday</li>" in made
    assert 'Paint <span class="mute">by 20 Nov 2026 · important</span>' in made


def test_a_name_cannot_bring_html_along() -> None:
    text = "== content/journal/2026-W47.md ==\n- [ ] Send it @[[<b>x</b>]] due 2026-12-01"
    made = site(text)
    assert "<b>x" not in page(made, "journal/2026-W47/") + page(made, "actions/")


def test_the_page_of_a_goal_lists_what_stands_elsewhere() -> None:
    made = page(site(PLANS), "goals/earn-pmp/")
    assert section(made, "actions") == "Actions Book the room 22 Nov at most 30 min · Week 47"
    assert made.count("Read the handbook") == 1


def test_the_week_leads_to_the_page() -> None:
    text = f"{PLANS}\n    == content/journal/2026-W48.md ==\n    Words."
    made = page(site(text, date(2026, 11, 29)), "journal/2026-W48/")
    assert '<a href="../../actions/index.html">All actions</a>' in made


def test_in_german() -> None:
    text = f"    == milepost.yaml ==\n    language: de\n{PLANS}"
    made = words(page(site(text), "actions/"))
    assert "Überfällig 1 Ring the notary 20. Nov. 2 Tage überfällig · wichtig" in made
    assert "Wichtig, nicht dringend" in made


def test_strangers_see_only_what_is_for_them() -> None:
    text = """
        == content/journal/2026-W46.md ==
        - [ ] Ring the notary by 2026-11-13 @Imke
        == content/journal/2026-W47.md ==
        ---
        visibility: public
        ---
        - [ ] Book the room by 2026-11-22
    """
    made = words(page(site(text, audience=Visibility.PUBLIC), "actions/"))
    assert "1 action is open" in made
    assert "Overdue" not in made
    assert "Imke" not in made
