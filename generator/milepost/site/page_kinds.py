"""Which template and which view make the page of each kind, and what its head says.

In: a page's context and key. Out: `PAGE_KINDS`; titles and descriptions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from milepost.site.context import PageContext
from milepost.site.site_map import SitePage
from milepost.site.views.actions import actions_view
from milepost.site.views.budget import BudgetView, budget_view
from milepost.site.views.dashboard import DashboardView, dashboard_view
from milepost.site.views.findings import findings_view
from milepost.site.views.goal import GoalView, goal_view
from milepost.site.views.goals import goals_view
from milepost.site.views.group import area_view, areas_view, tag_view, tags_view
from milepost.site.views.journal import journal_view
from milepost.site.views.mentions import mentions_view
from milepost.site.views.missing import missing_view
from milepost.site.views.notes import notes_view
from milepost.site.views.page import PageView, page_view
from milepost.site.views.period import PeriodView, period_view, reviews_view
from milepost.site.views.records import (
    FamilyView,
    RecordView,
    family_view,
    goal_records_view,
    practice_view,
    record_lines_view,
    record_view,
)
from milepost.site.views.road import road_view
from milepost.site.views.search import search_view
from milepost.site.views.skills import skills_view
from milepost.site.views.vision import vision_view
from milepost.site.views.week import WeekView, week_view
from milepost.voice import pages


@dataclass(frozen=True, slots=True)
class PageKind:
    """How a kind of page is made: its template, and its view from the page's context and key."""

    template: str
    make: Callable[[PageContext, str], Any]


def _goal(here: PageContext, key: str) -> GoalView:
    return goal_view(here, here.site.report.standings[key])


PAGE_KINDS = {
    "dashboard": PageKind("dashboard.html", lambda here, _: dashboard_view(here)),
    "goals": PageKind("goals.html", goals_view),
    "goals-part": PageKind("goals.html", goals_view),
    "goal": PageKind("goal.html", _goal),
    "goal-part": PageKind("mentions.html", mentions_view),
    "goal-records-part": PageKind("record_list.html", goal_records_view),
    "road": PageKind("road.html", road_view),
    "road-part": PageKind("road.html", road_view),
    "journal": PageKind("journal.html", lambda here, _: journal_view(here)),
    "week": PageKind("week.html", week_view),
    "reviews": PageKind("reviews.html", lambda here, _: reviews_view(here)),
    "period": PageKind("period.html", period_view),
    "tags": PageKind("index.html", tags_view),
    "tags-part": PageKind("index.html", tags_view),
    "tag": PageKind("group.html", tag_view),
    "tag-part": PageKind("group.html", tag_view),
    "areas": PageKind("index.html", lambda here, _: areas_view(here)),
    "area": PageKind("group.html", area_view),
    "area-part": PageKind("group.html", area_view),
    "practice": PageKind("practice.html", lambda here, _: practice_view(here)),
    "budget": PageKind("budget.html", lambda here, _: budget_view(here)),
    "family": PageKind("records.html", family_view),
    "family-part": PageKind("records.html", family_view),
    "record": PageKind("record.html", record_view),
    "record-lines-part": PageKind("record_list.html", record_lines_view),
    "page": PageKind("page.html", page_view),
    "notes": PageKind("notes.html", notes_view),
    "notes-part": PageKind("notes.html", notes_view),
    "vision": PageKind("vision.html", lambda here, _: vision_view(here)),
    "actions": PageKind("actions.html", lambda here, _: actions_view(here)),
    "skills": PageKind("skills.html", lambda here, _: skills_view(here)),
    "findings": PageKind("findings.html", lambda here, _: findings_view(here)),
    "search": PageKind("search.html", search_view),
    "search-part": PageKind("search.html", search_view),
    "missing": PageKind("missing.html", lambda here, _: missing_view(here)),
}
"""Every kind of page; a part of a list is made as the list is."""


def described(here: PageContext, page: SitePage, view: object) -> tuple[str, str]:
    """The title and the description in the head of a page."""
    voice, site = here.site.voice, here.site.report.journal.settings.title
    match view:
        case DashboardView():
            return site, view.lead
        case GoalView():
            standing = here.site.report.standings[page.key]
            return view.title, pages.goal_described(voice, standing, view.reason)
        case WeekView():
            described_ = pages.week_described(voice, view.title, view.range)
            return _both(view.title, view.headline), described_
        case PeriodView():
            return _both(view.title, view.headline), pages.period_described(voice, view.title)
        case FamilyView() | BudgetView():
            return page.title, view.lead
        case RecordView():
            return view.title, pages.page_described(voice, view.title, site)
        case PageView():
            return view.title, pages.page_described(voice, view.title, site)
    kind = page.kind.removesuffix("-part")
    if kind == "tag":
        return page.title, pages.tag_described(voice, page.title)
    if kind == "area":
        return page.title, pages.area_described(voice, page.title)
    return page.title, pages.description(voice, kind)


def _both(title: str, headline: str) -> str:
    return f"{title}: {headline}" if headline else title
