"""All goals: one list to filter and sort, and the ladder from the vision to this quarter.

In: the site and the page's context. Out: `GoalsView`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from milepost.checks.horizons import horizon
from milepost.journal.words import Horizon
from milepost.progress.calendar import Span
from milepost.progress.lookback import asked_for
from milepost.progress.report import Standing, Status
from milepost.site.context import PageContext
from milepost.site.views.dashboard import active_goals
from milepost.site.views.parts import GoalLine, Item, Ref, day_of, goal_line, goal_ref
from milepost.voice import labels as words
from milepost.voice.labels import label
from milepost.voice.pages import active_of, capital, rung_note

_LADDER = (Horizon.VISION, Horizon.LONG, Horizon.MID, Horizon.SHORT)
_AT_REST = (Status.PAUSED, Status.SOMEDAY)


@dataclass(frozen=True, slots=True)
class Group:
    """Goals that belong together under a heading."""

    title: str
    goals: tuple[GoalLine, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder: a horizon with its goals and, below each, what it serves.

    `note` says to the owner where guides would have fewer or more.
    """

    title: str
    goals: tuple[tuple[GoalLine, tuple[Ref, ...]], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter: its field, its name, and the values that occur, with their words."""

    field: str
    name: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GoalsView:
    """Everything on the page of all goals; `quarter` is the lowest rung of the ladder."""

    count: str
    groups: tuple[Group, ...]
    choices: tuple[Choice, ...]
    vision: Markup
    vision_href: str
    ladder: tuple[Rung, ...]
    quarter: tuple[Item, ...]
    areas: tuple[Ref, ...]


def goals_view(here: PageContext) -> GoalsView:
    """The view of all goals, by how they stand: active, at rest, closed."""
    site, report = here.site, here.site.report
    every = tuple(report.standings.values())
    active = active_goals(report)
    visions = [s for s in every if s.status.living and s not in active]
    at_rest = [s for s in every if s.status in _AT_REST]
    closed = sorted(
        (s for s in every if not s.status.living and s not in at_rest),
        key=lambda s: (-(s.closed_on or report.day).toordinal(), s.goal.id),
    )
    groups = (
        ("active", active),
        ("vision", visions),
        ("at_rest", at_rest),
        ("closed", closed),
    )
    lines = {standing.goal.id: goal_line(here, standing) for standing in every}
    profile = report.journal.profile
    return GoalsView(
        count=active_of(site.voice, len(active), len(every)) if every else "",
        groups=tuple(
            Group(label(site.voice, name), tuple(lines[s.goal.id] for s in found))
            for name, found in groups
            if found
        ),
        choices=_choices(here, lines.values()) if len(every) > 1 else (),
        vision=_first_paragraph(here),
        vision_href=here.to("vision") if profile.path else "",
        ladder=_ladder(here, every, lines),
        quarter=_quarter(here),
        areas=tuple(Ref(page.title, here.link(page.address)) for page in site.map.of("area")),
    )


def _first_paragraph(here: PageContext) -> Markup:
    profile = here.site.report.journal.profile
    paragraphs = [part.strip() for part in profile.prose.text.split("\n\n") if part.strip()]
    first = next((part for part in paragraphs if not part.startswith(("#", ":::", ">"))), "")
    return here.line(" ".join(first.split()), profile) if first else Markup("")


def _choices(here: PageContext, lines: Iterable[GoalLine]) -> tuple[Choice, ...]:
    """A filter for each field in which the goals differ."""
    every = tuple(lines)
    found = []
    for field in ("area", "horizon", "status"):
        values: dict[str, str] = {}
        for line in every:
            value = dict(line.sort)[field]
            word = {"area": line.area.title if line.area else "", "horizon": line.horizon}.get(
                field, line.chip.word
            )
            if value:
                values[value] = word
        if len(values) > 1:
            found.append(
                Choice(field, label(here.site.voice, field), tuple(sorted(values.items())))
            )
    return tuple(found)


def _quarter(here: PageContext) -> tuple[Item, ...]:
    """The lowest rung: the milestones that this quarter asks for, by day."""
    report = here.site.report
    return tuple(
        Item(
            day_of(here, step.day),
            Ref(step.milestone.title, ""),
            goal_ref(here, step.standing.goal.id),
        )
        for step in asked_for(report, Span.quarter_of(report.day))
    )


def _ladder(
    here: PageContext, every: tuple[Standing, ...], lines: dict[str, GoalLine]
) -> tuple[Rung, ...]:
    """The living goals by horizon, the farthest first; each with what it directly serves."""
    bands = here.site.report.journal.settings.horizons
    rungs = []
    for step in _LADDER:
        goals = [
            s
            for s in every
            if s.status.living
            and (horizon(s.goal, s.start or s.day, bands) or Horizon.SHORT) is step
        ]
        shown = tuple(
            (
                lines[s.goal.id],
                tuple(lines[name].ref for name in s.goal.relevant.serves if name in lines),
            )
            for s in goals
        )
        if shown:
            note = rung_note(here.site.voice, step, len(shown))
            rungs.append(Rung(capital(words.horizon(here.site.voice, step)), shown, note))
    return tuple(rungs) if len(rungs) > 1 else ()
