"""A number of a week in months, quarters and years: one rule, held by examples and by laws.

It belongs to the week, counts for longer periods by the week's Thursday, and on the due day at the
latest where its goal ends within the week.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import examples, read, report, stands

from milepost.progress.calendar import Span
from milepost.progress.lookback import moves
from milepost.progress.report import Report
from milepost.progress.values import Mark, Standing, Status, Tally
from milepost.voice.reasons import reason
from milepost.voice.rhythms import kept_sentence
from milepost.voice.voice import Voice

ENGLISH = Voice()
JOURNALS = examples(200)
"""So many random journals for each law."""


def written(measurable: str, window: str, entries: Mapping[str, object], extra: str = "") -> str:
    """A journal of one goal `g`; an entry is a number, or lines of front matter."""
    lines = [
        "== content/goals/g.md ==", "---", "title: G", f"measurable: {measurable}",
        f"time_bound: {window}", "---", extra,
    ]  # fmt: skip
    for name, said in entries.items():
        front = said if isinstance(said, str) else f"progress: {{g: {said}}}"
        lines += [f"== content/journal/{name}.md ==", "---", front, "---"]
    return "\n".join(lines)


def on(text: str, day: str) -> Standing:
    return stands(text, day, "g")


def marks(found: Standing) -> str:
    assert found.rhythm
    return " ".join(one.mark.value for one in found.rhythm.periods)


# --- months, quarters and years -------------------------------------------------------------


def test_a_week_counts_for_the_month_of_its_thursday() -> None:
    """W05 runs from 26 January to 1 February, W09 from 23 February to 1 March."""
    text = written("2 times a month", "2026-01-01 to 2026-12-31", {"2026-W05": 2, "2026-W09": 2})
    found = on(text, "2026-03-02")
    assert marks(found) == "done done unknown"
    assert (found.tally, found.status) == (Tally(2, 2), Status.ON_TRACK)


@pytest.mark.parametrize(
    ("week", "year"),
    [("2020-W53", 2020), ("2026-W53", 2026), ("2032-W53", 2032), ("2025-W01", 2025)],
)
def test_a_week_counts_for_the_year_of_its_thursday(week: str, year: int) -> None:
    text = written("4 times a year", f"{year - 1}-01-01 to {year + 1}-12-31", {week: 4})
    found = on(text, f"{year + 1}-01-10")
    assert found.rhythm
    assert [p.start.year for p in found.rhythm.periods if p.value] == [year]


def test_a_quarter_takes_the_week_whose_thursday_is_its_last_day() -> None:
    """31 December 2026 is the Thursday of W53."""
    text = written("2 talks a quarter", "2026-10-01 to 2027-06-30", {"2026-W53": 2})
    assert marks(on(text, "2027-01-10")) == "done unknown"


def test_a_month_waits_for_the_end_of_its_last_week() -> None:
    """The week of Thursday 30 April goes on until 3 May, and its number may still come."""
    text = written("3 times a month", "2026-04-01 to 2026-12-31", {"2026-W15": 1, "2026-W16": 1})
    assert marks(on(text, "2026-05-03")) == "unknown unknown"
    assert marks(on(text, "2026-05-04")) == "miss unknown"


def test_a_limit_for_a_month_takes_the_week_by_its_thursday() -> None:
    text = written("at most 3 a month", "2026-01-01 to 2026-12-31", {"2026-W05": 3, "2026-W06": 3})
    assert marks(on(text, "2026-03-02")) == "done done unknown"


def test_the_first_week_of_a_goal_that_begins_on_friday_counts_for_its_first_month() -> None:
    """1 January 2027 is the Friday of 2026-W53."""
    text = written("2 times a month", "2027-01-01 to 2027-12-31", {"2026-W53": 2})
    assert marks(on(text, "2027-02-08")) == "done unknown"


def test_the_last_week_of_a_goal_that_ends_on_tuesday_counts_for_its_last_month() -> None:
    text = written("2 times a month", "2026-02-01 to 2026-03-31", {"2026-W07": 2, "2026-W14": 2})
    assert marks(on(text, "2026-03-31")) == "done done"


def test_an_average_of_a_month_takes_the_week_by_its_thursday() -> None:
    text = written(
        "average mood at least 7 a month", "2026-01-01 to 2026-12-31",
        {"2026-W05": 8, "2026-W09": 6},
    )  # fmt: skip
    assert marks(on(text, "2026-03-02")) == "done miss unknown"


# --- the due day ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "day", ["2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03", "2027-06-01"]
)
def test_a_goal_due_within_a_week_is_met_on_the_due_day_at_the_latest(day: str) -> None:
    text = written("24 books", "2026-01-01 to 2026-12-31", {"2026-W40": 23, "2026-W53": 1})
    found = on(text, day)
    assert found.status is Status.ACHIEVED
    assert "on the day it was due" in reason(ENGLISH, found)


@pytest.mark.parametrize("due", [f"2026-12-{day}" for day in range(21, 28)])
def test_the_due_day_may_be_any_day_of_the_week(due: str) -> None:
    """W52 of 2026 runs from 21 to 27 December."""
    text = written("10 books", f"2026-01-01 to {due}", {"2026-W20": 9, "2026-W52": 1})
    found = on(text, "2027-02-01")
    assert found.status is Status.ACHIEVED
    assert found.series[-1].day == date.fromisoformat(due)


def test_a_week_that_begins_after_the_due_day_is_late() -> None:
    text = written("10 books", "2026-01-01 to 2026-12-20", {"2026-W20": 9, "2026-W52": 1})
    found = on(text, "2027-02-01")
    assert found.series[-1].day == date(2026, 12, 27)


def test_a_habit_whose_last_week_is_cut_is_judged_on_the_day_after_it_is_due() -> None:
    """Due on a Saturday: six days of seven count, and Sunday and Monday change nothing."""
    text = written(
        "3 times a week", "2026-01-05 to 2026-01-31",
        {"2026-W02": 3, "2026-W03": 3, "2026-W04": 1, "2026-W05": 1},
    )  # fmt: skip
    assert {on(text, day).status for day in ("2026-02-01", "2026-02-02", "2026-03-01")} == {
        Status.MISSED
    }


# --- days and weeks -------------------------------------------------------------------------


def test_a_skip_in_a_weekly_entry_covers_each_day() -> None:
    days = {f"2026-01-{day:02d}": 1 for day in (*range(5, 12), *range(19, 26))}
    text = written("daily", "2026-01-05 to 2026-12-31", {"2026-W03": "skip: {g: flu}", **days})
    found = on(text, "2026-01-26")
    assert marks(found) == " ".join(["done"] * 7 + ["skip"] * 7 + ["done"] * 7 + ["unknown"])
    assert found.tally == Tally(14, 14)


def test_a_total_of_a_week_of_a_daily_habit_marks_no_day() -> None:
    text = written("daily", "2026-01-05 to 2026-12-31", {"2026-W02": 7, "2026-W03": 5})
    found = on(text, "2026-01-19")
    assert found.rhythm
    week = found.rhythm.periods[1]
    assert (week.start, week.end) == (date(2026, 1, 12), date(2026, 1, 18))
    assert (week.value, week.wanted, week.mark, week.kept, week.of) == (5, 7, Mark.MISS, 5, 7)
    assert found.tally == Tally(12, 14)


def test_days_are_judged_by_the_day_as_soon_as_they_are_given() -> None:
    days = {"2026-01-12": 1, "2026-01-13": 0}
    text = written("daily", "2026-01-05 to 2026-12-31", {"2026-W02": 7, **days})
    assert marks(on(text, "2026-01-14")) == "done done miss unknown"


@pytest.mark.parametrize("day", [f"2026-02-{day:02d}" for day in range(2, 9)])
@pytest.mark.parametrize("running", [{}, {"2026-W06": 1}, {"2026-W06": 3}])
def test_a_daily_habit_told_by_the_week_is_well_all_week(
    day: str, running: dict[str, object]
) -> None:
    weeks = {"2026-W02": 7, "2026-W03": 7, "2026-W04": 6, "2026-W05": 7}
    text = written("daily", "2026-01-05 to 2026-02-28", {**weeks, **running})
    found = on(text, day)
    assert found.status is Status.ON_TRACK
    assert found.tally == Tally(27, 28)


def test_the_running_week_of_a_daily_habit_is_told_as_a_week() -> None:
    weeks = {f"2026-W{number:02d}": 7 for number in range(2, 9)} | {"2026-W09": 3}
    found = on(written("daily", "2026-01-05 to 2026-12-31", weeks), "2026-02-25")
    assert reason(ENGLISH, found).endswith("; 3 of 7 this week so far.")


def test_a_daily_limit_told_by_the_week_is_judged_by_the_week() -> None:
    text = written(
        "at most 2 cups a day", "2026-01-05 to 2026-12-31",
        {"2026-W02": 14, "2026-W03": 15, "2026-W04": 9},
    )  # fmt: skip
    assert marks(on(text, "2026-01-24")) == "done miss unknown"


def test_a_running_week_or_month_of_a_habit_is_never_a_miss() -> None:
    for measure, last in (("3 times a week", "2026-03-15"), ("3 times a month", "2026-03-31")):
        text = written(measure, "2026-03-01 to 2026-12-31", {"2026-03-11": 1})
        assert marks(on(text, last)).endswith("unknown")


# --- weeks that start on Sunday -------------------------------------------------------------

SUNDAY = "== milepost.yaml ==\nweek_starts: sunday"


def test_weeks_may_start_on_sunday() -> None:
    days = {f"2026-03-{day:02d}": 1 for day in (1, 2, 3, 8, 9, 10)}
    iso = written("3 times a week", "2026-03-01 to 2026-12-31", days)
    own = written("3 times a week", "2026-03-01 to 2026-12-31", days, SUNDAY)
    assert marks(on(own, "2026-03-15")) == "done done unknown"
    assert marks(on(iso, "2026-03-15")) == "pause done unknown"
    weeks = report(own, date(2026, 3, 15)).weeks
    assert [str(week) for week in weeks] == ["2026-W10", "2026-W11"]


def test_a_weekly_entry_keeps_its_iso_week_where_weeks_start_on_sunday() -> None:
    """W10 runs from Monday 2 to Sunday 8 March; its number counts with 1 to 7 March."""
    text = written("3 times a week", "2026-03-01 to 2026-12-31", {"2026-W10": 3}, SUNDAY)
    found = on(text, "2026-03-15")
    assert found.rhythm
    first = found.rhythm.periods[0]
    assert (first.start, first.end, first.mark) == (date(2026, 3, 1), date(2026, 3, 7), Mark.DONE)


def test_hours_of_a_sunday_belong_to_the_week_that_it_begins() -> None:
    text = written(
        "10 books", "2026-03-01 to 2026-12-31",
        {"2026-03-08": "hours: {g: 2}", "2026-03-07": "hours: {g: 1}"}, SUNDAY,
    )  # fmt: skip
    spent = {str(one.week): one.spent for one in on(text, "2026-03-12").hours if one.spent}
    assert spent == {"2026-W10": 1, "2026-W11": 2}


def test_another_day_is_refused() -> None:
    (found,) = read("== milepost.yaml ==\nweek_starts: saturday").findings
    assert found.help == "write one of monday, sunday"


# --- pauses ---------------------------------------------------------------------------------


def test_a_pause_without_a_day_begins_after_the_last_number() -> None:
    text = written("3 times a week", "2026-01-05 to 2026-12-31", {"2026-W02": 3, "2026-W03": 3})
    paused = text.replace("title: G", "title: G\nstatus: paused")
    found = on(paused, "2026-03-16")
    assert marks(found).split() == ["done", "done"] + ["pause"] * 8 + ["pause"]
    assert found.tally == Tally(2, 2)
    assert (
        kept_sentence(ENGLISH, found)
        == "Met 2 of the last 2 weeks that counted, a run of 2, the longest so far."
    )


# --- what has begun where the writer lives --------------------------------------------------


def test_an_entry_of_tomorrow_is_there_where_no_time_zone_is_named() -> None:
    text = written("10 books", "2026-11-01 to 2027-12-31", {"2027-W01": 1})
    sunday = date(2027, 1, 3)
    assert [str(week) for week in report(text, sunday).weeks] == ["2027-W01"]
    assert on(text, "2027-01-03").actual is None
    assert not report(text, sunday - timedelta(days=1)).weeks
    zoned = text + "\n== milepost.yaml ==\ntimezone: Pacific/Auckland"
    assert not report(zoned, sunday).weeks
    later = written("10 books", "2026-11-01 to 2027-12-31", {"2027-W01": 1, "2027-W02": 1})
    assert not report(later, sunday).weeks


# --- laws -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """A random journal about the turn of a year: numbers by week and by day."""

    text: str
    first: date
    last: date
    total: int


@st.composite
def journals(draw: st.DrawFn, measurable: str, *, daily: bool = True, within: bool = False) -> Told:
    """`within` keeps to entries of the goal's window, with the weeks that its ends cut."""
    year = draw(st.sampled_from([2019, 2020, 2024, 2026, 2027, 2032]))
    first = date(year, 10, 1) + timedelta(days=draw(st.integers(0, 60)))
    last = first + timedelta(days=draw(st.integers(100, 300)))
    entries: dict[str, object] = {}
    days = (last - first).days if within else 290
    weeks = (days + first.weekday()) // 7 if within else 40
    for offset, number in draw(st.dictionaries(st.integers(0, weeks), st.integers(0, 9))).items():
        week = (first + timedelta(weeks=offset)).isocalendar()
        entries[f"{week[0]}-W{week[1]:02d}"] = number
    if daily:
        for offset, number in draw(
            st.dictionaries(st.integers(0, days), st.integers(0, 5))
        ).items():
            entries[f"{first + timedelta(days=offset)}"] = number
    starts = draw(st.sampled_from(["monday", "sunday"]))
    text = written(
        measurable, f"{first} to {last}", entries, f"== milepost.yaml ==\nweek_starts: {starts}"
    )
    total = sum(number for number in entries.values() if isinstance(number, int))
    return Told(text, first, last, total)


LATE = date(2035, 6, 1)


def by_span(known: Report, spans: list[tuple[date, date]]) -> list[float]:
    """What a goal moved in each of some spans."""
    return [sum(move.by or 0.0 for move in moves(known, *span)) for span in spans]


@settings(max_examples=JOURNALS)
@given(journals("500 books"))
def test_months_quarters_weeks_and_days_come_to_the_year(told: Told) -> None:
    known = report(told.text, LATE)
    years = range(told.first.year - 1, told.last.year + 3)
    for year in years:
        whole = Span(year)
        (of_year,) = by_span(known, [(whole.start, whole.end)])
        months = [Span(year, (month + 2) // 3, month) for month in range(1, 13)]
        quarters = [Span(year, quarter) for quarter in range(1, 5)]
        for parts in (months, quarters):
            assert sum(by_span(known, [(s.start, s.end) for s in parts])) == pytest.approx(of_year)
    every = by_span(known, [(Span(year).start, Span(year).end) for year in years])
    weeks = [
        week.days(known.journal.settings.week_starts) for y in years for week in Span(y).weeks()
    ]
    assert sum(every) == sum(by_span(known, weeks)) == told.total
    assert known.standings["g"].actual == (told.total if known.journal.readings else None)


@settings(max_examples=JOURNALS)
@given(journals("500 books", daily=False))
def test_weeks_by_their_thursday_come_to_each_month(told: Told) -> None:
    known = report(told.text, LATE)
    for year in range(told.first.year, told.last.year + 2):
        for month in range(1, 13):
            span = Span(year, (month + 2) // 3, month)
            weeks = [week.days(known.journal.settings.week_starts) for week in span.weeks()]
            (whole,) = by_span(known, [(span.start, span.end)])
            cut = {told.first, told.last}  # there the Thursday gives way to the first or last day
            if not any(a <= day <= b for a, b in weeks for day in cut) and not any(
                abs((day - edge).days) < 7 for day in cut for edge in (span.start, span.end)
            ):
                assert sum(by_span(known, weeks)) == whole


@settings(max_examples=JOURNALS)
@given(journals("1 time a week", within=True))
def test_habits_by_the_week_month_quarter_and_year_count_the_same(told: Told) -> None:
    sums = {}
    for per in ("week", "month", "quarter", "year"):
        found = on(told.text.replace("a week", f"a {per}"), LATE.isoformat())
        sums[per] = sum(one.value or 0.0 for one in found.rhythm.periods) if found.rhythm else 0.0
    assert set(sums.values()) == {told.total}


@settings(max_examples=JOURNALS)
@given(journals("25 books"), st.integers(0, 320))
def test_no_status_moves_backwards_because_a_week_ended(told: Told, offset: int) -> None:
    """What is met stays met, on the same day at the end, and never after the due day."""
    day = told.first + timedelta(days=offset)
    found = on(told.text, day.isoformat())
    after = [on(told.text, (day + timedelta(days=n)).isoformat()) for n in (1, 3, 7, 8)]
    if found.status is Status.ACHIEVED:
        assert {one.status for one in after} == {Status.ACHIEVED}
    if found.rhythm is None and found.status is Status.ACHIEVED and day <= told.last:
        last = on(told.text, LATE.isoformat())
        reached = next(p.day for p in last.series if p.value >= 25)
        assert reached <= told.last


@settings(max_examples=JOURNALS)
@given(journals("2 times a week"), st.integers(0, 320))
def test_no_running_period_of_a_habit_is_a_miss(told: Told, offset: int) -> None:
    day = told.first + timedelta(days=offset)
    for per in ("day", "week", "month", "quarter", "year"):
        found = on(told.text.replace("a week", f"a {per}"), day.isoformat())
        for one in found.rhythm.periods if found.rhythm else ():
            if one.end >= day and day <= told.last:
                assert one.mark is not Mark.MISS


@settings(max_examples=JOURNALS)
@given(journals("1 time a day"), st.integers(0, 320))
def test_days_are_never_invented(told: Told, offset: int) -> None:
    """A day is kept only where an entry of that very day says so."""
    day = told.first + timedelta(days=offset)
    found = on(told.text, day.isoformat())
    for one in found.rhythm.periods if found.rhythm else ():
        if one.start == one.end and one.mark is Mark.DONE and one.of == 1:
            said = f"== content/journal/{one.start}.md ==" in told.text
            assert said or one.start in {told.first, told.last}


# --- fortnights ------------------------------------------------------------------------------


def test_fortnights_are_pairs_of_weeks_from_the_first_monday_of_2024_on() -> None:
    """2026 has 53 weeks: its W53 and W01 of 2027 are one."""
    text = written("twice a fortnight", "2026-12-14 to 2027-12-31", {"2026-W52": 1, "2026-W51": 1})
    found = on(text, "2027-01-20")
    assert found.rhythm
    assert [(p.start.isoformat(), p.end.isoformat()) for p in found.rhythm.periods] == [
        ("2026-12-14", "2026-12-27"),
        ("2026-12-28", "2027-01-10"),
        ("2027-01-11", "2027-01-24"),
    ]
    assert marks(found) == "done unknown unknown"


def test_every_second_day_is_judged_by_the_fortnight() -> None:
    text = written("every other day", "2026-01-12 to 2026-12-31", {"2026-W03": 3, "2026-W04": 4})
    found = on(text, "2026-02-20")
    assert marks(found) == "done unknown unknown"
    assert kept_sentence(ENGLISH, found) == "Met 1 of the last 2 fortnights."


@settings(max_examples=JOURNALS, deadline=None)
@given(
    st.lists(st.integers(0, 3), min_size=4, max_size=60),
    st.integers(1, 4),
    st.sampled_from(["monday", "sunday"]),
)
def test_two_weeks_make_a_fortnight(done: list[int], times: int, starts: str) -> None:
    """Sums and marks of fortnights are those of their two weeks, whatever the year's length."""
    first = date(2026, 8, 10)
    days = {(first + timedelta(days=7 * n + 2)).isoformat(): count for n, count in enumerate(done)}
    window, after = f"{first} to 2028-12-31", "2028-01-31"
    extra = f"\n== milepost.yaml ==\ntitle: T\nweek_starts: {starts}"
    two = on(written(f"{times} times a fortnight", window, days, extra), after).rhythm
    one = on(written("once a week", window, days, extra), after).rhythm
    assert two
    assert one
    sums = {week.start: week.value or 0 for week in one.periods}
    for pair in two.periods:
        weeks = (sums.get(pair.start, 0), sums.get(pair.start + timedelta(days=7), 0))
        assert (pair.value or 0) == sum(weeks)
        assert (pair.end - pair.start).days == 13
        assert (pair.mark is Mark.DONE) is (sum(weeks) >= times)
        assert pair.counted.weekday() == 3


def test_a_fortnight_over_two_months_counts_in_one_of_them() -> None:
    """That of 23 March to 5 April counts for April, in which its second Thursday lies."""
    text = written("once a fortnight", "2026-03-09 to 2026-12-31", {"2026-W11": 1, "2026-W13": 1})
    whole = report(text, date(2026, 5, 31))
    kept = [
        sum(move.kept for move in moves(whole, month.start, month.end))
        for month in (Span(2026, 1, 3), Span(2026, 2, 4), Span(2026))
    ]
    assert kept == [1, 1, 2]
