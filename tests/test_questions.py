"""A goal by questions: these answers, a line each, make this file."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milepost.cli import main
from milepost.cli.interview import Interview
from milepost.findings import Severity
from milepost.journal.documents import read_goal, take_apart
from milepost.journal.examples import files_of
from milepost.journal.words import Visibility

DAY = ("--today", "2026-11-22")
JOURNAL = """\
== milepost.yaml ==
title: Sailing
== content/profile.md ==
---
values: [health]
---
== content/goals/sail.md ==
---
title: Sail twelve times
measurable: 12 trips
---
== content/journal/2026-W46.md ==
Words.
"""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


Talk = Callable[..., tuple[int, str, str]]


@pytest.fixture
def talk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Talk:
    for path, data in files_of(JOURNAL).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    monkeypatch.chdir(tmp_path)

    def answered(
        *answers: str, command: tuple[str, ...] = ("questions",), terminal: bool = False
    ) -> tuple[int, str, str]:
        lines = "".join(f"{one}\n" for one in answers)
        monkeypatch.setattr("sys.stdin", Terminal(lines) if terminal else io.StringIO(lines))
        code = main([*command, *DAY])
        printed = capsys.readouterr()
        path = Path(printed.out.strip())
        return code, path.read_text(encoding="utf-8") if printed.out else "", printed.err

    return answered


def test_every_answer_finds_its_line(talk: Talk, capsys: pytest.CaptureFixture[str]) -> None:
    code, text, _ = talk(
        *("Read 20 novels", "20 books", "3", "by end of June", "to think of more than work"),
        *("I am tired", "I listen to the next chapter", "4 hours", "8", "10 books read"),
    )
    assert (code, text) == (
        0,
        """\
---
title: Read 20 novels
measurable: from 3 to 20 books
achievable: "4 hours a week, confidence 8"
relevant: to think of more than work
time_bound: 2026-11-22 to end of June
milestones:
  - 2027-03-12 =10 books read
obstacles:
  - "if I am tired, then I listen to the next chapter"
---
""",
    )
    main(["check", "read-20-novels", "--format", "json", *DAY])
    assert {one["severity"] for one in json.loads(capsys.readouterr().out)} <= {"hint"}


READ = [
    # measurable, where one stands today, what is written
    ("20 books", "", "20 books"),
    ("20 books", "0", "20 books"),
    ("20 books", "3", "from 3 to 20 books"),
    ("20 books", "3 books", "from 3 to 20 books"),
    ("75 kg", "from 82", "from 82 to 75 kg"),
]


@pytest.mark.parametrize(("measure", "start", "written"), READ)
def test_a_number_is_counted_from_where_one_stands(
    talk: Talk, measure: str, start: str, written: str
) -> None:
    _, text, _ = talk("Read on", measure, start)
    assert f"measurable: {written}\n" in text


@pytest.mark.parametrize(
    ("language", "measure", "start", "again", "written"),
    [
        ("de", "5 Bücher", "zwei", "2", "from 2 to 5 Bücher"),
        ("de", "75 kg", "82,5", "", '"from 82,5 to 75 kg"'),
        ("de", "75 kg", "von 82,5 kg", "", '"from 82,5 to 75 kg"'),
        ("en", "75 kg", "82,5", "82.5", "from 82.5 to 75 kg"),
        ("en", "5 books", "hello", "two", "from 2 to 5 books"),
        ("en", "5 books", "yes", "", "5 books"),
        ("en", "5 books", "20 pages", "1", "from 1 to 5 books"),
        ("en", "at least 5 books", "1", "", "from 1 to 5 books"),
        ("de", "7,5 kg", "2,5", "", '"from 2,5 to 7,5 kg"'),
        ("en", "3 km", "900 m", "", "from 900 m to 3 km"),
    ],
)
def test_where_one_stands_is_a_number_or_asked_again(
    talk: Talk, language: str, measure: str, start: str, again: str, written: str
) -> None:
    Path("milepost.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    _, text, _ = talk("Read on", measure, start, again)
    assert f"measurable: {written}\n" in text


@pytest.mark.parametrize(
    ("hurdle", "step", "written"),
    [
        ("I am tired", "then I rest", '"wenn I am tired, dann I rest"'),
        ("wenn es regnet", "dann Halle", '"wenn es regnet, dann Halle"'),
        ("falls es regnet.", "Halle", '"wenn es regnet, dann Halle"'),
        ("wenn es regnet, dann Halle", "", '"wenn es regnet, dann Halle"'),
        ("if it rains, then the hall", "", '"if it rains, then the hall"'),
        ("when it rains, I run inside", "", '"when it rains, I run inside"'),
        ("rain -> the hall", "", '"rain -> the hall"'),
        ("I eat and then sleep", "I walk", "if: I eat and then sleep\n    then: I walk"),
    ],
)
def test_an_obstacle_is_read_as_in_a_file_and_its_plan_not_asked_twice(
    talk: Talk, hurdle: str, step: str, written: str
) -> None:
    Path("milepost.yaml").write_text("language: de\n", encoding="utf-8")
    answers = ("Run", "", "", "", hurdle, *([step] if step else []))
    _, text, err = talk(*answers, "4 hours")
    assert f"obstacles:\n  - {written}\n" in text
    assert ("what will you do then" in err) is bool(step)
    assert "achievable: 4 hours" in text


@pytest.mark.parametrize(
    "measure", ["3 times a week", "from 82 to 75 kg", "yes or no", "lose 5 kg"]
)
def test_what_has_no_start_or_says_it_is_not_asked_for_one(talk: Talk, measure: str) -> None:
    _, text, err = talk("Move more", measure, "2027-03-01")
    assert "time_bound: 2026-11-22 to 2027-03-01\n" in text
    assert "Where do you stand" not in err


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("2027-06-30", "2026-11-22 to 2027-06-30"),
        ("by 2027-06-30", "2026-11-22 to 2027-06-30"),
        ("2027", "2026-11-22 to 2027"),
        ("2027-01-10 to 2027-06-30", "2027-01-10 to 2027-06-30"),
    ],
)
def test_a_day_is_read_as_a_window_from_today(talk: Talk, said: str, written: str) -> None:
    _, text, _ = talk("Move", "yes or no", said)
    assert f"time_bound: {written}\n" in text


def test_a_value_and_a_goal_are_taken_for_what_they_are(talk: Talk) -> None:
    assert "relevant: health\n" in talk("Run", "", "", "health")[1]
    assert "relevant: sail\n" in talk("Row", "", "", "sail")[1]


def test_what_cannot_be_read_is_asked_again_with_the_reason(talk: Talk) -> None:
    _, text, err = talk("Run", "a lot of", "12 km", "", "2027-02-30", "2027-02-28")
    assert "measurable: 12 km\n" in text
    assert "time_bound: 2026-11-22 to 2027-02-28\n" in text
    assert "`measurable` cannot be read from “a lot of”" in err
    assert "there is no 30 February 2027: the month has 28 days" in err
    assert err.count("How will you know") == 2
    assert err.count("By when?") == 2


def test_a_chance_is_a_number_up_to_ten(talk: Talk) -> None:
    _, text, err = talk("Run", "", "", "", "", "", "often", "11", "10")
    assert "achievable: confidence 10\n" in text
    assert "“often” is no number from 0 to 10" in err
    assert "“11” is no number from 0 to 10" in err


def test_a_title_that_is_taken_is_asked_again(talk: Talk) -> None:
    _, text, err = talk("Sail", "Sail far")
    assert "title: Sail far\n" in text
    assert "content/goals/sail.md is there already" in err


def test_a_vague_goal_is_asked_what_exactly_is_meant(talk: Talk) -> None:
    answers = ("Learn Spanish", "yes or no", "2027-02-28", "to talk with Rui", "", "", "", "")
    _, text, err = talk(*answers, "Order a whole dinner in Spanish")
    assert "“Learn” names a state" in err
    assert "specific: Order a whole dinner in Spanish\n" in text


def test_every_question_may_be_skipped(talk: Talk, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    for answers in ((), ("",) * 20):
        code, text, err = talk(*answers)
        assert (code, text) == (0, "")
        assert "nothing was written" in err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_goal_without_a_title_is_called_by_what_is_known_of_it(talk: Talk) -> None:
    _, text, _ = talk("", "3 times a week")
    assert text == "---\ntitle: 3 times a week\nmeasurable: 3 times a week\n---\n"


def test_new_goal_asks_only_at_a_terminal(talk: Talk) -> None:
    code, text, err = talk("Run", command=("new", "goal"))
    assert (code, text) == (2, "")
    assert "milepost questions" in err
    assert "title: Run\n" in talk("Run", command=("new", "goal"), terminal=True)[1]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(st.sampled_from(["", "12 books", "3", "June", "health", "8"]), st.text()),
        max_size=14,
    )
)
def test_whatever_is_answered_the_file_can_be_read(tmp_path: Path, answers: list[str]) -> None:
    rest = iter(answers)
    talk = Interview(tmp_path, date(2026, 11, 22), lambda _: next(rest, None), lambda _: None)
    made = talk.goal()
    if made is None:  # nothing was answered, or nothing that could be read
        return
    sheet = take_apart(f"content/{made[0]}", made[1].encode())
    _, findings = read_goal(sheet, Visibility.PRIVATE)
    errors = [one for one in (*sheet.findings, *findings) if one.severity is Severity.ERROR]
    assert not errors, made[1]
