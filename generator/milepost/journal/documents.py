"""One file read: bytes to a settings, profile, goal, entry, review or page.

In: the bytes of one file. Out: the dataclass for its kind and findings. What depends on other
files (ids, circles, readings) is for `whole`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from milepost.findings import Finding, Place, errors_among
from milepost.journal import faults, filenames, frontmatter, nodes, visibility
from milepost.journal.fields import Read, read_fields
from milepost.journal.model import (
    Document,
    Entry,
    Goal,
    Page,
    Profile,
    Review,
    Settings,
)
from milepost.journal.nodes import Keys
from milepost.journal.prose import Prose, passages
from milepost.journal.values import Week
from milepost.journal.words import Visibility

D = TypeVar("D", bound=Document)
LARGEST = 2_000_000
"""Bytes above which a file is not read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file taken apart, before it is known what kind it is."""

    path: str
    text: str
    keys: Keys | None
    prose: Prose
    whole: bool
    findings: tuple[Finding, ...]


def take_apart(path: str, data: bytes) -> Sheet:
    """Front matter and prose of a file."""
    if len(data) > LARGEST:
        finding = faults.too_large(Place(path), len(data) / 1e6)
        return Sheet(path, "", None, Prose(), False, (finding,))
    text, findings = frontmatter.decode(path, data)
    parts, fences = frontmatter.split(path, text)
    keys, yaml = _keys(path, parts.block, parts.block_line)
    whole = not errors_among(fences + yaml)
    findings = findings + fences + yaml
    for name, line in passages(parts.prose):
        if name not in {seen.value for seen in Visibility}:
            findings.append(faults.passage_unread(Place(path, line, 1, line, 99), name))
    return Sheet(path, text, keys, parts.prose, whole, tuple(findings))


def _keys(path: str, block: str | None, line: int) -> tuple[Keys | None, list[Finding]]:
    if block is None:
        return None, []
    cleaned, findings = frontmatter.clean(path, block, line)
    keys, more = nodes.read(path, cleaned, line)
    return keys, findings + more


def read_settings(path: str, data: bytes) -> tuple[Settings, list[Finding]]:
    """`milepost.yaml`; an empty one gives the defaults."""
    text, findings = frontmatter.decode(path, data[: LARGEST + 1])
    if len(data) > LARGEST:
        return Settings(path=path), [faults.too_large(Place(path), len(data) / 1e6)]
    keys, yaml = _keys(path, text, 1)
    read = read_fields(Settings, keys, text.split("\n"), known=visibility.KEYS)
    seen, more = visibility.decide(keys, Visibility.PRIVATE, whole=not errors_among(yaml))
    settings = Settings(
        path=path, places=read.places, extra=read.extra, visibility=seen, **read.values
    )
    return settings, findings + yaml + read.findings + more


def read_goal(sheet: Sheet, default: Visibility) -> tuple[Goal, list[Finding]]:
    """A goal; its id is the file's stem, in small letters."""
    goal, findings = _document(Goal, sheet, default)
    title = goal.title or goal.outline.heading or filenames.spoken(filenames.stem(sheet.path))
    return replace(goal, id=filenames.stem(sheet.path).lower(), title=title), findings


def read_entry(sheet: Sheet, default: Visibility) -> tuple[Entry | None, list[Finding]]:
    """An entry; None when nothing says which week or day it is of."""
    entry, findings = _document(Entry, sheet, default)
    named = filenames.when(sheet.path, entry.outline.heading)
    day = entry.date_ or (None if entry.week else named.day if named else None)
    week = entry.week or (Week.of(entry.date_) if entry.date_ else named.week if named else None)
    if week is None:
        return None, findings
    if day and entry.week and Week.of(day) != week:
        place = entry.at("date_") if entry.date_ else Place(sheet.path)
        findings.append(faults.two_dates(place, day.isoformat(), str(week)))
        week = Week.of(day)
    title = entry.title or entry.outline.heading
    return replace(entry, title=title, week=week, date_=day, day=day or week.sunday), findings


def read_review(sheet: Sheet, default: Visibility) -> tuple[Review | None, list[Finding]]:
    """A review; None when its name is not a period."""
    period = filenames.review_period(sheet.path)
    if period is None:
        return None, []
    review, findings = _document(Review, sheet, default)
    name, start, end = period
    title = review.title or review.outline.heading
    return replace(review, period=name, start=start, end=end, title=title), findings


def read_page(sheet: Sheet, default: Visibility) -> tuple[Page, list[Finding]]:
    """Anything else worth a page."""
    page, findings = _document(Page, sheet, default)
    name = filenames.stem(sheet.path)
    title = page.title or page.outline.heading or filenames.spoken(name)
    return replace(page, id=name.lower(), title=title), findings


def read_profile(sheet: Sheet, default: Visibility) -> tuple[Profile, list[Finding]]:
    """The profile; its prose is the vision."""
    return _document(Profile, sheet, default)


def _document(cls: type[D], sheet: Sheet, default: Visibility) -> tuple[D, list[Finding]]:
    lines = sheet.text.split("\n")
    read: Read = read_fields(cls, sheet.keys, lines, known=visibility.KEYS)
    seen, findings = visibility.decide(sheet.keys, default, whole=sheet.whole)
    values: dict[str, Any] = read.values | {
        "path": sheet.path,
        "prose": sheet.prose,
        "places": read.places,
        "unread": frozenset(read.unread),
        "extra": read.extra,
        "visibility": seen,
    }
    return cls(**values), read.findings + findings
