"""Values with a structure, as people half write them: read whole or told, and nothing raises.

Signs, separators, units, exponents, wide digits, fractions and times are put together at random and
stand as measures, windows, readings, rates and cells of tables.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendered import render
from written import examples

from milepost.checks.check import check
from milepost.checks.lights import lights
from milepost.cli.terminal import status_table
from milepost.journal.load import load
from milepost.journal.measures import parse_measure
from milepost.journal.numbers import parse_hours, parse_number, parse_rate
from milepost.journal.shortforms import parse_amount, parse_noted, parse_window
from milepost.journal.values import Measure
from milepost.journal.words import Direction, Kind, Period, Visibility
from milepost.progress.measure import measure
from milepost.site.options import Options
from milepost.site.theme import read_theme
from milepost.voice.english import ENGLISH
from milepost.voice.measures import measure_in_words

DAY = date(2026, 6, 14)


def one_of(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from(text.split("|"))


DIGITS = one_of("0|1|7|12|82|007|100|1200|99999999999999999999|٣|１２|²|½|⅔|1½|1/2|1 1/2|3/5|二|∞")
NUMBERS = st.builds(
    "".join,
    st.tuples(
        one_of("|||+|-|−|--|+-|~|=|>=|€|$ |-£|±|approx. "),
        DIGITS,
        one_of("|||.5|,5|.000|,000| 000|'000|_000|.|,|..|:30|:60|:5:07|/7|e3|E-400|^2"),
        one_of("|||k|M|bn| million| thousand|%| %|‰|h|h30|min|m|x|×|ish|th|!|+|-| or so"),
    ),
)
UNITS = one_of(
    "|kg|books|€|km/h|h|minutes|%|steps a day|CO2|m²|to|at least|pro Tag|ſ|\u0301|of 5|::"
)
PER = one_of("a week|daily|/day|per month|every 2 days|x|a fortnight|each 0 weeks|in 2026|weekdays")
MEASURES = st.builds(
    lambda form, a, b, unit, per: form.format(a=a, b=b, unit=unit, per=per),
    one_of(
        "{a} {unit}|{a}{unit}|from {a} to {b} {unit}|{a}->{b} {unit}|{a}-{b} {unit}|{a} to {b}"
        "|{a} {unit} {per}|{a}x {per}|at most {a} {unit} {per}|keep {a} to {b} {unit}"
        "|keep above {a} {unit}|average {unit} at least {a}|average {a} to {b} {unit} {per}"
        "|{a} % from {b} {unit}|lose {a} {unit}|gain {a} %|under {a} {unit}|down to {a}"
        "|{a} {unit} at {b} {per}|{per}|{per} {a}|{a}|between {a} and {b} {unit}"
    ),
    NUMBERS,
    NUMBERS,
    UNITS,
    PER,
)
WINDOWS = st.builds(
    lambda form, a, b: form.format(a=a, b=b),
    one_of(
        "{a}|{a} to {b}|within {b} days|in {b} weeks|by {a}|2026-{b}|2026-W{b}|Q{b} 2026|H{b}"
        "|{a}, within {b} years|{b} June|June {b}, 2026|end of {a}|mid-{a}|{b}.{b}.{b}|{b}/{b}/2026"
        "|from {a} for {b} months|{a}..{a}|next {a}|the {b}th of {a}"
    ),
    one_of("2026-02-30|2026-01-05|0000-00-00|9999-12-31|June|Q5|the year|2026|２０２６-01-01|soon"),
    NUMBERS,
)
ANY = st.one_of(NUMBERS, MEASURES, WINDOWS, st.builds("{}!".format, NUMBERS))


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@settings(max_examples=examples(300))
@given(ANY)
def test_every_reader_takes_any_value(text: str) -> None:
    for parse in (parse_measure, parse_window, parse_number, parse_rate, parse_hours):
        parse(text)
    for short in (parse_amount, parse_noted):
        short(text)
        short(f"2026-06-01 ={text}")


@settings(max_examples=examples(60), deadline=None)
@given(MEASURES, WINDOWS, st.lists(ANY, min_size=3, max_size=3), st.lists(NUMBERS, max_size=4))
def test_no_value_stops_a_journal(
    measurable: str, window: str, values: list[str], cells: list[str]
) -> None:
    one, two, three = map(quoted, values)
    rows = "".join(f"2026-05-{place + 10},{cell}\n" for place, cell in enumerate(cells))
    goal = f"measurable: {quoted(measurable)}\ntime_bound: {quoted(window)}\npace: [{one}]"
    source = "measurable: {kind: level, to: " + two + ", source: data/a.csv, rate: " + three + "}"
    files = {
        "content/goals/a.md": f"---\n{goal}\nreadings: [{two}, {three}]\n---\n",
        "content/goals/b.md": f"---\n{source}\nachievable: {one}\nmilestones: [{three}]\n---\n",
        "content/goals/c.md": f"---\nmeasurable: 82 to 75 kg\nbreaks: [{one}]\n---\n",
        "content/journal/2026-W20.md": f"---\nprogress: {{a: {one}, c: {two}}}\n"
        f"hours: {{a: {three}}}\nmood: {two}\nconfidence: {{c: {one}}}\n---\n",
        "data/a.csv": f"date,value\n{rows}",
    }
    loaded = load({path: text.encode() for path, text in files.items()})
    report = measure(loaded.journal, DAY)
    found = check(report, loaded.findings, whole=loaded.journal, sources=loaded.sources, assets={})
    told = lights(report, found)
    theme, _ = read_theme(report.journal.settings, None)
    site = render(report, Options(Visibility.PRIVATE, ""), theme, found, told)
    status_table(ENGLISH, report, table := io.StringIO(), everything=True)

    assert table.getvalue()
    assert "goals.json" in site.pages


# --- What is printed is read as the same ---------------------------------------------------

AMOUNT = st.one_of(st.integers(2, 999_999), st.integers(3, 19).map(lambda n: n / 2)).map(float)
UNIT = st.sampled_from(["kg", "books", "€", "%", "practice questions", "km", "hours"])
RHYTHM = st.sampled_from(list(Period))
PAIR = st.lists(AMOUNT, min_size=2, max_size=2, unique=True).map(sorted)
TIMED = st.sampled_from(["m:ss", "h:mm", "h:mm:ss"])
SAME = {
    Kind.COUNT: st.builds(
        Measure, st.just(Kind.COUNT), st.just(0.0), AMOUNT, UNIT.filter(lambda unit: unit != "%")
    ),
    Kind.LEVEL: st.one_of(
        st.builds(lambda ends, unit: Measure(Kind.LEVEL, ends[1], ends[0], unit), PAIR, UNIT),
        st.builds(
            lambda end, unit, goes: Measure(Kind.LEVEL, None, end, unit, goes=goes),
            AMOUNT,
            UNIT | TIMED,
            st.sampled_from([None, *Direction]),
        ),
        st.builds(
            lambda by, sign, unit: Measure(Kind.LEVEL, unit=unit, by=by * sign),
            AMOUNT,
            st.sampled_from([-1, 1]),
            UNIT.filter("%".__ne__),
        ),
    ),
    Kind.HABIT: st.builds(
        Measure, st.just(Kind.HABIT), st.none(), AMOUNT, UNIT | st.just("h:mm"), RHYTHM
    ),
    Kind.LIMIT: st.builds(
        Measure, st.just(Kind.LIMIT), st.none(), AMOUNT, UNIT | st.just(""), RHYTHM
    ),
    Kind.RANGE: st.builds(
        lambda ends, unit, which: Measure(
            Kind.RANGE, ends[0] if which != 1 else None, ends[1] if which != 0 else None, unit
        ),
        PAIR,
        UNIT,
        st.integers(0, 2),
    ),
    Kind.AVERAGE: st.builds(
        lambda ends, unit, per, which: Measure(
            Kind.AVERAGE,
            ends[0] if which != 1 else None,
            ends[1] if which != 0 else None,
            unit,
            per,
        ),
        PAIR,
        UNIT,
        RHYTHM,
        st.integers(0, 2),
    ),
    **{
        kind: st.just(Measure(kind))
        for kind in (Kind.YES_NO, Kind.TASKS, Kind.MILESTONES, Kind.GOALS)
    },
}


def test_every_kind_is_printed_back() -> None:
    assert set(SAME) == set(Kind)


@pytest.mark.parametrize("kind", SAME)
def test_what_is_printed_is_read_as_the_same_measure(kind: Kind) -> None:
    @settings(max_examples=examples(60))
    @given(SAME[kind])
    def law(written: Measure) -> None:
        text = measure_in_words(ENGLISH, _shown(written))
        assert parse_measure(text) == _shown(written), text

    law()


def _shown(written: Measure) -> Measure:
    """The measure with numbers that a page shows in full: times of at most 90 parts, whole ones."""
    short = written.unit.startswith(("h:", "m:"))

    def end(value: float | None) -> float | None:
        return value if value is None or not short else value % 90 // 1 + 0.5

    return replace(written, from_=end(written.from_), to=end(written.to))
