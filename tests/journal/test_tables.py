"""Files of readings as spreadsheets, scales and trackers write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import examples, read, stands

from milepost.journal.load import load
from milepost.journal.tables import read_table


def values(text: str | bytes, column: str = "", language: str = "en") -> list[float]:
    """The numbers of a file in which everything can be read."""
    data = text if isinstance(text, bytes) else text.encode()
    rows, findings = read_table("data/w.csv", data, column, language)
    assert not findings, findings
    return [row.value for row in rows]


def told(text: str, column: str = "", language: str = "en") -> list[tuple[int, str]]:
    """The line and the words of each fault of a file."""
    _, findings = read_table("data/w.csv", text.encode(), column, language)
    return [(finding.place.line, finding.message) for finding in findings]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Datum;kg\n2026-01-04;82,0\n2026-01-11;81,6\n", [82, 81.6]),
        ("2026-01-04;82,0\n2026-01-11;81,6", [82, 81.6]),
        ("date\tkg\n2026-01-04\t82,5\n2026-01-05\t82.5\n", [82.5, 82.5]),
        ("date|kg\n2026-01-04|82.5\n", [82.5]),
        ('date,kg\n2026-01-04,"82,5"\n2026-01-05,"81"\n', [82.5, 81]),
        ('"date","kg"\r\n"2026-01-04","82.5"\r\n', [82.5]),
        ("\ufeffdate,kg\n2026-01-04,82.5\n", [82.5]),
        ("sep=;\nDatum;kg\n2026-01-04;82,5\n", [82.5]),
        ("# from the scale; it says, kg\n\ndate,kg\n\n2026-01-04,82.5\n,,\n# end\n", [82.5]),
        ("date;steps\n2026-01-04;1.234,5\n2026-01-05;1.234\n", [1234.5, 1234]),
        ("date;steps\n2026-01-04;1.234.567\n2026-01-05;12,25\n", [1234567, 12.25]),
        ("date;steps\n2026-01-04;12,345\n", [12.345]),
        ("date,steps\n2026-01-04,12.345\n2026-01-05,\"12,345\"\n", [12.345, 12345]),
        ("date;steps\n2026-01-04;1,234.5\n2026-01-05;1,234\n", [1234.5, 1234]),
        ("date;steps\n2026-01-04;82.5\n2026-01-05;1.234\n", [82.5, 1.234]),
        ("date;n\n2026-01-04;1\u2009234,5\n2026-01-05;1\u202f234\n", [1234.5, 1234]),
        ("date;n\n2026-01-04;82,5 kg\n2026-01-06;12,5 %\n", [82.5, 12.5]),
        ("date;n\n2026-01-04;1.234,50 €\n2026-01-05;EUR 5\n2026-01-06;-0,5\n", [1234.5, 5, -0.5]),
        ("date;n\n2026-01-04;1’234,5\n2026-01-05;0,125\n", [1234.5, 0.125]),
        ("date,kg,note\n2026-01-04,82,felt; good\n2026-01-05,81,\"two\nlines\"\n", [82, 81]),
        ("date,kg\n2026-01-04,\n2026-01-05,81\n", [81]),
        ("id,date,kg\n7,2026-01-04,82\n", [82]),
        ("kg;date\n82,5;2026-01-04\n", [82.5]),
        ("", []),
        ("date,kg\n", []),
    ],
)  # fmt: skip
def test_what_is_read(text: str, numbers: list[float]) -> None:
    assert values(text) == numbers


@pytest.mark.parametrize("by", [";", "\t"])
def test_the_language_says_what_no_cell_proves(by: str) -> None:
    text = f"date{by}steps\n2026-01-04{by}1.234\n2026-01-05{by}1,234\n"
    assert values(text, language="de") == [1234, 1.234]
    assert values(text, language="de-AT") == [1234, 1.234]


def test_a_point_before_three_digits_after_semicolons_is_asked_about() -> None:
    assert told("date;steps\n2026-01-04;1.234\n") == [
        (2, "the sign in “1.234” could stand before tenths or between thousands")
    ]
    assert values("date\tsteps\n2026-01-04\t1,234\n") == [1234], "as everywhere in English"


def test_a_cell_that_can_be_read_in_two_ways_beside_both_habits_is_asked_about() -> None:
    text = "date;n\n2026-01-04;82,5\n2026-01-05;82.5\n2026-01-06;1.234\n"
    assert [line for line, _ in told(text)] == [4]


def test_utf_16_is_read_and_told_with_and_without_its_mark() -> None:
    text = "Datum;kg\r\n2026-01-04;82,5\r\n"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        rows, findings = read_table("data/w.csv", text.encode(encoding))
        assert [row.value for row in rows] == [82.5]
        assert [finding.name for finding in findings] == ["not-utf8"]


def test_a_column_is_found_by_its_name_in_any_spelling() -> None:
    text = "date;Größe;Gewicht\n2026-01-04;180;82,5\n"
    assert values(text, "Gewicht") == [82.5]
    assert values(text, "gro\u0308ße") == [180]
    assert told(text, "kg") == [(1, "data/w.csv has no column “kg”")]
    assert told("2026-01-04;82,5\n", "kg") == [(1, "data/w.csv has no column “kg”")]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("2026-13-04,82\n2026-01-05,81\n", 1, "there is no month 13"),
        ("date,kg\nSunday,82\n", 2, "“Sunday” is not a day"),
        ("Sunday,82\n2026-01-05,81\n", 1, "“Sunday” is not a day"),
        ("date,kg\n2026-01-04\n", 2, "this row has no value"),
        ("date,kg\n2026-01-04,82,5\n", 2, "this row could hold two numbers or one, “82,5”"),
        ("2026-01-04,82,5\n", 1, "this row could hold two numbers or one, “82,5”"),
        ("date,kg\n2026-01-04,eighty\n", 2, "“eighty” is not a number"),
        ('date,kg\n2026-01-04,"82\n2026-01-05,81\n', 2, "a quote is opened here and never closed"),
        ("date;kg\n\n# x\n04/05/2026;82\n", 4, "“04/05/2026” could be two different days"),
        ("date;kg\n2026-01-04;1.2.3\n", 2, ""),
        ("date;kg\n2026-01-04;1,2,3\n", 2, ""),
        ("date;kg\n2026-01-04;82,5,\n", 2, ""),
        ("date;kg\n2026-01-04;12,34.567,8\n", 2, ""),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: int, words: str) -> None:
    found = told(text)
    assert [at for at, _ in found] == [line]
    assert words in found[0][1]


def test_an_open_quote_costs_its_own_row_only() -> None:
    rows, _ = read_table("data/w.csv", b'date,kg\n2026-01-04,"82\n2026-01-05,81\n')
    assert [(row.line, row.day, row.value) for row in rows] == [(3, date(2026, 1, 5), 81)]


def test_marks_of_a_merge_are_one_error() -> None:
    text = "date,kg\n<<<<<<< HEAD\n2026-01-04,82\n=======\n2026-01-04,81\n>>>>>>> b\n"
    rows, findings = read_table("data/w.csv", text.encode())
    assert not rows
    assert [finding.name for finding in findings] == ["merge-conflict"]


def test_a_goal_finds_its_file_in_any_spelling_and_reads_by_the_settings() -> None:
    loaded = read("""
    == milepost.yaml ==
    language: de
    == content/goals/schritte.md ==
    ---
    measurable: {kind: count, target: 500000, unit: Schritte, source: Data/Schritte.csv}
    ---
    == data/schritte.csv ==
    Tag;Schritte
    2026-01-04;10.234
    """)
    assert [reading.value for reading in loaded.journal.readings] == [10234]


def days(text: str, language: str = "en") -> list[str]:
    rows, _ = read_table("data/w.csv", text.encode(), "", language)
    return [row.day.isoformat() for row in rows]


def test_a_day_that_can_be_read_in_one_way_only_speaks_for_its_column() -> None:
    assert days("04.01.2026;82\n13.01.2026 08:00;81\n") == ["2026-01-04", "2026-01-13"]
    assert days("01/04/2026,82\n01/13/2026,81\n") == ["2026-01-04", "2026-01-13"]
    assert days("04.01.2026;82\n05.01.2026;81\n", "de") == ["2026-01-04", "2026-01-05"]
    assert days("04.01.2026;82\n05.01.2026;81\n", "en") == ["2026-01-04", "2026-01-05"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("04/01/2026;82\n05/01/2026;81\n", "de"),
        ("13/01/2026;82\n01/13/2026;81\n", "en"),
    ],
)
def test_days_that_nothing_in_the_file_tells_apart_are_not_guessed(
    text: str, language: str
) -> None:
    assert days(text, language) == []
    assert [line for line, _ in told(text, language=language)] == [1, 2]


SIGNS = st.sampled_from(["", "+", "-", "−", "--", "€", "$ ", "EUR ", "(", "="])
FIGURES = st.sampled_from(
    [
        "0",
        "82",
        "82,5",
        "82.5",
        "1.234",
        "1,234",
        "1.234,5",
        "1,234.5",
        "1 234",
        "1’234",
        "1.2.3",
        "1,2,3",
        "٣",
        "12",
        "½",
        "1e5",
        "1E-5",
        "nan",
        "inf",
        "1:30",
        "1h30",
        "9" * 400,
        ",",
        ".",
    ]
)
UNITS = st.sampled_from(
    ["", " kg", "%", " %", "€", "k", "M", ",", ".", " 5", "\x00", '"', "\u202e"]
)
CELLS = st.builds("".join, st.tuples(SIGNS, FIGURES, UNITS)) | st.text(max_size=5)
DAYS = st.sampled_from(["2026-01-04", "2026-02-30", "04.01.2026", "2026-1-4 08:00", "", "x", '"'])


@settings(max_examples=examples(300))
@given(
    st.lists(st.lists(CELLS | DAYS, max_size=4).map(list), max_size=6),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["en", "de", "fr", "nonsense", ""]),
    st.booleans(),
)
def test_nothing_raises_and_no_row_is_lost_in_silence(
    cells: list[list[str]], by: str, language: str, quoted: bool
) -> None:
    flat = [[" ".join(cell.split()).replace("#", "") for cell in row] for row in cells]
    rows = [
        by.join(f'"{cell}"' if quoted else cell for cell in ["2026-01-04", *row]) for row in flat
    ]
    text = "\n".join(["date", *rows])
    read_rows, findings = read_table("data/w.csv", text.encode(), "", language)
    lines = {row.line for row in read_rows} | {finding.place.line for finding in findings}
    assert all(row.value == row.value for row in read_rows)
    if not any('"' in cell or "sep=" in cell for row in flat for cell in row):
        for number, row in enumerate(flat, 2):
            first = "".join(row[:1])
            value = first if quoted else first.split(by)[0]
            assert number in lines or not row or not value.strip()


@settings(max_examples=examples(200))
@given(st.text(max_size=200) | st.binary(max_size=200))
def test_any_text_and_any_bytes_give_rows_or_findings(text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode(errors="surrogatepass")
    read_table("data/w.csv", data, "")
    read_table("data/w.csv", data, "kg", "de")


def of_a_goal(measure: str, csv: str) -> tuple[list[float], list[tuple[int, str]]]:
    """What a goal reads from its file, by day, and what is told of that, with the line."""
    loaded = load(
        {
            "milepost.yaml": b"",
            "content/goals/slim.md": f"---\ntitle: Slim\nmeasurable: {measure}\n---\n".encode(),
            "data/weight.csv": csv.encode(),
        }
    )
    told = [(one.place.line, one.message) for one in loaded.findings if one.code == "F305"]
    return [reading.value for reading in loaded.journal.readings], told


LEVEL = "{kind: level, from: 82, to: 75, unit: kg, source: data/weight.csv}"


@pytest.mark.parametrize("name", ["Weight (lb)", "Weight [lbs]", "weight_lb", "lb", "Weight in lb"])
def test_a_column_of_another_unit_is_told_once(name: str) -> None:
    values, told = of_a_goal(LEVEL, f"Date,{name}\n2026-01-04,181\n2026-01-11,180\n")
    assert not values
    unit = "lbs" if "lbs" in name else "lb"
    assert told == [(1, f"“{unit}” is not what this goal is counted in, which is “kg”")]


@pytest.mark.parametrize(
    "name", ["Weight (kg)", "kg", "weight_kg", "Weight", "Weight (mean)", "Weight (morning)"]
)
def test_a_column_of_the_same_unit_or_of_none_is_read(name: str) -> None:
    assert of_a_goal(LEVEL, f"Date,{name}\n2026-01-04,81\n2026-01-11,80 kg\n") == ([81, 80], [])


def test_a_column_of_minutes_is_told_in_hours() -> None:
    measure = "{kind: average, from: 7, unit: hours, source: data/weight.csv}"
    assert of_a_goal(measure, "Date,Sleep (min)\n2026-01-04,420\n") == ([7], [])


def test_kilos_are_kilograms() -> None:
    measure = LEVEL.replace("unit: kg", "unit: kilos")
    assert of_a_goal(measure, "Date,kg\n2026-01-04,81\n") == ([81], [])


@pytest.mark.parametrize(("cell", "value"), [("81,500", 81.5), ("81,050", 81.05), ("81,5", 81.5)])
def test_a_comma_after_semicolons_stands_before_tenths(cell: str, value: float) -> None:
    assert of_a_goal(LEVEL, f"Date;Weight\n2026-01-04;{cell}\n") == ([value], [])


def test_a_plus_in_a_cell_adds() -> None:
    text = "== content/goals/slim.md ==\n---\ntitle: Slim\nmeasurable: " + LEVEL + "\n---\n"
    text += "== data/weight.csv ==\nDate,Weight\n2026-01-04,81\n2026-01-11,+1\n"
    assert stands(text, "2026-01-12", "slim").actual == 82


def test_a_plus_in_a_cell_adds_nothing_within_bounds() -> None:
    measure = "{kind: range, from: 70, to: 75, unit: kg, source: data/weight.csv}"
    values, told = of_a_goal(measure, "Date,Weight\n2026-01-04,71\n2026-01-11,+1\n")
    assert values == [71]
    assert told == [(3, "+1 adds to nothing: this goal asks for a value each time")]
