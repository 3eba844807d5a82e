"""J1: the days of actions, which must be days, and those that are long past.

In: the check boxes of all files. Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Place, Severity, lines_of
from milepost.journal.model import Document
from milepost.journal.values import Signs, Task
from milepost.voice.english import plural, spoken

_LONG = timedelta(days=14)
"""So long overdue, an action is asked about."""


@rule("J107", "day-of-action-unread")
def unread(context: CheckContext) -> Iterator[Remark]:
    """A check box says by when it should be done, and names no day.

    The sign stays among the words, and the action has no day. A day is never guessed: `03/04/2026`
    is one in March or in April.

    Flagged:
        == content/journal/2026-W47.md ==
        - [ ] Book the room by 2026-11-31
    Flagged:
        == content/journal/2026-W47.md ==
        - [ ] Book the room [due:: next week]
    Fine:
        == content/journal/2026-W47.md ==
        - [ ] Book the room by 2026-11-30
        - [ ] Ring the notary by Friday
    """
    for document, task, signs in _signed(context):
        for written, fault, remedy in signs.misread:
            yield _place(context, document, task, written), fault, remedy


@rule("J108", "two-days-for-an-action")
def two_days(context: CheckContext) -> Iterator[Remark]:
    """A check box says two days by which it should be done. The first one counts.

    Flagged:
        == content/journal/2026-W47.md ==
        - [ ] Book the room by 2026-12-01 📅 2026-12-05
    Fine:
        == content/journal/2026-W47.md ==
        - [ ] Book the room by 2026-12-01
    """
    for document, task, signs in _signed(context):
        if len(signs.due) > 1:
            first, *others = (day.isoformat() for day in signs.due)
            yield (
                _place(context, document, task, others[0]),
                f"this is due on {first} and on {others[0]}; {first} counts",
                f"leave one of them, as `by {first}`",
            )


@rule("J109", "action-long-overdue", Severity.HINT)
def long_overdue(context: CheckContext) -> Iterator[Remark]:
    """An action has been overdue for more than two weeks.

    Its day has stopped meaning anything. Each is asked about once, where it stands last; one that
    was carried over so often that `plan-carried-over` speaks of it is left to that rule.

    Flagged:
        == content/journal/2026-W46.md ==
        - [ ] Book the room by 2026-11-01
    Fine:
        == content/journal/2026-W46.md ==
        - [ ] Book the room by 2026-11-20
        - [-] Ring the notary by 2026-11-01
    """
    if context.of_notes:
        return
    documents = {document.path: document for document in _documents(context)}
    for action in context.report.actions.overdue:
        if action.due is None or action.due >= context.day - _LONG or action.carried >= 4:
            continue
        document = documents[action.path]
        task = next(box for box in document.tasks if box.line == action.line)
        over = plural((context.day - action.due).days // 7, "week")
        yield (
            _place(context, document, task, ""),
            f"“{action.words}” was due on {spoken(action.due, context.day)}, over {over} ago",
            "do it, give it another day, cut it down to a first step, or let it go: `- [-] …`",
        )


def _documents(context: CheckContext) -> Iterator[Document]:
    yield from context.whole.notes
    yield context.whole.profile


def _signed(context: CheckContext) -> Iterator[tuple[Document, Task, Signs]]:
    """Every check box whose line says more by signs, with its file and with what they say."""
    for document in _documents(context):
        for task, signs in document.once(_with_signs):
            yield document, task, signs


def _with_signs(document: Document) -> list[tuple[Task, Signs]]:
    return [(task, task.signs) for task in document.tasks if task.signs]


def _place(context: CheckContext, document: Document, task: Task, written: str) -> Place:
    """Where words stand in the line of a check box; the whole line's words where they do not."""
    lines = lines_of(context.sources.get(document.path, ""))
    text = lines[task.line - 1] if task.line <= len(lines) else ""
    at = text.find(written) if written else text.find("]") + 2
    end = at + len(written) if written else len(text.rstrip())
    if at < 0 or end <= at:
        return Place(document.path, task.line)
    return Place(document.path, task.line, at + 1, task.line, end + 1)
