"""`milepost log`: a number, hours or a word for a goal, written into an entry.

In: the bytes of an entry, the goals of its journal, and what is to be said. Out: the bytes in which
the entry says it, or why it cannot. What is written is read again: it must say this one thing more
and all else as before, or nothing is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from milepost.findings import Finding, errors_among
from milepost.journal.load import Given, read_alone
from milepost.journal.model import Entry, Goal
from milepost.journal.nodes import Keys, Node, Text
from milepost.journal.numbers import Misread
from milepost.journal.prose import Prose
from milepost.journal.readings import value_for
from milepost.journal.renames import with_numbers_on_top, with_own_ids
from milepost.journal.scalars import placeholder
from milepost.journal.shortforms import bare_id, parse_advance
from milepost.journal.values import Advance
from milepost.rewriting.placing import Slot, as_yaml, held_in, placed
from milepost.rewriting.source import Source
from milepost.rewriting.together import hours_together, numbers_together


@dataclass(frozen=True, slots=True)
class Said:
    """One thing to be said: a value under a key of an entry, for a goal or for none.

    `note` is a word on a number.
    """

    key: str
    value: str
    goal: Goal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What a file is to be, and of each thing that took another's place that other, as written."""

    data: bytes
    replaced: tuple[tuple[Said, str], ...] = ()


def logged(given: Given, goals: tuple[Goal, ...], said: Iterable[Said]) -> Written | Misread:
    """The file in which all of it is said, one after the other."""
    source = Source.of(given.data)
    if source is None:
        return Misread(f"{given.path} is not UTF-8", "save it as UTF-8")
    if source.text.lstrip().startswith("+++"):
        return Misread(
            f"the front matter of {given.path} is TOML, into which nothing is logged",
            "write it there yourself, or the front matter as YAML between two lines `---`",
        )
    reader = _Reader(given, goals)
    replaced: list[tuple[Said, str]] = []
    for one in said:
        made = reader.with_said(source, one)
        if isinstance(made, Misread):
            return made
        source, was = made
        replaced += [(one, was)] if was else []
    return Written(source.data, tuple(replaced))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a file's text as the entry that it is, with the goals under their own ids."""

    given: Given
    goals: tuple[Goal, ...]

    def with_said(self, source: Source, said: Said) -> tuple[Source, str] | Misread:
        """The text with one thing more, and what stood in its place."""
        before, _ = self._read(source)
        if before is None:
            return Misread(f"{self.given.path} is no entry", "see why: milepost check --files")
        slot = self._slot(source, before, said)
        held = held_in(source, slot)
        known = _known(before, slot)
        if held and known is None and not _is_open(source, held[1]):
            return Misread(
                f"“{source.written(held[1].place)}” stands there already and cannot be read",
                f"mend it first; milepost check tells what is wrong in {self.given.path}",
            )
        value = _checked(said, known)
        if isinstance(value, Misread):
            return value
        was = ""
        if held and value == said.value and not (isinstance(known, Advance) and not known.value):
            was = source.written(_number_in(held[1]).place) if known is not None else ""
        made = self._first(source, before, slot, value)
        if said.note and isinstance(made, Source):
            made = self._with_note(made, slot, said.note)
        return made if isinstance(made, Misread) else (made, was)

    def _with_note(self, source: Source, slot: Slot, note: str) -> Source | Misread:
        """The text with a note on a number that stands in it, behind one that it has."""
        before, _ = self._read(source)
        if before is None:
            return source
        earlier = before.progress[slot.name].note
        note = f"{earlier}; {note}" if earlier else note
        return self._first(source, before, replace(slot, part="note"), note)

    def _first(self, source: Source, before: Entry, slot: Slot, value: str) -> Source | Misread:
        """The first way to write a value that is read as it is meant."""
        known = Counter(one.code for one in self._read(source)[1])
        told: list[Finding] = []
        for way in placed(source, slot, value):
            after, findings = self._read(way)
            new = Counter(one.code for one in findings) - known
            if after and not new and _is_same(before, after, slot) and _says(after, slot, value):
                return way
            told += [one for one in errors_among(findings) if one.code in new]
        if told:
            return Misread(told[0].message, told[0].help)
        return Misread(
            f"the front matter of {self.given.path} takes no line for `{slot.key}`",
            f"write it there yourself: {slot.part or slot.name or slot.key}: {as_yaml(value)}",
        )

    def _read(self, source: Source) -> tuple[Entry | None, list[Finding]]:
        """The entry that a text is, as the whole journal has it, and what is found in it."""
        document, told = read_alone(self.given._replace(data=source.data))
        if not isinstance(document, Entry):
            return None, list(told)
        language = self.given.language
        entries, findings = with_numbers_on_top(self.goals, [document], list(told), language)
        _, entries, more = with_own_ids(self.goals, entries)
        return entries[0], [*findings, *(one for one in more if one.place.path == document.path)]

    def _slot(self, source: Source, before: Entry, said: Said) -> Slot:
        if said.goal is None:
            return Slot(said.key)
        id_ = said.goal.id
        slot = Slot(said.key, id_, same=lambda name: self._own(name) == id_)
        on_top = said.key == "progress" and id_ in before.progress and not held_in(source, slot)
        return replace(slot, on_top=on_top)

    def _own(self, name: str) -> str:
        """The id of the goal that a name in an entry stands for."""
        entry = Entry(progress={bare_id(name): Advance(None)})
        return next(iter(with_own_ids(self.goals, [entry])[1][0].progress))


def _known(entry: Entry, slot: Slot) -> Any:
    """What an entry says in a slot; None for nothing."""
    held = getattr(entry, slot.key)
    return held.get(slot.name) if slot.name else held


def _number_in(node: Node) -> Node:
    """Where the number of a goal stands: itself, or the `value` of its mapping."""
    pairs = node.pairs if isinstance(node, Keys) else ()
    return next((value for key, value in pairs if key.value.strip() == "value"), node)


def _is_open(source: Source, node: Node) -> bool:
    """Whether nothing is written there, or only what a template left to be filled in."""
    empty = isinstance(node, Text) and node.empty
    return empty or bool(placeholder(node, [words for _, words, _ in source.lines]))


def _checked(said: Said, known: Any) -> str | Misread:
    """What is to stand in a slot, with what stands there already; else what is wrong with it."""
    if said.key == "hours":
        return hours_together(said.value, known)
    if said.key != "progress" or said.goal is None:
        return said.value
    new = parse_advance(said.value)
    if isinstance(new, Misread) or new.value is None:
        return new if isinstance(new, Misread) else said.value
    value = value_for(new.value, said.goal)
    if isinstance(value, Misread):
        return value
    if known is None or known.value is None:
        return said.value
    return numbers_together(said.goal, said.value, new.value, known.value)


def _says(entry: Entry, slot: Slot, value: str) -> bool:
    """Whether an entry says this in a slot."""
    held = _known(entry, slot)
    if held is None:
        return False
    if slot.part:
        return bool(getattr(held, slot.part) == value)
    if slot.key == "progress":
        meant = parse_advance(value)
        return isinstance(meant, Advance) and held.value == meant.value
    return slot.key != "skip" or held == value


def _is_same(before: Entry, after: Entry, slot: Slot) -> bool:
    """Whether two entries say the same but for what stands in a slot."""
    return before.unsure == after.unsure and _but_for(before, slot) == _but_for(after, slot)


def _but_for(entry: Entry, slot: Slot) -> Entry:
    """An entry without what stands in a slot: the note of a number stays, and a note's number."""
    held: Any = None
    if slot.name:
        held = dict(getattr(entry, slot.key))
        own = held.pop(slot.name, None)
        if slot.key == "progress":
            part = {slot.part: ""} if slot.part else {"value": None}
            held[slot.name] = replace(own or Advance(None), **part)
    return replace(entry, prose=Prose(entry.prose.text), **{slot.key: held})
