"""`milepost log` as a command: which goal, which entry, what is said, which code.

What becomes of an entry in each form is in `tests/rewriting/test_logged.py`.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.cli import asking, main
from milepost.cli.number_and_note import Behind
from milepost.cli.shared import Stop
from milepost.journal.examples import files_of
from milepost.journal.load import load
from milepost.journal.model import Goal
from milepost.journal.numbers import Misread, pointed
from milepost.journal.readings import value_for
from milepost.journal.shortforms import parse_advance
from milepost.journal.values import Advance
from milepost.journal.words import Mode
from milepost.progress.versions import measure_of

JOURNAL = """\
== milepost.yaml ==
title: A year
== content/goals/read-24-books.md ==
---
title: Read 24 books
measurable: 24 books
aliases: [novels]
time_bound: 2026-01-05 to 2026-12-31
---
== content/goals/weight.md ==
---
title: Weigh 75 kg
measurable: from 82 to 75 kg
time_bound: 2026-09-07 to 2027-06-30
---
== content/goals/gym.md ==
---
title: Go to the gym
measurable: 3 times a week
time_bound: 2026-01-05 to 2026-12-31
---
== content/goals/faster-five-k.md ==
---
title: Run 5 km faster
measurable: from 36:00 to 30:00 minutes
time_bound: 2026-09-07 to 2027-06-30
---
== content/goals/piano.md ==
---
title: Play the piano
measurable: 5 hours a week
time_bound: 2026-01-05 to 2026-12-31
---
== content/goals/move.md ==
---
title: Move to Ghent
time_bound: 2026-01-05 to 2026-12-31
---
== content/goals/thesis.md ==
---
title: Write the thesis
milestones: [Draft, Defence]
---
== content/goals/read-papers.md ==
---
title: Read papers
status: dropped
measurable: 50 papers
---
== content/journal/2026-W46.md ==
---
progress:
  gym: 3
---
"""
WEEK = "content/journal/2026-W47.md"
FRIDAY = "2026-11-20"

Log = Callable[..., int]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, JOURNAL)
    return tmp_path


def write(root: Path, journal: str) -> None:
    for path, data in files_of(journal).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


@pytest.fixture
def entry(here: Path) -> Path:
    (here / WEEK).write_text("---\nprogress:\n  weight: 82\n---\nWords.\n", encoding="utf-8")
    return here / WEEK


def log(*words: str) -> int:
    return main(("log", *words, "--today", FRIDAY))


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_one_more_with_a_word_on_it(entry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert log("read-24-books", "+1", "the one about eels") == 0
    line = "  read-24-books: {value: +1, note: the one about eels}"
    assert text(entry) == f"---\nprogress:\n  weight: 82\n{line}\n---\nWords.\n"
    printed = capsys.readouterr().out.splitlines()
    assert printed[:2] == [WEEK, f"+{line}"]
    assert printed[2].endswith("off track  Read 24 books")
    assert printed[3].startswith("1 of 24 books with 6 weeks left; needs 3.93 a week")


def test_a_week_without_an_entry_gets_the_one_that_new_week_writes(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("new", "week", "--today", FRIDAY)) == 0
    pre_filled = text(here / WEEK)
    (here / WEEK).unlink()
    capsys.readouterr()
    assert log("gym") == 0
    assert f"{WEEK} (new)" in capsys.readouterr().out
    (line,) = (line for line in pre_filled.split("\n") if line.startswith("  gym:") and "3" in line)
    made = line.replace("gym:  ", "gym: 1")
    assert text(here / WEEK) == pre_filled.replace(line, made)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("gym",), "gym: 1"),
        (("gym", "--note", "leg day"), "gym: {value: 1, note: leg day}"),
        (("gym", "two"), "gym: two"),
        (("gym", "2", "with Ana"), "gym: {value: 2, note: with Ana}"),
        (("move",), "move: yes"),
        (("move", "no"), "move: no"),
        (("weight", "=81.4"), "weight: =81.4"),
        (("weight", "81.4", "kg"), "weight: 81.4 kg"),
        (("weight", "81.4 kg", "at last"), "weight: {value: 81.4 kg, note: at last}"),
        (("faster-five-k", "33:13"), "faster-five-k: 33:13"),
        (("piano", "90 min"), "piano: 90 min"),
        (("piano", "1", "h", "30", "min", "scales"), "piano: {value: 1 h 30 min, note: scales}"),
        (("[[weight]]", "81"), "weight: 81"),
        (("content/goals/weight.md", "81"), "weight: 81"),
        (("Read 24 books", "1"), "read-24-books: 1"),
        (("read", "1"), "read-24-books: 1"),
        (("novels", "1"), "read-24-books: 1"),
        (("books", "1"), "read-24-books: 1"),
        (("ghent",), "move: yes"),
        (("read-papers", "2"), "read-papers: 2"),
        (("--hours", "read", "1.5"), "read-24-books: 1.5"),
        (("--confidence", "weight", "8"), "weight: 8"),
        (("--skip", "gym", "flu"), "gym: flu"),
        (("gym", "--mood", "4", "--energy", "3"), "energy: 3"),
    ],
)
def test_goals_and_numbers_as_they_are_typed(
    entry: Path, words: tuple[str, ...], line: str
) -> None:
    assert log(*words) == 0
    assert line in [one.strip() for one in text(entry).split("\n")]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "say what to log"),
        (("weight",), 2, "weight asks for a number (in kg)"),
        (("faster",), 2, "faster-five-k asks for a number (as m:ss)"),
        (("weight", "lighter"), 2, "write: milepost log weight NUMBER --note lighter"),
        (("piano",), 2, "write it behind the goal: milepost log piano NUMBER"),
        (("weight", "81,4"), 1, "write a point for tenths (`81.4`)"),
        (("read", "30 pages"), 2, "“pages” behind 30 may belong to it, or be a note on it"),
        (("gym", "2,", "weight", "81"), 2, "write: milepost log gym 2, and a line for the next"),
        (("wieght", "81"), 2, "did you mean weight?"),
        (("swim", "1"), 2, "see all goals with: milepost status --all"),
        (("thesis", "1"), 2, "mark a step in content/goals/thesis.md"),
        (("gym", "--mood", "7"), 1, "`mood` runs from 1 to 5, and this is 7"),
        (("gym", "--date", "2026-11-21"), 2, "2026-11-21 is still ahead"),
        (("gym", "--date", "2026-W48"), 2, "2026-W48 is still ahead"),
        (("gym", "--date", "soon"), 2, "write: --date 2026-11-19 (or yesterday, or monday"),
    ],
)
def test_what_is_refused_and_leaves_the_file_alone(
    entry: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, said: str
) -> None:
    before = text(entry)
    assert log(*words) == code
    assert said in capsys.readouterr().err
    assert text(entry) == before


GERMAN = """\
== milepost.yaml ==
title: Ein Jahr
language: de
== content/goals/buch.md ==
---
title: Ein Buch veröffentlichen
measurable: ja oder nein
---
== content/goals/sport.md ==
---
title: Sport
measurable: 3 times a week
---
== content/goals/lesen.md ==
---
title: Lesen
measurable: 24 Bücher
---
== content/goals/zeit.md ==
---
title: Klavier
measurable: 40 hours
---
== content/goals/geld.md ==
---
title: Sparen
measurable: 9000 €
---
== content/goals/lauf.md ==
---
title: Laufen
measurable: 1500 km
---
== content/goals/schulden.md ==
---
title: Aus den Schulden
measurable: from -9 to 5 Punkte
---
== content/journal/2026-W47.md ==
---
progress: {}
---
"""


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, GERMAN)
    return tmp_path / WEEK


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("buch nein", "buch: nein"),
        ("buch Ja", "buch: Ja"),
        ("buch ja endlich", "buch: {value: ja, note: endlich}"),
        ("buch ja 3 Jahre zu spät", "buch: {value: ja, note: 3 Jahre zu spät}"),
        ("sport nein", "sport: nein"),
        ("sport nein krank", "sport: {value: nein, note: krank}"),
        ("sport 2 mal", "sport: 2 mal"),
        ("sport '2 Einheiten'", "sport: 2 Einheiten"),
        ("lesen 2 Bücher", "lesen: 2 Bücher"),
        ("lesen 3 mit Ana", "lesen: {value: 3, note: mit Ana}"),
        ("lesen 3 'leichte Kost'", "lesen: {value: 3, note: leichte Kost}"),
        ("lesen 3, leichte Kost", "lesen: {value: 3, note: leichte Kost}"),
        ("lesen 3 - leichte Kost", "lesen: {value: 3, note: leichte Kost}"),
        ("lesen 3 (leichte Kost)", 'lesen: {value: 3, note: "(leichte Kost)"}'),
        ("lesen 3 --note '5 Seiten'", "lesen: {value: 3, note: 5 Seiten}"),
        ("lesen --note Seiten", "lesen: {value: 1, note: Seiten}"),
        ("lesen 1½", "lesen: 1½"),
        ("zeit 90 min Klavier", "zeit: {value: 90 min, note: Klavier}"),
        ("zeit 1,5 h Klavier", "zeit: {value: 1.5 h, note: Klavier}"),
        ("geld 1.234 €", "geld: 1234 €"),
        ("geld '1.234 €'", "geld: 1234 €"),
        ("schulden -3,5", "schulden: -3.5"),
        ("schulden -3.5", "schulden: -3.5"),
        ("schulden -½", "schulden: -½"),
    ],
)
def test_words_behind_a_goal_are_a_value_and_what_cannot_belong_to_it_is_a_note(
    german: Path, line: str, written: str
) -> None:
    assert log(*shlex.split(line)) == 0
    (was,) = (one for one in text(german).split("\n") if line.split()[0] in one)
    assert was.removeprefix("progress: {").strip() == written or f"{{{written}}}" in was


@pytest.mark.parametrize(
    ("line", "remedies"),
    [
        ("buch nope", ["buch yes --note nope", "buch no --note nope"]),
        ("buch not yet", ['buch yes --note "not yet"', 'buch no --note "not yet"']),
        ("sport zweimal", ["sport 2"]),
        (
            "sport 'leichte Beine'",
            ['sport 1 --note "leichte Beine"', 'sport 0 --note "leichte Beine"'],
        ),
        ("sport 10 Kniebeugen", ["sport 10 --note Kniebeugen", "sport 10"]),
        ("lesen zwei", ["lesen 2"]),
        ("buch ja nein", ["buch ja --note nein", "buch ja"]),
        ("sport ja 3", ["sport ja --note 3", "sport ja"]),
        ("sport ja zwei", ["sport ja --note zwei", "sport ja"]),
        ("lesen =zwei", ["lesen =2"]),
        ("lesen zwei im Zug", ['lesen 2 --note "im Zug"']),
        ("lesen nope", ["lesen 1 --note nope", "lesen 0 --note nope"]),
        ("zeit 90 Minuten", ["zeit 90 --note Minuten", 'zeit "1.5 hours"']),
        ("zeit 90 Min.", ["zeit 90 --note Min.", 'zeit "1.5 hours"']),
        ("zeit '90 Minuten'", ["zeit 90 --note Minuten", 'zeit "1.5 hours"']),
        ("lesen 50 Seiten", ["lesen 50 --note Seiten", 'lesen "50 Bücher"']),
        ("lesen 50 'Seiten aus Dune'", ['lesen 50 --note "Seiten aus Dune"', 'lesen "50 Bücher"']),
        ("lesen 3 leichte Kost", ['lesen 3 --note "leichte Kost"', 'lesen "3 Bücher"']),
        ("lesen 3, 5 Seiten", ['lesen 3 --note "5 Seiten"', 'lesen "3 Bücher"']),
        ("lesen 3 - 5", ['lesen 3 "--note=- 5"', 'lesen "3 Bücher"']),
        ("lesen 3 Bücher 500 Seiten", ['lesen "3 Bücher" --note "500 Seiten"', 'lesen "3 Bücher"']),
        ("lesen 1 ½", ['lesen 1 --note "½"', 'lesen "1½"']),
        ("lesen 2 von 3", ['lesen 2 --note "von 3"', 'lesen "2 Bücher"']),
        ("geld 50 Dollar", ["geld 50 --note Dollar", 'geld "50 €"']),
        ("lauf 5 Meilen", ["lauf 5 --note Meilen", 'lauf "5 km"']),
        ("lauf 5 'Meilen am Fluss'", ['lauf 5 --note "Meilen am Fluss"', 'lauf "5 km"']),
    ],
)
def test_what_could_belong_to_the_number_is_not_written_and_each_way_to_say_it_is_told(
    german: Path, capsys: pytest.CaptureFixture[str], line: str, remedies: list[str]
) -> None:
    before = text(german)
    assert log(*shlex.split(line)) == 2
    assert text(german) == before
    told = capsys.readouterr().err.splitlines()[1]
    said = re.findall(r"milepost log (.+?)(?=, or:|;|$)", told)
    assert said == remedies
    for remedy in remedies:
        german.write_text(before, encoding="utf-8")
        assert log(*shlex.split(remedy)) == 0


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("lauf 1.500", "write `1500`, or `1.5` for tenths"),
        ("lauf 1.500 m", "write `1500 m`, or `1.5 m` for tenths"),
        ("lauf 1.500 am Fluss", "write `1500`, or `1.5` for tenths"),
        ("buch 1", "write `yes` or `no` here"),
    ],
)
def test_what_is_wrong_with_a_number_is_told_as_of_one_in_an_entry(
    german: Path, capsys: pytest.CaptureFixture[str], line: str, remedy: str
) -> None:
    before = text(german)
    assert log(*shlex.split(line)) == 1
    assert remedy in capsys.readouterr().err
    assert text(german) == before


_SHELL_WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "1 2 90 ½ 1/2 1,5 1.234 =5 -3,5 zwei two nein ja no Minuten min h € km m Seiten Bücher x "
        "mal mit Ana , -",
    )
)


@given(st.lists(_SHELL_WORDS, min_size=1, max_size=5), st.data())
def test_however_the_shell_parts_a_line_it_says_one_number(
    words: list[str], data: st.DataObject
) -> None:
    goals = load(files_of(GERMAN)).journal.goals
    goal = data.draw(st.sampled_from(goals))
    read = Behind(goal, measure_of(goal, False), goals, pointed).read
    one, parted = (_read_or_none(read, line) for line in ([" ".join(words)], words))
    if one is not None and parted is not None:
        assert _number_of(one[0], goal) == _number_of(parted[0], goal)


def _number_of(text: str, goal: Goal) -> tuple[float, Mode | None] | None:
    """What a number comes to for a goal, and how; None where it is none."""
    read = parse_advance(text)
    if not isinstance(read, Advance) or read.value is None:
        return None
    value = value_for(read.value, goal)
    return None if isinstance(value, Misread) else (value, read.value.mode)


def _read_or_none(
    read: Callable[[list[str]], tuple[str, str]], line: list[str]
) -> tuple[str, str] | None:
    """The number and the note of a line; None where it is refused."""
    try:
        return read(line)
    except Stop:
        return None


def test_a_remedy_keeps_the_signs_of_the_number(
    german: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert log("lauf", "=1.500!") == 1
    assert "write `=1500!`, or `=1.5!` for tenths" in capsys.readouterr().err
    assert log("lauf", "=1500!") == 0
    assert "lauf: =1500!" in text(german)


def test_a_note_is_on_a_number(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert log("--hours", "zeit", "1", "--note", "scales") == 2
    assert "write: milepost log GOAL 1 --note WORDS" in capsys.readouterr().err
    assert "zeit" not in text(german)


def test_a_name_of_two_goals_is_asked_about(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "== content/goals/read-poems.md ==\nRead poems.\n")
    assert log("read", "1") == 2
    assert "“read” may be read-24-books, read-poems" in capsys.readouterr().err
    assert log("read-p") == 0


def test_in_a_terminal_it_asks(entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(("yes", "81.4"))
    for module in ("chosen", "saying"):
        monkeypatch.setattr(f"milepost.cli.{module}.may_ask", lambda: True)
        monkeypatch.setattr(f"milepost.cli.{module}.answer_to", lambda _: next(answers))
    assert "yes" in asking.YES
    assert log("wieght") == 0
    assert "weight: 81.4" in text(entry)


@pytest.mark.usefixtures("entry")
def test_a_level_says_what_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    assert log("weight", "81.4") == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[:3] == [WEEK, "-  weight: 82", "+  weight: 81.4"]
    assert "The progress of weight was 82 before." in printed.err


def test_a_count_twice_is_two(entry: Path) -> None:
    assert [log("gym"), log("gym")] == [0, 0]
    assert "gym: 2\n" in text(entry)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("yesterday", "2026-W47"),
        ("monday", "2026-W47"),
        ("Sunday", "2026-W46"),
        ("last friday", "2026-W46"),
        ("last week", "2026-W46"),
        ("2026-11-13", "2026-W46"),
        ("13 November 2026", "2026-W46"),
        ("W45", "2026-W45"),
        ("2026-W45", "2026-W45"),
    ],
)
def test_the_day_decides_the_week(here: Path, said: str, name: str) -> None:
    before = text(here / "content/journal/2026-W46.md")
    assert log("weight", "81", "--date", said) == 0
    assert "  weight: 81" in text(here / f"content/journal/{name}.md")
    assert (text(here / "content/journal/2026-W46.md") == before) is (name != "2026-W46")


def test_a_journal_of_days_gets_an_entry_of_the_day_beside_the_others(here: Path) -> None:
    day = "---\nprogress: {gym: 1}\n---\n"
    for name in ("2026/10/2026-10-30", "2026/11/2026-11-18", "2026/11/2026-11-19"):
        write(here, f"== content/journal/{name}.md ==\n{day}")
    assert log("gym", "--date", "2026-11-01") == 0
    made = here / "content/journal/2026/11/2026-11-01.md"
    assert text(made) == "---\ndate: 2026-11-01\nprogress:\n  gym: 1\n---\n"
    assert log("gym", "--date", "yesterday") == 0
    assert "{gym: 2}" in text(here / "content/journal/2026/11/2026-11-19.md")
    assert log("weight", "81", "--date", "2026-W46") == 0
    assert "weight: 81" in text(here / "content/journal/2026-W46.md")


def test_the_journal_may_be_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "gym").mkdir()
    assert log("gym") == 0  # a folder of that name is no journal
    monkeypatch.chdir(here / "gym")
    assert log("..", "gym") == 0
    assert log("gym", "--journal", str(here)) == 0
    assert "  gym: 3 " in text(here / WEEK)


@pytest.mark.usefixtures("here")
def test_what_looks_like_a_slip_is_told_and_written(capsys: pytest.CaptureFixture[str]) -> None:
    for week in range(38, 46):
        assert log("weight", f"81.{week}", "--date", f"2026-W{week}") == 0
    capsys.readouterr()
    assert log("weight", "8.14") == 0
    assert "write `=8.14!` if it is right" in capsys.readouterr().err
    assert log("weight", "=8.14!") == 0
    assert "if it is right" not in capsys.readouterr().err


def test_a_rule_that_is_an_error_here_keeps_it_from_being_written(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for week in range(38, 46):
        assert log("weight", f"81.{week}", "--date", f"2026-W{week}") == 0
    (here / "milepost.yaml").write_text("check: {error: [J201]}\n", encoding="utf-8")
    assert log("weight", "8.14") == 1
    assert "nothing was written: 8.14 kg lies far from" in capsys.readouterr().err
    assert not (here / WEEK).exists()


def test_a_file_that_is_no_entry_is_left_alone(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / WEEK).write_bytes(b"+++\nmood = 3\n+++\n")
    assert log("gym") == 1
    assert "is TOML" in capsys.readouterr().err
    (here / WEEK).write_bytes("Wörter".encode("latin-1"))
    assert log("gym") == 1
    assert "is not UTF-8" in capsys.readouterr().err
    assert (here / WEEK).read_bytes() == "Wörter".encode("latin-1")


def test_a_number_that_states_is_proposed_with_its_sign(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert log("weight", "=1.500") == 1
    assert "write `=1500`, or `=1.5` for tenths" in capsys.readouterr().err
    assert not (here / WEEK).exists()


def test_beside_a_number_that_a_comma_cut_nothing_is_written(
    entry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = "---\nprogress: {read-24-books: 1,5}\n---\nWords.\n"
    entry.write_text(before, encoding="utf-8")
    assert log("read-24-books", "+1") == 1
    assert "“1,5” stands there already and cannot be read" in capsys.readouterr().err
    assert text(entry) == before


def test_a_comma_before_tenths_is_read_in_the_language_of_the_journal(
    here: Path, entry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert log("weight", "81,4") != 0
    assert "could mean tenths or thousands" in capsys.readouterr().err
    (here / "milepost.yaml").write_text("title: Ein Jahr\nlanguage: de\n", encoding="utf-8")
    assert log("weight", "81,4", "nach 1,5 h", "--hours", "piano", "1,5") == 0
    assert 'weight: {value: 81.4, note: "nach 1,5 h"}' in text(entry)
    assert "piano: 1.5" in text(entry)
    entry.write_text("---\nhours:\n  piano: 1,5\n---\nWords.\n", encoding="utf-8")
    assert log("--hours", "piano", "2,25") == 0
    assert "piano: 3.75" in text(entry)


@pytest.mark.parametrize("goal", ["lesen", "geld", "lauf"])
def test_the_comment_beside_a_number_prints_numbers_as_the_terminal_does(
    german: Path, capsys: pytest.CaptureFixture[str], goal: str
) -> None:
    path = german.parents[1] / f"goals/{goal}.md"
    window = "time_bound: 2026-01-05 to 2026-12-31\n---"
    path.write_text(text(path).removesuffix("---\n") + window, encoding="utf-8")
    assert log(goal, "1", "--date", "2026-W46") == 0
    german.unlink()
    assert main(("new", "week", "--today", FRIDAY)) == 0
    (comment,) = (one for one in text(german).split("\n") if f"{goal}:" in one and "nötig" in one)
    capsys.readouterr()
    assert main(("status", goal, "--today", FRIDAY)) == 0
    (needed,) = re.findall(r"nötig: ([\d.,]+)", comment)
    assert f"nötig: {needed}" in " ".join(capsys.readouterr().out.split())
