"""The blanks of a template, asked or said, and the goal that comes of them.

In: a template, what is said of its blanks, a journal's folder, a day, and perhaps somebody to ask.
Out: the path and the text of a goal, and what is still open in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from milepost.cli.talk import BY, TOLD, Ask, Lines, Talk
from milepost.journal.numbers import Misread
from milepost.journal.shortforms import parse_window
from milepost.journal.values import Window
from milepost.scaffold.templates import SHORTEST, Blank, Template, filled_goal
from milepost.voice.asking import by_when, called_what, gap_left, taken_unasked

_GAPS = frozenset({"S204", "F207"})
"""What `milepost check` says of a gap; here each is told with its question."""


class Filling(Talk):
    """One talk about the blanks of a template. Without somebody to `ask`, nothing is asked."""

    def __init__(
        self,
        root: Path,
        day: date,
        template: Template,
        said: Mapping[str, str],
        due: date | None,
        ask: Ask | None,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(root, day, ask or (lambda _: None), say)
        self._template, self._due = template, due
        self._asks = ask is not None
        self._lines |= said
        journal = self._opened({}).journal
        self._areas = journal.profile.areas or journal.settings.areas

    def stands(self) -> bool:
        """Whether the goal's file is there already, whatever will be answered."""
        asked = {blank.name for blank in self._template.asked} if self._asks else set()
        sure = not asked & self._template.in_title - set(self._lines)
        return sure and bool(self._taken(self.unasked()[0]))

    def unasked(self) -> tuple[str, str]:
        """The path below the content and the text of what is known so far."""
        return self._file(self._lines)

    def goal(self) -> tuple[str, str]:
        """Ask what was not said, and give the path below the content and the text."""
        for blank in self._template.asked if self._asks else ():
            if blank.name not in self._lines:
                self._blank(blank)
        if self._asks and not self._due:
            self._when()
        if self._asks:
            self._title()
        return self.unasked()

    def left(self) -> Iterator[str]:
        """What is open in the goal, what the template chose, and what else is to be said of it."""
        unsaid = [blank for blank in self._template.asked if blank.name not in self._lines]
        for blank in unsaid:
            if not blank.default:
                yield gap_left(self._template.voice, blank.name, blank.question)
        chosen = {blank.name: blank.default for blank in unsaid if blank.default}
        if chosen and not self._asks:
            yield taken_unasked(self._template.voice, chosen)
        for finding in self._findings(self._lines):
            if finding.severity in TOLD and finding.code not in _GAPS:
                yield f"{finding.severity}: {finding.message}\n  {finding.help}"

    def _blank(self, blank: Blank) -> None:
        def candidates(answer: str) -> Iterator[Lines]:
            read = blank.read(answer)
            if not isinstance(read, Misread):
                yield {blank.name: read}

        def unfit(answer: str) -> str:
            read = blank.read(answer)
            if isinstance(read, Misread):
                return f"{read.message}\n  {read.help}"
            return ""

        default = f" ({blank.default})" if blank.default else ""
        self._asked(f"{blank.question}{default}", candidates, unfit=unfit)

    def _when(self) -> None:
        question = by_when(self._template.voice, self._template.due(self._day))
        while answer := self._heard(question):
            due = due_of(answer, self._day)
            if isinstance(due, date):
                self._due = due
                return
            self._say(f"{due.message}\n  {due.help}")

    def _title(self) -> None:
        """Ask for another title while the file is there already; skipped, it is left at that."""
        template = self._template
        while there := self._taken(self.unasked()[0]):
            self._say(f"{there}; another title makes another file")
            title = self._heard(called_what(template.voice))
            if not title:
                return
            self._template = template.titled(title)

    def _file(self, lines: Lines) -> tuple[str, str]:
        due = self._due or self._template.due(self._day)
        return filled_goal(self._template, lines, self._day, due, self._areas)


def due_of(words: str, start: date) -> date | Misread:
    """The due day that is meant by words, counted from a start; far enough for steps on the way."""
    window = parse_window(f"{start} to {BY.sub('', words.strip(), count=1)}")
    due = window.due if isinstance(window, Window) else None
    first = start + timedelta(days=SHORTEST)
    if due is None or due < first:
        told = f"“{words}” names no day" if due is None else f"{due} is too near"
        return Misread(
            f"{told}: the steps of a template need a due day from {first} on",
            f"write one, as {first}, 12 weeks or the end of {start.year + 1}",
        )
    return due
