"""Questions about a goal, and the file that comes of the answers.

In: a journal's folder, a day, and somebody to ask. Out: the path and the text of a goal. Each
answer is put into the file and read there as `milepost check` reads it: what cannot be read is
asked again with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from milepost.addresses import spelled
from milepost.findings import Finding, Severity
from milepost.journal.filenames import content_root
from milepost.journal.folder import read_folder
from milepost.journal.measures import parse_measure
from milepost.journal.numbers import Misread
from milepost.journal.shortforms import parse_window
from milepost.journal.values import Measure, Window
from milepost.journal.words import SETTINGS, Kind
from milepost.pipeline import findings_of, opened_from
from milepost.scaffold.files import quoted, slug

Ask = Callable[[str], str | None]
"""Asks a question and gives the answer: empty where it is skipped, None where nobody is there."""
Lines = dict[str, str]
"""The lines of a goal's front matter, by key, as YAML."""

_EXAMPLE = "Read 12 books"
"""A title that no rule speaks of; in its place it is seen what a title alone brings about."""
_TOLD = {Severity.ERROR, Severity.WARNING}
_BY = re.compile(r"(?:by|until|till|before|on)\s+", re.IGNORECASE)
_FOR = re.compile(r"(?:because|so that|in order to)\b", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_IF = re.compile(r"(?:if|when)\s+", re.IGNORECASE)
_THEN = re.compile(r"(?:then\s+)?(?=\S)", re.IGNORECASE)


class Interview:
    """One talk about one goal."""

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

    # --- the talk -----------------------------------------------------------------------------

    def goal(self) -> tuple[str, str] | None:
        """Ask everything, and give the path below the content and the text; None for no answer."""
        self._title()
        self._measure()
        self._due()
        self._reason()
        self._obstacle()
        self._effort()
        self._follow_up()
        if not self._lines:
            return None
        if "title" not in self._lines:
            words = next(iter(self._lines.values())).strip("\"' -\n")
            self._lines = {"title": quoted(words), **self._lines}
        return self._path, self._text(self._lines)

    def left(self) -> Iterator[str]:
        """What has still to be said of the goal, in lines; hints are for `milepost check`."""
        for finding in self._findings(self._lines):
            if finding.severity in _TOLD:
                yield f"{finding.severity}: {finding.message}\n  {finding.help}"

    def _title(self) -> None:
        def candidates(answer: str) -> Iterator[Lines]:
            yield {"title": quoted(answer)}

        def taken(answer: str) -> str:
            path = f"{self._content}goals/{slug(answer)}.md"
            there = any(spelled(path) == spelled(name) for name in self._folder.files)
            return f"{path} is there already; another title makes another file" if there else ""

        self._asked(
            "What do you want to do, or to reach? (Run 10 km under an hour)",
            candidates,
            unfit=taken,
        )

    def _measure(self) -> None:
        def candidates(answer: str) -> Iterator[Lines]:
            yield {"measurable": quoted(answer)}

        self._asked(
            "How will you know that you are there? (12 books | 75 kg | 3 times a week | yes or no)",
            candidates,
        )
        measure = parse_measure(self._said("measurable"))
        if isinstance(measure, Misread) or not _has_start(measure):
            return

        def begun(answer: str) -> Iterator[Lines]:
            unit = re.escape(measure.unit)
            number = re.sub(rf"^(?:from\s+)?(.*?)\s*(?:{unit})?$", r"\1", answer)
            target = self._said("measurable")
            yield {"measurable": quoted(f"from {number} to {target}")}
            yield {"measurable": quoted(f"{target}, from {number}")}

        self._asked("Where do you stand today, as a number? (0)", begun, nothing=("0",))

    def _due(self) -> None:
        def candidates(answer: str) -> Iterator[Lines]:
            due = _BY.sub("", answer, count=1) if _BY.match(answer) else answer
            begin = parse_window(due)
            if not (isinstance(begin, Window) and begin.start and begin.start > self._day):
                yield {"time_bound": quoted(f"{self._day} to {due}")}
            yield {"time_bound": quoted(due)}

        half = self._day + timedelta(days=182)
        self._asked(f"By when? ({half} | end of June | 12 weeks | {half.year})", candidates)

    def _reason(self) -> None:
        def candidates(answer: str) -> Iterator[Lines]:
            yield {"relevant": quoted(answer)}
            if not _FOR.match(answer):
                yield {"relevant": quoted(f"value {answer}")}
                yield {"relevant": quoted(f"because of {answer}")}

        self._asked(
            "What is it for? (a sentence, a value of yours, or a goal above it)", candidates
        )

    def _obstacle(self) -> None:
        hurdle = self._heard("What may come in the way? (I am too tired in the evening)")
        if not hurdle:
            return
        hurdle = _IF.sub("", hurdle, count=1) if _IF.match(hurdle) else hurdle

        def candidates(answer: str) -> Iterator[Lines]:
            plan = f"if {hurdle.rstrip('.')}, then {_THEN.sub('', answer, count=1)}"
            yield {"obstacles": f"\n  - {quoted(plan)}"}

        self._asked("And what will you do then? (I get up an hour earlier)", candidates)

    def _effort(self) -> None:
        def candidates(answer: str) -> Iterator[Lines]:
            if _NUMBER.fullmatch(answer):
                answer += " h"
            yield {"achievable": quoted(answer)}
            yield {"achievable": quoted(f"{answer} a week")}

        self._asked("How much time can you give it? (4 h a week)", candidates)

        def sure(answer: str) -> Iterator[Lines]:
            before = self._said("achievable")
            yield {"achievable": quoted(f"{before}{', ' if before else ''}confidence {answer}")}

        def no_number(answer: str) -> str:
            fits = _NUMBER.fullmatch(answer) and float(answer.replace(",", ".")) <= 10
            return "" if fits else f"“{answer}” is no number from 0 to 10"

        self._asked("How sure are you that it will work, from 0 to 10? (8)", sure, unfit=no_number)

    def _follow_up(self) -> None:
        """Ask about what a rule would ask: steps on a long way, and what exactly is meant."""
        if not self._lines:
            return
        codes = {finding.code: finding for finding in self._findings(self._lines)}
        window = parse_window(self._said("time_bound"))
        if "T201" in codes and isinstance(window, Window) and window.due:
            half = self._day + (window.due - self._day) / 2

            def step(answer: str) -> Iterator[Lines]:
                number = " =" if _NUMBER.match(answer) else " "
                yield {"milestones": f"\n  - {quoted(f'{half}{number}{answer}')}"}
                yield {"milestones": f"\n  - {quoted(f'{half} {answer}')}"}

            self._asked(f"What should be reached half-way, by {half}? (6 books read)", step)
        vague = next((f for code, f in codes.items() if code.startswith("S")), None)
        if vague and vague.severity is not Severity.HINT:

            def exactly(answer: str) -> Iterator[Lines]:
                yield {"specific": quoted(answer)}

            self._say(f"{vague.message}.")
            self._asked("So, in a sentence: what exactly, and by what will it be seen?", exactly)

    # --- one question -------------------------------------------------------------------------

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
        # What a title leaves open is what the next questions are about.
        kinds = {Severity.ERROR} if "title" in candidates[0] else _TOLD
        before = self._findings(
            self._lines | ({"title": _EXAMPLE} if "title" in candidates[0] else {})
        )
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

    def _findings(self, lines: Lines) -> tuple[Finding, ...]:
        files = {**self._folder.files, self._whole: self._text(lines).encode()}
        opened = opened_from(self._root, replace(self._folder, files=files))
        found = findings_of(opened, self._day, every=True)
        return tuple(finding for finding in found if finding.place.path == self._whole)

    # --- the file -----------------------------------------------------------------------------

    def _said(self, key: str) -> str:
        """What stands in a line so far, as a person reads it."""
        text = self._lines.get(key, "")
        return text[1:-1].replace('\\"', '"').replace("\\\\", "\\") if text[:1] == '"' else text

    @property
    def _path(self) -> str:
        return f"goals/{slug(self._said('title') or _EXAMPLE)}.md"

    @property
    def _whole(self) -> str:
        return f"{self._content}{self._path}"

    def _text(self, lines: Lines) -> str:
        order = ("title", "specific", "measurable", "achievable", "relevant", "time_bound")
        keys = [*order, "milestones", "obstacles"]
        body = "".join(
            f"{key}:{lines[key] if lines[key][:1] == chr(10) else f' {lines[key]}'}\n"
            for key in keys
            if key in lines
        )
        return f"---\n{body}---\n"


def _has_start(measure: Measure) -> bool:
    """Whether a measure goes from a number to another, and does not say yet from which."""
    if measure.kind is Kind.COUNT:
        return not measure.from_ and measure.rate is None
    return measure.kind is Kind.LEVEL and measure.from_ is None and measure.to is not None
