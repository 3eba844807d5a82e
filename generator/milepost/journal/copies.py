"""Copies that synchronisers, editors and merges leave beside a note: not notes of their own.

In: the names of a journal's files, and the texts of those that are read. Out: each copy with the
file that it is a copy of. A copy counts its numbers twice, so it is left out; a note that is only
called like one must never be, so a mark that people write too (` 2`, `(1)`, `-OFFICE`) says
something only beside the note that it would be a copy of, and where the two speak of the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

from milepost.addresses import folded
from milepost.journal import filenames, nodes
from milepost.journal.frontmatter import clean, decode, split
from milepost.journal.nodes import Items, Keys, Node, Text
from milepost.journal.remembered import Memory, unless_changed
from milepost.journal.shortforms import bare_id
from milepost.journal.words import SETTINGS

_CLASH = (
    r"(?:case|selective sync|unicode encoding|sync)[ _-]conflict|sfconflict"
    r"|conflicted[ _-]?copy|copie (?:en|de) conflit|conflictkopie|kodierungskonflikt"
    r"|in konflikt stehende kopie|konfliktkopie|konflikterande kopia|c[oó]pia (?:em|en|in) conflit"
    r"|copia in conflitto|copia en conflicto|kopia powodująca konflikt|конфликтующая копия"
    r"|競合コピー|冲突副本"
)
_CERTAIN = re.compile(
    rf"(?:\.sync-conflict-[0-9]{{8}}-[0-9]{{6}}(?:-\w+)?"  # Syncthing
    rf"|_conflict-[0-9]{{8}}-[0-9]{{6}}"  # ownCloud
    rf"| ?[(\[][^()\[\]]*?(?:{_CLASH})(?:[^()\[\]]|\([^()]*\))*[)\]]"  # Dropbox, Nextcloud …
    rf"| ?\[conflicted(?: [0-9]+)?\]"  # pCloud
    rf"|-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{{5,11}}(?:-[0-9]+)?"  # OneDrive
    rf"|[._](?:BACKUP|BASE|LOCAL|REMOTE)[._][0-9]+)+$",  # git mergetool
    re.IGNORECASE,
)
_COPY_WORD = "conflict|konflikt|conflit|conflicto|conflitto|copy|kopie|copie|copia|duplicate"
_LIKELY = re.compile(
    r"(?P<plain> ?\([0-9]{1,2}\)| [2-9]"  # Google Drive, iCloud
    rf"|(?i: ?[(\[](?:{_COPY_WORD})\b[^()\[\]]*[)\]])"
    rf"|(?i:[ ._-]+(?:{_COPY_WORD}|orig|backup|bak)(?: \(?[0-9]{{1,2}}\)?)?)"
    r"|~[0-9]*)"
    r"|-[A-Z][A-Z0-9-]{1,14}|-[\w'’-]*(?:MacBook|iMac|iPhone|iPad|Surface|PC)[\w-]*"  # OneDrive
    r"|[-_][0-9]{1,2}| [(\[][^\W\d][^()\[\]]*[)\]]"
)
"""What may be the mark of a copy; what is not `plain` is as often a name of the writer's own."""
_COPY_OF = re.compile(r"(?i:Copy of|Kopie von|Copie de|Copia de|Copia di) (.+)")
_AROUND = re.compile(r"\.?~[\w-]*~?$|\.(?:orig|rej|bak|backup|mine|r[0-9]+)$|^#(?=.*#$)|#$")
"""What editors and merges put around the whole name, ending and all."""
_READ = (".md", ".markdown", ".csv", ".tsv")
_TIME = re.compile(
    r"(?<![0-9])[0-9]{4}(?:[-_.][0-9]{1,2}){0,2}$"
    r"|(?:(?<![0-9])[0-9]{4}[-_. ]{0,3}|[-_. ]+)(?:[QH][1-4]|K?W[-_ ]?[0-9]{1,2})$",
    re.IGNORECASE,
)
"""A year, a month, a day, a quarter, a half or a week at the end of a name."""
_PERIOD = re.compile(r"[0-9]{4}(?:-?[QWqw]?[0-9]{1,2})?")
_DATED = re.compile(r"[0-9]{4}")
_HEADING = re.compile(r"#[ \t]+(\S.*)")


Same = Callable[[str, str], bool]
"""Whether two files hold the same, as far as it takes for one to be a copy of the other."""


def copies(
    files: Mapping[str, bytes], others: Collection[str] = (), memory: Memory | None = None
) -> Iterator[tuple[str, str]]:
    """Each copy among the files of a journal, by name, with the name of what it is a copy of.

    `files` are those that are read, with their bytes; `others` the names of the rest, among which
    backups lie. The original of a copy whose mark is certain may itself be gone. `memory` holds
    which names are suspect.
    """
    given = (frozenset(files), frozenset(others))
    names, suspects = unless_changed(memory, "names of copies", given, partial(_suspects, *given))
    for name in suspects:
        original = _original(
            name,
            names,
            alike=lambda one, other: other in files and _alike(one, other, files),
            equal=lambda one, other: files.get(one) == files.get(other),
        )
        if original:
            yield name, original


def _suspects(
    files: Collection[str], others: Collection[str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """All names as a disk sees them, and those that may be of copies, whatever the files hold."""
    every = sorted({*files, *others})
    names = {folded(name): name for name in reversed(every)}

    def may_be(*_: str) -> bool:
        return True

    return names, tuple(
        name for name in every if _original(name, names, alike=may_be, equal=may_be)
    )


def _original(name: str, names: Mapping[str, str], *, alike: Same, equal: Same) -> str:
    """The file that a file is a copy of; nothing where it is one of its own."""
    path = PurePosixPath(name)
    bare = _AROUND.sub("", path.name)
    if bare != path.name:
        return names.get(folded(str(path.with_name(bare))), "") if _is_read(bare) else ""
    if not _is_read(name):
        return ""
    if of_folder := _in_a_copied_folder(path, names, equal):
        return of_folder
    if certain := _CERTAIN.search(path.stem):
        stem = path.stem[: certain.start()].rstrip()
        meant = str(path.with_stem(stem)) if stem else ""
        return names.get(folded(meant), meant)
    if not name.lower().endswith((".md", ".markdown")):
        return ""  # data is read only where a goal names it
    for stem in _meant(path.stem):
        original = names.get(folded(str(path.with_stem(stem))), "")
        if original and original != name and alike(name, original):
            return original
    return ""


def _in_a_copied_folder(path: PurePosixPath, names: Mapping[str, str], equal: Same) -> str:
    """The file that one in a copy of a folder is a copy of, bytes and all; else nothing."""
    for at, part in enumerate(path.parts[:-1]):
        certain = _CERTAIN.search(part)
        for plain in [part[: certain.start()]] if certain else _meant(part):
            meant = str(PurePosixPath(*path.parts[:at], plain, *path.parts[at + 1 :]))
            original = names.get(folded(meant), "")
            if certain or (original and equal(original, str(path))):
                return original or meant
    return ""


def _meant(stem: str) -> Iterator[str]:
    """The names without what may be the mark of a copy.

    A month is no copy of its year, nor a day of its month: what is part of a time is no mark.
    """
    time = _TIME.search(stem)
    last = time.start() if time else len(stem)
    yield from (stem[:at] for at in range(last - 1, 0, -1) if _LIKELY.fullmatch(stem, at))
    if named := _COPY_OF.fullmatch(stem):
        yield named[1]


def _is_read(name: str) -> bool:
    start, _, ending = SETTINGS.rpartition(".")
    settings = name.startswith(start) and name.endswith(f".{ending}")
    return settings or name.lower().endswith(_READ)


def _alike(name: str, original: str, files: Mapping[str, bytes]) -> bool:
    """Whether two notes speak of the same: one title, or else most of their lines.

    A week, a month, a year has only one note that is named by nothing else. Two entries that
    report on the same goal are the same one, changed on two machines.
    """
    stem = filenames.stem(original)
    mark = _LIKELY.fullmatch(filenames.stem(name), len(stem))
    if _PERIOD.fullmatch(stem) and (mark is None or mark["plain"] is not None):
        return True
    if _DATED.match(stem) and _reported(name, files[name]) & _reported(original, files[original]):
        return True
    titles = [_title(path, files[path]) for path in (name, original)]
    if all(titles):
        return titles[0] == titles[1]
    first, second = (_lines(path, files[path]) for path in (name, original))
    return 2 * len({*first} & {*second}) > max(len({*first}), len({*second}))


def _reported(path: str, data: bytes) -> set[str]:
    """The goals of which an entry gives numbers."""
    told = _said(path, data, "progress")
    maps = [one for value in told for one in (value.items if isinstance(value, Items) else [value])]
    return {bare_id(name.value) for one in maps if isinstance(one, Keys) for name, _ in one.pairs}


def _title(path: str, data: bytes) -> str:
    """What a note is called, by its front matter or its first heading; nothing where it is not."""
    titles = (value.value for value in _said(path, data, "title") if isinstance(value, Text))
    prose = split(path, decode(path, data)[0])[0].prose.text
    headings = (match[1] for match in map(_HEADING.fullmatch, prose.split("\n")) if match)
    return next(filter(None, map(str.strip, (*titles, *headings))), "")


def _said(path: str, data: bytes, name: str) -> list[Node]:
    """What a note's front matter says under a key."""
    parts, _ = split(path, decode(path, data)[0])
    block, _ = clean(path, parts.block or "", parts.block_line)
    keys, _ = nodes.read(path, block, parts.block_line)
    return [value for key, value in keys.pairs if nodes.folded(key.value) == name] if keys else []


def _lines(path: str, data: bytes) -> list[str]:
    text, _ = decode(path, data)
    return [line.strip() for line in text.split("\n") if line.strip(" \t-")]
