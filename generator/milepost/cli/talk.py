"""A talk about one goal, in which each answer is read as `milepost check` will read it.

In: a journal's folder, a day, and somebody to ask. Out: what came of the answers. Each is put into
the goal's file and read there; what cannot be read is asked again with the reason. Which questions
there are, and what file they make, is said by the talks that build on this one.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from milepost.addresses import spelled
from milepost.findings import Finding, Severity
from milepost.journal.filenames import content_root
from milepost.journal.folder import read_folder
from milepost.journal.words import SETTINGS
from milepost.pipeline import Opened, findings_of, opened_from

Ask = Callable[[str], str | None]
"""Asks a question and gives the answer: empty where it is skipped, None where nobody is there."""
Lines = dict[str, str]
"""What is known of a goal so far, by the name of its line or blank."""

BY = re.compile(r"(?:by|until|till|before|on)\s+", re.IGNORECASE)
"""What people write before the day by which they want to be there."""

TOLD = frozenset({Severity.ERROR, Severity.WARNING})
"""What is said during a talk; hints are for `milepost check`."""


class Talk(ABC):
    """One talk about one goal. `_lines` is what came of the answers so far."""

    def __init__(self, root: Path, day: date, ask: Ask, say: Callable[[str], None]) -> None:
        folder = read_folder(root)
        self._root, self._day, self._say = root, day, say
        self._answer: Ask = ask
        self._content = content_root(folder.files)
        # What a goal can be judged by: other goals and the profile. Entries never name a new one.
        kept = (SETTINGS, f"{self._content}profile.md", f"{self._content}goals/")
        files = {path: data for path, data in folder.files.items() if path.startswith(kept)}
        self._folder = replace(folder, files=files, findings=())
        self._lines: Lines = {}

    @abstractmethod
    def goal(self) -> tuple[str, str] | None:
        """Ask everything, and give the path below the content and the text; None for no answer."""

    @abstractmethod
    def _file(self, lines: Lines) -> tuple[str, str]:
        """The path below the content and the text of the goal that some lines make."""

    def left(self) -> Iterator[str]:
        """What has still to be said of the goal, in lines; hints are for `milepost check`."""
        for finding in self._findings(self._lines):
            if finding.severity in TOLD:
                yield f"{finding.severity}: {finding.message}\n  {finding.help}"

    def _taken(self, name: str) -> str:
        """What there is to say of a path below the content at which a file stands already."""
        path = f"{self._content}{name}"
        there = any(spelled(path) == spelled(name) for name in self._folder.files)
        return f"{path} is there already" if there else ""

    def _heard(self, question: str) -> str:
        """The answer in words; empty where there is none."""
        return " ".join((self._answer(question) or "").split())

    def _asked(
        self,
        question: str,
        candidates: Callable[[str], Iterator[Lines]],
        nothing: tuple[str, ...] = (),
        unfit: Callable[[str], str] = lambda _: "",
    ) -> None:
        """Ask until the answer is read or skipped; of the candidates the best is taken.

        `nothing` are answers that say no more than none; `unfit` tells why one cannot be taken.
        What a rule has to say of an answer that can be read is asked about once.
        """
        doubted = ""
        while (answer := self._heard(question)) and answer not in nothing:
            if reason := unfit(answer):
                self._say(reason)
                continue
            lines, wrong = self._best(tuple(candidates(answer)))
            errors = [finding for finding in wrong if finding.severity is Severity.ERROR]
            if not wrong or (answer == doubted and not errors):
                self._lines |= lines
                return
            worst = (errors or wrong)[0]
            self._say(f"{worst.message}\n  {worst.help}")
            if not errors:
                doubted = answer
                self._lines |= lines
                question = "Say it in other words, or skip to leave it so."

    def _best(self, candidates: tuple[Lines, ...]) -> tuple[Lines, tuple[Finding, ...]]:
        """The lines of which least is to be said, the first of equals, and what is new of that."""
        kinds, before = self._before(candidates[0])
        known = {(finding.code, finding.message) for finding in before}
        found = []
        for lines in candidates:
            every = self._findings(self._lines | lines)
            new = tuple(
                finding
                for finding in every
                if finding.severity in kinds and (finding.code, finding.message) not in known
            )
            errors = sum(finding.severity is Severity.ERROR for finding in new)
            found.append(((errors, len(new), len(every)), lines, new))
        _, lines, new = min(found, key=lambda one: one[0])
        return lines, new

    def _before(self, lines: Lines) -> tuple[Collection[Severity], tuple[Finding, ...]]:
        """What is asked about again in an answer that gives lines, and what is known already."""
        del lines  # to a talk it may matter of which line the answer is
        return TOLD, self._findings(self._lines)

    def _findings(self, lines: Lines) -> tuple[Finding, ...]:
        name, text = self._file(lines)
        path = f"{self._content}{name}"
        found = findings_of(self._opened({path: text.encode()}), self._day, every=True)
        return tuple(finding for finding in found if finding.place.path == path)

    def _opened(self, files: Mapping[str, bytes]) -> Opened:
        """The journal as far as a goal is judged by it, with some more files."""
        folder = replace(self._folder, files={**self._folder.files, **files})
        return opened_from(self._root, folder)
