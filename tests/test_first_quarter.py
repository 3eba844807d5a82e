"""From an empty folder to a reviewed first quarter, with the commands that the manual names.

Its order is that of docs/practice.md: a journal, goals from templates, a week each Sunday, records
as they happen, reviews of months and of the quarter. What is typed into files is what the pages of
the manual show.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from test_cli import Run, here, run

__all__ = ["here", "run"]  # fixtures

FIRST = date(2026, 1, 4)
"""A Sunday, on which the journal begins."""
SUNDAYS = [FIRST + timedelta(weeks=number) for number in range(1, 13)]

RECORDS = {
    2: "## People\n\n- Imke (mentor): how she prepared; next 2026-03-05\n",
    3: "## Learning\n\n- book: The Checklist Manifesto, 3 h; [[pmp]]\n",
    5: "## Feedback\n\n- Imke: I read the questions too fast; plan: aloud, once; thanked\n",
    7: "## Setbacks\n\n- The mock exam stopped at question 90\n  - change: none on a Monday\n",
    9: "## People\n\n- Imke: the same again; next 2026-04-09\n",
    11: "## Wins\n\n- 71 % in the second mock exam; from: reading aloud; [[pmp]]\n",
}
"""By week: what is written into its entry, before its plans."""


def weeks() -> Iterator[tuple[int, date]]:
    """The number of each week, and its Sunday."""
    yield from enumerate(SUNDAYS, 2)


def test_a_quarter_is_kept_and_reviewed_by_the_manual_alone(run: Run, here: Path) -> None:
    """Each command ends well, nothing that was written is lost, and the site shows it."""
    on = str(FIRST)
    assert run("new", "journal", ".", "--here", "--today", on).code == 0
    goal = ("new", "goal", "--template")
    told = run(*goal, "certificate", "PMP", "--set", "certificate=PMP", "--today", on)
    assert told.code == 0
    assert run(*goal, "fitness", "--today", on).code == 0
    assert run("check", "--today", on).code == 0

    for number, sunday in weeks():
        day = str(sunday)
        assert run("new", "week", "--today", day).code == 0
        assert run("log", "pmp", "40", "--hours", "pmp", "3.5", "--today", day).code == 0
        assert run("log", "--mood", "4", "--energy", "3", "--today", day).code == 0
        entry = here / f"content/journal/2026-W{number:02d}.md"
        if record := RECORDS.get(number):
            text = entry.read_text("utf-8")
            entry.write_text(text.replace("## Plans", f"{record}\n## Plans"), "utf-8")
            assert run("check", "--today", day).code == 0

    for period, day in (("2026-01", "2026-02-01"), ("2026-02", "2026-03-01")):
        assert run("new", "review", period, "--today", day).code == 0
    last = ("--today", "2026-03-31")
    assert run("new", "review", "2026-Q1", *last).code == 0
    review = (here / "content/reviews/2026-Q1.md").read_text("utf-8")
    assert "480" in review
    assert run("check", *last).code == 0
    assert "480 of 600" in run("status", "pmp", *last).err + run("status", "pmp", *last).out

    assert run("build", "--out", "site", *last).code == 0
    people = (here / "site/people/index.html").read_text("utf-8")
    assert "2 times" in people
    quarter = (here / "site/2026/Q1/index.html").read_text("utf-8")
    for words in ("71 % in the second mock exam", "The Checklist Manifesto", "read the questions"):
        assert words in quarter
    told = run("brag", "--period", "2026-Q1", *last)
    assert told.code == 0
    assert "71 % in the second mock exam" in told.out
    table = run("export", "log", *last).out
    assert table.count("\n") == 1 + len(RECORDS)
