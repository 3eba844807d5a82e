"""A month, a quarter or a year looked back on: what was written, and the numbers of themselves.

In: a span, the page's context. Out: `PeriodView`; and `ReviewsView`, the list of all spans.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from milepost.journal.decisions import Decided
from milepost.journal.model import Entry
from milepost.journal.prose import family_name
from milepost.progress.calendar import Span
from milepost.progress.correlations import Series, correlations, weekly
from milepost.progress.decisions import followed
from milepost.progress.lookback import (
    best_and_worst,
    closed,
    hours,
    hours_by_goal,
    mean,
    moves,
    reached,
    weeks_so_far,
    weeks_written,
)
from milepost.site.charts.chart import Chart
from milepost.site.context import PageContext
from milepost.site.views.balance import AreaHours, area_hours
from milepost.site.views.budget import money_of_span
from milepost.site.views.parts import Figure, Item, Ref, entry_item, first_words, goal_ref
from milepost.site.views.pictures import heat_picture, hours_picture, mood_picture
from milepost.site.views.records import RecordGroup, within
from milepost.site.views.week import MoveView, move_view, passed_items, reached_items
from milepost.voice import correlations as together
from milepost.voice import pages as said
from milepost.voice.decisions import outcome, verb
from milepost.voice.labels import label
from milepost.voice.measures import on_average
from milepost.voice.pages import span_title
from milepost.voice.reasons import reason
from milepost.voice.statuses import Chip, chip


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A known section of an entry, taken whole, with the entry it is from."""

    item: Item
    prose: Markup


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """A goal that was closed in the period, and how."""

    goal: Ref
    chip: Chip
    reason: str
    grade: str
    grade_colour: str


@dataclass(frozen=True, slots=True)
class HoursLine:
    """Hours on one goal."""

    goal: Ref
    planned: str
    spent: str


@dataclass(frozen=True, slots=True)
class FeltLine:
    """The best or the worst week, in its own words."""

    name: str
    item: Item
    words: str
    mood: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What was decided of a goal, and what came of it; `because` where the text does not say it."""

    goal: Ref
    verb: str
    because: Markup
    by: Ref | None
    outcome: str
    chip: Chip


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two weekly numbers and how they went, `figure` as a rank correlation."""

    first: Ref
    second: Ref
    went: str
    figure: str


@dataclass(frozen=True, slots=True)
class Together:
    """What went together, and how much was looked at."""

    pairs: tuple[PairLine, ...]
    note: str


@dataclass(frozen=True, slots=True)
class PeriodView:
    """Everything on a period's page. `ongoing` says that it is not over yet.

    Where its entries are too many for a page, they and their words stand on the pages of its
    `parts` alone.
    """

    title: str
    range: str
    ongoing: bool
    headline: str
    written: Markup
    numbers: tuple[Figure, ...]
    moves: tuple[MoveView, ...]
    reached: tuple[Item, ...]
    marks: tuple[Item, ...]
    closed: tuple[ClosedLine, ...]
    wins: tuple[Excerpt, ...]
    lessons: tuple[Excerpt, ...]
    felt: tuple[FeltLine, ...]
    hours: tuple[HoursLine, ...]
    area_hours: tuple[AreaHours, ...]
    hours_chart: Chart | None
    mood_chart: Chart | None
    weeks_chart: Chart | None
    parts: tuple[Ref, ...]
    above: tuple[Ref, ...]
    previous: Ref | None
    next: Ref | None
    entries: tuple[Item, ...]
    tags: tuple[Ref, ...]
    records: tuple[RecordGroup, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    together: Together | None = None


def period_view(here: PageContext, name: str) -> PeriodView:
    """The view of the span of this name."""
    site, report = here.site, here.site.report
    span = Span.named(name)
    assert span is not None
    start, end = span.start, min(span.end, report.day)
    entries = report.counted_between(span.start, span.end)
    reviews = [review for review in report.journal.reviews if review.period == name]
    peers = [one for one in _spans(here) if one.kind == span.kind]
    place = peers.index(span)
    weeks = here.look_back(weeks_so_far, span)
    title = span_title(site.voice, span)
    lines = here.look_back(hours_by_goal, weeks)
    inner = site.map.parts.get(span, ())
    # Each entry may have a line in the list, and one among the lessons.
    shown = () if inner and 2 * len(entries) > site.lines else tuple(entries)
    return PeriodView(
        title=title,
        range=site.voice.range(span.start, span.end, report.day),
        ongoing=span.holds(report.day),
        headline=next((r.title for r in reviews if r.title and r.title != title), ""),
        written=Markup("").join(here.prose(r) for r in reviews),
        numbers=tuple(_numbers(here, span, entries)),
        moves=tuple(move_view(here, move) for move in here.look_back(moves, start, span.end)),
        reached=reached_items(here, start, end),
        marks=passed_items(here, start, end),
        closed=tuple(_closed(here, start, end)),
        wins=_excerpts(here, shown, "progress") if span.kind != "year" else (),
        lessons=_excerpts(here, shown, "learned"),
        felt=tuple(_felt(here, entries)),
        hours=tuple(
            HoursLine(
                goal_ref(here, goal),
                site.voice.number(both.planned),
                site.voice.number(both.spent),
            )
            for goal, both in lines
        ),
        area_hours=area_hours(here, weeks),
        hours_chart=hours_picture(here, weeks) if span.kind != "month" else None,
        mood_chart=mood_picture(here, entries),
        weeks_chart=heat_picture(here, span) if span.kind == "year" else None,
        parts=tuple(span_ref(here, one) for one in inner),
        above=tuple(span_ref(here, one) for one in span.parents),
        previous=span_ref(here, peers[place - 1]) if place else None,
        next=span_ref(here, peers[place + 1]) if place + 1 < len(peers) else None,
        entries=tuple(entry_item(here, entry) for entry in reversed(shown)),
        tags=(),
        records=within(here, span.start, span.end),
        decisions=tuple(_decided(here, one) for one in report.decisions if one.review in reviews),
        together=_together(here, span) if span.kind != "month" else None,
    )


def _decided(here: PageContext, one: Decided) -> DecisionLine:
    voice, report = here.site.voice, here.site.report
    standing = report.standings[one.goal]
    return DecisionLine(
        goal_ref(here, one.goal),
        verb(voice, one.said.is_),
        Markup("") if one.in_text else here.line(voice.sentence(one.said.because), one.review),
        goal_ref(here, one.said.by) if one.said.by in report.standings else None,
        outcome(voice, one, followed(one, standing), report.day),
        chip(voice, standing.status),
    )


def _together(here: PageContext, span: Span) -> Together | None:
    """What went together; of a quarter only where it has weeks enough to look at."""
    voice = here.site.voice
    found = correlations(here.look_back(weekly, span))
    if found.series < 2 or not (found.looked_at or span.kind == "year"):
        return None

    def ref(series: Series) -> Ref:
        goal = goal_ref(here, series.goal) if series.goal else Ref("", "")
        return Ref(together.name(voice, series, goal.title), goal.href)

    return Together(
        tuple(
            PairLine(
                ref(pair.first),
                ref(pair.second),
                together.together(voice, pair),
                together.closeness(voice, pair),
            )
            for pair in found.found
        ),
        together.note(voice, found),
    )


def _spans(here: PageContext) -> tuple[Span, ...]:
    return here.site.map.spans


def span_ref(here: PageContext, span: Span) -> Ref:
    """The link to a period."""
    return Ref(span_title(here.site.voice, span), here.to("period", span.name))


def _numbers(here: PageContext, span: Span, entries: list[Entry]) -> Iterable[Figure]:
    voice, report = here.site.voice, here.site.report
    written = here.look_back(weeks_written, span)
    whole = said.of_whole(voice, written.of) if written.of else ""
    yield Figure(label(voice, "weeks_written"), voice.number(written.done), whole)
    steps = len(here.look_back(reached, span.start, min(span.end, report.day)))
    yield Figure(label(voice, "milestones_reached"), voice.number(steps))
    spent = here.look_back(hours, here.look_back(weeks_so_far, span))
    if spent.spent is not None:
        planned = said.of_planned(voice, spent)
        yield Figure(label(voice, "hours"), voice.number(spent.spent), planned)
    yield from money_of_span(here, span)
    for name, values in (
        ("mood", [entry.mood for entry in entries]),
        ("energy", [entry.energy for entry in entries]),
    ):
        middle = mean(values)
        if middle is not None:
            yield Figure(
                label(voice, name),
                on_average(voice, middle),
                label(voice, "of_5_on_average"),
            )


def _closed(here: PageContext, start: date, end: date) -> Iterable[ClosedLine]:
    for _, standing in here.look_back(closed, start, end):
        closing = standing.closing
        grade = closing.grade if closing else None
        yield ClosedLine(
            goal_ref(here, standing.goal.id),
            chip(here.site.voice, standing.status),
            standing.goal.status.because or reason(here.site.voice, standing),
            here.site.voice.number(grade, digits=1) if grade is not None else "",
            closing.colour if closing else "",
        )


def _excerpts(here: PageContext, entries: Iterable[Entry], name: str) -> tuple[Excerpt, ...]:
    """What the entries say under a known heading; what is a record there is shown as one."""
    found = []
    for entry in entries:
        section = entry.section(name)
        if section and section.text.strip() and not family_name(section.heading):
            found.append(Excerpt(entry_item(here, entry), here.section(section, entry)))
    return tuple(found)


def _felt(here: PageContext, entries: Iterable[Entry]) -> Iterable[FeltLine]:
    best, worst = best_and_worst(entries)
    for name, entry in (("best_week", best), ("hardest_week", worst)):
        if entry:
            first = first_words(entry.prose, 220)
            words = first if entry.title and first != entry.title else ""
            felt = said.mood_and_energy(here.site.voice, entry)
            yield FeltLine(label(here.site.voice, name), entry_item(here, entry), words, felt)


@dataclass(frozen=True, slots=True)
class ReviewYear:
    """A year with its quarters, and each of these with its months; the latest first."""

    year: Ref
    quarters: tuple[tuple[Ref, tuple[Ref, ...]], ...]


@dataclass(frozen=True, slots=True)
class ReviewsView:
    """Everything on the list of periods; a written review is named beside its period."""

    years: tuple[ReviewYear, ...]


def reviews_view(here: PageContext) -> ReviewsView:
    """The view of all periods."""
    voice = here.site.voice
    written = label(voice, "written")
    titles = {one.period: one.title or written for one in here.site.report.journal.reviews}

    def ref(span: Span) -> Ref:
        return Ref(span_title(voice, span), here.to("period", span.name), titles.get(span.name, ""))

    spans = _spans(here)
    years = []
    for year in reversed([span for span in spans if span.kind == "year"]):
        quarters = []
        for quarter in reversed([s for s in spans if s.kind == "quarter" and s.year == year.year]):
            months = [s for s in spans if s.month and s.parents[-1] == quarter]
            quarters.append((ref(quarter), tuple(ref(month) for month in reversed(months))))
        years.append(ReviewYear(ref(year), tuple(quarters)))
    return ReviewsView(tuple(years))
