"""Pages that gather: a tag, a life area, and the lists of all of them.

In: a label's key and the page's context. Out: `GroupView`, `IndexView`.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.journal.model import Goal
from milepost.progress.calendar import Span
from milepost.site.context import PageContext
from milepost.site.site_map import label_key
from milepost.site.views.balance import BalanceView, balance_view
from milepost.site.views.parts import GoalLine, Item, Ref, When, entry_item, goal_line
from milepost.voice import pages as said
from milepost.voice.labels import label
from milepost.voice.pages import span_title


@dataclass(frozen=True, slots=True)
class GroupView:
    """A tag or an area: its goals, and the notes, reviews and pages that carry it."""

    kind: str
    title: str
    goals: tuple[GoalLine, ...]
    items: tuple[Item, ...]
    scores: tuple[Item, ...]
    index: Ref


@dataclass(frozen=True, slots=True)
class IndexView:
    """All tags or all areas, each with a word on how much it holds; the balance of the areas."""

    kind: str
    title: str
    refs: tuple[Ref, ...]
    balance: BalanceView | None = None


def tag_view(here: PageContext, key: str) -> GroupView:
    """The view of one tag."""
    journal = here.site.report.journal

    def has(tags: tuple[str, ...]) -> bool:
        return any(label_key(tag) == key for tag in tags)

    entries = tuple(reversed(here.site.report.entries))
    items = [entry_item(here, entry) for entry in entries if has(entry.tags)]
    for review in journal.reviews:
        span = Span.named(review.period)
        if span and has(review.tags):
            ref = Ref(
                review.title or span_title(here.site.voice, span), here.to("period", span.name)
            )
            items.append(Item(When(span.name, span.name), ref))
    for page in journal.pages:
        if has(page.tags):
            items.append(Item(When("", ""), Ref(page.title or page.id, here.to("page", page.path))))
    for record in journal.log:
        if has(record.tags):
            items.append(Item(When("", ""), Ref(record.title, here.to("record", record.path))))
    return GroupView(
        "tag",
        here.site.map.pages["tag", key].title,
        _goals(here, [goal for goal in journal.goals if has(goal.tags)]),
        tuple(items),
        (),
        Ref(label(here.site.voice, "all_tags"), here.to("tags")),
    )


def area_view(here: PageContext, key: str) -> GroupView:
    """The view of one life area: its goals, and the marks the journal gave it."""
    journal, voice = here.site.report.journal, here.site.voice
    scores = []
    for entry in tuple(reversed(here.site.report.entries)):
        for area, value in entry.areas.items():
            if label_key(area) == key:
                scores.append(entry_item(here, entry, note=said.of_ten(voice, value)))
    return GroupView(
        "area",
        here.site.map.pages["area", key].title,
        _goals(here, [goal for goal in journal.goals if label_key(goal.area) == key]),
        (),
        tuple(scores),
        Ref(label(here.site.voice, "all_areas"), here.to("areas")),
    )


def _goals(here: PageContext, goals: list[Goal]) -> tuple[GoalLine, ...]:
    standings = [here.site.report.standings[goal.id] for goal in goals]
    standings.sort(key=lambda standing: (not standing.status.living, standing.goal.id))
    return tuple(goal_line(here, standing) for standing in standings)


def tags_view(here: PageContext) -> IndexView:
    """The view of all tags."""
    journal = here.site.report.journal
    counts: dict[str, int] = {}
    tagged = (
        *(goal.tags for goal in journal.goals),
        *(entry.tags for entry in journal.entries),
        *(review.tags for review in journal.reviews),
        *(page.tags for page in journal.pages),
        *(record.tags for record in journal.log),
    )
    for tags in tagged:
        for key in sorted({label_key(tag) for tag in tags}):
            counts[key] = counts.get(key, 0) + 1
    refs = tuple(
        Ref(page.title, here.link(page.address), str(counts[page.key]))
        for page in here.site.map.of("tag")
    )
    return IndexView("tag", label(here.site.voice, "tags"), refs)


def areas_view(here: PageContext) -> IndexView:
    """The view of all life areas."""
    goals = here.site.report.journal.goals
    refs = []
    for page in here.site.map.of("area"):
        count = sum(label_key(goal.area) == page.key for goal in goals if goal.area)
        refs.append(Ref(page.title, here.link(page.address), said.goals(here.site.voice, count)))
    return IndexView("area", label(here.site.voice, "areas"), tuple(refs), balance_view(here))
