"""Which chart shows what on which page.

In: standings, spans, a page's context. Out: charts, with links that fit the page; None where a
chart would be empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from milepost.journal.model import Entry
from milepost.journal.values import Week
from milepost.journal.words import Horizon, Kind, Period
from milepost.progress.calendar import Span, counted_on
from milepost.progress.lookback import hours_by_week, quarters_of_words, words_written
from milepost.progress.values import Standing
from milepost.site.charts.band import band_chart
from milepost.site.charts.chart import Chart
from milepost.site.charts.goal import Note, goal_chart
from milepost.site.charts.habit import habit_weeks
from milepost.site.charts.heat import Written, heat_map
from milepost.site.charts.hours import hours_chart
from milepost.site.charts.mood import Felt, mood_chart
from milepost.site.charts.road import lane, road
from milepost.site.charts.spark import spark
from milepost.site.context import PageContext
from milepost.site.views.parts import entry_ref
from milepost.voice.labels import label

_LATELY = {Period.DAY: 49, Period.WEEK: 26, Period.FORTNIGHT: 13}
"""How many periods of a habit a card shows."""


def card_picture(here: PageContext, standing: Standing) -> Chart | None:
    """The small picture of a goal's card: its line, or its latest periods where it is a habit."""
    voice, day = here.site.voice, here.site.report.day
    rhythm = standing.rhythm
    if rhythm and rhythm.periods and standing.kind is Kind.HABIT:
        return habit_weeks(standing, voice, most=_LATELY.get(rhythm.per, 12))
    return spark(standing, day, voice) if standing.series or standing.line else None


def goal_pictures(here: PageContext, standing: Standing) -> tuple[tuple[str, Chart], ...]:
    """The charts of a goal's page with their captions, the most telling first."""
    voice, day = here.site.voice, here.site.report.day
    found = []
    if standing.rhythm and standing.rhythm.periods:
        habit = standing.kind is Kind.HABIT
        chart = habit_weeks(standing, voice) if habit else band_chart(standing, day, voice)
        found.append((label(voice, "periods"), chart))
    elif standing.series or standing.line:
        notes = _notes(here, standing)
        chart = goal_chart(standing, day, voice, notes=notes)
        found.append((label(voice, "course"), chart))
    if any(week.spent is not None for week in standing.hours):
        chart = hours_chart(standing.hours, day, voice, here.site.report.latest)
        found.append((label(voice, "hours_by_week"), chart))
    return tuple(found)


def _notes(here: PageContext, standing: Standing) -> tuple[Note, ...]:
    """The entries that report the goal, as marks on its line that open them."""
    entries = here.site.report.by_path
    found = {}
    for point in standing.series:
        entry = entries.get(point.reading.entry) if point.reading else None
        if entry and point.reading:
            ref = entry_ref(here, entry)
            found[entry.path] = Note(point.day, point.reading.note or ref.title, ref.href)
    return tuple(found.values())


def road_picture(here: PageContext, span: Span | None = None, *, most: int = 0) -> Chart | None:
    """The road of a span, or all of it: the goals that have a day in it, by start.

    `most` keeps so many at the most (0: all), the living before the closed, by due date.
    """
    report = here.site.report
    shown = [standing for standing in report.standings.values() if _on_road(standing, span)]
    if most:
        shown.sort(key=lambda s: (not s.status.living, s.due or date.max, s.goal.id))
        shown = shown[:most]
    shown.sort(key=lambda s: (s.start or s.due or report.day, s.due or report.day, s.goal.id))
    if not shown:
        return None
    lanes = [lane(s, report.day, here.to("goal", s.goal.id)) for s in shown]
    first, last = (span.start, span.end) if span else _reach(shown, report.day)
    return road(lanes, report.day, here.site.voice, first=first, last=last)


def _reach(shown: Sequence[Standing], day: date) -> tuple[date, date]:
    """From two years back to three years ahead, or less where nothing is so far away."""
    days = [one for s in shown for one in (s.start, s.due) if one]
    days += [one for s in shown for m in s.goal.milestones if (one := m.done_on or m.due)]
    first = max(min([*days, day]), day - timedelta(days=730))
    last = min(max([*days, day]), day + timedelta(days=1096))
    return first, last


def _on_road(standing: Standing, span: Span | None) -> bool:
    if standing.status.set_aside or standing.goal.horizon is Horizon.VISION:
        return False
    days = [day for day in (standing.start, standing.due) if day]
    for step in standing.goal.milestones:
        day = step.done_on or step.due
        if day:
            days.append(day)
    if not days:
        return False
    return span is None or (min(days) <= span.end and max(days) >= span.start)


def heat_picture(
    here: PageContext, span: Span | None = None, *, brief: bool = False
) -> Chart | None:
    """The weeks written, each a link to its page; those of a year where its span is given.

    `brief` shows the last three years and leaves the links to the journal's own page.
    """
    site, report = here.site, here.site.report
    if not any(span is None or week.year == span.year for week in report.weeks):
        return None
    if span:
        # How much was written in other years is of no matter, but for where the quarters begin.
        amounts = dict(here.look_back(words_written, span.year))
    else:
        amounts = {
            week: sum(entry.prose.length for entry in entries)
            for week, entries in report.weeks.items()
        }
    written = [
        Written(
            week,
            amounts.get(week, 0),
            "" if brief or week not in amounts else here.to("week", str(week)),
        )
        for week in report.weeks
    ]
    return heat_map(
        written,
        report.day,
        site.voice,
        now=report.latest,
        only=span.year if span else None,
        last=3 if brief else None,
        quarters=here.look_back(quarters_of_words),
        rests=report.weeks_of_rest,
    )


def mood_picture(here: PageContext, entries: Iterable[Entry]) -> Chart | None:
    """Mood and energy as the entries say them, where at least two do."""
    felt = [
        Felt(e.day, e.mood, e.energy, counted_on(e))
        for e in entries
        if e.mood is not None or e.energy is not None
    ]
    if len(felt) < 2:
        return None
    report = here.site.report
    return mood_chart(felt, report.day, here.site.voice, report.journal.profile.breaks)


def hours_picture(here: PageContext, weeks: Sequence[Week]) -> Chart | None:
    """Hours planned and spent on all goals in some weeks, where any were spent."""
    report = here.site.report
    shown = here.look_back(hours_by_week, weeks)
    if not any(one.spent for one in shown):
        return None
    last = min(weeks[-1].sunday, report.day)
    return hours_chart(shown, last, here.site.voice, weeks[-1])
