"""What became of what a review decided, and until when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from written import TODAY, measured, read

from milepost.checks.check import check
from milepost.progress.calendar import Span
from milepost.progress.decisions import decided_before, followed
from milepost.progress.report import Report
from milepost.voice.decisions import outcome
from milepost.voice.english import ENGLISH

NONE: Mapping[str, str] = {}


def known(
    line: str, goal: str = "", day: date = TODAY, reviews: Mapping[str, str] = NONE
) -> Report:
    """A goal `run` with these keys, and the review of October with this line, and others."""
    texts = {"2026-10": line, **reviews}
    files = [f"== content/reviews/{name}.md ==\n## Decisions\n\n{t}\n" for name, t in texts.items()]
    front = f"title: Run 300 km\nmeasurable: 300 km\ntime_bound: 2026-01-05 to 2026-12-31\n{goal}"
    files.append(f"== content/goals/run.md ==\n---\n{front}\n---\n")
    files.append("== content/goals/swim.md ==\n# Swim\n")
    return measured(read("\n".join(files)), day)


def came(line: str, goal: str = "", day: date = TODAY) -> str:
    """What is said of the decision of October."""
    report = known(line, goal, day)
    (one,) = report.decisions
    return outcome(ENGLISH, one, followed(one, report.standings[one.goal]), report.day)


CHANGED = "changes: [{date: DAY, measurable: 400 km, because: my knee}]"


@pytest.mark.parametrize(
    ("line", "goal", "said"),
    [
        ("- keep [[run]]", "", ""),
        ("- keep [[run]]", "status: paused since 2026-11-10", "paused since 10 Nov"),
        ("- keep [[run]]", "status: dropped since 2026-11-10", "dropped since 10 Nov"),
        ("- change [[run]]", "", "nothing has changed in it since"),
        ("- change [[run]]", CHANGED.replace("DAY", "2026-10-01"), "changed on 1 Oct"),
        ("- change [[run]]", CHANGED.replace("DAY", "2026-11-09"), "changed on 9 Nov"),
        (
            "- change [[run]]",
            CHANGED.replace("DAY", "2026-09-30"),
            "nothing has changed in it since",
        ),
        ("- change [[run]]", "status: done since 2026-11-10", "done since 10 Nov"),
        ("- pause [[run]]", "", "its file does not say so yet"),
        ("- pause [[run]]", "status: paused since 2026-11-10", "paused since 10 Nov"),
        ("- pause [[run]]", "status: paused", "its file says so"),
        ("- pause [[run]]", "status: dropped since 2026-11-10", "dropped since 10 Nov"),
        (
            "- pause [[run]]",
            "changes: [{date: 2026-11-16, status: paused since 2026-11-02}]",
            "paused since 2 Nov",
        ),
        (
            "- pause [[run]]",
            "changes: [{date: 2026-09-16, status: paused since 2026-09-02}]",
            "its file does not say so yet",
        ),
        ("- drop [[run]]", "status: dropped since 2026-10-20", "dropped on 20 Oct"),
        ("- replace [[run]]", "status: replaced since 2026-11-10", "replaced on 10 Nov"),
        ("- done [[run]]", "", "its file does not say so yet"),
        ("- done [[run]]", "status: done since 2026-11-10", "done since 10 Nov"),
        ("- done [[run]]", "readings: [2026-10-12 +300]", "done since 12 Oct"),
    ],
)
def test_what_became_of_it(line: str, goal: str, said: str) -> None:
    assert came(line, goal) == said


def test_a_year_remembers_its_last_quarter() -> None:
    """What was changed in summer is not what the review of the year decides."""
    for day, said in (("2026-09-29", "nothing has"), ("2026-10-01", "changed on 1 Oct")):
        report = known(
            "", CHANGED.replace("DAY", day), date(2027, 1, 9), {"2026": "- change [[run]]"}
        )
        (one,) = report.decisions
        told = outcome(ENGLISH, one, followed(one, report.standings["run"]), date(2026, 12, 31))
        assert told.startswith(said)


def asked(
    day: str,
    line: str = "- pause [[run]]",
    goal: str = "",
    reviews: Mapping[str, str] = NONE,
) -> list[str]:
    """The remedies of J401 on a day."""
    report = known(line, goal, date.fromisoformat(day), reviews)
    found = check(report)
    return [finding.help for finding in found if finding.code == "J401"]


def test_it_is_asked_for_from_two_weeks_after_on_for_a_quarter() -> None:
    assert asked("2026-11-13") == []
    assert len(asked("2026-11-14")) == 1
    assert len(asked("2027-01-31", goal="status: active")) == 1
    assert asked("2027-02-01") == []


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("- pause [[run]]", "write `status: paused since 2026-10-31` in content/goals/run.md;"),
        ("- drop [[run]]", "write `status: dropped since 2026-10-31` in content/goals/run.md;"),
        (
            "- replace [[run]] by swim",
            "write `status: replaced since 2026-10-31` and `replaced_by: swim` in content/",
        ),
    ],
)
def test_the_remedy_works_when_it_is_pasted(line: str, remedy: str) -> None:
    (told,) = asked("2026-11-22", line)
    assert told.startswith(remedy)
    lines = "\n".join(told.split("`")[1::2])
    assert asked("2026-11-22", line, lines) == []


@pytest.mark.parametrize("line", ["- keep [[run]]", "- change [[run]]", "- done [[run]]"])
def test_other_decisions_are_not_asked_for(line: str) -> None:
    assert asked("2026-11-22", line) == []


def test_a_later_review_decides_anew() -> None:
    """One of the same end does not: the month and its quarter say the same."""
    assert asked("2027-01-16", reviews={"2026-11": "- keep [[run]]"}) == []
    assert len(asked("2026-11-22", reviews={"2026-09": "- keep [[run]]"})) == 1


def test_the_last_review_of_the_same_rhythm() -> None:
    months = known(
        "- keep [[run]]", reviews={"2026-09": "- pause [[run]]", "2026-Q3": "- drop [[run]]"}
    )
    assert [str(one.said.is_) for one in decided_before(months, Span(2026, 4, 11))] == ["keep"]
    assert [str(one.said.is_) for one in decided_before(months, Span(2026, 4, 10))] == ["pause"]
    assert [str(one.said.is_) for one in decided_before(months, Span(2026, 4))] == ["drop"]
    assert decided_before(months, Span(2026, 3)) == ()
    assert decided_before(months, Span(2027)) == ()
