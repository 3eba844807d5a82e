"""Does the forecast deserve trust? Invented goals of several kinds of workers, with a fixed seed.

Prints, for each kind and over all: how often the 80 % range at half time held what came, the Brier
score of the probability beside that of the base rate and of plain rules, how often the call (more
likely than not) was right, and the status changes a quarter in the median goal. Exits 1 when a
target is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from statistics import median

from forecast_rules import RULES
from forecast_workers import KINDS, Course, Work, course, turning, work

from milepost.journal.model import Reading
from milepost.journal.words import Mode
from milepost.progress.calibration import AHEAD, scale, score
from milepost.progress.forecast import Drift, sums
from milepost.progress.status import after
from milepost.progress.trend import trend_on
from milepost.progress.values import Point, Status

SEED, GOALS, LEVELS = 20260101, 2000, 800


@dataclass(frozen=True)
class Outcome:
    """One goal: what was said at half time, and what came.

    `green` says whether the status was on track, for each week of the third quarter of the window.
    """

    held: bool
    chance: float
    met: bool
    rules: tuple[bool, ...] = ()
    changes: float | None = None
    green: tuple[bool, ...] = ()
    gap_green: tuple[bool, ...] = ()
    turned: bool = False


def count_outcome(one: Work) -> Outcome:
    weeks, half = len(one.weeks), len(one.weeks) // 2
    plain = [held.pace.drift for held in sums(((added, 1.0) for added in one.weeks), one.plan)]
    first = max(2, -(-weeks // 10))
    off = [
        score(sum(one.weeks[week : week + AHEAD]) - plain[week].rate * AHEAD,
              plain[week].spread(AHEAD))
        for week in range(first, weeks - AHEAD + 1)
    ]  # fmt: skip
    drifts = [
        drift.scaled(scale(off[: max(0, week - AHEAD - first + 1)]))
        for week, drift in enumerate(plain)
    ]
    total, left = sum(one.weeks[:half]), one.target - sum(one.weeks[:half])
    low, high = drifts[half].range(weeks - half)
    changes, statuses = quarterly(one, drifts)
    third = [week for week in statuses if weeks // 2 <= week < weeks * 3 // 4]
    gap = RULES["16-point gap"]
    return Outcome(
        max(0.0, low) <= sum(one.weeks[half:]) <= high,
        1.0 if left <= 0 else drifts[half].probability(left, weeks - half),
        one.met,
        tuple(rule(one.weeks[:half], one.target, weeks) for rule in RULES.values()),
        changes,
        tuple(statuses[week] in {Status.ON_TRACK, Status.AHEAD} for week in third),
        tuple(gap(one.weeks[:week], one.target, weeks) for week in third if total >= 0),
    )


def quarterly(one: Work, drifts: Sequence[Drift]) -> tuple[float | None, dict[int, Status]]:
    """Changes of status in 13 weeks, from the grey start to the end or the target; and statuses."""
    weeks, total, changes = len(one.weeks), 0, 0
    status: Status | None = None
    statuses: dict[int, Status] = {}
    for week, added in enumerate(one.weeks, 1):
        total += added
        if total >= one.target or week == weeks:
            break
        if week < max(2, weeks / 10):
            continue
        now = after(status, drifts[week].probability(one.target - total, weeks - week))
        changes += status is not None and now is not status
        status, statuses[week] = now, now
    return (changes * 13 / len(statuses) if len(statuses) >= 6 else None), statuses


def level_outcome(one: Course) -> Outcome:
    start = date(2026, 1, 4)
    weeks = len(one.readings) - 1
    points = []
    for index, value in enumerate(one.readings):
        when = start + timedelta(weeks=index)
        points.append(Point(when, value, 0.0, Reading("g", when, value, Mode.LEVEL, when)))
    half = weeks // 2
    now = (start + timedelta(weeks=half)).toordinal()
    trend = trend_on(points[: half + 1], now)
    if trend is None:
        raise ValueError("a course has more than five readings before half time")
    drift = trend.drift
    if not trend.turned:
        drift = drift.scaled(scale([off(one, points, week) for week in range(5, half - AHEAD + 1)]))
    stands = trend.at(now)
    low, high = (stands + change for change in drift.range(weeks - half))
    chance = drift.probability(one.target - stands, weeks - half)
    return Outcome(low <= one.readings[-1] <= high, chance, one.met, turned=trend.turned)


def off(one: Course, points: Sequence[Point], week: int) -> float:
    """How far off it was what was foreseen of a level for four weeks later."""
    then = points[week].day.toordinal()
    trend = trend_on(points[: week + 1], then)
    if trend is None:
        raise ValueError("a course has more than five readings by then")
    came = one.readings[week + AHEAD] - trend.at(then) - trend.drift.rate * AHEAD
    return score(came, trend.drift.spread(AHEAD))


def share(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / len(found)


def brier(outcomes: Sequence[Outcome], rule: int | None = None) -> float:
    """The Brier score of the probability, or of a plain rule's yes or no."""
    said = [one.chance if rule is None else float(one.rules[rule]) for one in outcomes]
    squares = [(chance - one.met) ** 2 for chance, one in zip(said, outcomes, strict=True)]
    return sum(squares) / len(squares)


def row(name: str, outcomes: Sequence[Outcome]) -> str:
    base = share(one.met for one in outcomes)
    cells = [
        f"{name:<15}",
        f"{len(outcomes):>6}",
        f"{base:>6.2f}",
        f"{share(one.held for one in outcomes):>9.3f}",
        f"{brier(outcomes):>7.3f}",
        f"{base * (1 - base):>7.3f}",
    ]
    for index in range(len(RULES)):
        known = outcomes[0].rules
        cells.append(f"{brier(outcomes, index):>9.3f}" if known else f"{'-':>9}")
    cells.append(f"{share((one.chance >= 0.5) is one.met for one in outcomes):>7.2f}")
    changes = [one.changes for one in outcomes if one.changes is not None]
    cells.append(f"{median(changes):>8.2f}" if changes else f"{'-':>8}")
    return "".join(cells)


HEAD = (
    f"{'':<15}{'goals':>6}{'met':>6}{'coverage':>9}{'Brier':>7}{'base':>7}"
    f"{'average':>9}{'4 weeks':>9}{'squares':>9}{'16 pts':>9}{'right':>7}{'changes':>8}"
)


def main() -> int:
    random = Random(SEED)
    by_kind = {
        name: [count_outcome(work(random, shape)) for _ in range(GOALS)]
        for name, shape in KINDS.items()
    }
    every = [one for outcomes in by_kind.values() for one in outcomes]
    levels = [level_outcome(course(random)) for _ in range(LEVELS)]
    turns = [one for _ in range(LEVELS) if (one := level_outcome(turning(random))).turned]
    say = sys.stdout.write
    say("At half time, 80 % range and probability of being in time; changes of status a quarter\n")
    say(HEAD + "\n")
    for name, outcomes in by_kind.items():
        say(row(name, outcomes) + "\n")
    say(row("all counts", every) + "\n")
    say(row("levels", levels) + "\n")
    say(row("turned levels", turns) + "\n")
    failing = [one for one in every if not one.met]
    ours = share(flag for one in failing for flag in one.green)
    gap = share(flag for one in failing for flag in one.gap_green)
    say(f"\nIn the third quarter of counts that miss: on track in {ours:.0%} of the weeks, ")
    say(f"the 16-point rule in {gap:.0%}.\n\n")
    return verdict(by_kind, every)


def verdict(by_kind: dict[str, list[Outcome]], every: Sequence[Outcome]) -> int:
    """Each target with what was measured; 1 when one is missed."""
    base = share(one.met for one in every)
    ours = brier(every)
    held = {name: share(one.held for one in outcomes) for name, outcomes in by_kind.items()}
    best = min(brier(every, i) for i in range(len(RULES)))
    changes = median(one.changes for one in every if one.changes is not None)
    everywhere = share(one.held for one in every)
    ratio = ours / (base * (1 - base))
    targets = [
        ("coverage over all, .74 to .86", everywhere, 0.74 <= everywhere <= 0.86),
        ("coverage of the steady, .72 to .92", held["steady"], 0.72 <= held["steady"] <= 0.92),
        ("coverage of the lumpy, .72 to .92", held["lumpy"], 0.72 <= held["lumpy"] <= 0.92),
        ("Brier over that of the base rate, below .6", ratio, ratio < 0.6),
        ("Brier over that of the best plain rule, below 1", ours / best, ours < best),
        ("status changes a quarter, median goal, at most 1.2", changes, changes <= 1.2),
    ]
    for name, value, met in targets:
        sys.stdout.write(f"{'met   ' if met else 'MISSED'}  {value:6.3f}  {name}\n")
    return 0 if all(met for _, _, met in targets) else 1


if __name__ == "__main__":
    sys.exit(main())
