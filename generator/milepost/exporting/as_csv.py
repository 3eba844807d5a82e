"""Records as CSV, as RFC 4180 has it: commas, quotes where they are needed, lines that end in CRLF.

In: records and their fields. Out: text. Days are ISO, numbers have a point and no grouping, what
is unknown is empty.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, whatever stood in the
note it was taken from. A text like this gets one `'` before it, and so does one that begins with
such a `'` already: to take one `'` off each text of that form gives all texts back. Numbers and
days are never touched, and no number of ours needs to be: `-3` is no formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from milepost.exporting.columns import Column
from milepost.exporting.records import Record, Records
from milepost.journal.numbers import every_digit

_RUNS = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]")
"""How a text begins that a spreadsheet may run, blanks before it or not."""


def as_csv(kind: Records, records: Iterable[Record]) -> str:
    """A header and a row for each record; a field of numbers by name has a column for each name."""
    rows = list(records)
    columns = list(_columns(kind, rows))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_cell(name) for name, _, _ in columns)
    for row in rows:
        writer.writerow(_cell(_value(row, column, key)) for _, column, key in columns)
    return out.getvalue()


def harmless(text: str) -> str:
    """A text that no spreadsheet runs; `harmed` gives it back.

    >>> harmless("=1+1"), harmless("'=1+1"), harmless("a note")
    ("'=1+1", "''=1+1", 'a note')
    """
    return f"'{text}" if _RUNS.match(text) else text


def harmed(text: str) -> str:
    """The text that was made harmless."""
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text


def _columns(kind: Records, rows: list[Record]) -> Iterator[tuple[str, Column, str]]:
    """The name of each column of the table, its field, and which of the names within that."""
    for column in kind.columns:
        if not column.spread:
            yield column.name, column, ""
            continue
        for key in sorted({key for row in rows for key in row[column.name]}):
            yield f"{column.name}.{key}", column, key


def _value(row: Record, column: Column, key: str) -> Any:
    if column.spread:
        return row[column.name].get(key)
    value: Any = row
    for part in column.name.split("."):
        value = value[part]
    return value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return every_digit(value)
    return harmless("; ".join(value) if isinstance(value, list) else value)
