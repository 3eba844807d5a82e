"""Per cent are parts of one whole: a number of them says how far it is, and adds up to nothing."""

from __future__ import annotations

import pytest
from written import report, stands

from milepost.checks.check import check
from milepost.progress.report import Report
from milepost.progress.values import Status


def journal(head: str, *values: object) -> str:
    weeks = (
        f"== content/journal/2026-W{44 + n}.md ==\n---\nprogress: {{example: {value}}}\n---\n"
        for n, value in enumerate(values)
    )
    goal = f"== content/goals/example.md ==\n---\ntitle: Get there\n{head}\n---\n"
    return goal + "".join(weeks)


def told(found: Report) -> dict[str, str]:
    return {one.code: f"{one.message}; {one.help}" for one in check(found)}


@pytest.mark.parametrize(
    ("measure", "values", "actual"),
    [
        ("100 %", ("20 %", "40 %", "60 %"), 60),
        ("100 %", (20, 40, 60), 60),
        ("100 percent", (20, 40, 60), 60),
        ("80 % of the course", ("20 %", "40 %", "+10"), 50),
        ("at least 80 %", (20, 40), 40),
    ],
)
def test_shares_say_how_far_it_is(
    measure: str, values: tuple[str | int, ...], actual: float
) -> None:
    head = f"measurable: {measure}\ntime_bound: 2026-10-05 to 2026-12-31"
    assert stands(journal(head, *values), "2026-11-22").actual == actual


def test_a_share_past_its_target_at_first_is_asked_about() -> None:
    found = report(journal("measurable: 20 %\ntime_bound: 2026-12-31", 31, 30))
    assert found.standings["example"].status is Status.UNREAD
    assert "write `measurable: from 31 to 20 %`" in told(found)["M109"]


def test_a_share_past_its_target_that_is_meant_counts() -> None:
    text = journal("measurable: 20 %\ntime_bound: 2026-12-31", "31!")
    assert stands(text, "2026-11-22").progress == pytest.approx(1.55)


WINDOW = "measurable: 10 books\ntime_bound: 2026-11-05 to 2026-12-31"


def test_what_was_added_before_the_start_is_told() -> None:
    """W44 ends on Sunday 1 November, and W45, which ends on the 8th, is not before the start."""
    found = told(report(journal(WINDOW, 3, 2)))
    assert found["M204"] == (
        "3 books of 1 November count, and the goal starts on 5 November; write `=3` if it stood "
        "there by then, `3!` if it is right, or an earlier start"
    )
    assert "M204" not in told(report(journal(WINDOW.replace("11-05", "10-31"), 3, 2)))
    assert "M204" not in told(report(journal(WINDOW, "=3", 2)))
    assert "M204" not in told(report(journal(WINDOW, "3!", 2)))


@pytest.mark.parametrize("measure", ["daily", "3 times a week", "at most 2 coffees a day"])
def test_less_than_none_is_asked_about(measure: str) -> None:
    head = f"measurable: {measure}\ntime_bound: 2026-10-05 to 2026-12-31"
    assert "less than none is never done" in told(report(journal(head, -1, 3)))["M202"]
    assert "M202" not in told(report(journal(head, 0, 3)))


def test_no_target_below_what_is_done_is_proposed() -> None:
    head = "measurable: 24 books\ntime_bound: 2026-09-28 to 2026-12-31"
    found = told(report(journal(head, -5, 1, 1)))
    assert "the target −" not in found["A201"]
