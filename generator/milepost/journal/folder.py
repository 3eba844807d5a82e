"""A folder on disk: the only place where the journal's files are read.

In: the journal's folder. Out: the bytes of its notes by path, its other files to be read when
they are asked for, and findings about what cannot be read. Nothing is written, ever.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from milepost.findings import Finding, Place
from milepost.journal import faults
from milepost.journal.documents import LARGEST
from milepost.journal.filenames import Why, is_passed_over, may_be_shown, why_passed_over
from milepost.journal.words import SETTINGS

_TEXTS = (".md", ".markdown", ".csv", ".tsv")
_SURE = 2.0
"""A file that changed less than so many seconds ago can change again without its times telling:
some systems count time in steps of two seconds."""

Look = tuple[int, int, int, int]
"""A file's size, when it and what is known of it changed (in nanoseconds), its number there."""


class Assets(Mapping[str, bytes]):
    """The journal's other files by path; the bytes are read when they are asked for."""

    def __init__(self, root: Path, names: tuple[str, ...]) -> None:
        self._root = root
        self._names = frozenset(names)

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        path = self._root / name
        if not path.resolve().is_relative_to(self._root):  # it has changed since it was found
            raise KeyError(name)
        return path.read_bytes()

    def looks(self) -> tuple[tuple[str, Look], ...]:
        """Each file that is there, with what it looks like."""
        found = []
        for name in sorted(self._names):
            with suppress(OSError):
                found.append((name, _look((self._root / name).stat())))
        return tuple(found)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._names))

    def __len__(self) -> int:
        return len(self._names)


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder holds; `passed` are the files and folders that are not read, and why.

    `looks` are those of files that do not change while they look so.
    """

    files: Mapping[str, bytes]
    assets: Assets
    findings: tuple[Finding, ...]
    passed: Mapping[str, Why] = field(default_factory=dict)
    looks: Mapping[str, Look] = field(default_factory=dict)


def read_folder(root: Path, before: Folder | None = None) -> Folder:
    """Read the notes, settings and data of a journal.

    Of what was read `before`, the bytes are taken over of files that surely are the same.
    Folders of tools (`.git`, `.obsidian`, `.trash`, `node_modules`, `templates`) and names that
    start with `.` or `_` are passed over, but for the folders in which blogs keep their notes.
    Symbolic links are followed within the journal only, and not to what is passed over. Of the
    other files only those are kept that a page may show.
    """
    root = root.resolve()
    files: dict[str, bytes] = {}
    others: list[str] = []
    findings: list[Finding] = []
    passed: dict[str, Why] = {}
    looks: dict[str, Look] = {}
    known: Mapping[str, Look] = before.looks if before else {}
    since = (time.time() - _SURE) * 1e9
    for name, entry in _walk(root, "", (root, findings, passed), frozenset({root})):
        place = Place(name)
        if not (name == SETTINGS or name.lower().endswith(_TEXTS)):
            # Through a link the file counts as what it is, not as what the link is called.
            real = Path(entry.path).resolve().relative_to(root).as_posix()
            if may_be_shown(name) and may_be_shown(real):
                others.append(name)
            else:
                passed[name] = Why.OTHER
            continue
        try:
            size, *changed, _ = look = _look(entry.stat())
            if size > LARGEST:
                findings.append(faults.too_large(place, size / 1e6))
                passed[name] = Why.UNREADABLE
                continue
            if max(changed) < since:
                looks[name] = look
            if before and known.get(name) == look:
                files[name] = before.files[name]
                continue
            with open(entry.path, "rb") as file:  # noqa: PTH123 - a Path takes as long again
                files[name] = file.read()
        except OSError as error:
            findings.append(faults.cannot_read(place, error.strerror or "unknown reason"))
            passed[name] = Why.UNREADABLE
    return Folder(files, Assets(root, tuple(others)), tuple(findings), passed, looks)


def _look(found: os.stat_result) -> Look:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _within(target: Path, root: Path) -> bool:
    """Whether a link leads to something in the journal that would be read without it too."""
    return target.is_relative_to(root) and not any(
        is_passed_over(part) for part in target.relative_to(root).parts
    )


def _walk(
    folder: Path,
    below: str,
    told: tuple[Path, list[Finding], dict[str, Why]],
    seen: frozenset[Path],
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder that may be looked at, by its name; what is not goes into `told`.

    Only links are looked at for what they are: to do so for each file takes longer than to read it.
    """
    root, findings, passed = told
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        place = Place(folder.relative_to(root).as_posix())
        findings.append(faults.cannot_read(place, error.strerror or "unknown reason"))
        return
    for entry in entries:
        name = below + entry.name
        if why := why_passed_over(entry.name):
            passed[f"{name}/" if _is_folder(entry) else name] = why
            continue
        link = entry.is_symlink()
        # `Path.resolve` raises for a link that leads to itself; this gives the link.
        target = Path(os.path.realpath(entry.path)) if link else None
        if target and not _within(target, root):
            findings.append(faults.link_leaves(Place(name), target.name))
            passed[name] = Why.UNREADABLE
        elif _is_folder(entry):
            inner = target or Path(entry.path)
            if inner not in seen:
                yield from _walk(Path(entry.path), f"{name}/", told, seen | {inner})
        elif Path(entry.path).is_file() if link else entry.is_file():
            yield name, entry
        elif link:
            help_ = "put the file back to which it led, or remove the link"
            findings.append(faults.cannot_read(Place(name), "it is a link to nothing", help_))
            passed[name] = Why.UNREADABLE


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself, or into a closed folder
        return False
