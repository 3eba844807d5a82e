"""Strength and runs of habits: pure arithmetic on days and on marks.

In: what was done day by day, marks period by period. Out: a strength from 0 to 1, runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from milepost.journal.words import Period
from milepost.progress.days import LENGTH
from milepost.progress.values import Mark

RESERVE = 4
"""One miss in so many periods is covered by the reserve."""


def keeps(times: float, per: Period) -> float:
    """The part of a habit's strength that is left after a day: half in 13 days at a daily habit."""
    often = max(times, 1.0 if times <= 0 else 0.0) / LENGTH[per]
    return float(0.5 ** (sqrt(often) / 13))


def memory(times: float, per: Period) -> int:
    """How many days a strength remembers: what lies further back weighs less than 1e-12."""
    often = max(times, 1.0 if times <= 0 else 0.0) / LENGTH[per]
    return ceil(40 * 13 / sqrt(often)) + 2 * LENGTH[per] if often > 1e-4 else 10_000


def strength(days: Sequence[float | None], times: float, per: Period, limit: bool = False) -> float:
    """How firm a habit has become, from 0 to 1.

    `days` is what was done on each day; None is a day that is skipped, or not known yet, and leaves
    the strength as it was. A habit starts at 0 and grows by what is done of the `times` wanted
    `per` period; a limit starts at 1 and falls by what goes beyond it. Habits under daily look at 2
    periods at once, so that it does not matter on which of its days they were done. The strength
    loses half of what it was in 13 days at a daily habit, more slowly at rarer ones.
    """
    if times <= 0 and not limit:
        return 0.0
    keep = keeps(times, per)
    window, want = LENGTH[per], times
    if times < window:
        window, want = 2 * window, 2 * times
    gain, score = 1 - keep, 1.0 if limit else 0.0
    total = 0.0
    for index, done in enumerate(days):
        if done:
            total += done
        if index >= window:
            total -= days[index - window] or 0.0
        if done is None:
            continue
        value = _within(total, want) if limit else 1.0 if total >= want else total / want
        score = score * keep + (value if value > 0.0 else 0.0) * gain
    return min(max(score, 0.0), 1.0)


def _within(total: float, want: float) -> float:
    """How well a limit was kept: 1 up to it, 0 from twice as much on."""
    if want <= 0:
        return 1.0 if total <= 1e-9 else 0.0
    return min(1.0, max(0.0, 1 - (total - want) / want))


@dataclass(frozen=True, slots=True)
class Runs:
    """The current run, the best so far, and after how many misses the current one came back."""

    now: int
    best: int
    back_after: int


def runs(marks: Sequence[Mark]) -> Runs:
    """Runs of periods done, with a reserve of one miss in four.

    A miss breaks a run only when one of the three periods before it that counted was a miss, too.
    Skips and pauses neither add nor break. Unknown periods are taken as missed: leave out the one
    that is not over.
    """
    now = best = misses = back = 0
    since_miss = RESERVE
    for mark in marks:
        if mark in {Mark.SKIP, Mark.PAUSE}:
            continue
        if mark is Mark.DONE:
            if misses:
                back = misses
            now, misses, since_miss = now + 1, 0, since_miss + 1
            best = max(best, now)
            continue
        if since_miss < RESERVE - 1:
            now = 0
        misses, since_miss = misses + 1, 0
    return Runs(now, best, back if now == 1 or (back and _just_back(marks)) else 0)


def _just_back(marks: Sequence[Mark]) -> bool:
    """Whether the latest period that counted was done and the one before it was not."""
    counted = [m for m in marks if m not in {Mark.SKIP, Mark.PAUSE}]
    return len(counted) > 1 and counted[-1] is Mark.DONE and counted[-2] is not Mark.DONE
