"""New readings put to those that a file holds already: only days that are new, nothing twice.

In: the bytes of the goal's file of readings, empty where there is none, and rows. Out: its bytes
with the new ones at the end, how many those are, and the days whose number is another now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from milepost.journal.numbers import every_digit
from milepost.journal.tables import Row, read_table

HEAD = "date,value"


@dataclass(frozen=True, slots=True)
class Merged:
    """`changed` has day, the number that stands there, and the one that the source has.

    `fits` is false where the file is no table of a day and a number, to which a line can be added.
    """

    data: bytes
    added: int
    changed: tuple[tuple[date, tuple[float, ...], tuple[float, ...]], ...] = ()
    fits: bool = True


def merged(path: str, standing: bytes, rows: Sequence[Row], language: str = "en") -> Merged:
    """The file with what is new in it; what stands there stays, byte for byte."""
    held, findings = read_table(path, standing, "", language)
    if standing.strip() and (findings or not _is_ours(standing)):
        return Merged(standing, 0, (), fits=False)
    known: dict[date, list[Row]] = {}
    for row in held:
        known.setdefault(row.day, []).append(row)
    wanted: dict[date, list[Row]] = {}
    for row in rows:
        wanted.setdefault(row.day, []).append(row)
    new = [row for day in sorted(wanted) if day not in known for row in wanted[day]]
    changed = tuple(
        (day, tuple(row.value for row in known[day]), tuple(row.value for row in wanted[day]))
        for day in sorted(wanted)
        if day in known and _said(known[day]) != _said(wanted[day])
    )
    if not new:
        return Merged(standing, 0, changed)
    text = standing or f"{HEAD}\n".encode()
    gap = b"" if text.endswith(b"\n") else b"\n"
    lines = "".join(f"{row.day},{_written(row)}\n" for row in new)
    return Merged(text + gap + lines.encode(), len(new), changed)


def _said(rows: Sequence[Row]) -> list[tuple[float, bool, bool]]:
    return [(row.value, row.stated, row.added) for row in rows]


def _written(row: Row) -> str:
    sign = "=" if row.stated else "+" if row.added and row.value >= 0 else ""
    number = every_digit(row.value).removesuffix(".0")
    return f"{sign}{number}{'!' if row.sure else ''}"


def _is_ours(data: bytes) -> bool:
    """Whether every line is a day, a comma and a number, as those that are added."""
    lines = [line for line in data.decode("utf-8", "replace").splitlines() if line.strip()]
    return all(line.startswith("#") or line.count(",") == 1 for line in lines) and not any(
        sign in line for line in lines for sign in ";|\t"
    )
