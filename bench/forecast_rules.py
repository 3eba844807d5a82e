"""Plain rules that answer "will it be in time?", to hold the forecast against.

In: what the first weeks added, the target, how many weeks there are. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

Rule = Callable[[Sequence[float], float, int], bool]


def average_so_far(added: Sequence[float], target: float, weeks: int) -> bool:
    """The rest goes as all of it went so far."""
    return sum(added) * weeks >= target * len(added)


def last_four_weeks(added: Sequence[float], target: float, weeks: int) -> bool:
    """The rest goes as the last four weeks went."""
    rate = sum(added[-4:]) / len(added[-4:])
    return sum(added) + rate * (weeks - len(added)) >= target


def least_squares_on_totals(added: Sequence[float], target: float, weeks: int) -> bool:
    """A straight line through the totals, drawn on to the end."""
    totals, total = [0.0], 0.0
    for one in added:
        total += one
        totals.append(total)
    middle = (len(totals) - 1) / 2
    mean = sum(totals) / len(totals)
    rise = sum((i - middle) * (t - mean) for i, t in enumerate(totals))
    slope = rise / sum((i - middle) ** 2 for i in range(len(totals)))
    return mean + slope * (weeks - middle) >= target


def sixteen_points(added: Sequence[float], target: float, weeks: int) -> bool:
    """It is well as long as it is less than 16 points behind the straight line."""
    return len(added) / weeks - sum(added) / target < 0.16


RULES: dict[str, Rule] = {
    "average so far": average_so_far,
    "last four weeks": last_four_weeks,
    "least squares on totals": least_squares_on_totals,
    "16-point gap": sixteen_points,
}
