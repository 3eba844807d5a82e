"""Small journals for the tests of the rules: a goal that has no fault, with some lines changed.

In: a text, as `journal.examples` reads it. Out: its files, and what `check` says about them. Two
words between `⟨⟩` stand for pictures that cannot be printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from milepost.checks.check import check
from milepost.findings import Finding
from milepost.journal.asof import as_of
from milepost.journal.examples import FINE_GOAL, files_of
from milepost.journal.load import load
from milepost.progress.measure import measure

DAY = date(2026, 11, 22)
"""The day on which all examples are looked at: the Sunday of 2026-W47."""

_EXIF = (
    b"MM\0*\0\0\0\x08"  # big-endian, the first directory at 8
    b"\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0"  # one entry: the position, at 26
    b"\0\x01\0\x02\0\x05\0\0\0\x03\0\0\0\x2c\0\0\0\0"  # one entry: the latitude
)
_HEAD, _TAIL = b"\xff\xd8", b"\xff\xd9"
_PICTURES = {
    "⟨a photograph that says where it was taken⟩": _HEAD
    + b"\xff\xe1"
    + (len(_EXIF) + 8).to_bytes(2, "big")
    + b"Exif\0\0"
    + _EXIF
    + _TAIL,
    "⟨a photograph that does not say where it was taken⟩": _HEAD + _TAIL,
}
_READ = (".md", ".markdown", ".csv", ".tsv", "milepost.yaml")


@dataclass(frozen=True, slots=True)
class Sample:
    """An example's files: those that are read, and the others."""

    files: Mapping[str, bytes]
    assets: Mapping[str, bytes]


def sample_of(text: str) -> Sample:
    """The files of an example."""
    made = {
        path: _PICTURES.get(data.decode(errors="replace").strip(), data)
        for path, data in files_of(text).items()
    }
    return Sample(
        {path: data for path, data in made.items() if path.endswith(_READ)},
        {path: data for path, data in made.items() if not path.endswith(_READ)},
    )


def findings_of(text: str, day: date = DAY, *, every: bool = False) -> tuple[Finding, ...]:
    """Everything that `check` says about an example; with `every`, each thing by itself."""
    sample = sample_of(text)
    loaded = load(sample.files, sample.assets)
    return check(
        measure(as_of(loaded.journal, day), day),
        loaded.findings,
        whole=loaded.journal,
        sources=loaded.sources,
        assets=sample.assets,
        every=every,
    )


WHOLE: Mapping[str, str] = dict(
    line.split(": ", 1) for line in FINE_GOAL.split("\n") if ": " in line
)


def goal(body: str | None = "", **lines: str | None) -> str:
    """The text of a goal without a fault, with some lines replaced, added or (None) taken out."""
    keys = {**WHOLE, **lines}
    front = "\n".join(f"{key}: {value}" for key, value in keys.items() if value is not None)
    return f"---\n{front}\n---\n{body or ''}"


def journal(**files: str) -> str:
    """A journal of several goals, by id; `_` in a name stands for `-`."""
    return "\n".join(
        f"== content/goals/{name.replace('_', '-')}.md ==\n{text}" for name, text in files.items()
    )


def codes(text: str) -> list[str]:
    """The codes of what is found in a journal."""
    return [finding.code for finding in findings_of(text)]


def only(text: str, code: str) -> Finding:
    """The one finding of this code."""
    (found,) = [finding for finding in findings_of(text) if finding.code == code]
    return found


def marked(text: str, code: str) -> str:
    """The words that a finding marks, as they stand in the goal `example`."""
    place = only(text, code).place
    lines = text.split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)
