"""Faults of whole files: bytes, sizes, names, dates.

In: what the reader knows of the fault. Out: a finding. Each docstring is what `milepost explain`
prints, the rule's page in the manual, and its test.
"""

from __future__ import annotations

from milepost.findings import Severity
from milepost.journal.faults.fault import Words, fault


@fault("F001", "not-utf8")
def not_utf8(encoding: str, byte: int) -> Words:
    """The file is not UTF-8 text.

    milepost reads UTF-8 everywhere, so that a journal means the same on every machine. The rest
    of the file is read as well as it can be: the bytes that are no text show as �.

    Flagged:
        title: Open a caf⟨e9⟩
    Fine:
        title: Open a café
    """
    if encoding:
        return (
            f"this file is saved as {encoding}, not as UTF-8",
            "save it again as UTF-8 (in the editor: “Save with encoding”, UTF-8)",
        )
    return (
        f"byte {byte} of this file is not UTF-8 text",
        "save it again as UTF-8 (in the editor: “Save with encoding”, UTF-8)",
    )


@fault("F002", "too-large")
def too_large(megabytes: float) -> Words:
    """The file is larger than 2 MB, which no page of a journal is.

    It is not read: usually it is a picture, an export or a log with the wrong ending.
    """
    return (
        f"this file holds {megabytes:.1f} MB; files over 2 MB are not read",
        "split it, or move it out of the journal if it is not a note",
    )


@fault("F003", "link-leaves-journal")
def link_leaves(target: str) -> Words:
    """A symbolic link leads out of the journal, or to what milepost passes over in it.

    It is not followed, so that nothing outside the folder is ever published by accident.
    """
    return (
        f"this is a symbolic link that leads out of what milepost reads, to {target}",
        "put a copy of the file here, or remove the link",
    )


@fault("F004", "cannot-read")
def cannot_read(reason: str, help_: str = "check its permissions") -> Words:
    """The file is there but the system does not let it be read, or it is a link to nothing."""
    return (f"this file cannot be read: {reason}", help_)


@fault("F005", "two-files-one-id")
def two_files_one_id(id: str, first: str) -> Words:  # noqa: A002
    """Two goals have the same id: the same file name in two folders.

    An id is a file's name without `.md`, in small letters. Both are kept, the second under a
    number; but a reading for the id can only reach the first.

    Flagged:
        == content/goals/run.md ==
        # Run a 10 km race
        == content/goals/2026/run.md ==
        # Run a half marathon
    Fine:
        == content/goals/run.md ==
        # Run a 10 km race
        == content/goals/2026/run-half.md ==
        # Run a half marathon
    """
    return (f"another file has the id “{id}” already: {first}", "rename one of the two files")


@fault("F006", "no-date", Severity.WARNING)
def no_date(keys: str = "") -> Words:
    """A file in `journal/` says neither by name nor in its text which week or day it is of.

    It is kept as a page, and its numbers count nowhere.

    Flagged:
        == content/journal/thoughts.md ==
        Some thoughts.
    Fine:
        == content/journal/2026-W20.md ==
        Some thoughts.
    """
    return (
        "nothing says which week or day this entry is of, so it is shown as a page"
        + (f", and its {keys} counts nowhere" if keys else ""),
        "name the file `YYYY-Www.md` (as `2026-W47.md`), or write `week: 2026-W47` at its top",
    )


@fault("F007", "no-period", Severity.WARNING)
def no_period() -> Words:
    """A file in `reviews/` is not named after a month, a quarter or a year.

    It is kept as a page.

    Flagged:
        == content/reviews/autumn.md ==
        What a season.
    Fine:
        == content/reviews/2026-Q3.md ==
        What a season.
    """
    return (
        "the name says no period, so this review is shown as a page",
        "name the file `2026-11.md`, `2026-Q4.md` or `2026.md`",
    )


@fault("F008", "undated-note", Severity.HINT)
def undated_note() -> Words:
    """A note beside the journal's folders says no week or day, so it is shown as a page.

    In a folder that was not made for milepost nothing is said of it.

    Flagged:
        == content/ideas.md ==
        Some ideas.
        == content/goals/sail.md ==
        # Sail around the island
    Fine:
        == content/pages/ideas.md ==
        Some ideas.
        == content/goals/sail.md ==
        # Sail around the island
    """
    return (
        "this note names no week or day, so it is shown as a page",
        "move it to `pages/`, or give it a date in its name or first heading",
    )


@fault("F009", "two-dates", Severity.WARNING)
def two_dates(written: str, named: str) -> Words:
    """The week in the front matter and the date beside it do not agree.

    Flagged:
        == content/journal/2026-W20.md ==
        ---
        week: 2026-W20
        date: 2026-06-30
        ---
    Fine:
        == content/journal/2026-W20.md ==
        ---
        week: 2026-W20
        date: 2026-05-16
        ---
    """
    return (
        f"the date {written} does not lie in {named}; the date is taken",
        "correct one of the two, or remove the week",
    )


@fault("F010", "two-levels-one-day", Severity.WARNING)
def two_levels_one_day(goal: str, first: str, value: str) -> Words:
    """Two readings of a level stand on the same day: the one of the later file holds.

    Flagged:
        == content/goals/weight.md ==
        measurable: from 82 to 75 kg
        == content/journal/2026-05-16.md ==
        ---
        progress: {weight: 80.5}
        ---
        == content/journal/2026-05-16-evening.md ==
        ---
        progress: {weight: 81.5}
        ---
    Fine:
        == content/goals/weight.md ==
        measurable: from 82 to 75 kg
        == content/journal/2026-05-16.md ==
        ---
        progress: {weight: 80.5}
        ---
    """
    return (
        f"“{goal}” has two readings on this day; {value} holds, the one in {first} does not",
        "keep one of the two",
    )


@fault("F011", "conflict-copy", Severity.WARNING)
def conflict_copy(original: str, there: bool) -> Words:
    """A file is a copy that a synchroniser, an editor or a merge made of another: it is left out.

    Syncthing, Dropbox, Nextcloud, OneDrive, Google Drive and iCloud keep both versions when two
    devices changed a file, and every number in it would count twice. A mark that people write too,
    as ` 2`, `(1)` or ` copy`, says so only beside a file with the same title or the same week. A
    month, a quarter, a week or a day is no copy of the time that it lies in.

    Flagged:
        == content/journal/2026-W20.md ==
        ---
        mood: 4
        ---
        == content/journal/2026-W20.sync-conflict-20260516-120000-ABCDEFG.md ==
        ---
        mood: 3
        ---
    Fine:
        == content/goals/run.md ==
        # Run a 10 km race
        == content/goals/run 2.md ==
        # Run a half marathon
    Fine:
        == content/reviews/2026.md ==
        Not a word yet.
        == content/reviews/2026-Q4.md ==
        Not a word yet.
    """
    if there:
        return (
            f"this is a copy that a synchroniser or an editor made of {original}; it is left out",
            "carry over what the other file lacks, then delete this one; "
            "a note of its own needs a name of its own",
        )
    return (
        f"this is a copy that a synchroniser made of {original}, which is gone; it is left out",
        f"name it {original} again, or delete it",
    )


@fault("F012", "merge-conflict")
def merge_conflict(mark: str) -> Words:
    """A merge left both versions of some lines in the file, between marks: nothing of it is read.

    Either version could be the right one, so neither is taken; the file counts as private.

    Flagged:
        == content/journal/2026-W20.md ==
        ---
        <<<<<<< HEAD
        mood: 4
        =======
        mood: 3
        >>>>>>> laptop
        ---
    Fine:
        == content/journal/2026-W20.md ==
        ---
        mood: 4
        ---
    """
    return (
        f"a merge left two versions of this file here, from `{mark}` on; none of it is read",
        "keep one version of the lines between the marks, and delete the marks "
        "`<<<<<<<`, `=======` and `>>>>>>>`",
    )


@fault("F013", "notes-beside-content")
def beside_content(count: int) -> Words:
    """Dated notes lie beside a folder `content/`, and where that is, nothing else is read.

    A journal has its notes in `content/`, a folder of notes has none. Who makes a `content/` in a
    folder of notes hides all that was there before.

    Flagged:
        == 2026-W20.md ==
        A week.
        == content/reviews/2026-Q2.md ==
        A good spring.
    Fine:
        == content/journal/2026-W20.md ==
        A week.
        == content/reviews/2026-Q2.md ==
        A good spring.
    """
    return (
        f"{count} dated note{' is' if count == 1 else 's are'} not read, since beside a "
        "`content/` nothing else is",
        "move what is in `content/` up into this folder, or move your notes to `content/journal/`",
    )


@fault("F014", "no-kind", Severity.WARNING)
def no_kind(said: str = "") -> Words:
    """A file in `log/` does not say what kind of record it is, or names a kind that there is not.

    It is kept as a page, or as an entry where it says its day or its week. Since it may be of
    somebody, it is private where it does not say otherwise.

    Flagged:
        == milepost.yaml ==
        title: My year
        == content/log/bridge-scour.md ==
        ---
        title: Bridge scour
        ---
    Flagged:
        == milepost.yaml ==
        title: My year
        == content/log/bridge-scour.md ==
        ---
        kind: thing
        ---
    Flagged:
        == milepost.yaml ==
        visibility: public
        == content/log/2026-05-06-marta.md ==
        ---
        type: mentro
        ---
    Fine:
        == milepost.yaml ==
        title: My year
        == content/log/bridge-scour.md ==
        ---
        kind: course
        date: 2026-03-12
        ---
    """
    kinds = "course, certificate, book, event, mentor, contact, feedback, setback, win"
    return (
        f"“{said}” is no kind of record" if said else "nothing says what kind of record this is",
        f"write `kind: course` at its top, or another kind: {kinds}, experience, declined",
    )
