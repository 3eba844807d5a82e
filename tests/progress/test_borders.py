"""Each border that the manual or a docstring promises, a case on either side, in whole journals."""

from __future__ import annotations

from datetime import date

import pytest
from written import report, stands

from milepost.journal.words import Period
from milepost.progress.reasons import Starts
from milepost.progress.values import Mark, Standing, Status

ON, RISK, OFF = Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK
EARLY, SILENT = Status.TOO_EARLY, Status.NO_DATA


def goal(**keys: object) -> str:
    """The text of a goal of which only these keys are written."""
    lines = "\n".join(f"{key}: {value}" for key, value in keys.items())
    return f"---\ntitle: A goal\n{lines}\n---\n"


def status(text: str, *days: str) -> list[Status]:
    """The word for the goal on each of these days."""
    return [stands(text, day).status for day in days]


# When it is too early, and when nothing has been heard.


def test_a_goal_starts_yesterday_today_and_tomorrow() -> None:
    text = goal(measurable="70 pages", time_bound="2026-03-02 to 2026-05-10")
    found = [stands(text, day) for day in ("2026-03-01", "2026-03-02", "2026-03-03")]
    assert [one.status for one in found] == [EARLY, EARLY, EARLY]
    assert [one.expected for one in found] == [None, 0, pytest.approx(70 / 69)]
    assert [isinstance(one.reason, Starts) for one in found] == [True, False, False]


def test_a_habit_starts_today_and_tomorrow() -> None:
    text = goal(measurable="3 runs a week", time_bound="2026-03-02 to 2026-05-10")
    assert stands(text, "2026-03-01").rhythm is None
    first = stands(text, "2026-03-02").rhythm
    assert first is not None
    assert [one.mark for one in first.periods] == [Mark.UNKNOWN]


def test_a_goal_without_a_rate_is_judged_from_its_first_day() -> None:
    text = goal(measurable="yes or no", time_bound="2026-03-02 to 2026-05-10")
    assert status(text, "2026-03-01", "2026-03-02") == [EARLY, ON]


def test_it_is_too_early_for_two_weeks() -> None:
    text = goal(
        measurable="6 articles", time_bound="2026-01-05 to 2026-05-31", readings="[2026-01-12 +1]"
    )
    assert status(text, "2026-01-18", "2026-01-19") == [EARLY, ON]


def test_it_is_too_early_for_a_tenth_of_a_long_window() -> None:
    text = goal(
        measurable="24 books", time_bound="2026-01-01 to 2026-12-31", readings="[2026-01-30 +4]"
    )
    assert [one is EARLY for one in status(text, "2026-02-05", "2026-02-06")] == [True, False]


def test_a_goal_without_an_end_is_too_early_for_two_weeks() -> None:
    text = goal(measurable="24 books", time_bound="{start: 2026-01-05}", readings="[2026-01-12 +1]")
    assert status(text, "2026-01-18", "2026-01-19") == [EARLY, ON]


def test_after_three_weeks_without_a_word_there_is_no_data() -> None:
    text = goal(
        measurable="6 articles", time_bound="2026-01-05 to 2026-12-31", readings="[2026-03-01 +2]"
    )
    assert [one is SILENT for one in status(text, "2026-03-22", "2026-03-23")] == [False, True]


def test_of_a_monthly_habit_three_months_without_a_word() -> None:
    text = goal(
        measurable="1 talk a month", time_bound="2026-01-01 to 2026-12-31",
        readings="[2026-03-03 +1]",
    )  # fmt: skip
    assert [one is SILENT for one in status(text, "2026-06-01", "2026-06-02")] == [False, True]


def test_a_start_counts_as_a_word() -> None:
    text = goal(measurable="6 articles", time_bound="2026-03-01 to 2026-06-30")
    assert [one is SILENT for one in status(text, "2026-03-22", "2026-03-23")] == [False, True]


def test_days_off_are_no_silence() -> None:
    text = goal(
        measurable="6 articles", time_bound="2026-01-05 to 2026-12-31", readings="[2026-03-01 +2]",
        breaks="[2026-03-09 to 2026-03-15]",
    )  # fmt: skip
    assert [one is SILENT for one in status(text, "2026-03-29", "2026-03-30")] == [False, True]


# The last days.


def test_a_goal_is_overdue_from_the_day_after_its_due_date() -> None:
    text = goal(
        measurable="6 articles", time_bound="2026-01-05 to 2026-06-30", readings="[2026-06-28 +5]"
    )
    found = status(text, "2026-06-30", "2026-07-01")
    assert [one is Status.OVERDUE for one in found] == [False, True]


def test_a_target_is_met_when_it_is_met_in_full() -> None:
    def with_reading(value: str) -> Status:
        return stands(
            goal(
                measurable="100 km",
                time_bound="2026-01-05 to 2026-06-30",
                readings=f"[2026-06-28 +{value}]",
            ),
            "2026-06-29",
        ).status

    assert with_reading("100") is Status.ACHIEVED
    assert with_reading("99.99") is not Status.ACHIEVED


@pytest.mark.parametrize(("share", "word"), [(3, Status.ACHIEVED), (2, Status.MISSED)])
def test_a_habit_that_is_over_was_kept_in_three_of_four(share: int, word: Status) -> None:
    weeks = "\n".join(f"  - 2026-01-{11 + 7 * index} +3" for index in range(share))
    text = goal(
        measurable="3 runs a week",
        time_bound="2026-01-05 to 2026-02-01",
        readings=f"\n{weeks}",
    )
    assert stands(text, "2026-02-01").status.living
    assert stands(text, "2026-02-02").status is word


def test_nothing_done_is_a_risk_from_two_weeks_before_the_end() -> None:
    text = goal(time_bound="2026-10-01 to 2026-12-31", milestones="[Everything]")
    assert status(text, "2026-12-16", "2026-12-17") == [ON, RISK]


def test_something_done_is_no_risk_then() -> None:
    text = goal(
        time_bound="2026-01-01 to 2026-12-31",
        milestones="[{title: First, done: 2026-11-01}, Second]",
    )
    assert status(text, "2026-12-17", "2026-12-31") == [ON, ON]


# Milestones.

ROAD = goal(
    time_bound="2026-01-01 to 2026-12-31",
    milestones="[{title: Outline, due: 2026-02-01, done: 2026-02-01}, 2026-05-12 Draft]",
)


def test_a_milestone_is_late_from_the_day_after_it_was_due() -> None:
    assert status(ROAD, "2026-05-12", "2026-05-13") == [ON, RISK]


def test_late_by_more_than_a_quarter_of_its_own_span_is_off_track() -> None:
    """A hundred days lie between the outline and the draft."""
    assert status(ROAD, "2026-06-06", "2026-06-07") == [RISK, OFF]


def test_where_the_span_is_unknown_it_is_four_weeks() -> None:
    """No day lies between the two, so it cannot be told how long the second should take."""
    text = goal(
        time_bound="2026-01-01 to 2026-12-31", milestones="[2026-05-12 Draft, 2026-05-12 Title]"
    )
    assert status(text, "2026-05-19", "2026-05-20") == [RISK, OFF]


def test_a_milestone_is_due_and_reached_on_its_own_day() -> None:
    text = goal(
        time_bound="2026-01-01 to 2026-12-31",
        milestones="[{title: Half, due: 2026-05-12, done: 2026-05-10, weight: 3}, 2026-08-01 Rest]",
    )
    found = [stands(text, f"2026-05-{day:02}") for day in (9, 10, 11, 12)]
    assert [one.progress for one in found] == [0, 0.75, 0.75, 0.75]
    assert [one.expected_progress for one in found] == [0, 0, 0, 0.75]


# The first and the last day of a week.

RUNS = """
---
title: Run
measurable: 3 runs a week
time_bound: 2026-01-05 to 2026-12-31
readings: [2026-01-11 +3, 2026-01-12 +1]
---
"""


def marks(found: Standing) -> list[str]:
    assert found.rhythm is not None
    return [one.mark.value for one in found.rhythm.periods]


def test_sunday_ends_a_week_and_monday_begins_the_next() -> None:
    assert marks(stands(RUNS, "2026-01-18")) == ["done", "unknown"]
    assert marks(stands(RUNS, "2026-01-19")) == ["done", "miss", "unknown"]


def test_a_weekly_entry_is_known_from_its_monday_and_not_on_the_sunday_before() -> None:
    text = """
    == content/goals/run.md ==
    ---
    title: Run
    measurable: 30 runs
    time_bound: 2026-01-05 to 2026-12-31
    ---
    == content/journal/2026-W08.md ==
    ---
    progress: {run: 4}
    hours: {run: 2}
    confidence: {run: 7}
    ---
    """
    before, after = stands(text, "2026-02-15", "run"), stands(text, "2026-02-16", "run")
    assert (before.actual, before.confidence) == (None, None)
    assert (after.actual, after.confidence) == (4, 7)
    assert [week.spent for week in after.hours if week.spent] == [2]


@pytest.mark.parametrize(
    ("per", "first", "last"),
    [
        (Period.DAY, "2026-05-13", "2026-05-13"),
        (Period.WEEK, "2026-05-11", "2026-05-17"),
        (Period.MONTH, "2026-05-01", "2026-05-31"),
        (Period.QUARTER, "2026-04-01", "2026-06-30"),
        (Period.YEAR, "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(per: Period, first: str, last: str) -> None:
    text = goal(measurable=f"1 walk a {per.value}", time_bound="2024-11-20 to 2027-02-28")
    rhythm = stands(text, "2026-05-13").rhythm
    assert rhythm is not None
    now = rhythm.periods[-1]
    assert (now.start.isoformat(), now.end.isoformat()) == (first, last)
    assert rhythm.periods[-2].end.toordinal() == now.start.toordinal() - 1


# Habits, limits, ranges.


RAN = {"x": 3, "p": 2, "o": 0}


def runner(weeks: str, more: str = "") -> str:
    """A runner's journal: `x` for a week with three runs, `p` for two, `o` for none."""
    entries = "\n".join(
        f"== content/journal/2026-W{week:02}.md ==\n---\nprogress: {{run: {RAN[sign]}}}\n---"
        for week, sign in enumerate(weeks, 2)
    )
    return (
        "== content/goals/run.md ==\n---\ntitle: Run\nmeasurable: 3 runs a week\n"
        f"time_bound: {{start: 2026-01-05}}\n{more}---\n{entries}"
    )


def run_of(weeks: str) -> Standing:
    """How the runner stands on the Monday after these weeks."""
    monday = date.fromisocalendar(2026, len(weeks) + 2, 1)
    return stands(runner(weeks), monday.isoformat(), "run")


@pytest.mark.parametrize(
    ("weeks", "word"),
    [
        ("x", EARLY),
        ("xx", ON),
        ("xxxo", ON),
        ("xxoo", RISK),
        ("xooo", OFF),
        ("oooo", OFF),
    ],
)
def test_three_of_the_last_four_weeks_are_on_track(weeks: str, word: Status) -> None:
    assert run_of(weeks).status is word


def firm(found: Standing) -> float | None:
    assert found.rhythm is not None
    return found.rhythm.strength


@pytest.mark.parametrize(
    ("weeks", "strength", "word"),
    [
        ("xxxxxxpxp", 0.782, RISK),
        ("xxxxxxxpxp", 0.812, ON),
        ("xxxxxxxooo", 0.499, OFF),
        ("xxxxxxxxooo", 0.523, RISK),
        ("xxxxxxxxxppp", 0.802, RISK),
    ],
)
def test_a_firm_habit_is_forgiven_a_miss(weeks: str, strength: float, word: Status) -> None:
    """Two of four are on track from a strength of .8 on, one of four is at risk from .5 on."""
    found = run_of(weeks)
    assert firm(found) == pytest.approx(strength, abs=5e-4)
    assert found.status is word


@pytest.mark.parametrize(
    ("weeks", "run"), [("xxoxxx", 5), ("xxoxxox", 1), ("xxoxxxox", 6), ("xoxoxx", 2)]
)
def test_one_miss_in_four_is_covered(weeks: str, run: int) -> None:
    rhythm = run_of(weeks).rhythm
    assert rhythm is not None
    assert rhythm.run == run


def test_the_last_twelve_weeks_are_told() -> None:
    for weeks, kept, due in (
        ("x" * 12, 12, 12),
        ("o" + "x" * 12, 12, 12),
        ("o" * 2 + "x" * 9, 9, 11),
    ):
        rhythm = run_of(weeks).rhythm
        assert rhythm is not None
        assert (rhythm.met, rhythm.due) == (kept, due)


@pytest.mark.parametrize(
    ("off", "mark"), [("2026-01-12 to 2026-01-12", "miss"), ("2026-01-12 to 2026-01-13", "pause")]
)
def test_a_week_is_a_pause_when_over_a_quarter_of_it_is_off(off: str, mark: str) -> None:
    text = runner("xo", more=f"breaks: [{off}]\n")
    assert marks(stands(text, "2026-01-19", "run"))[:2] == ["done", mark]


@pytest.mark.parametrize(("start", "mark"), [("2026-01-06", "miss"), ("2026-01-07", "pause")])
def test_a_week_begun_late_is_a_pause_too(start: str, mark: str) -> None:
    text = goal(
        measurable="3 runs a week", time_bound=f"{start} to 2026-12-31", readings="[2026-01-08 +1]"
    )
    assert marks(stands(text, "2026-01-12"))[0] == mark


@pytest.mark.parametrize(
    ("measure", "good", "bad"),
    [
        ("3 runs a week", "3", "2.9"),
        ("at most 2 beers a week", "2", "2.1"),
        ("{kind: range, from: 70, to: 75, unit: kg}", "=75", "=75.1"),
        ("{kind: range, from: 70, to: 75, unit: kg}", "=70", "=69.9"),
    ],
)
def test_the_bound_itself_is_kept(measure: str, good: str, bad: str) -> None:
    for value, mark in ((good, "done"), (bad, "miss")):
        signed = value if value.startswith("=") else f"+{value}"
        text = goal(
            measurable=measure,
            time_bound="2026-01-05 to 2026-12-31",
            readings=f'["2026-01-08 {signed}"]',
        )
        assert marks(stands(text, "2026-01-12"))[0] == mark


# The close.


def closed(grade: float, kind: str = "aspirational", day: str = "2026-07-02") -> Standing:
    text = goal(
        measurable="6 articles", time_bound="2026-01-05 to 2026-06-30",
        readings="[2026-02-01 +4]", grade=grade, kind=kind,
    )  # fmt: skip
    return stands(text, day)


@pytest.mark.parametrize(
    ("kind", "grade", "colour"),
    [
        ("aspirational", 0.39, "red"),
        ("aspirational", 0.4, "amber"),
        ("aspirational", 0.69, "amber"),
        ("aspirational", 0.7, "green"),
        ("committed", 0.39, "red"),
        ("committed", 0.4, "amber"),
        ("committed", 0.99, "amber"),
        ("committed", 1.0, "green"),
    ],
)
def test_the_colour_of_a_grade(kind: str, grade: float, colour: str) -> None:
    closing = closed(grade, kind).closing
    assert closing is not None
    assert (closing.grade, closing.colour) == (grade, colour)


def test_done_after_the_end_with_a_poor_grade_is_missed() -> None:
    def called_done(grade: float) -> Status:
        text = goal(
            measurable="6 articles", time_bound="2026-01-05 to 2026-06-30",
            status="{is: done, since: 2026-07-01}", grade=grade,
        )  # fmt: skip
        return stands(text, "2026-07-02").status

    assert called_done(0.69) is Status.MISSED
    assert called_done(0.7) is Status.ACHIEVED


def test_a_confidence_on_the_last_day_counts_and_a_later_one_does_not() -> None:
    text = """
    == content/goals/write.md ==
    ---
    title: Write
    measurable: 6 articles
    time_bound: 2026-01-05 to 2026-06-30
    grade: 0.5
    ---
    == content/journal/{day}.md ==
    ---
    confidence: {{write: 8}}
    ---
    """
    last, later = (
        stands(text.format(day=day), "2026-07-10", "write").closing
        for day in ("2026-06-30", "2026-07-01")
    )
    assert last is not None
    assert last.brier_own == pytest.approx(0.64)
    assert later is not None
    assert later.brier_own is None


def test_a_forecast_and_a_confidence_that_differ_by_three_tenths_ask() -> None:
    """No week has any, and the forecast is near 0: 3 of 10 asks, 2 of 10 does not."""

    def asked(confidence: int) -> bool:
        text = goal(
            measurable="600 articles", time_bound="2026-01-05 to 2026-06-30",
            achievable=f"confidence {confidence}", readings="[2026-05-31 +1]",
        )  # fmt: skip
        return stands(text, "2026-06-01").doubted

    assert not asked(2)
    assert asked(3)


# Goals that are reached through others.


def served(*children: str) -> str:
    """A goal `all` that is served by goals with these lines."""
    texts = [
        f"== content/goals/part-{number}.md ==\n---\ntitle: Part {number}\nrelevant: all\n"
        f"time_bound: 2026-01-01 to 2026-12-31\n{lines}\n---"
        for number, lines in enumerate(children)
    ]
    head = "== content/goals/all.md ==\n---\ntitle: All\nmeasurable: {kind: goals}\n---"
    return "\n".join((head, *texts))


def part(done: float, weight: object = 1) -> str:
    return f"measurable: 10 walks\nweight: {weight}\nreadings: [2026-06-30 ={done}!]"


@pytest.mark.parametrize(
    ("children", "progress"),
    [
        ([part(5), part(0)], 0.25),
        ([part(5, 3), part(0, 1)], 0.375),
        ([part(5, 0), part(2)], 0.2),
        ([part(30), part(0)], 0.5),
        ([part(5, 0)], None),
        ([part(5), "measurable: 10 walks"], 0.25),
        ([part(5), part(0) + "\nstatus: dropped"], 0.5),
        ([part(5), part(0) + "\nstatus: someday"], 0.5),
        ([part(5), part(0) + "\nstatus: paused"], 0.25),
    ],
)
def test_parts_are_weighed(children: list[str], progress: float | None) -> None:
    found = stands(served(*children), "2026-07-01", "all")
    assert found.progress == (progress if progress is None else pytest.approx(progress))


def test_the_weakest_part_gives_the_status() -> None:
    done, half, nothing = part(10), part(6), part(0)
    assert stands(served(done, done), "2026-07-01", "all").status is Status.ACHIEVED
    assert stands(served(done, half), "2026-07-01", "all").status in {ON, Status.AHEAD}
    assert stands(served(done, half, nothing), "2026-07-01", "all").status is OFF
    assert stands(served(done, half, nothing), "2027-01-01", "all").status is Status.OVERDUE


def test_when_no_part_lives_the_goal_rests_or_is_missed() -> None:
    paused, gone = part(1) + "\nstatus: paused", part(1) + "\nstatus: dropped"
    assert stands(served(paused, gone), "2026-07-01", "all").status is Status.PAUSED
    assert stands(served(gone), "2026-07-01", "all").status is SILENT
    missed = part(1) + "\ngrade: 0.2"
    assert stands(served(missed, gone), "2027-01-05", "all").status is Status.MISSED


# Ahead, behind, and what this week needs.


def test_a_day_ahead_a_day_behind_and_on_the_line() -> None:
    """One page a day for a hundred days: the line says 50 at the end of the fiftieth."""

    def found(pages: float) -> tuple[object, ...]:
        text = goal(
            measurable="100 pages", time_bound="2026-01-01 to 2026-04-11",
            readings=f"[2026-02-19 ={pages}]",
        )  # fmt: skip
        one = stands(text, "2026-02-20")
        return one.ahead_days, one.safe_days, round(one.needed_this_week or 0.0, 6)

    assert found(50) == (0, 1, 7)
    assert found(51) == (1, 2, 6)
    assert found(49) == (-1, 0, 8)
    assert found(49.5) == (0, 0, 7.5)
    assert found(57) == (7, 8, 0)
    assert found(58) == (8, 9, 0)


def test_every_goal_of_a_report_is_there_once() -> None:
    found = report(served(part(1), part(2)))
    assert list(found.standings) == ["all", "part-0", "part-1"]


def test_a_habit_without_a_number_is_wanted_once() -> None:
    def week(value: int) -> str:
        text = goal(
            measurable="{kind: habit, per: week}", time_bound="2026-01-05 to 2026-12-31",
            readings=f"[2026-01-08 +{value}]",
        )  # fmt: skip
        return marks(stands(text, "2026-01-12"))[0]

    assert (week(1), week(0)) == ("done", "miss")


# A word hangs on the weeks before.


@pytest.mark.parametrize(
    ("weeks", "probability", "word"),
    [("101010101010", 0.556, ON), ("100100100111", 0.659, RISK)],
)
def test_a_word_is_kept_until_the_forecast_is_well_past_its_border(
    weeks: str, probability: float, word: Status
) -> None:
    """Taken alone, .556 would be at risk and .659 on track; the weeks before said otherwise."""
    entries = "\n".join(
        f"== content/journal/2026-W{week:02}.md ==\n---\nprogress: {{read: {books}}}\n---"
        for week, books in enumerate(weeks, 2)
    )
    text = (
        "== content/goals/read.md ==\n---\ntitle: Read\nmeasurable: 24 books\n"
        f"time_bound: 2026-01-05 to 2026-12-31\n---\n{entries}"
    )
    found = stands(text, "2026-03-29", "read")
    assert found.forecast is not None
    assert found.forecast.probability == pytest.approx(probability, abs=5e-4)
    assert found.status is word


# What a change leaves, and where the new line begins.


@pytest.mark.parametrize(
    ("before", "changed", "expected"),
    [
        ("time_bound: 2026-01-05 to 2026-03-01", "2026-03-10", 30),
        ("measurable: {kind: count, from: 20, to: 200, unit: km}", "2026-03-10", 30),
        ("measurable: {kind: count, to: 200, unit: km}", "2026-03-10", 200 * 64 / 147),
    ],
)
def test_a_new_line_begins_where_the_goal_stood_or_where_the_old_one_was(
    before: str, changed: str, expected: float
) -> None:
    """It stood at 30: that counts where the old line had ended, or had begun elsewhere."""
    text = goal(
        measurable="100 km", time_bound="2026-01-05 to 2026-06-01",
        readings="[2026-01-20 =10, 2026-03-05 =30]",
        changes=f"\n  - date: {changed}\n    {before}\n    because: so",
    )  # fmt: skip
    assert stands(text, changed).expected == pytest.approx(expected)


def test_a_habit_is_judged_from_its_second_period_on() -> None:
    text = goal(
        measurable="1 talk a month", time_bound="{start: 2026-01-01}",
        readings="[2026-01-20 +1, 2026-02-10 +1]",
    )  # fmt: skip
    assert status(text, "2026-02-09", "2026-02-10") == [EARLY, ON]


def test_a_knot_by_its_rate_lies_where_the_rate_leads() -> None:
    """Five a week for five weeks, then whatever is left."""
    text = goal(
        measurable="100 km", time_bound="2026-01-05 to 2026-06-01",
        pace="[{date: 2026-02-09, rate: 5}]",
    )  # fmt: skip
    found = [stands(text, day).expected for day in ("2026-01-12", "2026-02-09", "2026-06-01")]
    assert found == pytest.approx([5, 25, 100])


def test_hours_outside_the_window_were_not_planned() -> None:
    text = """
    == content/goals/write.md ==
    ---
    title: Write
    measurable: 6 articles
    time_bound: 2026-01-14 to 2026-01-27
    achievable: 7 h a week
    ---
    == content/journal/2026-W02.md ==
    ---
    hours: {write: 3}
    ---
    == content/journal/2026-W06.md ==
    ---
    hours: {write: 1}
    ---
    """
    found = stands(text, "2026-02-08", "write").hours
    assert [(spell.planned, spell.spent) for spell in found] == [
        (0, 3), (5, None), (7, None), (2, None), (0, 1),
    ]  # fmt: skip
