"""Which template and which view make the page of each kind, and what its head says.

In: a page's place and key. Out: `SHEETS`; titles and descriptions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from milepost.site.atlas import Stop
from milepost.site.desk import Here
from milepost.site.views.dashboard import DashboardView, dashboard_view
from milepost.site.views.findings import findings_view
from milepost.site.views.goal import GoalView, goal_view
from milepost.site.views.goals import goals_view
from milepost.site.views.group import area_view, areas_view, tag_view, tags_view
from milepost.site.views.journal import journal_view
from milepost.site.views.missing import missing_view
from milepost.site.views.page import PageView, page_view, vision_view
from milepost.site.views.period import PeriodView, period_view, reviews_view
from milepost.site.views.road import road_view
from milepost.site.views.search import search_view
from milepost.site.views.week import WeekView, week_view
from milepost.voice import pages


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a kind of page is made: its template, and its view from the page's place and key."""

    template: str
    make: Callable[[Here, str], Any]


def _goal(here: Here, key: str) -> GoalView:
    return goal_view(here, here.desk.report.standings[key])


SHEETS = {
    "dashboard": Sheet("dashboard.html", lambda here, _: dashboard_view(here)),
    "goals": Sheet("goals.html", lambda here, _: goals_view(here)),
    "goal": Sheet("goal.html", _goal),
    "road": Sheet("road.html", lambda here, _: road_view(here)),
    "journal": Sheet("journal.html", lambda here, _: journal_view(here)),
    "week": Sheet("week.html", week_view),
    "reviews": Sheet("reviews.html", lambda here, _: reviews_view(here)),
    "period": Sheet("period.html", period_view),
    "tags": Sheet("index.html", lambda here, _: tags_view(here)),
    "tag": Sheet("group.html", tag_view),
    "areas": Sheet("index.html", lambda here, _: areas_view(here)),
    "area": Sheet("group.html", area_view),
    "page": Sheet("page.html", page_view),
    "vision": Sheet("vision.html", lambda here, _: vision_view(here)),
    "findings": Sheet("findings.html", lambda here, _: findings_view(here)),
    "search": Sheet("search.html", lambda here, _: search_view(here)),
    "missing": Sheet("missing.html", lambda here, _: missing_view(here)),
}
"""Every kind of page."""


def described(here: Here, stop: Stop, view: object) -> tuple[str, str]:
    """The title and the description in the head of a page."""
    voice, site = here.desk.voice, here.desk.report.journal.settings.title
    match view:
        case DashboardView():
            return site, view.lead
        case GoalView():
            standing = here.desk.report.standings[stop.key]
            return view.title, pages.goal_described(voice, standing, view.reason)
        case WeekView():
            described_ = pages.week_described(voice, view.title, view.range)
            return _both(view.title, view.headline), described_
        case PeriodView():
            return _both(view.title, view.headline), pages.period_described(voice, view.title)
        case PageView():
            return view.title, pages.page_described(voice, view.title, site)
    if stop.kind == "tag":
        return stop.title, pages.tag_described(voice, stop.title)
    if stop.kind == "area":
        return stop.title, pages.area_described(voice, stop.title)
    return stop.title, pages.description(voice, stop.kind)


def _both(title: str, headline: str) -> str:
    return f"{title}: {headline}" if headline else title
