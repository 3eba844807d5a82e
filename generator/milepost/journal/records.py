"""Records of the practice around the goals: what was learnt, who was met, what was said of it.

In: the sheet of a file in `content/log/`; the lines of an entry under headings of records. Out: a
`Record` for each, and findings. A line is read as the short form of a file: what it says beside its
title is put under the keys of its kind and goes the way of every front matter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from milepost.addresses import spelled
from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.dates import parse_date
from milepost.journal.fields import key_fields, name_of, names_of, read_fields
from milepost.journal.model import (
    Entry,
    Experience,
    Feedback,
    Goal,
    Journal,
    Learning,
    Person,
    Record,
    Refusal,
    Setback,
    Win,
)
from milepost.journal.nodes import Items, Keys, Node, Text, distinct, folded
from milepost.journal.numbers import MONEY, Misread
from milepost.journal.other_words import RECORD_WORDS
from milepost.journal.renames import meant
from milepost.journal.scalars import FALSE, TRUE, nearest
from milepost.journal.shortforms import bare_id
from milepost.journal.values import Line
from milepost.journal.words import Form
from milepost.patterns import late

FAMILIES: Mapping[str, type[Record]] = {
    cls.family: cls for cls in (Learning, Person, Feedback, Setback, Win, Experience, Refusal)
}
"""What reads the records of a family, by its name, in the order in which people are shown them."""

_OF_FAMILY: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "learning": {
        "learning": ("learned", "lesson", "lernen"),
        "course": ("class", "training", "workshop", "seminar", "kurs", "fortbildung"),
        "certificate": ("certification", "exam", "licence", "license", "zertifikat", "prüfung"),
        "book": ("reading", "read", "buch"),
        "event": ("conference", "talk", "meetup", "webinar", "trade fair", "konferenz", "vortrag"),
        "article": ("paper", "podcast", "video", "artikel"),
        "membership": ("subscription", "journal", "society", "mitgliedschaft", "abo"),
        "refresher": ("renewal", "auffrischung"),
    },
    "people": {
        "contact": ("person", "people", "met", "meeting", "kontakt", "treffen"),
        "mentor": ("mentorin",),
        "coach": (),
        "peer": ("colleague", "kollege", "kollegin"),
        "mentee": (),
        "supporter": (),
    },
    "feedback": {"feedback": ("praise", "criticism", "rückmeldung", "lob", "kritik")},
    "setbacks": {"setback": ("failure", "rückschlag")},
    "wins": {"win": ("achievement", "success", "erfolg")},
    "experiences": {
        "experience": ("erfahrung",),
        "challenge": ("herausforderung",),
        "volunteering": ("giving back", "volunteer", "ehrenamt"),
        "wanted": ("wish", "wunsch"),
    },
    "declined": {"declined": ("no", "refusal", "said no", "abgesagt")},
}
"""The kinds of records of each family, the usual one first, with other words for them."""

OTHER_TOOLS = ("type", "art")
"""Keys that say a kind where what they say is one; in other notes they are those of other tools."""

GOALS = ("goals", "revised")
"""The keys of records that name goals."""

KINDS: Mapping[str, tuple[str, str]] = {
    folded(word): (family, kind)
    for family, kinds in _OF_FAMILY.items()
    for kind, words in kinds.items()
    for word in (kind, *words)
}
"""Family and kind by the words for the kind."""

_COLON = r"(?::\s+|：\s*)"
_KIND = re.compile(rf"([^:：;,\[\]]{{1,40}}){_COLON}(\S.*)")
"""What stands before the title: a kind of record, or who is meant."""
_LINK = r"(?:\[\[[^\[\]]+\]\]|\[[^\[\]]+\]\([^()\s]*\))"
_LED = re.compile(rf"([^:：;,\[\]]{{0,40}}{_LINK}[^:：;,\[\]]{{0,40}}){_COLON}(\S.*)")
"""As `_KIND`, where a link stands before the colon."""
_NAMED = re.compile(r"([^\W\d][^:;]{0,30}?)\s*:\s+(\S.*)")
_SAID = re.compile(r"(because|weil|from|von|with|mit)\s+(\S.*)", re.IGNORECASE)
_DATED = re.compile(r"([^\W\d][^\W\d ]*(?: [^\W\d]+)?)\s+([0-9].*)")
_MET = re.compile(
    r"(?:(?:met|saw)\s+(?:with\s+)?|(?:talked|spoke)\s+(?:to|with)\s+|(?:an?\s+)?"
    r"(?:meeting|call|phone call|chat|walk|coffee|tea|breakfast|lunch|dinner|beers?)\s+with\s+)"
    r"(?=\S)",
    re.IGNORECASE,
)
_OCCASION = re.compile(r"([^,\[\]]+),\s+([a-zà-ÿ].*)")
"""Who was met, and behind a comma, in small letters, at what: `Marta, phone call`."""
_SAYS = re.compile(r"\s+(?:said|says|told me|sagte?|meinte?)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
_HOURS = re.compile(
    r"[0-9½¼¾.,:]+\s*(?:h\b|hours?\b|hrs?\b|min\b|minute[ns]?\b|std\b|stunden?\b).*", re.I
)
_ITS_UNIT = ((r"(?:std|stunden?)\b\.?", "h"), (r"min(?:uten)?\b\.?", "min"))
"""German words of a length of time, with ours."""
_MONEY = late(
    rf"(?:{MONEY})\s*[0-9][0-9., ]*"
    rf"|[0-9][0-9., ]*\s*(?:{MONEY}|(?i:euros?|dollars?|pounds?|franken|francs?))"
)
_LISTED = re.compile(r"\[(?!\[)(.*[^\]])\]")
"""A list between brackets, as front matter has it."""
_LINKED = re.compile(r"\[\[([^\[\]|#]+)")


def words_for(keys: Collection[str]) -> set[str]:
    """All words that people use for these keys, with spaces or `_` between their parts."""
    words = {*keys, *(word for word, (ours, _) in RECORD_WORDS.items() if ours in keys)}
    return {word.replace("_", r"[\s_-]+") for word in words}


def kinds_of(family: str) -> tuple[str, ...]:
    """The kinds of records of a family, the usual one first."""
    return tuple(_OF_FAMILY[family])


def kind_of(keys: Keys | None) -> tuple[str, str] | Text | None:
    """Family and kind that a file says; a text that says none; None where nothing is said."""
    other: Text | None = None
    for name in ("kind", *OTHER_TOOLS):
        for key, node in keys.pairs if keys else ():
            if folded(key.value) != name or (isinstance(node, Text) and node.empty):
                continue
            texts = [one for one in _parts(node) if isinstance(one, Text)]
            known = [KINDS[word] for one in texts if (word := folded(one.value)) in KINDS]
            if known:
                return known[0]
            if name == "kind":
                return texts[0] if texts else Text("", node.place)
            other = other or next(iter(texts), None)
    return other


def _parts(node: Node) -> tuple[Node, ...]:
    """What stands in a list; of anything else, that itself."""
    return node.items if isinstance(node, Items) else (node,)


def of_entry(entry: Entry) -> Iterator[tuple[Record, list[Finding]]]:
    """The records that an entry's lines are, in their order, each with what is to be told of it."""
    for line in entry.outline.lines:
        if line.family in FAMILIES:
            yield _read_line(line, entry)


def _read_line(line: Line, entry: Entry) -> tuple[Record, list[Finding]]:
    cls = FAMILIES[line.family]
    place = _place(entry, line.line)
    said = _taken_apart(cls, line.text)
    pairs: list[tuple[Text, Node]] = []
    pairs += ((Text(key, place), Text(value, place)) for key, value in said.pairs)
    findings = [_slip(place, cls, name) for name in said.strays]
    for text, number in line.parts:
        below = _place(entry, number)
        pair = _pair(cls, text)
        for key, value in [pair] if pair else _bare(cls, text):
            pairs.append((Text(key, below), Text(value, below)))
        if not pair and (stray := _stray(cls, text)):
            findings.append(_slip(below, cls, stray))
    once, equal = distinct(pairs)
    read = read_fields(cls, Keys(once, place), [])
    own = read.values.get("date_")
    values = {"title": said.title or line.text, "kind": said.kind} | read.values
    record = cls(
        path=entry.path,
        places={"title": place} | read.places,
        unread=frozenset(read.unread),
        visibility=entry.visibility,
        day=own or entry.day,
        week=entry.week if not own and entry.date_ is None else None,
        line=line.line,
        **values,
    )
    return record, [*findings, *equal, *read.findings]


def _place(entry: Entry, line: int) -> Place:
    return Place(entry.path, line, 1, line, 99)


def _slip(place: Place, cls: type[Record], name: str) -> Finding:
    return faults.misspelt_key(place, name, _near(cls, name))


@dataclass(frozen=True, slots=True)
class _Said:
    """A line taken apart: its kind, its title, and the keys and values that it says."""

    kind: str
    title: str
    pairs: tuple[tuple[str, str], ...]
    strays: tuple[str, ...]
    """Names of parts that are no keys, and near one."""


def _taken_apart(cls: type[Record], text: str) -> _Said:
    """A line as `KIND: TITLE; KEY: VALUE; …`, with bare hours, money and days behind commas.

    What is none of these stays in the title, so that no word is lost.
    """
    kind = next(iter(_OF_FAMILY[cls.family]))
    pairs: list[tuple[str, str]] = []
    if (match := _KIND.fullmatch(text)) and KINDS.get(folded(match[1]), ("",))[0] == cls.family:
        kind, text = KINDS[folded(match[1])][1], match[2]
    titles: list[str] = []
    strays: list[str] = []
    for number, segment in enumerate(re.split(r";\s+|;$", text)):
        rest, found = _peeled(cls, segment.strip())
        pairs += found
        if pair := _pair(cls, rest):
            pairs.append(pair)
        elif bare := _bare(cls, rest):
            pairs += bare
        elif rest:
            titles.append(rest)
            strays += [stray] if number and (stray := _stray(cls, rest)) else []
    title = "; ".join(titles)
    if cls is Person:
        title, kind, more = _person(title, kind)
        pairs += more
    if cls is Feedback and (match := _KIND.fullmatch(title) or _LED.fullmatch(title)):
        giver = re.sub(r"(?:from|by|von)\s+", "", match[1], count=1, flags=re.IGNORECASE)
        giver = _SAYS.sub("", giver)
        title, pairs = match[2], [*pairs, ("from", giver)]
    return _Said(kind, title, tuple(pairs), tuple(strays))


def _person(title: str, kind: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Who is meant by `met Jana (mentor): the tender`, of what kind, and what it was about."""
    if match := _MET.match(title):
        title = title[match.end() :]
    pairs: list[tuple[str, str]] = []
    if match := _KIND.fullmatch(title) or _LED.fullmatch(title) or _OCCASION.fullmatch(title):
        title, pairs = match[1].strip(), [("about", match[2])]
    if (match := _IN_BRACKETS.fullmatch(title)) and (
        KINDS.get(folded(match[2]), ("",))[0] == Person.family
    ):
        title, kind = match[1], KINDS[folded(match[2])][1]
    return title, kind, pairs


def _peeled(cls: type[Record], text: str) -> tuple[str, list[tuple[str, str]]]:
    """A segment without the bare values that it ends with behind commas, and these."""
    found: list[tuple[str, str]] = []
    while match := re.fullmatch(r"(.*\S)\s*,\s+(\S[^,]*|\S.*?,[0-9].*?)", text):
        bare = _bare(cls, match[2])
        if not bare:
            break
        text, found = match[1], [*bare, *found]
    return text, found


def _pair(cls: type[Record], text: str) -> tuple[str, str] | None:
    """The key and value that a part says with its name: `change: ask earlier`, `from Jana`.

    Words under a key that takes a day or a number are words: `next: try again` is no mistake.
    """
    match = _NAMED.fullmatch(text) or _SAID.fullmatch(text)
    ours = _our_key(cls, match[1]) if match else ""
    if not match or not ours or not _may_be(cls, ours, match[2]):
        return None
    listed = _LISTED.fullmatch(match[2]) if "tuple" in _type_of(cls, ours) else None
    return ours, listed[1] if listed else match[2]


def _type_of(cls: type[Record], name: str) -> str:
    return next(str(item.type) for item in key_fields(cls) if name_of(item) == name)


def _may_be(cls: type[Record], name: str, value: str) -> bool:
    """Whether a value looks like what its key takes."""
    kind = _type_of(cls, name)
    if not any(word in kind for word in ("date", "float", "Money", "bool", "Form")):
        return True
    said = value.strip().casefold()
    return any(sign.isdigit() for sign in said) or said in {*TRUE, *FALSE, *Form}


def _bare(cls: type[Record], text: str) -> list[tuple[str, str]]:
    """What a part says without a name: `12 h`, `300 EUR`, `done`, `next 2026-12-10`."""
    names, word = names_of(cls), text.strip()
    flag = RECORD_WORDS.get(folded(word), (folded(word), ""))[0]
    if flag in {"done", "thanked"} & names:
        return [(flag, "yes")]
    if "form" in names and word.casefold() in set(Form):
        return [("form", word)]
    if "hours" in names and _HOURS.fullmatch(word):
        for theirs, ours in _ITS_UNIT:
            word = re.sub(theirs, ours, word, flags=re.IGNORECASE)
        return [("hours", word)]
    if "money" in names and _MONEY.fullmatch(word):
        return [("money", word)]
    if match := _DATED.fullmatch(word):
        ours = _our_key(cls, match[1])
        if ours in _days_of(cls) and not isinstance(parse_date(match[2]), Misread):
            return [(ours, match[2])]
    return []


def is_bare(text: str) -> bool:
    """Whether a part of a line says something without a name, in any family: `12 h`, `done`."""
    return any(_bare(cls, text) for cls in FAMILIES.values())


def _our_key(cls: type[Record], word: str) -> str:
    """The key that a word means in a line of this family; nothing where it means none."""
    name = folded(word)
    ours = name if name in names_of(cls) else RECORD_WORDS.get(name, ("", ""))[0]
    return ours if ours in names_of(cls) - _OF_A_FILE else ""


_OF_A_FILE = frozenset({"kind", "title", "aliases", "visibility"})
"""Keys that a line cannot have: it says the first two otherwise, and is seen where its entry is."""


def _days_of(cls: type[Record]) -> set[str]:
    return {name_of(item) for item in key_fields(cls) if "date" in str(item.type)}


def _stray(cls: type[Record], text: str) -> str:
    """The name of a part that is no key and only a slip away from one; else nothing."""
    match = _NAMED.fullmatch(text)
    return match[1] if match and not _our_key(cls, match[1]) and _near(cls, match[1]) else ""


def _near(cls: type[Record], name: str) -> str:
    return nearest(folded(name), sorted(names_of(cls) - _OF_A_FILE))


def with_goals(record: Record, names: Mapping[str, str]) -> Record:
    """A record whose goals are called by their ids.

    `names` gives the id of a goal by each of its names. A line is also for the goals to which it
    links; a link that stands by itself behind the title, or behind what a meeting was about, says
    no more than that. An id that is not among the names is kept, to be told.
    """
    about = record.about if isinstance(record, Person) else ""
    links = _LINKED.findall(f"{record.title} {about}")
    linked = [names[id_] for id_ in map(bare_id, links) if id_ in names]
    goals = tuple(dict.fromkeys([*(names.get(id_, id_) for id_ in record.goals), *linked]))
    changes: dict[str, Any] = {} if goals == record.goals else {"goals": goals}
    if linked and (title := _without_links(record.title, names)) != record.title:
        changes["title"] = title
    if linked and (words := _without_links(about, names)) != about:
        changes["about"] = words
    if isinstance(record, Feedback):
        revised = tuple(names.get(id_, id_) for id_ in record.revised)
        changes |= {} if revised == record.revised else {"revised": revised}
    return replace(record, **changes) if changes else record


def _without_links(title: str, names: Mapping[str, str]) -> str:
    """Words without the links to goals that are parts of their own: `A walk; [[walks]]`."""
    first, *parts = title.split("; ")
    kept = [one for one in parts if names.get(bare_id(one), "") == "" or "[[" not in one]
    return "; ".join((first, *kept))


def gathered(journal: Journal) -> tuple[Record, ...]:
    """All records of a journal, by day, those without one first: its files and its entries' lines.

    Of goals that the journal does not have, none is named.
    """
    names = names_of_goals(journal.goals)
    lines = [record for entry in journal.entries for record, _ in of_entry(entry)]
    found = [_known(with_goals(one, names), names) for one in (*journal.log, *lines)]
    return tuple(sorted(found, key=lambda one: (one.day or date.min, one.path, one.line)))


def names_of_goals(goals: Iterable[Goal]) -> dict[str, str]:
    """The id of each goal by its titles, its old ids and its id, which goes before the others."""
    goals = tuple(goals)
    names = {spelled(goal.title): goal.id for goal in goals}
    names |= {alias: goal.id for goal in goals for alias in goal.aliases}
    return names | {goal.id: goal.id for goal in goals}


def _known(record: Record, names: Mapping[str, str]) -> Record:
    ids = set(names.values())
    goals = tuple(id_ for id_ in record.goals if id_ in ids)
    if isinstance(record, Feedback):
        record = replace(record, revised=tuple(id_ for id_ in record.revised if id_ in ids))
    return record if goals == record.goals else replace(record, goals=goals)


def unknown_goals(records: Iterable[Record], goals: tuple[Goal, ...]) -> Iterator[Finding]:
    """Ids in records that no goal has."""
    ids = {goal.id for goal in goals}
    for record in records:
        for field in GOALS:
            for number, id_ in enumerate(getattr(record, field, ())):
                if id_ not in ids:
                    yield faults.unknown_id(record.at(field, number), id_, *meant(id_, goals))
