"""Records on the site: a page for each family, one for each file, and lines where they help."""

from __future__ import annotations

from datetime import date

from site_makers import page, site, words
from written import TODAY, read

from milepost.journal.records import gathered
from milepost.journal.words import Visibility
from milepost.progress.records import Finish, Records

JOURNAL = """\
== milepost.yaml ==
visibility: public
== content/goals/talks.md ==
---
measurable: 24 talks
time_bound: 2026-01-05 to 2026-12-20
---
# Give talks
== content/journal/2026-W45.md ==
# One

## Learning
- course: Speaking, 2 h, 30 EUR; [[talks]]

## Feedback
- Jana: speak slower; plan: one slide, one breath; thanked
== content/journal/2026-W46.md ==
# Two

## Learning
- course: Speaking, 3 h, 30 EUR; done

## People
- Tom (coach): the talk in March; next 2026-12-10
== content/log/jana.md ==
---
kind: mentor
met: [2026-03-02, 2026-06-01]
next: 2026-12-01
goals: [talks]
---
Who she is to me.
== content/log/2026-02-26-first-aid.md ==
---
kind: certificate
title: First aid
expires: 2027-01-26
visibility: public
---
"""
MADE = site(JOURNAL)


def test_lines_of_one_course_are_one_and_add_up() -> None:
    """Its hours, its money, and where it was finished."""
    told = words(page(MADE, "learning/"))
    assert told.count("Speaking") == 1
    assert "Hours: 5 h" in told
    assert "Money: €60" in told
    assert "Finished: yes" in told


def test_a_thing_of_several_lines_counts_once_and_its_money_adds_up_in_any_spelling() -> None:
    """`30 EUR` and `30 €` are of one currency; two evenings of a course are one course."""
    told = words(page(site(JOURNAL.replace("3 h, 30 EUR", "3 h, 30 €")), "learning/"))
    assert "In 2026 2 " in told
    assert "Money €60 " in told
    assert "Money: €60" in told


def test_a_month_tells_things_as_the_family_does() -> None:
    """Two evenings of a course are one line there, too, with the hours of that month."""
    told = words(page(MADE, "2026/11/"))
    assert told.count("Speaking") == 1


def test_an_entry_that_begins_with_a_record_is_called_by_its_week() -> None:
    """Beside the record the same words would stand twice, or those of another one."""
    told = words(page(site(JOURNAL.replace("# Two\n", "")), "people/"))
    assert "Tom coach Week 46" in told
    assert "Speaking" not in told


def test_what_comes_up_is_on_top() -> None:
    """A certificate that runs out, a person to be met."""
    assert "Coming up 26 Jan 2027 First aid" in words(page(MADE, "learning/"))
    people = words(page(MADE, "people/"))
    assert people.index("1 Dec Jana") < people.index("10 Dec Tom")


def test_what_comes_up_and_everybody_are_told_apart() -> None:
    """People stand under no year, and so under their own name."""
    assert "in 3 weeks People 2 Week 46 Tom" in words(page(MADE, "people/"))


def test_a_day_that_has_passed_says_so() -> None:
    """Under what comes up it stays until it is met, and is told from the days to come."""
    made = site(JOURNAL.replace("next 2026-12-10", "next 2026-11-18"))
    assert "18 Nov Tom was due 4 days ago" in words(page(made, "people/"))


def test_an_event_that_is_booked_comes_up() -> None:
    """On its day, and no more when that is here."""
    text = "== milepost.yaml ==\ntitle: A\n== content/log/{}-talks.md ==\n---\nkind: event\n---\n"
    assert "Coming up 5 Dec Talks" in words(page(site(text.format("2026-12-05")), "learning/"))
    for day in ("2026-11-22", "2027-03-05"):
        assert "Coming up" not in words(page(site(text.format(day)), "learning/"))


def test_a_file_has_a_page_with_its_words() -> None:
    """And the family leads to it."""
    told = words(page(MADE, "log/jana/"))
    assert "Who she is to me." in told
    assert "2 times" in told
    assert 'href="../log/jana/index.html"' in page(MADE, "people/")


def test_a_goal_and_a_period_show_their_records() -> None:
    """With a link to the entry."""
    assert "Speaking" in words(page(MADE, "goals/talks/"))
    month = words(page(MADE, "2026/11/"))
    for title in ("Speaking", "speak slower", "Tom"):
        assert title in month
    assert "First aid" in words(page(MADE, "2026/"))


def test_the_page_of_all_invites_its_owner_to_the_others() -> None:
    """Only those are shown to others of which there are records."""
    told = words(page(MADE, "practice/"))
    assert "## Setbacks" in told
    shown = site(JOURNAL, audience=Visibility.PUBLIC)
    assert "Setbacks" not in words(page(shown, "practice/"))
    assert "log/jana/index.html" not in shown.pages
    assert "Jana" in words(page(shown, "feedback/"))


def test_without_records_there_is_an_invitation_for_the_owner_alone() -> None:
    """It is not in the menu, and no part of a build for others."""
    bare = "== content/goals/talks.md ==\n# Talks\n"
    made = site(bare)
    assert "## Wins" in words(page(made, "practice/"))
    assert page(made, "").count("practice/") == 1
    assert page(site(JOURNAL), "").count("practice/") == 1
    others = site("== milepost.yaml ==\nvisibility: public\n" + bare, audience=Visibility.PUBLIC)
    assert "practice/index.html" not in others.pages


def test_a_page_of_the_same_name_gives_way() -> None:
    """A page of one's own called `wins` gets another address, which is told."""
    made = site(
        JOURNAL.replace("## Feedback", "## Wins\n- A\n\n## Feedback")
        + "== content/pages/wins.md ==\n# Mine\n"
    )
    assert "Mine" in words(page(made, "wins-2/"))
    assert [one.code for one in made.findings if one.place.path.endswith("wins.md")] == ["F901"]


def test_what_the_running_week_says_counts_from_its_first_day() -> None:
    """A week belongs to the year of its Thursday, and is there before it."""
    text = """\
== content/journal/2026-W47.md ==
## Learning
- course: Speaking, 2 h
"""
    for day in (date(2026, 11, 16), date(2026, 11, 18), date(2026, 11, 22)):
        told = words(page(site(text, day=day), "learning/"))
        assert "In 2026 1" in told
        assert "Hours 2 h" in told


HIDDEN = """\
== content/goals/talks.md ==
---
visibility: private
---
# Give talks
== content/log/jonas.md ==
---
kind: peer
---
== content/log/jana.md ==
---
kind: mentor
---
== content/journal/2026-W45.md ==
---
visibility: public
---
## Learning
- course: Speaking, 2 h; [[talks]]; 30 EUR
## People
- [[jonas]]: the plan
- [[jana]]: the talk
== content/journal/2026-W46.md ==
---
visibility: public
---
# Two
## Learning
- course: Speaking, [[talks]], 3 h
"""


def test_others_count_the_same_things_where_a_goal_is_hidden() -> None:
    """A link of which they see no name parts nothing that is one, and joins nobody to another."""
    for audience in (Visibility.PRIVATE, Visibility.PUBLIC):
        made = site(HIDDEN, audience=audience)
        told = words(page(made, "learning/"))
        assert "In 2026 1" in told
        assert "Hours: 5 h" in told
        assert "…" not in told
        assert "People 2 Met in 2026 2" in words(page(made, "people/"))


def test_an_entry_that_begins_with_a_record_that_links_is_called_by_its_week() -> None:
    lines = "## Learning\n- course: **Risk** for [[talks]], 2 h; [[talks]]\n- A book\n"
    made = site(
        f"== content/goals/talks.md ==\n# Give talks\n== content/journal/2026-W45.md ==\n{lines}"
    )
    assert words(page(made, "learning/")).count("Week 45") == 4
    assert "course: Risk" not in words(page(made, "learning/"))


def test_a_course_is_finished_on_the_day_that_says_so() -> None:
    """Whatever other lines and files of it say; and the document of achievements says the same."""
    text = """
== content/log/2026-03-12-risk.md ==
---
kind: certificate
title: Risk
expires: 2029-03-31
---
== content/journal/2026-W10.md ==
## Learning
- course: Risk, 2 h; done
== content/journal/2026-W40.md ==
## Learning
- course: Risk, 2 h; done 2026-10-02
"""
    assert "Finished: 2 Oct" in words(page(site(text), "learning/"))
    (thread,) = Records(gathered(read(text).journal)).threads["learning"]
    assert thread.finished(TODAY) == Finish(date(2026, 10, 2))
    unsaid = text.replace(" 2026-10-02", "").replace("; done", "")
    (thread,) = Records(gathered(read(unsaid).journal)).threads["learning"]
    assert thread.finished(TODAY) == Finish(date(2026, 3, 12))
