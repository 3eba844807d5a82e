"""What milepost says about a journal: rules, the findings they make, and where those point.

In: a rule's declaration and the place of a fault. Out: `Finding`, plain data that every room passes
on and only the command line prints.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from inspect import cleandoc

HOME = "https://github.com/milepost/milepost"
"""Where the project lives; the one place that names it."""


@lru_cache(maxsize=8)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a file, split once for the many findings that may point into it."""
    return tuple(text.split("\n"))


class Severity(StrEnum):
    """How much a finding matters: only an error makes a command fail."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


_PAST_ITS_WORDS = 99
"""The column at which a line ends that is told of as a whole."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of text in a file of the journal.

    `path` is relative to the journal, with forward slashes. Lines and columns count from 1, in
    characters, from the top of the file; `end_column` is the first column after the span.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __post_init__(self) -> None:
        """Make a place without an end one that marks a single character."""
        if not self.end_line:
            object.__setattr__(self, "end_line", self.line)
        if not self.end_column:
            object.__setattr__(self, "end_column", self.column + 1)

    @classmethod
    def of_line(cls, path: str, line: int) -> Place:
        """A whole line, whatever stands on it."""
        return cls(path, line, 1, line, _PAST_ITS_WORDS)

    def within(self, start: int, end: int) -> Place:
        """The part of a one-line place from character `start` up to `end` (from 0)."""
        return replace(
            self,
            column=self.column + start,
            end_line=self.line,
            end_column=self.column + max(end, start + 1),
        )


_QUOTED = 300
"""So many characters of what is written are quoted, above the names that a file can have."""
_LONG_QUOTE = re.compile(rf"“([^”]{{{_QUOTED}}})[^”]+”")
_PROPOSED = 2000
"""So many characters a line that is proposed may have."""
_LONG_LINE = re.compile(rf"`([^`]{{{_PROPOSED}}})[^`]+`")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing `check` says: what is wrong, where, and what to do about it."""

    code: str
    name: str
    severity: Severity
    place: Place
    message: str
    help: str

    @property
    def url(self) -> str:
        """The address of the rule's page in the manual."""
        return f"{HOME}/blob/main/docs/rules/{self.code}.md"


@dataclass(frozen=True, slots=True)
class Rule:
    """A stable code and name, the usual severity, and the text that explains both.

    `text` is the docstring of the function that finds the fault: what it flags, why, and examples
    under `Flagged:` and `Fine:`. It is what `milepost explain` prints, the rule's page in the
    manual, and its test.
    """

    code: str
    name: str
    severity: Severity
    text: str

    @property
    def summary(self) -> str:
        """The first line of the explanation."""
        return self.text.partition("\n")[0]

    def finding(self, place: Place, message: str, help: str) -> Finding:  # noqa: A002
        """What this rule says about one place: a sentence of fault and one of remedy.

        Of long words that the fault quotes, the beginning is told; of a line to write, only where
        it is longer than any that is read.
        """
        message = _LONG_QUOTE.sub(r"“\1…”", message) if len(message) > _QUOTED else message
        help = _LONG_LINE.sub(r"`\1…`", help) if len(help) > _PROPOSED else help  # noqa: A001
        return Finding(self.code, self.name, self.severity, place, message, help)


def declare(code: str, name: str, severity: Severity, function: Callable[..., object]) -> Rule:
    """The rule that a documented function stands for; its docstring becomes the explanation."""
    return Rule(code, name, severity, cleandoc(function.__doc__ or ""))


@dataclass(frozen=True, slots=True)
class Told:
    """Findings that say the same: the first of them, and how many there are in how many files."""

    finding: Finding
    count: int = 1
    files: int = 1


_SAME = 3
"""So many findings that say the same are told one by one."""
_OF_A_RULE = 20
"""So many different things are told of one rule."""


def by_kind(
    findings: Iterable[Finding], most: int = 0
) -> tuple[tuple[Told, ...], Mapping[Rule, int]]:
    """Findings as they are told to people: each thing once, and of each rule only the first few.

    Out: what is told, in the order of the findings, and how many findings of which rule (without
    its text) are not told for there being so many. `most` is how many things are told in all, 0
    for no end. Where nothing repeats itself, each finding is told by itself.
    """
    same: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        same.setdefault((finding.code, finding.message), []).append(finding)
    told: list[Told] = []
    left: Counter[Rule] = Counter()
    of_rule: Counter[str] = Counter()
    for (code, _), alike in same.items():
        once = len(alike) > _SAME
        for finding in alike[:1] if once else alike:
            of_rule[code] += 1
            if of_rule[code] > _OF_A_RULE or (most and len(told) >= most):
                rule = Rule(code, finding.name, finding.severity, "")
                left[rule] += len(alike) if once else 1
            else:
                files = {one.place.path for one in alike} if once else ()
                told.append(Told(finding, len(alike) if once else 1, len(files) or 1))
    return tuple(sorted(told, key=lambda one: one.finding.place)), left


def errors_among(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that make a command fail."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, line and column, each once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda f: (f.place, f.code, f.message)))
