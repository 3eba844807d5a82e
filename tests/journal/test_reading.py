"""A journal read: given these files, this is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mangled import mangled_files
from written import examples

from milepost.journal import faults
from milepost.journal.asof import as_of
from milepost.journal.examples import files_of
from milepost.journal.gate import gate
from milepost.journal.load import Loaded, load
from milepost.journal.nodes import read as read_nodes
from milepost.journal.shortforms import parse_amount
from milepost.journal.values import Amount
from milepost.journal.words import Mode, Visibility

Read = Callable[[str], Loaded]


def test_goal_as_the_manual_shows_it(loaded: Loaded) -> None:
    """
    == content/goals/earn-pmp.md ==
    ---
    title: Earn the PMP certification
    area: career
    specific: Pass the PMI exam at the first try, to be allowed to lead cross-functional projects
    measurable: 1200 practice questions
    achievable: 4 h a week, 600 EUR, confidence 8
    relevant: "[[lead-a-programme]], value mastery"
    time_bound: 2026-01-05 to 2026-06-30
    milestones:
      - 2026-02-15 35 contact hours done
      - 2026-05-10 mock exam at 75 % (weight 2)
    obstacles:
      - if I miss two study evenings, then I book Saturday morning
    visibility: shared
    ---
    Why this, why now.

    - [ ] Apply
    - [x] Buy the book
    == content/goals/lead-a-programme.md ==
    # Lead a programme
    """
    goal = loaded.journal.goal("earn-pmp")
    assert goal is not None
    assert loaded.findings == ()
    assert goal.measurable is not None
    assert (goal.measurable.to, goal.measurable.unit) == (1200, "practice questions")
    assert (goal.achievable.hours_per_week, goal.achievable.confidence) == (4, 8)
    assert goal.relevant.serves == ("lead-a-programme",)
    assert goal.milestones[1].weight == 2
    assert goal.obstacles[0].then == "I book Saturday morning"
    assert goal.visibility is Visibility.SHARED
    assert [(task.text, task.done, task.line) for task in goal.tasks] == [
        ("Apply", False, 18),
        ("Buy the book", True, 19),
    ]
    place = goal.at("milestones", 1)
    assert (place.line, place.column) == (11, 5)


def test_entry_in_all_its_spellings(loaded: Loaded) -> None:
    """
    == content/goals/earn-pmp.md ==
    ---
    measurable: 1200 questions
    ---
    == content/goals/network.md ==
    ---
    measurable: 24 people
    ---
    == content/goals/weight.md ==
    ---
    measurable: from 82 to 75 kg
    ---
    == content/journal/2026-W47.md ==
    ---
    mood: 4
    progress: {earn-pmp: 34, "[[network]]": +1, weight: =81.4}
    hours:
      - earn-pmp: 3.5
      - "network: 90 min"
    confidence: {earn-pmp: 8}
    skip: {weight: flu}
    ---
    == content/journal/2026-W46.md ==
    ---
    progress:
      earn-pmp: {value: 12, hours: 2h30, confidence: 6, note: tired}
    ---
    """
    assert loaded.findings == ()
    older, newer = loaded.journal.entries
    assert newer.progress["network"].value == Amount(1, Mode.ADDED)
    assert newer.progress["weight"].value == Amount(81.4, Mode.LEVEL)
    assert newer.hours == {"earn-pmp": 3.5, "network": 1.5}
    assert newer.skip == {"weight": "flu"}
    assert older.progress["earn-pmp"].hours == 2.5
    modes = {reading.goal: reading.mode for reading in loaded.journal.readings}
    assert modes == {"earn-pmp": Mode.ADDED, "network": Mode.ADDED, "weight": Mode.LEVEL}
    spent = [(mark.goal, mark.value) for mark in loaded.journal.hours]
    assert spent == [("earn-pmp", 2.5), ("earn-pmp", 3.5), ("network", 1.5)]


@pytest.mark.parametrize(
    ("path", "text", "week", "day"),
    [
        ("2026-W47.md", "", "2026-W47", date(2026, 11, 22)),
        ("2024-w05 slow.md", "", "2024-W05", date(2024, 2, 4)),
        ("2025-06-13.md", "", "2025-W24", date(2025, 6, 13)),
        ("2025/Week 12.md", "", "2025-W12", date(2025, 3, 23)),
        ("notes.md", "# Week 12 of 2025", "2025-W12", date(2025, 3, 23)),
        ("2016-09-week4.md", "", "2016-W38", date(2016, 9, 25)),
        ("2016-09-week4.md", "# Done: September 18, 2016", "2016-W37", date(2016, 9, 18)),
        ("2016-06-week3-4.md", "# Done: June 19 & 26, 2016", "2016-W24", date(2016, 6, 19)),
        ("x.md", "---\nweek: 2026-W01\n---\n", "2026-W01", date(2026, 1, 4)),
        ("x.md", "---\ndate: 2026-01-01\n---\n", "2026-W01", date(2026, 1, 1)),
    ],
)
def test_the_week_of_a_note(path: str, text: str, week: str, day: date) -> None:
    entry = load({f"content/journal/{path}": text.encode()}).journal.entries[0]
    assert (str(entry.week), entry.day) == (week, day)


def test_a_plain_folder_of_dated_notes_is_a_journal(read: Read) -> None:
    found = read(
        """
        == 2016-09-week4.md ==
        # This week: September 18, 2016

        - [x] Call home
        == a-template.md ==
        # This week: -- date here --
        == .trash/2016-W01.md ==
        gone
        == theme/notes.md ==
        not a note
        """
    )
    assert [entry.path for entry in found.journal.entries] == ["2016-09-week4.md"]
    assert [page.id for page in found.journal.pages] == ["a-template"]
    assert not found.findings


def test_sections_are_known_by_their_synonyms(loaded: Loaded) -> None:
    """
    == content/journal/2026-W47.md ==
    ## Wins
    One.
    ## Challenges:
    Two.
    ## Lessons
    Three.
    ## Next steps
    - [ ] Four
    ## Weather
    Rain.
    """
    names = [section.name for section in loaded.journal.entries[0].outline.sections]
    assert names == ["progress", "problems", "learned", "plans", ""]


def test_readings_come_from_goals_entries_and_data(loaded: Loaded) -> None:
    """
    == content/goals/weight.md ==
    ---
    measurable: {kind: level, from: 82, to: 75, unit: kg, source: data/weight.csv, column: kg}
    readings:
      - 2026-03-31 =80 checkpoint
    ---
    == data/weight.csv ==
    day;steps;kg
    2026-01-05;1000;82
    2026-02-02;;81.2
    2026-02-09;500;
    == content/journal/2026-W10.md ==
    ---
    progress: {weight: 80.9}
    ---
    """
    readings = [(r.day.isoformat(), r.value, r.checkpoint) for r in loaded.journal.readings]
    assert readings == [
        ("2026-01-05", 82, False),
        ("2026-02-02", 81.2, False),
        ("2026-03-08", 80.9, False),
        ("2026-03-31", 80, True),
    ]
    assert loaded.findings == ()


def test_unknown_keys_are_kept_for_templates(read: Read) -> None:
    goal = read("---\ncssclasses: [wide, {a: b}]\n---\n").journal.goals[0]
    assert goal.extra == {"cssclasses": ["wide", {"a": "b"}]}


def test_changes_hold_what_was_before(loaded: Loaded) -> None:
    """
    ---
    measurable: 20 books
    time_bound: 2026-01-01 to 2026-12-31
    changes:
      - date: 2026-06-01
        measurable: 24 books
        time_bound: 2026-01-01 to 2026-10-31
        because: the move took a month
    ---
    """
    assert loaded.findings == ()
    before = dict(loaded.journal.goals[0].changes[0].before)
    assert before["measurable"].to == 24
    assert before["time_bound"].due == date(2026, 10, 31)
    then = as_of(loaded.journal, date(2026, 5, 31)).goals[0]
    assert then.measurable is not None
    assert then.measurable.to == 24
    assert then.changes == ()


PAST = """
== content/goals/sail.md ==
---
measurable: 12 trips
time_bound: 2026-01-01 to 2026-12-31
milestones:
  - done 2026-05-01 2026-04-30 first trip alone
  - "[x] 2026-08-01 around the island"
readings: [2026-02-01 2, 2026-06-01 3]
status: {is: done, since: 2026-09-01, because: all made}
---
== content/goals/row.md ==
---
time_bound: 2026-07-01 to 2026-12-31
---
== content/journal/2026-W10.md ==
---
progress: {sail: 1}
---
== content/journal/2026-W36.md ==
Done.
"""


def test_a_past_day_sees_what_was_known_then(read: Read) -> None:
    journal = read(PAST).journal
    then = as_of(journal, date(2026, 4, 1))
    assert [goal.id for goal in then.goals] == ["sail"]
    assert then.goals[0].status.is_.value == "active"
    assert [milestone.done for milestone in then.goals[0].milestones] == [False, False]
    assert [reading.value for reading in then.readings] == [2, 1]
    assert [str(entry.week) for entry in then.entries] == ["2026-W10"]


def test_a_running_week_counts_up_to_the_day(read: Read) -> None:
    journal = read(PAST).journal
    assert len(as_of(journal, date(2026, 3, 1)).readings) == 1
    wednesday = as_of(journal, date(2026, 3, 4))
    assert [reading.day for reading in wednesday.readings] == [date(2026, 2, 1), date(2026, 3, 4)]


def test_goals_to_come_are_shown_before_they_start(read: Read) -> None:
    journal = read("---\ntime_bound: 2027-01-01 to 2027-12-31\n---\n").journal
    assert len(as_of(journal, date(2026, 11, 22)).goals) == 1


@given(st.permutations(sorted(files_of(PAST.strip()).items())))
def test_the_order_of_files_does_not_matter(items: list[tuple[str, bytes]]) -> None:
    assert load(dict(items)) == load(files_of(PAST.strip()))


# --- fuzz -----------------------------------------------------------------------------------


@settings(max_examples=examples(1000))
@given(mangled_files)
def test_mangled_files_give_findings_never_an_exception(files: dict[str, bytes]) -> None:
    found = load(files)
    journal = found.journal
    for audience in Visibility:
        as_of(gate(journal, audience), date(2026, 5, 16))
    for finding in found.findings:
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        assert finding.message
        assert finding.help
    read_as = {item.path for item in (*journal.goals, *journal.entries, *journal.reviews)}
    read_as |= {page.path for page in journal.pages} | {"milepost.yaml", "content/profile.md"}
    assert set(files) - read_as <= {"data/a.csv"}, "every note is somewhere"


@settings(max_examples=examples(300))
@given(st.data())
def test_a_real_journal_with_bytes_changed_never_raises(data: st.DataObject) -> None:
    files = files_of(PAST.strip())
    path = data.draw(st.sampled_from(sorted(files)))
    text = bytearray(files[path])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        text[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    load({**files, path: bytes(text)})


def test_severities_do_not_hide_a_fault_with_the_same_words(read: Read) -> None:
    found = read("---\ntags: [a]\nmilestones: [2026-02-30 x, 2026-02-30 y]\n---\n")
    codes = [finding.code for finding in found.findings]
    assert codes == [faults.not_a_date.rule.code] * 2


@pytest.mark.parametrize(
    ("measure", "unread"),
    [
        ("towards 75 kg", {"measurable"}),
        ("{kind: level, from: 82, to: abc}", {"measurable.to"}),
        ("{kind: level, from: 82, to: 75}", set()),
        ("", set()),
    ],
)
def test_a_value_that_cannot_be_read_is_not_taken_for_none(measure: str, unread: set[str]) -> None:
    files = {"content/goals/w.md": f"---\nmeasurable: {measure}\n---\n".encode()}
    assert load(files).journal.goals[0].unread == unread


QUOTED = "write it without the comma, or all of it between quotes"
CUT = [
    ("10,000", "write `10000`, or `10` for tenths"),
    ("1,5", "write `1.5`"),
    ("=81,4", "write `=81.4`"),
    ("+1,500 km", "write `+1500 km`, or `+1.5 km` for tenths"),
    ("0,125", "write `0.125`"),
    ("1234,567", "write `1234.567`"),
    ("1.234,5", "write `1234.5`"),
    ("12.345,67", "write `12345.67`"),
    ("1.234,50 €", "write `1234.50 €`"),
    ("1,234 EUR", "write `1234 EUR`"),
    ("1,234,567", "write `1234567`"),
    ("1,234.5", "write `1234.5`"),
    ("81,4!", "write `81.4!`"),
    ("=81,4!", "write `=81.4!`"),
    ("3,5k", "write `3.5k`"),
    ("81,½", QUOTED),
    ("1,5 ", "write `1.5`"),
    ("1,5 # noted\n", "write `1.5`"),
    ("1,\n  5", "write `1.5`"),
    ('"1",5', "write `1.5`"),
    ("1h,5", QUOTED),
    ("33:24,5", QUOTED),
    (",5", QUOTED),
    ("1, 5, 5", QUOTED),
]


def between_braces(value: str, language: str = "en", key: str = "progress") -> Loaded:
    """A value of the goal `s` in the braces of an entry."""
    return load(
        {
            "milepost.yaml": f"language: {language}\n".encode(),
            "content/goals/s.md": b"---\nmeasurable: 20000 steps\n---\n",
            "content/journal/2026-W10.md": f"---\n{key}: {{s: {value}}}\n---\n".encode(),
        }
    )


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("key", ["progress", "hours"])
@pytest.mark.parametrize(("value", "remedy"), CUT)
def test_a_number_that_a_comma_cuts_between_braces(
    value: str, remedy: str, key: str, language: str
) -> None:
    found = between_braces(value, language, key)
    assert [(one.code, one.place.line, one.help) for one in found.findings] == [("F210", 2, remedy)]
    assert "between braces the comma" in found.findings[0].message
    place = found.findings[0].place
    assert (place.column, place.end_line) == (
        len(key + ": {s: ") + 1,
        2 + value.strip().count("\n  "),
    )
    assert not found.journal.readings
    assert not found.journal.hours


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("value", "remedy"), CUT)
def test_what_is_proposed_between_braces_is_the_number_written(
    value: str, remedy: str, language: str
) -> None:
    said = re.sub("[^0-9]", "", value)
    for line in re.findall("`([^`]+)`", remedy):
        read, put = parse_amount(line), re.sub("[^0-9]", "", line)
        assert isinstance(read, Amount)
        assert said in {put, put.ljust(len(said), "0")}
        assert (read.mode is Mode.LEVEL) == value.startswith("=")
        assert read.sure == value.endswith("!")
        told = between_braces(line, language).findings
        assert not told or "is not what this goal is counted in" in told[0].message


@pytest.mark.parametrize("language", ["en", "de"])
@given(st.from_regex(r"[=+-]?[0-9]{1,5}([.,][0-9]{1,4}){0,3}[!k½]?", fullmatch=True))
def test_no_value_between_braces_is_the_head_of_a_number(language: str, value: str) -> None:
    found = between_braces(value, language)
    if "," in value:
        assert not found.journal.readings
        assert [one.code for one in found.findings] == ["F210"]


@pytest.mark.parametrize(
    "inner",
    [
        *("s: 3, t: 5", "s: 3,t: 5", "s: 3, 10k-run: 2", "s: 3, 10k-run", "s: 3, t", "s: 15,-"),
        *("5", "3,5", "10k: ,5k: ", "s: 3, 5k: "),
    ],
)
def test_a_comma_between_two_values_between_braces_is_no_part_of_either(inner: str) -> None:
    keys, findings = read_nodes("a.md", f"progress: {{{inner}}}", 1)
    assert keys is not None
    assert findings == []


def test_a_part_that_a_comma_cut_makes_the_measure_unread() -> None:
    """It was written: that nothing is known of it is not the same as that there is none."""
    measure = b"---\nmeasurable: {kind: level, from: 82,5, to: 1.075,5, unit: kg}\n---\n"
    found = load({"content/goals/w.md": measure})
    assert found.journal.goals[0].unread == {"measurable.from_", "measurable.to"}
    assert [one.help for one in found.findings] == ["write `82.5`", "write `1075.5`"]


def test_a_value_that_many_commas_cut_is_told_once_and_short() -> None:
    found = between_braces(", ".join(["1,5"] * 4000))
    assert len(found.findings) == 1
    assert len(found.findings[0].message) < 500


@pytest.mark.parametrize("letters", [1900, 20_000])
def test_a_line_to_write_is_told_whole_unless_no_line_is_so_long(letters: int) -> None:
    (told,) = between_braces(f"1.500 {'x' * letters}", key="hours").findings
    assert (f"`1500 {'x' * letters}`" in told.help) == (letters < 2000)
    assert len(told.help) < 4100


@pytest.mark.parametrize(("digits", "shown"), [(300, 300), (301, 300), (20_000, 300)])
def test_of_a_long_number_a_finding_quotes_the_beginning(digits: int, shown: int) -> None:
    (told,) = between_braces("9" * digits, key="hours").findings
    assert told.message == f"“{'9' * shown}{'…' if digits > shown else ''}” is too large"


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Use {{ x }} in templates", "Use {{ x }} in templates"),
        ("'{{ x }} and {{ y }}'", "{{ x }} and {{ y }}"),
        ("'{{ x }}'", "G"),
    ],
)
def test_a_placeholder_is_the_whole_value(title: str, read: str) -> None:
    files = {"content/goals/g.md": f"---\ntitle: {title}\n---\n".encode()}
    assert load(files).journal.goals[0].title == read


@pytest.mark.parametrize("measure", ["", "measurable: yes or no\n"])
@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("yes", True),
        ("No", True),
        ("done", True),
        ("1", False),
        ("0", False),
        ("82", False),
        ("0.5", False),
    ],
)
def test_a_number_does_not_say_yes(measure: str, value: str, kept: bool) -> None:
    files = {
        "content/goals/s.md": f"---\ntitle: Sail\n{measure}---\n".encode(),
        "content/journal/2026-W10.md": f"---\nprogress: {{s: {value}}}\n---\n".encode(),
    }
    found = load(files)
    assert bool(found.journal.readings) is kept
    assert [one.code for one in found.findings] == ([] if kept else ["F308"])


@pytest.mark.parametrize(
    "line",
    [
        "due: sometime",
        "start: 1 Feb",
        "horizon: 10 years",
        "achievable: confidence 30",
        "breaks: in the summer",
    ],
)
def test_a_number_says_no_yes_beside_a_line_that_cannot_be_read(line: str) -> None:
    files = {
        "content/goals/s.md": f"---\ntitle: Sail\n{line}\n---\n".encode(),
        "content/journal/2026-W10.md": b"---\nprogress: {s: 4}\n---\n",
    }
    found = load(files)
    assert found.journal.goals[0].unread
    assert not found.journal.readings
    assert "F308" in [one.code for one in found.findings]
