"""What pages say beside their figures: notes, invitations, titles and descriptions.

In: counts, standings, days. Out: phrases and sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from milepost.journal.model import Entry
from milepost.journal.numbers import CLOCKS, UNSAID, Misread, told_in
from milepost.journal.values import Advance, Amount, Break, Week
from milepost.journal.words import Horizon, Kind, Visibility
from milepost.progress.calendar import Span
from milepost.progress.lookback import Hours, Move
from milepost.progress.report import Report
from milepost.progress.values import MarkPassed, Passing, Standing
from milepost.voice.catalogue import deferred
from milepost.voice.english import written
from milepost.voice.labels import label
from milepost.voice.measures import summary
from milepost.voice.rates import every
from milepost.voice.statuses import word
from milepost.voice.voice import Voice


def goals(voice: Voice, count: int) -> str:
    """As "14 goals"."""
    return voice.many("{count} goal", "{count} goals", count)


def entries(voice: Voice, count: int) -> str:
    """As "116 entries"."""
    return voice.many("{count} entry", "{count} entries", count)


def made(voice: Voice, day: date, goal_count: int, entry_count: int) -> str:
    """The footer's sentence: "Built 22 Nov 2026 from 14 goals and 116 entries"."""
    return voice.say(
        "Built {date} from {goals} and {entries}",
        date=voice.date(day, "medium"),
        goals=goals(voice, goal_count),
        entries=entries(voice, entry_count),
    )


def capital(text: str) -> str:
    """Words with a capital at their start, for headings and labels."""
    return text[:1].upper() + text[1:]


def week_title(voice: Voice, week: Week, *, year: bool = True) -> str:
    """A week as a title: "Week 47 of 2026"."""
    return capital(voice.week(week, year=year))


def mark_passed(voice: Voice, unit: str, mark: MarkPassed) -> str:
    """What a goal passed on its way: "Over half way: 13 books"."""
    amount = voice.number(mark.value, unit)
    match mark.passing:
        case Passing.QUARTER:
            return voice.say("A quarter of the way: {amount}", amount=amount)
        case Passing.HALF:
            return voice.say("Over half way: {amount}", amount=amount)
        case Passing.THREE_QUARTERS:
            return voice.say("Three quarters of the way: {amount}", amount=amount)
        case Passing.MINIMUM:
            return voice.say("The minimum is in: {amount}", amount=amount)
        case Passing.TARGET:
            return voice.say("The target is reached: {amount}", amount=amount)
        case Passing.ROUND:
            return voice.say("A round number: {amount}", amount=amount)
    assert_never(mark.passing)


def whole_break(voice: Voice, one: Break, day: date) -> str:
    """A break of the whole journal: "A break from all goals, 1 – 21 Jul: at sea"."""
    days = voice.range(one.start, one.end, day)
    if not one.because:
        return voice.say("A break from all goals, {days}", days=days)
    return voice.say("A break from all goals, {days}: {reason}", days=days, reason=one.because)


def span_title(voice: Voice, span: Span) -> str:
    """A span as it is called: "2026", "Q4 2026", "November 2026"."""
    if span.month:
        return capital(voice.date(span.start, "month year"))
    if not span.quarter:
        return f"{span.year}"
    return voice.say("Q{number} {year}", number=f"{span.quarter}", year=f"{span.year}")


# The dashboard.


def active_and_done(voice: Voice, active: int, done: int) -> str:
    """How many goals are being worked on, and how many were achieved this year."""
    parts = [voice.say("{number} active", number=voice.number(active))] if active else []
    if done:
        parts.append(voice.say("{number} done this year", number=voice.number(done)))
    return " · ".join(parts)


def active_of(voice: Voice, active: int, every: int) -> str:
    """As "6 active of 14"."""
    return voice.say(
        "{number} active of {whole}", number=voice.number(active), whole=voice.number(every)
    )


def check_in(voice: Voice, week: Week) -> str:
    """The name of the figure that says whether this week is written."""
    return voice.say("Check-in, {week}", week=voice.week(week, year=False))


def check_in_done(voice: Voice, *, written: bool) -> str:
    """Whether this week is written."""
    return voice.say("Written") if written else voice.say("Not yet")


def in_a_row(voice: Voice, run: int, *, ever: bool) -> str:
    """How many weeks in a row are written, or how little makes a start."""
    if run > 1:
        return voice.say("{number} in a row", number=voice.number(run))
    return "" if ever else voice.say("one line is a start")


def weeks_in_a_row(voice: Voice, run: int) -> str:
    """As "6 weeks in a row"."""
    return voice.many("{count} week in a row", "{count} weeks in a row", run)


def weeks_left(voice: Voice, left: int, whole: int) -> str:
    """How far the quarter has come: "6 of 14 weeks left in the quarter"."""
    if not left:
        return voice.say("the last week of the quarter")
    return voice.say(
        "{number} of {whole} weeks left in the quarter",
        number=voice.number(left),
        whole=voice.number(whole),
    )


def example_hours() -> str:
    """How hours are planned, as it is written in a goal, whatever the language."""
    return "achievable: 4 h a week"


def no_date(voice: Voice) -> str:
    """Said where no goal names a day to come."""
    return voice.say("milestones with a day appear here")


def no_milestone(voice: Voice) -> str:
    """Said where no milestone lies in the quarter."""
    return voice.say("none is planned")


def of_whole(voice: Voice, whole: float) -> str:
    """As "of 12", beside a figure."""
    return voice.say("of {whole}", whole=voice.number(whole))


def of_planned(voice: Voice, hours: Hours) -> str:
    """The hours planned, beside those spent; empty where none were."""
    if hours.planned is None:
        return ""
    return voice.say("of {number} planned", number=voice.number(hours.planned))


def of_boxes(voice: Voice, whole: int) -> str:
    """As "of 5 boxes", beside how many are ticked."""
    return voice.many("of {count} box", "of {count} boxes", whole)


@dataclass(frozen=True, slots=True)
class FirstStep:
    """Something to do on a first day: why, and what to type or write."""

    title: str
    words: str
    code: str


def first_steps(voice: Voice, report: Report) -> Iterator[FirstStep]:
    """What to do first, while the journal has no goal or no entry."""
    if not report.standings:
        title = voice.say("Read 12 books")
        yield FirstStep(
            voice.say("Write a goal"),
            voice.say("What you want, a number to count it by, and a day. One file, six lines."),
            f'milepost new goal "{title}"',
        )
    if not report.journal.entries:
        example = next((name for name, s in report.standings.items() if s.status.living), "my-goal")
        yield FirstStep(
            voice.say("Write your first week"),
            voice.say("Ten minutes: a number for each goal, what went well, what you plan."),
            "milepost new week",
        )
        yield FirstStep(
            voice.say("Give it a number"),
            voice.say("One line at the top of the entry moves the goal on this page."),
            f"progress: {{{example}: 1}}",
        )


def missing_number(voice: Voice, standing: Standing) -> str:
    """What to write to get numbers where there are none."""
    goal = standing.goal
    if not standing.status.living or (goal.measurable is None and standing.kind.facts.derived):
        return ""
    if goal.measurable is None:
        line = voice.say("measurable: 12 books")
        return voice.say(
            "No number to count this goal by yet: write {line}, for example.",
            line=voice.quoted(line),
        )
    if standing.last_reading is None and goal.measurable.kind.facts.numbered:
        number = written(standing.to or 1, standing.unit) if standing.unit in CLOCKS else "1"
        line = f"progress: {{{goal.id}: {number}}}"
        return voice.say(
            "No reading yet: write {line} in this week’s entry.", line=voice.quoted(line)
        )
    return ""


def pace(voice: Voice, standing: Standing) -> str:
    """A card's last line: the pace, else the next milestone, else the progress."""
    if standing.needed_rate is not None and standing.rhythm is None:
        needed = voice.number(standing.needed_rate, standing.unit)
        if standing.rate is None:
            return voice.say("{amount} a week gets there", amount=needed)
        rate = voice.figure(standing.rate, standing.unit)
        return voice.say("{amount} a week wanted · you do {rate}", amount=needed, rate=rate)
    step = standing.next_milestone
    if step:
        return f"{voice.near(step.due, standing.day)}: {step.title}" if step.due else step.title
    if standing.rhythm or standing.forecast is not None:
        return summary(voice, standing)
    return ""


# Goals.


_FEW_AND_MANY = {Horizon.MID: (2, 5), Horizon.SHORT: (3, 5)}
"""How many goals of a horizon guides find good to have at a time."""


def rung_note(voice: Voice, step: Horizon, count: int) -> str:
    """Said to the owner of a horizon with fewer or more goals than guides advise; else nothing."""
    few, many = _FEW_AND_MANY.get(step, (0, count))
    if few <= count <= many or voice.reader is not Visibility.PRIVATE:
        return ""
    low, high = voice.spelled(few), voice.spelled(many)
    return voice.say("Guides advise {low} to {high} here at a time.", low=low, high=high)


def of_ten(voice: Voice, value: float) -> str:
    """As "8 of 10"."""
    return voice.say("{number} of 10", number=voice.number(value))


def window(voice: Voice, standing: Standing) -> str:
    """From when to when a goal goes; empty without a due date."""
    if not standing.due:
        return ""
    if standing.start:
        return voice.range(standing.start, standing.due, standing.day)
    return voice.say("by {date}", date=voice.near(standing.due, standing.day))


def computed(voice: Voice, standing: Standing) -> str:
    """What the due date or the target was counted from; empty where both are written."""
    window, measure = standing.goal.time_bound, standing.goal.measurable
    if window.by_rate and measure and measure.rate is not None:
        rate = every(voice, abs(measure.rate), measure.unit, parts=True)
        return voice.say("The due date follows from {rate}.", rate=rate)
    if window.words and window.due:
        return voice.say("The due date follows from “{words}”.", words=window.words)
    if measure and measure.words and measure.rate is not None:
        rate = every(voice, abs(measure.rate), measure.unit, parts=True)
        return voice.say("The target follows from {rate} until then.", rate=rate)
    return ""


def on_day(voice: Voice, day: date, today: date) -> str:
    """As "on 22 Nov"."""
    return voice.say("on {date}", date=voice.near(day, today))


def ahead(voice: Voice, days: int | None) -> str:
    """How far a goal is ahead of its plan or behind it; empty where it is neither."""
    if not days:
        return ""
    if days > 0:
        return voice.many("{count} day ahead", "{count} days ahead", days)
    return voice.many("{count} day behind", "{count} days behind", -days)


def start_value(voice: Voice, value: float, unit: str) -> str:
    """As "from 82"."""
    return voice.say("from {number}", number=voice.figure(value, unit))


def needs_rate(voice: Voice, rate: float | None, unit: str) -> str:
    """As "needs 1.4"; empty where nothing is needed."""
    if rate is None:
        return ""
    return voice.say("needs {number}", number=voice.figure(rate, unit))


def weight(voice: Voice, value: float) -> str:
    """The weight of a milestone."""
    return voice.say("weight {number}", number=voice.number(value))


def reward(voice: Voice, text: str) -> str:
    """What follows a milestone."""
    return voice.say("then: {reward}", reward=text)


def planned_for(voice: Voice, day: date, today: date) -> str:
    """When a milestone that was reached had been due."""
    return voice.say("planned for {date}", date=voice.near(day, today))


def advance(voice: Voice, told: Advance, unit: str) -> list[str]:
    """What an entry says of a goal's progress: its number, and a word on it."""
    parts = []
    if told.value is not None:
        sign = "+" if told.value.mode == "added" and told.value.value >= 0 else ""
        parts.append(sign + as_told(voice, told.value, unit))
    return [*parts, told.note] if told.note else parts


def as_told(voice: Voice, amount: Amount, unit: str) -> str:
    """A number as it was told, in the unit of its goal; in its own where the goal has no such."""
    own = "m:ss" if amount.unit == UNSAID else amount.unit
    value = told_in(amount.value, amount.unit, unit or own)
    if isinstance(value, Misread):
        return voice.number(amount.value, own)
    return voice.number(value, unit or own)


def skipped(voice: Voice, why: str) -> str:
    """That an entry skips a goal, and why."""
    skipped_ = label(voice, "skipped")
    return f"{skipped_}: {why}" if why else skipped_


# Weeks and periods.


def moved(voice: Voice, move: Move) -> tuple[str, str]:
    """By how much a goal moved, and where it stands after: ("+2 articles", "5 of 6")."""
    kind, unit, measure = move.of.kind, move.of.unit, move.of.goal.measurable
    if move.due:
        return _kept(voice, move), _period(voice, move)
    if kind is Kind.YES_NO and measure:
        return label(voice, "is_done" if move.after else "not_done"), ""
    if move.by is None:
        by = label(voice, "first_reading")
    elif move.by == 0:
        by = label(voice, "as_before")
    else:
        by = ("+" if move.by > 0 else "") + voice.number(move.by, unit)
    after = voice.figure(move.after, unit)
    if not measure or measure.to is None or not kind.facts.has_end:
        return by, voice.say("now {number}", number=after)
    to = voice.figure(measure.to, unit)
    if kind is Kind.COUNT:
        return by, voice.say("{number} of {whole}", number=after, whole=to)
    return by, voice.say("now {number}, target {target}", number=after, target=to)


def _kept(voice: Voice, move: Move) -> str:
    if move.due == 1 and move.period:
        return label(voice, "was_kept" if move.kept else "missed")
    return voice.say(
        "{number} of {whole} kept", number=voice.number(move.kept), whole=voice.number(move.due)
    )


def _period(voice: Voice, move: Move) -> str:
    """What was done in a single period against what was wanted; a longer one by its name."""
    period, unit, kind = move.period, move.of.unit, move.of.kind
    if period is None or period.value is None:
        return ""
    if kind.facts.averaged:
        text = voice.say("{amount} on average", amount=voice.number(period.value, unit))
    elif period.wanted is None:
        return ""
    else:
        wanted = voice.number(period.wanted, unit)
        if kind is Kind.LIMIT:
            done = voice.number(period.value, unit)
            text = voice.say("{number}, at most {amount}", number=done, amount=wanted)
        else:
            done = voice.figure(period.value, unit)
            text = voice.say("{number} of {whole}", number=done, whole=wanted)
    if not move.longer:
        return text
    days = voice.range(period.start, period.end, move.of.new_year)
    return voice.say("{amount}, {days}", amount=text, days=days)


def mood_and_energy(voice: Voice, entry: Entry) -> str:
    """How a week felt: "mood 2, energy 1"."""
    mood = voice.say("mood {number}", number=voice.number(entry.mood))
    if entry.energy is None:
        return mood
    energy = voice.say("energy {number}", number=voice.number(entry.energy))
    return f"{mood}, {energy}"


def entry_facts(voice: Voice, entry: Entry, *, felt: bool) -> list[str]:
    """What an entry says in figures: mood and energy where asked for, marks of life areas."""
    facts = []
    if felt and entry.mood is not None:
        facts.append(voice.say("mood {number} of 5", number=voice.number(entry.mood)))
    if felt and entry.energy is not None:
        facts.append(voice.say("energy {number} of 5", number=voice.number(entry.energy)))
    areas = [f"{area} {voice.number(value)}" for area, value in sorted(entry.areas.items())]
    if areas:
        facts.append(voice.say("life areas, of 10: {areas}", areas=", ".join(areas)))
    return facts


# The head of a page.

_DESCRIPTIONS = {
    "goals": deferred("All goals: by area, horizon and status, and what each of them serves."),
    "road": deferred("Goals and milestones on one line of days, past and to come."),
    "journal": deferred("The weeks written, and every note."),
    "reviews": deferred("Months, quarters and years looked back on."),
    "tags": deferred("All tags, and what they hold."),
    "areas": deferred("All life areas, and their goals."),
    "notes": deferred("All notes beside the journal, by folder."),
    "actions": deferred("What is to be done by when, what waits for others, what was done."),
    "skills": deferred("What is there of each skill, what the goals need, and by when."),
    "vision": deferred("Where it should all lead: vision, values, areas."),
    "findings": deferred("What milepost has noticed in the files of this journal."),
    "search": deferred("All pages and headings of this journal."),
    "missing": deferred("There is no page at this address."),
}


def description(voice: Voice, kind: str) -> str:
    """What a page of this kind is, for its head; empty for kinds that have more to say."""
    return voice.say(_DESCRIPTIONS[kind]) if kind in _DESCRIPTIONS else ""


def goal_described(voice: Voice, standing: Standing, why: str) -> str:
    """A goal's page in a line: its status and its reason."""
    return f"{capital(word(voice, standing.status))}: {why}"


def week_described(voice: Voice, title: str, dates: str) -> str:
    """A week's page in a line."""
    return voice.say("{week}, {dates}: notes and numbers.", week=title, dates=dates)


def period_described(voice: Voice, title: str) -> str:
    """A period's page in a line."""
    return voice.say("{period} looked back on: what moved, and why.", period=title)


def page_described(voice: Voice, title: str, site: str) -> str:
    """A page of the author's own in a line."""
    return voice.say("{title}, a page of {site}.", title=title, site=site)


def tag_described(voice: Voice, title: str) -> str:
    """A tag's page in a line."""
    return voice.say("Everything in the tag {title}.", title=title)


def area_described(voice: Voice, title: str) -> str:
    """A life area's page in a line."""
    return voice.say("Everything in the area {title}.", title=title)


def no_profile(voice: Voice, root: str) -> str:
    """Said on the vision's page while nothing is written there."""
    path = f"{root}profile.md"
    return voice.say("Write {file}: who you are, what matters, where it should lead.", file=path)


def more_entries(voice: Voice, count: int) -> str:
    """How many entries there are besides those that are named."""
    return voice.many("and {count} earlier entry", "and {count} earlier entries", count)


def not_lived(voice: Voice, *, ever: bool) -> str:
    """Said of a value for which nothing was done in a year, or ever."""
    if ever:
        return voice.say("nothing in the past year")
    return voice.say("no goal and no entry names it yet")


def told_often(voice: Voice, count: int) -> str:
    """How many entries tell the same."""
    return voice.many("told {count} time", "told {count} times", count)


def satisfied(voice: Voice, year: str, job: float | None, field: float | None) -> str:
    """How content somebody was in a year: "2026: job 7 of 10 and field 8 of 10"."""
    parts = []
    if job is not None:
        parts.append(voice.say("job {mark}", mark=of_ten(voice, job)))
    if field is not None:
        parts.append(voice.say("field {mark}", mark=of_ten(voice, field)))
    text = voice.list(parts) if parts else voice.number(None)
    return voice.say("{title}: {text}", title=year, text=text)


def satisfied_by_year(voice: Voice, years: int) -> str:
    """The whole picture of it in a sentence."""
    return voice.many(
        "Content with job and field, 0 to 10, in {count} year.",
        "Content with job and field, 0 to 10, in {count} years.",
        years,
    )


def more_places(voice: Voice, count: int) -> str:
    """Said below a finding that is the same elsewhere."""
    return voice.many("The same in {count} more place.", "The same in {count} more places.", count)


def more_of_rule(voice: Voice, rule: str, count: int) -> str:
    """Said below the findings, of a rule that speaks so often that not all of it is shown."""
    return voice.many("{rule}: {count} more", "{rule}: {count} more", count, rule=rule)


def findings(voice: Voice, errors: int, warnings: int, hints: int) -> list[str]:
    """How many findings there are of each severity."""
    return [
        voice.many("{count} error", "{count} errors", errors),
        voice.many("{count} warning", "{count} warnings", warnings),
        voice.many("{count} hint", "{count} hints", hints),
    ]
