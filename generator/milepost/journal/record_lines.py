"""What a line of a record says: `Feedback: Jana: shorter slides; plan: a dry run, 2 h`.

In: the text of a line under a heading of records, or of an item below it. Out: its kind, its title,
and keys with values, as a file of such a record would have them. What is none of these stays in the
title, so that no word is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from milepost.findings import Place
from milepost.journal.dates import like_a_day, parse_date
from milepost.journal.efforts import parse_money
from milepost.journal.fields import listed, names_of, type_of
from milepost.journal.key_words import RECORD_WORDS
from milepost.journal.line_marks import LINKED
from milepost.journal.model import Feedback, Person, Record
from milepost.journal.nodes import Text, folded
from milepost.journal.numbers import DURATION, MONEY
from milepost.journal.record_kinds import (
    FAMILIES,
    KINDS,
    days_of,
    is_kind,
    kinds_of,
    may_be,
    takes_list,
    unended,
)
from milepost.journal.scalars import nearest
from milepost.journal.values import Money
from milepost.journal.words import Form
from milepost.patterns import late

_COLON = r"(?::\s+|：\s*)"
_KIND = re.compile(rf"([^:：;,\[\]]{{1,40}}){_COLON}(\S.*)")
"""What stands before the title: a kind of record, or who is meant."""
_LED = re.compile(rf"([^:：;,\[\]]{{0,40}}{LINKED}[^:：;,\[\]]{{0,40}}){_COLON}(\S.*)")
"""As `_KIND`, where a link stands before the colon."""
_NAMED = re.compile(r"([^\W\d][^:;]{0,30}?)\s*:\s+(\S.*)")
_SAID = re.compile(r"(because|weil|from|von|with|mit)\s+(\S.*)", re.IGNORECASE)
_MET = re.compile(
    r"(?:(?:met|saw)\s+(?:with\s+)?|(?:talked|spoke)\s+(?:to|with)\s+|(?:an?\s+)?"
    r"(?:meeting|call|phone call|chat|walk|coffee|tea|breakfast|lunch|dinner|beers?)\s+with\s+"
    r"|(?:treffen|gespräch|kaffee|tee|frühstück|mittagessen|abendessen|bier|spaziergang|telefonat"
    r"|anruf)\s+(?:mit|bei)\s+|@(?=[^\W\d_]))"
    r"(?=\S)",
    re.IGNORECASE,
)
_OCCASION = re.compile(r"([^,;\[\]]+),\s+([a-zà-ÿ0-9].*)")
"""Who was met, and behind a comma, in small letters, at what: `Marta, phone call`."""
_DASHED = re.compile(r"([^,;:\[\]–—]{1,40}|[^,;:–—]{0,40}\]\]|[^,;:–—]{0,80}\))\s+[–—-]\s+(\S.*)")
_BESIDE = re.compile(rf"([^;]+);\s+((?!{LINKED}\s*(?:;|$)).+)")
"""Who was met, and what the line says besides: behind a dash, or a semicolon."""
_FROM = re.compile(r"(?:(\S+)\s+)?(?:from|by|von)\s+(?=\S)", re.IGNORECASE)
_SAYS = re.compile(r"\s+(?:said|says|told me|sagte?|meinte?)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
_LAST_LINK = re.compile(rf"(?<=\S),\s+({LINKED}|…)$")
_ON_A_DAY = re.compile(r"(\S.*),\s+([^,]{0,30}[0-9]{4}[^,]{0,30}?)[.!]?")
"""A title with what may be its day behind the last comma: `PyCon, 2026-05-02`."""
_WHOLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")
_ROUND = r"(?:[.,][-–—]{1,2})?"
"""What stands for no cents: `10,- €`."""
_MONEY = late(
    rf"(?:{MONEY})\s*[0-9][0-9., ]*{_ROUND}"
    rf"|[0-9][0-9., ]*{_ROUND}\s*(?:{MONEY}|(?i:euros?|dollars?|pounds?|franken|francs?))"
)
_LISTED = re.compile(r"\[(?!\[)(.*[^\]])\]")
"""A list between brackets, as front matter has it."""
_COMMA = re.compile(r"\s*,\s+")
_FIGURE = re.compile("[0-9]")
_ON = re.compile(r"(?:on|am)\s+", re.IGNORECASE)
"""A word before a day: `next on 2026-12-10`."""
_PARTED = re.compile(r";\s+|;$")


@dataclass(frozen=True, slots=True)
class Said:
    """A line taken apart: its kind, its title, and the keys and values that it says."""

    kind: str
    title: str
    pairs: tuple[tuple[str, str], ...]
    strays: tuple[str, ...]
    """Names of parts that are no keys, and near one."""


def taken_apart(cls: type[Record], text: str) -> Said:
    """A line as `KIND: TITLE; KEY: VALUE; …`, with bare hours, money and days behind commas.

    What is none of these stays in the title, so that no word is lost.
    """
    kind, title, pairs, strays = _segments(cls, text)
    kind = kind or kinds_of(cls.family)[0]
    if cls is Person:
        title, kind, more = _person(title, kind)
        pairs += more
    if cls is Feedback and (match := _KIND.fullmatch(title) or _LED.fullmatch(title)):
        giver = _SAYS.sub("", _giver(match[1]))
        title, pairs = match[2], [*pairs, ("from", giver)]
    return Said(kind, title, tuple(pairs), tuple(strays))


def _without_values(
    cls: type[Record], text: str, *, day: bool
) -> tuple[str, list[tuple[str, str]]]:
    """A segment without what its last commas say, and that; `day` where a day alone says its day.

    Links behind commas stay at its end; what the gate has left of one is none of its words.
    """
    found: list[tuple[str, str]] = []
    before, links = "", list[str]()
    while text != before:
        before = text
        while last := _LAST_LINK.search(text):
            text, links = text[: last.start()], [last[1], *links]
        text, days = _without_day(cls, text) if day else (text, [])
        text, bare = _peeled(cls, text)
        found = [*bare, *days, *found]
        day = day and not days
    return ", ".join((text, *(one for one in links if one != "…"))), found


def _without_day(cls: type[Record], title: str) -> tuple[str, list[tuple[str, str]]]:
    """A title without the whole day behind its last comma, on which it was; of a person, met."""
    match = _ON_A_DAY.fullmatch(title)
    last = match[1].rpartition(", ")[2] if match else ""
    said = {key for key, _ in (*_bare(cls, last), *filter(None, (pair_of(cls, last),)))}
    whole = match and (_WHOLE_DAY.fullmatch(match[2]) or isinstance(parse_date(match[2]), date))
    if not match or not whole or _days_alone(last) or said & days_of(cls):
        return title, []  # the day is the last of several behind one key
    return match[1], [("met" if cls is Person else "date", match[2])]


def _giver(text: str) -> str:
    """Who gave feedback: `from Jana`, `praise from Jana` and `Jana` are one."""
    match = _FROM.match(text)
    return text[match.end() :] if match and (not match[1] or is_kind(match[1], Feedback)) else text


def _segments(cls: type[Record], text: str) -> tuple[str, str, list[tuple[str, str]], list[str]]:
    """A line's kind if it names one, the words of its title, keys with values, and strays."""
    kind, pairs = "", []
    if (match := _KIND.fullmatch(text)) and is_kind(match[1], cls):
        kind, text = KINDS[folded(match[1])][1], match[2]
    titles: list[str] = []
    strays: list[str] = []
    for number, segment in enumerate(_PARTED.split(text)):
        if number and segment.strip() == "…":  # of a link the gate has taken the name
            continue
        rest, found = _without_values(cls, segment.strip(), day=not number)
        pairs += found
        if pair := pair_of(cls, rest):
            pairs.append(pair)
        elif bare := _bare(cls, rest):
            pairs += bare
        elif rest:
            titles.append(rest)
            strays += [stray] if number and (stray := stray_of(cls, rest)) else []
    return kind, "; ".join(titles), pairs, strays


def _person(title: str, kind: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Who is meant by `met Jana (mentor): the tender`, of what kind, and what it was about."""
    if match := _MET.match(title):
        title = title[match.end() :]
    pairs: list[tuple[str, str]] = []
    for pattern in (_KIND, _LED, _OCCASION, _DASHED, _BESIDE):
        if match := pattern.fullmatch(title):
            title, pairs = match[1].strip(), [("about", match[2])]
            break
    if (match := _IN_BRACKETS.fullmatch(title)) and (is_kind(match[2], Person)):
        title, kind = match[1], KINDS[folded(match[2])][1]
    return title, kind, pairs


def stands_alone(cls: type[Record], text: str) -> bool:
    """Whether an item below a line is a record: it has a title, and a kind or a value beside it."""
    if pair_of(cls, text) or _bare(cls, text):
        return False
    kind, title, pairs, _ = _segments(cls, text)
    named = kind or (cls is Person and _person(title, "")[1])
    return bool(title and (named or pairs))


def said_in_part(cls: type[Record], text: str) -> list[tuple[str, str]]:
    """What an item below a line says; words that name nothing go on with the words before them."""
    pairs: list[tuple[str, str]] = []
    for segment in _PARTED.split(text):
        rest, found = _peeled(cls, segment.strip())
        if pair := pair_of(cls, rest):
            pairs.append(pair)
        elif bare := _bare(cls, rest):
            pairs += bare
        elif rest and pairs and type_of(cls, pairs[-1][0]) == "str":
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]}; {rest}")
        pairs += found
    return pairs


def _peeled(cls: type[Record], text: str) -> tuple[str, list[tuple[str, str]]]:
    """A segment without the bare values that stand behind its commas, and these.

    Behind a key of its own only the last ones are such: what stands before them is the key's.
    """
    named = pair_of(cls, text) is not None
    found: list[tuple[str, str]] = []
    kept, end = "", len(text)
    for start, behind in reversed([match.span() for match in _COMMA.finditer(text)]):
        part = text[behind:end]
        if start and (bare := _bare(cls, part)):
            found = [*bare, *found]
        elif _days_alone(part):
            continue  # they may be the last of several behind one key
        elif named:
            break
        else:
            kept = text[start:end] + kept
        end = start
    return text[:end] + kept, found


def pair_of(cls: type[Record], text: str) -> tuple[str, str] | None:
    """The key and value that a part says with its name: `change: ask earlier`, `from Jana`.

    Words under a key that takes a day or a number are words: `next: try again` is no mistake.
    """
    match = _NAMED.fullmatch(text) or _SAID.fullmatch(text)
    ours = _our_key(cls, match[1]) if match else ""
    if not match or not ours or not may_be(cls, ours, match[2]):
        return None
    kind = type_of(cls, ours)
    value = match[2] if kind == "str" or _MONEY.fullmatch(match[2]) else unended(match[2])
    return ours, _inner(cls, ours, value)


def _bare(cls: type[Record], text: str) -> list[tuple[str, str]]:
    """What a part says without a name: `12 h`, `300 EUR`, `done`, `next 2026-12-10`.

    It is that and nothing else; where other words stand beside it, all of them are words. The stop
    of a sentence may end it.
    """
    word = text.strip()
    return _value(cls, word) or (_value(cls, ended) if (ended := unended(word)) != word else [])


def is_bare(text: str) -> bool:
    """Whether a part of a line says something without a name, in any family: `12 h`, `done`."""
    return any(_bare(cls, text) for cls in FAMILIES.values())


def _value(cls: type[Record], word: str) -> list[tuple[str, str]]:
    names = names_of(cls)
    flag = RECORD_WORDS.get(folded(word), (folded(word), ""))[0]
    if flag in {"done", "thanked"} & names:
        return [(flag, "yes")]
    if "form" in names and word.casefold() in set(Form):
        return [("form", word)]
    if "hours" in names and DURATION.fullmatch(word):
        return [("hours", word)]
    if "money" in names and (_MONEY.fullmatch(word) or isinstance(parse_money(word), Money)):
        return [("money", word)]
    parts = word.split(" ")
    for count in (1, 2):  # `next 2026-12-10`, `valid until 2029-03-31`
        ours, said = _our_key(cls, " ".join(parts[:count])), " ".join(parts[count:])
        said = _ON.sub("", said)
        if ours in days_of(cls) and _days_alone(said := _inner(cls, ours, said)):
            return [(ours, said)]
    return []


def _days_alone(text: str) -> bool:
    """Whether a text is one day or several, though there may be no such days."""
    if not _FIGURE.search(text):
        return False
    return all(like_a_day(one.value) for one in listed(date, Text(text, Place(""))))


def _inner(cls: type[Record], name: str, value: str) -> str:
    """What stands between the brackets of a list, under a key that takes one."""
    between = _LISTED.fullmatch(value) if takes_list(cls, name) else None
    return between[1] if between else value


def _our_key(cls: type[Record], word: str) -> str:
    """The key that a word means in a line of this family; nothing where it means none."""
    name = folded(word)
    ours = name if name in names_of(cls) else RECORD_WORDS.get(name, ("", ""))[0]
    return ours if ours in names_of(cls) - _OF_A_FILE else ""


_OF_A_FILE = frozenset({"kind", "title", "aliases", "visibility"})
"""Keys that a line cannot have: it says the first two otherwise, and is seen where its entry is."""


def stray_of(cls: type[Record], text: str) -> str:
    """The name of a part that is no key and only a slip away from one; else nothing."""
    match = _NAMED.fullmatch(text)
    return match[1] if match and not _our_key(cls, match[1]) and near_key(cls, match[1]) else ""


def near_key(cls: type[Record], name: str) -> str:
    """The key that a line can have and whose name is nearest to this one; nothing if none is."""
    return nearest(folded(name), sorted(names_of(cls) - _OF_A_FILE))
