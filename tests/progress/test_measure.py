"""The whole report: laws that hold for every goal, and figures of the kinds without a rate."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from math import isfinite
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import count, day, goal, level, readings, stands, weeks
from written import examples

from milepost.journal.model import Entry, Goal, Journal, Mention, Reading
from milepost.journal.prose import Prose
from milepost.journal.values import (
    Advance,
    Break,
    Change,
    Declared,
    Effort,
    Knot,
    Measure,
    Milestone,
    Relevance,
    Window,
)
from milepost.journal.words import Kind, Mode, Period, State
from milepost.progress.backtest import backtest
from milepost.progress.known import until_due
from milepost.progress.measure import measure
from milepost.progress.values import Status
from milepost.voice.backtests import table
from milepost.voice.english import ENGLISH
from milepost.voice.forecasts import forecast_sentence
from milepost.voice.measures import summary
from milepost.voice.reasons import reason


@pytest.mark.parametrize(("value", "progress"), [(80, 0.5), (50, 1.25), (110, -0.25)])
def test_progress_on_the_way_down(value: float, progress: float) -> None:
    one = goal(level(100, 60), "2026-01-01 to 2026-12-31")
    found = stands(one, readings(f"2026-02-01 ={value}"), "2026-02-02")
    assert found.progress == pytest.approx(progress)


def test_tasks_are_counted_in_the_text() -> None:
    prose = Prose("- [x] one\n- [ ] two\n- [x] three")
    one = goal(None, "2026-01-01 to 2026-12-31", prose=prose)
    found = stands(one, (), "2026-02-02")
    assert (found.kind, summary(ENGLISH, found)) == (Kind.TASKS, "2 of 3 tasks")
    assert found.progress == pytest.approx(2 / 3)


def test_milestones_count_by_weight() -> None:
    steps = (
        Milestone("Hours", day("2026-02-15"), done=day("2026-02-10")),
        Milestone("Mock exam", day("2026-05-10"), weight=2),
    )
    one = goal(Measure(Kind.MILESTONES), "2026-01-05 to 2026-06-30", milestones=steps)
    found = stands(one, (), "2026-03-01")
    assert found.progress == pytest.approx(1 / 3)
    assert found.expected_progress == pytest.approx(1 / 3)
    assert found.next_milestone == steps[1]
    assert stands(one, (), "2026-02-09").progress == 0


def test_yes_or_no() -> None:
    one = goal(Measure(Kind.YES_NO), "2026-01-05 to 2026-06-30")
    assert stands(one, (), "2026-03-01").progress == 0
    found = stands(one, readings("2026-03-01 =1"), "2026-03-02")
    assert (found.progress, found.status) == (1, Status.ACHIEVED)


def test_what_the_author_says_stands_beside_the_computed_word() -> None:
    entries = (
        Entry(day=day("2026-02-08"), progress={"goal": Advance(status="on track", because="soon")}),
        Entry(day=day("2026-02-01"), progress={"goal": Advance(status="worried")}),
        Entry(day=day("2026-03-01"), progress={"goal": Advance(status="later")}),
    )
    found = stands(goal(count(6), "2026-01-05 to 2026-06-30"), (), "2026-02-10", entries=entries)
    assert found.said is not None
    assert (found.said.status, found.said.because) == ("on track", "soon")


def test_the_series_starts_where_the_goal_starts() -> None:
    found = stands(
        goal(count(6), "2026-01-05 to 2026-06-30"), readings("2026-02-01 2"), "2026-02-10"
    )
    assert [(p.day, p.value, p.reading is None) for p in found.series] == [
        (day("2026-01-05"), 0, True),
        (day("2026-02-01"), 2, False),
    ]


def test_the_best_four_weeks() -> None:
    found = stands(
        goal(count(60), "2026-01-05 to 2026-12-31"),
        weeks("2026-01-05", 1, 4, 4, 4, 4, 0, 0),
        "2026-02-22",
    )
    assert found.best_rate == pytest.approx(4)


def test_without_a_start_the_first_reading_is_the_start() -> None:
    found = stands(goal(count(6), " to 2026-06-30"), readings("2026-02-01 2"), "2026-02-10")
    assert found.start == day("2026-02-01")
    assert found.line[0].start == day("2026-02-01")


def test_standings_are_in_the_order_of_their_ids() -> None:
    journal = Journal(goals=(goal(name="b"), goal(name="a")))
    assert list(measure(journal, day("2026-01-01")).standings) == ["a", "b"]


# Laws, over goals of every kind and shape.

some_days = st.dates(date(2025, 6, 1), date(2027, 6, 1))
far_days = st.dates() | some_days
some_numbers = st.integers(-20, 200).map(float) | st.floats(-1e3, 1e3)
wild_numbers = some_numbers | st.floats(allow_nan=False, allow_infinity=False)
weights = st.floats(0, 1000)
"""As heavy as the reader lets a goal or a milestone be."""


@st.composite
def measures(draw: st.DrawFn, numbers: st.SearchStrategy[float] = wild_numbers) -> Measure:
    maybe = st.none() | numbers
    return Measure(
        draw(st.sampled_from(Kind)),
        draw(maybe),
        draw(maybe),
        draw(st.sampled_from(["", "books", "kg"])),
        draw(st.none() | st.sampled_from(Period)),
    )


@st.composite
def goals(draw: st.DrawFn, name: str = "goal", days: st.SearchStrategy[date] = far_days) -> Goal:
    def some(of: st.SearchStrategy[Any], most: int = 2) -> tuple[Any, ...]:
        return tuple(draw(st.lists(of, max_size=most)))

    windows = st.builds(Window, st.none() | days, st.none() | days)
    steps = st.builds(
        Milestone, st.just("step"), st.none() | days, st.booleans() | days,
        weights, st.none() | wild_numbers,
    )  # fmt: skip
    knots = st.builds(Knot, st.none() | days, st.none() | wild_numbers, st.none() | wild_numbers)
    changed = st.one_of(
        windows.map(lambda w: (("time_bound", w),)),
        measures().map(lambda m: (("measurable", m),)),
        st.just((("title", "Old"),)),
        st.just(()),
    )
    return Goal(
        id=name,
        title="A goal",
        measurable=draw(st.none() | measures()),
        time_bound=draw(windows),
        status=Declared(draw(st.sampled_from(State)), "so", draw(st.none() | days)),
        milestones=some(steps),
        pace=some(knots),
        breaks=some(st.builds(Break, days, days)),
        changes=some(st.builds(Change, days, st.just("because"), changed)),
        achievable=Effort(
            draw(st.none() | wild_numbers), confidence=draw(st.none() | some_numbers)
        ),
        relevant=Relevance(serves=draw(st.sampled_from([(), ("goal",), ("other",)]))),
        grade=draw(st.none() | st.floats(0, 1)),
        weight=draw(weights),
    )


@st.composite
def all_readings(
    draw: st.DrawFn, days: st.SearchStrategy[date] = far_days, name: str = "goal"
) -> tuple[Reading, ...]:
    found = []
    for _ in range(draw(st.integers(0, 12))):
        when = draw(days)
        whole_week = draw(st.booleans()) and when > date.min + timedelta(7)
        since = when - timedelta(6) if whole_week else when
        mode = draw(st.sampled_from(Mode))
        checkpoint = draw(st.integers(0, 9)) == 0
        value = draw(wild_numbers)
        found.append(Reading(name, when, value, mode, since, checkpoint=checkpoint))
    return tuple(found)


def finite(value: object) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    if isinstance(value, tuple):
        return all(finite(item) for item in value)
    if is_dataclass(value):
        return all(finite(getattr(value, f.name)) for f in fields(value))
    return True


def test_a_goal_for_some_day_has_no_forecast_though_its_measure_is_asked_about() -> None:
    one = goal(count(20, "bugs"), "2026-01-05 to 2026-12-31", status=Declared(State.SOMEDAY))
    found = stands(one, readings("2026-02-01 31"), "2026-03-01")
    assert found.status is Status.SOMEDAY
    assert forecast_sentence(ENGLISH, found) == "No forecast: it is not open."


@given(goals(), goals(name="other"), all_readings(), all_readings(name="other"), far_days)
@settings(max_examples=examples(150))
def test_nothing_raises_and_every_number_is_finite(
    one: Goal,
    other: Goal,
    given_: tuple[Reading, ...],
    more: tuple[Reading, ...],
    on: date,
) -> None:
    marks = tuple(Mention(r.goal, r.day, r.value, r.since) for r in given_)
    journal = Journal(
        goals=(one, other), readings=given_ + more, hours=marks, confidences=marks, skips=marks[:1]
    )
    report = measure(journal, on)
    for standing in report.standings.values():
        assert finite(replace(standing, goal=Goal()))
        assert reason(ENGLISH, standing).endswith((".", "?", "!"))
        told = forecast_sentence(ENGLISH, standing)
        assert told.endswith(".") or standing.status is Status.UNREAD
        if standing.forecast:
            assert 0 <= standing.forecast.probability <= 1
            assert standing.forecast.value_low <= standing.forecast.value_high


@given(goals(days=some_days), all_readings(days=some_days), some_days)
@settings(max_examples=examples(60))
def test_every_goal_can_be_replayed(one: Goal, given_: tuple[Reading, ...], on: date) -> None:
    told = backtest(Journal(goals=(one,), readings=given_), on)
    assert finite(told)
    assert table(ENGLISH, told)[-1].endswith(".")


@given(
    goals(days=some_days),
    all_readings(days=some_days),
    some_days,
    wild_numbers,
    st.integers(1, 300),
)
def test_a_reading_of_a_later_day_changes_nothing(
    one: Goal, given_: tuple[Reading, ...], on: date, value: float, later: int
) -> None:
    when = on + timedelta(later)
    more = Reading("goal", when, value, Mode.ADDED, when)
    before = measure(Journal(goals=(one,), readings=given_), on).standings
    assert measure(Journal(goals=(one,), readings=(*given_, more)), on).standings == before


@given(
    goals(days=some_days),
    goals(name="other", days=some_days),
    all_readings(days=some_days),
    some_days,
)
def test_the_order_of_files_never_matters(
    one: Goal, other: Goal, given_: tuple[Reading, ...], on: date
) -> None:
    # Of several on one day the last holds, and a week that is cut short ends on the due day.
    unique = {r.day: r for r in until_due(given_, one.time_bound.due)}.values()
    forth = measure(Journal(goals=(one, other), readings=tuple(unique)), on)
    back = measure(Journal(goals=(other, one), readings=tuple(reversed(tuple(unique)))), on)
    assert forth.standings == back.standings


@given(
    st.lists(st.floats(0, 20), min_size=1, max_size=30),
    st.sampled_from([Kind.COUNT, Kind.LEVEL]),
    st.sampled_from([0.001, 0.5, 3.0, 1000.0]),
)
def test_another_unit_changes_no_probability(numbers: list[float], kind: Kind, unit: float) -> None:
    def chance(scale: float) -> float | None:
        one = goal(Measure(kind, 0.0, 100.0 * scale), "2026-01-05 to 2026-12-31")
        mode = Mode.ADDED if kind is Kind.COUNT else Mode.LEVEL
        given_ = weeks("2026-01-05", *(n * scale for n in numbers), mode=mode)
        told = stands(one, given_, "2026-08-02").forecast
        return told.probability if told else None

    assert chance(unit) == pytest.approx(chance(1.0), abs=1e-6)


@given(st.lists(st.floats(0, 20), min_size=1, max_size=30), st.floats(1, 100))
def test_up_and_down_are_the_same(numbers: list[float], far: float) -> None:
    up = goal(level(0, far), "2026-01-05 to 2026-12-31")
    down = goal(level(0, -far), "2026-01-05 to 2026-12-31")
    rising = stands(up, weeks("2026-01-05", *numbers, mode=Mode.LEVEL), "2026-08-02")
    falling = stands(
        down, weeks("2026-01-05", *(-n for n in numbers), mode=Mode.LEVEL), "2026-08-02"
    )
    assert rising.progress == pytest.approx(falling.progress)
    assert rising.ahead_days == falling.ahead_days
    assert rising.status is falling.status


@given(all_readings(days=some_days), st.integers(1, 100), some_days, some_days)
def test_a_goal_finished_on_a_day_stays_so_in_every_later_build_for_that_day(
    given_: tuple[Reading, ...], to: int, on: date, built: date
) -> None:
    one = goal(count(to), "2025-06-01 to 2027-06-01")
    early = tuple(r for r in given_ if r.since <= on)
    late = tuple(r for r in given_ if r.since <= max(on, built))
    then = measure(Journal(goals=(one,), readings=early), on).standings["goal"]
    again = measure(Journal(goals=(one,), readings=late), on).standings["goal"]
    assert (then.status is Status.ACHIEVED) is (again.status is Status.ACHIEVED)


def test_yes_said_again_moves_no_day() -> None:
    done = goal(Measure(Kind.YES_NO, None, None, ""), "2026-09-01 to 2026-12-31")
    said = stands(done, readings("2026-10-04 =1\n2026-10-11 =1"), "2026-11-26")
    assert "4 October" in reason(ENGLISH, said)


def test_a_range_that_nobody_looked_at_is_not_broken() -> None:
    kept = goal(Measure(Kind.RANGE, 70, 75, "kg"), "2026-08-31 to 2027-05-31")
    told = "\n".join(f"{day('2026-09-06') + timedelta(weeks=week)} =72" for week in range(0, 11, 2))
    found = stands(kept, readings(told), "2026-11-26")
    assert found.status is Status.ON_TRACK
