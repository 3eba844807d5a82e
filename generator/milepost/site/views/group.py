"""Pages that gather: a tag, a life area, and the lists of all of them.

In: a label's key and the page's context. Out: `GroupView`, `IndexView`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from milepost.addresses import label_key
from milepost.journal.model import Entry, Page, Record, Review
from milepost.progress.calendar import Span, counted_on
from milepost.progress.lookback import weeks_so_far
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.site.context import PageContext
from milepost.site.parts_of_lists import GOAL
from milepost.site.site_map import SitePage
from milepost.site.views.area_marks import BalanceView, balance_view
from milepost.site.views.balance import AreaHours, area_hours
from milepost.site.views.frame import MenuItem
from milepost.site.views.listed import list_of, part_title, parts_menu, rows_of
from milepost.site.views.parts import GoalLine, Item, Ref, When, entry_item, goal_line
from milepost.voice import pages as said
from milepost.voice.labels import label
from milepost.voice.pages import span_title


@dataclass(frozen=True, slots=True)
class GroupView:
    """A tag or an area: its goals, and the notes, reviews and pages that carry it.

    Where they are too many for a page, `parts` lead to the pages on which they are, by year; `part`
    is what this one is called.
    """

    kind: str
    title: str
    goals: tuple[GoalLine, ...]
    items: tuple[Item, ...]
    scores: tuple[Item, ...]
    index: Ref
    part: str = ""
    parts: tuple[MenuItem, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexView:
    """All tags or all areas, each with a word on how much it holds.

    Where tags are too many for a page, `parts` lead to the pages on which they are, by their first
    letter; `part` is what this one is called. `hours` are those of the areas in the running year,
    which `hours_of` names, `balance` the marks of the areas.
    """

    kind: str
    title: str
    refs: tuple[Ref, ...]
    part: str = ""
    parts: tuple[MenuItem, ...] = ()
    hours: tuple[AreaHours, ...] = ()
    hours_of: str = ""
    balance: BalanceView | None = None


Tagged = Standing | Entry | Review | Page | Record
"""What may carry a tag."""

Scored = Standing | tuple[Entry, float]
"""A goal of an area, or a note with the mark that it gave it."""


def tag_rows(report: Report) -> Mapping[str, tuple[Tagged, ...]]:
    """All that carries a tag, by its key: goals, notes, latest first, reviews, pages, records."""
    journal = report.journal
    found: dict[str, list[Tagged]] = {}
    rows: tuple[tuple[tuple[str, ...], Tagged], ...] = (
        *((standing.goal.tags, standing) for standing in _by_standing(report)),
        *((entry.tags, entry) for entry in reversed(report.entries)),
        *((one.tags, one) for one in journal.reviews if Span.named(one.period)),
        *((page.tags, page) for page in journal.pages),
        *((record.tags, record) for record in journal.log),
    )
    for tags, row in rows:
        for key in dict.fromkeys(map(label_key, tags)):
            found.setdefault(key, []).append(row)
    return {key: tuple(those) for key, those in found.items()}


def area_rows(report: Report) -> Mapping[str, tuple[Scored, ...]]:
    """The goals of each area, by its key, and the marks that notes gave it, the latest first."""
    found: dict[str, list[Scored]] = {}
    for standing in _by_standing(report):
        found.setdefault(label_key(standing.goal.area), []).append(standing)
    for entry in reversed(report.entries):
        for area, value in entry.areas.items():
            found.setdefault(label_key(area), []).append((entry, value))
    return {key: tuple(those) for key, those in found.items()}


def group_size(row: Tagged | Scored) -> int:
    """How many lines it takes."""
    return GOAL if isinstance(row, Standing) else 1


def group_part(row: Tagged | Scored) -> str:
    """Its year; none where it is from no day, or a goal that is still worked on."""
    match row:
        case Standing():
            return str(row.closed_on.year) if row.closed_on and not row.status.living else ""
        case Review():
            return row.period[:4]
        case Page() | Record():
            return ""
        case Entry():
            return str(counted_on(row).year)
    return str(counted_on(row[0]).year)


def _by_standing(report: Report) -> list[Standing]:
    """The goals, the living first."""
    return sorted(report.standings.values(), key=lambda s: (not s.status.living, s.goal.id))


def tag_view(here: PageContext, key: str) -> GroupView:
    """The view of one tag, or of a part of it."""
    rows: tuple[Tagged, ...] = rows_of(here, "tag", key)
    return GroupView(
        "tag",
        here.site.map.pages["tag", list_of(key)].title,
        tuple(goal_line(here, row) for row in rows if isinstance(row, Standing)),
        tuple(_item(here, row) for row in rows if not isinstance(row, Standing)),
        (),
        Ref(label(here.site.voice, "all_tags"), here.to("tags")),
        part_title(here, "tag", key),
        parts_menu(here, "tag", key),
    )


def _item(here: PageContext, row: Entry | Review | Page | Record) -> Item:
    if isinstance(row, Entry):
        return entry_item(here, row)
    if isinstance(row, Page):
        return Item(When("", ""), Ref(row.title or row.id, here.to("page", row.path)))
    if isinstance(row, Record):
        return Item(When("", ""), Ref(row.title, here.to("record", row.path)))
    span = Span.named(row.period)
    assert span is not None
    title = row.title or span_title(here.site.voice, span)
    return Item(When(span.name, span.name), Ref(title, here.to("period", span.name)))


def area_view(here: PageContext, key: str) -> GroupView:
    """The view of one life area, or of a part of it: its goals, and the marks it was given."""
    rows: tuple[Scored, ...] = rows_of(here, "area", key)
    return GroupView(
        "area",
        here.site.map.pages["area", list_of(key)].title,
        tuple(goal_line(here, row) for row in rows if isinstance(row, Standing)),
        (),
        tuple(
            entry_item(here, row[0], note=said.of_ten(here.site.voice, row[1]))
            for row in rows
            if not isinstance(row, Standing)
        ),
        Ref(label(here.site.voice, "all_areas"), here.to("areas")),
        part_title(here, "area", key),
        parts_menu(here, "area", key),
    )


def first_letter(page: SitePage) -> str:
    """The letter with which the address of a tag begins."""
    return page.key[:1]


def tags_view(here: PageContext, key: str = "") -> IndexView:
    """The view of all tags, or of a part of them."""
    pages: tuple[SitePage, ...] = rows_of(here, "tags", key)
    lists = here.site.map.lists
    refs = []
    for page in pages:
        count = sum(len(part.rows) for part in lists["tag", page.key])
        refs.append(Ref(page.title, here.link(page.address), str(count)))
    return IndexView(
        "tag",
        label(here.site.voice, "tags"),
        tuple(refs),
        part_title(here, "tags", key),
        parts_menu(here, "tags", key),
    )


def areas_view(here: PageContext) -> IndexView:
    """The view of all life areas."""
    goals = here.site.report.journal.goals
    refs = []
    for page in here.site.map.of("area"):
        count = sum(label_key(goal.area) == page.key for goal in goals if goal.area)
        refs.append(Ref(page.title, here.link(page.address), said.goals(here.site.voice, count)))
    report, voice = here.site.report, here.site.voice
    year = Span(report.day.year)
    hours = area_hours(here, weeks_so_far(report, year))
    return IndexView(
        "area",
        label(voice, "areas"),
        tuple(refs),
        hours=hours,
        hours_of=f"{span_title(voice, year)} {label(voice, 'so_far')}" if hours else "",
        balance=balance_view(here),
    )
