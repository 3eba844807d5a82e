"""Invented people: how much each kind of worker adds week by week, and how a level moves.

In: a random generator with a fixed seed. Out: goals with their plan and what came of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log
from random import Random


@dataclass(frozen=True)
class Work:
    """A goal of `target` in `len(weeks)` weeks, and what was added in each of them."""

    target: float
    weeks: tuple[int, ...]

    @property
    def plan(self) -> float:
        """What is wanted in a week."""
        return self.target / len(self.weeks)

    @property
    def met(self) -> bool:
        """Whether the target is met by the last week."""
        return sum(self.weeks) >= self.target


Shape = Callable[[Random, int], list[float]]
"""The share of the usual rate at which each week is worked."""


def steady(_: Random, weeks: int) -> list[float]:
    return [1.0] * weeks


def lumpy(random: Random, weeks: int) -> list[float]:
    return [1 / 0.3 if random.random() < 0.3 else 0.0 for _ in range(weeks)]


def speeding_up(random: Random, weeks: int) -> list[float]:
    slope = random.uniform(0.2, 1.0)
    return [1 - slope / 2 + slope * i / (weeks - 1) for i in range(weeks)]


def slowing_down(random: Random, weeks: int) -> list[float]:
    slope = random.uniform(0.2, 1.0)
    return [1 + slope / 2 - slope * i / (weeks - 1) for i in range(weeks)]


def giving_up(random: Random, weeks: int) -> list[float]:
    # Most who give up do so early.
    end = (0.1 + 0.7 * random.random() ** 2) * weeks
    return [1.25 if i < end else 0.1 for i in range(weeks)]


def starting_late(random: Random, weeks: int) -> list[float]:
    begin = random.uniform(0.05, 0.35) * weeks
    return [1.25 if i >= begin else 0.0 for i in range(weeks)]


def holidays(random: Random, weeks: int) -> list[float]:
    shape = [1.15] * weeks
    for _ in range(max(1, weeks // 13)):
        begin = random.randrange(weeks)
        for i in range(begin, min(weeks, begin + random.randint(1, 3))):
            shape[i] = 0.0
    return shape


KINDS: dict[str, Shape] = {
    "steady": steady,
    "lumpy": lumpy,
    "speeding up": speeding_up,
    "slowing down": slowing_down,
    "giving up": giving_up,
    "starting late": starting_late,
    "holidays": holidays,
}


def poisson(random: Random, mean: float) -> int:
    """A Poisson number: by waiting times, which is exact and quick enough for small means."""
    if mean <= 0:
        return 0
    count, passed = 0, random.expovariate(1.0)
    while passed < mean:
        count, passed = count + 1, passed + random.expovariate(1.0)
    return count


@dataclass(frozen=True)
class Course:
    """A level that is to get from 0 to `target`, read once a week; the first reading is week 0."""

    target: float
    readings: tuple[float, ...]

    @property
    def met(self) -> bool:
        """Whether the last reading is at the target or beyond."""
        return self.readings[-1] >= self.target


def course(random: Random) -> Course:
    """A level of 20 to 60 weeks that wanders, slows down a little, and is read with some noise."""
    weeks = random.randint(20, 60)
    able = exp(random.gauss(0.0, 0.35))
    slowing = random.uniform(-0.3, 0.6)
    noise = random.uniform(0.01, 0.05)
    stand, read = 0.0, [random.gauss(0.0, noise)]
    for i in range(weeks):
        stand += able / weeks * (1 + slowing / 2 - slowing * i / weeks) + random.gauss(0, 0.02)
        read.append(stand + random.gauss(0.0, noise))
    return Course(1.0, tuple(read))


def turning(random: Random) -> Course:
    """A level that turns, goes flat or slows down for good some weeks before half time."""
    weeks = random.randint(30, 60)
    able = exp(random.gauss(0.0, 0.35)) * 2
    turn, later = weeks // 2 - random.randint(6, 12), random.uniform(-1.0, 0.5)
    noise = random.uniform(0.01, 0.05)
    stand, read = 0.0, [random.gauss(0.0, noise)]
    for i in range(weeks):
        stand += able / weeks * (1.0 if i < turn else later) + random.gauss(0, 0.01)
        read.append(stand + random.gauss(0.0, noise))
    return Course(1.0, tuple(read))


def work(random: Random, shape: Shape) -> Work:
    """A goal of 20 to 60 weeks at 0.3 to 12 a week, by someone who can do rather more or less."""
    weeks = random.randint(20, 60)
    plan = exp(random.uniform(log(0.3), log(12)))
    able = plan * exp(random.gauss(0.0, 0.3))
    target = max(3, round(plan * weeks))
    return Work(target, tuple(poisson(random, able * share) for share in shape(random, weeks)))
