"""What templates are given is a contract: docs/themes.md tells it, and this test holds it there."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from milepost.journal.model import Settings
from milepost.site.charts.chart import Chart
from milepost.site.page_kinds import PAGE_KINDS
from milepost.site.theme import read_theme
from milepost.site.views import (
    actions,
    budget,
    dashboard,
    findings,
    frame,
    goal,
    goals,
    group,
    journal,
    mentions,
    missing,
    notes,
    page,
    period,
    records,
    road,
    search,
    skills,
    vision,
    week,
)

MANUAL = Path(__file__).parents[2] / "docs" / "themes.md"
VIEWS: dict[str, tuple[type, ...]] = {
    "dashboard.html": (dashboard.DashboardView,),
    "goals.html": (goals.GoalsView,),
    "goal.html": (goal.GoalView,),
    "mentions.html": (mentions.MentionsView,),
    "road.html": (road.RoadView,),
    "journal.html": (journal.JournalView,),
    "week.html": (week.WeekView,),
    "reviews.html": (period.ReviewsView,),
    "period.html": (period.PeriodView,),
    "index.html": (group.IndexView,),
    "group.html": (group.GroupView,),
    "practice.html": (records.PracticeView,),
    "budget.html": (budget.BudgetView,),
    "records.html": (records.FamilyView,),
    "record.html": (records.RecordView,),
    "record_list.html": (records.RecordListView,),
    "page.html": (page.PageView,),
    "notes.html": (notes.NotesView,),
    "actions.html": (actions.ActionsView,),
    "vision.html": (vision.VisionView,),
    "skills.html": (skills.SkillsView,),
    "findings.html": (findings.FindingsView,),
    "search.html": (search.SearchView,),
    "missing.html": (missing.MissingView,),
}
"""What `view` is in each template."""


def named(kind: Any) -> str:
    """A type as the manual writes it: `Ref`, `Ref or none`, `list of Ref`."""
    arguments = get_args(kind)
    if arguments and type(None) in arguments:
        return " or ".join([*(named(a) for a in arguments if a is not type(None)), "none"])
    origin = getattr(kind, "__origin__", None)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return f"list of {named(arguments[0])}"
        return f"({', '.join(named(argument) for argument in arguments)})"
    if origin is not None:
        return "mapping"
    name = str(kind.__name__)
    return {"str": "text", "int": "number", "bool": "yes or no", "Markup": "HTML"}.get(name, name)


def inner(kind: Any) -> list[type]:
    """The dataclasses that a type is made of, in order."""
    if is_dataclass(kind) and isinstance(kind, type):
        return [kind]
    return [one for argument in get_args(kind) for one in inner(argument)]


def reached(start: list[type]) -> list[type]:
    """All dataclasses to be reached from some, each once, in the order in which they come up."""
    found: list[type] = []
    queue = list(start)
    while queue:
        kind = queue.pop(0)
        if kind not in found:
            found.append(kind)
            queue += [one for hint in get_type_hints(kind).values() for one in inner(hint)]
    return found


def told(kind: type) -> str:
    """A class as the manual tells it."""
    hints = get_type_hints(kind)
    lines = [f"| `{field.name}` | {named(hints[field.name])} |" for field in fields(kind)]
    return "\n".join(["| field | is |", "|---|---|", *lines])


def sections() -> dict[str, type]:
    """Every class of the contract by its name."""
    start = [frame.Frame, *(view for views in VIEWS.values() for view in views), Chart]
    return {kind.__name__: kind for kind in reached(start)}


@pytest.mark.parametrize("name", sections())
def test_the_manual_tells_every_field(name: str) -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    section = re.search(rf"^### `{name}`.*?(?=^##|\Z)", manual, re.MULTILINE | re.DOTALL)
    assert section, f"docs/themes.md has no section on {name}:\n\n{told(sections()[name])}"
    table = re.search(r"\| field \|.*?(?=\n\n|\Z)", section[0], re.DOTALL)
    assert table
    assert table[0].strip() == told(sections()[name])


def test_the_manual_tells_nothing_that_is_not_there() -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    assert set(re.findall(r"^### `(\w+)`", manual, re.MULTILINE)) == set(sections())


def test_every_kind_of_page_has_its_template_and_its_view() -> None:
    assert {sheet.template for sheet in PAGE_KINDS.values()} == set(VIEWS)
    theme, _ = read_theme(Settings(), None)
    assert {"base.html", "parts.html", *VIEWS} == {n for n in theme.templates if "/" not in n}
