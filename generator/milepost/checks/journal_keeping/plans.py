"""J1: plans from week to week, and reviews.

In: the entries and reviews of the journal. Out: findings, hints all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Place, Severity, lines_of
from milepost.journal.actions import compared
from milepost.journal.line_marks import PLAIN_BOX
from milepost.journal.model import Entry
from milepost.journal.values import Task, Week
from milepost.journal.words import Period
from milepost.progress.calendar import counted_on
from milepost.progress.days import period_around

_CARRIED = 4
_SETTLED = timedelta(weeks=26)
_GRACE = timedelta(days=7)
_FRIDAY = 4


@rule("J103", "plan-carried-over", Severity.HINT)
def carried(context: CheckContext) -> Iterator[Remark]:
    """The same plan has come back unticked in five entries running.

    It was carried over four times. Mostly it is too large for a week, or nobody wants it. In a
    folder of notes without goals a box may come back each day, and nobody asks.

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
    for entry in context.journal.entries:
        if entry.week:
            by_week.setdefault(entry.week, []).append(entry)
    weeks = sorted(by_week)
    if context.of_notes or not weeks or weeks[-1] < Week.of(context.day).plus(-2):
        return

    @cache
    def open_in(back: int) -> set[str]:
        """The plans that were open in a week, counted from the last."""
        return {compared(t) for e in by_week[weeks[-1 - back]] for t in e.tasks if not t.done}

    told: set[str] = set()
    for entry in by_week[weeks[-1]]:
        for task in entry.tasks:
            text = compared(task)
            run = 0
            while run < len(weeks) and text in open_in(run):
                run += 1
            if task.done or run <= _CARRIED or text in told:
                continue
            told.add(text)
            yield (
                _line(context, entry, task),
                f"“{task.words}” has been carried over {run - 1} times, since {weeks[-run]}",
                "cut it down to a first step of ten minutes, or let it go",
            )


@rule("J104", "no-plan-for-next-week", Severity.HINT)
def no_plan(context: CheckContext) -> Iterator[Remark]:
    """The entry of a week that is nearly over has no plans for the next.

    One check box is enough; unticked ones come back by themselves. Nobody asks for a week in which
    a break of the profile lies, nor in a folder of notes without goals.

    Flagged:
        == content/journal/2026-W47.md ==
        A quiet week.
    Fine:
        == content/journal/2026-W47.md ==
        A quiet week.

        ## Plans
        - [ ] Ring the notary
    Fine:
        == content/profile.md ==
        ---
        breaks: 2026-11-23 to 2026-11-29 in the hills
        ---
        == content/journal/2026-W47.md ==
        A quiet week.
    """
    if context.of_notes:
        return
    now = Week.of(context.day)
    week = now if context.day.weekday() >= _FRIDAY else now.plus(-1)
    if context.report.rests_in(week.plus(1)):
        return
    mine = [entry for entry in context.journal.entries if entry.week == week]
    if week != now and any(entry.week == now for entry in context.journal.entries):
        return
    planned = any(_has_plans(entry) for entry in mine)
    whole = next((entry for entry in reversed(mine) if entry.date_ is None), None)
    if whole and not planned:
        yield (
            Place(whole.path),
            "no plan for next week",
            "write `## Plans`, and below it a line `- [ ] …`",
        )


@rule("J105", "review-due", Severity.HINT)
def review_due(context: CheckContext) -> Iterator[Remark]:
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
    entries = context.journal.entries
    written = {review.period for review in context.whole.reviews}
    for kind in (Period.MONTH, Period.QUARTER, Period.YEAR):
        first, last = _last_over(context.day - _GRACE, kind)
        name = _name(first, kind)
        before = [r for r in context.journal.reviews if _shape(r.period) == _shape(name)]
        long_kept = bool(entries) and entries[0].day <= context.day - _SETTLED
        asked = bool(before) or (kind is Period.QUARTER and not written and long_kept)
        lived = any(first <= counted_on(entry) <= last for entry in entries)
        newer = any(review.start >= first for review in before)
        if not asked or not lived or newer or name in written:
            continue
        latest = before[-1].path if before else entries[-1].path
        # Beside those written before; a `content/` made for it would hide a folder of notes.
        folder = before[-1].path.rpartition("/")[0] if before else f"{context.whole.root}reviews"
        path = f"{folder}/{name}.md".lstrip("/")
        yield (
            Place(latest),
            f"the review of {name} is not written yet",
            f"write {path}: for each goal keep, change, pause or drop, and why",
        )


def _has_plans(entry: Entry) -> bool:
    """Whether an entry plans anything: words under the heading, or an open check box anywhere."""
    section = entry.section("plans")
    words = re.sub(rf"{PLAIN_BOX}|<!--.*?-->", "", section.text, flags=re.DOTALL) if section else ""
    open_ = any(not task.done and task.text.strip() for task in entry.tasks)
    return open_ or re.search(r"\w", words) is not None


def _line(context: CheckContext, entry: Entry, task: Task) -> Place:
    """The words of a check box in its line."""
    lines = lines_of(context.sources.get(entry.path, ""))
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
