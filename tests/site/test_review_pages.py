"""Decisions and what went together, on the pages of goals and periods."""

from __future__ import annotations

from datetime import date

from site_makers import page, site, words

from milepost.journal.words import Visibility

JOURNAL = """\
== milepost.yaml ==
visibility: public
== content/goals/run.md ==
---
title: Run 300 km
measurable: 300 km
time_bound: 2026-01-05 to 2026-12-31
status: paused since 2026-11-02 because my knee
changes:
  - {date: 2026-09-15, measurable: 400 km, because: the heat}
  - {date: 2026-11-02, status: active}
---
== content/goals/swim.md ==
---
title: Swim
visibility: shared
---
== content/goals/diet.md ==
---
title: Eat less
visibility: private
---
== content/reviews/2026-Q3.md ==
---
title: The hot quarter
decisions:
  swim: {is: replace, by: run, because: "the *river* is dry, see [[run]]"}
  diet: drop because qzdiet
---
## Decisions

- **change** [[run]]: three hundred will do
== content/reviews/2026-10.md ==
## Decisions

- pause [[run]]: the knee
- keep diet: it is quiet
== content/journal/2026-W40.md ==
---
mood: 3
energy: 4
---
A week.
"""
MADE = site(JOURNAL)


def test_the_change_log_of_a_goal_has_its_decisions() -> None:
    """By day among the changes, with the review that decided, and why."""
    html = page(MADE, "goals/run/")
    told = words(html)
    order = ["2 Nov", "31 Oct Decided: pause ( October 2026 ) The knee.", "30 Sep", "15 Sep"]
    at = [told.index(part, told.index("Changes")) for part in order]
    assert at == sorted(at)
    assert "Decided: change ( Q3 2026 ) Three hundred will do." in told
    assert 'href="../../2026/10/index.html"' in html


def test_a_successor_and_marks_of_a_reason_are_shown() -> None:
    html = page(MADE, "goals/swim/")
    assert "Decided: replace → Run 300 km ( Q3 2026 )" in words(html)
    assert "<em>river</em>" in html


def test_a_period_lists_what_was_decided_and_what_came_of_it() -> None:
    """What the text says already is not said again."""
    told = words(page(MADE, "2026/Q3/"))
    listed = told[told.index("Decided, and what came of it") :]
    assert "Run 300 km : change ; changed on 15 Sep" in listed
    assert "Swim : replace → Run 300 km ; its file does not say so yet The river is dry" in listed
    assert told.count("hree hundred will do") == 1
    assert "paused since 2 Nov" in words(page(MADE, "2026/10/"))


def test_decisions_of_hidden_goals_are_for_nobody() -> None:
    """Neither on the page of the period nor anywhere else; the words in the text stay."""
    for audience, sees_swim in ((Visibility.SHARED, True), (Visibility.PUBLIC, False)):
        made = site(JOURNAL, audience=audience)
        every = "\n".join(data.decode(errors="replace") for data in made.pages.values())
        assert "qzdiet" not in every
        assert "diet" not in every
        assert ("Swim" in every) is sees_swim
        assert ("is dry" in every) is sees_swim
        assert "it is quiet" in words(page(made, "2026/10/"))


def weekly(count: int, *, follow: bool = True) -> str:
    """So many weeks of 2026 in which energy follows mood, or does not."""
    return "\n".join(
        f"== content/journal/2026-W{n:02d}.md ==\n---\nmood: {n * 3 % 5 + 1}\n"
        f"energy: {n * 3 % 5 + 1 if follow else n // 5 % 5 + 1}\n---\nA week."
        for n in range(1, count + 1)
    )


def test_the_year_says_what_went_together() -> None:
    told = words(page(site(weekly(30)), "2026/"))
    assert "Mood · Energy : went together over 30 weeks (ρ 1.00)" in told
    assert "1 pair was looked at. That two numbers go together does not say why." in told


def test_the_year_says_that_nothing_did_or_that_it_cannot_tell() -> None:
    none = words(page(site(weekly(25, follow=False)), "2026/"))
    assert "Nothing went together beyond chance: 1 pair was looked at." in none
    few = words(page(site(weekly(11)), "2026/"))
    assert "Not enough weeks: 12 are needed in which two numbers are both written." in few


def test_a_quarter_says_it_where_it_has_the_weeks_and_a_month_never() -> None:
    made = site(weekly(30))
    assert "went together over 13 weeks" in words(page(made, "2026/Q2/"))
    assert "went together" not in words(page(made, "2026/Q3/"))
    assert "Not enough weeks" not in words(page(made, "2026/Q3/"))
    assert "went together" not in words(page(made, "2026/05/"))


def test_where_there_are_no_two_numbers_nothing_is_said() -> None:
    made = site("== content/journal/2026-W20.md ==\n---\nmood: 3\n---\nA week.\n")
    assert "together" not in words(page(made, "2026/"))


def test_a_year_of_many_records_stays_readable() -> None:
    """The latest of each family, and a link to all; one fewer is shown whole."""
    for count, more in ((24, False), (200, True)):
        lines = "\n".join(f"- Win number {n}" for n in range(count))
        made = site(
            f"== content/journal/2026-W20.md ==\n# A week\n\n## Wins\n\n{lines}\n",
            date(2026, 11, 22),
        )
        html = page(made, "2026/")
        listed = html[html.index('<h2 id="_group1">') :].partition("</section>")[0]
        assert listed.count("Win number") == 24
        assert ("Win number 0 " in listed) is not more
        assert f"Win number {count - 1}" in listed
        assert (f"All {count}" in words(listed)) is more
        assert 'href="../wins/index.html"' in listed
