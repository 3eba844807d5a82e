"""Numbers in the unit of their goal: what is another unit is told, and what stands is not added."""

from __future__ import annotations

import pytest
from written import read, stands

from milepost.progress.reasons import FarFromStart, PastAtFirst
from milepost.progress.values import Status

WINDOW = "time_bound: 2026-01-05 to 2026-12-27"


def journal(measure: str, *values: str) -> str:
    entries = "\n".join(
        f"== content/journal/2026-W{week:02}.md ==\n---\nprogress: {{g: {value}}}\n---"
        for week, value in enumerate(values, start=6)
    )
    return (
        f"== content/goals/g.md ==\n---\ntitle: G\nmeasurable: {measure}\n{WINDOW}\n---\n{entries}"
    )


@pytest.mark.parametrize(
    ("measure", "value", "actual"),
    [
        ("100 hours", "90 min", 1.5),
        ("100 hours", "1h30", 1.5),
        ("600 minutes", "1h30", 90),
        ("600 minutes", "0:30 h", 30),
        ("from 30:00 to 25:00 minutes", "29:30", 29.5),
        ("from 30:00 to 25:00", "29 min 30 s", 29.5),
        ("from 2:10:00 to 1:59:59", "2:06:00", 2.1),
        ("24 books", "1 book", 1),
        ("1200 practice questions", "34 questions", 34),
        ("from 82 to 75 kg", "81.4 kg", 81.4),
        ("€5000", "20 EUR", 20),
        ("€5000", "EUR 20", 20),
        ("CHF 2400", "CHF 20", 20),
        ("CHF 2400", "+CHF 20.50", 20.5),
        ("2400 CHF", "=CHF 1'200", 1200),
        ("Rs 500", "₹20", 20),
        ("500 rupees", "Rs. 20", 20),
        ("£3.5m", "GBP 2k", 2000),
        ("24", "3 books", 3),
    ],
)
def test_a_number_counts_in_the_unit_of_its_goal(measure: str, value: str, actual: float) -> None:
    text = journal(measure, value)
    assert read(text).findings == ()
    assert stands(text, "2026-03-15", "g").actual == pytest.approx(actual)


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("24 books", "34 pages"),
        ("24 books", "29:10"),
        ("24 books", "45 min"),
        ("3 times a week", "45 min"),
        ("from 82 to 75 kg", "180 lb"),
        ("100 km", "12 miles"),
        ("from 2:10:00 to 1:59:59", "58:20"),
        ("keep 70 to 75 kg", "+1"),
        ("average mood at least 7", "+1"),
    ],
)
def test_a_number_of_something_else_is_told_and_not_counted(measure: str, value: str) -> None:
    loaded = read(journal(measure, value))
    assert [finding.code for finding in loaded.findings] == ["F210"]
    assert loaded.journal.readings == ()


@pytest.mark.parametrize(
    ("reading", "actual", "note"),
    [
        ("2026-02-01 90 min", 1.5, ""),
        ("2026-02-01 90 min, tired", 1.5, "tired"),
        ("2026-02-01 =2 h at the desk", 2, "at the desk"),
        ("2026-02-01 3 minor chapters", 3, "minor chapters"),
    ],
)
def test_a_reading_of_the_goal_s_own_has_a_unit_and_a_note(
    reading: str, actual: float, note: str
) -> None:
    goal = f'---\ntitle: G\nmeasurable: 100 hours\n{WINDOW}\nreadings: ["{reading}"]\n---\n'
    found = stands(goal, "2026-03-15")
    told = found.series[-1].reading
    assert told
    assert (found.actual, told.note) == (actual, note)


def test_a_reading_of_the_goal_s_own_in_another_unit_is_told() -> None:
    goal = f"---\nmeasurable: CHF 2400\n{WINDOW}\nreadings: [2026-02-01 EUR 20 a gift]\n---\n"
    assert [finding.code for finding in read(goal).findings] == ["F210"]


def test_rows_of_a_file_have_units_too() -> None:
    text = (
        "== content/goals/g.md ==\n---\ntitle: G\n"
        f"measurable: {{kind: count, to: 100, unit: hours, source: data/h.csv}}\n{WINDOW}\n---\n"
        "== data/h.csv ==\ndate,time\n2026-02-01,90 min\n2026-02-08,3 km\n"
    )
    assert [finding.code for finding in read(text).findings] == ["F305"]
    assert stands(text, "2026-03-15", "g").actual == 1.5


def test_so_far_from_the_first_reading() -> None:
    found = stands(journal("lose 7 kg", "82", "81"), "2026-03-15", "g")
    assert (found.from_, found.to, found.actual) == (82, 75, 81)
    found = stands(journal("gain 3 kg", "60"), "2026-03-15", "g")
    assert (found.from_, found.to) == (60, 63)
    assert stands(journal("lose 7 kg"), "2026-03-15", "g").status is Status.NO_DATA


@pytest.mark.parametrize(
    ("measure", "first", "asked"),
    [
        ("75 kg", "82", True),
        ("75 kg", "76", True),
        ("75 kg", "75", False),
        ("75 kg", "82!", False),
        ("8 kg", "85", True),
        ("24 books", "30", True),
        ("24 books", "24", False),
        ("24 books", "30!", False),
        ("20 open bugs", "31", True),
        ("100 km", "105", False),
        ("100 km", "105.1", True),
        ("30 km", "20", False),
        ("25", "28.5", True),
        ("down to 75 kg", "82", False),
    ],
)
def test_a_first_number_past_the_target_closes_nothing(
    measure: str, first: str, asked: bool
) -> None:
    found = stands(journal(measure, first), "2026-03-15", "g")
    assert isinstance(found.reason, PastAtFirst) is asked
    assert (found.status is Status.UNREAD) is asked


@pytest.mark.parametrize(
    ("measure", "values", "asked"),
    [
        ('{kind: count, to: 90, unit: "%"}', ("85", "86"), True),
        ('{kind: count, to: 90, unit: "% attendance"}', ("85 %", "86 %"), True),
        ('{kind: count, to: 90, unit: "%"}', ("40", "60"), False),  # 100 % of it
        ('{kind: count, to: 90, unit: "%"}', ("40", "60.5"), True),
        (
            '{kind: count, to: 90, unit: "%"}',
            ("40", "+60.5"),
            True,
        ),  # a sign on one of them does not make the other add up
        ('{kind: count, to: 90, unit: "%"}', ("=85", "=86"), False),
        ('{kind: count, to: 90, unit: "%"}', ("85", "86!"), False),
        ('{kind: count, to: 150, unit: "%"}', ("85", "86"), False),
        ("to 90 %", ("85", "86"), False),
    ],
)
def test_shares_do_not_add_up_beyond_the_whole(
    measure: str, values: tuple[str, str], asked: bool
) -> None:
    found = stands(journal(measure, *values), "2026-02-20", "g")
    assert (found.status is Status.UNREAD) is asked


@pytest.mark.parametrize(
    ("measure", "rate"),
    [
        ("100 hours at 30 min a day", 3.5),
        ("24 books at two a week", 2),
        ("24 books, 2 a wk", 2),
        ("24 books at 2 km a week", None),
        ("€2400 at $200 a week", None),
    ],
)
def test_a_rate_is_in_the_unit_of_its_goal(measure: str, rate: float | None) -> None:
    loaded = read(journal(measure))
    goal = loaded.journal.goals[0]
    assert (goal.measurable.rate if goal.measurable else None) == rate
    assert ("F213" in {finding.code for finding in loaded.findings}) is (rate is None)


@pytest.mark.parametrize(
    ("measure", "values", "asked"),
    [
        ("from 62 to 90 portraits", ("2",), False),  # one slip is doubted as that
        ("from 62 to 90 portraits", ("2", "3", "1"), True),
        ("from 62 to 90 portraits", ("30.9",), True),
        ("from 62 to 90 portraits", ("31",), False),
        ("from 62 to 90 portraits", ("2", "64"), False),
        ("from 62 to 90 portraits", ("2!",), False),
        ("{kind: count, from: 62, to: 90, unit: portraits}", ("2", "3"), False),
        ("from 82 to 75 kg", ("2", "0.5"), True),
        ("from 82 to 75 kg", ("9.3", "9.3"), True),
        ("from 82 to 75 kg", ("9.4",), False),
        ("from 10 to 5 open tickets", ("100", "90"), True),
        ("from 10 to 5 open tickets", ("20.1", "21"), True),
        ("from 10 to 5 open tickets", ("20",), False),
        ("from 10 to 5 open tickets", ("1",), False),
        ("from 0 to 40 %", ("2",), False),
    ],
)
def test_numbers_far_from_a_stated_start_are_asked_about(
    measure: str, values: tuple[str, ...], asked: bool
) -> None:
    """They may be what was added, or lost, and not where it stands."""
    found = stands(journal(measure, *values), "2026-03-15", "g")
    assert isinstance(found.reason, FarFromStart) is asked
    assert (found.status is Status.UNREAD) is asked
