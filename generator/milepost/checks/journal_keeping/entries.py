"""J1: weeks without an entry, and days that lie ahead.

In: the entries, readings and goals of the journal. Out: findings, kind ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Place, Severity
from milepost.journal.asof import begun
from milepost.journal.readings import known_from
from milepost.journal.values import Week
from milepost.journal.words import State
from milepost.progress.known import paused_from
from milepost.voice.english import plural, spoken

_SLIPS = 3
"""More dates ahead than this are no slips of the finger: the day is one of the past."""
_BACK = 13
"""Weeks in which a gap is still worth a word."""


@rule("J101", "week-missing", Severity.HINT)
def missing(context: CheckContext) -> Iterator[Remark]:
    """Weeks have no entry: one line for each run of them, and only for the last quarter.

    One missed day does no harm to a habit (Lally et al. 2010), and a missed week none to a journal.
    What is not known stays unknown and is not counted as zero. Weeks that lie in a break of the
    profile or of a goal are not missed. In a folder of notes without goals nobody asks.

    Flagged:
        == content/journal/2026-W41.md ==
        A quiet week.
        == content/journal/2026-W44.md ==
        Back again.
        == content/journal/2026-W45.md ==
        And going.
        == content/journal/2026-W46.md ==
        Still going.
    Fine:
        == content/journal/2026-W44.md ==
        Back again.
        == content/journal/2026-W45.md ==
        And going.
        == content/journal/2026-W46.md ==
        Still going.
    Fine:
        == content/profile.md ==
        ---
        breaks: 2026-10-12 to 2026-10-25 at sea
        ---
        == content/journal/2026-W41.md ==
        A quiet week.
        == content/journal/2026-W44.md ==
        Back again.
        == content/journal/2026-W45.md ==
        And going.
        == content/journal/2026-W46.md ==
        Still going.
    """
    now = context.report.week
    entries = {entry.week: entry for entry in context.journal.entries if entry.week}
    if not entries or context.of_notes:
        return
    first = max(min(entries), now.plus(-_BACK))
    known = [week for week in sorted(entries) if week >= first]
    earlier = [week for week in sorted(entries) if week < first]
    marks = [*earlier[-1:], *known, now]
    for before, after in pairwise(dict.fromkeys(marks)):
        run = [w for w in _between(before, after) if w >= first and not _at_rest(context, w)]
        if not run:
            continue
        place = Place(entries[before].path)
        weeks = str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}"
        if after is now and now not in entries:
            silent = sum(not _at_rest(context, week) for week in _between(before, now))
            yield (
                place,
                f"the last entry is of {before}: {plural(silent, 'week')} without a word since",
                f"run `milepost new week`, write one line about this week ({now}), and go on from "
                "there",
            )
        else:
            yield (
                place,
                f"{weeks} {'has' if len(run) == 1 else 'have'} no entry",
                "nothing to do; or write a line from memory, or a break in the profile: "
                f"`breaks: {run[0].monday} to {run[-1].sunday} holiday`",
            )


@rule("J102", "dated-later")
def later(context: CheckContext) -> Iterator[Remark]:
    """An entry, a reading or a “done” is dated after today, so it is left out until then.

    Mostly a year or a month was mistyped. Where more than three dates lie ahead, the day itself is
    probably one of the past (`--today`), and one line says so for all of them.

    Flagged:
        == content/journal/2026-W46.md ==
        A quiet week.
        == content/journal/2027-W46.md ==
        Typed in a hurry.
    Flagged:
        readings: 2027-11-15 +12
    Flagged:
        title: Finish the attic
        measurable: milestones
        milestones: done 2026-12-11 2026-12-12 walls
    Fine:
        == content/journal/2026-W46.md ==
        A quiet week.
        == content/journal/2026-W47.md ==
        Written on Friday, and the week goes on until Sunday.

        ## Plans
        - [ ] Rest
    """
    found = sorted(_ahead(context), key=lambda told: (told[0], told[1][0]))
    if len(found) <= _SLIPS:
        yield from (told for _, told in found)
        return
    first, (place, _, _) = found[0]
    yield (
        place,
        f"{len(found)} entries, readings and days of closing are dated after {context.day}, this "
        f"one first, on {first}; they are left out",
        "nothing to do if the day was meant to be a past one; else look at the clock, or at "
        "`--today`",
    )


@rule("J106", "pause-without-day", Severity.HINT)
def pause_without_day(context: CheckContext) -> Iterator[Remark]:
    """A goal is paused, and nothing says since when.

    Until you write the day, the pause begins after the last number that you gave: no miss is
    counted from there on.

    Flagged:
        title: Go to the gym
        measurable: 3 times a week
        status: paused
    Fine:
        title: Go to the gym
        measurable: 3 times a week
        status: paused since 2026-10-12 because the hall is closed
    """
    for standing in context.report.standings.values():
        goal, said = standing.goal, standing.goal.status
        changed = any("status" in dict(change.before) for change in goal.changes)
        open_ = said.is_ is State.PAUSED and not said.since and not changed
        if not open_ or not standing.kind.facts.numbered:
            continue
        skips = [mark.day for mark in context.journal.skips if mark.goal == goal.id]
        heard = max((day for day in (standing.last_reading, *skips) if day), default=None)
        since = min(paused_from(heard, None) or context.day, context.day)
        because = f" because {said.because}" if said.because else ""
        yield (
            context.locate_value(goal, "status"),
            "this is paused, and nothing says since when, so no miss is counted "
            + ("after its last number" if heard else "at all"),
            f"write `status: paused since {since}{because}`, or the day on which you stopped",
        )


def _ahead(context: CheckContext) -> Iterator[tuple[date, Remark]]:
    """Everything that is dated later, with its day; readings go with their entries."""
    day, last = context.day, begun(context.whole, context.day)
    hidden: set[str] = set()
    for entry in context.whole.entries:
        begins = known_from(entry)
        if begins > last:
            hidden.add(entry.path)
            told = (
                Place(entry.path),
                f"this entry is of {entry.date_}, after today ({day})"
                if entry.date_
                else f"this entry is of {entry.week}, which begins after today ({day})",
                "correct the date in the file's name, or wait: it counts from "
                f"{spoken(begins, day)} on",
            )
            yield begins, told
    for reading in context.whole.readings:
        if reading.since > last and reading.entry not in hidden:
            fault = f"this reading is dated {reading.day}, after today ({day}), so it is left out"
            yield reading.since, (reading.place, fault, "correct the day")
    for goal in context.whole.goals:
        for index, milestone in enumerate(goal.milestones):
            if milestone.done_on and milestone.done_on > day:
                told = (
                    context.locate_value(goal, "milestones", index),
                    f"“{milestone.title}” is done on {milestone.done_on}, after today ({day})",
                    "correct the day, or leave out `done` until then",
                )
                yield milestone.done_on, told
        since = goal.status.since
        if since and since > day and goal.status.is_.closed:
            told = (
                context.locate_value(goal, "status"),
                f"this is {goal.status.is_.value} since {since}, after today ({day})",
                "correct the day; until then the goal counts as active",
            )
            yield since, told


def _between(before: Week, after: Week) -> Iterator[Week]:
    week = before.plus(1)
    while week < after:
        yield week
        week = week.plus(1)


def _at_rest(context: CheckContext, week: Week) -> bool:
    """Whether a week lies in a break of the whole journal or of any goal."""
    return context.report.rests_in(week) or any(
        one.start <= week.sunday and one.end >= week.monday
        for goal in context.journal.goals
        for one in goal.breaks
    )
