"""The kinds of records: their families, the words for them, and what their keys take.

In: a word, the sheet of a file, a key with what is said under it. Out: the family and the kind that
are meant; whether a key takes it. A new kind is a word here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from milepost.journal.fields import names_of, type_of
from milepost.journal.key_words import RECORD_WORDS
from milepost.journal.model import (
    Experience,
    Feedback,
    Learning,
    Person,
    Record,
    Refusal,
    Setback,
    Win,
)
from milepost.journal.nodes import Items, Keys, Node, Text, folded
from milepost.journal.scalars import FALSE, TRUE
from milepost.journal.words import Form

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
IN_WORDS = ("from", "about", "because", "change", "plan", "learned", "reward")
"""The keys of records that hold words of the author's beside the title, in the order of an export.

Goals to which the words of a record link are its goals in this order too.
"""
KINDS: Mapping[str, tuple[str, str]] = {
    folded(word): (family, kind)
    for family, kinds in _OF_FAMILY.items()
    for kind, words in kinds.items()
    for word in (kind, *words)
}
"""Family and kind by the words for the kind."""


def said_of(record: Record, key: str) -> Any:
    """What a record says under a key; None where its family has no such key."""
    return getattr(record, f"{key}_", getattr(record, key, None))


def words_for(keys: Collection[str]) -> set[str]:
    """All words that people use for these keys, with spaces or `_` between their parts."""
    words = {*keys, *(word for word, (ours, _) in RECORD_WORDS.items() if ours in keys)}
    return {word.replace("_", r"[\s_-]+") for word in words}


def kinds_of(family: str) -> tuple[str, ...]:
    """The kinds of records of a family, the usual one first."""
    return tuple(_OF_FAMILY[family])


def is_kind(word: str, cls: type[Record]) -> bool:
    """Whether a word names a kind of record of this family."""
    return KINDS.get(folded(word), ("",))[0] == cls.family


def kind_of(keys: Keys | None) -> tuple[str, str] | Text | None:
    """Family and kind that a file says; a text that says none; None where nothing is said."""
    other: Text | None = None
    for name in ("kind", *OTHER_TOOLS):
        for key, node in keys.pairs if keys else ():
            if folded(key.value) != name or (isinstance(node, Text) and node.empty):
                continue
            texts = [one for one in parts_of(node) if isinstance(one, Text)]
            known = [KINDS[word] for one in texts if (word := folded(one.value)) in KINDS]
            if known:
                return known[0]
            if name == "kind":
                return texts[0] if texts else Text("", node.place)
            other = other or next(iter(texts), None)
    return other


def parts_of(node: Node) -> tuple[Node, ...]:
    """What stands in a list; of anything else, that itself."""
    return node.items if isinstance(node, Items) else (node,)


def days_of(cls: type) -> set[str]:
    """The keys of a family that take a day or several."""
    return {name for name in names_of(cls) if "date" in type_of(cls, name)}


def takes_list(cls: type[Record], name: str) -> bool:
    """Whether a key of a family takes several values."""
    return "tuple" in type_of(cls, name)


def unended(text: str) -> str:
    """A text without the stop of the sentence that it ends."""
    return text.strip().rstrip(".!").rstrip()


def may_be(cls: type[Record], name: str, value: str) -> bool:
    """Whether a value looks like what its key takes."""
    kind = type_of(cls, name)
    if not any(word in kind for word in ("date", "float", "Money", "bool", "Form")):
        return True
    said = unended(value).casefold()
    return any(sign.isdigit() for sign in said) or said in {*TRUE, *FALSE, *Form}
