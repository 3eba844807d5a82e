"""The forecast held against a person's own past: what was said each week, and what came.

In: a journal and a day. Out: coverage and Brier scores by measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from milepost.journal.model import Journal, Reading
from milepost.journal.words import Kind
from milepost.progress.closing import brier
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
    return Backtest(rows, replays)


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
