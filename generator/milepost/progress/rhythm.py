"""A habit, a limit or a range on a day: its periods, its strength, its runs, and its sentences.

In: a frame and readings. Out: a `Rhythm`, the share of periods kept, and a status.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from milepost.journal.model import Reading
from milepost.journal.values import Measure
from milepost.journal.words import Kind, Period
from milepost.progress.habits import Runs, memory, runs, strength
from milepost.progress.reasons import counted, number, plural, sentence
from milepost.progress.report import Mark, Rhythm, Status, Stint
from milepost.progress.series import bounded
from milepost.progress.stints import Frame, day_by_day, over, stints

LAST = 12
"""How many periods the sentence looks back."""

ENOUGH = 0.75
"""The share of periods that makes a habit kept: the reserve is one in four."""

_COUNTING = {Mark.DONE, Mark.MISS, Mark.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Kept:
    """A rhythm, and what follows from it.

    `because` is its sentence with the four periods that decide the status; `share` is periods kept
    over periods due, None before the first; `recent` the marks of the last four periods that
    counted; `counted` how many counted in all, `met` how many of them were kept.
    """

    rhythm: Rhythm
    because: str
    share: float | None
    recent: tuple[Mark, ...]
    met: int
    counted: int
    current: Stint | None


def kept(frame: Frame, readings: Sequence[Reading]) -> Kept:
    """How a habit, a limit or a range was kept up to the day."""
    all_stints = stints(frame, readings)
    settled = over(frame, all_stints)
    counting = [s for s in settled if s.mark in _COUNTING]
    if frame.measure.kind is not Kind.HABIT:
        # What nobody looked at was neither kept nor broken.
        known = [s for s in counting if s.mark is not Mark.UNKNOWN]
    else:
        known = counting
    met = sum(s.mark is Mark.DONE for s in known)
    found = runs([s.mark for s in settled])
    last = known[-LAST:]
    met_last = sum(s.mark is Mark.DONE for s in last)
    firm = None
    if frame.measure.kind is not Kind.RANGE:
        times = bounded(frame.measure.to if frame.measure.to is not None else 1.0)
        done = day_by_day(frame, readings, all_stints, memory(times, frame.per))
        firm = strength(done, times, frame.per, frame.measure.kind is Kind.LIMIT)
    rhythm = Rhythm(
        all_stints,
        firm,
        found.now,
        found.best,
        met_last,
        len(last),
        how_kept(frame, met_last, len(last), found),
    )
    now = all_stints[-1] if all_stints and all_stints[-1].end >= frame.day else None
    share = met / len(known) if known else None
    recent = [s.mark for s in counting[-4:]]
    because = how_kept(frame, met_last, len(last), found, recent)
    return Kept(rhythm, because, share, tuple(s.mark for s in counting[-4:]), met, len(known), now)


def how_kept(frame: Frame, met: int, due: int, found: Runs, recent: Sequence[Mark] = ()) -> str:
    """As "Met 9 of the last 12 weeks, longest run 14, back after one week": never a bare zero."""
    per = frame.per.value
    done = "met" if frame.measure.kind is Kind.HABIT else "kept"
    if due == 0:
        return f"The first {per} is not over yet."
    if met == 0:
        text = f"the next {per} that is {done} starts a run"
        best = f"; the longest so far was {plural(found.best, per)}" if found.best else ""
        return sentence(text + best)
    parts = [
        f"{done} {met} of the last {plural(due, per)}" if due > 1 else f"{done} the first {per}"
    ]
    if len(recent) == 4 and due > 4:
        good = recent.count(Mark.DONE)
        parts.append(f"{good} of the last 4" if good else "not in the last 4")
    if found.back_after:
        away = "one" if found.back_after == 1 else str(found.back_after)
        parts.append(f"back after {away} {per}{'' if found.back_after == 1 else 's'}")
    if found.now > 1:
        same = found.now == found.best
        parts.append(f"a run of {found.now}" + (", the longest so far" if same else ""))
    if found.best > max(found.now, 1):
        parts.append(f"longest {found.best}")
    return sentence(", ".join(parts))


def wanted(measure: Measure) -> str:
    """What a habit, a limit or a range asks for: "3 times a week", "70 to 75 kg"."""
    per = (measure.per or Period.WEEK).value
    to = None if measure.to is None else measure.to
    if measure.kind is Kind.RANGE:
        if measure.from_ is None:
            return f"at most {counted(to or 0.0, measure.unit)}"
        if to is None:
            return f"at least {counted(measure.from_, measure.unit)}"
        return f"{number(measure.from_)} to {counted(to, measure.unit)}"
    times = counted(1.0 if to is None else to, measure.unit or "times")
    if measure.unit in {"", "times"} and to == 1:
        times = "once"
    text = f"{times} a {per}"
    return f"at most {text}" if measure.kind is Kind.LIMIT else text


def status_of(found: Kept) -> Status:
    """The word for a rhythm, by the last four periods and its strength.

    Three of the last four are on track, and two are where the habit is firm (strength .8 and more);
    one or none is off track, unless it is still half firm; the rest is at risk.
    """
    good = sum(mark is Mark.DONE for mark in found.recent)
    firm = found.rhythm.strength or 0.0
    if 4 * good >= 3 * len(found.recent) or (2 * good >= len(found.recent) and firm >= 0.8):
        return Status.ON_TRACK
    if 4 * good <= len(found.recent) and firm < 0.5:
        return Status.OFF_TRACK
    return Status.AT_RISK
