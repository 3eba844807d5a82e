"""`milepost brag`: given this journal, this is what its author may show, and to whom."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
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
)
from test_canaries import written as canary_journal
from test_cli import Run, here, run, write
from written import examples

from milepost.exporting import Paper, as_markdown, as_page, paper
from milepost.exporting.achievements import Evidence, Line, Part
from milepost.journal.asof import as_of
from milepost.journal.gate import gate
from milepost.journal.load import load
from milepost.journal.words import Visibility
from milepost.progress.achievements import Choice, achievements
from milepost.progress.measure import measure
from milepost.voice.english import ENGLISH

__all__ = ["here", "run"]  # fixtures

DAY = ("--today", "2026-11-22")
YEAR = """\
== milepost.yaml ==
title: Ana's year
== content/profile.md ==
---
name: Ana Costa
visibility: public
---
== content/goals/read.md ==
---
title: Read 24 books
area: self
measurable: 24 books
time_bound: 2026-01-01 to 2026-06-30
tags: [books]
visibility: public
---
My list: https://books.example/ana
== content/goals/weight.md ==
---
title: Weigh 75 kg
area: health
measurable: from 82 to 75 kg
time_bound: 2026-01-01 to 2026-12-31
---
== content/goals/talk.md ==
---
title: Give a talk
milestones:
  - done 2026-03-10 2026-03-01 outline agreed
  - 2026-12-12 talk given
time_bound: 2026-12-31
---
== content/goals/sail.md ==
---
title: Sail twelve times
measurable: 12 trips
time_bound: 2026-01-01 to 2026-05-31
status: dropped 2026-05-20
---
== content/journal/2026-W10.md ==
---
progress: {read: 10, weight: 80, sail: 5}
hours: {read: 6}
tags: [spring]
---
## Wins
- The steering group took my plan; from: three weeks of asking; [[read]]
## Feedback
- Jonas: I speak *too* fast; plan: one slide, one breath; revised: talk
== content/journal/2026-W20.md ==
---
progress: {read: 14, weight: 79.5}
hours: {read: 4}
---
## Learning
- course: Risk for engineers, 12 h; done; see https://school.example/risk
## Experiences
- volunteering: A day at the slip, 5 h
- wanted: To stand in a caisson
== content/log/2026-06-19-pmp.md ==
---
kind: certificate
title: PMP
from: the Institute
expires: 2029-06-30
---
"""


def test_outcomes_come_first_and_hours_last(run: Run, here: Path) -> None:
    write(here, YEAR)
    ran = run("brag", "--period", "2026", *DAY)
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
# Achievements of Ana Costa

*1 Jan 2026 to 31 Dec 2026*

1 goal met, 1 of them in time; 1 milestone passed; 1 win; 2 finished in learning.

## Goals met

- [**Read 24 books**](content/goals/read.md): 24 of 24 books; met on 17 May 2026; in time, \
6 weeks before its date ([https://books.example/ana](https://books.example/ana))

## Numbers moved

- [**Weigh 75 kg**](content/goals/weight.md): from 82 to 79.5 kg; target 75 kg, by 31 Dec 2026

## Milestones passed

- [**outline agreed**](content/goals/talk.md): “Give a talk”; 10 Mar 2026; planned for 1 Mar 2026

## Wins

- **The steering group took my plan**: Came from: three weeks of asking; March 2026; \
“Read 24 books” ([week 10 of 2026](content/journal/2026-W10.md))

## Feedback, and what came of it

- **I speak too fast**: From: Jonas; What came of it: one slide, one breath; \
Changed: Give a talk; March 2026 ([week 10 of 2026](content/journal/2026-W10.md))

## Learning and certificates

- [**PMP**](content/log/2026-06-19-pmp.md): certificate; From: the Institute; \
finished on 19 Jun 2026; valid until 30 Jun 2029
- **Risk for engineers; see https://school.example/risk**: course; 12 h; finished in May 2026 \
([https://school.example/risk](https://school.example/risk), \
[week 20 of 2026](content/journal/2026-W20.md))

## Experiences and volunteering

- **A day at the slip**: volunteering; 5 h; May 2026 \
([week 20 of 2026](content/journal/2026-W20.md))

## Hours given

- **On goals: 10 h**: Read 24 books: 10 h
- **In learning: 12 h**
- **In experiences and volunteering: 5 h**
"""
    )


def test_a_goal_that_was_closed_unmet_is_not_on_it(run: Run, here: Path) -> None:
    write(here, YEAR)
    assert "Sail" not in run("brag", "--period", "2026", *DAY).out


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2026-05-18", "in time, 1 day before its date"),
        ("2026-05-17", "in time, on its last day"),
        ("2026-05-16", "1 day after its date"),
    ],
)
def test_whether_a_goal_was_met_in_time_is_said(run: Run, here: Path, due: str, said: str) -> None:
    dated = YEAR.replace("2026-01-01 to 2026-06-30", f"2026-01-01 to {due}")
    write(here, dated.replace("tags: [books]", "status: done 2026-05-17"))
    line = next(
        one for one in run("brag", "--goal", "read", *DAY).out.splitlines() if "met on" in one
    )
    assert said in line


def test_a_date_that_was_put_off_and_a_target_that_was_eased_are_said(run: Run, here: Path) -> None:
    eased = "changes:\n  - {date: 2026-03-01, time_bound: 2026-01-01 to 2026-03-31, because: flu}\n"
    write(here, YEAR.replace("tags: [books]\n", eased))
    out = run("brag", "--goal", "read", *DAY).out
    assert "in time, 6 weeks before its date; first planned for 31 Mar 2026" in out
    eased = "changes:\n  - {date: 2026-03-01, measurable: 40 books, because: flu}\n"
    write(here, YEAR.replace("tags: [books]\n", eased))
    assert "; made easier on 1 Mar 2026" in run("brag", "--goal", "read", *DAY).out


def test_a_number_that_went_the_other_way_is_no_achievement(run: Run, here: Path) -> None:
    for level, shown in (("82", False), ("81.9", True), ("82.1", False)):
        moved = YEAR.replace("weight: 79.5", f"weight: {level}").replace(", weight: 80", "")
        write(here, moved)
        assert ("Weigh 75 kg" in run("brag", *DAY).out) is shown


@pytest.mark.parametrize(("weeks", "shown"), [(1, False), (2, True)])
def test_a_habit_is_told_when_half_of_it_was_kept(
    run: Run, here: Path, weeks: int, shown: bool
) -> None:
    write(
        here,
        "== milepost.yaml ==\ntitle: Walks\n== content/goals/walk.md ==\n"
        "---\ntitle: Walk\nmeasurable: once a week\ntime_bound: 2026-03-02 to 2026-12-31\n---\n",
    )
    for number in range(10, 14):
        done = 1 if number - 10 < weeks else 0
        week = f"== content/journal/2026-W{number}.md ==\n---\nprogress: {{walk: {done}}}\n---\n"
        write(here, week + "## Wins\n- Something else\n")
    out = run("brag", "--today", "2026-03-30").out
    assert ("2 of 4 kept" in out) is shown
    assert ("Numbers moved" in out) is shown


def test_without_a_period_it_is_the_last_twelve_months(run: Run, here: Path) -> None:
    write(here, YEAR)
    assert "\n*23 Nov 2025 to 22 Nov 2026*\n" in run("brag", *DAY).out
    out = run("brag", "--from", "2026-06-01", *DAY).out
    assert "\n*1 Jun 2026 to 22 Nov 2026*\n" in out
    assert "PMP" in out
    assert "Read 24" not in out
    out = run("brag", "--to", "2026-05-17", *DAY).out
    assert "\n*18 May 2025 to 17 May 2026*\n" in out
    assert "Read 24" in out
    assert "PMP" not in out


def test_days_that_cannot_be_meant_are_asked_about(run: Run, here: Path) -> None:
    write(here, YEAR)
    both = run("brag", "--period", "2026", "--from", "2026-01-01", *DAY)
    assert (both.code, both.out) == (2, "")
    turned = run("brag", "--from", "2026-06-30", "--to", "2026-01-01", *DAY)
    assert turned.err == (
        "milepost: 2026-06-30 is after 2026-01-01, and nothing lies between\n"
        "  write: milepost brag --from 2026-01-01 --to 2026-06-30\n"
    )
    odd = run("brag", "--period", "lately", *DAY)
    assert odd.code == 2
    assert "write: milepost brag --period 2026" in odd.err
    assert run("brag", "--from", "2026-13-01", *DAY).code == 2


def test_a_goal_an_area_or_a_tag_chooses(run: Run, here: Path) -> None:
    write(here, YEAR)
    assert "Weigh" not in run("brag", "--goal", "Read", *DAY).out
    area = run("brag", "--area", "Health", *DAY).out
    assert "Weigh 75 kg" in area
    assert "Read 24" not in area
    assert "steering" not in area
    tagged = run("brag", "--tag", "spring", *DAY).out
    assert "steering" in tagged
    assert "Read 24 books**](" not in tagged
    both = run("brag", "--tag", "books", "--area", "health", *DAY).out
    assert "Weigh" in both
    assert "Read 24" in both
    for words, told in (
        (("--area", "helth"), "no area here is called “helth”\n  there is: health\n"),
        (("--tag", "x"), "no tag here is called “x”\n  there is: books, spring\n"),
        (("--goal", "raed"), "no goal here is called “raed”\n  there is: read\n"),
    ):
        wrong = run("brag", *words, *DAY)
        assert (wrong.code, wrong.out, wrong.err) == (2, "", f"milepost: {told}")


def test_where_nothing_is_to_tell_it_says_what_to_write(run: Run, here: Path) -> None:
    write(here, YEAR)
    ran = run("brag", "--period", "2024", "--output", "brag.md", *DAY)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "milepost: from 2024-01-01 to 2024-12-31 there is nothing to tell\n"
        "  write a line under `## Wins` in an entry, as in: "
        "- What went well; from: what made it so\n"
        "  or ask for other days, as in: milepost brag --period 2026\n"
    )
    assert not (here / "brag.md").exists()


def test_with_an_address_of_the_site_the_evidence_is_its_pages(run: Run, here: Path) -> None:
    write(here, YEAR.replace("title: Ana's year", "title: A\nurl: https://ana.example/j/"))
    out = run("brag", *DAY).out
    assert "[**Read 24 books**](https://ana.example/j/goals/read/)" in out
    assert "[week 10 of 2026](https://ana.example/j/journal/2026-W10/#_2026-w10)" in out
    assert "[**PMP**](https://ana.example/j/log/2026-06-19-pmp/)" in out
    assert "content/" not in out


def test_the_page_stands_alone_and_says_the_same(run: Run, here: Path) -> None:
    write(here, YEAR.replace("the Institute", '"<script>alert(1)</script> & Sons"'))
    page = run("brag", "--html", *DAY).out
    assert page.startswith('<!doctype html>\n<html lang="en" dir="ltr">')
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons" in page
    assert not re.search(r"<(link|img|script)|url\(|@import|src=", page)
    assert "--paper:" in page
    headings = re.findall(r"^## (.*)$", run("brag", *DAY).out, re.MULTILINE)
    assert re.findall(r"<h2>(.*)</h2>", page) == headings
    ledger = YEAR.replace("title: Ana's year", "title: A\ntheme: ledger")
    write(here, ledger)
    assert "ui-monospace" in run("brag", "--html", *DAY).out
    write(here, "== theme/static/tokens.css ==\n:root { --paper: </style>red }\n")
    own = run("brag", "--html", *DAY).out
    assert own.count("</style>") == 1


def test_it_speaks_the_language_of_the_journal(run: Run, here: Path) -> None:
    write(here, YEAR.replace("title: Ana's year", "title: A\nlanguage: de"))
    out = run("brag", *DAY).out
    assert out.startswith("# Was Ana Costa erreicht hat\n")
    assert "## Erreichte Ziele" in out
    assert "rechtzeitig, 6 Wochen vor dem Termin" in out


def test_for_others_nothing_hidden_is_told(run: Run, here: Path) -> None:
    write(here, YEAR)
    out = run("brag", "--for", "public", *DAY).out
    assert "Read 24 books" in out
    assert not re.search("Weigh|talk|steering|Jonas|Risk|PMP|slip|2026-W10", out)
    hidden = run("brag", "--for", "public", "--goal", "weight", *DAY)
    assert hidden.err == "milepost: no goal here is called “weight”\n  there is: read\n"


def test_output_is_a_file_and_its_name_may_ask_for_a_page(run: Run, here: Path) -> None:
    write(here, YEAR)
    ran = run("brag", "--output", "out/brag.md", *DAY)
    assert (ran.code, ran.out, ran.err) == (0, "", "out/brag.md: 11 lines, for you alone\n")
    again = run("brag", "--output", "out/brag.md", "--for", "public", *DAY)
    assert again.err == "out/brag.md: 2 lines, as everybody may see them\n"
    run("brag", "--output", "out/brag.html", *DAY)
    run("brag", "--output", "out/brag.html", "--period", "2026", *DAY)
    assert (here / "out/brag.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("name", ["content/goals/read.md", "milepost.yaml", "letter.md", "content"])
def test_it_writes_over_nothing_but_its_own(run: Run, here: Path, name: str) -> None:
    letter = "== letter.md ==\n# Achievements of Ana Costa\n\nDear Ana\n"
    write(here, YEAR + letter)
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    ran = run("brag", "--output", name, *DAY)
    assert (ran.code, bool(ran.err)) == (2, True)
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


# --- laws ---------------------------------------------------------------------------------------


@given(
    st.text(alphabet="*_[]()<>`~|#&;=+-!$^\\{}1. :/ab\n\t", min_size=1, max_size=20).filter(
        str.strip
    )
)
def test_words_stay_words_in_markdown(text: str) -> None:
    words = " ".join(text.split())
    line = Line(words, "", (words,), (Evidence(words, "https://a.example/(x)"),))
    made = Paper("en", "ltr", words, words, "", (Part(words, (line,)),))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(as_markdown(made))
    assert [token.tag for token in tokens if token.type.endswith("_open")] == [
        *("h1", "p", "h2", "ul", "li", "p")
    ]
    inline = [token for token in tokens if token.type == "inline"]
    shown = ["".join(one.content for one in token.children or ()) for token in inline]
    assert shown[0] == words
    assert shown[-1] == f"{words}: {words} ({words})"


def made(files: dict[str, str], audience: Visibility) -> dict[str, bytes]:
    """The document of a journal for an audience, in both forms."""
    journal = load({name: text.encode() for name, text in files.items()}).journal
    day = date(2026, 11, 22)
    report = measure(as_of(gate(journal, audience), day), day)
    told = paper(report, ENGLISH, achievements(report, date(2020, 1, 1), day, Choice()))
    return {"brag.md": as_markdown(told).encode(), "brag.html": as_page(told, "").encode()}


def leaks(seen: Seen, audience: Visibility) -> list[str]:
    text = haystack(made(canary_journal(seen), audience))
    return [
        canary.text
        for canary in canaries(seen)
        if not canary.seen.seen_by(audience) and found_in(text, canary.text)
    ]


@pytest.mark.parametrize("hidden", DOCUMENTS)
def test_one_private_document_among_public_ones_is_not_told(hidden: str) -> None:
    assert leaks(dict.fromkeys(DOCUMENTS, PUBLIC) | {hidden: PRIVATE}, PUBLIC) == []


@given(visibilities, st.sampled_from(AUDIENCES))
@settings(max_examples=examples(20))
def test_whatever_is_hidden_is_not_told(seen: Seen, audience: Visibility) -> None:
    assert leaks(seen, audience) == []
