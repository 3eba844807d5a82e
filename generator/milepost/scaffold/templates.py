"""Goals to start from: model goals with a few blanks, filled for a day.

In: the files of `texts/templates/`, a language, a day, and what is said of the blanks. Out:
`Template`s in that language, where it has a catalogue; the path and the text of a goal.

A file opens with a line on what it is for, a line on the weeks that it takes and, behind a comma,
the period to whose end it goes on; then a line for each blank: its name, its question and, behind a
bar, what is taken where nothing is said. Where nothing is, the question ends with an example. Below
an empty line stands the goal's file. In it `{certificate}` is a blank, `{start}` and `{due}` are
the ends of the stretch, `{25 %}` is a day on the way, `{25 % of questions}` and
`{25 % from now to goal}` are numbers on the way.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from milepost.addresses import STEERING
from milepost.journal.languages import says_comma
from milepost.journal.numbers import Misread, in_digits, parse_bare, pointed
from milepost.progress.calendar import Span
from milepost.scaffold.files import quoted, slug, told
from milepost.scaffold.tongues import in_tongue
from milepost.voice.english import ENGLISH
from milepost.voice.voice import Voice

SHORTEST = 14
"""Days over which the steps of a template can be spread."""

_FOLDER = Path(__file__).parent / "texts" / "templates"
_LASTS = re.compile(r"([0-9]+) weeks(?:, (month|quarter|year))?")
_GAP = re.compile(r"\{([^{}]+)\}")
_ONE_GAP = re.compile(r"\[([a-z]+)\]")
_SHARE = re.compile(r"([0-9]+) %(?: of ([a-z]+)| from ([a-z]+) to ([a-z]+))?")
_LINE = re.compile(r"(\s*-\s+|[a-z_]+:\s+)(.+)")
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_OWN = {"start", "due"}
_TITLE = "title"


@dataclass(frozen=True, slots=True)
class Blank:
    """What a template leaves open: its name, its question, and what is taken without an answer.

    Where that is a number, a number is asked for; where it is empty, the blank stays a gap.
    `comma` says that the language writes one before tenths.
    """

    name: str
    question: str
    default: str = ""
    comma: bool = False

    def read(self, answer: str) -> str | Misread:
        """An answer as it goes into the file: a number in plain digits, or words on one line."""
        flat = " ".join(STEERING.sub(" ", answer).split())
        if not _DIGITS.fullmatch(self.default):
            return flat
        number = parse_bare(pointed(flat) if self.comma else flat)
        if isinstance(number, Misread):
            return number
        return in_digits(number).replace(".", "," if self.comma else ".")


@dataclass(frozen=True, slots=True)
class Template:
    """A model goal. `weeks` is how long it takes, `end` the period that it then goes on to end."""

    name: str
    about: str
    weeks: int
    end: str
    blanks: tuple[Blank, ...]
    text: str
    voice: Voice = ENGLISH

    @property
    def asked(self) -> tuple[Blank, ...]:
        """The blanks that have a question, in the order in which they are asked."""
        return tuple(blank for blank in self.blanks if blank.question)

    @property
    def in_title(self) -> frozenset[str]:
        """The names of the blanks that stand in the title, and so make the name of the file."""
        title = next(line for line in self.text.splitlines() if line.startswith(_TITLE))
        return frozenset(name for gap in _GAP.findall(title) for name in _names(gap))

    def due(self, start: date) -> date:
        """The day by which it is due when it starts on a day."""
        day = start + timedelta(weeks=self.weeks)
        match self.end:
            case "month":
                return Span.month_of(day).end
            case "quarter":
                return Span.quarter_of(day).end
            case "year":
                return Span(day.year).end
        return day

    def titled(self, title: str) -> Template:
        """The same under a person's own title, with the blanks that are left in it."""
        line = f"{_TITLE}: {{{_TITLE}}}"
        text = re.sub(rf"^{_TITLE}:.*$", line, self.text, count=1, flags=re.MULTILINE)
        used = {name for gap in _GAP.findall(text) for name in _names(gap)}
        named = Blank(_TITLE, "", title)
        return replace(
            self, text=text, blanks=(named, *(one for one in self.blanks if one.name in used))
        )


@cache
def templates(language: str = "en") -> Mapping[str, Template]:
    """All templates by name, in the order of the alphabet, in a language that has a catalogue."""
    files, voice = sorted(_FOLDER.glob("*.md")), Voice(language, " ", typed=True)
    return {path.stem: _read(path.stem, path.read_text(encoding="utf-8"), voice) for path in files}


def filled_goal(
    template: Template,
    said: Mapping[str, str],
    start: date,
    due: date,
    areas: Collection[str] = (),
) -> tuple[str, str]:
    """The path and the text of the goal that a template makes with what is `said` of its blanks.

    What neither a person nor the template says stays a gap, as `[certificate]`, or `<person>` where
    it is a whole value: `milepost check` asks for both. A goal whose title has a gap is called as
    its template. Of the life `areas` of a journal, where it names some, only one of them is taken.
    """
    words = {one.name: said.get(one.name, one.default) for one in template.blanks}
    written = _Filled(words, start, due)
    _, front, body = template.text.split("---\n", 2)
    lines = [
        _area(line, areas, template.voice) or _line(line, written) for line in front.splitlines()
    ]
    title = next(line for line in front.splitlines() if line.startswith("title: "))
    called = all(words[name] for name in template.in_title)
    name = slug(written.of(title.removeprefix("title: "))) if called else template.name
    head = "\n".join(lines)
    return f"goals/{name}.md", f"---\n{head}\n---\n{written.of(body)}"


class _Filled:
    """What stands in the place of each gap."""

    def __init__(self, words: Mapping[str, str], start: date, due: date) -> None:
        self._words, self._start, self._due = words, start, due

    def of(self, text: str) -> str:
        """A text with its gaps filled; one of which nothing is known is `[its name]`."""
        return _GAP.sub(lambda match: self._said(match[1]), text)

    def in_words(self, text: str) -> bool:
        """Whether a text has a gap into which words come that may hold anything."""
        names = {name for gap in _GAP.findall(text) for name in _names(gap)}
        return not all(_DIGITS.fullmatch(self._words[name]) for name in names)

    def _said(self, gap: str) -> str:
        if gap in _OWN:
            return str({"start": self._start, "due": self._due}[gap])
        share = _SHARE.fullmatch(gap)
        if not share:
            return self._words[gap] or f"[{gap}]"
        percent = int(share[1])
        if share[2] or share[3]:
            first = self._number(share[3]) if share[3] else 0.0
            return _on_the_way(first, self._number(share[2] or share[4]), percent)
        return str(self._start + timedelta(days=(self._due - self._start).days * percent // 100))

    def _number(self, name: str) -> float:
        return float(self._words[name].replace(",", "."))


def _on_the_way(first: float, last: float, percent: int) -> str:
    """A number so far from one to another: a whole one between whole ones.

    It stands in a step, where all languages have a point.
    """
    value = first + (last - first) * percent / 100
    whole = first.is_integer() and last.is_integer()
    return in_digits(math.floor(value + 0.5) if whole else round(value, 1))


def _line(line: str, written: _Filled) -> str:
    """A line of the front matter, filled in, between quotes where YAML needs them for the words."""
    match = _LINE.fullmatch(line)
    if not match or not written.in_words(line):
        return written.of(line)
    value = written.of(match[2])
    gap = _ONE_GAP.fullmatch(value)
    return match[1] + quoted(f"<{gap[1]}>" if gap else value)


def _area(line: str, areas: Collection[str], voice: Voice) -> str:
    """The line of an area that the journal does not have, left open; else nothing."""
    key, _, area = line.partition(": ")
    if key != "area" or not areas or area.casefold() in {one.casefold() for one in areas}:
        return ""
    return told(voice, "area.txt", area=area).rstrip()


def _names(gap: str) -> tuple[str, ...]:
    """The blanks that a gap is filled from."""
    if share := _SHARE.fullmatch(gap):
        return tuple(filter(None, share.groups()[1:]))
    return () if gap in _OWN else (gap,)


def _read(name: str, text: str, voice: Voice) -> Template:
    head, _, goal = in_tongue(text, voice).partition("\n\n")
    about, lasts, *blanks = head.splitlines()
    match = _LASTS.fullmatch(lasts.removeprefix("takes: "))
    if not match:
        raise ValueError(f"{name}.md: `{lasts}` is not how long it takes")
    comma = says_comma(voice.language)
    made = tuple(_blank(line, comma=comma) for line in blanks)
    return Template(name, about, int(match[1]), match[2] or "", made, goal, voice)


def _blank(line: str, *, comma: bool) -> Blank:
    name, _, rest = line.partition(": ")
    question, _, default = rest.partition(" | ")
    return Blank(name, question, default, comma)
