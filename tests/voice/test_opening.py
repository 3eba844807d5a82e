"""The dashboard's first sentences and what it asks for, in every state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from milepost.journal.model import Entry, Goal, Journal, Review
from milepost.journal.values import Measure, Milestone, Obstacle, Week, Window
from milepost.journal.words import Horizon, Kind
from milepost.progress.reasons import Pace
from milepost.progress.report import Report
from milepost.progress.values import Forecast, Standing, Status
from milepost.voice.needs import needs
from milepost.voice.opening import STATES, opening
from milepost.voice.voice import Voice

SUNDAY = date(2026, 11, 22)
ENGLISH = Voice("en")
TITLES = ("Run a half marathon", "Publish six articles", "Pass the exam", "Save 4000 EUR")


def goal(
    number: int,
    status: Status,
    *,
    due: date | None = date(2027, 6, 30),
    wanted: float | None = None,
    step: Milestone | None = None,
    measure: bool = True,
    horizon: Horizon | None = None,
    plan: Obstacle | None = None,
    doubted: bool = False,
    ahead: int | None = None,
) -> Standing:
    """A goal as it stands, with what a test needs of it."""
    made = Goal(
        id=f"goal-{number}",
        title=TITLES[number % len(TITLES)],
        measurable=Measure(Kind.COUNT, 0, 6, "articles") if measure else None,
        time_bound=Window(date(2026, 1, 1), due),
        horizon=horizon,
        obstacles=(plan,) if plan else (),
    )
    return Standing(
        goal=made,
        day=SUNDAY,
        kind=Kind.COUNT,
        status=status,
        reason=Pace(),
        actual=3,
        start=date(2026, 1, 1),
        due=due,
        from_=0,
        to=6,
        unit="articles",
        needed_this_week=wanted,
        next_milestone=step,
        doubted=doubted,
        confidence=9,
        forecast=Forecast(0.4, 1, 2, 3, None, None, None, ()) if doubted else None,
        ahead_days=ahead,
    )


def report(
    goals: Sequence[Standing] = (),
    *,
    day: date = SUNDAY,
    weeks: Sequence[int] = (0, 1, 2, 3),
    reviews: tuple[Review, ...] = (),
) -> Report:
    """A report with entries so many weeks before its day."""
    this = Week.of(day)
    entries = tuple(
        Entry(path=f"{week}.md", week=week, day=week.sunday)
        for week in (this.plus(-ago) for ago in sorted(weeks, reverse=True))
    )
    journal = Journal(goals=tuple(g.goal for g in goals), entries=entries, reviews=reviews)
    return Report(day=day, journal=journal, standings={g.goal.id: g for g in goals})


def lead(made: Report) -> str:
    return opening(ENGLISH, made).lead


ON, AHEAD, RISK, OFF = Status.ON_TRACK, Status.AHEAD, Status.AT_RISK, Status.OFF_TRACK

TABLE: tuple[tuple[str, Report, str], ...] = (
    (
        "first day",
        report(weeks=()),
        "This is where your goals will stand. Write the first one: what you want, a number to "
        "count it by, and a day.",
    ),
    (
        "no goal",
        report(weeks=(0,)),
        "One week is written and no goal is set yet. One goal, with a number and a day, is a "
        "beginning.",
    ),
    (
        "all closed",
        report([goal(0, Status.ACHIEVED), goal(1, Status.MISSED), goal(2, Status.DROPPED)]),
        "All three goals are closed. One of them was achieved. What comes next is yours to choose.",
    ),
    (
        "on pause",
        report([goal(0, Status.PAUSED), goal(1, Status.PAUSED)]),
        "Both goals are on pause. They keep until you come back to them.",
    ),
    (
        "nothing active",
        report([goal(0, Status.SOMEDAY)]),
        "No goal is active; one goal waits for its day.",
    ),
    (
        "no entry",
        report([goal(0, Status.TOO_EARLY)], weeks=()),
        "Your goal is set. It ends in 7 months. The first entry is ten minutes away.",
    ),
    (
        "first week",
        report([goal(0, Status.TOO_EARLY), goal(1, Status.TOO_EARLY)], weeks=(0,)),
        "The first week is written and two goals are under way. A few more weeks, and the numbers "
        "begin to say something.",
    ),
    (
        "too early",
        report([goal(0, Status.TOO_EARLY), goal(1, Status.TOO_EARLY, due=None)]),
        "Both goals are too young to be judged. The next date is 30 Jun 2027: the end of “Run a "
        "half marathon”.",
    ),
    (
        "not heard of",
        report([goal(0, Status.NO_DATA)]),
        "“Run a half marathon” has not been heard of lately. One number brings it back.",
    ),
    (
        "all well",
        report([goal(0, ON), goal(1, AHEAD), goal(2, ON, due=None), goal(3, ON, due=None)]),
        "All four goals are where they should be. The next date is 30 Jun 2027: the end of "
        "“Publish six articles”.",
    ),
    (
        "none well",
        report([goal(0, OFF, wanted=1.4), goal(1, RISK), goal(2, OFF, wanted=1)]),
        "None of three goals is where it should be yet; one step begins. “Run a half marathon” "
        "needs 1.4 articles this week.",
    ),
    (
        "some well",
        report([goal(0, ON), goal(1, RISK, wanted=1), goal(2, AHEAD, due=date(2026, 12, 27))]),
        "Two of three goals are where they should be. “Publish six articles” needs 1 article this "
        "week; “Pass the exam” ends in 5 weeks.",
    ),
)


@pytest.mark.parametrize(("state", "made", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_each_state_has_its_words(state: str, made: Report, expected: str) -> None:
    said = opening(ENGLISH, made)
    assert said.state == state
    assert said.lead.replace("\u202f", " ") == expected


def test_the_table_has_every_state() -> None:
    assert [row[0] for row in TABLE] == [state.name for state in STATES]


def test_one_goal_is_not_all_goals() -> None:
    assert lead(report([goal(0, ON, due=None)])) == "Your goal is where it should be."
    assert lead(report([goal(0, OFF)])).startswith("“Run a half marathon” is not where it should")
    assert lead(report([goal(0, OFF), goal(1, OFF)])).startswith("Neither of your two goals")


def test_one_closed_goal_is_not_all_and_two_are_both() -> None:
    missed, met = goal(0, Status.MISSED), goal(1, Status.ACHIEVED)
    chosen = "What comes next is yours to choose."
    assert lead(report([missed])) == f"Your one goal is closed. {chosen}"
    assert lead(report([met])) == f"Your one goal is closed. It was achieved. {chosen}"
    assert lead(report([missed, met])) == (
        f"Both goals are closed. One of them was achieved. {chosen}"
    )


def test_one_young_goal_is_not_both() -> None:
    young = lead(report([goal(0, Status.TOO_EARLY)], weeks=(0, 1, 2)))
    assert young.startswith("Your goal is too young to be judged.")


def test_a_goal_without_number_and_day_is_told_what_it_lacks() -> None:
    bare = goal(0, Status.NO_DATA, due=None, measure=False)
    assert lead(report([bare])) == (
        "“Run a half marathon” has neither a number nor a day yet. With one of each, this page can "
        "say how far along it is."
    )


def test_the_vision_is_not_counted_among_the_goals() -> None:
    made = report([goal(0, ON, due=None), goal(1, OFF, horizon=Horizon.VISION)])
    assert lead(made) == "Your goal is where it should be."


def test_goals_left_out_of_the_count_are_named() -> None:
    made = report([goal(0, ON, due=None), goal(1, Status.TOO_EARLY, due=None), goal(2, RISK)])
    assert lead(made).startswith(
        "One of two goals is where it should be; one is too young to judge."
    )


def test_who_comes_back_is_welcome() -> None:
    made = report([goal(0, ON, due=None)], weeks=(0, 6, 7, 8))
    assert lead(made).startswith("Welcome back, after five weeks without an entry.")
    assert not [need for need in needs(ENGLISH, made) if not need.goal]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 31), "This is the last day of 2026."),
        (date(2026, 12, 22), "Ten days are left of 2026."),
        (date(2027, 1, 2), "2027 has begun."),
        (date(2026, 7, 2), "Your goal is where it should be."),
    ],
)
def test_the_turn_of_the_year_is_mentioned(day: date, expected: str) -> None:
    assert lead(report([goal(0, ON, due=None)], day=day)).startswith(expected)


def test_an_overdue_goal_is_to_be_closed_or_moved() -> None:
    late = goal(0, Status.OVERDUE, due=date(2026, 10, 31))
    assert "was due on 31 Oct: close it, or give it a new date." in lead(report([late]))


def test_a_long_title_is_cut_between_words() -> None:
    made = goal(0, OFF)
    long = Goal(
        id="long",
        title="Write and publish the long history of the twelve stone bridges of the river",
        measurable=made.goal.measurable,
    )
    said = lead(report([replace(made, goal=long, due=None)]))
    assert said.startswith("“Write and publish the long history of the…” is not")


def test_needs_come_by_urgency() -> None:
    made = report(
        [
            goal(0, RISK),
            goal(1, OFF, ahead=-3),
            goal(2, Status.OVERDUE),
            goal(3, Status.NO_DATA),
            goal(4, OFF, ahead=-40),
            goal(5, ON),
        ]
    )
    order = [need.goal for need in needs(ENGLISH, made)]
    assert order == ["goal-2", "goal-4", "goal-1", "goal-0", "goal-3"]


def test_a_need_says_why_with_the_plan_for_the_obstacle_and_what_is_next() -> None:
    step = Milestone("draft 4", date(2026, 11, 27))
    plan = Obstacle("if it rains", "then treadmill on Tuesday")
    (need,) = needs(ENGLISH, report([goal(1, RISK, step=step, plan=plan)]))
    assert (
        need.why.replace("\u202f", " ")
        == "3 of 6 articles with 31 weeks left. If it rains, then treadmill on Tuesday."
    )
    assert need.next == "27 Nov, draft 4"
    assert need.chip.word == "At risk"


def test_a_near_due_date_and_a_question_are_needs_of_goals_that_do_well() -> None:
    made = report([goal(0, ON, due=SUNDAY + timedelta(days=9)), goal(1, ON, doubted=True)])
    assert [(n.chip.word, n.why.replace("\u202f", " ")) for n in needs(ENGLISH, made)] == [
        ("Due soon", "3 of 6 articles."),
        (
            "A question",
            "You gave it 9 out of 10, the readings say 40 %: what do you know that they do not?",
        ),
    ]


def test_missed_weeks_are_one_line() -> None:
    made = report([goal(0, ON)], weeks=(4, 5))
    (need,) = needs(ENGLISH, made)
    assert need.why == "The last entry is of week 43. One entry for 3 weeks is enough to come back."


def test_last_weeks_entry_is_soon_enough() -> None:
    assert not needs(ENGLISH, report([goal(0, ON)], weeks=(1, 2)))


def test_only_who_writes_reviews_is_asked_for_one() -> None:
    old = Review(path="r.md", period="2026-Q2")
    day = date(2026, 10, 5)
    asked = needs(ENGLISH, report([goal(0, ON)], day=day, reviews=(old,)))
    assert [need.title for need in asked] == ["Review quarter 3 of 2026"]
    assert not needs(ENGLISH, report([goal(0, ON)], day=day))
    done = Review(path="s.md", period="2026-Q3")
    assert not needs(ENGLISH, report([goal(0, ON)], day=day, reviews=(old, done)))
