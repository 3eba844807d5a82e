"""The small views that pages share: links, cards, lines of lists.

In: standings, entries, a page's context. Out: frozen dataclasses of text and links.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from milepost.addresses import label_key
from milepost.checks.horizons import horizon
from milepost.journal.model import Entry
from milepost.journal.prose import Prose
from milepost.journal.values import Week
from milepost.progress.calendar import week_of
from milepost.progress.values import Standing
from milepost.site.charts.bar import bar
from milepost.site.charts.chart import Chart
from milepost.site.context import PageContext
from milepost.site.data import LETTERS
from milepost.voice import labels, pages
from milepost.voice.labels import label
from milepost.voice.lights import counted_from, why_on
from milepost.voice.measures import summary
from milepost.voice.pages import capital
from milepost.voice.reasons import reason
from milepost.voice.statuses import Chip, chip


@dataclass(frozen=True, slots=True)
class Ref:
    """A link: its words, its address from this page (empty: no link), and a word beside it."""

    title: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name, and a word beside it; `value` is a dash where nothing is known."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A day or a week as it is read, and as ISO text for machines."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a dated list: when, what with its link, and where it belongs."""

    when: When
    ref: Ref
    where: Ref | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lamp:
    """One of the five lights: `on` is None where nobody has looked."""

    letter: str
    name: str
    on: bool | None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal in a list: everything that one line or one card may say of it.

    `sort` holds plain values to sort and filter by: area, horizon, status, due, progress.
    """

    id: str
    ref: Ref
    chip: Chip
    reason: str
    summary: str
    area: Ref | None
    horizon: str
    due: When | None
    percent: str
    bar: Chart | None
    lamps: tuple[Lamp, ...]
    sort: tuple[tuple[str, str], ...]


def goal_ref(here: PageContext, name: str, note: str = "") -> Ref:
    """The link to a goal by its id; its id alone where the journal has no such goal."""
    goal = here.site.report.journal.goal(name)
    return Ref(goal.called if goal else name, here.to("goal", name), note)


def area_ref(here: PageContext, area: str) -> Ref | None:
    """The link to a life area, if the goal has one."""
    return Ref(capital(area), here.to("area", label_key(area))) if area else None


def tag_refs(here: PageContext, tags: Iterable[str]) -> tuple[Ref, ...]:
    """The links to tags."""
    return tuple(Ref(tag, here.to("tag", label_key(tag))) for tag in tags)


def day_of(here: PageContext, day: date) -> When:
    """A day, without its year when that is the report's."""
    return When(here.site.voice.near(day, here.site.report.new_year), day.isoformat())


def week_title(here: PageContext, week: Week) -> str:
    """A week as a list names it, with its year when that is not the report's."""
    year = week.year != here.site.report.year_of_weeks
    return pages.week_title(here.site.voice, week, year=year)


def lamps(here: PageContext, goal: str) -> tuple[Lamp, ...]:
    """The five lights of a goal, in the order of the word."""
    site, known = here.site, {light.letter: light for light in here.site.lights.get(goal, ())}
    found = []
    for letter in LETTERS:
        name, light = label(site.voice, letter), known.get(letter)
        if light is None:
            found.append(Lamp(letter, name, None))
            continue
        standing = site.report.standings[goal]
        why = why_on(site.voice, site.report, standing, letter, spared=light.spared)
        aside = counted_from(site.voice, standing, letter)
        off = (*light.reasons, aside) if aside else light.reasons
        found.append(Lamp(letter, name, light.on, (why,) if light.on else off))
    return tuple(found)


def goal_line(here: PageContext, standing: Standing) -> GoalLine:
    """A goal as lists show it."""
    site, goal = here.site, standing.goal
    near = horizon(goal, standing.start, site.report.journal.settings.horizons)
    measured = standing.progress is not None and goal.measurable is not None
    share = f"{standing.progress:.4f}" if standing.progress is not None else ""
    return GoalLine(
        id=goal.id,
        ref=goal_ref(here, goal.id),
        chip=chip(here.site.voice, standing.status),
        reason=reason(site.voice, standing),
        summary=summary(site.voice, standing),
        area=area_ref(here, goal.area),
        horizon=labels.horizon(site.voice, near),
        due=day_of(here, standing.due) if standing.due else None,
        percent=site.voice.percent(standing.progress) if measured else "",
        bar=bar(standing, site.voice) if measured else None,
        lamps=lamps(here, goal.id),
        sort=(
            ("title", goal.called.casefold()),
            ("area", goal.area.casefold()),
            ("horizon", str(near) if near else ""),
            ("status", str(standing.status)),
            ("due", standing.due.isoformat() if standing.due else "9999"),
            ("progress", share),
        ),
    )


def entry_title(here: PageContext, entry: Entry) -> str:
    """What a note is called in lists: its title, else first words of its own, else its week."""
    if entry.title:
        return entry.title
    words = first_words(entry.prose)
    alone = words and words not in here.site.shared_words
    return words if alone else week_title(here, week_of(entry))


def first_words(prose: Prose, limit: int = 90) -> str:
    """The first paragraph of prose, or its first item, as plain words, cut between words."""
    plain = prose.first_words
    if len(plain) <= limit:
        return plain
    return plain[:limit].rpartition(" ")[0].rstrip(" .,;:") + "…"


def entry_ref(here: PageContext, entry: Entry) -> Ref:
    """The link to a note on the page of its week."""
    place = here.site.map.locations[entry.path]
    alone = len(here.site.report.weeks[week_of(entry)]) == 1
    anchor = "" if alone else place.anchor
    return Ref(entry_title(here, entry), here.link(place.address, anchor))


def entry_when(here: PageContext, entry: Entry) -> When:
    """When a note is from: its day, or the week that it speaks of as a whole."""
    if entry.date_:
        return day_of(here, entry.date_)
    week = week_of(entry)
    return When(week_title(here, week), str(week))


def entry_item(here: PageContext, entry: Entry, where: Ref | None = None, note: str = "") -> Item:
    """A note as a line of a list."""
    return Item(entry_when(here, entry), entry_ref(here, entry), where, note)
