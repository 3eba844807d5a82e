"""What counts and levels say of themselves: progress in their own terms, pace needed and kept.

In: a goal on its way and its rates. Out: sentences.
"""

from __future__ import annotations

from milepost.journal.words import Kind
from milepost.progress.reasons import (
    counted,
    every,
    interval,
    number,
    percent,
    rough,
    sentence,
    time_left,
)
from milepost.progress.report import Status
from milepost.progress.status import plain
from milepost.progress.toward import Toward, last_took


def summary(on: Toward) -> str:
    """The progress in the goal's own terms: "3 of 6 articles", "81.4 kg, going from 82 to 75"."""
    measure = on.goal.measurable
    unit = measure.unit if measure else ""
    if on.actual is None:
        return ""
    if on.way is None:
        return counted(on.actual, unit)
    if on.way.kind is Kind.COUNT and on.way.from_ == 0:
        return f"{number(on.actual)} of {counted(on.way.to, unit)}"
    return f"{counted(on.actual, unit)}, going from {number(on.way.from_)} to {number(on.way.to)}"


def reason(on: Toward, rate: float | None, needed: float | None, status: Status) -> str:
    """Where a goal on its way stands, the time left, the pace needed and kept."""
    way, text = on.way, summary(on)
    if way is None or way.due is None:
        return sentence(f"{text}; no due date, so nothing is late" if text else "no due date")
    left = time_left(way.due - on.day.toordinal())
    if not text:
        text = f"no reading yet of {counted(way.to, way.unit)}"
    lead = f"{text} with {left}" if "left" in left else f"{text}; {left}"
    if needed is None:
        return sentence(lead)
    if way.kind is Kind.LEVEL or way.rise < 0:
        return sentence(f"{lead}; {_level_pace(on, rate, needed)}")
    return sentence(f"{lead}; needs {every(needed, '')}{_kept(on, rate, needed, status)}")


def held_back(reason: str, status: Status, probability: float) -> str:
    """The reason, with a word on why the status stays though the probability passed its border."""
    new = plain(probability)
    if new is status:
        return reason
    better = new in {Status.AHEAD, Status.ON_TRACK} and status is not Status.AHEAD
    better = better or (new is Status.AT_RISK and status is Status.OFF_TRACK)
    return sentence(
        f"{reason.removesuffix('.')}; the chance of {percent(probability)} "
        f"is not {'clearly better' if better else 'clearly worse'} yet"
    )


def _kept(on: Toward, rate: float | None, needed: float, status: Status) -> str:
    """What came of late: how long the last one took where that agrees with the status, or a rate.

    A time in days is said without its unit where the need was told in days just before.
    """
    took = last_took(on.series.points, on.start)
    well = status in {Status.ON_TRACK, Status.AHEAD}
    if took is not None and needed <= 1.3 and (7 / took >= needed) is well:
        in_days = needed <= 0.93 and 7 / needed < 42 and took < 100
        return f", the last took {took if in_days else interval(took)}"
    if rate is None:
        return ""
    return f", lately {every(rate)}" if rate > 0 else ", lately none came"


def _level_pace(on: Toward, rate: float | None, needed: float) -> str:
    unit = on.way.unit if on.way else ""
    text = f"needs {counted(abs(needed), unit, 2)} a week{'' if needed > 0 else ' down'}"
    if rate is None:
        return text
    if rough(rate) == "0":
        return f"{text}, lately it held still"
    if (rate > 0) is (needed > 0):
        return f"{text}, lately {rough(abs(rate))}"
    return f"{text}, lately it went {rough(abs(rate))} {'up' if rate > 0 else 'down'}"
