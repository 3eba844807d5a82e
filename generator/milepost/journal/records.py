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
from functools import cache
from itertools import islice
from typing import Any

from milepost.addresses import spelled
from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.dates import like_a_day
from milepost.journal.fields import key_fields, listed, name_of, names_of, read_fields
from milepost.journal.languages import says_comma
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
    Review,
    Setback,
    Win,
)
from milepost.journal.nodes import Items, Keys, Node, Text, distinct, folded
from milepost.journal.numbers import DURATION, MONEY, pointed
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
_MONEY = late(
    rf"(?:{MONEY})\s*[0-9][0-9., ]*"
    rf"|[0-9][0-9., ]*\s*(?:{MONEY}|(?i:euros?|dollars?|pounds?|franken|francs?))"
)
_LISTED = re.compile(r"\[(?!\[)(.*[^\]])\]")
"""A list between brackets, as front matter has it."""
_COMMA = re.compile(r"\s*,\s+")
_FIGURE = re.compile("[0-9]")
_PARTED = re.compile(r";\s+|;$")
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


def with_points(cls: type[Record], keys: Keys, language: str) -> Keys:
    """The keys of a record, whose hours and money have a point before tenths.

    A comma that could be either is what the language of the journal says that it is.
    """
    pairs = ((key, _with_point(cls, key, node, language)) for key, node in keys.pairs)
    return replace(keys, pairs=tuple(pairs))


def _with_point(cls: type[Record], key: Text, node: Node, language: str) -> Node:
    name = folded(key.value)
    if not isinstance(node, Text) or "," not in node.value or name not in names_of(cls):
        return node
    number = any(word in _type_of(cls, name) for word in ("float", "Money"))
    return replace(node, value=pointed(node.value)) if number and says_comma(language) else node


def of_entry(entry: Entry, language: str = "en") -> Iterator[tuple[Record, list[Finding]]]:
    """The records that an entry's lines are, in their order, each with what is to be told of it.

    `language` is the journal's: how it writes tenths tells what a comma is.
    """
    for line in entry.outline.lines:
        for one in _apart(line) if line.family in FAMILIES else ():
            yield _read_line(one, entry, language)


def _apart(line: Line) -> list[Line]:
    """A line, and each item below it that reads as a record of its own, with what is theirs.

    What stands in an item is of the nearest one above it that is a record.
    """
    cls, found, above = FAMILIES[line.family], [replace(line, parts=())], [(0, 0)]
    for text, number, depth in line.parts:
        above = [one for one in above if one[0] < depth]
        if depth % 2 == 0 and _stands_alone(cls, text):
            above.append((depth, len(found)))
            found.append(Line(line.family, text, number))
        else:
            of = above[-1][1]
            found[of] = replace(found[of], parts=(*found[of].parts, (text, number, depth)))
    return found


def _stands_alone(cls: type[Record], text: str) -> bool:
    """Whether an item below a line is a record: it has a title, and a kind or a value beside it."""
    if _pair(cls, text) or _bare(cls, text):
        return False
    kind, title, pairs, _ = _segments(cls, text)
    named = kind or (cls is Person and _person(title, "")[1])
    return bool(title and (named or pairs))


def _read_line(line: Line, entry: Entry, language: str) -> tuple[Record, list[Finding]]:
    cls = FAMILIES[line.family]
    place = _place(entry, line.line)
    said = _taken_apart(cls, line.text)
    pairs: list[tuple[Text, Node]] = []
    pairs += ((Text(key, place), Text(value, place)) for key, value in said.pairs)
    findings = [_slip(place, cls, name) for name in said.strays]
    for text, number, _ in line.parts:
        below = _place(entry, number)
        pairs += ((Text(key, below), Text(value, below)) for key, value in _in_part(cls, text))
        if not _pair(cls, text) and (stray := _stray(cls, text)):
            findings.append(_slip(below, cls, stray))
    once, equal = distinct(_gathered_lists(cls, pairs))
    read = read_fields(cls, with_points(cls, Keys(once, place), language), [])
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


def _gathered_lists(cls: type[Record], pairs: list[tuple[Text, Node]]) -> list[tuple[Text, Node]]:
    """The pairs, in which what is said under a key that takes a list is one list."""
    kept: dict[str, tuple[Text, Node]] = {}
    for number, (key, node) in enumerate(pairs):
        if not isinstance(node, Text) or not _takes_list(cls, key.value):
            kept[f"{key.value} {number}"] = (key, node)
            continue
        own = listed(date if key.value in _days_of(cls) else str, node)
        first, before = kept.get(key.value, (key, Items((), node.place)))
        kept[key.value] = (first, Items((*_parts(before), *own), before.place))
    return list(kept.values())


def in_tables(document: Entry | Review) -> Iterator[Finding]:
    """The first table that stands where lines are read: those of records, or of decisions."""
    of_records = isinstance(document, Entry)
    read = FAMILIES if of_records else {"decisions"}
    example = "- TITLE; KEY: VALUE" if of_records else "- keep GOAL: REASON"
    told = (line for family, line in document.outline.tables if family in read)
    for line in islice(told, 1):
        yield faults.lines_in_table(_place(document, line), example)


def _place(document: Entry | Review, line: int) -> Place:
    return Place.of_line(document.path, line)


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
    kind, title, pairs, strays = _segments(cls, text)
    kind = kind or next(iter(_OF_FAMILY[cls.family]))
    if cls is Person:
        title, kind, more = _person(title, kind)
        pairs += more
    if cls is Feedback and (match := _KIND.fullmatch(title) or _LED.fullmatch(title)):
        giver = re.sub(r"(?:from|by|von)\s+", "", match[1], count=1, flags=re.IGNORECASE)
        giver = _SAYS.sub("", giver)
        title, pairs = match[2], [*pairs, ("from", giver)]
    return _Said(kind, title, tuple(pairs), tuple(strays))


def _segments(cls: type[Record], text: str) -> tuple[str, str, list[tuple[str, str]], list[str]]:
    """A line's kind if it names one, the words of its title, keys with values, and strays."""
    kind, pairs = "", []
    if (match := _KIND.fullmatch(text)) and _is_kind(match[1], cls):
        kind, text = KINDS[folded(match[1])][1], match[2]
    titles: list[str] = []
    strays: list[str] = []
    for number, segment in enumerate(_PARTED.split(text)):
        rest, found = _peeled(cls, segment.strip())
        pairs += found
        if pair := _pair(cls, rest):
            pairs.append(pair)
        elif bare := _bare(cls, rest):
            pairs += bare
        elif rest:
            titles.append(rest)
            strays += [stray] if number and (stray := _stray(cls, rest)) else []
    return kind, "; ".join(titles), pairs, strays


def _is_kind(word: str, cls: type[Record]) -> bool:
    """Whether a word names a kind of record of this family."""
    return KINDS.get(folded(word), ("",))[0] == cls.family


def _person(title: str, kind: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Who is meant by `met Jana (mentor): the tender`, of what kind, and what it was about."""
    if match := _MET.match(title):
        title = title[match.end() :]
    pairs: list[tuple[str, str]] = []
    if match := _KIND.fullmatch(title) or _LED.fullmatch(title) or _OCCASION.fullmatch(title):
        title, pairs = match[1].strip(), [("about", match[2])]
    if (match := _IN_BRACKETS.fullmatch(title)) and (_is_kind(match[2], Person)):
        title, kind = match[1], KINDS[folded(match[2])][1]
    return title, kind, pairs


def _in_part(cls: type[Record], text: str) -> list[tuple[str, str]]:
    """What an item below a line says; words that name nothing go on with the words before them."""
    pairs: list[tuple[str, str]] = []
    for segment in _PARTED.split(text):
        rest, found = _peeled(cls, segment.strip())
        if pair := _pair(cls, rest):
            pairs.append(pair)
        elif bare := _bare(cls, rest):
            pairs += bare
        elif rest and pairs and _type_of(cls, pairs[-1][0]) == "str":
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]}; {rest}")
        pairs += found
    return pairs


def _peeled(cls: type[Record], text: str) -> tuple[str, list[tuple[str, str]]]:
    """A segment without the bare values that stand behind its commas, and these.

    Behind a key of its own only the last ones are such: what stands before them is the key's.
    """
    named = _pair(cls, text) is not None
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


def _pair(cls: type[Record], text: str) -> tuple[str, str] | None:
    """The key and value that a part says with its name: `change: ask earlier`, `from Jana`.

    Words under a key that takes a day or a number are words: `next: try again` is no mistake.
    """
    match = _NAMED.fullmatch(text) or _SAID.fullmatch(text)
    ours = _our_key(cls, match[1]) if match else ""
    if not match or not ours or not may_be(cls, ours, match[2]):
        return None
    kind = _type_of(cls, ours)
    value = match[2] if kind == "str" or _MONEY.fullmatch(match[2]) else unended(match[2])
    return ours, _inner(cls, ours, value)


def _type_of(cls: type, name: str) -> str:
    return _types(cls)[name]


@cache
def _types(cls: type) -> Mapping[str, str]:
    """What the keys of a family take, by their names."""
    return {name_of(item): str(item.type) for item in key_fields(cls)}


def may_be(cls: type[Record], name: str, value: str) -> bool:
    """Whether a value looks like what its key takes."""
    kind = _type_of(cls, name)
    if not any(word in kind for word in ("date", "float", "Money", "bool", "Form")):
        return True
    said = unended(value).casefold()
    return any(sign.isdigit() for sign in said) or said in {*TRUE, *FALSE, *Form}


def _bare(cls: type[Record], text: str) -> list[tuple[str, str]]:
    """What a part says without a name: `12 h`, `300 EUR`, `done`, `next 2026-12-10`.

    It is that and nothing else; where other words stand beside it, all of them are words. The stop
    of a sentence may end it.
    """
    word = text.strip()
    return _value(cls, word) or (_value(cls, ended) if (ended := unended(word)) != word else [])


def unended(text: str) -> str:
    """A text without the stop of the sentence that it ends."""
    return text.strip().rstrip(".!").rstrip()


def _value(cls: type[Record], word: str) -> list[tuple[str, str]]:
    names = names_of(cls)
    flag = RECORD_WORDS.get(folded(word), (folded(word), ""))[0]
    if flag in {"done", "thanked"} & names:
        return [(flag, "yes")]
    if "form" in names and word.casefold() in set(Form):
        return [("form", word)]
    if "hours" in names and DURATION.fullmatch(word):
        return [("hours", word)]
    if "money" in names and _MONEY.fullmatch(word):
        return [("money", word)]
    parts = word.split(" ")
    for count in (1, 2):  # `next 2026-12-10`, `valid until 2029-03-31`
        ours, said = _our_key(cls, " ".join(parts[:count])), " ".join(parts[count:])
        if ours in _days_of(cls) and _days_alone(said := _inner(cls, ours, said)):
            return [(ours, said)]
    return []


def _days_alone(text: str) -> bool:
    """Whether a text is one day or several, though there may be no such days."""
    if not _FIGURE.search(text):
        return False
    return all(like_a_day(one.value) for one in listed(date, Text(text, Place(""))))


def _inner(cls: type[Record], name: str, value: str) -> str:
    """What stands between the brackets of a list, under a key that takes one."""
    between = _LISTED.fullmatch(value) if _takes_list(cls, name) else None
    return between[1] if between else value


def _takes_list(cls: type[Record], name: str) -> bool:
    return "tuple" in _type_of(cls, name)


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


def _days_of(cls: type) -> set[str]:
    return {name for name, kind in _types(cls).items() if "date" in kind}


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
    language = journal.settings.language
    lines = [record for entry in journal.entries for record, _ in of_entry(entry, language)]
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
