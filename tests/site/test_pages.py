"""Whole sites: what each page shows, and what holds for all of them."""

from __future__ import annotations

import posixpath
import re
from datetime import date
from urllib.parse import unquote

import pytest
from rendered import Site
from site_makers import Tags, page, site, words

from milepost.journal.words import Visibility

JOURNAL = """
    == milepost.yaml ==
    title: Ana’s mileposts
    == content/profile.md ==
    ---
    name: Ana
    theme: {2026: The year of adventure}
    values: [mastery]
    areas: [career, health]
    ---
    I want to build things that last.
    == content/goals/lead.md ==
    ---
    title: Lead a programme
    area: career
    horizon: long
    measurable: goals
    time_bound: 2026-01-01 to 2031-12-31
    ---
    == content/goals/articles.md ==
    ---
    title: Publish six articles
    area: career
    specific: Publish six articles, to be read by people who build platforms
    measurable: 6 articles
    achievable: 4 h a week, confidence 8
    relevant: "[[lead]], value mastery"
    time_bound: 2026-02-02 to 2026-12-31
    milestones:
      - done 2026-11-03 2026-10-30 draft 3
      - 2026-11-27 draft 4 (weight 2)
    obstacles:
      - if it rains, then I write on Tuesday
    changes:
      - date: 2026-06-01
        measurable: 8 articles
        because: the summer was short
    tags: [writing]
    ---
    Because words last. See [[2026-W46#Wins]] and [[nowhere]].
    == content/journal/2026-W45.md ==
    ---
    title: Slow week, and why that was right
    progress: {articles: 2}
    hours: {articles: 3}
    mood: 2
    energy: 2
    ---
    ## Learned
    Slow is smooth.

    ## Plans
    - [ ] Write the draft
    == content/journal/2026-W46.md ==
    ---
    title: A good conversation
    progress: {articles: 1}
    hours: {articles: 5}
    mood: 5
    energy: 4
    ---
    We spoke about [[articles|the articles]].

    ## Wins
    - The draft is out
    == content/journal/2026-W47.md ==
    ---
    title: Booked the exam
    ---
    A quiet week.
    == content/journal/2026-11-19.md ==
    ---
    title: A day by the sea
    ---
    ## Wins
    Salt.
    == content/reviews/2026-10.md ==
    ---
    title: A month of rain
    ---
    It rained, as [[articles]] knows.
    == content/pages/about.md ==
    ---
    title: About this journal
    tags: [writing]
    ---
    ![The site](site.jpg) and [the plan](../plan.pdf).
"""
ASSETS = {
    "content/pages/site.jpg": b"jpeg",
    "content/plan.pdf": b"pdf",
    "static/unused.png": b"nobody names me",
}


@pytest.fixture(scope="module")
def made() -> Site:
    """The site of the journal above, as its owner sees it."""
    return site(JOURNAL, assets=ASSETS)


def html_pages(made: Site) -> dict[str, str]:
    return {name: data.decode() for name, data in made.pages.items() if name.endswith(".html")}


def test_every_row_of_the_map_has_its_page(made: Site) -> None:
    for address in (
        *("", "goals/", "goals/articles/", "road/", "journal/", "journal/2026-W47/", "reviews/"),
        *("2026/", "2026/Q4/", "2026/11/", "tags/", "tags/writing/", "areas/", "areas/career/"),
        *("about/", "vision/", "findings/", "search/"),
    ):
        assert page(made, address)
    assert {"404.html", "feed.xml", "goals.json", ".nojekyll", "style.css", "icon.svg"} <= set(
        made.pages
    )


def test_every_link_lives_and_is_relative(made: Site) -> None:
    pages = html_pages(made)
    ids = {name: set(Tags(html).ids) for name, html in pages.items()}
    for name, html in pages.items():
        if name == "404.html":
            continue
        tags = Tags(html)
        for href in (*tags.links, *tags.files):
            path, _, anchor = unquote(href).partition("#")
            assert not path.startswith("/")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
            target = target if path else name
            assert target in made.pages, f"{name} links to {href}"
            if anchor and target in ids:
                assert anchor in ids[target], f"{name} links to {href}"


def test_every_page_stands_well_formed_by_itself(made: Site) -> None:
    for name, html in html_pages(made).items():
        tags = Tags(html)
        assert html.startswith("<!doctype html>"), name
        assert len(set(tags.ids)) == len(tags.ids), name
        assert tags.headings.count(1) == 1, name
        steps = zip(tags.headings, tags.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (name, tags.headings)
        assert not {name for name in tags.attributes if name == "style" or name.startswith("on")}
        assert 'http-equiv="Content-Security-Policy"' in html
        assert "_main" in tags.ids
        assert '<meta name="description"' in html
        assert "None" not in words(html), name


def test_the_page_of_the_lost_links_from_the_root() -> None:
    lost = page(site(JOURNAL, url="https://ana.example/journal/"), "404.html")
    assert 'href="/journal/style.css"' in lost
    assert 'href="/journal/goals/"' in lost


def test_the_dashboard_says_what_needs_you(made: Site) -> None:
    said = words(page(made, ""))
    assert "Sunday 22 November 2026 · week 47" in said
    assert "The year of adventure" in said
    assert "next: 27 Nov, draft 4" in said
    assert "If it rains, then I write on Tuesday." in said
    assert "Built 22 Nov 2026 from 2 goals and 4 entries · private build" in said


def test_a_goals_page_tells_its_whole_story(made: Site) -> None:
    said = words(page(made, "goals/articles/"))
    for part in (
        "to be read by people who build platforms",
        "6 articles",
        "4 h a week, confidence 8 of 10",
        "Serves Lead a programme",
        "draft 3 planned for 30 Oct",
        "The summer was short.",
        "In the journal 2",
        "A good conversation",
        "Linked from",
        "A month of rain",
        "and nowhere.",
    ):
        assert part in said, part


def test_a_link_to_a_heading_opens_it(made: Site) -> None:
    assert 'href="../../journal/2026-W46/index.html#wins"' in page(made, "goals/articles/")


def test_all_notes_of_a_week_stand_on_its_page_with_anchors_of_their_own(made: Site) -> None:
    html = page(made, "journal/2026-W47/")
    assert 'id="_2026-w47"' in html
    assert 'id="_2026-11-19"' in html
    assert 'id="2026-11-19.wins"' in html
    assert "Booked the exam" in words(html)
    assert "A day by the sea" in words(html)


def test_a_week_shows_what_moved_and_what_was_planned_before(made: Site) -> None:
    said = words(page(made, "journal/2026-W46/"))
    assert "+1 article" in said
    assert "3 of 6" in said
    assert "What was planned" in said
    assert "Write the draft" in said
    assert "← Week 45 of 2026" in said
    assert "Week 47 of 2026 →" in said


def test_a_period_writes_its_own_numbers(made: Site) -> None:
    said = words(page(made, "2026/11/"))
    for part in (
        "Weeks written 3 of 3",
        "Milestones reached 1",
        "Hours 8 of 12",
        "+3 articles",
        "Best week",
        "A good conversation",
        "Hardest week",
        "Slow week, and why that was right",
        "The draft is out",
        "Slow is smooth.",
    ):
        assert part in said, part


def test_a_written_review_opens_its_period(made: Site) -> None:
    said = words(page(made, "2026/10/"))
    assert "A month of rain" in said
    assert "It rained, as Publish six articles knows." in said
    assert "Weeks written 0 Milestones" in said
    assert "It rained" not in words(page(made, "2026/Q4/"))


def test_files_are_written_when_a_visible_page_names_them(made: Site) -> None:
    assert made.pages["media/pages/site.jpg"] == b"jpeg"
    assert made.pages["media/plan.pdf"] == b"pdf"
    assert '<img src="../media/pages/site.jpg" alt="The site"' in page(made, "about/")
    assert not [name for name in made.pages if "unused" in name]


def test_only_the_files_that_are_named_are_read() -> None:
    class Watched(dict[str, bytes]):
        read: set[str] = set()  # noqa: RUF012

        def __getitem__(self, name: str) -> bytes:
            self.read.add(name)
            return super().__getitem__(name)

    assets = Watched(ASSETS)
    site(JOURNAL, assets=assets)
    assert assets.read == {"content/pages/site.jpg", "content/plan.pdf"}


def test_findings_are_for_the_owner_alone(made: Site) -> None:
    said = words(page(made, "findings/"))
    assert "nowhere" in said
    assert "content/goals/articles.md" in said
    open_ = site(
        JOURNAL.replace("title: Ana’s", "visibility: public\n    title: Ana’s"),
        audience=Visibility.PUBLIC,
    )
    assert "findings/index.html" not in open_.pages
    assert not [name for name, data in open_.pages.items() if b"findings/" in data]


def test_each_audience_is_told_in_the_footer() -> None:
    shared = JOURNAL.replace("title: Ana’s", "visibility: shared\n    title: Ana’s")
    assert "made for supporters" in words(page(site(shared, audience=Visibility.SHARED), ""))
    public = page(site(shared, audience=Visibility.PUBLIC), "")
    assert "private build" not in public
    assert "from 0 goals and 0 entries" in words(public)


def test_nothing_private_is_in_any_byte_of_a_public_site() -> None:
    text = """
    == milepost.yaml ==
    title: Open site
    == content/goals/open.md ==
    ---
    title: Open goal
    measurable: 24 books
    time_bound: 2026-01-05 to 2026-12-31
    relevant: "[[canary-goal]]"
    visibility: public
    ---
    Words. [[canary-goal]] [[2026-W46]]

    ::: private
    canarypassage ![x](canary.jpg)
    :::
    == content/goals/canary-goal.md ==
    ---
    title: canarytitle
    area: canaryarea
    tags: [canarytag]
    ---
    == content/journal/2026-W46.md ==
    ---
    title: canaryentry
    progress: {open: {value: 3, note: canarynote}}
    tags: [canarylabel]
    ---
    == content/profile.md ==
    ---
    name: canaryname
    values: [canaryvalue]
    ---
    """
    made = site(text, audience=Visibility.PUBLIC, assets={"content/goals/canary.jpg": b"canary"})
    everything = b"\n".join([*made.pages.values(), *(name.encode() for name in made.pages)])
    assert b"canary" not in everything
    assert b"2026-W46" not in everything
    assert '"actual": 3' in made.pages["goals.json"].decode()


def test_the_same_journal_gives_the_same_bytes() -> None:
    assert site(JOURNAL, assets=ASSETS).pages == site(JOURNAL, assets=ASSETS).pages


def test_an_empty_journal_is_an_invitation() -> None:
    made = site("== milepost.yaml ==\n")
    said = words(page(made, ""))
    assert "Begin here" in said
    assert "milepost new goal" in said
    assert "No goal yet" in words(page(made, "goals/"))
    assert "Nothing is written yet" in words(page(made, "journal/"))
    assert "Nothing to mend" in words(page(made, "findings/"))


@pytest.mark.parametrize(
    ("audience", "robots", "indexed"),
    [
        (Visibility.PRIVATE, "", False),
        (Visibility.PRIVATE, "index", False),
        (Visibility.SHARED, "", False),
        (Visibility.SHARED, "noindex", False),
        (Visibility.SHARED, "index", True),
        (Visibility.PUBLIC, "", True),
        (Visibility.PUBLIC, "index", True),
        (Visibility.PUBLIC, "noindex", False),
        (Visibility.PUBLIC, "no-index", False),
    ],
)
def test_only_what_is_for_everybody_is_offered_to_search_engines(
    audience: Visibility, robots: str, indexed: bool
) -> None:
    """Each page for supporters asks them to stay away, and so does the page of the lost.

    The settings may say otherwise, but for a build for the owner.
    """
    tag = '<meta name="robots" content="noindex">'
    setting = f"== milepost.yaml ==\nrobots: {robots}\n" if robots else ""
    made = site(
        f"{JOURNAL}{setting}", audience=audience, url="https://ana.example/", assets=ASSETS
    ).pages
    pages = {name: data.decode() for name, data in made.items() if name.endswith(".html")}
    assert pages
    for name, text in pages.items():
        assert (tag in text) is (not indexed or name == "404.html"), name
    assert ('rel="canonical"' in pages["index.html"]) is (audience is Visibility.PUBLIC)
    assert ("robots.txt" in made) is not indexed


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("", True),
        ("https://ana.example", True),
        ("https://ana.example/", True),
        ("https://ana.example/journal/", False),
    ],
)
def test_robots_are_told_at_the_root_of_a_host(url: str, written: bool) -> None:
    made = site(JOURNAL, audience=Visibility.SHARED, url=url, assets=ASSETS).pages
    told = made.get("robots.txt", b"")
    assert told == (b"User-agent: *\nDisallow: /\n" if written else b"")


@pytest.mark.parametrize("audience", Visibility)
def test_the_site_holds_a_picture_without_what_it_tells(audience: Visibility) -> None:
    """In every build, the owner's too: a folder is soon given away."""
    text = """
    == content/journal/2026-W46.md ==
    ---
    visibility: public
    ---
    ![The boat](boat.jpg)
    """
    note, light = b"\xff\xfe\0\x08canary", b"\xff\xda\0\2light\xff\xd9"
    picture = {"content/journal/boat.jpg": b"\xff\xd8" + note + light}
    made = site(text, audience=audience, assets=picture)
    assert made.pages["media/journal/boat.jpg"] == b"\xff\xd8" + light


def test_others_are_not_told_what_to_write() -> None:
    said = words(page(site("== milepost.yaml ==\n", audience=Visibility.PUBLIC), ""))
    assert "Nothing is shown here yet." in said
    assert "Begin here" not in said
    assert "milepost new" not in said


def test_one_goal_and_no_entry_is_worth_looking_at() -> None:
    made = site("""
        == content/goals/read.md ==
        ---
        title: Read 24 books
        measurable: 24 books
        time_bound: 2026-11-16 to 2027-11-15
        ---
        """)
    said = words(page(made, ""))
    assert "Your goal is set. It ends in 12 months." in said
    assert "progress: {read: 1}" in said
    assert "0.47 books a week gets there" in said


def test_missing_is_quiet() -> None:
    made = site("""
        == content/goals/kind.md ==
        ---
        title: Be kinder
        ---
        """)
    said = words(page(made, "goals/kind/"))
    assert "No number to count this goal by yet" in said
    assert "%" not in said


def test_a_right_to_left_journal_says_so() -> None:
    made = site("""
        == milepost.yaml ==
        language: ar
        title: أهدافي
        == content/goals/قراءة.md ==
        ---
        title: قراءة
        tags: [كتب]
        ---
        """)
    assert '<html lang="ar" dir="rtl">' in page(made, "")
    assert "goals/%D9%82%D8%B1%D8%A7%D8%A1%D8%A9/index.html" in page(made, "")
    assert "قراءة" in page(made, "tags/كتب/")


def test_a_build_for_a_past_day_is_of_that_day() -> None:
    said = words(page(site(JOURNAL, date(2026, 11, 8)), ""))
    assert "Sunday 8 November 2026" in said
    assert "A good conversation" not in said


@pytest.mark.parametrize("about", ["about", "About", "about.md"])
def test_the_menu_of_the_settings_is_the_menu(about: str) -> None:
    text = JOURNAL.replace("title: Ana’s", f"menu: [goals, {about}, search]\n    title: Ana’s")
    nav = re.search(r"<nav aria-label=\"Main\">.*?</nav>", page(site(text), "about/"), re.DOTALL)
    assert nav
    assert words(nav[0]) == "Goals About this journal Search"
    assert 'href="../about/index.html" aria-current="page"' in nav[0]
