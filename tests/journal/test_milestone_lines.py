"""What stands around the words of a milestone is read, or asked about."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from milepost.journal.load import load
from milepost.journal.milestone_lines import parse_milestone
from milepost.journal.numbers import Misread
from milepost.journal.values import Milestone

APRIL = date(2026, 4, 15)


@pytest.mark.parametrize(
    "line",
    [
        "2026-04-15 exam", "2026-04-15: exam", "by 2026-04-15 exam", "15.04.2026 exam",
        "15 April 2026 exam", "April 15, 2026: exam", "Tuesday, 15 April 2026 exam",
        "due 2026-04-15 – exam", "2026-04-15 at the latest: exam", "exam 2026-04-15",
        "exam by 15 April 2026", "exam (2026-04-15)", "exam on 15.04.2026", "exam 📅 2026-04-15",
    ],
)  # fmt: skip
def test_a_day_is_read_before_the_words_and_behind_them(line: str) -> None:
    assert parse_milestone(line) == Milestone("exam", APRIL)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("April 2026: exam", date(2026, 4, 30)),
        ("end of April 2026 exam", date(2026, 4, 30)),
        ("Q2 2026 exam", date(2026, 6, 30)),
        ("2026-Q2 exam", date(2026, 6, 30)),
        ("mid-2026 exam", date(2026, 6, 30)),
        ("2026: exam", date(2026, 12, 31)),
        ("exam in 2026", date(2026, 12, 31)),
        ("before April 2026 exam", date(2026, 3, 31)),
    ],
)
def test_a_period_means_its_last_day(line: str, due: date) -> None:
    assert parse_milestone(line) == Milestone("exam", due)


@pytest.mark.parametrize(
    "line",
    [
        "35 contact hours done", "Marathon Berlin 2026", "the report for Q2 2026", "May exam",
        "March to the summit", "first half of the book read", "three weeks abroad", "X-ray taken",
        "1/2 marathon", "2.5 km run", "Spring cleaning", "finished the course", "done",
        "weight 75 kg", "3 chapters read",
    ],
)  # fmt: skip
def test_words_that_are_no_mark_stay_words(line: str) -> None:
    assert parse_milestone(line) == Milestone(line)
    assert parse_milestone(f"2026-04-15 {line}") == Milestone(line, APRIL)


@pytest.mark.parametrize(
    ("line", "done", "due"),
    [
        ("[x] exam", True, None),
        ("x 2026-04-15 exam", True, APRIL),
        ("✓ 2026-04-15 exam", True, APRIL),
        ("done exam", True, None),
        ("done: exam", True, None),
        ("exam ✓", True, None),
        ("exam (done)", True, None),
        ("exam, done", True, None),
        ("☐ exam", False, None),
        ("not done: exam", False, None),
        ("done 15.04.2026 exam", APRIL, None),
        ("done on 15 April 2026: exam", APRIL, None),
        ("completed 2026-04-15 exam", APRIL, None),
        ("exam, done 2026-04-15", APRIL, None),
        ("exam ✅ 2026-04-15", APRIL, None),
        ("done 2026-04-15 2026-04-15 exam", APRIL, APRIL),
    ],
)
def test_ticks(line: str, done: bool | date, due: date | None) -> None:
    assert parse_milestone(line) == Milestone("exam", due, done)


@pytest.mark.parametrize(
    ("line", "weight"),
    [
        ("exam (weight 2)", 2.0), ("exam (weight two)", 2.0), ("exam (weight: 0.5)", 0.5),
        ("exam, weight 2", 2.0), ("exam (2x)", 2.0), ("exam (×3)", 3.0), ("exam [weight 2]", 2.0),
        ("exam (weight 1000)", 1000.0),
    ],
)  # fmt: skip
def test_weights(line: str, weight: float) -> None:
    assert parse_milestone(f"2026-04-15 {line}") == Milestone("exam", APRIL, weight=weight)


@pytest.mark.parametrize(
    "line",
    [
        "04/05/2026 exam", "exam 04/05/2026", "end of April exam", "exam by June", "15 April exam",
        "Q2 exam", "15.04. exam", "next spring exam", "spring 2026 exam", "early June exam",
        "within three months exam", "exam next month", "2026 exam", "2000 words",
        "before 2026-04-15 exam", "2026-04-01 to 2026-04-15 exam", "2026-02-30 exam",
        "done yesterday exam", "done April 2026 exam", "done by 2026-04-15 exam", "[/] exam",
        "2026-04-15 exam weight 2", "2026-04-15 exam (weight -2)", "2026-04-15 exam (weight 1001)",
        "2026-04-15 exam (weight soon)", "2026-04-15 =50 % exam", "2026-04-15 =x exam",
    ],
)  # fmt: skip
def test_what_looks_like_a_mark_and_is_none_is_asked_about(line: str) -> None:
    misread = parse_milestone(line)
    assert isinstance(misread, Misread)
    for proposed in re.findall(r"`([^`]+ [^`]+)`", misread.help):
        assert isinstance(parse_milestone(proposed), Milestone), proposed


def milestones(lines: str) -> tuple[Any, ...]:
    file = f"---\nmilestones:\n{lines}\n---\n# Sail\n"
    loaded = load({"content/goals/sail.md": file.encode()})
    assert not [one for one in loaded.findings if one.code != "F221"], loaded.findings
    return loaded.journal.goals[0].milestones


@pytest.mark.parametrize(
    "line",
    [
        "2026-04-15: exam", "exam: 2026-04-15", "15.04.2026: exam", "April 15 2026: exam",
        "by 2026-04-15: exam",
    ],
)  # fmt: skip
def test_yaml_s_colon_beside_a_day_parts_no_more_than_a_blank(line: str) -> None:
    assert milestones(f"  - {line}") == (Milestone("exam", APRIL),)


@pytest.mark.parametrize(
    ("line", "vague"),
    [
        ("early March 2026 rehearsal", "early March 2026"),
        ("rehearsal, early March 2026", "early March 2026"),
        ("rehearsal by early March 2026", "by early March 2026"),
        ("late 2026 rehearsal", "late 2026"),
        ("Anfang März 2026 Probe", "Anfang März 2026"),
        ("Probe bis Anfang März 2026", "bis Anfang März 2026"),
        ("Anfang März: Probe", "Anfang März"),
        ("Mitte März: Probe", "Mitte März"),
        ("im Frühjahr 2026 Probe", "im Frühjahr 2026"),
    ],
)
def test_a_part_of_a_month_or_a_year_is_asked_about_and_no_part_of_the_title(
    line: str, vague: str
) -> None:
    read = parse_milestone(line)
    assert isinstance(read, Misread)
    assert read.message == f"no day can be told from “{vague}” alone"


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Ende März 2026 Probe", date(2026, 3, 31)),
        ("Probe, Mitte März 2026", date(2026, 3, 15)),
        ("2026-03-31 an early rehearsal", date(2026, 3, 31)),
    ],
)
def test_its_end_and_its_middle_are_days(line: str, due: date) -> None:
    read = parse_milestone(line)
    assert isinstance(read, Milestone)
    assert read.due == due
