"""From which day on the dashboard says a thing: a day on either side, in whole small journals."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from site_makers import page, site, words

from milepost.journal.values import Week

SUNDAY = date(2026, 11, 22)


def journal(*goals: str, entries: tuple[str, ...] = ("2026-W46", "2026-W47")) -> str:
    """The text of a journal of goals, with entries of some weeks."""
    files = [f"== content/goals/goal-{number}.md ==\n{text}" for number, text in enumerate(goals)]
    files += [f"== content/journal/{week}.md ==\nA week." for week in entries]
    return "\n".join(files)


def goal(title: str, due: date, done: int, day: date = SUNDAY) -> str:
    """A goal of ten walks that began half a year ago, and how many of them are done."""
    start, read = day - timedelta(days=180), day - timedelta(days=1)
    return (
        f"---\ntitle: {title}\nmeasurable: 10 walks\ntime_bound: {start} to {due}\n"
        f"readings: [{start + timedelta(days=1)} +0, {read} ={done}]\n---"
    )


def dashboard(text: str, day: date = SUNDAY) -> str:
    """What the dashboard says."""
    return words(page(site(text, day), ""))


def lead(text: str, day: date = SUNDAY) -> str:
    """The sentences with which the dashboard opens."""
    html = page(site(text, day), "")
    return words(html.partition('class="lead"')[2].partition("</p>")[0])


@pytest.mark.parametrize(("days", "said"), [(0, True), (14, True), (15, False)])
def test_a_goal_is_due_soon_for_two_weeks(days: int, said: bool) -> None:
    """Half of its milestones are reached and none is late, so nothing else calls."""
    due = SUNDAY + timedelta(days=days)
    text = journal(
        f"---\ntitle: Walk\ntime_bound: 2026-06-01 to {due}\n"
        "milestones: [{title: Boots, done: 2026-10-01}, The walk]\n---"
    )
    assert ("Due soon" in dashboard(text)) is said


@pytest.mark.parametrize(("days", "said"), [(45, True), (46, False)])
def test_beside_the_most_urgent_goal_one_is_named_that_ends_in_six_weeks(
    days: int, said: bool
) -> None:
    late = goal("Climb", SUNDAY + timedelta(days=90), 0)
    other = goal("Walk", SUNDAY + timedelta(days=days), 9)
    opening = lead(journal(late, other))
    assert "Climb" in opening
    assert ("Walk" in opening) is said


@pytest.mark.parametrize(("weeks", "said"), [(2, False), (3, True)])
def test_after_three_weeks_without_an_entry_one_is_welcomed_back(weeks: int, said: bool) -> None:
    now = Week.of(SUNDAY)
    text = journal(
        goal("Walk", date(2027, 6, 30), 5), entries=(str(now), str(now.plus(-1 - weeks)))
    )
    assert ("Welcome back" in lead(text)) is said


@pytest.mark.parametrize(("ago", "said"), [(0, True), (1, True), (2, False)])
def test_the_welcome_is_for_this_week_and_the_last(ago: int, said: bool) -> None:
    last = Week.of(SUNDAY).plus(-ago)
    text = journal(goal("Walk", date(2027, 6, 30), 5), entries=(str(last), str(last.plus(-9))))
    assert ("Welcome back" in lead(text)) is said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 17), ""),
        (date(2026, 12, 18), "are left of 2026"),
        (date(2026, 12, 30), "are left of 2026"),
        (date(2026, 12, 31), "the last day of 2026"),
        (date(2027, 1, 1), "2027 has begun"),
        (date(2027, 1, 7), "2027 has begun"),
        (date(2027, 1, 8), ""),
    ],
)
def test_the_turn_of_the_year_has_two_weeks_before_it_and_one_after(day: date, said: str) -> None:
    this = Week.of(day)
    text = journal(goal("Walk", date(2027, 6, 30), 5, day), entries=(str(this.plus(-1)), str(this)))
    opening = lead(text, day)
    assert said in opening
    assert any(word in opening for word in ("left of", "last day", "begun")) is bool(said)


@pytest.mark.parametrize(("day", "said"), [(date(2026, 11, 22), False), (date(2026, 11, 23), True)])
def test_from_monday_on_the_week_before_is_missed(day: date, said: bool) -> None:
    text = journal(goal("Walk", date(2027, 6, 30), 5), entries=("2026-W44", "2026-W45", "2026-W46"))
    assert ("Write how it went" in dashboard(text, day)) is said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 9, 30), False),
        (date(2026, 10, 1), True),
        (date(2026, 10, 14), True),
        (date(2026, 10, 15), False),
    ],
)
def test_a_review_is_asked_for_in_the_two_weeks_after_its_quarter(day: date, said: bool) -> None:
    text = journal(goal("Walk", date(2027, 6, 30), 5, day))
    with_review = f"{text}\n== content/reviews/2026-Q2.md ==\nA quarter."
    assert ("Review quarter 3" in dashboard(with_review, day)) is said
    assert "Review quarter 3" not in dashboard(text, day)
