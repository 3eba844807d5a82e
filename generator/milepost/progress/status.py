"""The word for how a goal stands: what settles it at once, and what probability makes of it.

In: declared states, probabilities, days. Out: a status.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from milepost.journal.words import State
from milepost.progress.days import Rest, working
from milepost.progress.values import Mark, Rhythm, Status

ON_TRACK_FROM, AT_RISK_FROM, AHEAD_FROM = 0.60, 0.25, 0.95
"""The borders: from here on a probability means on track, at risk, ahead."""

SLACK = 0.07
"""A status is left only when the probability is so far past its border."""

MEMORY = 26
"""How many weeks back a status may hang on what it was before."""

LONG = 15 * 7
"""A silence of more days is never taken for a rhythm, however slow the rhythm."""

SETTLED = {
    State.DROPPED: Status.DROPPED,
    State.REPLACED: Status.REPLACED,
    State.PAUSED: Status.PAUSED,
    State.SOMEDAY: Status.SOMEDAY,
}


def grey_days(start: date, due: date | None) -> int:
    """For how many days it is too early to say: two weeks, or a tenth of the window."""
    return max(14, (due - start).days // 10) if due else 14


def quiet(rest: Rest, heard: date, day: date, period_days: int) -> bool:
    """Whether nothing has been heard for three weeks or three periods, fifteen weeks at most.

    Days off are not counted.
    """
    silent = working(rest, heard.toordinal(), day.toordinal())
    return silent > min(3 * max(7, period_days), LONG)


def has_enough(rhythm: Rhythm | None) -> bool:
    """Whether the running period of a habit has what it wants: then silence means nothing."""
    return bool(rhythm and rhythm.current and rhythm.current.mark is Mark.DONE)


def plain(probability: float) -> Status:
    """What a probability means where nothing was before."""
    if probability >= AHEAD_FROM:
        return Status.AHEAD
    if probability >= ON_TRACK_FROM:
        return Status.ON_TRACK
    return Status.AT_RISK if probability >= AT_RISK_FROM else Status.OFF_TRACK


def after(before: Status | None, probability: float) -> Status:
    """What a probability means after the status that held before it."""
    new = plain(probability)
    if before is None or new is before:
        return new
    if before is Status.AHEAD:
        if probability >= AHEAD_FROM - SLACK:
            return before
        before = Status.ON_TRACK
    if new is Status.AHEAD:
        return new
    low, high = _HELD[before]
    return before if low - SLACK <= probability < high + SLACK else new


_HELD = {
    Status.ON_TRACK: (ON_TRACK_FROM, 1.0),
    Status.AT_RISK: (AT_RISK_FROM, ON_TRACK_FROM),
    Status.OFF_TRACK: (0.0, AT_RISK_FROM),
}


def held_at(status: Status, probability: float) -> str:
    """Whether a status stays though the probability has passed its border, and on which side.

    "better" or "worse" says what the probability is not clearly enough; empty: it holds by itself.
    """
    new = plain(probability)
    if new is status:
        return ""
    return "better" if _ORDER.index(new) > _ORDER.index(status) else "worse"


_ORDER = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.AHEAD)


def by_chance(latest_first: Iterable[float]) -> Status:
    """The status at the end of a row of weekly probabilities, given from the latest backwards.

    It reads no further back than to the last probability that leaves no doubt, whatever was before.
    At least one is needed.
    """
    row: list[float] = []
    for probability in latest_first:
        row.append(probability)
        if len({after(before, probability) for before in _BEFORE}) == 1 or len(row) > MEMORY:
            break
    status: Status | None = None
    for probability in reversed(row):
        status = after(status, probability)
    assert status is not None  # the row has at least one
    return status


_BEFORE = (None, Status.AHEAD, Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK)
