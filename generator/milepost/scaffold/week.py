"""The entry of the week, pre-filled.

In: the report of the journal. Out: a text and its path.
"""

from __future__ import annotations

import re

from milepost.journal.line_marks import BULLET
from milepost.journal.model import Goal, Journal
from milepost.journal.values import Week
from milepost.journal.words import State
from milepost.progress.report import Report
from milepost.scaffold.beside import folder_beside
from milepost.scaffold.files import filled
from milepost.voice.rows import of_an_entry, planned_hours, to_beat
from milepost.voice.voice import voice_of

_OPEN = re.compile(rf"\s*{BULLET} (\[[ /?!]\] .+)")


def new_week(report: Report, week: Week | None = None) -> tuple[str, str]:
    """The path and the text of the entry for a week: without one, that of the report's day.

    It lies where the entry nearest to it does, names each active goal with the number to beat, and
    carries last week's open plans over.
    """
    voice = voice_of(report.journal.settings, plain=True)
    week = week or Week.of(report.day)
    active = [
        standing
        for standing in report.standings.values()
        if standing.goal.status.is_ is State.ACTIVE and _takes_number(standing.goal)
    ]
    numbers = []
    if active:
        width = max(len(standing.goal.id) for standing in active) + 1
        numbers.append("progress:\n")
        numbers += [f"  {s.goal.id + ':':<{width}}    # {to_beat(voice, s)}\n" for s in active]
        numbers.append("hours:\n")
        numbers += [
            f"  {s.goal.id + ':':<{width}}    # {planned_hours(voice, s)}\n" for s in active
        ]
    plans = [f"- {plan}" for plan in open_plans(report.journal, week)] or ["- [ ] "]
    text = filled(
        "week.md",
        week=week,
        numbers="".join(numbers),
        plans="\n".join(plans),
        **of_an_entry(voice),
    )
    whole = [entry for entry in report.journal.entries if not entry.date_]
    folder = folder_beside(whole, week.sunday, week.year, report.journal.root)
    return str(folder / f"{week}.md"), text


def open_plans(journal: Journal, week: Week) -> tuple[str, ...]:
    """The plans of the latest entry before a week that are open, as their writer put them.

    Each with its box; half done, in question and important ones are open too.
    """
    earlier = [entry for entry in journal.entries if entry.week and entry.week < week]
    if not earlier:
        return ()
    latest = earlier[-1].week
    last = [entry for entry in earlier if entry.week == latest]
    open_ = []
    for entry in last:
        section = entry.section("plans")
        lines = section.text.split("\n") if section else []
        open_ += [match[1] for line in lines if (match := _OPEN.match(line))]
    return tuple(open_)


def _takes_number(goal: Goal) -> bool:
    return goal.measurable is not None and not goal.measurable.kind.facts.derived
