"""Habits, limits and ranges: kept period by period, with a strength and runs.

In: what is known of a goal. Out: its `Outcome`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from milepost.journal.words import Kind
from milepost.progress.habit_periods import day_by_day, habit_periods, over
from milepost.progress.habits import memory, runs, strength
from milepost.progress.known import Known
from milepost.progress.outcome import Outcome
from milepost.progress.reasons import Cause, Kept, NoForecast, Unread
from milepost.progress.series import bounded, series
from milepost.progress.values import HabitPeriod, Mark, Rhythm, Status, Tally

LAST = 12
"""How many periods a rhythm looks back."""

RECENT = 4
"""How many of them decide the status."""

ENOUGH = 0.75
"""The share of periods that makes a habit kept: the reserve is one in four."""

FIRM, HALF_FIRM = 0.8, 0.5
"""The strengths from which on a habit is firm, or half firm."""

_ENDLESS = NoForecast(Cause.ENDLESS)


def by_rhythm(known: Known) -> Outcome:
    """A habit, a limit or a range: kept period by period."""
    measure, start = known.measure, known.rhythm_start
    if start is None or start > known.until:
        return Outcome(
            status=Status.NO_DATA,
            reason=Unread(),
            from_=measure.from_,
            to=measure.to,
            unit=measure.unit,
            no_forecast=_ENDLESS,
        )
    periods = habit_periods(known, start)
    settled = over(known, periods)
    # Of a limit or a range, what nobody looked at was neither kept nor broken.
    counting = {Mark.DONE, Mark.MISS} | ({Mark.UNKNOWN} if measure.kind is Kind.HABIT else set())
    judged = tuple(period for period in settled if period.mark in counting)
    every = [mark for period in judged for mark in period.marks]
    tally = Tally(every.count(Mark.DONE), len(every))
    share = tally.done / tally.of if tally.of else None
    rhythm = _rhythm(known, start, periods, settled, judged)
    status = status_of(rhythm.recent, rhythm.strength) if tally.of > 1 else Status.TOO_EARLY
    done_for = known.due is not None and known.due < known.until
    return Outcome(
        status=status,
        reason=Kept(judged=status in {Status.AT_RISK, Status.OFF_TRACK}),
        met=done_for and share is not None and share >= ENOUGH,
        from_=measure.from_,
        to=measure.to,
        unit=measure.unit,
        actual=rhythm.current.value if rhythm.current else None,
        progress=share,
        tally=tally,
        series=series(known.readings, 0.0, known.until).points if measure.kind.facts.banded else (),
        rhythm=rhythm,
        no_forecast=_ENDLESS,
    )


def _rhythm(
    known: Known,
    start: date,
    periods: Sequence[HabitPeriod],
    settled: Sequence[HabitPeriod],
    judged: tuple[HabitPeriod, ...],
) -> Rhythm:
    measure, (last, apart) = known.measure, _latest(settled, judged, LAST)
    firm = None
    if measure.kind.facts.summed:
        times = bounded(measure.to if measure.to is not None else 1.0)
        done = day_by_day(known, start, periods, memory(times, known.per))
        firm = strength(done, times, known.per, measure.kind is Kind.LIMIT)
    found = runs([mark for period in settled for mark in period.marks])
    return Rhythm(
        per=known.per,
        periods=tuple(periods),
        strength=firm,
        run=found.now,
        best_run=found.best,
        back_after=found.back_after,
        met=last.count(Mark.DONE),
        due=len(last),
        recent=tuple(_latest(settled, judged, RECENT)[0]),
        judged=judged,
        apart=apart,
        current=periods[-1] if periods and periods[-1].end >= known.until else None,
        week_starts=known.week_starts,
    )


def _latest(
    settled: Sequence[HabitPeriod], judged: Sequence[HabitPeriod], count: int
) -> tuple[list[Mark], bool]:
    """The marks of the latest periods that count: so many, and what else a week told whole has.

    A week is not cut in two, because nobody knows on which of its days it was kept. Also whether
    periods lie between or after them that do not count.
    """
    found: list[Mark] = []
    place = len(judged)
    while place and len(found) < count:
        place -= 1
        found[:0] = judged[place].marks
    apart = bool(found) and settled[len(settled) - len(judged) + place :] != judged[place:]
    return found, apart


def status_of(recent: Sequence[Mark], strength: float | None) -> Status:
    """The word for a rhythm, by the marks of the last four periods and its strength.

    Three of the last four are on track, and two are where the habit is firm (strength .8 and more);
    one or none is off track, unless it is still half firm (.5 and more); the rest is at risk.
    """
    good, firm = recent.count(Mark.DONE), strength or 0.0
    if 4 * good >= 3 * len(recent) or (2 * good >= len(recent) and firm >= FIRM):
        return Status.ON_TRACK
    if 4 * good <= len(recent) and firm < HALF_FIRM:
        return Status.OFF_TRACK
    return Status.AT_RISK
