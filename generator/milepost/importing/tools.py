"""What a table of another tool holds, put as a plain table of days and numbers.

In: the bytes of a file, and which of its columns is wanted. Out: `Held`: the tool, the names of
what can be taken, and the rows. A tool's own words become numbers here (`YES_MANUAL` is 1, `rad` is
5); days and numbers themselves are read by the journal's own reader of tables, on the same lines.

The facts of each format and where they come from are in docs/import-export.md.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from milepost.addresses import spelled
from milepost.findings import Finding
from milepost.journal.frontmatter import decode
from milepost.journal.tables import Row, read_table

Rows = list[tuple[int, list[str]]]
"""The line and the cells of each row."""

MOODS = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
"""Daylio's own moods, the best first."""
_LOOP = {"YES_MANUAL": "1", "NO": "0", "YES_AUTO": "", "SKIP": "", "UNKNOWN": ""}
_LOOP_CODES = {"2": "1", "0": "0", "1": "", "3": "", "-3": "", "-1": ""}
"""What older releases write of a habit that is done or not; the same five in numbers."""
_DAYLIO = ("full_date", "mood", "activities")
_OWN = ("goal", "date", "value", "mode", "signed")


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds: `tool` is `""` for a plain table, `names` are what can be chosen.

    `chosen` is the one whose `rows` these are, empty where it has to be chosen first. `refused`
    says that the file is of a tool and holds no readings.
    """

    tool: str
    names: tuple[str, ...]
    chosen: str
    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()
    refused: bool = False


def held(
    path: str, data: bytes, column: str = "", language: str = "en", moods: Sequence[str] = ()
) -> Held:
    """What a file holds of what is wanted; `moods` are the names of moods, the best first.

    Nothing raises, whatever the bytes.
    """
    text, _ = decode(path, data)
    rows = _cells(text)
    head = [cell.strip() for cell in rows[0][1]] if rows else []
    names = [spelled(cell) for cell in head]
    if set(_DAYLIO) <= set(names):
        return _daylio(path, rows, names, column, moods)
    if set(_OWN) <= set(names):
        return _own(path, rows, names, column)
    if names[:2] == ["position", "name"] or names == ["date", "score"]:
        return Held("Loop Habit Tracker", (), "", refused=True)
    if _is_loop(path, rows, names):
        return _loop(path, rows, head, column)
    if {"daystamp", "value"} <= set(names):
        day, value = names.index("daystamp"), names.index("value")
        found = [(line, _stamp(_at(cells, day)), _at(cells, value)) for line, cells in rows[1:]]
        return _read(path, found, "Beeminder", ("value",), "value")
    found_rows, findings = read_table(path, data, column, language)
    others = tuple(cell for cell in head[1:] if cell)
    return Held("", others, column, tuple(found_rows), tuple(findings))


def _cells(text: str) -> Rows:
    """The rows of a table that is parted by commas, each with the line on which it begins."""
    lines = text.replace("\0", "").split("\n")
    reader = csv.reader(f"{line}\n" for line in lines)
    found: Rows = []
    while True:
        start = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return found
        except csv.Error:
            continue
        if any(cell.strip() for cell in cells):
            found.append((start, cells))


def _at(cells: Sequence[str], index: int) -> str:
    return cells[index].strip() if index < len(cells) else ""


def _stamp(text: str) -> str:
    """A day of eight digits as it is written elsewhere."""
    match = re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", text)
    return f"{match[1]}-{match[2]}-{match[3]}" if match else text


def _read(
    path: str, found: Sequence[tuple[int, str, str]], tool: str, names: tuple[str, ...], chosen: str
) -> Held:
    """The rows as the journal's reader has them, on the lines on which they stand in the file."""
    lines: list[str] = []
    for line, day, value in found:
        if day and value and line > len(lines):  # a row for each line, as it stands in the file
            lines += [""] * (line - len(lines) - 1)
            lines.append(f"{_quoted(day)},{_quoted(value)}")
    rows, findings = read_table(path, "\n".join(lines).encode("utf-8", "replace"))
    return Held(tool, names, chosen, tuple(rows), tuple(findings))


def _quoted(cell: str) -> str:
    plain = " ".join(cell.split())
    return '"' + plain.replace('"', '""') + '"' if re.search('[",;|\t#]', plain) else plain


# --- Loop Habit Tracker ---------------------------------------------------------------------------


def _is_loop(path: str, rows: Rows, names: Sequence[str]) -> bool:
    """Loop's name of the file, its words, or a header with the comma that it leaves at the end."""
    if path.rpartition("/")[2].lower() == "checkmarks.csv":
        return bool(rows)
    words = {cell.strip() for _, cells in rows[:400] for cell in cells[1:]}
    trailing = len(names) > 2 and names[0] == "date" and not names[-1]
    values = names[:2] == ["date", "value"] and names[2:] == ["notes"]
    return trailing or bool(words & set(_LOOP)) or values


def _loop(path: str, rows: Rows, head: Sequence[str], column: str) -> Held:
    tool = "Loop Habit Tracker"
    headed = spelled(_at(head, 0)) == "date"
    own = headed and spelled(_at(head, 1)) != "value"
    body = rows[1:] if headed else rows
    names = tuple(cell for cell in head[1:] if cell) if own else ("value",)
    wanted = column or (names[0] if len(names) == 1 else "")
    index = next((n for n, name in enumerate(names, 1) if spelled(name) == spelled(wanted)), 0)
    if not index:
        return Held(tool, names, "")
    to_number = _loop_numbers([_at(cells, index) for _, cells in body])
    found = [(line, _at(cells, 0), to_number(_at(cells, index))) for line, cells in body]
    return _read(path, found, tool, names, names[index - 1])


def _loop_numbers(cells: Sequence[str]) -> Callable[[str], str]:
    """How the cells of one habit become numbers.

    Of a habit that is done or not, only what was ticked by hand counts as 1; a day that Loop itself
    ticked, since the habit is not due each day, was not one of doing it. Whole numbers of which
    all but Loop's codes are in the hundreds and more are thousandths; others are what they say.
    """
    numbers = {cell for cell in cells if cell and cell not in _LOOP}
    counted = numbers - set(_LOOP_CODES)
    words = bool(set(cells) & set(_LOOP))
    if not counted:
        return lambda cell: _LOOP.get(cell, _LOOP_CODES.get(cell, cell))
    whole = all(re.fullmatch(r"[0-9]+", cell) and int(cell) >= 100 for cell in counted)
    if counted and whole and not words:
        return lambda cell: "" if cell in {"3", "-3", "-1"} else _thousandth(cell)
    return lambda cell: _LOOP.get(cell, cell)


def _thousandth(cell: str) -> str:
    if not cell.isdecimal():
        return cell
    digits = cell.rjust(4, "0")
    return f"{digits[:-3]}.{digits[-3:]}".rstrip("0").rstrip(".")


# --- Daylio and our own export --------------------------------------------------------------------


def _daylio(path: str, rows: Rows, names: Sequence[str], column: str, moods: Sequence[str]) -> Held:
    """The moods as 5 to 1, or 1 for each day that has an activity; the oldest day first."""
    day, mood, doing = (names.index(name) for name in _DAYLIO)
    scale = {spelled(name): 5 - n for n, name in enumerate(moods)} or MOODS
    activities: dict[str, str] = {}
    for _, cells in rows[1:]:
        for name in _at(cells, doing).split("|"):
            activities.setdefault(spelled(name.strip()), name.strip())
    activities.pop("", None)
    known = ("mood", *sorted(activities.values()))
    wanted = spelled(column or "mood")
    if wanted == "mood":
        found = [
            (line, _at(cells, day), str(scale.get(spelled(_at(cells, mood)), _at(cells, mood))))
            for line, cells in rows[1:]
        ]
        return _read(path, found, "Daylio", known, "mood")
    if wanted not in activities:
        return Held("Daylio", known, "")
    been: set[str] = set()
    found = []
    for line, cells in rows[1:]:
        done = {spelled(name.strip()) for name in _at(cells, doing).split("|")}
        if wanted in done and _at(cells, day) not in been:
            been.add(_at(cells, day))
            found.append((line, _at(cells, day), "1"))
    return _read(path, found, "Daylio", known, activities[wanted])


def _own(path: str, rows: Rows, names: Sequence[str], column: str) -> Held:
    """What `milepost export readings` wrote, of one goal; a number with its own sign keeps it."""
    goal, day, value, mode, signed = (names.index(name) for name in _OWN)
    ids = tuple(dict.fromkeys(_at(cells, goal) for _, cells in rows[1:]))
    wanted = column or (ids[0] if len(ids) == 1 else "")
    if spelled(wanted) not in map(spelled, ids):
        return Held("milepost", ids, "")
    found = []
    for line, cells in rows[1:]:
        if spelled(_at(cells, goal)) == spelled(wanted):
            own = _at(cells, signed) == "true"
            sign = ("=" if _at(cells, mode) == "level" else "+") if own else ""
            found.append((line, _at(cells, day), f"{sign}{_at(cells, value)}"))
    return _read(path, found, "milepost", ids, wanted)
