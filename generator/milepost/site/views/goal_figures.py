"""The figures at the top of a goal's page.

In: a standing and the page's context. Out: `Figure`s, those that are known.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.journal.values import Measure
from milepost.journal.words import Kind
from milepost.progress.values import Standing
from milepost.site.context import PageContext
from milepost.site.views.budget import money_of_goal
from milepost.site.views.parts import Figure
from milepost.voice import pages as said
from milepost.voice.labels import label
from milepost.voice.measures import bounds, summary


def figures(here: PageContext, standing: Standing) -> tuple[Figure, ...]:
    """The numbers of a goal that are known, in the order in which one asks for them."""
    voice, day, measure = here.site.voice, here.site.report.day, standing.goal.measurable
    found: list[Figure] = []
    if measure and measure.kind.facts.numbered:
        found += _amounts(here, standing, measure)
    elif measure and (so_far := summary(voice, standing)):
        found.append(Figure(label(voice, "done"), so_far))
    if standing.due:
        far = voice.relative(standing.due, day) if standing.status.living else ""
        found.append(Figure(label(voice, "due"), voice.near(standing.due, day), far))
    if standing.status.living:
        found += _outlook(here, standing)
    return (*found, *money_of_goal(here, standing.goal.id))


def _amounts(here: PageContext, standing: Standing, measure: Measure) -> Iterator[Figure]:
    """Where it is, where it should be, where it should get to."""
    voice, last = here.site.voice, standing.last_reading
    if standing.actual is not None:
        note = said.on_day(voice, last, standing.day) if last else ""
        yield _figure(here, standing, "now", standing.actual, note)
    if standing.expected is not None and standing.status.living:
        note = said.ahead(voice, standing.ahead_days)
        yield _figure(here, standing, "plan_today", standing.expected, note)
    if measure.kind.facts.banded:
        both = None not in {measure.from_, measure.to}
        name = "range" if both and measure.kind is Kind.RANGE else "wanted"
        asked = bounds(voice, measure.from_, measure.to, standing.unit)
        yield Figure(label(voice, name), asked)
    elif standing.to is not None and standing.from_ is not None:
        note = said.start_value(voice, standing.from_, standing.unit)
        yield _figure(here, standing, "target", standing.to, note)
    for name, value in (("minimum", measure.minimum), ("stretch", measure.stretch)):
        if value is not None:
            yield _figure(here, standing, name, value, "")


def _outlook(here: PageContext, standing: Standing) -> Iterator[Figure]:
    """How fast it goes, how likely it is, how sure its author is."""
    voice = here.site.voice
    if standing.rate is not None:
        note = said.needs_rate(voice, standing.needed_rate, standing.unit)
        yield _figure(here, standing, "each_week", standing.rate, note)
    if standing.chance is not None and not (standing.due and standing.due < standing.day):
        chance = voice.chance(standing.chance)
        yield Figure(label(voice, "chance"), chance, label(voice, "by_the_due_date"))
    if standing.confidence is not None:
        own = said.of_ten(voice, standing.confidence)
        yield Figure(label(voice, "own_confidence"), own)


def _figure(here: PageContext, standing: Standing, name: str, value: float, note: str) -> Figure:
    """A figure whose unit stands with the note, since it may be long; money keeps its sign."""
    voice, unit = here.site.voice, standing.unit
    plain, whole = voice.figure(value, unit), voice.number(value, unit)
    if not unit or not whole.startswith(plain):
        return Figure(label(voice, name), whole, note)
    named = whole[len(plain) :].strip()
    return Figure(label(voice, name), plain, ", ".join(part for part in (named, note) if part))
