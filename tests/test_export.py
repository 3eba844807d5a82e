"""`milepost export`: given this journal, these records come out, for these eyes."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_canaries import (
    AUDIENCES,
    DOCUMENTS,
    PRIVATE,
    PUBLIC,
    Seen,
    canaries,
    found_in,
    haystack,
    visibilities,
    word,
)
from test_canaries import written as canary_journal
from test_cli import Run, here, run, write
from written import examples

from milepost.cli.export import RECORDS
from milepost.exporting import KINDS, as_csv, as_json, schema
from milepost.exporting.as_csv import harmed, harmless
from milepost.journal.asof import as_of
from milepost.journal.gate import gate
from milepost.journal.load import load
from milepost.journal.words import Visibility
from milepost.progress.measure import measure
from milepost.voice.voice import voice_of

__all__ = ["here", "run"]  # fixtures

DAY = ("--today", "2026-11-22")
SAILING = """\
== milepost.yaml ==
title: Sailing
== content/goals/sail.md ==
---
title: Sail twelve times
measurable: 12 trips
time_bound: 2026-01-01 to 2026-12-31
visibility: public
readings:
  - 2026-02-01 =3 counted in the log
---
== content/goals/weight.md ==
---
title: Weigh 75 kg
measurable: from 82 to 75 kg
---
== content/journal/2026-W45.md ==
---
title: "=HYPERLINK(0)"
mood: 4
progress:
  sail: {value: 2, note: to the island}
  weight: 81.4
hours: {sail: 3.5}
spent: {sail: "12.50 EUR"}
skip: {weight: flu}
tags: [calm, sea]
visibility: public
---
Wind, *at last*. <!-- not a word of this -->
== content/log/2026-11-08-island.md ==
---
kind: win
title: Round the island
from: patience
goals: sail
visibility: public
---
== content/log/jana.md ==
---
kind: coach
about: the weight
---
== content/journal/2026-11-14.md ==
---
progress: {sail: 1}
---
== content/reviews/2026-10.md ==
---
visibility: public
decisions: {weight: drop because of lunch}
---
## Decisions

- change [[sail]]: to the *island*
- pause weight: flu

## Next

- [ ] Book the island by 2026-12-01 !important @Imke 90 min #sail #weight
"""


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_readings_are_a_table_of_days_and_plain_numbers(run: Run, here: Path) -> None:
    write(here, SAILING)
    ran = run("export", "readings", *DAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "goal,date,week,value,unit,mode,signed,checkpoint,note,entry\r\n"
        "sail,2026-02-01,,3,trips,level,true,false,counted in the log,\r\n"
        "sail,2026-11-08,2026-W45,2,trips,added,false,false,to the island,2026-W45\r\n"
        "sail,2026-11-14,,1,trips,added,false,false,,2026-11-14\r\n"
        "weight,2026-11-08,2026-W45,81.4,kg,level,false,false,,2026-W45\r\n"
    )


def test_decisions_say_what_came_of_them(run: Run, here: Path) -> None:
    """Those on hidden goals are for their owner."""
    write(here, SAILING)
    told = rows(run("export", "decisions", *DAY).out)
    assert [(row["goal"], row["decision"], row["because"]) for row in told] == [
        ("weight", "drop", "lunch"),
        ("sail", "change", "to the *island*"),
    ]
    assert told[1] | {"because": ""} == {
        "goal": "sail",
        "review": "2026-10",
        "date": "2026-10-31",
        "decision": "change",
        "because": "",
        "by": "",
        "followed": "open",
        "followed_on": "",
        "visibility": "public",
    }
    others = rows(run("export", "decisions", "--for", "public", *DAY).out)
    assert [row["goal"] for row in others] == ["sail"]


TO_DO = """\
== content/goals/sail.md ==
---
title: Sail twelve times
visibility: public
---
- [x] Learn the knots ✅ 2026-11-03
== content/journal/2026-W45.md ==
- [ ] Mend the sail
- [ ] Ask for the hut
== content/journal/2026-W46.md ==
---
visibility: public
---
- [ ] Mend the sail by 2026-11-18 !important @Imke 90 min #sail [[run]]
- [-] Buy a second boat !low

::: private
- [ ] Sell the first one
:::
== content/goals/run.md ==
# Run
"""


def test_actions_say_by_when_for_whom_and_what_became_of_them(run: Run, here: Path) -> None:
    write(here, TO_DO)
    told = json.loads(run("export", "actions", "--format", "json", *DAY).out)
    assert [(one["action"], one["state"]) for one in told] == [
        ("Mend the sail", "open"),
        ("Ask for the hut", "left behind"),
        ("Sell the first one", "open"),
        ("Buy a second boat", "cancelled"),
        ("Learn the knots", "done"),
    ]
    assert told[0] == {
        "action": "Mend the sail",
        "state": "open",
        "due": "2026-11-18",
        "done": False,
        "done_on": None,
        "important": True,
        "people": ["Imke"],
        "minutes": 90,
        "goals": ["sail", "run"],
        "date": "2026-11-15",
        "week": "2026-W46",
        "planned": "2026-W47",
        "carried": 1,
        "visibility": "public",
        "entry": "2026-W46",
        "file": "content/journal/2026-W46.md",
        "line": 4,
    }
    assert [one["important"] for one in told[1:4]] == [None, None, False]
    knots = told[-1]
    assert (knots["done"], knots["done_on"], knots["goals"]) == (True, "2026-11-03", ["sail"])
    assert (knots["entry"], knots["file"], knots["line"]) == (None, "content/goals/sail.md", 5)
    of_goal = rows(run("export", "actions", "--goal", "run", *DAY).out)
    assert [one["action"] for one in of_goal] == ["Mend the sail"]


def test_others_are_given_the_actions_that_they_see_and_no_lines(run: Run, here: Path) -> None:
    write(here, TO_DO)
    told = json.loads(run("export", "actions", "--format", "json", "--for", "public", *DAY).out)
    assert [(one["action"], one["goals"], one["carried"]) for one in told] == [
        ("Mend the sail …", ["sail"], 0),
        ("Buy a second boat", [], 0),
        ("Learn the knots", ["sail"], 0),
    ]
    assert (told[0]["due"], told[0]["people"], told[0]["minutes"]) == ("2026-11-18", ["Imke"], 90)
    assert [(one["file"], one["line"]) for one in told] == [
        ("2026-W46", None),
        ("2026-W46", None),
        ("sail", None),
    ]


def test_entries_have_a_column_for_each_name_in_csv_and_objects_in_json(
    run: Run, here: Path
) -> None:
    write(here, SAILING)
    first, second = rows(run("export", "entries", *DAY).out)
    assert first["progress.sail"] == "2"
    assert first["hours.sail"] == "3.5"
    assert first["skip.weight"] == "flu"
    assert first["tags"] == "calm; sea"
    assert first["title"] == "'=HYPERLINK(0)"
    assert second["hours.sail"] == ""
    data = json.loads(run("export", "entries", "--format", "json", *DAY).out)
    assert data[0] == {
        "entry": "2026-W45",
        "week": "2026-W45",
        "date": None,
        "title": "=HYPERLINK(0)",
        "mood": 4,
        "energy": None,
        "progress": {"sail": 2, "weight": 81.4},
        "hours": {"sail": 3.5},
        "spent": {"sail": "12.5 EUR"},
        "confidence": {},
        "skip": {"weight": "flu"},
        "areas": {},
        "tags": ["calm", "sea"],
        "visibility": "public",
        "text": data[0]["text"],
    }
    assert data[0]["text"].strip() == "Wind, *at last*."
    assert (data[1]["date"], data[1]["week"]) == ("2026-11-14", "2026-W46")


def test_goals_are_what_goals_json_holds(run: Run, here: Path) -> None:
    write(here, SAILING)
    exported = run("export", "goals", "--format", "json", *DAY).out
    assert exported == run("status", "--format", "json", *DAY).out
    sail, _ = rows(run("export", "goals", *DAY).out)
    assert (sail["id"], sail["to"], sail["forecast.finish"]) == ("sail", "12", "")
    assert sail["smart.M"] == "true"


@pytest.mark.parametrize("name", KINDS)
def test_json_holds_what_the_schema_says_and_csv_the_same_fields(
    run: Run, here: Path, name: str
) -> None:
    write(here, SAILING)
    data = json.loads(run("export", name, "--format", "json", *DAY).out)
    told = json.loads(run("export", name, "--schema").out)
    assert told == schema(KINDS[name])
    jsonschema.Draft202012Validator.check_schema(told)
    jsonschema.validate(data, told)
    assert list(data[0]) == told["items"]["required"]
    wrong = [{**data[0], told["items"]["required"][0]: 7}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, told)
    header = run("export", name, *DAY).out.split("\r\n")[0].split(",")
    plain = [column.name for column in KINDS[name].columns if not column.spread]
    assert [cell for cell in header if cell in plain] == plain


def test_the_command_names_each_kind_of_record() -> None:
    assert tuple(KINDS) == RECORDS


def test_goal_chooses_and_a_name_that_is_none_is_asked_about(run: Run, here: Path) -> None:
    write(here, SAILING)
    ran = run("export", "readings", "--goal", "Weight", *DAY)
    assert [row["value"] for row in rows(ran.out)] == ["81.4"]
    ran = run("export", "log", "--goal", "sail", *DAY)
    assert [row["title"] for row in rows(ran.out)] == ["Round the island"]
    wrong = run("export", "readings", "--goal", "wieght", *DAY)
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err == "milepost: no goal here is called “wieght”\n  there is: weight\n"
    hidden = run("export", "readings", "--goal", "weight", "--for", "public", *DAY)
    assert hidden.err == "milepost: no goal here is called “weight”\n  there is: sail\n"
    assert run("export", "entries", "--goal", "sail", *DAY).code == 2


def test_for_others_nothing_hidden_is_named(run: Run, here: Path) -> None:
    write(here, SAILING)
    for name in RECORDS:
        for form in ("csv", "json"):
            out = run("export", name, "--format", form, "--for", "public", *DAY).out
            assert "sail" in out
            assert "weight" not in out
            assert "2026-11-14" not in out or name == "readings"


def test_output_is_a_file_and_its_name_says_the_format(run: Run, here: Path) -> None:
    write(here, SAILING)
    ran = run("export", "goals", "--output", "out/goals.json", *DAY)
    assert (ran.code, ran.out, ran.err) == (0, "", "out/goals.json: 2 goals, for you alone\n")
    assert json.loads((here / "out/goals.json").read_text("utf-8"))[0]["id"] == "sail"
    again = run("export", "goals", "--output", "out/goals.json", "--for", "public", *DAY)
    assert again.err == "out/goals.json: 1 goal, as everybody may see them\n"
    assert [path.name for path in (here / "out").iterdir()] == ["goals.json"]


@pytest.mark.parametrize(
    "name", ["content/goals/sail.md", "milepost.yaml", "letter.txt", "content"]
)
def test_an_export_writes_over_nothing_but_an_export(run: Run, here: Path, name: str) -> None:
    write(here, SAILING + "== letter.txt ==\nDear Ana\n")
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    ran = run("export", "goals", "--output", name, *DAY)
    assert ran.code == 2
    assert ran.err
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


# --- laws ---------------------------------------------------------------------------------------


@given(st.text(alphabet="'=+-@\t\r\n ＝ab1"))
def test_a_text_is_made_harmless_and_given_back(text: str) -> None:
    safe = harmless(text)
    assert harmed(safe) == text
    assert safe.lstrip(" ")[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n", "＝"}


def exported(files: dict[str, str], audience: Visibility) -> dict[str, bytes]:
    """All exports of a journal for an audience."""
    journal = load({name: text.encode() for name, text in files.items()}).journal
    day = date(2026, 11, 22)
    report = measure(as_of(gate(journal, audience), day), day)
    voice = voice_of(journal.settings, audience, plain=True)
    out: dict[str, bytes] = {}
    for name, kind in KINDS.items():
        made: list[Any] = list(kind.make(report, {}, voice))
        out[f"{name}.csv"] = as_csv(kind, made).encode()
        out[f"{name}.json"] = as_json(made).encode()
    return out


def leaks(seen: Seen, audience: Visibility) -> list[str]:
    text = haystack(exported(canary_journal(seen), audience))
    out = [
        canary.text
        for canary in canaries(seen)
        if not canary.seen.seen_by(audience) and found_in(text, canary.text)
    ]
    lost = [
        name
        for name in ("ea", "eb", "ec")
        if seen[name].seen_by(audience) and word(name, "words") not in text
    ]
    return out + lost


@pytest.mark.parametrize("hidden", DOCUMENTS)
def test_one_private_document_among_public_ones_is_in_no_export(hidden: str) -> None:
    assert leaks(dict.fromkeys(DOCUMENTS, PUBLIC) | {hidden: PRIVATE}, PUBLIC) == []


@given(visibilities, st.sampled_from(AUDIENCES))
@settings(max_examples=examples(20))
def test_whatever_is_hidden_is_in_no_export(seen: Seen, audience: Visibility) -> None:
    assert leaks(seen, audience) == []


def test_the_owner_is_given_everything_that_was_written() -> None:
    text = haystack(exported(canary_journal(dict.fromkeys(DOCUMENTS, PRIVATE)), PRIVATE))
    for name in ("ea", "eb", "ec"):
        for place in ("words", "cut", "title", "tag", "note"):
            assert word(name, place) in text
    for name in DOCUMENTS:
        for place in ("action", "closed", "cuttask", "fora", "forb", "forc"):
            assert word(name, place) in text


def test_the_manual_tells_every_field_of_each_kind_but_goals() -> None:
    page = (Path(__file__).parents[1] / "docs" / "import-export.md").read_text("utf-8")
    for name, part in (
        ("readings", "### Readings"),
        ("entries", "### Entries"),
        ("log", "### Log"),
        ("decisions", "### Decisions"),
        ("actions", "### Actions"),
    ):
        table = page.partition(part)[2].partition("\n#")[0]
        told = [cell for row in table.splitlines() for cell in row.split(" | ")[0].split("`")[1::2]]
        told = [cell for cell in told if cell in {it.name for it in KINDS[name].columns}]
        assert told == [column.name for column in KINDS[name].columns]
