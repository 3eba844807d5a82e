"""Score the wording judge: in go the statements in tests/checks/statements, out come its figures.

usage: score.py [--misses] [FILE ...]

Each file is CSV with the columns smart, measurable, time_bound (0 or 1), domain, text; some have
`specific` too.
The misses of dev.csv are always listed; those of the other files only with --misses, so that a
look at the figures does not become tuning.
"""

from __future__ import annotations

import argparse
import csv
import re
from dataclasses import dataclass
from pathlib import Path

from milepost.checks.wording.judgement import Judgement, judge

STATEMENTS = Path(__file__).resolve().parent.parent / "tests" / "checks" / "statements"
LABELS = ("smart", "specific", "measurable", "time_bound")
LISTED = ("smart", "measurable", "time_bound")
"""The labels that every file has, and whose misses are listed."""


@dataclass(frozen=True, slots=True)
class Case:
    """A statement, its labels and what the judge says."""

    text: str
    labels: dict[str, bool]
    judgement: Judgement

    def right(self, label: str) -> bool:
        """Whether the judge agrees with the label."""
        return bool(getattr(self.judgement, label)) is self.labels[label]

    @property
    def length(self) -> int:
        """Words of the statement, as people count them."""
        return len(re.findall(r"[^\W_]\S*", self.text))


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1; nan where nothing stands to be counted."""

    precision: float
    recall: float
    f1: float


def read(path: Path) -> list[Case]:
    """The statements of a file, judged."""
    with path.open(encoding="utf-8", newline="") as rows:
        return [Case(row["text"], _labels(row), judge(row["text"])) for row in csv.DictReader(rows)]


def _labels(row: dict[str, str]) -> dict[str, bool]:
    """What the author says of a statement: the columns that the file has."""
    return {label: row[label] == "1" for label in LABELS if label in row}


def share(hits: int, of: int) -> float:
    """The quotient, and nan for nothing."""
    return hits / of if of else float("nan")


def accuracy(cases: list[Case], label: str = "smart") -> float:
    """The share of statements on which judge and label agree."""
    return share(sum(case.right(label) for case in cases), len(cases))


def score(cases: list[Case], label: str, side: bool = True) -> Score:
    """Precision, recall and F1 of one side of a label."""
    said = [case for case in cases if bool(getattr(case.judgement, label)) is side]
    true = [case for case in cases if case.labels[label] is side]
    both = sum(case.labels[label] is side for case in said)
    precision, recall = share(both, len(said)), share(both, len(true))
    total = precision + recall
    return Score(precision, recall, 2 * precision * recall / total if total else 0.0)


def macro_f1(cases: list[Case], label: str = "smart") -> float:
    """The mean of the F1 of both sides."""
    return (score(cases, label).f1 + score(cases, label, False).f1) / 2


def false_alarms(cases: list[Case]) -> float:
    """The share of statements labelled SMART that the judge calls vague."""
    good = [case for case in cases if case.labels["smart"]]
    return share(sum(not case.judgement.smart for case in good), len(good))


def middling(cases: list[Case]) -> list[Case]:
    """The statements of 5 to 10 words, where length gives nothing away."""
    return [case for case in cases if 5 <= case.length <= 10]


def report(path: Path, misses: bool) -> None:
    """Print one file's figures."""
    cases = read(path)
    good = sum(case.labels["smart"] for case in cases)
    print(f"{path.name}: {len(cases)} statements, {good} SMART and {len(cases) - good} vague")
    short = middling(cases)
    print(f"  smart        accuracy {accuracy(cases):.3f}  macro-F1 {macro_f1(cases):.3f}")
    print(f"               false alarms on SMART ones {false_alarms(cases):.1%}")
    print(f"               5 to 10 words: {accuracy(short):.3f} of {len(short)}")
    for label in ("measurable", "time_bound"):
        found = score(cases, label)
        line = f"precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}"
        print(f"  {label:<12} {line}")
    if misses:
        for case in cases:
            wrong = [label for label in LISTED if not case.right(label)]
            if wrong:
                kinds = [reason.kind for reason in case.judgement.reasons]
                said = ", ".join(f"{name} is {int(case.labels[name])}" for name in wrong)
                print(f"    {case.text}\n      {said}; the judge saw {', '.join(kinds)}")
    print()


def main() -> None:
    """Score the files named, or all of them."""
    parser = argparse.ArgumentParser(description="Score the wording judge.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true", help="list misses of every file")
    chosen = parser.parse_args()
    for path in chosen.files or sorted(STATEMENTS.glob("*.csv")):
        report(path, misses=chosen.misses or path.name == "dev.csv")


if __name__ == "__main__":
    main()
