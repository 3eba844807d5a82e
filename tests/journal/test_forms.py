"""Short forms and mapping forms: both say the same, for every field that has two."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from itertools import permutations
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from milepost.journal.load import load
from milepost.journal.measures import parse_measure
from milepost.journal.model import Goal, Profile
from milepost.journal.numbers import UNITS, Misread
from milepost.journal.shortforms import parse_amount, parse_break
from milepost.journal.values import (
    Ability,
    Amount,
    Break,
    Declared,
    Effort,
    Knot,
    Level,
    Measure,
    Milestone,
    Money,
    Noted,
    Obstacle,
    Relevance,
    Satisfaction,
    Skill,
    Window,
)
from milepost.journal.words import Kind, Mode, Period, State

numbers = st.one_of(
    st.integers(0, 10**6).map(float), st.integers(0, 10**5).map(lambda number: number / 100)
)
days = st.dates(date(1990, 1, 1), date(2190, 1, 1))
words = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzäöéèßñøłčğ", min_size=2, max_size=9).filter(
        lambda word: (
            word
            not in {
                "to",
                "of",
                "at",
                "if",
                "then",
                "yes",
                "no",
                "per",
                "until",
                "till",
                "through",
                "because",
                "since",
            }
        )
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
ids = st.from_regex(r"[a-z]{2,8}(-[a-z]{2,8}){0,2}", fullmatch=True)
units = st.sampled_from(["", "kg", "books", "practice questions", "EUR"])
periods = st.sampled_from(Period)


def number(value: float) -> str:
    return f"{value:g}" if value == int(value) and value < 1e5 else repr(value)


@st.composite
def measures(draw: st.DrawFn) -> tuple[str, Measure]:
    a, b, unit, per = draw(numbers), draw(numbers), draw(units), draw(periods)
    tail = f" {unit}" if unit else ""
    return draw(
        st.sampled_from(
            [
                (f"{number(a or 1.0)}{tail}", Measure(Kind.COUNT, 0.0, a or 1.0, unit)),
                (f"from {number(a)} to {number(b)}{tail}", Measure(Kind.LEVEL, a, b, unit)),
                (f"{number(a)} -> {number(b)}{tail}", Measure(Kind.LEVEL, a, b, unit)),
                (
                    f"{number(a or 1.0)}{tail or ' times'} a {per.value}",
                    Measure(Kind.HABIT, None, a or 1.0, unit, per),
                ),
                (
                    f"at most {number(a)}{tail} a {per.value}",
                    Measure(Kind.LIMIT, None, a, unit, per),
                ),
                (
                    f"keep {number(min(a, b))} to {number(max(a, b))}{tail}",
                    Measure(Kind.RANGE, min(a, b), max(a, b), unit),
                ),
                (
                    f"average at least {number(a)}{tail} a {per.value}",
                    Measure(Kind.AVERAGE, a, None, unit, per),
                ),
                (f"keep above {number(a)}{tail}", Measure(Kind.RANGE, a, None, unit)),
                (f"keep below {number(a)}{tail}", Measure(Kind.RANGE, None, a, unit)),
                *((kind.value, Measure(kind)) for kind in _PLAIN),
            ]
        )
    )


_PLAIN = (Kind.MILESTONES, Kind.TASKS, Kind.YES_NO, Kind.GOALS)


@st.composite
def efforts(draw: st.DrawFn) -> tuple[str, Effort]:
    hours, money, sure = draw(numbers), draw(numbers), draw(st.integers(0, 10))
    hours = hours % 168
    effort = Effort(hours, Money(money, "EUR"), float(sure))
    parts = [f"{hours!r} h a week", f"{number(money)} EUR", f"confidence {sure}"]
    return ", ".join(draw(st.permutations(parts))), effort


@st.composite
def relevances(draw: st.DrawFn) -> tuple[str, Relevance]:
    serves, values = draw(st.lists(ids, min_size=1, max_size=3)), draw(st.lists(words, max_size=2))
    parts = [f"[[{id_}]]" for id_ in serves] + [f"value {name}" for name in values]
    return ", ".join(parts), Relevance(tuple(serves), tuple(values))


@st.composite
def windows(draw: st.DrawFn) -> tuple[str, Window]:
    start, due = draw(days), draw(days)
    both = draw(st.booleans())
    return (f"{start} to {due}", Window(start, due)) if both else (f"{due}", Window(None, due))


@st.composite
def milestones(draw: st.DrawFn) -> tuple[str, Milestone]:
    title, due = draw(words), draw(days)
    done: bool | date = draw(st.one_of(st.booleans(), days))
    weight = draw(st.sampled_from([1.0, 2.0, 0.5]))
    value = draw(st.one_of(st.none(), numbers))
    # A unit behind the number would be read as one.
    assume(value is None or not re.match(rf"(?:{UNITS})(?![^\W_])", title))
    before = "[x] " if done is True else f"done {done} " if done else ""
    knot = f"={value!r} " if value is not None else ""
    after = f" (weight {weight:g})" if weight != 1 else ""
    return f"{before}{due} {knot}{title}{after}", Milestone(title, due, done, weight, value)


@st.composite
def obstacles(draw: st.DrawFn) -> tuple[str, Obstacle]:
    if_, then = draw(words), draw(words)
    return f"if {if_}, then {then}", Obstacle(if_, then)


@st.composite
def knots(draw: st.DrawFn) -> tuple[str, Knot]:
    day, value, rate, why = draw(days), draw(numbers), draw(numbers), draw(words)
    return draw(
        st.sampled_from(
            [
                (f"{day} ={value!r}", Knot(day, value)),
                (f"{day} {rate!r} a week", Knot(day, None, rate)),
                (f"={value!r} at {rate!r} a week, {why}", Knot(None, value, rate, why)),
            ]
        )
    )


@st.composite
def breaks(draw: st.DrawFn) -> tuple[str, Break]:
    start, end = sorted([draw(days), draw(days)])
    why = draw(words)
    return f"{start} to {end} {why}", Break(start, end, why)


@st.composite
def notes(draw: st.DrawFn) -> tuple[str, Noted]:
    day, value = draw(days), draw(numbers)
    note = draw(words.filter(lambda note: not re.fullmatch(UNITS, note.split(" ")[0])))
    sign, mode = draw(st.sampled_from([("", None), ("+", Mode.ADDED), ("=", Mode.LEVEL)]))
    check = draw(st.booleans())
    text = f"{day} {sign}{value!r} {'checkpoint ' if check else ''}{note}"
    return text, Noted(day, Amount(value, mode), note, check)


@st.composite
def statuses(draw: st.DrawFn) -> tuple[str, Declared]:
    state, since, why = draw(st.sampled_from(State)), draw(days), draw(words)
    return f"{state.value} since {since} because {why}", Declared(state, why, since)


@st.composite
def skills(draw: st.DrawFn) -> tuple[str, Skill]:
    name, level = draw(words), draw(st.integers(0, 5))
    return f"{name} {level}", Skill(name, float(level))


@st.composite
def abilities(draw: st.DrawFn) -> tuple[str, Ability]:
    name, level, since = draw(words), draw(st.integers(0, 5)), draw(days)
    shows, demand = draw(words), draw(st.integers(0, 5))
    short = f"{name} {level} since {since} {shows}, demand {demand}"
    return short, Ability(name, float(level), since, shows, float(demand))


@st.composite
def levels(draw: st.DrawFn) -> tuple[str, Level]:
    day, level, shows = draw(days), draw(st.integers(0, 5)), draw(words)
    return f"{day} {level} {shows}", Level(day, float(level), shows)


@st.composite
def contents(draw: st.DrawFn) -> tuple[str, Satisfaction]:
    job, field, note = draw(st.integers(0, 10)), draw(st.integers(0, 10)), draw(words)
    short = f"job {job}, field {field}, {note}"
    return short, Satisfaction(float(job), float(field), note)


def mapping(value: Any) -> Any:
    """A value in its mapping form, as YAML takes it."""
    if isinstance(value, Amount):
        sign = {None: "", Mode.ADDED: "+", Mode.LEVEL: "="}[value.mode]
        return f"{sign}{value.value!r}"
    if isinstance(value, Money):
        return f"{value.amount!r} {value.currency}"
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return repr(value)
    if is_dataclass(value):
        parts = {
            item.name.rstrip("_"): getattr(value, item.name)
            for item in fields(value)
            if item.metadata
        }
        return {key: mapping(part) for key, part in parts.items() if part not in (None, "", ())}
    if isinstance(value, tuple):
        return [mapping(part) for part in value]
    return value


def field_of(key: str, written: Any) -> Any:
    """What a goal holds when its file says this under a key."""
    text = yaml.safe_dump({key: written}, allow_unicode=True, width=10**6)
    loaded = load({"content/goals/g.md": f"---\n{text}---\n".encode()})
    across = {"F301", "F308", "F223"}  # what only the whole goal or journal shows
    told = [finding for finding in loaded.findings if finding.code not in across]
    assert told == [], (text, told)
    return getattr(loaded.journal.goals[0], key)


PAIRS = {
    "measurable": measures(),
    "achievable": efforts(),
    "relevant": relevances(),
    "time_bound": windows(),
    "status": statuses(),
    "milestones": milestones(),
    "obstacles": obstacles(),
    "pace": knots(),
    "breaks": breaks(),
    "readings": notes(),
    "requires": skills(),
}


@pytest.mark.parametrize("key", PAIRS)
def test_both_forms_mean_the_same(key: str) -> None:
    @given(PAIRS[key])
    def law(pair: tuple[str, Any]) -> None:
        short, value = pair
        many = isinstance(getattr(Goal(), key), tuple)
        wanted = (value,) if many else value
        assert field_of(key, [short] if many else short) == wanted
        assert field_of(key, [mapping(value)] if many else mapping(value)) == wanted

    law()


def profile_of(written: dict[str, Any]) -> Profile:
    """The profile whose file says this."""
    text = yaml.safe_dump(written, allow_unicode=True, width=10**6)
    loaded = load({"content/profile.md": f"---\n{text}---\n".encode()})
    assert loaded.findings == (), text
    return loaded.journal.profile


@given(abilities())
def test_both_forms_of_a_skill_mean_the_same(pair: tuple[str, Ability]) -> None:
    short, value = pair
    parts = mapping(value)
    rest = {key: part for key, part in parts.items() if key != "skill"}
    assert profile_of({"skills": [short]}).skills == (value,)
    assert profile_of({"skills": [parts]}).skills == (value,)
    assert profile_of({"skills": {value.skill: rest}}).skills == (value,)
    assert profile_of({"skills": {value.skill: short[len(value.skill) + 1 :]}}).skills == (value,)


@given(words, st.lists(levels(), min_size=1, max_size=3, unique_by=lambda pair: pair[1].date_))
def test_both_forms_of_a_level_mean_the_same(name: str, pairs: list[tuple[str, Level]]) -> None:
    value = Ability(name, levels=tuple(level for _, level in pairs))
    shorts = [short for short, _ in pairs]
    by_day = {short.split()[0]: short.split(" ", 1)[1] for short in shorts}
    assert profile_of({"skills": {name: shorts}}).skills == (value,)
    assert profile_of({"skills": {name: by_day}}).skills[0] in _any_order(value)
    assert profile_of({"skills": {name: {"levels": mapping(value)["levels"]}}}).skills == (value,)


def _any_order(value: Ability) -> list[Ability]:
    """The same with its levels in any order: a mapping that YAML writes is sorted."""
    return [replace(value, levels=order) for order in permutations(value.levels)]


@given(contents())
def test_both_forms_of_satisfaction_mean_the_same(pair: tuple[str, Satisfaction]) -> None:
    short, value = pair
    for form in (short, mapping(value)):
        assert profile_of({"satisfaction": {"2026": form}}).satisfaction == {"2026": value}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("24 books", Measure(Kind.COUNT, 0, 24, "books")),
        ("1 200 practice questions", Measure(Kind.COUNT, 0, 1200, "practice questions")),
        ("€3,000", Measure(Kind.COUNT, 0, 3000, "€")),
        ("from 82 to 75 kg", Measure(Kind.LEVEL, 82, 75, "kg")),
        ("from 82 kg to 75 kg", Measure(Kind.LEVEL, 82, 75, "kg")),
        ("410 -> 533 connections", Measure(Kind.LEVEL, 410, 533, "connections")),
        ("+30 % from 410 connections", Measure(Kind.LEVEL, 410, 533, "connections")),
        ("3 times a week", Measure(Kind.HABIT, None, 3, "", Period.WEEK)),
        ("2 events a month", Measure(Kind.HABIT, None, 2, "events", Period.MONTH)),
        ("twice a week", Measure(Kind.HABIT, None, 2, "", Period.WEEK)),
        ("one book a month", Measure(Kind.HABIT, None, 1, "book", Period.MONTH)),
        ("daily", Measure(Kind.HABIT, None, 1, "", Period.DAY)),
        ("at most 2 a week", Measure(Kind.LIMIT, None, 2, "", Period.WEEK)),
        ("keep 70 to 75 kg", Measure(Kind.RANGE, 70, 75, "kg")),
        ("keep above 4000 EUR", Measure(Kind.RANGE, 4000, None, "EUR")),
        ("average mood at least 7", Measure(Kind.AVERAGE, 7, None, "mood")),
        ("average sleep 7 to 8 hours", Measure(Kind.AVERAGE, 7, 8, "hours")),
        (
            "average at most 3 coffees a day",
            Measure(Kind.AVERAGE, None, 3, "coffees", Period.DAY),
        ),
        ("milestones", Measure(Kind.MILESTONES)),
        ("yes or no", Measure(Kind.YES_NO)),
    ],
)
def test_measures_as_the_manual_shows_them(text: str, measure: Measure) -> None:
    assert field_of("measurable", text) == measure


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("2026-06-30", None, date(2026, 6, 30)),
        ("2026-01-05 to 2026-06-30", date(2026, 1, 5), date(2026, 6, 30)),
        ("2026-Q2", None, date(2026, 6, 30)),
        ("2026-H1", None, date(2026, 6, 30)),
        ("2026-06", None, date(2026, 6, 30)),
        ("2026-W26", None, date(2026, 6, 28)),
        ("2026", None, date(2026, 12, 31)),
        ("2026-02-15T23:30:00-08:00", None, date(2026, 2, 15)),
    ],
)
def test_windows_as_the_manual_shows_them(text: str, start: date | None, due: date) -> None:
    assert field_of("time_bound", text) == Window(start, due)


def test_a_link_stands_wherever_an_id_does() -> None:
    assert field_of("relevant", "[[Earn-PMP|the exam]], value mastery").serves == ("earn-pmp",)
    assert field_of("relevant", {"serves": ["[[earn-pmp]]"]}).serves == ("earn-pmp",)
    assert field_of("replaced_by", "[[earn-pmp]]") == "earn-pmp"


def test_keys_match_whatever_their_case_and_hyphens() -> None:
    text = b"---\nTime-Bound: 2026\nHORIZON: Short\nreplaced by: x\n---\n"
    goal = load({"content/goals/g.md": text}).journal.goals[0]
    assert goal.time_bound.due == date(2026, 12, 31)
    assert goal.horizon is not None
    assert goal.replaced_by == "x"


def test_a_list_accepts_one_text() -> None:
    assert field_of("tags", "sea") == ("sea",)
    assert field_of("tags", "sea, summer") == ("sea", "summer")
    assert field_of("obstacles", "if it rains, then I read")[0].then == "I read"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("average sleep at least 7:30", "h:mm"),
        ("average sleep 7:00 to 8:30", "h:mm"),
        ("mean screen time at most 2:15 a day", "h:mm"),
        ("average pace at most 5:30", "m:ss"),
        ("average sleep at least 7:30 minutes", "m:ss"),
        ("at most 2:30 h a day", "h:mm"),
        ("under 25:00", "m:ss"),
    ],
)
def test_a_time_of_a_thing_that_is_hours_is_hours(text: str, unit: str) -> None:
    read = parse_measure(text)

    assert isinstance(read, Measure)
    assert read.unit == unit


@pytest.mark.parametrize(
    "text", ["at most 2:30 a day", "1:30 each morning", "keep above 7:30", "average at least 7:30"]
)
def test_a_time_that_could_be_hours_or_minutes_is_asked_about(text: str) -> None:
    read = parse_measure(text)

    assert isinstance(read, Misread)
    assert "could be hours or minutes" in read.message
    ways = [parse_measure(line) for line in re.findall("`([^`]+)`", read.help)]
    assert [way.unit for way in ways if isinstance(way, Measure)] == ["h:mm", "m:ss"]


@pytest.mark.parametrize(
    ("text", "kind", "to", "unit"),
    [
        ("1 1/2 hours a week", Kind.HABIT, 1.5, "hours"),
        ("1/2 marathon", Kind.COUNT, 0.5, "marathon"),
        ("3¾ hours a week", Kind.HABIT, 3.75, "hours"),
        ("⅔ cup a day", Kind.HABIT, 2 / 3, "cup"),
        ("£3.5m", Kind.COUNT, 3_500_000, "£"),
        ("$1.2 million", Kind.COUNT, 1_200_000, "$"),
        ("€2bn revenue", Kind.COUNT, 2e9, "€ revenue"),
        ("5 m", Kind.COUNT, 5, "m"),
        ("2 million steps", Kind.COUNT, 2_000_000, "steps"),
        ("3 hundred pages", Kind.COUNT, 300, "pages"),
        ("two hundred words a day", Kind.HABIT, 200, "words"),
        ("a thousand words", Kind.COUNT, 1000, "words"),
        ("2.5k steps a day", Kind.HABIT, 2500, "steps"),
        ("3 x week", Kind.HABIT, 3, ""),
        ("3x/week", Kind.HABIT, 3, ""),
        ("10 st", Kind.COUNT, 10, "st"),
        ("from 0 to 100 push-ups", Kind.LEVEL, 100, "push-ups"),
        ("80kg->75kg", Kind.LEVEL, 75, "kg"),
        ("no more than 2 drinks per week", Kind.LIMIT, 2, "drinks"),
        ("1 day off a week", Kind.HABIT, 1, "day off"),
        ("20+ books", Kind.COUNT, 20, "books"),
        ("1,200.50 €", Kind.COUNT, 1200.5, "€"),
    ],
)
def test_a_number_is_read_with_all_its_words(text: str, kind: Kind, to: float, unit: str) -> None:
    read = parse_measure(text)

    assert isinstance(read, Measure), read
    assert (read.kind, read.unit) == (kind, unit)
    assert read.to == pytest.approx(to)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("5k run", "the k"),
        ("5 k run", "the k"),
        ("20ish books", "“ish”"),
        ("3rd place", "“rd”"),
        ("1st place", "“st”"),
        ("5 kg less", "less”"),
        ("5 kg lighter", "lighter”"),
        ("3 mal pro Woche", "mal pro Woche”"),
        ("3 pro Tag", "“pro Tag”"),
        ("2²", "“²”"),
        ("3/5", "“/5”"),
        ("3/5 books", "“/5”"),
        ("2x", "2x"),
        ("1e3 steps", "“e3”"),
        ("5- books", "“-”"),
        ("~20 books", "~20"),
        ("approx. 20 books", "approx."),
        ("٣ books", "٣"),
        ("10–12 books", "10–12"),
        ("dreimal pro Woche", "dreimal"),
    ],
)
def test_what_is_not_understood_is_named(text: str, part: str) -> None:
    read = parse_measure(text)

    assert isinstance(read, Misread), read
    assert part in read.message


@pytest.mark.parametrize(
    ("text", "start", "end", "because"),
    [
        ("2026-02-02 to 2026-02-15 at sea", date(2026, 2, 2), date(2026, 2, 15), "at sea"),
        ("2026-02-02 - 2026-02-15", date(2026, 2, 2), date(2026, 2, 15), ""),
        ("2026-02-02/2026-02-15: flu", date(2026, 2, 2), date(2026, 2, 15), "flu"),
        ("2026-W10 to 2026-W11 flu", date(2026, 3, 2), date(2026, 3, 15), "flu"),
        ("2026-04 holiday", date(2026, 4, 1), date(2026, 4, 30), "holiday"),
        ("2026-04-03 dentist", date(2026, 4, 3), date(2026, 4, 3), "dentist"),
        ("2026-04-03, 2 teeth", date(2026, 4, 3), date(2026, 4, 3), "2 teeth"),
    ],
)
def test_a_break_is_any_stretch_of_time(text: str, start: date, end: date, because: str) -> None:
    assert parse_break(text) == Break(start, end, because)


@pytest.mark.parametrize(
    "text", ["holiday", "2026-02-02 to Easter", "2026-02-30 to 2026-03-02", "2026-02-02 – "]
)
def test_a_break_whose_end_cannot_be_told_is_asked_about(text: str) -> None:
    assert isinstance(parse_break(text), Misread)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "per"),
    [
        ("at least 7 hours of sleep on average", 7, None, "hours of sleep", None),
        ("mood at least 7 on average", 7, None, "mood", None),
        ("mood ≥ 7 on average", 7, None, "mood", None),
        ("sleep at least 7:30 on average", 7.5, None, "h:mm", None),
        ("at most 3 coffees a day on average", None, 3, "coffees", Period.DAY),
        ("7 to 8 hours of sleep on average", 7, 8, "hours of sleep", None),
        ("an average of at least 7 hours of sleep", 7, None, "hours of sleep", None),
        ("average mood >= 7", 7, None, "mood", None),
    ],
)
def test_an_average_may_be_said_before_or_behind(
    text: str, low: float | None, high: float | None, unit: str, per: Period | None
) -> None:
    assert parse_measure(text) == Measure(Kind.AVERAGE, low, high, unit, per)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "per"),
    [
        ("7.5 hours a night on average", 7.5, None, "hours", Period.DAY),
        ("7.5 h sleep on average", 7.5, None, "h sleep", None),
        ("average 8000 steps a day", 8000, None, "steps", Period.DAY),
        ("average sleep 7:30", 7.5, None, "h:mm", None),
        ("2 hours screen time a day on average", None, 2, "hours screen time", Period.DAY),
        ("average of 3 coffees per day", None, 3, "coffees", Period.DAY),
    ],
)
def test_of_an_average_without_a_side_the_thing_may_tell_it(
    text: str, low: float | None, high: float | None, unit: str, per: Period | None
) -> None:
    assert parse_measure(text) == Measure(Kind.AVERAGE, low, high, unit, per)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("average grade 2", "write `average grade at least 2` or `average grade at most 2`"),
        ("60 bpm on average", "write `average at least 60 bpm` or `average at most 60 bpm`"),
    ],
)
def test_any_other_average_without_a_side_is_asked_about(text: str, remedy: str) -> None:
    found = parse_measure(text)
    assert isinstance(found, Misread)
    assert found.message == f"“{text}” does not say whether at least or at most"
    assert found.help == remedy
    for line in re.findall("`(.+?)`", remedy):
        assert isinstance(parse_measure(line), Measure)


@pytest.mark.parametrize(
    ("text", "to", "unit"),
    [
        ("1 lakh rupees", 1e5, "rupees"),
        ("2 crores rupees", 2e7, "rupees"),
        ("3 dozen eggs", 36, "eggs"),
        ("2 millions steps", 2e6, "steps"),
        ("24 books.", 24, "books"),
        ("24 books!", 24, "books"),
        ("24 books & papers", 24, "books & papers"),
        ("24 articles (peer-reviewed)", 24, "articles (peer-reviewed)"),
        ("24 above-average books", 24, "above-average books"),
        ("5000 EUR gross", 5000, "EUR gross"),
    ],
)
def test_what_makes_a_number_larger_is_no_unit(text: str, to: float, unit: str) -> None:
    assert parse_measure(text) == Measure(Kind.COUNT, 0.0, to, unit)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("24 (twenty-four) books", "(twenty-four)"),
        ("24 books (twenty-four)", "(twenty-four)"),
        ("24 (large) books", "(large)"),
        ("24 books)", "books)"),
        ("24 & books", "&"),
        ("12 books *", "*"),
        ('90"', '"'),
        ("5 grand", "grand"),
        ("100 mil", "mil"),
        ("3 zillion steps", "zillion"),
        ("24 average books", "average books"),
        ("3 books (per month)", "per month"),
    ],
)
def test_what_is_left_over_is_no_unit(text: str, part: str) -> None:
    found = parse_measure(text)
    assert isinstance(found, Misread)
    assert found.message.startswith(f"“{part}” in “{text}”")


def test_what_stands_in_parentheses_is_left_out_of_the_remedy() -> None:
    found = parse_measure("24 (twenty-four) books")
    assert isinstance(found, Misread)
    assert found.help == "write `24 books`"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1/2", 0.5, ""),
        ("1 1/2", 1.5, ""),
        ("1 1/2 h", 1.5, "h"),
        ("½", 0.5, ""),
        ("two", 2, ""),
        ("three books", 3, "books"),
        ("=twenty-one", 21, ""),
        ("a dozen eggs", 12, "eggs"),
        ("a dozen!", 12, ""),
    ],
)
def test_a_number_of_an_entry_is_read_as_that_of_a_measure(
    text: str, value: float, unit: str
) -> None:
    found = parse_amount(text)
    assert isinstance(found, Amount)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("text", ["3/5", "12/24", "2026/1", "a", "two three", "1/2/3"])
def test_a_number_of_an_entry_that_could_be_a_score_is_not_guessed(text: str) -> None:
    assert isinstance(parse_amount(text), Misread)
