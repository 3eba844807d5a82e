"""What was understood of a folder: its weeks, pages and goals, and the files that are none.

In: an opened journal. Out: a paragraph for the start of a command, and a line for every file.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from milepost.cli.shared import OUT
from milepost.formats.excerpt import seen
from milepost.journal.asof import as_of
from milepost.journal.filenames import Why, is_note
from milepost.journal.model import Document, Entry, Goal, Record, Review
from milepost.journal.words import SETTINGS
from milepost.pipeline import Opened
from milepost.voice.english import listed, plural

_REASONS: Mapping[Why, str] = {
    Why.HIDDEN: "hidden, or a tool's own",
    Why.PUT_ASIDE: "the name begins with `_`",
    Why.TEMPLATES: "templates",
    Why.BESIDE_CONTENT: "beside `content/`, where the notes are",
    Why.BESIDE_NOTES: "a folder of the site's own files",
    Why.COLLECTION: "the name begins with `_`, and there are dated notes elsewhere",
    Why.DRAWING: "a drawing of Excalidraw's",
    Why.COPY: "a copy of another file",
    Why.UNREADABLE: "cannot be read, or leads out of the folder",
    Why.OTHER: "of a kind that no page shows",
}
_SHORT = {Why.DRAWING: "drawings of Excalidraw's"}
_NAMED = 4
"""So many folders are named in the paragraph."""


def understood(opened: Opened) -> str:
    """One paragraph on what a folder was taken for.

    As “Read 89 weeks from 2023-W51 to 2026-W06 and 12 pages; 51 files in `_drafts` (the name
    begins with `_`) passed over.”
    """
    journal = opened.journal
    weeks = sorted({entry.week for entry in journal.entries if entry.week})
    parts = []
    if weeks:
        span = f"from {weeks[0]} to {weeks[-1]}" if len(weeks) > 1 else f"({weeks[0]})"
        parts.append(f"{plural(len(weeks), 'week')} {span}")
        if len(journal.entries) != len(weeks):
            parts[-1] += f" in {plural(len(journal.entries), 'note')}"
    for count, word in (
        (len(journal.goals), "goal"),
        (len(journal.reviews), "review"),
        (len(journal.pages), "page"),
        (len(journal.log), "record"),
    ):
        if count:
            parts.append(plural(count, word))
    told = f"Read {listed(parts) or 'no note'}"
    if opened.loaded.weekly:
        name = PurePosixPath(opened.loaded.weekly).stem
        told += f"; a number behind a year counts weeks, as in `{seen(name)}`"
    if away := passed_over(opened):
        told += f"; {away}"
    return f"{told}\n"


def passed_over(opened: Opened) -> str:
    """Which Markdown files are passed over and why, in a phrase; nothing when none is."""
    reasons: dict[Why, Counter[str]] = {}
    for path, why in _passed_notes(opened, deep=False):
        folder = path.rpartition("/")[0]
        top = folder if why is Why.COLLECTION else folder.split("/")[0]
        reasons.setdefault(why, Counter())[top] += 1
    phrases = []
    for why, folders in sorted(reasons.items(), key=lambda item: item[0].value):
        count = plural(folders.total(), "file")
        names = [f"`{seen(name)}`" for name in sorted(folders) if name]
        more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
        where = f" in {listed([*names[:_NAMED], *more])}" if names else ""
        phrases.append(f"{count}{where} passed over ({_SHORT.get(why, _REASONS[why])})")
    return "; ".join(phrases)


def every_file(opened: Opened, day: date, only: Collection[str] = ()) -> Iterator[str]:
    """A line for every file of the folder: what it is taken for, or why it is passed over.

    Where some paths are asked for, for those only.
    Of a note that is of a day after `day` it says that no page shows it yet.
    """
    what = {path: f"passed over: {_REASONS[why]}" for path, why in opened.folder.passed.items()}
    what |= {path: f"passed over: {_REASONS[why]}" for path, why in _passed_notes(opened)}
    for path in opened.folder.assets:
        what.setdefault(path, "a file that pages may show")
    for path in opened.folder.files:
        if not is_note(path):
            what.setdefault(path, "the settings" if path == SETTINGS else "data")
    journal = opened.journal
    for note in journal.notes:
        what[note.path] = _taken_for(note)
    begun = {note.path for note in as_of(journal, day).notes}
    for note in journal.notes:
        if note.path not in begun:
            what[note.path] += ", still to come: no page shows it yet"
    if journal.profile.path:
        what[journal.profile.path] = "the profile"
    for path, kind in sorted(what.items()):
        if only and path not in only:
            continue
        yield f"{seen(path)}: {kind}"


def _taken_for(note: Document) -> str:
    if isinstance(note, Entry):
        return f"the day {note.date_}" if note.date_ else f"the week {note.week}"
    if isinstance(note, Review):
        return f"the review of {note.period}"
    if isinstance(note, Record):
        return f"a record: {note.kind}"
    return "a goal" if isinstance(note, Goal) else "a page"


def _passed_notes(opened: Opened, *, deep: bool = True) -> Iterator[tuple[str, Why]]:
    """The Markdown files that are passed over; `deep` looks into the folders of tools as well."""
    for path, why in {**opened.folder.passed, **opened.loaded.passed}.items():
        if not path.endswith("/"):
            if is_note(path) or path in opened.loaded.passed:
                yield path, why
        elif path != f"{OUT}/" and (deep or why is not Why.HIDDEN):
            yield from ((name, why) for name in _notes_below(opened.root.resolve(), path))


def _notes_below(root: Path, folder: str) -> Iterator[str]:
    for at, _, names in os.walk(root / folder):
        for name in filter(is_note, sorted(names)):
            yield (Path(at) / name).relative_to(root).as_posix()
