"""Goals with a mapping around them, with nothing written as nothing, and days in keys of events."""

from __future__ import annotations

from datetime import date

import pytest
import written

from milepost.journal.model import Goal
from milepost.journal.values import Measure, Money, Obstacle
from milepost.journal.words import Kind, Period, State, Visibility
from milepost.rewriting.own_words import rewritten

PATH = "content/goals/example.md"


def read(lines: str) -> tuple[Goal, list[str]]:
    loaded = written.read(f"---\n{lines}\n---")
    return loaded.journal.goals[0], [one.code for one in loaded.findings]


def read_after_fmt(lines: str) -> tuple[Goal, list[str]]:
    files = {PATH: f"---\n{lines}\n---\n".encode()}
    after = {**files, **rewritten(files)[0]}[PATH].decode()
    return read(after.strip().removeprefix("---\n").removesuffix("\n---"))


@pytest.mark.parametrize(
    "lines",
    [
        "goal:\n  title: Sail\n  target: 24 tacks\n  deadline: 2026-06-30\n  why: the wind",
        "title: Sail\nsmart:\n  measurable: 24 tacks\n  time-bound: 2026-06-30\n  why: the wind",
        "title: Sail\nM: 24 tacks\nR: the wind\nT: 2026-06-30",
        "title: Sail\n🎯 target: 24 tacks\n📅 due: 2026-06-30\n❤️ why: the wind",
    ],
)
def test_the_keys_of_a_goal_may_stand_together(lines: str) -> None:
    for goal, told in (read(lines), read_after_fmt(lines)):
        assert (goal.title, goal.relevant.because) == ("Sail", "the wind")
        assert goal.measurable == Measure(Kind.COUNT, 0, 24, "tacks")
        assert goal.time_bound.due == date(2026, 6, 30)
        assert set(told) <= {"F221"}


def test_who_may_see_a_goal_is_never_read_out_of_a_mapping() -> None:
    goal, told = read("goal:\n  title: Sail\n  deadline: 2026-06-30\n  visibility: public")
    assert goal.visibility is Visibility.PRIVATE
    assert told


@pytest.mark.parametrize("nothing", ["n/a", "N/A", "none", "-", '"-"', "–", "keine", "nichts", "?"])
def test_nothing_may_be_written_as_nothing(nothing: str) -> None:
    lines = (
        f"title: Sail\nmeasurable: 24 tacks\nbaseline: {nothing}\nwhy: {nothing}\n"
        f"obstacles: {nothing}\nbudget: {nothing}\ndue: 2026-06-30"
    )
    goal, told = read(lines)
    assert goal.measurable == Measure(Kind.COUNT, 0, 24, "tacks")
    assert (goal.relevant.because, goal.obstacles, goal.achievable.needs) == ("", (), ())
    assert told == ["F221"]


def test_a_goal_may_be_called_none_and_a_text_may_end_with_a_hyphen() -> None:
    goal, _ = read("title: None\nspecific: |\n  What it takes: -\n  and more")
    assert (goal.title, goal.specific) == ("None", "What it takes: -\nand more")


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        ("race day: 2026-10-25", date(2026, 10, 25)),
        ('due: "[[2026-06-30]]"', date(2026, 6, 30)),
        ("due: my birthday (14 August 2026)", date(2026, 8, 14)),
        ("due: 14 August 2026 (my birthday)", date(2026, 8, 14)),
        ("Prüfung: 12.05.2026", date(2026, 5, 12)),
        ("exam date: 12 May 2026", date(2026, 5, 12)),
        ("Abgabetermin: 2026-05-12", date(2026, 5, 12)),
        ("year: 2026", date(2026, 12, 31)),
        ("quarter: 2026-Q2", date(2026, 6, 30)),
        ("exam: 2026-05-12\ndeadline: 2026-06-30", date(2026, 6, 30)),
        ("theory test: 2026-04-10\ndriving test: 2026-06-20", None),  # nobody knows which
        ("created date: 2026-01-05", None),
        ("review date: 2026-03-05", None),
        ("date: 2026-03-05", None),
        ("exam: B2", None),
    ],
)
def test_the_day_of_the_one_event_is_the_due_day_where_nothing_else_is(
    lines: str, due: date | None
) -> None:
    assert read(f"title: Sail\n{lines}")[0].time_bound.due == due
    assert read_after_fmt(f"title: Sail\n{lines}")[0].time_bound.due == due


@pytest.mark.parametrize(
    ("lines", "ends", "unit"),
    [
        ("start: 24 %\ngoal: 18 %", (24, 18), "%"),
        ("von: 145\nauf: 125\neinheit: mmHg", (145, 125), "mmHg"),
        ("ist: 3\nsoll: 8\nkpi: Neukunden", (3, 8), "Neukunden"),
        ("target: 120 squares\ndone so far: 35", (35, 120), "squares"),
        ("start: 82 kg\nend: 75 kg", (82, 75), "kg"),
        ("followers: 430\ngoal: 1000 followers", (430, 1000), "followers"),
        ("owed: $18,400\ntarget: $0", (18400, 0), "$"),
        ("current: band 6.5\ntarget: band 7.5", (6.5, 7.5), "band"),
        ("pages: 1225\ncurrent page: 310", (310, 1225), "pages"),
        ("ziel: 40 Tsd. €\nstand: 12 Tsd. €", (12_000, 40_000), "€"),
        ("baseline: 21:30 min\ntarget: sub 20:00", (21.5, 20), "m:ss"),
        ("metric: 10 km time\ncurrent: 56:30\ntarget: 50:00", (56.5, 50), "m:ss"),
    ],
)
def test_where_a_way_begins_and_ends(lines: str, ends: tuple[float, float], unit: str) -> None:
    for goal, told in (read(f"title: Sail\n{lines}"), read_after_fmt(f"title: Sail\n{lines}")):
        assert goal.measurable == Measure(Kind.LEVEL, *ends, unit)
        assert set(told) <= {"F221"}


@pytest.mark.parametrize(
    ("lines", "to", "unit", "per"),
    [
        ("weekly target: 5 pages", 5, "pages", Period.WEEK),
        ("daily goal: 20 XP", 20, "XP", Period.DAY),
        ("Wochenziel: 3 Läufe", 3, "Läufe", Period.WEEK),
        ("when: every Friday", 1, "", Period.WEEK),
        ("schedule: 3x a week", 3, "", Period.WEEK),
    ],
)
def test_a_key_may_say_in_which_time(lines: str, to: float, unit: str, per: Period) -> None:
    text = f"title: Sail\n{lines}\nuntil: 2026-06-30"
    for goal, told in (read(text), read_after_fmt(text)):
        assert goal.measurable == Measure(Kind.HABIT, None, to, unit, per)
        assert goal.time_bound.due == date(2026, 6, 30)
        assert set(told) <= {"F221"}


def test_beside_a_measure_so_much_a_day_is_no_second_one() -> None:
    goal, told = read("title: Sail\ntarget: 200 hours\ndaily: 90 min")
    assert goal.measurable == Measure(Kind.COUNT, 0, 200, "hours")
    assert sorted(told) == ["F202", "F221"]


def test_what_was_saved_already_may_stand_in_the_text() -> None:
    loaded = written.read("# Save\n\nZiel: 150 €\nSchon gespart: 35 €\n")
    assert loaded.journal.goals[0].measurable == Measure(Kind.LEVEL, 35, 150, "€")


def test_a_blood_pressure_is_asked_about_with_its_own_numbers() -> None:
    loaded = written.read("---\ntitle: Calm\ncurrent: 145/92\ntarget: 125/80\n---")
    helps = [one.help for one in loaded.findings if one.code == "F213"]
    assert helps == ["write `from 145 to 125`, and another goal for the second"]


@pytest.mark.parametrize(
    "lines", ["current weight: 96,4 kg\ntarget weight: 88 kg", "ziel: 1,8\naktuell: 2,3"]
)
def test_a_number_with_a_comma_is_asked_about_and_never_left_out(lines: str) -> None:
    goal, told = read(f"title: Sail\n{lines}")
    assert goal.measure_unread
    assert "F210" in told or "F213" in told


@pytest.mark.parametrize(
    ("lines", "measure"),
    [
        ("frequency: every other day\nduration: 15 minutes",
         Measure(Kind.HABIT, None, 7, "", Period.FORTNIGHT)),
        ("frequency: 3x per week\nduration: 30 min", Measure(Kind.HABIT, None, 3, "", Period.WEEK)),
        ("frequency: daily\nduration: 20 min", Measure(Kind.HABIT, None, 20, "min", Period.DAY)),
    ],
)  # fmt: skip
def test_how_long_it_takes_each_time(lines: str, measure: Measure) -> None:
    goal, told = read(f"title: Sail\n{lines}\nuntil: 2026-06-30")
    assert goal.measurable == measure
    assert goal.time_bound.due == date(2026, 6, 30)
    assert told == ["F221"]
    assert read("title: Sail\nstart: 2026-04-07\nduration: 12 weeks")[0].time_bound.due == date(
        2026, 6, 30
    )


def test_targets_of_two_things_are_two_measures() -> None:
    goal, told = read(
        "title: Fit\ntarget weight: 78 kg\ntarget body fat: 15 %\nstart weight: 85 kg"
    )
    assert goal.measurable == Measure(Kind.LEVEL, 85, 78, "kg")
    assert sorted(told) == ["F221", "F226"]


def test_a_criterion_is_a_measure_or_a_sentence() -> None:
    assert read("title: Move\nsuccess criteria: 12 folders")[0].measurable
    goal, told = read("title: Move\nsuccess criteria: all is moved\ndefinition of done: it is off")
    assert (goal.measurable, goal.specific) == (None, "all is moved; it is off")
    assert told == ["F221"]


def test_a_climbing_grade_is_no_number() -> None:
    goal, told = read("title: Climb\ncurrent grade: 6c\ntarget grade: 7a")
    assert goal.measurable is None
    assert told == ["F202", "F202"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("30 days in a row", "days in a row"), ("100 push-ups at a stretch", "push-ups at a stretch"),
     ("1000 followers", "followers"), ("500 m without a break", "m without a break"),
     ("500 m am Stück", "m am Stück")],
)  # fmt: skip
def test_what_is_done_at_one_time_does_not_add_up(text: str, unit: str) -> None:
    measure = read(f"title: Sail\ntarget: {text}")[0].measurable
    assert measure
    assert (measure.kind, measure.from_, measure.unit) == (Kind.LEVEL, None, unit)


@pytest.mark.parametrize(
    ("word", "state"),
    [("planning", State.SOMEDAY), ("on track", State.ACTIVE), ("läuft", State.ACTIVE),
     ("🟢 On track", State.ACTIVE), ("✅ Done", State.DONE),
     ("geplant", State.SOMEDAY), ("erledigt", State.DONE), ("pausiert", State.PAUSED)],
)  # fmt: skip
def test_words_for_how_it_stands(word: str, state: State) -> None:
    assert read(f"title: Sail\nstatus: {word}")[0].status.is_ is state


@pytest.mark.parametrize(
    ("line", "hours", "money", "needs"),
    [
        ("6 h pro Woche", 6, None, ()),
        ("30 Minuten am Tag", 3.5, None, ()),
        ("2 Stunden täglich, 600 EUR", 14, Money(600, "EUR"), ()),
        ("Jonas helps, 40 EUR hosting", None, Money(40, "EUR"), ("Jonas helps", "hosting")),
        ("500 € pro Monat", None, None, ("500 € pro Monat",)),
    ],
)
def test_what_it_takes(
    line: str, hours: float | None, money: Money | None, needs: tuple[str, ...]
) -> None:
    effort = read(f"title: Sail\nachievable: {line}")[0].achievable
    assert (effort.hours_per_week, effort.money, effort.needs) == (hours, money, needs)


def test_a_plan_in_german() -> None:
    goal, _ = read("title: Sail\nwenn-dann: wenn es regnet, dann lese ich")
    assert goal.obstacles == (Obstacle("es regnet", "lese ich"),)
