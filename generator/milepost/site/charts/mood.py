"""Mood and energy over time, 1 to 5; weeks without a word stay gaps.

In: what the entries say, the voice. Out: a `Chart` of two lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from milepost.journal.values import Break
from milepost.progress.lookback import mean
from milepost.site.charts import lines
from milepost.site.charts.axes import day_axis
from milepost.site.charts.chart import Chart, Pair, dot, picture, rule, stretched, text, trace
from milepost.site.charts.key import block, key, round_mark, stroke
from milepost.site.charts.scales import Days, Linear
from milepost.voice import charts as told
from milepost.voice.labels import label
from milepost.voice.measures import on_average
from milepost.voice.voice import Voice

_TOP, _BASE = 18.0, 126.0
_WEEKS = 104  # beyond that, means by month, and a line without marks
_GAP = {"week": timedelta(days=13), "month": timedelta(days=45)}


@dataclass(frozen=True, slots=True)
class Felt:
    """What an entry says of its day: mood and energy, 1 to 5, None where it says nothing."""

    day: date
    mood: float | None = None
    energy: float | None = None
    counted: date | None = None
    """The day by which it counts for a month, where that is another."""


def mood_chart(
    felt: Sequence[Felt], day: date, voice: Voice, breaks: Sequence[Break] = ()
) -> Chart:
    """A line with full marks for mood, a dashed one with rings for energy.

    Over more than two years each mark is the mean of a month. Breaks of the whole journal are grey
    bands.
    """
    said = sorted(
        (one for one in felt if one.day <= day and (one.mood, one.energy) != (None, None)),
        key=lambda one: one.day,
    )
    every = said
    first = said[0].day if said else day - timedelta(weeks=12)
    last = max(said[-1].day if said else day, first + timedelta(days=7))
    step = "week"
    if (last - first).days > _WEEKS * 7:
        said, step = _by_month(said), "month"
        first, last = min(first, said[0].day), max(last, said[-1].day)
    across, up = Days(first, last, 4, 99), Linear(1, 5, _BASE - 10, _TOP)
    moods = _runs(said, lambda one: one.mood, _GAP[step], across, up)
    energies = _runs(said, lambda one: one.energy, _GAP[step], across, up)
    bands = lines.bands(((one.start, one.end, one.because) for one in breaks), across, _TOP, _BASE)
    legend = key(
        "c-mood",
        [
            (bool(moods), stroke("mood") + round_mark("mood-mark"), label(voice, "the_mood")),
            (
                bool(energies),
                stroke("energy") + round_mark("energy-mark"),
                label(voice, "the_energy"),
            ),
            (bool(bands), block("break"), label(voice, "break")),
        ],
    )
    marks = [
        bands,
        *(_grid(value, up, voice) for value in (1, 3, 5)),
        day_axis(across, _BASE, voice),
        stretched(
            _BASE,
            [
                ("energy", "".join(trace(run) for run in energies)),
                ("mood", "".join(trace(run) for run in moods)),
            ],
        ),
        _marks(energies, "energy-mark"),
        _marks(moods, "mood-mark"),
    ]
    alt = told.felt(voice, *_known(every))
    svg = picture("c-mood", _BASE + 26, alt, *marks, voice=voice)
    rows = tuple(
        (
            voice.date(one.day, "medium" if step == "week" else "month year"),
            on_average(voice, one.mood),
            on_average(voice, one.energy),
        )
        for one in said
    )
    when = label(voice, "day" if step == "week" else "month")
    head = (when, label(voice, "mood"), label(voice, "energy"))
    return Chart(svg + legend, alt, head, rows)


def _by_month(said: Sequence[Felt]) -> list[Felt]:
    """One for each month, on its fifteenth, with the means of what counts for it."""
    months: dict[tuple[int, int], list[Felt]] = {}
    for one in said:
        on = one.counted or one.day
        months.setdefault((on.year, on.month), []).append(one)
    middles = {(year, month): date(year, month, 15) for year, month in sorted(months)}
    return [
        Felt(middle, mean(o.mood for o in own), mean(o.energy for o in own))
        for own, middle in ((months[month], middle) for month, middle in middles.items())
    ]


def _runs(
    said: Sequence[Felt],
    value: Callable[[Felt], float | None],
    gap: timedelta,
    across: Days,
    up: Linear,
) -> list[list[Pair]]:
    """The marks of one line, in runs without a gap."""
    runs: list[list[Pair]] = []
    before: date | None = None
    for one in said:
        level = value(one)
        if level is None:
            continue
        place = (across(one.day), up(level))
        if before is not None and one.day - before <= gap:
            runs[-1].append(place)
        else:
            runs.append([place])
        before = one.day
    return runs


def _grid(value: float, up: Linear, voice: Voice) -> str:
    y = up(value)
    return rule(0, y, 100, y, "grid") + text(voice, 0, y - 4, voice.number(value), class_="value")


def _marks(runs: Sequence[Sequence[Pair]], class_: str) -> str:
    """Round marks on a line; on a long one, only where a value stands alone."""
    every = sum(len(run) for run in runs) <= _WEEKS
    shown = [run for run in runs if every or len(run) == 1]
    return "".join(dot(x, y, 3, class_) for run in shown for x, y in run)


def _known(said: Sequence[Felt]) -> tuple[list[float], list[float]]:
    """The moods and the energies that are known."""
    moods = [one.mood for one in said if one.mood is not None]
    return moods, [one.energy for one in said if one.energy is not None]
