"""`goals.json`: the contract, field by field."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_makers import site
from written import report

from milepost.checks.lights import lights
from milepost.journal.model import Goal, Journal
from milepost.journal.words import Kind
from milepost.progress.reasons import NothingLate
from milepost.progress.report import Report
from milepost.progress.values import Forecast, Standing, Status
from milepost.site.data import goals_data, goals_json
from milepost.voice.english import ENGLISH

KEYS = [
    *("id", "title", "area", "horizon", "status", "reason", "progress", "expected"),
    *("expected_progress", "actual"),
    *(
        "from",
        "to",
        "unit",
        "minimum",
        "minimum_reached",
        "start",
        "due",
        "computed",
        "rate",
        "needed_rate",
        "way_back",
        "probability",
        "forecast",
    ),
    "smart",
    *("money_planned", "money_spent", "currency"),
]
COMPUTED = ["due", "to", "rate", None]
NUMBER = {"type": ["number", "null"]}
TEXT = {"type": ["string", "null"]}
DAY = {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": KEYS,
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "title": {"type": "string", "minLength": 1},
            "area": TEXT,
            "horizon": {"enum": ["short", "mid", "long", "vision", None]},
            "status": {"enum": [str(status) for status in Status]},
            "reason": TEXT,
            **dict.fromkeys(
                ("progress", "expected", "expected_progress", "actual", "from", "to"), NUMBER
            ),
            **dict.fromkeys(("rate", "needed_rate", "minimum"), NUMBER),
            "minimum_reached": {"type": ["boolean", "null"]},
            "probability": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
            "unit": TEXT,
            "start": DAY,
            "due": DAY,
            "computed": {"enum": COMPUTED},
            "way_back": {
                "type": "object",
                "required": ["rate", "days", "by", "later", "smaller"],
                "additionalProperties": False,
                "properties": {
                    **dict.fromkeys(("rate", "days", "smaller"), NUMBER),
                    **dict.fromkeys(("by", "later"), DAY),
                },
            },
            "forecast": {
                "type": "object",
                "required": ["low", "high", "finish", "finish_low", "finish_high"],
                "additionalProperties": False,
                "properties": {
                    **dict.fromkeys(("low", "high"), NUMBER),
                    **dict.fromkeys(("finish", "finish_low", "finish_high"), DAY),
                },
            },
            **dict.fromkeys(("money_planned", "money_spent"), NUMBER),
            "currency": TEXT,
            "smart": {
                "type": "object",
                "required": list("SMART"),
                "additionalProperties": False,
                "properties": {letter: {"type": ["boolean", "null"]} for letter in "SMART"},
            },
        },
    },
}

TEXT_OF_TWO = """
    == content/goals/read.md ==
    ---
    title: Read 24 books
    area: mind
    measurable: 24 books
    time_bound: 2026-01-01 to 2026-12-31
    ---
    == content/goals/bare.md ==
    ---
    status: someday
    ---
    == content/journal/2026-W20.md ==
    ---
    progress: {read: 11}
    ---
"""


def test_what_is_known_and_what_is_not() -> None:
    made = report(TEXT_OF_TWO, date(2026, 5, 20))
    data = goals_data(made, lights(made, ()), ENGLISH)
    jsonschema.validate(data, SCHEMA)
    assert [goal["id"] for goal in data] == ["bare", "read"]
    bare, read = data
    assert list(read) == KEYS
    assert (read["actual"], read["to"], read["unit"]) == (11, 24, "books")
    assert read["progress"] == 0.458333
    assert read["horizon"] == "short"
    assert read["smart"]["M"] is True
    assert bare["title"]
    assert bare["due"] is None
    assert bare["forecast"] == dict.fromkeys(("low", "high", "finish", "finish_low", "finish_high"))
    assert bare["smart"] == dict.fromkeys("SMART")


@pytest.mark.parametrize(
    ("front", "computed"),
    [
        ("measurable: 24 books at 2 a week\ntime_bound: {start: 2026-01-05}", "due"),
        ("measurable: 24 books\npace: 2 a week\ntime_bound: {start: 2026-01-05}", "due"),
        (
            "measurable: {kind: count, unit: books, rate: 2}\ntime_bound: 2026-01-05 to 2026-03-30",
            "to",
        ),
        ("measurable: 24 books\ntime_bound: 2026-01-05 to 2026-03-30", "rate"),
        ("measurable: 24 books at 2 a week\ntime_bound: 2026-01-05 to 2026-03-30", None),
        ("measurable: 24 books", None),
        ("measurable: yes or no\ntime_bound: 2026-03-30", None),
        ("measurable: 3 times a week\ntime_bound: 2026-03-30", None),
    ],
)
def test_it_says_which_of_rate_total_and_date_was_computed(
    front: str, computed: str | None
) -> None:
    made = report(f"== content/goals/read.md ==\n---\n{front}\n---\n", date(2026, 2, 1))

    assert goals_data(made, {}, ENGLISH)[0]["computed"] == computed


def test_the_file_and_the_data_are_one() -> None:
    made = site(TEXT_OF_TWO)
    known = report(TEXT_OF_TWO)
    data = json.loads(made.pages["goals.json"])
    for goal in data:
        goal["smart"] = dict.fromkeys("SMART")
    assert data == goals_data(known, {}, ENGLISH)


NUMBERS = st.one_of(st.none(), st.floats())


@given(NUMBERS, NUMBERS, st.one_of(st.none(), st.dates()))
def test_any_number_fits_the_contract(value: float | None, other: float | None, day: date) -> None:
    forecast = Forecast(0.5, 1, 2, 3, None, day, None, ())
    standing = Standing(
        goal=Goal(id="x"),
        day=date(2026, 1, 1),
        kind=Kind.COUNT,
        status=Status.ON_TRACK,
        reason=NothingLate(),
        start=day,
        due=day,
        actual=value,
        rate=other,
        forecast=forecast,
    )
    made = Report(day=date(2026, 1, 1), journal=Journal(), standings={"x": standing})
    data = json.loads(goals_json(made, {}, ENGLISH), parse_constant=_refused)
    jsonschema.validate(data, SCHEMA)


def _refused(name: str) -> Any:
    raise AssertionError(f"{name} is no JSON")


def test_the_manual_documents_every_field() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "goals-json.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `([\w.]+)` \|", manual, re.MULTILINE)
    parts = [f"forecast.{key}" for key in ("low", "high", "finish", "finish_low", "finish_high")]
    back = [f"way_back.{key}" for key in ("rate", "days", "by", "later", "smaller")]
    plain = [key for key in KEYS if key not in {"forecast", "way_back"}]
    plain[plain.index("smart") : plain.index("smart")] = parts
    plain[plain.index("probability") : plain.index("probability")] = back
    assert told == plain
