"""The forecast held against a person's own past: what was said each week, and what came.

In: a journal and a day. Out: coverage and Brier scores by measure, and the lines that print them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from milepost.journal.model import Journal, Reading
from milepost.journal.words import Kind
from milepost.progress.closing import brier
from milepost.progress.reasons import plural
from milepost.progress.replay import Replay, replay

ENOUGH_GOALS, ENOUGH_WEEKS = 5, 20
"""Fewer goals that have ended, or fewer weeks, than these tell too little."""


@dataclass(frozen=True, slots=True)
class Tested:
    """All goals of one measure together; shares are None where there is nothing to share out.

    Every goal weighs the same in `brier` and in `far`, however many weeks it had. `base` is the
    Brier score of always saying how many of these goals were met.
    """

    kind: Kind
    goals: int
    ended: int
    weeks: int
    near: float | None
    far: float | None
    brier: float | None
    base: float | None

    @property
    def enough(self) -> bool:
        """Whether the scores of goals that have ended mean anything yet."""
        return self.ended >= ENOUGH_GOALS


@dataclass(frozen=True, slots=True)
class Backtest:
    """The replay of a journal: one row for each measure that has a forecast, and the replays."""

    rows: tuple[Tested, ...]
    replays: tuple[Replay, ...]
    verdict: str

    def lines(self) -> tuple[str, ...]:
        """The table and the verdict as text, one item a line."""
        head = (
            f"{'':<8}{'goals':>7}{'ended':>7}{'weeks':>7}"
            f"{'4 weeks on':>12}{'at the due':>12}{'Brier':>8}{'base':>8}"
        )
        return (head, *(_line(row) for row in self.rows), "", self.verdict) if self.rows else (
            self.verdict,
        )  # fmt: skip


def backtest(journal: Journal, day: date) -> Backtest:
    """Replays every count and level week by week, each week seeing only what was known then."""
    readings: dict[str, list[Reading]] = {}
    for one in journal.readings:
        if one.since <= day:
            readings.setdefault(one.goal, []).append(one)
    replays = tuple(
        found
        for goal in sorted(journal.goals, key=lambda g: g.id)
        if (found := replay(goal, readings.get(goal.id, ()), day))
    )
    rows = tuple(
        _tested(kind, [r for r in replays if r.kind is kind])
        for kind in (Kind.COUNT, Kind.LEVEL)
        if any(r.kind is kind for r in replays)
    )
    return Backtest(rows, replays, _verdict(rows))


def _tested(kind: Kind, replays: Sequence[Replay]) -> Tested:
    ended = [r for r in replays if r.met is not None and r.chances]
    scores = [brier(r.chances, bool(r.met)) or 0.0 for r in ended]
    near = [held for r in replays for held in r.near]
    far = [sum(r.far) / len(r.far) for r in replays if r.far]
    share = sum(bool(r.met) for r in ended) / len(ended) if ended else 0.0
    return Tested(
        kind,
        goals=len(replays),
        ended=len(ended),
        weeks=len(near),
        near=sum(near) / len(near) if near else None,
        far=sum(far) / len(far) if far else None,
        brier=sum(scores) / len(scores) if scores else None,
        base=share * (1 - share) if ended else None,
    )


def _line(row: Tested) -> str:
    near = "too few" if row.weeks < ENOUGH_WEEKS or row.near is None else f"{row.near:.0%}"
    cells = ["too few"] * 3
    if row.enough:
        cells = [
            "-" if row.far is None else f"{row.far:.0%}",
            "-" if row.brier is None else f"{row.brier:.3f}",
            "-" if row.base is None else f"{row.base:.3f}",
        ]
    return (
        f"{row.kind.value:<8}{row.goals:>7}{row.ended:>7}{row.weeks:>7}"
        f"{near:>12}{cells[0]:>12}{cells[1]:>8}{cells[2]:>8}"
    )


def _verdict(rows: Sequence[Tested]) -> str:
    """What the table means, in a sentence or two."""
    weeks = sum(row.weeks for row in rows)
    ended = sum(row.ended for row in rows)
    if not rows:
        return "Nothing to replay yet: no count or level has a start, a due date and readings."
    parts = []
    if weeks < ENOUGH_WEEKS:
        parts.append(
            f"Too little to tell yet: {plural(weeks, 'week')} can be checked, "
            f"and it takes {ENOUGH_WEEKS}."
        )
    else:
        held = sum((row.near or 0.0) * row.weeks for row in rows) / weeks
        parts.append(
            f"Four weeks on, the 80 % range held what came in {held:.0%} of {weeks} weeks"
            f"{_judged(held)}."
        )
    scored = [row for row in rows if row.enough]
    if not scored:
        parts.append(
            f"{_goals(ended)} ended so far; "
            f"from {ENOUGH_GOALS} of a measure on, the probability can be scored."
        )
    for row in scored:
        better = (row.brier or 0.0) < (row.base or 0.0)
        parts.append(
            f"For {row.kind.value}s the probability did {'better' if better else 'no better'} "
            f"than the plain share of goals met ({row.brier:.3f} against {row.base:.3f}; "
            f"less is better)."
        )
    return " ".join(parts)


def _goals(ended: int) -> str:
    if ended == 0:
        return "No goal with a forecast has"
    return f"{plural(ended, 'goal')} with a forecast {'has' if ended == 1 else 'have'}"


def _judged(held: float) -> str:
    if held < 0.7:
        return ", so it is too narrow for your weeks"
    return ", so it is wider than it need be" if held > 0.9 else ""
