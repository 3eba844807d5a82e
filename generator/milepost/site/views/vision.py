"""The person: the vision, the themes, the values in action, and what the profile says besides.

In: the page's context. Out: `VisionView`.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from milepost.journal.values import Milestone
from milepost.journal.words import Inner, Visibility
from milepost.progress.energy import DRAINED, ENERGISED, Told, told
from milepost.progress.values_lived import LivedValue, values_lived
from milepost.site.charts.chart import Chart
from milepost.site.charts.dots import Row, dots, sample
from milepost.site.charts.key import key
from milepost.site.context import PageContext
from milepost.site.views.parts import (
    Item,
    Ref,
    When,
    area_ref,
    day_of,
    entry_item,
    entry_ref,
    goal_ref,
)
from milepost.voice import pages as said
from milepost.voice.labels import label

_VALUES, _TOLD = 3, 8
"""So many entries are named for a value; so many things that give or take energy."""


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value, and where it is lived: the goals that name it, the latest entries with its tag.

    `quiet` is said to the owner of one for which nothing was done in a year.
    """

    name: str
    goals: tuple[Ref, ...]
    entries: tuple[Item, ...]
    more: str
    quiet: str


@dataclass(frozen=True, slots=True)
class EnergyLine:
    """What gives or takes energy, in its latest words; how often that was told, and where last."""

    words: Markup
    often: str
    where: Ref


@dataclass(frozen=True, slots=True)
class Experience:
    """What is wanted to be lived through: whether it was, and the day of that, or the one meant."""

    title: str
    done: bool
    when: When | None


@dataclass(frozen=True, slots=True)
class VisionView:
    """The person: theme of each year, vision, values in action, areas, and what else is told.

    `strengths`, `personality` and `satisfaction` (with a word on each year) are the owner's alone
    unless the profile shows them; `alone` then says so. `energised` and `drained` are gathered
    from the entries.
    """

    title: str
    themes: tuple[tuple[str, str], ...]
    prose: Markup
    values: tuple[ValueLine, ...]
    areas: tuple[Ref, ...]
    missing: str
    strengths: tuple[str, ...]
    personality: tuple[str, ...]
    satisfaction: Chart | None
    years: tuple[tuple[str, str], ...]
    alone: tuple[str, ...]
    energised: tuple[EnergyLine, ...]
    drained: tuple[EnergyLine, ...]
    experiences: tuple[Experience, ...]


def vision_view(here: PageContext) -> VisionView:
    """The view of the profile."""
    report, voice = here.site.report, here.site.voice
    profile = report.journal.profile
    empty = not (profile.prose.text.strip() or profile.values or profile.theme)
    rated = sorted(profile.satisfaction.items(), reverse=True)
    return VisionView(
        title=profile.name or label(voice, "vision"),
        themes=tuple(sorted(profile.theme.items(), reverse=True)),
        prose=here.prose(profile),
        values=tuple(_value(here, value) for value in values_lived(report)),
        areas=tuple(ref for area in profile.areas if (ref := area_ref(here, area))),
        missing=said.no_profile(voice, report.journal.root) if empty else "",
        strengths=profile.strengths,
        personality=tuple(line for line in profile.personality.splitlines() if line.strip()),
        satisfaction=_satisfaction(here),
        years=tuple((year, one.note) for year, one in rated if one.note),
        alone=tuple(name.value for name in Inner if name not in profile.show),
        energised=_energy(here, ENERGISED),
        drained=_energy(here, DRAINED),
        experiences=tuple(_experience(here, one) for one in profile.experiences),
    )


def _value(here: PageContext, value: LivedValue) -> ValueLine:
    goals = [standing.goal.id for standing in (*value.goals, *value.others)]
    left = len(value.entries) - _VALUES
    own = here.site.voice.reader is Visibility.PRIVATE  # others may not see what is done for it
    return ValueLine(
        value.name,
        tuple(goal_ref(here, id_) for id_ in goals),
        tuple(entry_item(here, entry) for entry in value.entries[:_VALUES]),
        said.more_entries(here.site.voice, left) if left > 0 else "",
        said.not_lived(here.site.voice, ever=value.ever) if value.quiet and own else "",
    )


def _satisfaction(here: PageContext) -> Chart | None:
    """Job and field on a scale from 0 to 10, a row for each year, the latest first."""
    voice = here.site.voice
    rated = sorted(here.site.report.journal.profile.satisfaction.items(), reverse=True)
    if not rated:
        return None
    rows = [
        Row(
            year,
            said.satisfied(voice, year, one.job, one.field),
            (("now", one.job), ("ring", one.field)),
        )
        for year, one in rated
    ]
    legend = key(
        "c-dots",
        [
            (any(one.job is not None for _, one in rated), sample("now"), label(voice, "job")),
            (any(one.field is not None for _, one in rated), sample("ring"), label(voice, "field")),
        ],
    )
    alt = said.satisfied_by_year(voice, len(rated))
    head = (label(voice, "year"), label(voice, "the_job"), label(voice, "the_field"))
    table = tuple((year, voice.number(one.job), voice.number(one.field)) for year, one in rated)
    return Chart(dots(rows, 10, 2, voice, alt) + legend, alt, head, table)


def _energy(here: PageContext, section: str) -> tuple[EnergyLine, ...]:
    return tuple(_line(here, one) for one in told(here.site.report, section)[:_TOLD])


def _line(here: PageContext, one: Told) -> EnergyLine:
    latest = one.entries[0]
    often = said.told_often(here.site.voice, len(one.entries)) if len(one.entries) > 1 else ""
    return EnergyLine(here.line(one.words, latest), often, entry_ref(here, latest))


def _experience(here: PageContext, one: Milestone) -> Experience:
    day = one.done_on or one.due
    done = bool(one.done) and (one.done_on is None or one.done_on <= here.site.report.day)
    return Experience(one.title, done, day_of(here, day) if day else None)
