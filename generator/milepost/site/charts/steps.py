"""Milestones as marks on a line of days, with as many of their names as fit.

In: milestones, a scale of days. Out: markup; filled is reached, a ring is to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from milepost.progress.values import Standing
from milepost.site.charts.chart import clean, dot, rule, tag, text
from milepost.site.charts.fit import DESK, cut, in_rows, inside
from milepost.site.charts.scales import Days
from milepost.voice import charts as said
from milepost.voice.voice import Voice


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone on its day: when it was reached, else when it is due."""

    day: date
    title: str
    reached: bool
    late: bool

    def said(self, voice: Voice, today: date) -> str:
        """As "mock exam 1, reached 5 Feb", "draft 4, due 27 Nov", "draft 3, late since 3 Oct"."""
        return said.milestone(
            voice, self.title, self.day, today, reached=self.reached, late=self.late
        )


def steps(standing: Standing, day: date) -> tuple[Step, ...]:
    """The milestones of a goal that have a day, in the order of days.

    A reached one that does not say when stands on the day it was due. Nothing is late any more when
    the goal is closed.
    """
    dated = []
    for milestone in standing.goal.milestones:
        on = milestone.done_on or milestone.due
        reached = milestone.done is True or (
            milestone.done_on is not None and milestone.done_on <= day
        )
        if milestone.done_on and milestone.done_on > day:
            on = milestone.due or milestone.done_on
        if on:
            late = not reached and on < day and standing.status.living
            dated.append(Step(on, milestone.title, reached, late))
    return tuple(sorted(dated, key=lambda step: (step.day, step.title)))


def marks(
    found: Sequence[Step],
    across: Days,
    y: float,
    rows: Sequence[float],
    voice: Voice,
    today: date,
) -> str:
    """A mark for each step at the height `y`, its name at the first height of `rows` with room.

    Every mark says its step when pointed at, whether its name found room or not.
    """
    shown = [step for step in found if across.holds(step.day)]
    drawn = []
    for step in shown:
        kind = "step reached" if step.reached else "step late" if step.late else "step"
        mark = dot(across(step.day), y, 5, kind)
        drawn.append(tag("g", tag("title", clean(step.said(voice, today))), mark))
    # What is to come first, the nearest first; then what was reached, the latest first.
    order = sorted(shown, key=lambda s: (s.day < today, abs((s.day - today).days), s.title))
    share = DESK * len(rows) / max(len(order), 1) - 16
    longest = min(max(share, 100.0), 150.0)
    labels = [inside(across(step.day), cut(step.title, longest)) for step in order]
    for position, (row, class_) in in_rows(labels, len(rows)).items():
        label = labels[position]
        drawn.append(text(voice, label.at, rows[row], label.text, label.anchor, class_))
    return "".join(drawn)


def milestone_lane(
    standing: Standing, day: date, voice: Voice, across: Days, top: float
) -> tuple[str, float]:
    """The milestones below the axis of days, and how high that is; nothing for none."""
    found = [step for step in steps(standing, day) if across.holds(step.day)]
    if not found:
        return "", 0.0
    y = top + 14
    lane = rule(0, y, 100, y, "axis")
    return lane + marks(found, across, y, (y + 20, y + 36), voice, day), 54.0
