"""The figures at the top of a goal's page.

In: a standing and the page's place. Out: `Figure`s, those that are known.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.progress.report import Standing
from milepost.site.counting import counted
from milepost.site.desk import Here
from milepost.site.views.parts import NUMBERED, chance


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the goal with its name; `note` is its unit and a word beside it."""

    name: str
    value: str
    note: str = ""


def figures(here: Here, standing: Standing) -> tuple[Figure, ...]:
    """The numbers of a goal that are known, in the order in which one asks for them."""
    words, day = here.desk.words, here.desk.report.day
    measure = standing.goal.measurable
    found = []
    if measure and measure.kind in NUMBERED:
        if standing.actual is not None:
            note = f"on {words.near(standing.last_reading, day)}" if standing.last_reading else ""
            found.append(_figure(here, standing, "Now", standing.actual, note))
        if standing.expected is not None and standing.status.living:
            note = _ahead(standing)
            found.append(_figure(here, standing, "The plan today", standing.expected, note))
        if standing.to is not None and standing.from_ is not None:
            note = f"from {words.number(standing.from_)}"
            found.append(_figure(here, standing, "Target", standing.to, note))
        if measure.minimum is not None:
            found.append(_figure(here, standing, "Would still do", measure.minimum, ""))
        if measure.stretch is not None:
            found.append(_figure(here, standing, "Proud of", measure.stretch, ""))
    elif measure and standing.summary:
        found.append(Figure("Done", standing.summary))
    if standing.due:
        far = words.relative(standing.due, day) if standing.status.living else ""
        found.append(Figure("Due", words.near(standing.due, day), far))
    if standing.rate is not None and standing.status.living:
        needed = standing.needed_rate
        note = f"needs {words.number(needed)}" if needed is not None else ""
        found.append(_figure(here, standing, "Each week", standing.rate, note))
    if standing.forecast and standing.status.living:
        found.append(
            Figure("Chance", chance(words, standing.forecast.probability), "by the due date")
        )
    if standing.confidence is not None and standing.status.living:
        found.append(Figure("Your confidence", f"{words.number(standing.confidence)} of 10"))
    return tuple(found)


def _figure(here: Here, standing: Standing, name: str, value: float, note: str) -> Figure:
    """A figure whose unit stands with the note, since it may be long; money keeps its sign."""
    words, unit = here.desk.words, standing.unit
    plain, whole = words.number(value), words.number(value, unit)
    if not unit or not whole.startswith(plain):
        return Figure(name, whole, note)
    named = whole[len(plain) :].strip()
    return Figure(name, plain, f"{named}, {note}" if note else named)


def _ahead(standing: Standing) -> str:
    days = standing.ahead_days
    if not days:
        return ""
    return f"{counted(abs(days), 'day')} {'ahead' if days > 0 else 'behind'}"
