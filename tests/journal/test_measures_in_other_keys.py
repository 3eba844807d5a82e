"""A measure that is written in keys of other tools: its name, its ends, its bounds, its period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import written
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.journal.model import Goal
from milepost.journal.prose import Prose
from milepost.journal.values import Measure
from milepost.journal.words import Kind, Period
from milepost.rewriting.own_words import rewritten

PATH = "content/goals/example.md"


def read(lines: str) -> tuple[Goal, list[str]]:
    loaded = written.read(f"---\ntitle: Get there\n{lines}\n---")
    return loaded.journal.goals[0], [one.code for one in loaded.findings]


def after_fmt(lines: str) -> str:
    text = f"---\ntitle: Get there\n{lines}\n---\n"
    found, _ = rewritten({PATH: text.encode()})
    return found.get(PATH, text.encode()).decode().removeprefix("---\ntitle: Get there\n")[:-4]


@pytest.mark.parametrize(
    ("lines", "ends", "unit"),
    [
        ("metric: subscribers\nbaseline: 320\ntarget: 1000", (320, 1000), "subscribers"),
        ("measurable: {metric: pages, baseline: 320, target: 1000}", (320, 1000), "pages"),
        ("metric: body weight\nbaseline: 82 kg\ntarget: 75 kg", (82, 75), "kg"),
        ("measurable: {metric: body weight, from: 82, to: 75, unit: kg}", (82, 75), "kg"),
        ("metric: weight\nunit: kg\nbaseline: 82\ntarget: 75", (82, 75), "kg"),
        ("metric: weight\nmeasurable: from 82 to 75 kg", (82, 75), "kg"),
        ("measurable: books\ntarget: 24", (0, 24), "books"),
        ("startwert: 91.4 kg\nzielwert: 83.4 kg\neinheit: kg", (91.4, 83.4), "kg"),
        ("from: 82\nto: 75\nunit: kg", (82, 75), "kg"),
        ("ziel: 5000 €\naktuell: 1200 €", (1200, 5000), "€"),
        ("target: 5000 EUR\nsaved: 1200", (1200, 5000), "EUR"),
    ],
)
def test_a_word_without_a_number_names_what_is_counted(
    lines: str, ends: tuple[float, float], unit: str
) -> None:
    goal, told = read(lines)
    assert goal.measurable
    assert (goal.measurable.from_, goal.measurable.to) == ends
    assert goal.measurable.unit == unit
    assert set(told) <= {"F221"}


@pytest.mark.parametrize(
    ("lines", "kind", "to", "unit", "per"),
    [
        ("limit: 90 minutes a day", Kind.LIMIT, 90, "minutes", Period.DAY),
        ("max: 2\nunit: coffees\nper: day", Kind.LIMIT, 2, "coffees", Period.DAY),
        ("min: 70\nmax: 75\nunit: kg", Kind.RANGE, 75, "kg", None),
        ("at least: 3 runs a week", Kind.HABIT, 3, "runs", Period.WEEK),
        ("target: {value: 12, unit: books}", Kind.COUNT, 12, "books", None),
        ("target: 3\nunit: runs\nper: week", Kind.HABIT, 3, "runs", Period.WEEK),
        ("target: 3 runs\ncadence: weekly", Kind.HABIT, 3, "runs", Period.WEEK),
        ("target: 20 min\nfrequency: daily", Kind.HABIT, 20, "min", Period.DAY),
        ("measurable: {target: 3, unit: runs, per: week}", Kind.HABIT, 3, "runs", Period.WEEK),
        ("measurable: {to: 3 runs, frequency: weekly}", Kind.HABIT, 3, "runs", Period.WEEK),
        ("measurable: 3 runs\nper: week", Kind.HABIT, 3, "runs", Period.WEEK),
        ("max: 0 cigarettes a day", Kind.LIMIT, 0, "cigarettes", Period.DAY),
        ("target: 24 books\nminimum: 20", Kind.COUNT, 24, "books", None),
        ("target: 24 books\nmin: 20", Kind.COUNT, 24, "books", None),
        ("measurable: 3 runs a week\nfrequency: weekly", Kind.HABIT, 3, "runs", Period.WEEK),
        ("frequency: daily", Kind.HABIT, 1, "", Period.DAY),
    ],
)
def test_bounds_and_periods_in_keys_of_their_own(
    lines: str, kind: Kind, to: float, unit: str, per: Period | None
) -> None:
    goal, told = read(lines)
    assert goal.measurable
    assert (goal.measurable.kind, goal.measurable.to) == (kind, to)
    assert (goal.measurable.unit, goal.measurable.per) == (unit, per)
    assert set(told) <= {"F221"}
    again, _ = read(after_fmt(lines))
    assert again.measurable == goal.measurable


def test_a_minimum_beside_a_target_is_no_start() -> None:
    goal, _ = read("target: 24 books\nminimum: 20")
    assert goal.measurable
    assert goal.measurable.minimum == 20
    goal, told = read("measurable: 24 books\nminimum: 20")
    assert goal.measurable
    assert (goal.measurable.kind, goal.measurable.to) == (Kind.COUNT, 24)
    assert goal.measurable.minimum == 20
    assert told == ["F221"]


@pytest.mark.parametrize(
    ("lines", "kind", "low", "high", "unit", "per"),
    [
        ("measurable: coffees a day\nmax: five", Kind.LIMIT, None, 5, "coffees", Period.DAY),
        ("measurable: coffees\nmax: 5 a day", Kind.LIMIT, None, 5, "coffees", Period.DAY),
        ("measurable: coffees\nmax: at most 5\nper: week", Kind.LIMIT, None, 5, "coffees",
         Period.WEEK),
        ("measurable: 5 coffees a day\nmax: 5", Kind.LIMIT, None, 5, "coffees", Period.DAY),
        ("measurable: weight in kg\nmin: 70\nmax: 75", Kind.RANGE, 70, 75, "kg", None),
        ("measurable: resting pulse\nmax: 60 bpm", Kind.RANGE, None, 60, "bpm", None),
        ("metric: hours of sleep per night\nmin: 7\nmax: 9", Kind.RANGE, 7, 9, "hours of sleep",
         Period.DAY),
    ],
)  # fmt: skip
def test_a_bound_stands_beside_the_name_of_what_it_bounds(
    lines: str, kind: Kind, low: float | None, high: float, unit: str, per: Period | None
) -> None:
    goal, told = read(lines)
    assert goal.measurable == Measure(kind, low, high, unit, per)
    assert set(told) <= {"F221"}
    assert read(after_fmt(lines))[0].measurable == goal.measurable


def test_of_the_most_of_some_things_it_is_asked_in_which_time() -> None:
    """Dinners come one after another, and unread mails are there at a time."""
    goal, told = read("measurable: dinners\nmax: 5")
    assert goal.measure_unread
    assert told == ["F213"]


@pytest.mark.parametrize("name", ["body weight", "weight", "how heavy I am"])
def test_a_measure_may_name_only_what_its_numbers_measure(name: str) -> None:
    lines = f"measurable: {name}\nbaseline: 82 kg\ntarget: 75 kg"
    goal, told = read(lines)
    assert goal.measurable == Measure(Kind.LEVEL, 82, 75, "kg")
    assert told == ["F221"]
    assert read(after_fmt(lines))[0].measurable == goal.measurable
    assert read("measurable: pages\ntarget: 24 books")[1] == ["F222"]


def test_what_finds_no_place_is_kept() -> None:
    goal, told = read("effort: {hours: 3}\nconfidence: 8\nmeasurable: 24 books\nmax: 5")
    assert goal.extra == {"effort": {"hours": "3"}, "max": "5"}
    assert sorted(told) == ["F202", "F202", "F221"]
    goal, _ = read("effort: [2 h a week, a quiet room]\nconfidence: 8")
    assert goal.achievable.confidence == 8
    assert (goal.achievable.hours_per_week, goal.achievable.needs) == (2, ("a quiet room",))


def test_two_periods_are_an_error() -> None:
    assert "F222" in read("measurable: 3 runs a week\nfrequency: monthly")[1]


def test_how_high_it_stands_today_is_no_error_beside_a_start() -> None:
    goal, told = read("metric: subscribers\nbaseline: 320\ncurrent: 410\ntarget: 1000")
    assert goal.measurable
    assert (goal.measurable.from_, goal.measurable.to) == (320, 1000)
    assert sorted(told) == ["F202", "F221"]
    assert goal.extra == {"current": "410"}


def test_a_way_between_two_days() -> None:
    goal, _ = read("from: 2026-01-05\nto: 2026-06-30")
    assert goal.time_bound.start == date(2026, 1, 5)
    assert goal.time_bound.due == date(2026, 6, 30)


@pytest.mark.parametrize(
    "lines",
    [
        "metric: longest swim\ncurrent: 800 ft\ntarget: 3 km",
        "type: vision\nhorizon: 10 years",
        "type: vision\nhorizon: long",
        "startwert: 91,4 kg\nzielwert: 83,4 kg\neinheit: kg",
        "deadline: sometime\nstart: 5 January 2026",
        "deadline: 2026-06-30\ndue: 2026-09-30",
    ],
)
def test_fmt_changes_nothing_where_an_error_stands(lines: str) -> None:
    assert after_fmt(lines) == f"{lines}\n"
    assert "F221" not in read(lines)[1]


@pytest.mark.parametrize(
    ("lines", "ours"),
    [
        (
            "metric: subscribers\nbaseline: 320\ntarget: 1000",
            "measurable: from 320 to 1000 subscribers",
        ),
        ("startwert: 92\nzielwert: 84 kg\neinheit: kg", "measurable: from 92 to 84 kg"),
        ("metric: weight\ntarget: 75 kg", "metric: weight\nmeasurable: 75 kg"),
        ("measurable: books\ntarget: 24", "measurable: 24 books"),
        ("type: vision\nhorizon: vision", "horizon: vision"),
    ],
)
def test_fmt_keeps_all_that_was_written(lines: str, ours: str) -> None:
    assert after_fmt(lines) == f"{ours}\n"


KEYS = st.sampled_from(
    "metric kpi target goal ziel current baseline start from to unit per frequency max min minimum "
    "limit saved due deadline bis type horizon measurable time_bound hours effort steps".split()
)
VALUES = st.sampled_from(
    [
        *("75 kg", "82", "24", "books", "3x/Woche", "weekly", "2026-06-30", "Q2 2026", "sometime"),
        *("vision", "long", "800 m", "3 km", "91,4 kg", "from 82 to 75 kg", "yes or no", "kg", "h"),
        *("{value: 12, unit: books}", "{metric: x, target: 10, baseline: 2}", "[a, b]"),
        *("{start: 2026-01, due: 2026-Q2}", "5000 €", "90 minutes a day", "05/06/2026"),
    ]
)


@settings(max_examples=written.examples(200))
@given(st.dictionaries(KEYS, VALUES, min_size=2, max_size=6))
def test_after_fmt_the_same_is_read_and_no_word_is_gone(pairs: dict[str, str]) -> None:
    lines = "\n".join(f"{key}: {value}" for key, value in pairs.items())
    after = after_fmt(lines)
    (goal, told), (again, still) = read(lines), read(after.rstrip("\n"))
    assert replace(goal, prose=Prose()) == replace(again, prose=Prose())
    assert goal.unread == again.unread
    quiet = {"F205", "F221"}
    assert sorted(set(told) - quiet) == sorted(set(still) - quiet)
    for word in ("books", "82", "800", "Woche", "sometime"):
        assert (word in lines) is (word in after)
    # Of a measure "so much a week" is what "weekly" says.
    assert ("weekly" in lines) is ("weekly" in after or ("weekly" in lines and "a week" in after))
