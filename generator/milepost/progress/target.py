"""A goal's way from one number to another: its ends, and its target line with what changed.

In: a goal's versions, its start, and what its readings said on a day. Out: the line to judge by,
and its pieces to draw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from milepost.journal.model import Goal
from milepost.journal.values import Knot, Measure
from milepost.journal.words import Kind, Mode
from milepost.progress.days import Rest, rest_of, working
from milepost.progress.line import Line, Vertex, bend, knots, line_through
from milepost.progress.series import bounded
from milepost.progress.values import LinePiece, Point
from milepost.progress.versions import Version, measure_of


@dataclass(frozen=True, slots=True)
class Way:
    """From where to where, from when to when, with what on the way; days are ordinals.

    `begins` is where it stood when it began, which is no work of its own time: `from_`, or what
    was there already.
    """

    kind: Kind
    unit: str
    from_: float
    to: float
    start: int
    due: int | None
    pace: tuple[Knot, ...]
    dated: tuple[Vertex, ...]
    rest: Rest
    begins: float

    @property
    def rise(self) -> float:
        """What lies between from and to; negative on the way down, 0 where nothing can move."""
        rise = self.to - self.from_
        return rise if abs(rise) > 1e-9 else 0.0

    @property
    def sign(self) -> float:
        """1 on the way up, -1 on the way down."""
        return -1.0 if self.rise < 0 else 1.0

    def share(self, value: float) -> float:
        """The progress that a value means: 0 at from, 1 at to, in either direction."""
        return (value - self.from_) / self.rise

    def line(self, anchor: Vertex | None = None) -> Line | None:
        """The line from the start, or from another point; None where it would lead nowhere."""
        first = anchor or (self.start, self.begins)
        if self.due is not None and self.due <= first[0]:
            return None
        end = None if self.due is None else (self.due, self.to)
        points = knots(first, self.pace, self.dated, end)
        return line_through(bend(points, self.rest)) if len(points) > 1 else None


def way_of(goal: Goal, start: date | None, first: Point | None) -> Way | None:
    """The way of a count or a level; None where an end of it is unknown.

    A count starts from 0 and a level from its first reading where nothing else is written.
    """
    measure = measure_of(goal)
    origin = measure.from_
    if origin is None:
        origin = 0.0 if measure.kind is Kind.COUNT else first.value if first else None
    begin = goal.time_bound.start or start
    if not measure.kind.facts.has_end or measure.to is None:
        return None
    if origin is None or begin is None or measure.is_there(origin):
        return None
    due = goal.time_bound.due
    return Way(
        measure.kind,
        measure.unit,
        bounded(origin),
        bounded(measure.to),
        begin.toordinal(),
        due.toordinal() if due else None,
        goal.pace,
        tuple(
            (m.due.toordinal(), bounded(m.value))
            for m in goal.milestones
            if m.due and m.value is not None
        ),
        rest_of(goal.rests),
        _begins(measure, bounded(origin), first, begin, told=bool(goal.time_bound.start)),
    )


def _begins(
    measure: Measure, origin: float, first: Point | None, begin: date, *, told: bool
) -> float:
    """Where a count stood when it began: at what was there already, as a balance of an account.

    That is what is stated by the first day; and where no first day is told, so that the goal begins
    with its first number, that number, since nobody knows in which time it came together.
    """
    if measure.kind is not Kind.COUNT or first is None or first.day > begin:
        return origin
    stated = first.reading is not None and first.reading.mode is Mode.LEVEL
    there = first.value - first.added if stated else origin if told else first.value
    end = bounded(measure.to or 0.0)
    return there if min(origin, end) <= there <= max(origin, end) and there != end else origin


@dataclass(frozen=True, slots=True)
class Target:
    """The line as it held on each day, its pieces, and the changes that made it easier.

    `changed` is the day of the last change that moved the line.
    """

    line: Line | None = None
    pieces: tuple[LinePiece, ...] = ()
    eased: frozenset[date] = frozenset()
    changed: date | None = None


def target(
    held: Sequence[Version],
    start: date | None,
    first: Point | None,
    value_on: Callable[[date], float | None],
) -> Target:
    """The target line of a goal through all its versions.

    A change bends the line from its day on and leaves what lies before as it was: the new line goes
    on from the old one's value on that day. Where the old line had come to its end, or counted
    something else, the new one goes on from where the goal stood.
    """
    line: Line | None = None
    way: Way | None = None
    pieces: list[LinePiece] = []
    eased: set[date] = set()
    changed: date | None = None
    for version in held:
        new = way_of(version.goal, start, first)
        if new == way:
            continue
        if version.since is None or way is None or new is None:
            way, line = new, new.line() if new else None
            pieces = _pieces(line, version, new) if new else []
            changed = version.since or changed
            continue
        day = version.since.toordinal()
        anchor = _anchor(way, new, line, day, value_on(version.since))
        bent = new.line(anchor) if anchor else new.line()
        if anchor and line and bent:
            if _easier(line, bent, day, new.sign):
                eased.add(version.since)
            pieces = [*_past(pieces, line, day), *_pieces(bent, version, new)]
            before = [v for v in line.vertices if v[0] < day - 1]
            if line.days[0] <= day - 1:
                before.append((day - 1, line.at(day - 1)))
            bent = line_through((*before, *bent.vertices))
        else:
            pieces = _pieces(bent, version, new)
        line, way, changed = bent or line, new, version.since
    return Target(line, tuple(pieces), frozenset(eased), changed)


def _anchor(old: Way, new: Way, line: Line | None, day: int, value: float | None) -> Vertex | None:
    """The point from which a changed line goes on; None when it starts afresh."""
    if day <= old.start or new.start > day:
        return None
    same = (old.kind, old.unit, old.from_) == (new.kind, new.unit, new.from_)
    stood = new.from_ if value is None else value
    if line is None or not same or day > line.days[-1]:
        return day, stood
    there = line.at(day)
    return day, (stood if (there - new.to) * new.sign >= 0 else there)


def _easier(old: Line, new: Line, day: int, sign: float) -> bool:
    """Whether a new line asks for less than the old one on a day less than a week after it."""
    slack = 1e-9 * max(abs(v) for _, v in old.vertices) + 1e-12
    return any((old.at(d) - new.at(d)) * sign > slack for d in range(day, day + 7))


def _past(pieces: list[LinePiece], line: Line, day: int) -> list[LinePiece]:
    """What is drawn of a line that a change replaced on a day."""
    cut = date.fromordinal(day)
    kept: list[LinePiece] = []
    for one in pieces:
        if one.start >= cut:
            continue
        end, value = (cut, line.at(day)) if one.end > cut else (one.end, one.end_value)
        kept.append(LinePiece(one.start, one.start_value, end, value, "past", one.because))
    return kept


def _pieces(line: Line | None, version: Version, way: Way) -> list[LinePiece]:
    """The pieces of a line, each with what it is and why."""
    if line is None:
        return []
    reasons = {k.date_.toordinal(): k for k in way.pace if k.date_}
    off = {b.end.toordinal(): b.because for b in version.goal.rests}
    found: list[LinePiece] = []
    for (day0, value0), (day1, value1) in line.pieces:
        knot = reasons.get(day1)
        level = value0 == value1 and way.rise != 0
        resting = level and working(way.rest, day0, day1) == 0
        kind = "break" if resting or (level and knot and knot.rate == 0) else "pace"
        because = off.get(day1, "") if resting else (knot.because if knot else "")
        if not found and version.change and not because:
            because = version.change.because
        start, end = date.fromordinal(day0), date.fromordinal(day1)
        found.append(LinePiece(start, value0, end, value1, kind, because))
    return found
