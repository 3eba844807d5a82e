"""The signs on the line of a check box: by when, how important, whose it is, how long it may take.

In: the tokens of a line. Out: `Read`: what the signs say, with the words that are left without
them, and where in the line they stand; None for a line without a sign. Signs of other tools (a
calendar's emoji, `[due:: …]`, `due:…`, `[#A]`) are read wherever they stand; those that could be
words (`by 2026-12-01`, `@Imke`, `30 min`) at either end of the words. A day behind `by` counts also
among the words, and stays one of them. What cannot be read stays in the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from markdown_it.token import Token

from milepost.journal.action_forms import (
    AT_END,
    AT_START,
    ATOM,
    BINDING,
    BY_DAY,
    EMOJI_DAY,
    EMOJI_SAYS,
    FIELDS,
    KEYED_DAY,
    KINDS,
    MAY,
    ORG_DAY,
    PARTING,
    RANK,
    RANKS,
    TAG,
    WORDS,
)
from milepost.journal.action_line import Field, Flat, flat
from milepost.journal.dates import FORM, find_date, parse_date, parse_period
from milepost.journal.numbers import Misread
from milepost.journal.values import Signs, Task

_LONGEST = 24 * 60
"""A length of more minutes is no time limit of a task, and stays a word."""
_LONGEST_LINE = 2000
"""A line of more signs is not looked through for any."""
_ATOMS = re.compile(f"[{ATOM}]")
_MOST = 20
"""So many signs are read at either end of the words."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a line says by signs, and the stretches of its plain text that are nothing but signs."""

    signs: Signs
    cuts: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Line:
    """A line while it is read: what is left of its text, what was cut, and what was found.

    What was cut is blank in `left`, so that each place stays where it was.
    """

    flat: Flat
    left: str
    cuts: list[tuple[int, int]] = field(default_factory=list)
    due: dict[int, date] = field(default_factory=dict)
    people: dict[int, str] = field(default_factory=dict)
    named: dict[int, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    rank: int = 0
    minutes: int = 0
    misread: list[tuple[str, str, str]] = field(default_factory=list)

    def cut(self, start: int, end: int, *, shown: bool = False) -> None:
        """Take a stretch out of the words; one that is `shown` stays on the page of its note."""
        self.left = f"{self.left[:start]}{' ' * (end - start)}{self.left[end:]}"
        if not shown:
            self.cuts.append((start, end))

    def bound(self, at: int) -> bool:
        """Whether the word before a place binds what follows to the sentence."""
        before = self.left[:at].split()
        return bool(before) and before[-1].lower() in BINDING


def read(children: Sequence[Token]) -> Read | None:
    """The signs of the line of a check box, whose tokens these are.

    >>> from milepost.journal.prose import parser
    >>> inline = parser().parse("- [ ] Book the room by 2026-12-01 !important @Imke")[3]
    >>> read(inline.children).signs.words
    'Book the room'
    """
    line = _Line(found := flat(children), found.text)
    if len(found.text) > _LONGEST_LINE or not (found.fields or MAY.search(found.text)):
        return None
    for one in found.fields:
        _field(line, one)
    for pattern in (EMOJI_DAY, KEYED_DAY, ORG_DAY):
        for day in pattern.finditer(line.left):
            says = EMOJI_SAYS[day["sign"]] if pattern is EMOJI_DAY else "due"
            _dated(line, day.span(), says, day["day"], day[0])
    for rank in RANK.finditer(line.left):
        line.rank = 1 if rank["high"] else line.rank or -1
        line.cut(*rank.span())
    for by in BY_DAY.finditer(line.left):
        _due(line, by)
    for pattern in (AT_END, AT_START):
        for _ in range(_MOST):
            if not _at_an_end(line, pattern):
                break
    signs = _signs(line)
    told = line.cuts or signs.due or signs.named or signs.links or signs.misread
    return Read(signs, tuple(sorted(line.cuts))) if told else None


def compared(task: Task) -> str:
    """The words of an action as they are compared from week to week.

    Capital letters, spaces, stops at the end and a day among the words make no difference: whoever
    moves the day moves the same action.
    """
    words = BY_DAY.sub("", task.words) if task.signs and task.signs.due else task.words
    plain = " ".join((words.strip() or task.words).casefold().split())
    return plain.rstrip(" .,;:!?…") or plain


def _field(line: _Line, one: Field) -> None:
    """A field in brackets, if it is one of ours."""
    says, value = FIELDS.get(one.name.lower(), ""), one.value.strip()
    if says == "rank":
        rank = RANKS.get(value.lower())
        if rank:
            line.rank = rank
            line.cut(one.start, one.end)
    elif says:
        _dated(line, (one.start, one.end), says, value, f"[{one.name}:: {value}]")


def _dated(line: _Line, span: tuple[int, int], says: str, text: str, written: str) -> None:
    """A sign that says a day; one that names none stays, and is told."""
    day = _day(text)
    if isinstance(day, Misread):
        line.misread.append((written, day.message, day.help))
        return
    if says == "due":
        line.due[span[0]] = day
    else:
        line.days[says] = day
    line.cut(*span)


def _due(line: _Line, by: re.Match[str]) -> None:
    """A day behind `by`, wherever it stands; the words go on."""
    month = by["month"] or by["month2"]
    if month and find_date(f"1 {month} 2026", whole=True) is None:
        return  # “by chapter 3, 2026” names no month
    day = _day(by["day"])
    if isinstance(day, Misread):
        line.misread.append((by[0], day.message, day.help))
    else:
        line.due[by.start()] = day


def _day(text: str) -> date | Misread:
    """The day that a text names, or the last one of its week, month or quarter."""
    if re.fullmatch(r"[0-9]{4}(?:-[WQ][0-9]+|-[0-9]{2})", text, re.IGNORECASE):
        period = parse_period(text)
        return period[1] if period else Misread(f"there is no “{text}”", FORM, "date")
    return parse_date(re.sub(r"\s+of\s+", " ", text))


def _at_an_end(line: _Line, pattern: re.Pattern[str]) -> bool:
    """Whether a sign stood at one end of the words; it is taken off them.

    The last word is none: what is left must say something.
    """
    found = pattern.search(line.left)
    if not found:
        return False
    start, end = found.span()
    if not WORDS.search(line.left[:start] + line.left[end:]):
        return False
    parts = found.groupdict()
    kind = next(name for name in KINDS if parts.get(name))
    if not _TAKEN[kind](line, found):
        return False
    while start and line.left[start - 1] in PARTING:
        start -= 1
    if pattern is AT_END:  # what is blank behind it may be a tag that the page shows
        end = start + len(line.left[start:end].rstrip(PARTING))
    line.cut(start, end, shown=kind in {"tag", "link", "hidden"})
    return True


def _by(line: _Line, found: re.Match[str]) -> bool:
    return found.start("by") in line.due


def _done(line: _Line, found: re.Match[str]) -> bool:
    day = parse_date(found["on"])
    if isinstance(day, Misread):
        return False
    line.days["done"] = day
    return True


def _high(line: _Line, _: re.Match[str]) -> bool:
    line.rank = 1
    return True


def _low(line: _Line, _: re.Match[str]) -> bool:
    line.rank = line.rank or -1
    return True


def _name(line: _Line, found: re.Match[str]) -> bool:
    """A person: the name begins with a capital, where its letters have any.

    `@home` and `@phone` are places to other tools.
    """
    name, atom = found["name"], line.flat.atom(found["name"])
    if line.bound(found.start()) or name[0].islower() or (atom and not atom.written):
        return False
    line.people[found.start("name")] = atom.words if atom else name.rstrip("-'’").replace("_", " ")
    return True


def _tag(line: _Line, found: re.Match[str]) -> bool:
    if line.bound(found.start()):
        return False
    line.named[found.start("tag")] = f"#{found['tag']}"
    return True


def _link(line: _Line, found: re.Match[str]) -> bool:
    atom = line.flat.atom(found["link"])
    if atom is None or not atom.written or line.bound(found.start()):
        return False
    line.named[found.start("link")] = atom.written
    return True


def _hidden(line: _Line, found: re.Match[str]) -> bool:
    """A goal of which the gate has taken the name: the signs before it are signs nonetheless."""
    if line.bound(found.start()):
        return False
    line.named[found.start("hidden")] = "…"
    return True


def _time(line: _Line, found: re.Match[str]) -> bool:
    """A length of time, where it is a limit and no part of the sentence."""
    sure = found["sure"] or found["bracket"]
    if line.minutes or (line.bound(found.start()) and not sure):
        return False
    whole = float(found["whole"].replace(",", "."))
    minutes = round(whole * 60) + int(found["more"] or 0) if found["hours"] else round(whole)
    if not 0 < minutes <= _LONGEST:
        return False
    line.minutes = minutes
    return True


_TAKEN: Mapping[str, Callable[[_Line, re.Match[str]], bool]] = {
    "by": _by,
    "done": _done,
    "high": _high,
    "first": _high,
    "low": _low,
    "name": _name,
    "tag": _tag,
    "link": _link,
    "hidden": _hidden,
    "time": _time,
}
"""What takes each kind of sign off the words; each says whether it was one."""


def _signs(line: _Line) -> Signs:
    """What was found, with the words that are left."""
    words = _ATOMS.sub(
        lambda one: atom.words if (atom := line.flat.atom(one[0])) else "", line.left
    )
    return Signs(
        words=" ".join(words.split()).strip(PARTING),
        due=tuple(dict.fromkeys(day for _, day in sorted(line.due.items()))),
        rank=line.rank,
        people=tuple(dict.fromkeys(name for _, name in sorted(line.people.items()))),
        minutes=line.minutes,
        named=tuple(name for _, name in sorted(line.named.items())),
        links=tuple(_targets(line)),
        made=line.days.get("made"),
        done=line.days.get("done") or line.days.get("dropped"),
        misread=tuple(line.misread),
    )


def _targets(line: _Line) -> Iterator[str]:
    """What the links among the words lead to in the journal, and the tags among them."""
    for sign in _ATOMS.findall(line.left):
        atom = line.flat.atom(sign)
        if atom and atom.target:
            yield atom.target
    yield from TAG.findall(line.left)
