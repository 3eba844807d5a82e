"""Strength and runs of habits: pure arithmetic on days and on marks.

In: what was done day by day, marks period by period. Out: a strength from 0 to 1, runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from milepost.journal.words import Period
from milepost.progress.days import LENGTH
from milepost.progress.report import Mark

RESERVE = 4
"""One miss in so many periods is covered by the reserve."""


def strength(days: Iterable[float | None], times: float, per: Period, limit: bool = False) -> float:
    """How firm a habit has become, from 0 to 1.

    `days` is what was done on each day; None is a day that is skipped, or not known yet, and leaves
    the strength as it was. A habit starts at 0 and grows by what is done of the `times` wanted
    `per` period; a limit starts at 1 and falls by what goes beyond it. Habits under daily look at 2
    periods at once, so that it does not matter on which of its days they were done. The strength
    loses half of what it was in 13 days at a daily habit, more slowly at rarer ones.
    """
    length = LENGTH[per]
    if times <= 0 and not limit:
        return 0.0
    often = times / length
    keep = 0.5 ** (sqrt(often) / 13) if often > 0 else 0.5 ** (sqrt(1 / length) / 13)
    window, want = length, times
    if often < 1:
        window, want = 2 * length, 2 * times
    score = 1.0 if limit else 0.0
    recent = [0.0] * window
    total = 0.0
    for index, done in enumerate(days):
        place = index % window
        total += (done or 0.0) - recent[place]
        recent[place] = done or 0.0
        if place == window - 1:
            total = sum(recent)  # so that rounding does not pile up
        if done is None:
            continue
        score = score * keep + _value(total, want, limit) * (1 - keep)
    return min(max(score, 0.0), 1.0)


def _value(total: float, want: float, limit: bool) -> float:
    """How well a window of days went, from 0 to 1."""
    if not limit:
        return min(1.0, max(0.0, total / want))
    if want <= 0:
        return 1.0 if total <= 1e-9 else 0.0
    return min(1.0, max(0.0, 1 - (total - want) / want))


@dataclass(frozen=True, slots=True)
class Runs:
    """The current run, the best so far, and after how many misses the current one came back."""

    now: int
    best: int
    back_after: int = 0


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
