"""Templates: model goals that check clean once filled, and say what is still to be filled."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milepost.addresses import STEERING
from milepost.cli import main
from milepost.findings import Finding, Severity
from milepost.journal.documents import read_goal, take_apart
from milepost.journal.folder import Assets, Folder
from milepost.journal.model import Goal
from milepost.journal.words import Kind, Visibility
from milepost.pipeline import findings_of, opened_from
from milepost.scaffold import new_journal
from milepost.scaffold.templates import SHORTEST, Template, filled_goal, templates

TODAY = date(2026, 11, 22)
DAY = ("--today", "2026-11-22")
DAYS = [date(2027, 1, 1), date(2028, 2, 29), date(2026, 12, 31), date(2026, 11, 22)]
"""The first day of a year, a leap day, the last day of a year, a Sunday."""
FRESH = ("career", "learning")
"""The areas of life in the profile of a new journal."""
NAMES = sorted(templates())
MANUAL = Path(__file__).parents[1] / "docs" / "templates.md"
PERIODIC = {"habit", "limit", "average"}

Ran = tuple[int, str, str]
Run = Callable[..., Ran]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command in a journal that was just made; answers are those of a person at a terminal."""
    for path, text in new_journal("Mine", TODAY).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(*words: str, answers: tuple[str, ...] | None = None) -> Ran:
        lines = "".join(f"{one}\n" for one in answers or ())
        monkeypatch.setattr("sys.stdin", io.StringIO(lines) if answers is None else Terminal(lines))
        try:
            code = main([*words, *DAY])
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return code, printed.out.replace("\\", "/"), printed.err.replace("\\", "/")

    return command


def examples(template: Template) -> dict[str, str]:
    """An answer to each question that has no default: the example that it ends with."""
    said = {}
    for blank in template.asked:
        if not blank.default:
            example = re.search(r" \(as: (.+)\)$", blank.question)
            assert example, blank.question
            said[blank.name] = example[1]
    return said


def found(files: Mapping[str, str], day: date) -> tuple[Finding, ...]:
    """Everything that is said of a journal of these files."""
    data = {path: text.encode() for path, text in files.items()}
    return findings_of(opened_from(Path("my"), Folder(data, Assets(Path("my"), ()), ())), day)


def read(path: str, text: str) -> Goal:
    goal, _ = read_goal(take_apart(f"content/{path}", text.encode()), Visibility.PRIVATE)
    return goal


def _numbered(goal: Goal) -> bool:
    """Whether entries give it numbers, and it is not counted by what stands in its own file."""
    return bool(goal.measurable and goal.measurable.kind not in {Kind.MILESTONES, Kind.TASKS})


def lines(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.place.path}:{one.place.line} {one.code} {one.message}" for one in findings]


# --- the goals that come of them ------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_filled_template_gets_no_finding_in_a_new_journal(name: str) -> None:
    template = templates()[name]
    for day in DAYS:
        files = new_journal("Mine", day)
        for due in (template.due(day), day + timedelta(days=SHORTEST)):
            path, text = filled_goal(template, examples(template), day, due, FRESH)
            assert lines(found({**files, f"content/{path}": text}, day)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_filled_template_gets_no_finding_where_no_area_is_named(name: str) -> None:
    template, day = templates()[name], DAYS[0]
    files = {"milepost.yaml": "title: Mine\n"}
    path, text = filled_goal(template, examples(template), day, template.due(day))
    assert lines(found({**files, f"content/{path}": text}, day)) == []
    assert read(path, text).area


def test_each_measure_reads_as_the_manual_says() -> None:
    rows = re.findall(
        r"^\| `([\w-]+)` \| ([^|]+) \| (\w+) \| ([^|]+) \| ([^|]+) \|$", _manual(), re.M
    )
    assert [row[0] for row in rows] == NAMES
    for name, about, kind, blanks, takes in rows:
        template = templates()[name]
        goal = read(*filled_goal(template, {}, TODAY, template.due(TODAY)))
        assert goal.measurable
        assert goal.measurable.kind.value == kind
        assert re.findall(r"`(\w+)`", blanks) == [blank.name for blank in template.asked]
        end = f", to the end of the {template.end}" if template.end else ""
        assert takes == f"{template.weeks} weeks{end}"
        assert template.about.startswith(about)


def test_the_measures_are_of_many_kinds() -> None:
    goals = [read(*filled_goal(one, {}, TODAY, one.due(TODAY))) for one in templates().values()]
    kinds = {goal.measurable.kind.value for goal in goals if goal.measurable}
    assert kinds >= {"count", "level", "habit", "limit", "average", "milestones", "tasks"}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_has_all_that_a_goal_should_have(name: str) -> None:
    template = templates()[name]
    path, text = filled_goal(template, examples(template), TODAY, template.due(TODAY))
    goal = read(path, text)
    assert goal.visibility is Visibility.PRIVATE
    assert goal.specific
    assert goal.relevant.because
    assert goal.achievable.hours_per_week
    assert goal.achievable.confidence
    assert len(goal.milestones) >= 3
    assert not any(step.done for step in goal.milestones)
    assert len(goal.obstacles) >= 2
    assert all(one.if_ and one.then for one in goal.obstacles)
    assert goal.support
    assert ("\nThe number of a week is " in text) == _numbered(goal)
    week = text.partition("\n## First week\n\n")[2].partition("\n\n")[0].strip().split("\n")
    assert len(week) >= 3
    assert all(line.startswith("- [ ] ") for line in week)


@pytest.mark.parametrize("name", NAMES)
def test_on_every_day_the_steps_lie_on_the_way_and_near_enough_together(name: str) -> None:
    template = templates()[name]
    for ahead in range(366 * 2):
        day = date(2027, 1, 1) + timedelta(days=ahead)
        due = template.due(day)
        text = filled_goal(template, {}, day, due)[1]
        assert f"\ntime_bound: {day} to {due}\n" in text
        steps = [date.fromisoformat(one) for one in re.findall(r'^  - "?(\d{4}-\S+) ', text, re.M)]
        ways = [day, *steps, due]
        assert ways == sorted(ways)
        kind = read("goals/x.md", text).measurable if ahead == 0 else None
        if kind is not None:
            periodic = kind.kind.value in PERIODIC
        assert periodic or max((last - first).days for first, last in pairwise(ways)) <= 90


DUE = [
    # today, 26 weeks later, to the end of the quarter
    (date(2027, 1, 1), date(2027, 9, 30)),
    (date(2028, 2, 29), date(2028, 9, 30)),
    (date(2026, 12, 31), date(2027, 9, 30)),
    (date(2027, 4, 1), date(2027, 9, 30)),
    (date(2027, 4, 2), date(2027, 12, 31)),
]


@pytest.mark.parametrize(("day", "due"), DUE)
def test_the_due_day_follows_from_the_day(day: date, due: date) -> None:
    assert templates()["network"].due(day) == due


def test_the_numbers_on_the_way_follow_from_the_persons_own() -> None:
    savings, day = templates()["savings"], date(2027, 1, 1)

    def steps(now: str, goal: str) -> list[float | None]:
        said = examples(savings) | {"now": now, "goal": goal}
        made = read(*filled_goal(savings, said, day, date(2027, 7, 1)))
        return [step.value for step in made.milestones]

    assert steps("300", "1500") == [None, 600, 900, 1200]
    assert steps("0", "10") == [None, 3, 5, 8]
    assert steps("0", "1.5") == [None, 0.4, 0.8, 1.1]
    assert steps("900", "300") == [None, 750, 600, 450]
    assert steps("-400", "0") == [None, -300, -200, -100]


# --- gaps -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_each_blank_that_stays_open_is_found_by_check(name: str) -> None:
    template, day = templates()[name], DAYS[0]
    for open_ in examples(template):
        said = {blank: words for blank, words in examples(template).items() if blank != open_}
        path, text = filled_goal(template, said, day, template.due(day), FRESH)
        told = found({**new_journal("Mine", day), f"content/{path}": text}, day)
        assert told
        assert {one.code for one in told} <= {"S204", "F207"}, lines(told)
        assert {one.severity for one in told} == {Severity.WARNING}
        for one in told:
            line = text.split("\n")[one.place.line - 1]
            assert f"[{open_}]" in line or f"<{open_}>" in line
        lost = [row for row in text.partition("\n---\n")[2].split("\n") if f"[{open_}]" in row]
        assert not lost, "the text below is not looked at"


def test_a_gap_is_named_with_its_question(run: Run) -> None:
    code, out, err = run("new", "goal", "--template", "mentoring")
    assert (code, out) == (0, "content/goals/mentoring.md\n")
    assert "it says [person]: With whom will you meet?" in err
    assert "it says [topic]: On what will you work together?" in err
    text = Path("content/goals/mentoring.md").read_text("utf-8")
    assert 'title: "Meet [person] once a month"' in text
    assert "support: <person>" in text or 'support: "<person>"' in text
    found = json.loads(run("check", "mentoring", "--format", "json")[1])
    assert {one["code"] for one in found} == {"S204", "F207"}


def test_a_gap_is_found_in_a_german_journal_too(run: Run) -> None:
    with Path("milepost.yaml").open("a", encoding="utf-8") as file:
        file.write("language: de\n")
    assert run("new", "goal", "--template", "certificate")[0] == 0
    found = json.loads(run("check", "certificate", "--format", "json")[1])
    assert [one["code"] for one in found] == ["S204"]


def test_what_the_template_chose_is_named(run: Run) -> None:
    _, _, err = run("new", "goal", "--template", "certificate", "--set", "certificate=PMP")
    assert err == "As the template has it, and yours to change: questions 600, hours 4\n"
    every = ("--set", "certificate=ITIL", "--set", "questions=100", "--set", "hours=3")
    assert run("new", "goal", "--template", "certificate", *every)[2] == ""


# --- the command ----------------------------------------------------------------------------


def test_the_list_names_all_of_them_in_columns(run: Run) -> None:
    code, out, err = run("new", "goal", "--list")
    assert (code, err) == (0, "")
    rows = [re.fullmatch(r"(\S+)(  +)(\S.*)", line) for line in out.splitlines()]
    assert [row[1] for row in rows if row] == NAMES
    assert len({len(row[1] + row[2]) for row in rows if row}) == 1
    assert run("templates") == run("new", "goal", "--list")


def test_all_of_them_together_make_a_journal_that_builds(run: Run) -> None:
    ids = []
    for name in NAMES:
        said = [f"--set={blank}={words}" for blank, words in examples(templates()[name]).items()]
        code, out, _ = run("new", "goal", "--template", name, *said)
        assert code == 0
        ids.append(Path(out.strip()).stem)
    found = json.loads(run("check", "--format", "json")[1])
    assert {one["code"] for one in found} == {"A202"}, "only that these are many at once"
    assert run("build")[0] == 0
    for id_ in ids:
        assert Path(f"_site/goals/{id_}/index.html").is_file()


def test_a_title_of_ones_own_gives_the_id(run: Run) -> None:
    code, out, err = run(
        "new", "goal", "A canoe: {mine}", "--template", "savings", "--set", "goal=9"
    )
    assert (code, out) == (0, "content/goals/a-canoe-mine.md\n")
    assert "[purpose]" in err
    assert 'title: "A canoe: {mine}"\n' in Path(out.strip()).read_text("utf-8")


def test_blanks_that_only_the_title_had_are_not_asked_for_a_title_of_ones_own(run: Run) -> None:
    every = ("--set", "questions=100", "--set", "hours=3")
    _, out, err = run("new", "goal", "Pass the exam", "--template", "certificate", *every)
    assert (out, err) == ("content/goals/pass-the-exam.md\n", "")


def test_what_only_the_title_would_say_is_told_beside_a_title_of_ones_own(run: Run) -> None:
    said = ("--set", "role=head of bridges")
    _, out, err = run("new", "goal", "Move up by one", "--template", "promotion", *said)
    assert out == "content/goals/move-up-by-one.md\n"
    assert err == "Only the title of the template says role, and yours holds.\n"


@pytest.mark.parametrize("name", ["Work life balance", "WORK-LIFE-BALANCE", " work-life-balance "])
def test_a_template_may_be_called_in_other_letters(run: Run, name: str) -> None:
    assert run("new", "goal", "--template", name)[1] == (
        "content/goals/keep-late-evenings-at-work-to-2-a-week.md\n"
    )


@pytest.mark.parametrize(
    ("name", "near"),
    [("savigns", "savings"), ("job", "job-search"), ("learning", "learning-goal")],
)
def test_a_wrong_name_is_answered_with_the_nearest_and_all(run: Run, name: str, near: str) -> None:
    code, out, err = run("new", "goal", "--template", name)
    assert (code, out) == (2, "")
    assert f"no template is called “{name}”" in err
    assert f"did you mean: milepost new goal --template {near}\n" in err
    assert all(each in err for each in NAMES)


@pytest.mark.parametrize("words", [("--template", "zzz"), ("--template",)])
def test_a_name_that_is_like_none_is_answered_with_the_list(
    run: Run, words: tuple[str, ...]
) -> None:
    code, out, err = run("new", "goal", *words)
    assert (code, out) == (2, "")
    assert all(each in err for each in NAMES)
    assert "see them with: milepost new goal --list" in err


def test_a_file_that_is_there_is_left_as_it_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path("content/goals/save-3000-eur.md")
    path.write_text("---\ntitle: Mine\n---\n", encoding="utf-8")
    before = path.read_bytes()
    code, out, err = run("new", "goal", "--template", "savings")
    assert (code, out, path.read_bytes()) == (1, "", before)
    assert "content/goals/save-3000-eur.md is there already" in err
    code, _, err = run(
        "new", "goal", "Save 3000 EUR", "--template", "savings", answers=("a canoe",)
    )
    assert (code, path.read_bytes()) == (1, before)
    assert "What is the money for?" not in err, "no answer is lost"
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" -c pass')
    assert run("new", "goal", "--template", "savings", "--edit")[0] == 0
    assert path.read_bytes() == before


SLIPS = [
    (("--set", "gaol=3"), "“gaol=3” fills no blank of savings"),
    (("--set", "goal"), "which has purpose, now, goal and currency"),
    (("--set", "goal="), "write: --set "),
    (("--set", "goal=many"), "goal: “many” is not a number"),
    (("--set", "goal=3 kg"), "goal: "),
    (("--by", "tomorrow"), "“tomorrow” names no day: "),
    (("--by", "2026-12-05"), "2026-12-05 is too near: "),
    (("--by", ""), "from 2026-12-06 on"),
]


@pytest.mark.parametrize(("options", "told"), SLIPS)
def test_a_slip_is_told_and_nothing_is_written(
    run: Run, options: tuple[str, ...], told: str
) -> None:
    before = sorted(Path().rglob("*"))
    code, out, err = run("new", "goal", "--template", "savings", *options)
    assert (code, out) == (2, "")
    assert told in err
    assert sorted(Path().rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("2026-12-06", "2026-12-06"),
        ("by the end of June", "2027-06-30"),
        ("12 weeks", "2027-02-14"),
        ("the end of 2027", "2027-12-31"),
        ("2027-Q2", "2027-06-30"),
    ],
)
def test_the_due_day_may_be_said(run: Run, words: str, due: str) -> None:
    _, out, _ = run("new", "goal", "--template", "savings", "--by", words)
    assert f"\ntime_bound: 2026-11-22 to {due}\n" in Path(out.strip()).read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("week", "--list"),
        ("review", "--template", "savings"),
        ("journal", "my", "--set", "a=b"),
        ("my", "--by", "2027-06-30"),
    ],
)
def test_what_is_for_goals_is_told_elsewhere(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run("new", *words)
    assert (code, out) == (2, "")
    assert "says nothing of a" in err


@pytest.mark.parametrize("options", [("--set", "goal=3"), ("--by", "2027-06-30")])
def test_what_is_for_templates_is_told_without_one(run: Run, options: tuple[str, ...]) -> None:
    code, out, err = run("new", "goal", "Save", *options)
    assert (code, out) == (2, "")
    assert f"{options[0]} is for a goal of a template" in err


def test_an_area_is_taken_where_the_journal_has_it(run: Run) -> None:
    _, out, _ = run("new", "goal", "--template", "savings")
    path = Path(out.strip())
    assert (
        "\narea:                       # the part of your life it belongs to, such as money\n"
        in (path.read_text("utf-8"))
    )
    path.unlink()
    Path("content/profile.md").write_text("---\nareas: [Money]\n---\n", encoding="utf-8")
    run("new", "goal", "--template", "savings")
    assert "\narea: money\n" in path.read_text("utf-8")


# --- the talk -------------------------------------------------------------------------------


def test_the_talk_of_the_manual_goes_as_it_says(run: Run) -> None:
    page = _manual()
    talk = page.partition("```text\n")[2].partition("```")[0]
    answers = tuple(line[1:].strip() for line in talk.splitlines() if line.startswith(">"))
    code, out, err = run("new", "goal", "--template", "savings", answers=answers)
    assert code == 0
    asked = [line for line in err.replace("> ", "").splitlines() if line.endswith(")")]
    assert asked == [line for line in talk.splitlines() if line.endswith(")")]
    assert out == talk.splitlines()[-1] + "\n"
    text = Path(out.strip()).read_text("utf-8")
    shown = page.partition("```markdown\n")[2].partition("```")[0]
    assert re.sub(r"\narea: .*", "", shown) in re.sub(r"\narea: .*", "", text)
    assert "\ntime_bound: 2026-11-22 to 2027-06-30\n" in text


def test_enter_takes_what_is_proposed_or_leaves_a_gap(run: Run) -> None:
    code, out, err = run("new", "goal", "--template", "writing", answers=("",) * 4)
    assert (code, out) == (0, "content/goals/writing.md\n")
    text = Path(out.strip()).read_text("utf-8")
    assert "measurable: 30000 words" in text
    assert "[text]" in text
    assert "it says [text]" in err
    assert "As the template has it" not in err, "it was asked"
    again = run("new", "goal", "Mine", "--template", "writing", answers=())
    assert again[:2] == (0, "content/goals/mine.md\n"), "nobody is there any more"


def test_what_cannot_be_read_is_asked_again_with_the_reason(run: Run) -> None:
    answers = ("PMP", "many", "0", "800", "", "yesterday", "2027-03-31")
    code, out, err = run("new", "goal", "--template", "certificate", answers=answers)
    assert (code, out) == (0, "content/goals/earn-the-certificate-pmp.md\n")
    assert "“many” is not a number" in err
    assert "“yesterday” names no day" in err
    assert err.count("How many practice questions") == 3, "a target of 0 can never be reached"
    text = Path(out.strip()).read_text("utf-8")
    assert "measurable: 800 practice questions" in text
    assert "to 2027-03-31\n" in text


def test_what_is_set_is_not_asked(run: Run) -> None:
    said = ("--set", "text=my book", "--by", "2027-06-30")
    _, out, err = run("new", "goal", "--template", "writing", *said, answers=("9000", "2"))
    assert out == "content/goals/finish-the-draft-of-my-book.md\n"
    assert "What will you write" not in err
    assert "By when?" not in err


def test_a_vague_answer_is_asked_about_once(run: Run) -> None:
    tool = ("new", "goal", "--template", "digital-literacy")
    _, out, err = run(*tool, answers=("QGIS", "learn it", "draw a map of our bridges", ""))
    assert "“learn” names a state" in err
    assert "and then draw a map of our bridges" in Path(out.strip()).read_text("utf-8")
    _, out, err = run(*tool, answers=("Inkscape", "learn it", "learn it", ""))
    assert "and then learn it" in Path(out.strip()).read_text("utf-8")
    assert "warning: “learn” names a state" in err


def test_another_title_is_asked_for_where_the_file_is_there_already(run: Run) -> None:
    path = Path("content/goals/meet-imke-once-a-month.md")
    path.write_text("---\n---\n", encoding="utf-8")
    answers = ("Imke", "boats", "", "Meet Imke once a month!", "Learn from Imke")
    _, out, err = run("new", "goal", "--template", "mentoring", answers=answers)
    assert out == "content/goals/learn-from-imke.md\n"
    assert err.count("meet-imke-once-a-month.md is there already; another title") == 2
    text = Path(out.strip()).read_text("utf-8")
    assert "title: Learn from Imke\n" in text
    assert "one question on boats" in text
    refused = run("new", "goal", "--template", "mentoring", answers=("Imke", "boats", "", ""))
    assert refused[:2] == (1, "")
    assert path.read_text("utf-8") == "---\n---\n"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(NAMES), st.data())
def test_whatever_is_said_the_file_can_be_read(name: str, data: st.DataObject) -> None:
    template = templates()[name]
    said = {}
    for blank in template.asked:
        answer = data.draw(
            st.one_of(st.text(max_size=40), st.sampled_from(["12", "-", "[x]", "{a}"]))
        )
        words = blank.read(answer)
        if isinstance(words, str) and words:
            said[blank.name] = words
            assert not STEERING.search(words)
    path, text = filled_goal(template, said, TODAY, template.due(TODAY), FRESH)
    sheet = take_apart(f"content/{path}", text.encode())
    goal, findings = read_goal(sheet, Visibility.PRIVATE)
    broken = {one.code for one in (*sheet.findings, *findings) if one.code.startswith("F1")}
    assert not broken, text
    assert goal.specific
    assert goal.time_bound.start == TODAY
    assert goal.time_bound.due == template.due(TODAY)


def _manual() -> str:
    return MANUAL.read_text(encoding="utf-8")


# --- journals that are called like a word of milepost's own ----------------------------------


OWN = {
    "week": "milepost new week",
    "entry": "milepost new week",
    "Goals": 'milepost new goal "Its title"',
    "review 2026-Q4": "milepost new review 2026-Q4",
    "journal": "milepost new journal my-journal",
    "templates": "milepost new goal --list",
    "check": "milepost check",
    "status": "milepost status",
}


@pytest.mark.parametrize(("said", "command"), OWN.items())
def test_no_journal_is_called_by_a_word_of_mileposts_own(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, said: str, command: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    code, out, err = run("new", "journal", *said.split(), "--here")
    assert (code, out) == (2, "")
    name = said.split()[0]
    assert f"write: {command} (or milepost new journal ./{name} for a folder of that name)" in err
    assert list(elsewhere.iterdir()) == []
    if name in {"check", "status", "templates"}:
        assert run("new", name)[::2] == (code, err)
    assert run("new", "journal", f"./{name}", "--here")[0] == 0
    assert (elsewhere / name / "milepost.yaml").is_file()
