"""J1: entries, plans and reviews from week to week.

In: the entries and reviews of the journal. Out: findings, kind ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from milepost.checks.rule import Told, check
from milepost.checks.sight import Sight
from milepost.findings import Place, Severity
from milepost.journal.model import Entry
from milepost.journal.readings import known_from
from milepost.journal.values import Task, Week
from milepost.journal.words import Period
from milepost.progress.days import period_around
from milepost.progress.reasons import date_words, plural

_BACK = 13
"""Weeks in which a gap is still worth a word."""
_CARRIED = 4
_SETTLED = timedelta(weeks=26)
_GRACE = timedelta(days=7)
_FRIDAY = 4


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
                f"write one line about this week with `milepost new`, as {now}.md, and go on from "
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


@check("J103", "plan-carried-over", Severity.HINT)
def carried(sight: Sight) -> Iterator[Told]:
    """The same plan has come back unticked in five entries running.

    It was carried over four times. Mostly it is too large for a week, or nobody wants it.

    Flagged:
        == content/journal/2026-W42.md ==
        - [ ] Ring the notary
        == content/journal/2026-W43.md ==
        - [ ] Ring the notary
        == content/journal/2026-W44.md ==
        - [ ] Ring the notary
        == content/journal/2026-W45.md ==
        - [ ] Ring the notary
        == content/journal/2026-W46.md ==
        - [ ] Ring the notary
    Fine:
        == content/journal/2026-W43.md ==
        - [ ] Ring the notary
        == content/journal/2026-W44.md ==
        - [ ] Ring the notary
        == content/journal/2026-W45.md ==
        - [x] Ring the notary
        == content/journal/2026-W46.md ==
        - [ ] Send the notary the papers
    """
    by_week: dict[Week, list[Entry]] = {}
    for entry in sight.journal.entries:
        if entry.week:
            by_week.setdefault(entry.week, []).append(entry)
    weeks = sorted(by_week)
    if not weeks or weeks[-1] < Week.of(sight.day).plus(-2):
        return
    open_in = [{_folded(t) for e in by_week[w] for t in e.tasks if not t.done} for w in weeks]
    told: set[str] = set()
    for entry in by_week[weeks[-1]]:
        for task in entry.tasks:
            text = _folded(task)
            run = 0
            while run < len(weeks) and text in open_in[-1 - run]:
                run += 1
            if task.done or run <= _CARRIED or text in told:
                continue
            told.add(text)
            yield (
                _line(sight, entry, task),
                f"“{task.text}” has been carried over {run - 1} times, since {weeks[-run]}",
                "cut it down to a first step of ten minutes, or let it go",
            )


@check("J104", "no-plan-for-next-week", Severity.HINT)
def no_plan(sight: Sight) -> Iterator[Told]:
    """The entry of a week that is nearly over has no plans for the next.

    One check box is enough; unticked ones come back by themselves.

    Flagged:
        == content/journal/2026-W47.md ==
        A quiet week.
    Fine:
        == content/journal/2026-W47.md ==
        A quiet week.

        ## Plans
        - [ ] Ring the notary
    """
    now = Week.of(sight.day)
    week = now if sight.day.weekday() >= _FRIDAY else now.plus(-1)
    mine = [entry for entry in sight.journal.entries if entry.week == week]
    if week != now and any(entry.week == now for entry in sight.journal.entries):
        return
    planned = any(entry.section("plans") or _open_tasks(entry) for entry in mine)
    whole = next((entry for entry in reversed(mine) if entry.date_ is None), None)
    if whole and not planned:
        yield (
            Place(whole.path),
            "no plan for next week",
            "write `## Plans`, and below it a line `- [ ] …`",
        )


@check("J105", "review-due", Severity.HINT)
def review_due(sight: Sight) -> Iterator[Told]:
    """A month, a quarter or a year is over for a week, and its review is not written.

    Only kinds of review that you have written before are asked for. Who has kept a journal for half
    a year and written none is asked for that of the last quarter.

    Flagged:
        == content/reviews/2026-Q2.md ==
        A good spring.
        == content/journal/2026-W38.md ==
        The first week of autumn.
        == content/journal/2026-W46.md ==
        A quiet week.
        == milepost.yaml ==
        check: {ignore: J101}
    Fine:
        == content/reviews/2026-Q2.md ==
        A good spring.
        == content/reviews/2026-Q3.md ==
        A wet summer.
        == content/journal/2026-W46.md ==
        A quiet week.
    """
    entries = sight.journal.entries
    written = {review.period for review in sight.whole.reviews}
    for kind in (Period.MONTH, Period.QUARTER, Period.YEAR):
        first, last = _last_over(sight.day - _GRACE, kind)
        name = _name(first, kind)
        before = [r for r in sight.journal.reviews if _shape(r.period) == _shape(name)]
        long_kept = bool(entries) and entries[0].day <= sight.day - _SETTLED
        asked = bool(before) or (kind is Period.QUARTER and not written and long_kept)
        lived = any(first <= entry.day <= last for entry in entries)
        newer = any(review.start >= first for review in before)
        if not asked or not lived or newer or name in written:
            continue
        latest = before[-1].path if before else entries[-1].path
        yield (
            Place(latest),
            f"the review of {name} is not written yet",
            f"write content/reviews/{name}.md: for each goal keep, change, pause or drop, and why",
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


def _folded(task: Task) -> str:
    return " ".join(task.text.casefold().split())


def _open_tasks(entry: Entry) -> bool:
    return any(not task.done for task in entry.tasks)


def _line(sight: Sight, entry: Entry, task: Task) -> Place:
    """The words of a check box in its line."""
    lines = sight.sources.get(entry.path, "").split("\n")
    text = lines[task.line - 1] if task.line <= len(lines) else ""
    at = text.find("]") + 2
    if at < 2 or not text[at:].strip():
        return Place(entry.path, task.line)
    return Place(entry.path, task.line, at + 1, task.line, len(text.rstrip()) + 1)


def _last_over(day: date, kind: Period) -> tuple[date, date]:
    """The last period that was over on a day."""
    first, last = period_around(day, kind)
    return (first, last) if last <= day else period_around(first - timedelta(days=1), kind)


def _name(first: date, kind: Period) -> str:
    if kind is Period.YEAR:
        return f"{first.year}"
    if kind is Period.MONTH:
        return f"{first.year}-{first.month:02d}"
    return f"{first.year}-Q{(first.month + 2) // 3}"


def _shape(period: str) -> str:
    """Month, quarter or year, by the name of a period."""
    return "Q" if "Q" in period else str(len(period))
