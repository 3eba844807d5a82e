"""The command line: given these arguments in this folder, this is printed and this is the code."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from inspect import cleandoc
from pathlib import Path

import pytest

from milepost.cli import main
from milepost.cli.main import COMMANDS
from milepost.cli.shared import Stop
from milepost.cli.times import span_meant, week_meant
from milepost.journal.examples import files_of

DAY = ("--today", "2026-11-22")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "100")

    def command(*args: str) -> Ran:
        try:
            code = main(args)
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return command


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(root: Path, text: str) -> None:
    for path, data in files_of(text).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


JOURNAL = """\
== milepost.yaml ==
title: Sailing
== content/goals/sail.md ==
---
title: Sail twelve times
measurable: 12 trips
achievable: 3 h a week
time_bound: 2026-01-01 to 2026-12-31
visibility: public
---
== content/goals/secret.md ==
---
title: A quiet plan
measurable: yes or no
---
== content/journal/2026-W45.md ==
---
progress: {sail: 2}
---
## Plans
- [ ] Mend the sail
- [x] Buy rope
== content/journal/2026-W46.md ==
---
progress: {sail: 1}
---
## Next week
- [ ] Mend the *jib*
- [ ] Ask Ben
"""


# --- new ------------------------------------------------------------------------------------


def test_a_new_journal_checks_clean_and_builds(run: Run, here: Path) -> None:
    made = run("new", "my", *DAY)
    assert made.code == 0
    assert "milepost serve" in made.err
    assert "visibility: public" in made.err
    checked = run("check", "my", *DAY)
    assert checked.code == 0
    assert "0 errors, 0 warnings" in checked.out
    assert run("build", "my", *DAY).code == 0
    assert "Read 12 books" in (here / "my/_site/index.html").read_text(encoding="utf-8")
    assert (here / "my/_site/journal/2026-W47/index.html").is_file()


@pytest.mark.parametrize(
    ("zone", "line"),
    [
        ("Europe/Brussels", "timezone: Europe/Brussels "),
        (":Asia/Tokyo", "timezone: Asia/Tokyo "),
        ("UTC", "# timezone: Europe/Brussels"),
        ("Nowhere/At_All", "# timezone: Europe/Brussels"),
    ],
)
def test_a_new_journal_says_where_its_machine_is(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, zone: str, line: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    run("new", "journal", "my", *DAY)
    assert f"\n{line}" in (here / "my/milepost.yaml").read_text(encoding="utf-8")


def test_a_new_journal_overwrites_nothing(run: Run, here: Path) -> None:
    write(here, "== my/milepost.yaml ==\ntitle: Mine\n")
    made = run("new", "my", *DAY)
    assert made.code == 1
    assert "is there already" in made.err
    assert [path.name for path in (here / "my").iterdir()] == ["milepost.yaml"]


def test_a_new_goal_explains_its_lines(run: Run, here: Path) -> None:
    run("new", "my", *DAY)
    os.chdir(here / "my")
    made = run("new", "goal", "Run 10 km: under an hour", *DAY)
    path = Path("content/goals/run-10-km-under-an-hour.md")
    assert made.out == f"{path}\n"
    text = path.read_text(encoding="utf-8")
    assert 'title: "Run 10 km: under an hour"' in text
    assert "measurable:                 # 24 books" in text
    again = run("new", "goal", "Run 10 km: under an hour", *DAY)
    assert (again.code, path.read_text(encoding="utf-8")) == (1, text)


def test_a_new_week_carries_numbers_to_beat_and_open_plans(run: Run, here: Path) -> None:
    write(here, JOURNAL)
    made = run("new", "week", *DAY)
    assert made.out.strip() == str(Path("content/journal/2026-W47.md"))
    text = (here / made.out.strip()).read_text(encoding="utf-8")
    assert "  sail:      # 3 of 12 trips; needs" in text
    assert "  sail:      # 3 planned" in text
    assert "- [ ] Mend the *jib*\n- [ ] Ask Ben\n" in text
    assert "rope" not in text
    checked = run("check", "--format", "json", *DAY)
    assert not [f for f in json.loads(checked.out) if f["path"].endswith("2026-W47.md")]


def test_a_new_week_keeps_the_signs_of_plans_byte_for_byte(run: Run, here: Path) -> None:
    lines = [
        "- [ ] Book the  room by 2026-12-01 !important @Imke 30 min",
        "- [/] Paint 📅 2026-12-05 ⏫",
        "- [!] Ring [due:: 2026-12-01]",
        "- [?] Ask (A)",
    ]
    closed = ["- [x] Done", "- [-] Dropped", "- [>] Moved"]
    plans = "\n".join(["== content/journal/2026-W46.md ==", "## Plans", *lines, *closed])
    write(here, plans)
    made = run("new", "week", *DAY)
    text = (here / made.out.strip()).read_text(encoding="utf-8")
    assert [line for line in text.split("\n") if line.startswith("- [")] == lines


def test_status_says_in_one_line_what_is_overdue(run: Run, here: Path) -> None:
    plans = """
        == content/goals/sail.md ==
        # Sail
        == content/journal/2026-W46.md ==
        - [ ] Book the room by 2026-11-{}
        - [ ] Ring by 2026-11-{}
    """
    write(here, cleandoc(plans).format(22, 23))
    assert "overdue" not in run("status", *DAY).out
    write(here, cleandoc(plans).format(21, 23))
    assert "1 action is overdue: “Book the room” (due 21 Nov)" in run("status", *DAY).out
    write(here, cleandoc(plans).format(21, 19))
    said = run("status", *DAY).out
    assert "2 actions are overdue, the first since 19 Nov: “Ring”" in said
    assert "overdue" not in run("status", "sail", *DAY).out


def test_edit_opens_the_editor(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(here, JOURNAL)
    script = tmp_path / "editor.py"
    script.write_text("import sys; open(sys.argv[1], 'a').write('edited')", encoding="utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')
    made = run("new", "week", "--edit", *DAY)
    assert made.code == 0
    assert (here / made.out.strip()).read_text(encoding="utf-8").endswith("edited")
    assert run("new", "week", "--edit", *DAY).code == 0, "an entry that is there is opened"
    monkeypatch.delenv("EDITOR")
    assert "set EDITOR" in run("new", "week", "--edit", *DAY).err


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("false", "the editor `false` ended with 1"),
        ("nosuch-editor", "there is no editor `nosuch-editor`"),
        ('"nosuch', '`"nosuch` is no command that opens an editor'),
    ],
)
def test_an_editor_that_cannot_be_opened_is_told_in_a_line(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    if editor == "false" and not shutil.which("false"):
        pytest.skip("a program of Unix")
    write(here, JOURNAL)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    ran = run("new", "week", "--edit", *DAY)
    assert ran.code == 1
    assert ran.err.splitlines()[0] == f"milepost: {said}"
    assert "the file stands as it was written" in ran.err
    assert (here / ran.out.strip()).is_file()


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("--today 2026-11-22 status", "status --today 2026-11-22"),
        ("--today=2026-11-22 status sail", "status sail --today 2026-11-22"),
        ("--journal . --today 2026-11-22 status", "status --journal . --today 2026-11-22"),
        ("--no-cache check --today 2026-11-22", "check --no-cache --today 2026-11-22"),
        ("--today 2026-11-22 --for public check", "check --for public --today 2026-11-22"),
        ("--today 2026-11-22 goals", "goals --today 2026-11-22"),
        ("--only sail", "--only sail"),
    ],
)
def test_options_may_stand_before_the_command(
    run: Run, here: Path, words: str, behind: str
) -> None:
    write(here, JOURNAL)
    assert run(*words.split()) == run(*behind.split())


def test_a_value_before_the_command_may_be_called_like_one(run: Run, here: Path) -> None:
    write(here / "status", JOURNAL)
    assert run("--journal", "status", "check", *DAY) == run("check", "--journal", "status", *DAY)


def test_the_line_that_enters_a_new_journal_can_be_pasted(run: Run, here: Path) -> None:
    assert not list(here.iterdir())
    assert 'cd "my journal"\n' in run("new", "journal", "my journal", *DAY).err


WEEKS = {
    "": "2026-W47",
    "this": "2026-W47",
    "last": "2026-W46",
    "last week": "2026-W46",
    "next": "2026-W48",
    "yesterday": "2026-W47",
    "tomorrow": "2026-W48",
    "2026-W46": "2026-W46",
    "2026w7": "2026-W07",
    "W3": "2026-W03",
    "3": "2026-W03",
    "2026-10-19": "2026-W43",
    "19 October 2026": "2026-W43",
    "2020-W53": "2020-W53",
}
"""On Sunday, 22 November 2026."""


@pytest.mark.parametrize(("said", "week"), WEEKS.items())
def test_a_week_is_named_or_told_by_a_day_of_it(said: str, week: str) -> None:
    assert str(week_meant(said, date(2026, 11, 22))) == week


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("foo", "new week 2026-W47 (or last, or next, or a day such as 2026-11-22)"),
        ("2026-W99", "new week 2026-W47 "),
        ("2025-W53", "new week 2026-W01"),
        ("03/04/2026", "new week 2026-W47 "),
    ],
)
def test_what_is_no_week_is_told_with_one(said: str, remedy: str) -> None:
    with pytest.raises(Stop) as stop:
        week_meant(said, date(2026, 11, 22))
    assert (stop.value.code, f"{stop.value.remedy} ".count(remedy)) == (2, 1)


PERIODS = {
    "": "2026-10",
    "this": "2026-11",
    "last": "2026-10",
    "2026-11": "2026-11",
    "2026-1": "2026-01",
    "November": "2026-11",
    "nov 2025": "2025-11",
    "2026-Q4": "2026-Q4",
    "2026q4": "2026-Q4",
    "Q3": "2026-Q3",
    "Q3 2025": "2025-Q3",
    "2026": "2026",
    "month": "2026-11",
    "last quarter": "2026-Q3",
    "next quarter": "2027-Q1",
    "last year": "2025",
    "this year": "2026",
}


@pytest.mark.parametrize(("said", "period"), PERIODS.items())
def test_a_period_is_named_or_told_by_where_it_lies(said: str, period: str) -> None:
    assert span_meant(said, date(2026, 11, 22)).name == period


@pytest.mark.parametrize(("day", "period"), [(23, "2026-10"), (24, "2026-11")])
def test_a_month_may_be_looked_back_on_in_its_last_week(day: int, period: str) -> None:
    assert span_meant("", date(2026, 11, day)).name == period


@pytest.mark.parametrize("said", ["foo", "2026-13", "2026-Q5", "0001", "2026-11-22", "last week"])
def test_what_is_no_period_is_told_with_one(said: str) -> None:
    with pytest.raises(Stop) as stop:
        span_meant(said, date(2026, 11, 22))
    assert stop.value.code == 2
    assert "milepost new review 2026-11 (or 2026-Q4, or 2026)" in stop.value.remedy


def test_the_entry_of_a_past_week_knows_only_what_was_known_then(run: Run, here: Path) -> None:
    write(here, JOURNAL.replace("2026-W46", "2026-W47"))
    made = run("new", "week", "last", *DAY)
    assert made.out.strip() == str(Path("content/journal/2026-W46.md"))
    text = (here / made.out.strip()).read_text(encoding="utf-8")
    assert "week: 2026-W46\n" in text
    assert "  sail:      # 2 of 12 trips; needs" in text
    assert "Mend the sail" in text
    assert "jib" not in text


@pytest.mark.parametrize(
    ("period", "question"),
    [
        ("2026-11", "## What is the one thing that you change next month?"),
        ("2026-Q4", "## Which goals still matter, and which stay out of habit?"),
        ("2026", "## What is the theme of 2027?"),
    ],
)
def test_a_review_has_its_numbers_written_in_and_asks_what_its_rhythm_asks(
    run: Run, here: Path, period: str, question: str
) -> None:
    write(here, JOURNAL)
    made = run("new", "review", period, *DAY)
    assert made.out.strip() == str(Path(f"content/reviews/{period}.md"))
    text = (here / made.out.strip()).read_text(encoding="utf-8")
    assert question in text
    assert "- Weeks written: 2 of 3\n" in text
    assert "- [[sail]]: +3 trips, 3 of 12 (off track)\n" in text
    assert "- [[secret]]: \n" in text, "each living goal waits for a decision"
    found = json.loads(run("check", "--format", "json", *DAY).out)
    assert not [f for f in found if "reviews/" in f["path"]]
    assert run("new", "review", period, *DAY).code == 1, "nothing is overwritten"


def test_a_review_of_a_past_month_knows_only_what_was_known_then(run: Run, here: Path) -> None:
    write(here, JOURNAL)
    run("new", "review", "October", *DAY)
    text = (here / "content/reviews/2026-10.md").read_text(encoding="utf-8")
    assert "[[sail]]: \n" in text
    assert "trips" not in text


def test_a_journal_is_made_by_either_command(run: Run, here: Path) -> None:
    assert run("new", "journal", "a", "Ana's", "mileposts", *DAY).code == 0
    assert 'title: "Ana\'s mileposts"' in (here / "a/milepost.yaml").read_text(encoding="utf-8")
    assert run("new", "./week", *DAY).code == 0
    assert (here / "week/milepost.yaml").is_file()


def test_a_journal_within_another_is_made_only_when_that_is_meant(run: Run, here: Path) -> None:
    run("new", "journal", "my", *DAY)
    os.chdir(here / "my/content")
    refused = run("new", "journal", "other", *DAY)
    assert (refused.code, Path("other").exists()) == (2, False)
    assert f"other would lie inside the journal {here / 'my'}" in refused.err
    assert "milepost new journal other --here" in refused.err
    assert run("new", "other", *DAY).code == 2
    assert run("new", "journal", "other", "--here", *DAY).code == 0


def test_no_journal_is_made_within_a_checkout_of_milepost_unasked(run: Run, here: Path) -> None:
    write(here, "== generator/milepost/__init__.py ==\n")
    refused = run("new", "journal", "mine", *DAY)
    assert (refused.code, Path("mine").exists()) == (2, False)
    assert "inside a checkout of milepost" in refused.err
    assert run("new", "journal", "mine", "--here", *DAY).code == 0


def test_a_journal_can_be_made_in_this_folder(run: Run, here: Path) -> None:
    assert run("new", "journal", "--here", *DAY).code == 0
    assert (here / "milepost.yaml").is_file()


# --- check, build, status, explain ----------------------------------------------------------


def test_check_tells_place_line_and_remedy(run: Run, here: Path) -> None:
    write(here, "== milepost.yaml ==\n== content/goals/a.md ==\n---\ntime_bound: 2026-02-30\n---\n")
    checked = run("check", *DAY)
    assert checked.code == 1
    assert "content/goals/a.md:2:13" in checked.out
    assert "time_bound: 2026-02-30" in checked.out
    assert "            ^^^^^^^^^^" in checked.out
    assert "there is no 30 February 2026: the month has 28 days" in checked.out
    assert "\x1b[" not in checked.out


SLIPPED = """\
== milepost.yaml ==
title: Leave my boss
== content/goals/lawyer.md ==
---
title: See a lawyer
time_bound: 2026-02-30 qyxx
---
Dr Sorrel 2026
"""


def test_check_tells_what_a_build_counts(run: Run, here: Path) -> None:
    """Of the journal and of its site, for whomever that is; nothing silences the site's own."""
    settings = "== milepost.yaml ==\nmenu: [goals, gaols, skills, notes]\n{}"
    taken = "== content/pages/goals.md ==\n# Mine\n== theme/style.css ==\nbody {}\n"
    write(here, JOURNAL + settings.format("theme: nihgt\n") + taken)
    told = json.loads(run("check", "--all", "--format", "json", *DAY).out)
    assert [one["code"] for one in told if one["code"].startswith("F9")] == ["F901", "F905", "F902"]
    assert "there is no such page" in run("check", "--all", *DAY).out
    last = run("check", *DAY).out.splitlines()[-1]
    assert f"{last}: see them with `milepost check`\n" in run("build", *DAY).err
    counted = last.partition(" in ")[0]
    assert f"{counted}: see them with" in run("build", "--for", "public", *DAY).err
    write(here, settings.format("check: {select: [S], ignore: [F]}\n"))
    told = json.loads(run("check", "--all", "--format", "json", *DAY).out)
    assert [one["code"] for one in told if one["code"][0] == "F"] == ["F901", "F905"]


def test_a_log_that_others_read_names_nothing(run: Run, here: Path) -> None:
    write(here, SLIPPED)
    ran = run("check", "--format", "github", *DAY)
    assert ran.code == 1
    assert "::error::" in ran.out
    assert "--format github --for private" in ran.out
    for word in ("lawyer", "qyxx", "boss", "Sorrel", "content/"):
        assert word not in ran.out.lower() + ran.err.lower()
    assert run("check", "--format", "github", "--for", "public", *DAY).out == ran.out


def test_annotations_stand_on_the_lines_for_whoever_asks_for_all(run: Run, here: Path) -> None:
    write(here, SLIPPED)
    ran = run("check", "--format", "github", "--for", "private", *DAY)
    assert "::error file=content/goals/lawyer.md,line=3" in ran.out


def test_the_workflow_of_a_new_journal_names_nothing_in_its_log(run: Run, here: Path) -> None:
    assert run("new", "my").code == 0
    lines = (here / "my/.github/workflows/pages.yml").read_text("utf-8").splitlines()
    step = next(line for line in lines if "milepost check" in line)
    write(here / "my", SLIPPED)
    ran = run(*step.split("milepost ")[1].split(), "my", *DAY)
    assert ran.code == 1
    assert "lawyer" not in ran.out + ran.err


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("check", "--format", "github"),
        ("build",),
        ("build", "--for", "public", "--url", "https://ana.example/"),
        ("status",),
        ("doctor",),
        ("new", "week"),
        ("explain", "S101"),
    ],
)
def test_no_command_calls_anybody(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    write(here, SLIPPED + "\n[x](https://ana.example/a.jpg) ![y](https://ana.example/b.jpg)\n")
    calls: list[object] = []

    def called(*args: object, **_: object) -> None:
        calls.append(args)
        raise OSError

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, called)
    monkeypatch.setattr(socket, "getaddrinfo", called)
    assert run(*command).code in {0, 1}
    assert calls == []


def test_json_findings_have_the_documented_keys(run: Run, here: Path) -> None:
    write(here, "== milepost.yaml ==\n== content/goals/a.md ==\n---\ntime_bound: 2026-02-30\n---\n")
    finding = next(
        f for f in json.loads(run("check", "--format", "json", *DAY).out) if f["code"] == "F204"
    )
    assert list(finding) == [
        *("code", "name", "severity", "path", "line", "column", "end_line", "end_column"),
        *("message", "help", "url"),
    ]
    assert (finding["path"], finding["line"], finding["column"]) == ("content/goals/a.md", 2, 13)


def test_errors_fail_a_build_but_the_site_is_there(run: Run, here: Path) -> None:
    write(here, JOURNAL + "== content/goals/a.md ==\n---\ntime_bound: 2026-02-30\n---\n")
    built = run("build", *DAY)
    assert built.code == 1
    assert "there is no 30 February 2026" in built.err
    assert "Sail twelve times" in (here / "_site/index.html").read_text(encoding="utf-8")


def test_build_refuses_a_strangers_folder_and_the_sources(run: Run, here: Path) -> None:
    write(here, JOURNAL + "== mine/photo.txt ==\nx\n")
    before = sorted(path.as_posix() for path in here.rglob("*"))
    for out in ("mine", ".", "content", "content/site", ".."):
        built = run("build", "--out", out, *DAY)
        assert built.code in {1, 2}, out
        assert built.err.startswith("milepost: "), out
    assert sorted(path.as_posix() for path in here.rglob("*")) == before


def test_a_second_build_writes_nothing(run: Run, here: Path) -> None:
    write(here, JOURNAL)
    run("build", *DAY)
    assert "(0 written, 0 removed," in run("build", *DAY).err


def test_public_and_private_builds(run: Run, here: Path) -> None:
    write(here, JOURNAL)
    run("build", "--for", "public", "--out", "public", *DAY)
    run("build", "--out", "private", *DAY)
    assert "A quiet plan" in (here / "private/index.html").read_text(encoding="utf-8")
    everything = b"".join(p.read_bytes() for p in (here / "public").rglob("*") if p.is_file())
    assert b"quiet" not in everything


LEFT_OUT = """\
== milepost.yaml ==
title: Sailing
== content/goals/sail.md ==
---
title: Sail twelve times
measurable: 12 trips
visibility: public
---
One <!-- canary --> and %% canary %%, but `<!-- code -->`.

::: private
canary

::: shared
within
:::
:::

::: shared
canary
:::
== content/goals/secret.md ==
---
title: A quiet canary
visibility: private
---
::: shared
This goes with the note.
:::
== content/goals/slip.md ==
---
title: A canary by a slip
visiblity: public
---
== content/journal/2026-W45.md ==
A canary. <!-- This goes with the note. -->
== content/journal/2026-W46.md ==
---
visibility: shared
---
A canary.
== static/canary.jpg ==
nothing
"""


def test_a_record_is_called_so_where_files_are_told_and_where_it_is_left_out(
    run: Run, here: Path
) -> None:
    record = "---\nkind: mentor\n---\n"
    write(here, f"== content/profile.md ==\nMe.\n== content/log/jana.md ==\n{record}")
    assert "content/log/jana.md: a record: mentor\n" in run("check", "--files").out
    assert "left out: 1 record, 1 profile\n" in run("build", "--for", "public", *DAY).err


def test_a_build_for_others_says_how_much_it_leaves_out_and_names_nothing(
    run: Run, here: Path
) -> None:
    write(here, LEFT_OUT)
    public = run("build", "--for", "public", *DAY)
    assert "left out: 2 goals, 2 entries, 2 passages, 2 comments, 1 file\n" in public.err
    shared = run("build", "--for", "shared", *DAY)
    assert "left out: 2 goals, 1 entry, 1 passage, 2 comments, 1 file\n" in shared.err
    assert "left out" not in run("build", *DAY).err
    told = [line for line in public.err.splitlines() if line.startswith("left out")]
    assert told
    assert "canary" not in told[0]


def test_explain_names_what_is_left_out_with_the_reason_of_each(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, LEFT_OUT)
    for name in ("CI", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    said = run("build", "--for", "public", "--explain", *DAY)
    silent = "it does not say who may see it, and the settings do not show it"
    assert said.out == (
        "left out of what is public:\n"
        "  content/goals/secret.md:3: goal “A quiet canary”: what stands there says so\n"
        "  content/goals/slip.md:1: goal “A canary by a slip”: what it says of who may see it "
        "cannot be told for certain (`milepost check`)\n"
        f"  content/journal/2026-W45.md:1: entry: {silent}\n"
        "  content/journal/2026-W46.md:2: entry: what stands there says so\n"
        "  content/goals/sail.md:8: passage in “Sail twelve times”: what stands there says so\n"
        "  content/goals/sail.md:16: passage in “Sail twelve times”: what stands there says so\n"
        "  content/goals/sail.md:1: comment in “Sail twelve times”: comments are shown to nobody\n"
        "  content/goals/sail.md:1: comment in “Sail twelve times”: comments are shown to nobody\n"
        "  static/canary.jpg:1: file: no page that they see shows it or links to it\n"
    )
    assert run("build", "--for", "public", "--explain", *DAY).out == said.out
    assert "nothing is left out" in run("build", "--explain", *DAY).out


def test_explain_is_refused_where_others_may_read_it(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, LEFT_OUT)
    piped = run("build", "--for", "public", "--explain", *DAY)
    assert (piped.code, piped.out) == (2, "")
    assert not (here / "_site").exists()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("CI", "true")
    server = run("build", "--for", "public", "--explain", *DAY)
    assert (server.code, server.out) == (2, "")
    assert "canary" not in piped.err + server.err


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_first_line_says_that_git_holds_private_sources_for_as_long_as_it_does(
    run: Run, here: Path
) -> None:
    def first(audience: str = "public") -> str:
        return run("build", "--for", audience, *DAY).err.splitlines()[0]

    told = "git holds the sources, 6 files with private words among them"
    write(here, LEFT_OUT)
    assert told not in first()
    subprocess.run(["git", "init", "-q"], cwd=here, check=True)
    assert told not in first()
    subprocess.run(["git", "add", "content", "static"], cwd=here, check=True)
    assert told in first()
    assert "`milepost doctor`" in first()
    assert "git holds" not in first("private")
    subprocess.run(["git", "rm", "-rq", "--cached", "."], cwd=here, check=True)
    assert told not in first()


def test_goal_names_that_no_file_system_likes(run: Run, here: Path) -> None:
    reserved = [] if os.name == "nt" else ["aux"]
    names = [*reserved, "a b", "q=1", "ünïcode 目标", "x.y", "100%"]
    write(here, "".join(f"== content/goals/{name}.md ==\n# Goal {name}\n" for name in names))
    built = run("build", *DAY)
    assert built.code == 0, built.err
    assert len(list((here / "_site/goals").glob("*/index.html"))) == len(names)


def test_status_is_short_and_its_json_is_the_sites(run: Run, here: Path) -> None:
    write(here, JOURNAL)
    shown = run("status", *DAY)
    assert "Sail twelve times" in shown.out
    assert "\x1b[" not in shown.out
    run("build", *DAY)
    data = json.loads(run("status", "--format", "json", *DAY).out)
    assert data == json.loads((here / "_site/goals.json").read_text(encoding="utf-8"))
    assert [goal["id"] for goal in data] == ["sail", "secret"]
    public = json.loads(run("status", "--format", "json", "--for", "public", *DAY).out)
    assert [goal["id"] for goal in public] == ["sail"]


def test_a_key_that_cannot_be_read_puts_its_light_out_for_the_owner(run: Run, here: Path) -> None:
    write(here, "---\ntitle: Sail\nmeasurable: until it feels right\n---")
    run("build", *DAY)
    (goal,) = json.loads(run("status", "--format", "json", *DAY).out)
    assert [goal] == json.loads((here / "_site/goals.json").read_text(encoding="utf-8"))
    assert goal["smart"]["M"] is False
    page = (here / "_site/goals/example/index.html").read_text(encoding="utf-8")
    assert "cannot be read from “until it feels right”" in page
    assert "nothing says how you will know" not in page.lower()


def test_status_of_a_past_day_knows_only_that_day(run: Run, here: Path) -> None:
    write(here, JOURNAL)
    data = json.loads(run("status", "--format", "json", "--today", "2026-11-08").out)
    assert data[0]["actual"] == 2


def test_explain_one_all_and_nearly(run: Run, here: Path) -> None:
    del here
    one = run("explain", "F204")
    assert one.code == 0
    assert "time_bound: 2026-02-30" in one.out
    assert run("explain", "not-a-date").out == one.out
    listed = run("explain").out
    assert "F204" in listed
    assert len(listed.splitlines()) > 60
    wrong = run("explain", "F294")
    assert wrong.code == 2
    assert "did you mean" in wrong.err


# --- wrong usage ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("fly",),
        ("new",),
        ("new", "goal"),
        ("build", "nowhere"),
        ("build", "--for", "everyone"),
        ("check", "--format", "xml"),
        ("serve", "--port", "99999"),
        ("status", "--today", "03/01/2026"),
        ("check", "--today", "0999-12-31"),
        ("check", "--today", "9000-01-01"),
        ("check",),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_a_word_on_what_to_do(
    run: Run, here: Path, args: tuple[str, ...]
) -> None:
    del here
    ran = run(*args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_an_option_of_two_words_names_them(run: Run, here: Path) -> None:
    del here
    told = run("log", "sail", "--hours", "2").err
    assert told == "milepost log: after --hours comes GOAL HOURS; see: milepost log --help\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(run: Run, command: str) -> None:
    helped = run(command, "--help")
    assert helped.code == 0
    assert f"examples:\n  milepost {command}" in helped.out


def test_help_waits_for_nothing_that_only_a_run_needs() -> None:
    code = "import sys, milepost.cli; milepost.cli.main(['--help'])"
    end = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr));"
    helped = subprocess.run([sys.executable, "-c", end + code], capture_output=True, text=True)
    loaded = {name for name in helped.stderr.split() if name.startswith("milepost.")}
    allowed = {"milepost.findings", "milepost.journal", "milepost.journal.words"}
    assert {name for name in loaded if not name.startswith("milepost.cli")} <= allowed


def test_the_nearest_journal_upwards_is_taken(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, JOURNAL)
    monkeypatch.chdir(here / "content" / "goals")
    assert "Sail twelve times" in run("status", *DAY).out
    made = run("new", "goal", "Row", *DAY)
    assert made.code == 0
    assert (here / "content/goals/row.md").is_file()


def test_a_plain_folder_of_notes_is_built_beside_it(run: Run, here: Path) -> None:
    write(here, "== notes/2016-09-week4.md ==\n# Done: September 18, 2016\n\n- [x] Call home\n")
    before = {path: path.stat().st_mtime_ns for path in (here / "notes").iterdir()}
    assert run("build", "notes", "--out", "site", *DAY).code == 0
    page = (here / "site/journal/2016-W37/index.html").read_text(encoding="utf-8")
    assert "Call home" in page
    assert {path: path.stat().st_mtime_ns for path in (here / "notes").iterdir()} == before


def test_check_and_build_say_first_what_they_understood(run: Run, here: Path) -> None:
    names = ("2019-48.md", "2020-07.md", "kites.md", "_drafts/a.md", "_drafts/b.md")
    write(here, "".join(f"== notes/{name} ==\nWords.\n" for name in names))
    said = (
        "Read 2 weeks from 2019-W48 to 2020-W07 and 1 page; a number behind a year counts weeks, "
        "as in `2019-48`; 2 files in `_drafts` passed over (the name begins with `_`)\n"
    )
    assert run("check", "notes", *DAY).err == said
    assert run("build", "notes", "--out", "site", *DAY).err.startswith(said)
    assert (
        run("build", "notes", "--out", "shown", "--for", "public", *DAY).err.count("_drafts") == 0
    )
    assert run("check", "notes", "--files").out == (
        "2019-48.md: the week 2019-W48\n"
        "2020-07.md: the week 2020-W07\n"
        "_drafts/: passed over: the name begins with `_`\n"
        "_drafts/a.md: passed over: the name begins with `_`\n"
        "_drafts/b.md: passed over: the name begins with `_`\n"
        "kites.md: a page\n"
    )


def test_a_folder_is_refused_only_where_it_holds_no_note(run: Run, here: Path) -> None:
    write(here, "== notes/kites.md ==\nWords.\n== aside/_drafts/a.md ==\nWords.\n")
    assert run("build", "notes", "--out", "site", *DAY).code == 0
    refused = run("build", "aside", *DAY)
    assert refused.code == 2
    assert "1 file in `_drafts` passed over" in refused.err
    assert "take the `_` off a name" in refused.err


def test_a_key_that_many_notes_have_is_told_once_and_that_of_another_tool_never(
    run: Run, here: Path
) -> None:
    head = "---\nlayout: post\ncssclasses: wide\nsubtitle: x\nstars: 4\n---\nWords.\n"
    write(here, "".join(f"== notes/2026-10-0{n}.md ==\n{head}" for n in range(1, 6)))
    told = run("check", "notes", *DAY)
    assert told.out.count("hint F202") == 1
    assert "“stars”" in told.out
    assert "the same in 4 more places, in 5 files in all" in told.out
    assert run("check", "notes", "--all", *DAY).out.count("“stars”") == 5


@pytest.mark.parametrize(
    ("args", "message", "remedy"),
    [
        (("new", ""), "a journal needs the name of a folder", "milepost new journal my-journal"),
        (("new", "  "), "a journal needs the name of a folder", "milepost new journal my-journal"),
        (("new", "journal"), "a journal needs the name of", "milepost new journal my-journal"),
        (("new", "goal", " "), "a goal needs a title", 'milepost new goal "Its title"'),
        (("new", "goal", "Row", "--here"), "--here says nothing of a goal", "leave --here out"),
        (("new", "week", "--obsidian"), "--obsidian says nothing", "leave --obsidian out"),
        (("new", "journal", "my", "--edit"), "--edit says nothing of", "leave --edit out"),
        (("new", "my", "--edit"), "--edit says nothing of a journal", "leave --edit out"),
        (("new", "day"), "“day” is no name for a journal", "write: milepost new week ("),
        (("new", "Entries"), "“Entries” is no name for a", "milepost new journal ./Entries"),
        (("new", "day", "2026-11-18"), "no name for", "write: milepost new week 2026-11-18 ("),
        (("new", "task"), "a task is a line `- [ ] …`", "write: milepost new week ("),
        (("new", "month", "2026-10"), "no name for", "write: milepost new review 2026-10 ("),
        (("new", "year"), "no name for", "write: milepost new review 2026 ("),
        (("new", "milestone"), "`milestones:` in a goal", 'write: milepost new goal "Its title"'),
        (("new", "habit", "Run", "daily"), "no name for", "milepost new goal 'Run daily' ("),
        (("new", "page"), "content/pages/", "write: milepost new journal my-journal ("),
    ],
)
def test_new_says_what_it_needs_and_writes_nothing(
    run: Run, here: Path, args: tuple[str, ...], message: str, remedy: str
) -> None:
    made = run(*args, *DAY)
    assert (made.code, made.out) == (2, "")
    assert message in made.err
    assert remedy in made.err
    assert not list(here.iterdir())


@pytest.mark.parametrize("url", ["nonsense", "javascript:alert(1)", "https://a.example/?b", "/x/"])
def test_build_refuses_an_address_at_which_no_site_can_stand(
    run: Run, here: Path, url: str
) -> None:
    write(here, JOURNAL)
    made = run("build", "--url", url, *DAY)
    assert made.code == 2
    assert f"“{url}” is not an address at which a site can stand" in made.err
    assert "--url https://ana.example/journal/" in made.err
    assert not (here / "_site").exists()


def test_check_tells_a_misnamed_time_zone_with_the_nearest_name(run: Run, here: Path) -> None:
    write(here, "== milepost.yaml ==\ntimezone: Europe/Brussel\n")
    told = run("check", *DAY)
    assert told.code == 1
    assert "milepost.yaml:1:11: error F219" in told.out
    assert "did you mean `Europe/Brussels`?" in told.out


def test_no_unseen_sign_gets_into_a_new_file(run: Run, here: Path) -> None:
    write(here, JOURNAL)
    made = run("new", "goal", "Row\x1b[31m \u202efar", *DAY)
    assert made.code == 0
    text = (here / made.out.strip()).read_text(encoding="utf-8")
    assert 'title: "Row [31m far"' in text
