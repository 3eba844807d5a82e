"""The signs on the line of a check box: by when, how important, whose it is, how long it may take.

In: the tokens of a line. Out: `Read`: what the signs say, with the words that are left without
them, and where in the line they stand; None for a line without a sign. Signs of other tools (a
calendar's emoji, `[due:: …]`, `due:…`, `[#A]`) are read wherever they stand; those that could be
words (`by 2026-12-01`, `@Imke`, `30 min`) at either end of the words. A day behind `by` counts also
among the words, and stays one of them. What cannot be read stays in the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from markdown_it.token import Token

from milepost.journal.dates import FORM, WEEKDAY, find_date, parse_date, parse_period
from milepost.journal.numbers import Misread
from milepost.journal.values import Signs

_FIRST_ATOM = 0xF0000
_ATOM = "\U000f0000-\U000ffffd"
"""Code, a link or a picture stands in the text as one sign of a plane that nobody uses."""
_MAY = re.compile(rf"[0-9@#!+(📅📆🗓⏱✅☑❌➕🔺⏫🔽⏬❗‼{_ATOM}]|(?i:due:)")
"""Without any of these there is no sign on a line."""
_WORDS = re.compile(rf"[^\W_]|[{_ATOM}]")
_PARTING = " \t,;:·|–—"
"""What may stand between the words and a sign, and belongs to neither."""

_WEEKDAY = (
    rf"(?:{WEEKDAY}|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
    r"|Mo|Di|Mi|Do|Fr|Sa|So)\b[.,]?\s+"
)
_MONTH = r"[^\W\d_]{3,10}"
_DAY = (
    r"(?:[0-9]{4}-[WQ][0-9]{1,2}|[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,2}"
    r"|[0-9]{4}-[0-9]{2}|[0-9]{1,2}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{2,4}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+[0-9]{{4}}"
    rf"|(?P<month2>{_MONTH})\.?\s+[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s+[0-9]{{4}})(?![\w-]|[./:][0-9])"
)
"""What looks like a whole day, a week, a month or a quarter; no year is ever guessed."""
_BY = (
    r"(?:by|until|till|due(?:\s+(?:by|on))?|deadline|bis(?:\s+(?:zum|am))?|fällig(?:\s+(?:am|bis))?"
    r"|spätestens(?:\s+(?:am|bis(?:\s+zum)?))?)"
)
_BY_DAY = re.compile(
    rf"(?<![\w@#-]){_BY}(?:\s*:\s*|\s+)(?:(?:the|dem|den)\s+)?(?:{_WEEKDAY})?"
    rf"(?:(?:the|dem|den)\s+)?(?P<day>{_DAY})",
    re.IGNORECASE,
)
_EMOJI_DAY = re.compile(
    "(?P<sign>[📅📆🗓✅☑❌➕])\ufe0f?\\s*(?P<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![\\w-])"
)
_KEYED_DAY = re.compile(r"(?<![\w:/@#])due:(?P<day>[0-9]+[-/.][^\s,;]*|[^\W\d_][^\s,;:/]*)", re.I)
_ORG_DAY = re.compile(r"\bDEADLINE:\s*<(?P<day>[0-9-]+)[^<>\n]*>")
_RANK = re.compile("(?P<high>[🔺⏫❗‼]\ufe0f?|\\[#A\\])|(?P<low>[🔽⏬]\ufe0f?|\\[#C\\])")
_SAYS = {
    "📅": "due",
    "📆": "due",
    "🗓": "due",
    "✅": "done",
    "☑": "done",
    "❌": "dropped",
    "➕": "made",
}
_FIELDS = {
    "due": "due", "deadline": "due", "completion": "done", "cancelled": "dropped",
    "created": "made", "priority": "rank",
}  # fmt: skip
"""The fields of Dataview that are read on a task, each with what it says."""
_RANKS = {"highest": 1, "high": 1, "medium": 0, "normal": 0, "low": -1, "lowest": -1}

_NAME = r"(?!\d)[^\W_][\w'’-]*"
_TIME = (
    r"(?P<whole>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?(?:(?P<hours>hours?|hrs?|h|Std\.?|Stunden?)"
    r"(?:\s?(?P<more>[0-9]{1,2})(?:\s?min)?)?|(?:minutes?|Minuten?|mins?))(?!\w)"
)
_AT_END = re.compile(
    rf"(?:^|(?<=[\s,;:·|–—{_ATOM}]))(?P<bracket>\()?(?:"
    rf"(?P<by>{_BY_DAY.pattern})"
    r"|(?P<done>(?:done|completed|erledigt)(?:\s+(?:on|am))?:?\s+(?P<on>[0-9]{4}-[0-9]{2}-[0-9]{2}))"
    r"|(?P<high>!(?:important|wichtig|high|hoch))|(?P<low>!(?:low|niedrig))"
    rf"|(?:(?:→|->)\s*)?@(?P<name>{_NAME}|[{_ATOM}])"
    rf"|[#+](?P<tag>(?!\d)\w[\w/-]*)|(?P<link>[{_ATOM}])"
    rf"|(?P<sure>[~⏱]\ufe0f?\s?)?(?P<time>{_TIME})"
    rf")(?(bracket)\))[{_PARTING}]*$",
    re.IGNORECASE,
)
_AT_START = re.compile(
    rf"^[{_PARTING}]*(?:(?P<by>{_BY_DAY.pattern})(?=[\s,:]|$)|(?P<first>\(A\)|!{{1,3}})(?=\s)"
    rf"|(?P<high>!(?:important|wichtig|high|hoch))(?=\s)|(?P<low>!(?:low|niedrig))(?=\s)"
    rf"|@(?P<name>{_NAME}|[{_ATOM}])(?=[\s,:]))[{_PARTING}]*",
    re.IGNORECASE,
)
_BINDING = frozenset(
    [
        "for",
        "in",
        "of",
        "within",
        "after",
        "every",
        "each",
        "per",
        "under",
        "over",
        "to",
        "a",
        "an",
        "the",
        "least",
        "most",
        "about",
        "around",
        "than",
        "past",
        "plus",
        "from",
        "until",
        "by",
        "at",
        "on",
        "or",
        "and",
        "with",
        "without",
        "via",
        "like",
        "as",
        "my",
        "our",
        "into",
        "x",
        "×",
        "*",
        "+",
        "-",
        "–",
        "/",
        "&",
        "first",
        "last",
        "another",
        "only",
        "some",
        "next",
        "see",
        "read",
        "ask",
        "tell",
        "für",
        "nach",
        "alle",
        "pro",
        "je",
        "um",
        "mindestens",
        "höchstens",
        "unter",
        "über",
        "etwa",
        "ca",
        "ca.",
        "circa",
        "bis",
        "von",
        "vom",
        "mit",
        "ohne",
        "bei",
        "beim",
        "aus",
        "jede",
        "jeden",
        "jeder",
        "und",
        "oder",
        "nur",
        "noch",
        "rund",
        "zu",
        "zum",
        "zur",
        "auf",
        "an",
        "am",
        "im",
        "den",
        "dem",
        "der",
        "die",
        "das",
        "eine",
        "einer",
        "einen",
        "wie",
        "siehe",
    ]
)
"""Words before a sign that make it a part of the sentence: “run for 30 min”, “lunch with @Imke”."""
_LONGEST = 24 * 60
"""A length of more minutes is no time limit of a task, and stays a word."""
_LONGEST_LINE = 2000
"""A line of more signs is not looked through for any."""
_MOST = 20
"""So many signs are read at either end of the words."""
_IN_JOURNAL = re.compile(r"(?![A-Za-z][\w+.-]+:)[^#]+\.md(?:#.*)?")
"""The address of a link that leads to another note."""
_TAG = re.compile(r"(?<![\w/#&])#(?!\d)\w[\w/-]*")


_BREAKS = frozenset({"softbreak", "hardbreak"})
_WHOLE = frozenset({"code_inline", "wikilink", "image"})
_ONE_SIGN = _BREAKS | _WHOLE | {"link_close"}
"""Tokens that are one sign in the plain text of a line; a link is one where it ends."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a line says by signs, and the stretches of its plain text that are nothing but signs."""

    signs: Signs
    cuts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Atom:
    """What stands in a line and is no plain text: its words; a link's target, and as written."""

    words: str
    target: str = ""
    written: str = ""


@dataclass(slots=True)
class _Line:
    """A line while it is read: its text, what was cut out of it, and what was found."""

    text: str
    atoms: Sequence[Atom]
    left: str = ""
    """The text with blanks for what was cut."""
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

    def spares(self, start: int, end: int) -> bool:
        """Whether words are left without this stretch."""
        return _WORDS.search(self.left[:start] + self.left[end:]) is not None

    def atom(self, sign: str) -> Atom | None:
        """What stands for a sign, if it is one that stands for something."""
        at = ord(sign) - _FIRST_ATOM if len(sign) == 1 else -1
        return self.atoms[at] if 0 <= at < len(self.atoms) else None


def read(children: Sequence[Token]) -> Read | None:
    """The signs of the line of a check box, whose tokens these are.

    >>> from milepost.journal.prose import parser
    >>> inline = parser().parse("- [ ] Book the room by 2026-12-01 !important @Imke")[3]
    >>> read(inline.children).signs.words
    'Book the room'
    """
    text, atoms, fields = flat(children)
    if not _MAY.search(text) or len(text) > _LONGEST_LINE:
        return None
    line = _Line(text, atoms, text)
    for start, end, name, value in fields:
        _field(line, start, end, name.lower(), value)
    for day in (*_EMOJI_DAY.finditer(line.left), *_KEYED_DAY.finditer(line.left)):
        says = _SAYS[day["sign"]] if day.re is _EMOJI_DAY else "due"
        _dated(line, day.start(), day.end(), says, day["day"], day[0])
    for day in _ORG_DAY.finditer(line.left):
        _dated(line, day.start(), day.end(), "due", day["day"], day[0])
    for rank in _RANK.finditer(line.left):
        line.rank = 1 if rank["high"] else line.rank or -1
        line.cut(rank.start(), rank.end())
    for by in _BY_DAY.finditer(line.left):
        _due(line, by.start(), by)
    for one in (_at_end, _at_start):
        for _ in range(_MOST):
            if not one(line):
                break
    signs = _signs(line)
    found = line.cuts or signs.due or signs.named or signs.links or signs.misread
    return Read(signs, tuple(sorted(line.cuts))) if found else None


def flat(
    children: Sequence[Token],
) -> tuple[str, tuple[Atom, ...], tuple[tuple[int, int, str, str], ...]]:
    """The plain text of a line, with one sign for all that is none; what these are; its fields.

    A field in brackets is given by its two ends in the text, its name and its value. Text has a
    place in it by its length, a break and what is no text one sign, all other tokens none.
    """
    text = ""
    atoms: list[Atom] = []
    fields: list[tuple[int, str, str]] = []
    depth, words, target = 0, "", ""
    for token in children:
        if token.type == "link_open":
            depth, words, target = depth + 1, "", str(token.attrs.get("href", ""))
        elif token.type == "link_close":
            depth -= 1
            text += chr(_FIRST_ATOM + len(atoms))
            atoms.append(Atom(words, target if _IN_JOURNAL.fullmatch(target) else ""))
        elif depth:
            words += token.content
        elif token.type == "text":
            text += re.sub(f"[{_ATOM}]", "\ufffd", token.content)
        elif token.type in _BREAKS:
            text += " "
        elif token.type in _WHOLE:
            text += chr(_FIRST_ATOM + len(atoms))
            atoms.append(_atom(token))
        elif token.type == "dfn_open" and "field" in token.meta:
            name, value = token.meta["field"]
            fields.append((len(text), name, value))
    ends = ((at, at + len(f"{name}: {value}"), name, value) for at, name, value in fields)
    return text, tuple(atoms), tuple(one for one in ends if text[one[0] : one[1]].endswith(one[3]))


def _atom(token: Token) -> Atom:
    if token.type != "wikilink":
        return Atom(token.content)
    target, words = str(token.meta["target"]), str(token.meta["words"])
    bare = not (words or token.meta["anchor"] or token.meta["embed"])
    return Atom(words or target, target, token.content if bare else "")


def _field(line: _Line, start: int, end: int, name: str, value: str) -> None:
    """A field in brackets, if it is one of ours."""
    says = _FIELDS.get(name, "")
    if says == "rank":
        rank = _RANKS.get(value.strip().lower())
        if rank is not None:
            line.rank = rank or line.rank
            line.cut(start, end)
    elif says:
        _dated(line, start, end, says, value.strip(), f"[{name}:: {value.strip()}]")


def _dated(line: _Line, start: int, end: int, says: str, text: str, written: str) -> None:
    """A sign that says a day; one that names none stays, and is told."""
    day = _day(text)
    if isinstance(day, Misread):
        line.misread.append((written.strip(), day.message, day.help))
        return
    if says == "due":
        line.due[start] = day
    else:
        line.days[says] = day
    line.cut(start, end)


def _due(line: _Line, at: int, by: re.Match[str]) -> None:
    """A day behind `by`, wherever it stands; the words go on."""
    month = by["month"] or by["month2"]
    if month and find_date(f"1 {month} 2026", whole=True) is None:
        return  # “by chapter 3, 2026” names no month
    day = _day(by["day"])
    if isinstance(day, Misread):
        line.misread.append((by[0], day.message, day.help))
    else:
        line.due[at] = day


def _day(text: str) -> date | Misread:
    """The day that a text names, or the last one of its week, month or quarter."""
    if re.fullmatch(r"[0-9]{4}(?:-[WQ][0-9]+|-[0-9]{2})", text, re.IGNORECASE):
        period = parse_period(text)
        return period[1] if period else Misread(f"there is no “{text}”", FORM, "date")
    return parse_date(re.sub(r"\s+of\s+", " ", text))


def _at_end(line: _Line) -> bool:
    """Whether a sign stood behind the words; it is taken off them."""
    found = _AT_END.search(line.left)
    if not found or not line.spares(found.start(), found.end()):
        return False
    start, end = found.start(), found.end()
    while start and line.left[start - 1] in _PARTING:
        start -= 1
    return _taken(line, found, start, end)


def _at_start(line: _Line) -> bool:
    """Whether a sign stood before the words."""
    found = _AT_START.match(line.left)
    if not found or not line.spares(found.start(), found.end()):
        return False
    return _taken(line, found, found.start(), found.end())


def _taken(line: _Line, found: re.Match[str], start: int, end: int) -> bool:
    """Whether what stands at an end of the words is a sign indeed."""
    part, shown = found.groupdict(), False
    before = line.left[:start].split()
    bound = bool(before) and before[-1].lower() in _BINDING
    if part["by"]:
        if found.start("by") not in line.due:
            return False
    elif part.get("done"):
        day = parse_date(found["on"])
        if isinstance(day, Misread):
            return False
        line.days["done"] = day
    elif part["high"] or part.get("first"):
        line.rank = 1
    elif part["low"]:
        line.rank = line.rank or -1
    elif part["name"]:
        person = _person(line, part["name"])
        if not person or bound:
            return False
        line.people[found.start("name")] = person
    elif part.get("tag"):
        if bound:
            return False
        line.named[found.start("tag")], shown = f"#{part['tag']}", True
    elif part.get("link"):
        atom = line.atom(part["link"])
        if atom is None or not atom.written or bound:
            return False
        line.named[found.start("link")], shown = atom.written, True
    elif not _timed(line, found, bound=bound):
        return False
    line.cut(start, end, shown=shown)
    return True


def _person(line: _Line, name: str) -> str:
    """The name of a person: it begins with a capital, where its letters have any; else nothing.

    `@home` and `@phone` are places to other tools.
    """
    if atom := line.atom(name):
        return atom.words if atom.written else ""
    return "" if name[0].islower() else name.rstrip("-'’").replace("_", " ")


def _timed(line: _Line, found: re.Match[str], *, bound: bool) -> bool:
    """Whether a length of time is a limit, and no part of the sentence."""
    if line.minutes or (bound and not (found["sure"] or found["bracket"])):
        return False
    whole = float(found["whole"].replace(",", "."))
    minutes = round(whole * 60) + int(found["more"] or 0) if found["hours"] else round(whole)
    if not 0 < minutes <= _LONGEST:
        return False
    line.minutes = minutes
    return True


def _signs(line: _Line) -> Signs:
    """What was found, with the words that are left."""
    words = "".join(
        atom.words if (atom := line.atom(sign)) is not None else sign for sign in line.left
    )
    due = [day for _, day in sorted(line.due.items())]
    return Signs(
        words=" ".join(words.split()).strip(_PARTING),
        due=tuple(dict.fromkeys(due)),
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
    for sign in re.findall(f"[{_ATOM}]", line.left):
        atom = line.atom(sign)
        if atom is not None and atom.target:
            yield atom.target
    yield from _TAG.findall(line.left)


def without(children: Sequence[Token], cuts: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a line without some stretches of its plain text, which are as in `flat`."""
    kept: list[Token] = []
    at = depth = 0
    for token in children:
        start = at
        depth += (token.type == "link_open") - (token.type == "link_close")
        if token.type == "text" and not depth:
            at += len(token.content)
            text = "".join(
                sign
                for place, sign in enumerate(token.content, start)
                if not any(first <= place < end for first, end in cuts)
            )
            if text:
                kept.append(Token("text", "", 0, content=text))
            continue
        at += token.type in _ONE_SIGN and not depth
        inside = any(first <= start < end for first, end in cuts)
        if inside and token.type in {*_ONE_SIGN, "dfn_open", "dfn_close"} - {"link_close"}:
            continue
        if kept and token.nesting < 0 and kept[-1].nesting > 0:
            kept.pop()  # nothing is left between the two
        else:
            kept.append(token)
    return kept
