"""`3 milestones` of a goal that lists three counts those, and so do tasks and goals."""

from __future__ import annotations

import pytest
from written import report

from milepost.journal.words import Kind

GOAL = """\
== content/goals/thesis.md ==
---
title: Thesis
measurable: {measure}
time_bound: 2026-01-01 to 2026-12-31
milestones:
  - done 2026-03-01 outline
  - 2026-12-01 final
---
- [x] One
- [ ] Two
- [ ] Three
== content/goals/read.md ==
---
title: Read
measurable: 10 books
relevant: thesis
time_bound: 2026-01-01 to 2026-12-31
---
"""


@pytest.mark.parametrize(
    ("measure", "kind"),
    [
        ("2 milestones", Kind.MILESTONES),
        ("two milestones", Kind.MILESTONES),
        ("3 tasks", Kind.TASKS),
        ("1 goals", Kind.GOALS),
        ("3 milestones", Kind.COUNT),  # of which two are listed: the third may be anything
        ("2 tasks", Kind.COUNT),
        ("20 goals", Kind.COUNT),  # of a striker
        ("2 books", Kind.COUNT),
    ],
)
def test_what_a_goal_lists_in_that_number_is_what_it_counts(measure: str, kind: Kind) -> None:
    assert report(GOAL.format(measure=measure)).standings["thesis"].kind is kind


def test_where_no_goal_serves_it_goals_are_numbers() -> None:
    text = GOAL.format(measure="1 goals").replace("relevant: thesis", "relevant: health")
    assert report(text).standings["thesis"].kind is Kind.COUNT
