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

_DESCRIPTIONS = {
    "goals": "All goals: by area, horizon and status, and what each of them serves.",
    "road": "Goals and milestones on one line of days, past and to come.",
    "journal": "The weeks written, and every note.",
    "reviews": "Months, quarters and years looked back on.",
    "tags": "All tags, and what they hold.",
    "areas": "All life areas, and their goals.",
    "vision": "Where it should all lead: vision, values, areas.",
    "findings": "What milepost has noticed in the files of this journal.",
    "search": "All pages and headings of this journal.",
    "missing": "There is no page at this address.",
}


def described(here: Here, stop: Stop, view: object) -> tuple[str, str]:
    """The title and the description in the head of a page."""
    site = here.desk.report.journal.settings.title
    match view:
        case DashboardView():
            return site, view.lead
        case GoalView():
            return view.title, " ".join(
                part for part in (view.chip.word + ":", view.reason) if part
            )
        case WeekView():
            return _both(
                view.title, view.headline
            ), f"{view.title}, {view.range}: notes and numbers."
        case PeriodView():
            return _both(
                view.title, view.headline
            ), f"{view.title} looked back on: what moved, and why."
        case PageView():
            return view.title, f"{view.title}, a page of {site}."
    if stop.kind in {"tag", "area"}:
        return stop.title, f"Everything in the {stop.kind} {stop.title}."
    return stop.title, _DESCRIPTIONS.get(stop.kind, "")


def _both(title: str, headline: str) -> str:
    return f"{title}: {headline}" if headline else title
