"""Questions about a goal, and the file that comes of the answers.

In: a journal's folder, a day, and somebody to ask. Out: the path and the text of a goal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import timedelta
from math import isclose

from milepost.cli.talk import BY, Lines, Talk
from milepost.findings import Finding, Severity
from milepost.journal.commas import as_pointed
from milepost.journal.measure_numbers import in_figures
from milepost.journal.measures import parse_measure
from milepost.journal.numbers import Misread, in_digits, parse_number, told_in
from milepost.journal.shortforms import IF, THEN, parse_obstacle, parse_window
from milepost.journal.values import Measure, Obstacle, Window
from milepost.journal.words import Kind
from milepost.scaffold.files import quoted, slug
from milepost.voice.voice import Voice

_EXAMPLE = "Read 12 books"
"""A title that no rule speaks of; in its place it is seen what a title alone brings about."""
_FOR = re.compile(r"(?:because|so that|in order to)\b", re.IGNORECASE)
_FROM = re.compile(r"(?:from|von)\s+", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_IF = re.compile(rf"{IF}\s+", re.IGNORECASE)
_THEN = re.compile(rf"{THEN}\s+(?=\S)", re.IGNORECASE)
_PLAN = re.compile(rf"{IF}\s|.*(?:[-–=]+>|→|⇒|➔|➜)", re.IGNORECASE)
"""How an answer begins, or is parted, that may say what is done then as well."""


class Interview(Talk):
    """One talk about one goal."""

    @property
    def _language(self) -> str:
        """The language of the journal, in which numbers are answered."""
        return self._opened({}).journal.settings.language

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
        return self._file(self._lines)

    def _title(self) -> None:
        def candidates(answer: str) -> Iterator[Lines]:
            yield {"title": quoted(answer)}

        def taken(answer: str) -> str:
            there = self._taken(f"goals/{slug(answer)}.md")
            return there and f"{there}; another title makes another file"

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
        number = as_pointed(self._language)
        measure = parse_measure(number(self._said("measurable")))
        if isinstance(measure, Misread) or not _has_start(measure):
            return

        def begun(answer: str) -> Iterator[Lines]:
            for line in _begun(measure, self._said("measurable"), answer, number):
                yield {"measurable": quoted(line)}

        def no_number(answer: str) -> str:
            start = _start(answer, measure, number)
            if isinstance(start, Misread):
                return f"{start.message}\n  {start.help}"
            taken = any(True for _ in begun(answer))
            return "" if taken else f"with “{answer}” as its start this cannot be read; skip it"

        question = "Where do you stand today, as a number? (0)"
        self._asked(question, begun, nothing=("0",), unfit=no_number)

    def _due(self) -> None:
        def candidates(answer: str) -> Iterator[Lines]:
            due = BY.sub("", answer, count=1) if BY.match(answer) else answer
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
        if _PLAN.match(hurdle) and (plan := _read_plan(hurdle)) and plan.then:
            self._lines["obstacles"] = f"\n  - {quoted(hurdle)}"
            return
        hurdle = _IF.sub("", hurdle, count=1).rstrip(".") if _IF.match(hurdle) else hurdle
        say = Voice(self._language).say

        def candidates(answer: str) -> Iterator[Lines]:
            step = _THEN.sub("", answer, count=1) if _THEN.match(answer) else answer
            plan = Obstacle(hurdle.rstrip("."), step)
            said = say("if {obstacle}, then {step}", obstacle=plan.if_, step=step)
            parts = f"if: {quoted(plan.if_)}\n    then: {quoted(step)}"
            # A hurdle with a “then” of its own is only parted from its plan by keys.
            line = quoted(said) if _read_plan(said) == plan else parts
            yield {"obstacles": f"\n  - {line}"}

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

    # --- the file -----------------------------------------------------------------------------

    def _before(self, lines: Lines) -> tuple[Collection[Severity], tuple[Finding, ...]]:
        """What a title leaves open is what the next questions are about."""
        if "title" not in lines:
            return super()._before(lines)
        return {Severity.ERROR}, self._findings(self._lines | {"title": _EXAMPLE})

    def _said(self, key: str) -> str:
        """What stands in a line so far, as a person reads it."""
        return _read(self._lines.get(key, ""))

    def _file(self, lines: Lines) -> tuple[str, str]:
        order = ("title", "specific", "measurable", "achievable", "relevant", "time_bound")
        keys = [*order, "milestones", "obstacles"]
        body = "".join(
            f"{key}:{lines[key] if lines[key][:1] == chr(10) else f' {lines[key]}'}\n"
            for key in keys
            if key in lines
        )
        title = _read(lines.get("title", "")) or _EXAMPLE
        return f"goals/{slug(title)}.md", f"---\n{body}---\n"


def _read(line: str) -> str:
    """A line as a person reads it, without the quotes that YAML wants."""
    return line[1:-1].replace('\\"', '"').replace("\\\\", "\\") if line[:1] == '"' else line


def _read_plan(text: str) -> Obstacle | None:
    read = parse_obstacle(text)
    return read if isinstance(read, Obstacle) else None


def _start(answer: str, measure: Measure, number: Callable[[str], str]) -> float | Misread:
    """The number where a measure starts, in its unit."""
    read = parse_number(in_figures(number(_FROM.sub("", answer))))
    return read if isinstance(read, Misread) else told_in(*read, measure.unit)


def _begun(
    measure: Measure, target: str, answer: str, number: Callable[[str], str]
) -> Iterator[str]:
    """Each line for a measure with a start that is read as that measure, and as that start."""
    start = _start(answer, measure, number)
    if isinstance(start, Misread):
        return
    bare = re.sub(rf"^(.*?)\s*(?:{re.escape(measure.unit)})?$", r"\1", _FROM.sub("", answer))
    for line in (
        *(f"from {bare} to {target}", f"{target}, from {bare}"),
        f"from {in_digits(start)} to {target}",
        f"from {in_digits(start)} to {in_digits(measure.to or 0)} {measure.unit}",
    ):
        read = parse_measure(number(line))
        if isinstance(read, Misread) or read.from_ is None:
            continue
        same = (read.to, read.unit) == (measure.to, measure.unit)
        if same and isclose(read.from_, start):
            yield line


def _has_start(measure: Measure) -> bool:
    """Whether a measure goes from a number to another, and does not say yet from which."""
    if measure.kind is Kind.COUNT:
        return not measure.from_ and measure.rate is None
    return measure.kind is Kind.LEVEL and measure.from_ is None and measure.to is not None
