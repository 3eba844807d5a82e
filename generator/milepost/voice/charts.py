"""What charts say: the sentences that stand for a picture, and the words on it.

In: standings, periods, weeks, counts. Out: sentences and phrases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from milepost.journal.values import Week
from milepost.journal.words import Kind
from milepost.progress.lookback import mean, sum_of
from milepost.progress.values import HabitPeriod, Mark, Standing, WeekHours
from milepost.voice.forecasts import spread
from milepost.voice.labels import label, of_mark
from milepost.voice.measures import bounds, on_average
from milepost.voice.rhythms import kept_sentence
from milepost.voice.statuses import word
from milepost.voice.voice import Voice


def titled(voice: Voice, standing: Standing, text: str) -> str:
    """What is said of a goal, behind its title."""
    return voice.say("{title}: {text}", title=standing.goal.title, text=text)


def amount(voice: Voice, standing: Standing, value: float | None) -> str:
    """A value of the goal: a number with its unit, or whether it is done."""
    if value is not None and standing.kind is Kind.YES_NO:
        return label(voice, "is_done") if value >= 1 else label(voice, "not_done")
    return voice.number(value, standing.unit)


def read(voice: Voice, standing: Standing, value: float, *, doubted: bool) -> str:
    """A value that was read, and whether it looks like a slip."""
    text = amount(voice, standing, value)
    return voice.say("{amount} (doubted)", amount=text) if doubted else text


def at_a_glance(voice: Voice, standing: Standing) -> str:
    """Where the goal stands, what the plan says, where it leads: two sentences at most."""
    due = voice.near(standing.due, standing.day) if standing.due else ""
    said = _now(voice, standing)
    if standing.kind is Kind.YES_NO:
        text = voice.say("{now}, due {date}", now=said, date=due) if due else said
        return titled(voice, standing, voice.ended(text))
    if standing.expected is not None and standing.status.living:
        expected = voice.number(standing.expected, standing.unit)
        said = voice.say("{now}, {amount} expected by now", now=said, amount=expected)
    if standing.to is not None:
        target = voice.number(standing.to, standing.unit)
        if due:
            said = voice.say("{now}, target {amount} by {date}", now=said, amount=target, date=due)
        else:
            said = voice.say("{now}, target {amount}", now=said, amount=target)
    text = titled(voice, standing, voice.ended(said))
    forecast = standing.forecast
    if not forecast or not standing.due or standing.due <= standing.day:
        return text
    span = spread(voice, standing, forecast.value_low, forecast.value_high)
    ahead = voice.say("The forecast for {date} is {range}.", date=due, range=span)
    return f"{text} {ahead}"


def _now(voice: Voice, standing: Standing) -> str:
    if standing.actual is None:
        return voice.say("no reading yet")
    now, last = amount(voice, standing, standing.actual), standing.last_reading
    if standing.kind is Kind.YES_NO and standing.closed_on:
        last = standing.closed_on  # the day by which the number of a week made it done
    if not last or last > standing.day:
        return now
    return voice.say("{amount} on {date}", amount=now, date=voice.near(last, standing.day))


# Limits and ranges, habits.


def target_mark(voice: Voice, standing: Standing) -> str:
    """The word at the target's line."""
    return voice.say("target {amount}", amount=voice.number(standing.to, standing.unit))


def bound_mark(voice: Voice, low: float | None, high: float | None, unit: str) -> str:
    """The word at the bounds of a limit or a range."""
    if low is not None and high is not None:
        return f"{voice.figure(low, unit)} – {voice.number(high, unit)}"
    return bounds(voice, low, high, unit)


def band(
    voice: Voice,
    standing: Standing,
    periods: Sequence[HabitPeriod],
    low: float | None,
    high: float | None,
    *,
    cut: bool = False,
) -> str:
    """What a limit or a range asks for, and how often it was kept; `cut` if these are the last."""
    asked = _asked(voice, low, high, standing.unit)
    done, missed = of_kind(periods, Mark.DONE), of_kind(periods, Mark.MISS)
    if cut:
        text = voice.joined(asked, _counts(voice, periods, cut=True))
    elif not done + missed:
        text = voice.say("{wanted}; no reading yet", wanted=asked)
    else:
        text = voice.many(
            "{wanted}; kept in {number} of {count} period",
            "{wanted}; kept in {number} of {count} periods",
            done + missed,
            wanted=asked,
            number=voice.number(done),
        )
    latest = next((one for one in reversed(periods) if one.value is not None), None)
    if latest and (cut or done + missed):
        value = voice.number(latest.value, standing.unit)
        text = voice.say("{kept}, latest {amount}", kept=text, amount=value)
    return titled(voice, standing, voice.ended(text))


def _asked(voice: Voice, low: float | None, high: float | None, unit: str) -> str:
    if low is not None and high is not None:
        first, last = voice.figure(low, unit), voice.number(high, unit)
        return voice.say("between {low} and {high}", low=first, high=last)
    return bounds(voice, low, high, unit) or voice.say("no bound")


def habit(
    voice: Voice, standing: Standing, shown: Sequence[HabitPeriod], *, cut: bool = False
) -> str:
    """How many of the periods shown were kept, missed, skipped; and how it goes.

    `cut` says that there are earlier ones.
    """
    text = voice.ended(_counts(voice, shown, cut=cut) if shown else label(voice, "no_period"))
    alt = voice.say("{title}, {text}", title=standing.goal.title, text=text)
    told = kept_sentence(voice, standing)
    return f"{alt} {told}" if told else alt


def _counts(voice: Voice, shown: Sequence[HabitPeriod], *, cut: bool) -> str:
    told = [counted_mark(voice, kind, count) for kind in Mark if (count := of_kind(shown, kind))]
    count = sum(len(one.marks) for one in shown)
    every = voice.list(told)
    if cut:
        return voice.many(
            "the last period: {list}", "the last {count} periods: {list}", count, list=every
        )
    return voice.many("{count} period: {list}", "{count} periods: {list}", count, list=every)


def of_kind(shown: Sequence[HabitPeriod], kind: Mark) -> int:
    """How many of the periods came to this."""
    return sum(one.marks.count(kind) for one in shown)


def counted_mark(voice: Voice, kind: Mark, count: int) -> str:
    """As "9 kept", "2 missed"."""
    number = voice.number(count)
    return voice.say("{number} {mark}", number=number, mark=of_mark(voice, kind))


def marked(voice: Voice, period: HabitPeriod) -> str:
    """What became of a period, with its reason where it has one.

    Of a week that stands for its days it is said how many of them were kept.
    """
    what = of_mark(voice, period.mark)
    if period.of > 1 and period.mark in {Mark.DONE, Mark.MISS}:
        kept, of = voice.number(period.kept), voice.number(period.of)
        what = voice.say("{number} of {whole} kept", number=kept, whole=of)
    return f"{what}: {period.because}" if period.because else what


# Weeks written, hours, moods.


def week_cell(voice: Voice, week: Week, words: int) -> str:
    """What a week of the heat map says when pointed at."""
    return f"{voice.week(week)}: {words_written(voice, words)}"


def words_written(voice: Voice, count: int) -> str:
    """As "240 words"."""
    return voice.many("{count}{gap}word", "{count}{gap}words", count, gap=voice.gap)


def year_written(voice: Voice, year: int, count: int, whole: int) -> str:
    """How many weeks of a year were written, of those that could be."""
    return voice.many(
        "{year}: {number} of {count} week written",
        "{year}: {number} of {count} weeks written",
        whole,
        year=f"{year:04d}",
        number=voice.number(count),
    )


def weeks_written(
    voice: Voice, count: int, whole: int, since: Week | None, run: int, year: int
) -> str:
    """How many of the weeks shown were written, and how many in a row up to now.

    `since` is the first week where they go on until now, else they are those of `year`.
    """
    if since is None:
        text = voice.many(
            "{number} of {count} week written in {year}",
            "{number} of {count} weeks written in {year}",
            whole,
            number=voice.number(count),
            year=f"{year:04d}",
        )
        return voice.ended(text)
    text = voice.many(
        "{number} of {count} week written since {week}",
        "{number} of {count} weeks written since {week}",
        whole,
        number=voice.number(count),
        week=voice.week(since),
    )
    if run > 1:
        text = voice.say(
            "{written}, the last {number} in a row", written=text, number=voice.number(run)
        )
    return voice.ended(text)


def nothing_written(voice: Voice, *, ever: bool) -> str:
    """Said where no week shown was written."""
    return voice.say("No week is written here.") if ever else voice.say("No week is written yet.")


def one_written(voice: Voice, *, first: bool) -> str:
    """Said where the one week shown was written."""
    return voice.say("The first week is written.") if first else voice.say("The week is written.")


def hours(voice: Voice, shown: Sequence[WeekHours], *, cut: bool = False) -> str:
    """Hours spent and planned in the weeks shown; `cut` says that there are earlier ones."""
    told = [week for week in shown if week.spent is not None]
    if not told:
        if cut:
            return voice.say("No hours are written down in these weeks.")
        return voice.say("No hours are written down yet.")
    both = sum_of(shown)
    if both.planned is None:
        text = voice.say("{hours} spent", hours=voice.hours(both.spent))
    else:
        text = voice.say(
            "{hours} spent of {planned} planned",
            hours=voice.hours(both.spent),
            planned=voice.hours(both.planned),
        )
    if cut:
        when = voice.many(
            "{text} in the last week", "{text} in the last {count} weeks", len(shown), text=text
        )
    else:
        known = sum(week.planned is not None or week.spent is not None for week in shown)
        when = voice.many("{text} in {count} week", "{text} in {count} weeks", known, text=text)
    last = told[-1]
    latest = voice.hours(last.spent)
    latest = voice.say("{hours} in {week}", hours=latest, week=voice.week(last.week))
    return voice.ended(voice.joined(when, latest))


def felt(voice: Voice, mood: Sequence[float], energy: Sequence[float]) -> str:
    """Mood and energy on average and at the end."""
    if not mood and not energy:
        return voice.say("No mood or energy is written down yet.")
    told = []
    if mood:
        told.append(
            voice.say("Mood {mean} of 5 on average, {last} at the end", **_felt(voice, mood))
        )
    if energy:
        told.append(
            voice.say("energy {mean} of 5 on average, {last} at the end", **_felt(voice, energy))
        )
    return voice.ended(voice.joined(*told))


def _felt(voice: Voice, values: Sequence[float]) -> Mapping[str, str]:
    return {"mean": on_average(voice, mean(values)), "last": voice.number(values[-1])}


# The road, bars, and the rest.


def road(voice: Voice, goals: int, dates: str, reached: int, whole: int) -> str:
    """How many goals the road shows, from when to when, and how many milestones are reached."""
    text = voice.many(
        "Road of {count} goal, {dates}", "Road of {count} goals, {dates}", goals, dates=dates
    )
    if whole:
        text = f"{text}: {milestones_reached(voice, reached, whole)}"
    return voice.ended(text)


def milestones_reached(voice: Voice, reached: int, whole: int) -> str:
    """As "2 of 5 milestones reached"."""
    return voice.many(
        "{number} of {count} milestone reached",
        "{number} of {count} milestones reached",
        whole,
        number=voice.number(reached),
    )


def lane(voice: Voice, standing: Standing, reached: int, whole: int, ahead: str) -> str:
    """A goal on the road: from when to when, how many milestones are reached, what is next."""
    told = [word(voice, standing.status)]
    if standing.start:
        told.append(voice.say("from {date}", date=voice.near(standing.start, standing.day)))
    if standing.due:
        told.append(voice.say("due {date}", date=voice.near(standing.due, standing.day)))
    if whole:
        told.append(milestones_reached(voice, reached, whole))
        if ahead:
            told.append(voice.say("next {milestone}", milestone=ahead))
    return "; ".join(told)


def milestone(
    voice: Voice, title: str, day: date, today: date, *, reached: bool, late: bool
) -> str:
    """As "mock exam 1, reached 5 Feb", "draft 4, due 27 Nov", "draft 3, late since 3 Oct"."""
    when = voice.near(day, today)
    if reached:
        return voice.say("{title}, reached {date}", title=title, date=when)
    if late:
        return voice.say("{title}, late since {date}", title=title, date=when)
    return voice.say("{title}, due {date}", title=title, date=when)


def done_and_expected(voice: Voice, done: float | None, expected: float | None) -> str:
    """What a bar shows: shares of the whole."""
    if done is None:
        text = voice.say("Nothing counted yet")
    else:
        text = voice.say("{share} done", share=voice.percent(done))
    if expected is None:
        return text
    share = voice.percent(min(max(expected, 0.0), 1.0))
    return voice.say("{done}, {share} expected by now", done=text, share=share)


def forecast_key(voice: Voice) -> str:
    """What the forecast's area is called."""
    return voice.say("forecast, {share} sure", share=voice.percent(0.8))


def forecast_day(voice: Voice, day: date) -> str:
    """The head of the forecast's row in a table."""
    return voice.say("{date}, forecast", date=voice.date(day, "medium"))


def due_day(voice: Voice, day: date) -> str:
    """The head of the due date's row in a table."""
    return voice.say("{date}, due", date=voice.date(day, "medium"))
