"""All goals: one list to filter and sort, and the ladder from the vision to this quarter.

In: the site and the page's context. Out: `GoalsView`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from milepost.checks.horizons import horizon
from milepost.journal.model import Bands
from milepost.journal.words import Horizon
from milepost.progress.calendar import Span
from milepost.progress.lookback import asked_for
from milepost.progress.report import Report
from milepost.progress.values import Standing, Status
from milepost.site.context import PageContext
from milepost.site.parts_of_lists import GOAL
from milepost.site.views.dashboard import active_goals
from milepost.site.views.frame import MenuItem
from milepost.site.views.listed import part_title, parts_menu, rows_of
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
    """Everything on the page of all goals; `quarter` is the lowest rung of the ladder.

    Where they are too many for a page, `parts` lead to the pages on which they are, by horizon and
    by the year of their close; `part` is what this one is called, and the ladder has its goals.
    """

    count: str
    groups: tuple[Group, ...]
    choices: tuple[Choice, ...]
    vision: Markup
    vision_href: str
    ladder: tuple[Rung, ...]
    quarter: tuple[Item, ...]
    areas: tuple[Ref, ...]
    part: str = ""
    parts: tuple[MenuItem, ...] = ()


Row = tuple[str, Standing]
"""A goal, and the group in which it stands."""


def goal_rows(report: Report) -> tuple[Row, ...]:
    """All goals, by how they stand: active, vision, at rest, closed."""
    every = tuple(report.standings.values())
    active = active_goals(report)
    known = {standing.goal.id for standing in active}
    visions = [s for s in every if s.status.living and s.goal.id not in known]
    at_rest = [s for s in every if s.status in _AT_REST]
    closed = sorted(
        (s for s in every if not s.status.living and s.status not in _AT_REST),
        key=lambda s: (-(s.closed_on or report.day).toordinal(), s.goal.id),
    )
    groups = (("active", active), ("vision", visions), ("at_rest", at_rest), ("closed", closed))
    return tuple((name, standing) for name, found in groups for standing in found)


def goal_part(report: Report, rows: Sequence[Row], lines: int) -> Callable[[Row], str]:
    """To which part of the list a goal belongs: the closed to the year in which they were.

    The active stay together on the first page while they fit, else they are parted by horizon.
    """
    bands = report.journal.settings.horizons
    many = sum(goal_size(row) for row in rows if row[0] == "active") > lines

    def part(row: Row) -> str:
        group, standing = row
        if group == "closed":
            return str((standing.closed_on or report.day).year)
        near = _rung(standing, bands) if many and group == "active" else ""
        return str(near)

    return part


def goal_size(_: Row) -> int:
    """How many lines a goal takes."""
    return GOAL


def goals_view(here: PageContext, key: str = "") -> GoalsView:
    """The view of all goals, by how they stand, or of a part of them."""
    site, report = here.site, here.site.report
    rows: tuple[Row, ...] = rows_of(here, "goals", key)
    lines = {standing.goal.id: goal_line(here, standing) for _, standing in rows}
    groups: dict[str, list[GoalLine]] = {}
    for name, standing in rows:
        groups.setdefault(name, []).append(lines[standing.goal.id])
    # In the order of their ids, as the report has them.
    here_too = tuple(s for id_, s in report.standings.items() if id_ in lines)
    active, every, first = len(active_goals(report)), len(report.standings), not key
    return GoalsView(
        count=active_of(site.voice, active, every) if every else "",
        groups=tuple(
            Group(label(site.voice, name), tuple(found)) for name, found in groups.items()
        ),
        choices=_choices(here, (lines[s.goal.id] for s in here_too)) if len(lines) > 1 else (),
        vision=_first_paragraph(here),
        vision_href=here.to("vision") if report.journal.profile.path else "",
        ladder=_ladder(here, here_too, lines),
        quarter=_quarter(here) if first else (),
        areas=tuple(Ref(page.title, here.link(page.address)) for page in site.map.of("area"))
        if first
        else (),
        part=part_title(here, "goals", key),
        parts=parts_menu(here, "goals", key),
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
            goal_ref(here, step.goal.id),
        )
        for step in asked_for(report, Span.quarter_of(report.day))
    )


def _rung(standing: Standing, bands: Bands) -> Horizon:
    """The step of the ladder on which a goal stands."""
    return horizon(standing.goal, standing.start or standing.day, bands) or Horizon.SHORT


def _ladder(
    here: PageContext, every: tuple[Standing, ...], lines: dict[str, GoalLine]
) -> tuple[Rung, ...]:
    """The living goals by horizon, the farthest first; each with what it directly serves."""
    report = here.site.report
    bands = report.journal.settings.horizons
    rungs = []
    for step in _LADDER:
        goals = [s for s in every if s.status.living and _rung(s, bands) is step]
        shown = tuple(
            (
                lines[s.goal.id],
                tuple(
                    goal_ref(here, name)
                    for name in s.goal.relevant.serves
                    if name in report.standings
                ),
            )
            for s in goals
        )
        if shown:
            note = rung_note(here.site.voice, step, len(shown))
            rungs.append(Rung(capital(words.horizon(here.site.voice, step)), shown, note))
    return tuple(rungs) if len(rungs) > 1 else ()
