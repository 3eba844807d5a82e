"""How often the judge agrees with the labelled statements, with floors that no change may break."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from milepost.checks.wording.judgement import Judgement, judge

STATEMENTS = Path(__file__).parent / "statements"
Case = tuple[dict[str, str], Judgement]


def cases(name: str) -> list[Case]:
    with (STATEMENTS / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return [(row, judge(row["text"])) for row in csv.DictReader(rows)]


def agreement(found: list[Case], label: str) -> float:
    return sum((row[label] == "1") is getattr(said, label) for row, said in found) / len(found)


@pytest.mark.parametrize(
    ("name", "smart", "measurable", "time_bound"),
    [
        ("dev", 0.99, 0.99, 0.99),
        ("untouched", 0.99, 0.99, 0.99),
        ("voices", 0.98, 0.97, 0.98),
        ("last", 0.98, 0.98, 0.98),
        ("fresh_a", 0.99, 0.98, 0.99),
        ("fresh_b", 0.99, 0.98, 0.98),
        ("fresh_c", 0.98, 0.98, 0.98),
        ("fresh_d", 0.90, 0.90, 0.90),
        ("fresh_e", 0.98, 0.98, 0.98),
    ],
)
def test_the_judge_agrees_with_the_labels(
    name: str, smart: float, measurable: float, time_bound: float
) -> None:
    found = cases(name)

    assert agreement(found, "smart") >= smart
    assert agreement(found, "measurable") >= measurable
    assert agreement(found, "time_bound") >= time_bound


@pytest.mark.parametrize(
    ("name", "most"), [("dev", 0.02), ("untouched", 0.02), ("fresh_a", 0.02), ("fresh_b", 0.02)]
)
def test_good_goals_are_seldom_called_vague(name: str, most: float) -> None:
    good = [said for row, said in cases(name) if row["smart"] == "1"]

    assert sum(not said.smart for said in good) / len(good) <= most
