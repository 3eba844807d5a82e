"""Fields in a goal's text: given these lines, this is read; and what stays words."""

from __future__ import annotations

from datetime import date

import pytest

from milepost.findings import Finding
from milepost.journal.load import load
from milepost.journal.model import Goal
from milepost.rewriting.own_words import rewritten

PATH = "content/goals/swim.md"


def read(text: str, path: str = PATH) -> tuple[Goal, list[Finding]]:
    loaded = load({path: text.encode(), "milepost.yaml": b""})
    return loaded.journal.goals[0], [one for one in loaded.findings if one.place.path == path]


def said(text: str) -> tuple[date | None, str, str, str]:
    """Due day, reason, unit of the measure and the sentence of a goal."""
    goal, _ = read(text)
    unit = goal.measurable.unit if goal.measurable else ""
    return goal.time_bound.due, goal.relevant.because, unit, goal.specific


DUE = date(2026, 6, 30)
WHOLE = (DUE, "the lake is near", "lengths", "Swim front crawl")


@pytest.mark.parametrize(
    "text",
    [
        "# Swim\n\nS: Swim front crawl\nM: 20 lengths\nR: the lake is near\nT: by 30 June 2026\n",
        "# Swim\n\n- **Specific:** Swim front crawl\n- **Measurable:** 20 lengths\n"
        "- **Relevant:** the lake is near\n- **Time-bound:** 2026-06-30\n",
        "# Swim\n## Specific\nSwim front crawl\n## Measurable\n20 lengths\n\n## Why?\n\n"
        "the lake is near\n## Deadline\n30.06.2026\n",
        "# Swim\n### S – Specific\n- Swim front crawl\n### M – Measurable\n- 20 lengths\n"
        "### R (Relevant)\nthe lake\nis near\n### Time bound\n2026-06-30\n".replace(
            "R (Relevant)", "Relevant (R)"
        ),
        "# Swim\n\n| Key | Value |\n|---|---|\n| Specific | Swim front crawl |\n"
        "| **Target** | 20 lengths |\n| Why | the lake is near |\n| Due | 2026-06-30 |\n",
        "# Swim\n1. Specific: Swim front crawl\n2. Measurable: 20 lengths\n"
        "3. Relevant: the lake is near\n4. Time-bound: 2026-06-30\n",
        "🏊 Specific: Swim front crawl\n🎯 Target: 20 lengths\n"
        "**Deadline**: 30 June 2026\n__Why:__ the lake\nis near\n",
        "specific:: Swim front crawl\ntarget:: 20 lengths\ndeadline:: 2026-06-30\n"
        "why:: the lake is near\n",
        "- Spezifisch: Swim front crawl\n- Messbar: 20 lengths\n- Attraktiv: the lake is near\n"
        "- Terminiert: bis 30.06.2026\n",
        "---\nspecific: Swim front crawl\n---\nTarget: 20 lengths\n\n"
        "Deadline: end of June 2026. Why: the lake is near.\n",
    ],
)
def test_the_text_says_what_others_write_above_it(text: str) -> None:
    assert said(text) == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        "# Swim\nThe deadline: I have none.\n",
        "# Swim\n## Log\nDeadline: 2026-06-30\n",
        "# Swim\n> Deadline: 2026-06-30\n",
        "# Swim\n```\nDeadline: 2026-06-30\n```\n",
        "# Swim\n    Deadline: 2026-06-30\n",
        "# Swim\n- [ ] Deadline: 2026-06-30\n",
        "# Swim\nEnd: we went home\nBy: my sister\nTarget: the whole family\nUntil: soon\n",
        "# Swim\nS: small\nM: medium\n",
        "# Swim\nTime: 2026-06-30\nDate: 2026-06-30\nStatus: done\nVisibility of the sea: good\n",
        "# Swim\nWhat: we swam\nWhen: 2026-06-30\nHow: slowly\n",
        "# Swim\nI thought it over. Deadline: 2026-06-30\n",
        "# Swim\n## Why\n\n## Notes\nNothing yet.\n",
    ],
)
def test_what_is_no_field_stays_words(text: str) -> None:
    goal, findings = read(text)
    assert (goal.time_bound.due, goal.relevant.because, goal.measurable) == (None, "", None)
    assert goal.specific == ""
    assert goal.status.is_.value == "active"
    assert "F228" not in {one.code for one in findings}


@pytest.mark.parametrize(
    "hidden",
    [
        "::: private\nWhy: canary\nDeadline: 2026-06-30\n:::\n",
        "::: shared\n- Why: canary\n:::\n",
        "<!-- Why: canary -->\n",
        "%%\nWhy: canary\n%%\n",
        "::: prviate\nWhy: canary\n",
        "Why: canary\n:::\n",
    ],
)
def test_what_is_not_for_everybody_is_no_field_of_the_goal(hidden: str) -> None:
    goal, _ = read(f"---\nvisibility: public\n---\n# Swim\n\n{hidden}")
    assert "canary" not in str(goal.relevant)
    assert goal.time_bound.due is None


def test_questions_are_fields_beside_a_sure_one() -> None:
    goal, _ = read("What: Swim front crawl\nWhen: 2026-06-30\nHow: with Ana\nWhy: the lake\n")
    assert (goal.specific, goal.time_bound.due) == ("Swim front crawl", DUE)
    assert goal.achievable.needs == ("with Ana",)


RESULTS = ("Publish 12 posts", "Grow from 100 to 500 readers")


@pytest.mark.parametrize(
    "text",
    [
        "**Key results:**\n- Publish 12 posts\n- Grow from 100 to 500 readers\n",
        "Key results:\n\n1. Publish 12 posts\n2. Grow from 100 to 500 readers\n",
        "## Key results\n- Publish 12 posts\n- Grow from 100 to 500 readers\n\n## Notes\nSome.\n",
        "**Milestones**\n- Publish 12 posts\n- Grow from 100 to 500 readers\n",
        "KR1: Publish 12 posts\nKR 2: Grow from 100 to 500 readers\n",
        "- **Key Result 1:** Publish 12 posts\n- **Key Result 2:** Grow from 100 to 500 readers\n",
        "- Objective: Blog\n- Key results:\n  - Publish 12 posts\n"
        "  - Grow from 100 to 500 readers\n- Due: 2026-06-30\n",
        "## Meilensteine\n- Publish 12 posts\n- Grow from 100 to 500 readers\n",
        "## Next steps\n* Publish 12 posts\n* Grow from 100 to 500 readers\n",
    ],
)
def test_key_results_of_the_text_are_milestones(text: str) -> None:
    goal, told = read(text)
    assert tuple(one.title for one in goal.milestones) == RESULTS
    assert [one.code for one in told] == ["F228"]
    after, _ = rewritten({PATH: text.encode(), "milepost.yaml": b""})
    moved, left = read(after[PATH].decode())
    assert moved.milestones == goal.milestones
    assert left == []


@pytest.mark.parametrize(
    "text",
    [
        "## Key results\n- [ ] Publish 12 posts\n- [ ] Read\n",  # boxes are tasks
        "## Key results\nPublish and grow.\n\n- one\n- two\n".replace("Publish", "[x](y) Publish"),
        "---\nmeasurable: 24 books\n---\n## Next steps\n- buy a lamp\n",  # notes on the way
        "---\nmilestones: [2026-06-01 half]\n---\n## Key results\n- Publish 12 posts\n",
        "```\nKey results:\n- Publish 12 posts\n```\n",
        "The key results:\n- Publish 12 posts\n",
    ],
)
def test_other_lists_are_no_milestones(text: str) -> None:
    assert "Publish 12 posts" not in [one.title for one in read(text)[0].milestones]
    assert "buy a lamp" not in [one.title for one in read(text)[0].milestones]


def test_the_front_matter_goes_before_the_text() -> None:
    goal, findings = read("---\ntime_bound: 2026-09-30\n---\nDeadline: 2026-06-30\n")
    assert goal.time_bound.due == date(2026, 9, 30)
    assert findings == []


def test_a_part_that_the_front_matter_lacks_is_read() -> None:
    goal, _ = read("---\nstart: 2026-01-05\n---\nDeadline: 2026-06-30\n")
    assert (goal.time_bound.start, goal.time_bound.due) == (date(2026, 1, 5), DUE)


def test_it_is_told_once_where_the_first_stands() -> None:
    _, findings = read("# Swim\n\nDeadline: 2026-06-30\n**Why:** the lake\n")
    told = [(one.code, one.place.line, one.message) for one in findings]
    words = "milepost reads what the text says behind “Deadline” and “Why” as "
    assert told == [("F228", 3, f"{words}`time_bound`, `relevant`")]


def test_what_cannot_be_read_is_told_where_it_stands() -> None:
    _, findings = read("# Swim\n\nDeadline: when it is warm\n")
    found = next(one for one in findings if one.code == "F204")
    assert (found.place.line, found.place.column, found.place.end_column) == (3, 11, 26)


@pytest.mark.parametrize("behind", [".", " (firm)", ", before I am 40", ". I told them", " – firm"])
def test_words_behind_a_day_stay_words(behind: str) -> None:
    goal, findings = read(f"Deadline: 30 June 2026{behind}\n")
    assert goal.time_bound.due == DUE
    assert {one.code for one in findings} == {"F228"}


def test_two_deadlines_that_disagree_are_an_error() -> None:
    _, findings = read("Deadline: 2026-06-30\nDue: 2026-09-30\n")
    assert "F222" in {one.code for one in findings}


def test_notes_that_are_no_goals_are_not_read_so() -> None:
    text = b"# A week\nDeadline: 2026-06-30\nWhy: the lake\nMeasurable: 20 lengths\n"
    loaded = load({"content/journal/2026-W10.md": text, "content/pages/a.md": text})
    assert not [one for one in loaded.findings if one.code == "F228"]


@pytest.mark.parametrize(
    "text",
    [
        "Specific: Swim front crawl ^crawl\n",
        "Specific: Swim front crawl[^1]\n\n[^1]: With a coach.\n",
        "- Specific: Swim front crawl\n  - with a coach\n",
    ],
)
def test_a_field_to_which_more_belongs_is_read_and_stays_where_it_is(text: str) -> None:
    """The mark of its block, a footnote, the items below it: `fmt` would tear them apart."""
    goal, findings = read(f"# Swim\n\n{text}")
    assert goal.specific.startswith("Swim front crawl")
    assert "^crawl" not in goal.specific
    assert [one.help for one in findings if one.code == "F228"] == ["nothing to do"]
    _, plainly = read("# Swim\n\n- Specific: Swim front crawl\n- Else: words\n")
    assert "milepost fmt" in next(one.help for one in plainly if one.code == "F228")
