"""J1: weeks without an entry, and days that lie ahead.

In: the entries, readings and goals of the journal. Out: findings, kind ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.rule import Told, check
from milepost.checks.sight import Sight
from milepost.findings import Place, Severity
from milepost.journal.readings import known_from
from milepost.journal.values import Week
from milepost.progress.reasons import date_words, plural

_BACK = 13
"""Weeks in which a gap is still worth a word."""


@check("J101", "week-missing", Severity.HINT)
def missing(sight: Sight) -> Iterator[Told]:
    """Weeks have no entry: one line for each run of them, and only for the last quarter.

    One missed day does no harm to a habit (Lally et al. 2010), and a missed week none to a journal.
    What is not known stays unknown and is not counted as zero. Weeks that lie in a goal's break are
    not missed.

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
    """
    now = Week.of(sight.day)
    entries = {entry.week: entry for entry in sight.journal.entries if entry.week}
    if not entries:
        return
    first = max(min(entries), now.plus(-_BACK))
    known = [week for week in sorted(entries) if week >= first]
    earlier = [week for week in sorted(entries) if week < first]
    marks = [*earlier[-1:], *known, now]
    for before, after in pairwise(dict.fromkeys(marks)):
        run = [w for w in _between(before, after) if w >= first and not _at_rest(sight, w)]
        if not run:
            continue
        place = Place(entries[before].path)
        weeks = str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}"
        if after is now and now not in entries:
            yield (
                place,
                f"the last entry is of {before}: {plural(len(run), 'week')} without a word since",
                f"run `milepost new week`, write one line about this week ({now}), and go on from "
                "there",
            )
        else:
            yield (
                place,
                f"{weeks} {'has' if len(run) == 1 else 'have'} no entry",
                "nothing to do; or write a line from memory, or a break in the goals: "
                f"`breaks: {run[0].monday} to {run[-1].sunday} holiday`",
            )


@check("J102", "dated-later")
def later(sight: Sight) -> Iterator[Told]:
    """An entry, a reading or a “done” is dated after today, so it is left out until then.

    Mostly a year or a month was mistyped. A build for a past day (`--today`) leaves out what came
    later in the same way, and says it in one line.

    Flagged:
        == content/journal/2026-W46.md ==
        A quiet week.
        == content/journal/2027-W46.md ==
        Typed in a hurry.
    Flagged:
        ---
        title: Run 300 km
        measurable: 300 km
        relevant: value health
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if it rains, then I run in the hall
        readings: 2027-11-15 +12
        ---
    Flagged:
        ---
        title: Finish the attic
        measurable: milestones
        relevant: value calm
        time_bound: 2026-11-02 to 2027-01-29
        obstacles: if it is too cold, then I plan at the table
        milestones: done 2026-12-11 2026-12-12 walls
        ---
    Fine:
        == content/journal/2026-W46.md ==
        A quiet week.
        == content/journal/2026-W47.md ==
        Written on Friday, and the week goes on until Sunday.

        ## Plans
        - [ ] Rest
    """
    day = sight.day
    entries = [entry for entry in sight.whole.entries if known_from(entry) > day]
    if entries:
        begins = known_from(entries[0])
        yield (
            Place(entries[0].path),
            f"this entry is of {entries[0].week or begins}, which begins after today ({day})"
            if len(entries) == 1
            else f"{len(entries)} entries are dated after {day}, this one and later ones; they are "
            "left out",
            "correct the week in the file's name, or wait: it counts from "
            f"{date_words(begins, day)} on",
        )
    hidden = {entry.path for entry in entries}
    for reading in sight.whole.readings:
        if reading.since > day and reading.entry not in hidden:
            yield (
                reading.place,
                f"this reading is dated {reading.day}, after today ({day}), so it is left out",
                "correct the day",
            )
    for goal in sight.whole.goals:
        for index, milestone in enumerate(goal.milestones):
            if milestone.done_on and milestone.done_on > day:
                yield (
                    sight.value(goal, "milestones", index),
                    f"“{milestone.title}” is done on {milestone.done_on}, after today ({day})",
                    "correct the day, or leave out `done` until then",
                )
        since = goal.status.since
        if since and since > day and goal.status.is_.closed:
            yield (
                sight.value(goal, "status"),
                f"this is {goal.status.is_.value} since {since}, after today ({day})",
                "correct the day; until then the goal counts as active",
            )


def _between(before: Week, after: Week) -> Iterator[Week]:
    week = before.plus(1)
    while week < after:
        yield week
        week = week.plus(1)


def _at_rest(sight: Sight, week: Week) -> bool:
    """Whether a week lies in a break of any goal."""
    return any(
        one.start <= week.sunday and one.end >= week.monday
        for goal in sight.journal.goals
        for one in goal.breaks
    )
