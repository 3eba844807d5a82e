"""A file of readings: rows of a day and a number, as spreadsheets and scales write them.

In: the bytes of a CSV or TSV file, the name of the column wanted, the journal's language. Out: each
row's line, day and number, and a finding for each row that is neither read nor empty.

What the file does not say is told from all of it, never from one cell: which sign parts the cells
is the one that leaves the most days whole; whether a comma or a point stands before tenths is what
cells say that can be read in one way only (`82,5`, `1.234,5`), else the habit of such files: after
`;` it is a comma, in a file parted by commas a point, and behind tabs as in the journal's language.
Whether 04.01.2026 is in January is told likewise by days like 13.01.2026.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from milepost.addresses import spelled
from milepost.findings import Finding, Place
from milepost.journal import faults, frontmatter
from milepost.journal.dates import FORM, Order, make_date, order_of, parse_date
from milepost.journal.languages import says_comma
from milepost.journal.numbers import UNITS, Misread, parse_number, sure_of

_PARTED_BY = ("\t", ";", ",", "|")
_SEP = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
"""The first line with which Excel is told what parts the cells."""
_DAYLIKE = re.compile(
    r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([T ].*)?|[0-9]{1,2}\.? \w+ [0-9]{4}"
)
_YEAR_LAST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})(?:[ T].*)?")
_DAY_NAMES = {"date", "day", "datum", "tag", "jour", "fecha", "data", "dato", "time", "timestamp"}
_FIGURE = re.compile(r"[0-9](?:[0-9.,'’_ \u00a0\u2009\u202f]*[0-9])?")
_LONGEST_CELL = 50
"""Lines that a cell between quotes may go over."""
_COLUMNS = 20
"""Columns among which the day is looked for."""
_REMEDY = "write `date,value` on each line"


@dataclass(frozen=True, slots=True)
class Row:
    """One reading of a file: the line it stands on, its day, its number.

    `stated` says that it stands at so much (`=81`), `added` that so much came to it (`+1`), `sure`
    that it is meant, however odd (`0!`); `unit` is what was written behind the number, or in the
    name of the column, which stands on the line `named`.
    """

    line: int
    day: date
    value: float
    stated: bool = False
    sure: bool = False
    unit: str = ""
    added: bool = False
    named: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    """The cells of one row, and the line on which it begins."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        return self.cells[index] if index < len(self.cells) else ""


def read_table(
    path: str, data: bytes, column: str = "", language: str = "en"
) -> tuple[list[Row], list[Finding]]:
    """The rows of a file; `column` is the one to read, else the first behind the day's.

    Empty lines, lines that start with `#`, and rows without a value (unknown is not zero) are
    passed over. Nothing raises.
    """
    text, findings = frontmatter.decode(path, data)
    if mark := frontmatter.merge_mark(path, text):
        return [], [mark]
    raw = text.split("\n")
    told = next((n for n, line in enumerate(raw) if line.strip()), 0)
    sign = _SEP.fullmatch(raw[told].strip())
    if sign:
        raw[told] = ""
    tried = {by: list(_lines(raw, by)) for by in ((sign[1],) if sign else _PARTED_BY)}
    by = max(
        tried, key=lambda each: (_days(tried[each], _day_column(tried[each])), _width(tried[each]))
    )
    lines = [line for line in tried[by] if isinstance(line, _Line)]
    findings += [
        faults.broken_data(Place(path, line), "a quote is opened here and never closed", "close it")
        for line in tried[by]
        if isinstance(line, int)
    ]
    at = _day_column(lines)
    head = lines[0] if lines and _is_head(lines[0], at) else None
    index = at + 1 if at + 1 < max(_width(lines), 2) else 0
    if column:
        names = [spelled(cell.strip()) for cell in head.cells] if head else []
        if spelled(column) not in names:
            message = f"{path} has no column “{column}”"
            has = ", ".join(cell.strip() for cell in head.cells) if head else "no names of columns"
            return [], [*findings, faults.broken_data(Place(path), message, f"it has: {has}")]
        index = names.index(spelled(column))
    body = lines[1:] if head else lines
    order = _day_order([line.cell(at) for line in body])
    tenths = _tenths([line.cell(index) for line in body], by, language)
    rows: list[Row] = []
    unit = _unit_in(head.cell(index)) if head else ""
    for line in body:
        if not line.cell(index).strip() and len(line.cells) > index:
            continue  # unknown is not zero
        read = _row(line, at, index, by, tenths, head, order)
        if isinstance(read, Row):
            bare = unit and head and not read.unit
            rows.append(replace(read, unit=unit, named=head.number) if bare and head else read)
        else:
            findings.append(
                faults.broken_data(Place(path, line.number), read.message, read.help or _REMEDY)
            )
    return rows, findings


def _row(
    line: _Line, at: int, index: int, by: str, tenths: str, head: _Line | None, order: Order
) -> Row | Misread:
    """One row as a reading, or why it is none."""
    if len(line.cells) <= index:
        return Misread("this row has no value", _REMEDY)
    day = _day(line.cell(at), order)
    if isinstance(day, Misread):
        return day
    if by == "," and _split_by_comma(line, index, head):
        whole = f"{line.cells[index].strip()},{line.cells[index + 1].strip()}"
        return Misread(
            f"this row could hold two numbers or one, “{whole}”",
            f'write a point for tenths, or `"{whole}"` between quotes; or name each column in '
            "the first line",
        )
    written = line.cells[index].strip()
    cell, sure = sure_of(written.removeprefix("="))
    number = _number(cell, tenths)
    if isinstance(number, Misread):
        return number
    stated, added = written.startswith("="), written.startswith("+")
    return Row(line.number, day, number[0], stated, sure, number[1], added)


def _unit_in(name: str) -> str:
    """The unit that the name of a column tells: `Weight (lb)`, `weight_kg`, `kg`; else nothing."""
    text = name.strip()
    if match := re.search(rf"[(\[]\s*({UNITS})\s*[)\]]$", text, re.IGNORECASE):
        return match[1]
    last = re.split(r"[\s_,-]+", text)[-1]
    return last if re.fullmatch(r"kgs?|lbs?|km|miles?|cm|mm|kcal|bpm", last, re.IGNORECASE) else ""


def _lines(raw: Sequence[str], by: str) -> Iterator[_Line | int]:
    """The rows that hold anything; the number of a line whose quote is never closed."""
    number = 0
    while number < len(raw):
        first, text = number, raw[number]
        number += 1
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if text.count('"') % 2 and re.search(rf'(?:^|{re.escape(by)})\s*"', text):
            whole, end = text, number
            while whole.count('"') % 2 and end < min(len(raw), first + _LONGEST_CELL):
                whole, end = f"{whole}\n{raw[end]}", end + 1
            if whole.count('"') % 2:
                yield first + 1
                continue
            text, number = whole, end
        try:
            cells = next(csv.reader([text.replace("\n", " ")], delimiter=by, skipinitialspace=True))
        except csv.Error:
            cells = [text]
        if any(cell.strip() for cell in cells):
            yield _Line(first + 1, tuple(cells))


def _day_column(lines: Sequence[_Line | int]) -> int:
    """The column that holds the most days; the first where none does."""
    columns = range(min(_width(lines), _COLUMNS))
    return max(columns, key=lambda column: (_days(lines, column), -column))


def _width(lines: Sequence[_Line | int]) -> int:
    """The cells of the longest row."""
    return max((len(line.cells) for line in lines if isinstance(line, _Line)), default=1)


def _days(lines: Sequence[_Line | int], column: int) -> int:
    """How many rows have a day in a column, and another cell beside it."""
    return sum(
        len(line.cells) > 1 and bool(_DAYLIKE.fullmatch(line.cell(column).strip()))
        for line in lines
        if isinstance(line, _Line)
    )


def _is_head(line: _Line, at: int) -> bool:
    """Whether the first row names the columns, and is no reading with a mistyped day."""
    name = line.cell(at).strip()
    if re.match(r"[0-9]", name):
        return False
    others = (cell for column, cell in enumerate(line.cells) if column != at)
    return spelled(name) in _DAY_NAMES or not any(re.match(r"\W*[0-9]", cell) for cell in others)


def _split_by_comma(line: _Line, index: int, head: _Line | None) -> bool:
    """Whether a comma that stood before tenths may have parted a number in two cells."""
    wide = len(head.cells) if head else 0
    pair = line.cells[index : index + 2]
    return (
        len(line.cells) > wide
        and len(pair) == 2
        and bool(re.fullmatch(r"\s*[+−-]?[0-9]+", pair[0]))
        and bool(re.fullmatch(r"[0-9]+\D*", pair[1]))
    )


def _day(cell: str, order: Order) -> date | Misread:
    """The day of a cell; one with its year last is read in the order that the column has."""
    match = _YEAR_LAST.fullmatch(cell.strip())
    if match and not order:
        return Misread(f"“{cell.strip()}” could be two different days", FORM, "date")
    if not match:
        return parse_date(cell)
    day, month = (match[1], match[2]) if order == "day" else (match[2], match[1])
    return make_date(int(match[3]), int(month), int(day))


def _day_order(cells: Sequence[str]) -> Order:
    """Which comes first in days like 04.01.2026, in a whole column.

    Days like 13.01.2026 prove it for their column; so do points alone, since all who part days by
    points put the day first.
    """
    matches = [match for cell in cells if (match := _YEAR_LAST.fullmatch(cell.strip()))]
    pairs = [(int(match[1]), int(match[2])) for match in matches]
    order = order_of(pairs)
    pointed = bool(matches) and all("." in match[0] for match in matches)
    if order or not pointed or any(second > 12 for _, second in pairs):
        return order
    return "day"


def _tenths(cells: Sequence[str], by: str, language: str) -> str:
    """The sign before tenths in a column: a comma, a point, or "" where one cell must tell alone.

    A `?` behind the comma says that nothing but the habit of such files speaks for it.
    """
    proved = {sign for cell in cells if (sign := _proof(cell))}
    if proved:
        return proved.pop() if len(proved) == 1 else ""
    if by == ",":
        return "."
    if says_comma(language):
        return ","
    return ",?" if by == ";" else "."


def _proof(cell: str) -> str:
    """The sign before tenths, where a cell can be read in one way only; else nothing."""
    figure = _FIGURE.search(cell)
    signs = re.sub(r"[^.,]", "", figure[0]) if figure else ""
    if not figure or not signs:
        return ""
    last = signs[-1]
    if len(set(signs)) == 2:
        return last if signs.count(last) == 1 else ""
    if len(signs) > 1:
        return "," if last == "." else "."  # it stands between thousands
    before, _, after = figure[0].partition(last)
    lone = len(after) != 3 or before.lstrip("0") == "" or len(before) > 3
    return last if lone else ""


def _number(cell: str, tenths: str) -> tuple[float, str] | Misread:
    """The number of a cell and its unit: all of it, or why not."""
    text = cell.strip()
    figure = _FIGURE.search(text)
    if figure and set(figure[0]) & {".", ","}:
        sign = _proof(text) or tenths
        if not sign or (sign == ",?" and "," not in figure[0]):
            return Misread(
                f"the sign in “{cell.strip()}” could stand before tenths or between thousands",
                "write a point for tenths (`1.5`), and a space for thousands (`1 500`)",
            )
        if sign[0] == ",":
            plain = figure[0].replace(".", "").replace(",", ".")
            plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
            text = text[: figure.start()] + plain + text[figure.end() :]
            if not re.fullmatch(r"[0-9]+|[0-9]{1,3}(?:[^0-9,][0-9]{3})+", figure[0].split(",")[0]):
                return Misread(f"“{cell.strip()}” is not a number", "write digits, as `12,5`")
        elif "." in figure[0]:
            # The column has told its sign: `82.000` is 82, and not asked about.
            text = text[: figure.start()] + figure[0].rstrip("0").rstrip(".") + text[figure.end() :]
    return parse_number(text)
