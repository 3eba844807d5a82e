"""What `milepost new` writes speaks the journal's language, and is read as the English is."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from milepost.cli import main
from milepost.journal.documents import read_goal, take_apart
from milepost.journal.folder import Assets, Folder
from milepost.journal.load import load
from milepost.journal.model import Goal, Record
from milepost.journal.record_kinds import FAMILIES
from milepost.journal.records import gathered
from milepost.journal.words import Visibility
from milepost.pipeline import findings_of, opened_from
from milepost.scaffold import new_goal, new_journal
from milepost.scaffold.files import texts_in_tongues
from milepost.scaffold.templates import filled_goal, templates
from milepost.scaffold.tongues import in_tongue, words_of
from milepost.voice.records import invitation
from milepost.voice.voice import Voice

TODAY = date(2026, 11, 22)
GERMAN = Voice("de", " ", typed=True)
LANGUAGES = ("en", "de", "de-CH", "fr")
"""One with its own words for everything, two with those of German, one without a catalogue."""
ENGLISH_WORDS = re.compile(r"\b(the|and|of|what|which|with|is|are|you|your|for|how|have)\b")


def codes(files: dict[str, str]) -> list[str]:
    """The codes of all findings in a journal of these files."""
    data = {path: text.encode() for path, text in files.items()}
    opened = opened_from(Path("my"), Folder(data, Assets(Path("my"), ()), ()))
    return sorted(found.code for found in findings_of(opened, TODAY, every=True))


def journal(language: str) -> dict[str, str]:
    return new_journal("Mine", TODAY, language=language)


def goal_of(name: str, language: str, answers: dict[str, str]) -> tuple[str, str]:
    template = templates(language)[name]
    said = {blank.name: blank.read(answers[blank.name]) for blank in template.asked}
    words = {key: value for key, value in said.items() if isinstance(value, str)}
    return filled_goal(template, words, TODAY, template.due(TODAY))


def answers_to(name: str) -> dict[str, str]:
    """The same answers in each language: the English defaults, and a word where there is none."""
    return {one.name: one.default or "QGIS" for one in templates()[name].asked}


def read(text: str, language: str) -> Goal:
    sheet = take_apart("content/goals/a.md", text.encode())
    return read_goal(sheet, Visibility.PRIVATE, language)[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(templates()))
def test_a_template_in_each_language_is_read_as_in_english(name: str, language: str) -> None:
    answers, settings = answers_to(name), f"title: Mine\nlanguage: {language}\n"
    path, text = goal_of(name, language, answers)
    _, english = goal_of(name, "en", answers)
    before = codes({"milepost.yaml": settings})
    found = codes({"milepost.yaml": settings, f"content/{path}": text})
    same = codes({"milepost.yaml": "title: Mine\n", "content/goals/a.md": english})
    assert found == same == before
    mine, theirs = read(text, language), read(english, "en")
    assert mine.measurable
    assert theirs.measurable
    for part in ("kind", "from_", "to", "per"):
        assert getattr(mine.measurable, part) == getattr(theirs.measurable, part)
    for effort in ("hours_per_week", "confidence"):
        assert getattr(mine.achievable, effort) == getattr(theirs.achievable, effort)
    assert mine.time_bound == theirs.time_bound
    steps = [(step.due, step.value, step.weight) for step in theirs.milestones]
    assert [(step.due, step.value, step.weight) for step in mine.milestones] == steps
    assert all(one.if_ and one.then for one in mine.obstacles)
    assert len(mine.obstacles) == len(theirs.obstacles)
    assert text.count("- [ ] ") == english.count("- [ ] ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_journal_in_each_language_says_as_little_as_the_english_one(language: str) -> None:
    assert codes(journal(language)) == codes(journal(""))
    path, text = new_goal("Row", TODAY, Voice(language, " ", typed=True))
    _, english = new_goal("Row", TODAY)
    told = codes({**journal(language), f"content/{path}": text})
    theirs = codes({**journal(""), f"content/{path}": english})
    wordings = {"M101", "S106"} if language != "en" else set()  # the judge of words is English
    assert told == [code for code in theirs if code not in wordings]


def test_a_new_journal_in_german_has_a_goal_in_german_and_its_first_week() -> None:
    files = journal("de")
    assert "language: de     " in files["milepost.yaml"]
    assert "title: 12 Bücher lesen\n" in files["content/goals/12-bücher-lesen.md"]
    week = files["content/journal/2026-W47.md"]
    assert "  12-bücher-lesen: 0        # wie viele in dieser Woche\n" in week
    assert "\n## Fortschritt\n" in week
    assert "areas: [Beruf, Lernen]      # die Bereiche" in files["content/profile.md"]
    assert "# language: en                          # " in journal("")["milepost.yaml"]
    assert "content/goals/read-12-books.md" in journal("")


@pytest.mark.parametrize(("name", "text"), [*texts_in_tongues()], ids=lambda one: one[:30])
def test_each_text_is_german_in_all_its_words(name: str, text: str) -> None:
    """And English gives it back sign for sign."""
    assert in_tongue(text, Voice("en")) == text
    said = in_tongue(text, GERMAN)
    assert said.count("\n") == text.count("\n")
    words = [*words_of(text)]
    assert words, name
    assert not [
        one
        for one in words_of(said)
        if ENGLISH_WORDS.search(one) and not re.search(r"from|at (most|least)", one)
    ]
    keys = re.compile(r"^(?:# )?[a-z_$]+:", re.M)
    assert keys.findall(said) == keys.findall(text)


def test_a_note_keeps_its_column_where_the_line_leaves_room_for_it() -> None:
    text = "area: learning      # a key\nareas: [career, learning] # x\nmood: 4   # 1 to 5"
    assert in_tongue(text, GERMAN) == (
        "area: Lernen        # a key\nareas: [Beruf, Lernen]    # x\nmood: 4   # 1 bis 5"
    )


def test_an_area_that_the_journal_does_not_have_is_left_open_in_german() -> None:
    template = templates("de")["savings"]
    _, text = filled_goal(template, {}, TODAY, TODAY, ["Beruf"])
    assert "area:                       # der Bereich deines Lebens" in text
    assert "etwa Geld\n" in text
    _, text = filled_goal(template, {}, TODAY, TODAY, ["Geld"])
    assert "area: Geld\n" in text


@pytest.mark.parametrize("family", FAMILIES)
def test_what_begins_a_record_is_read_alike_in_both(family: str) -> None:
    """Its page shows three lines to begin with, in the language of the page."""
    begun = {}
    for language in ("en", "de"):
        text = invitation(Voice(language), family)
        files = {"milepost.yaml": f"language: {language}\n", "content/journal/2026-W47.md": text}
        loaded = load({path: text.encode() for path, text in files.items()})
        (record,) = gathered(loaded.journal)
        keys = (name for name, value in vars_of(record).items() if value and name in OF_RECORDS)
        begun[language] = (record.family, record.kind, record.day, set(keys))
        assert not loaded.findings
    assert begun["de"] == begun["en"]


OF_RECORDS = {"because", "change", "plan", "hours", "money", "next_", "thanked", "from_", "about"}


def vars_of(record: Record) -> dict[str, object]:
    return {field.name: getattr(record, field.name) for field in fields(record)}


# --- the command ----------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command on 22 November 2026; answers are those of a person at a terminal."""
    monkeypatch.chdir(tmp_path)

    def command(*words: str, answers: tuple[str, ...] | None = None) -> tuple[int, str, str]:
        lines = "".join(f"{one}\n" for one in answers or ())
        monkeypatch.setattr("sys.stdin", io.StringIO(lines) if answers is None else Terminal(lines))
        try:
            code = main([*words, "--today", f"{TODAY}"])
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return code, printed.out.replace("\\", "/"), printed.err.replace("\\", "/")

    return command


def test_a_journal_is_begun_in_german(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("new", "journal", "tagebuch", "--language", "de", "--obsidian")[0] == 0
    monkeypatch.chdir("tagebuch")
    assert "was genau, und wozu" in Path("templates/goal.md").read_text("utf-8")
    assert "## Fortschritt" in Path("templates/week.md").read_text("utf-8")
    assert "was genau, und wozu" in Path(".vscode/milepost.code-snippets").read_text("utf-8")
    assert "title: Meine Meilensteine\n" in Path("milepost.yaml").read_text("utf-8")
    assert run("check")[0] == 0
    _, listed, _ = run("new", "goal", "--list")
    assert "savings               Geld zurücklegen, jeden Monat am Konto abgelesen\n" in listed
    _, path, _ = run("new", "goal", "Rudern")
    assert "Warum das, warum jetzt?" in Path(path.strip()).read_text("utf-8")


def test_a_language_that_there_is_not_is_asked_about(run: Run) -> None:
    code, _, err = run("new", "journal", "tagebuch", "--language", "deutsch")
    assert code == 2
    assert "no language is called “deutsch”" in err
    assert "write: --language de" in err
    assert not Path("tagebuch").exists()
    code, _, err = run("new", "goal", "Row", "--language", "de")
    assert (code, "--language says nothing of a goal" in err) == (2, True)


def test_a_template_asks_in_german_and_reads_the_comma_of_its_answers(run: Run) -> None:
    Path("milepost.yaml").write_text("language: de\n", encoding="utf-8")
    answers = ("1,5", "12,25", "", "2027-02-14")
    _, path, err = run("new", "goal", "--template", "fitness", answers=answers)
    assert "Wie viele Minuten kannst du heute ohne Pause laufen? (5)" in err
    assert "Bis wann? (2027-02-14)" in err
    assert path == "content/goals/12-25-minuten-ohne-pause-laufen.md\n"
    text = Path(path.strip()).read_text("utf-8")
    assert "title: 12,25 Minuten ohne Pause laufen\n" in text
    goal = read(text, "de")
    assert goal.measurable
    assert (goal.measurable.from_, goal.measurable.to) == (1.5, 12.25)
    assert [step.value for step in goal.milestones] == [4.2, 6.9, 9.6]
    _, _, err = run("new", "goal", "--template", "certificate")
    assert "Noch auszufüllen, wo [certificate] steht: Welches Zertifikat" in err
    assert "Wie die Vorlage es hat, und du kannst es ändern: questions 600, hours 4" in err
    assert run("check")[0] == 0
