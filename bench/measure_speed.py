"""How long it takes to measure 500 goals with ten years of weekly readings, on one core.

Prints one line of JSON: goals, readings, seconds of the processor (the best of three runs), and the
target.
"""

from __future__ import annotations

import gc
import json
import sys
from datetime import date, timedelta
from random import Random
from time import process_time

from milepost.journal.model import Goal, Journal, Mention, Reading
from milepost.journal.values import Effort, Measure, Window
from milepost.journal.words import Kind, Mode, Period
from milepost.progress.measure import measure

GOALS, YEARS, SECONDS = 500, 10, 2.0
TODAY = date(2026, 6, 28)


def journal() -> Journal:
    """Half counts, the rest levels, habits and limits, each with a reading in every week."""
    random = Random(7)
    kinds = [Kind.COUNT, Kind.COUNT, Kind.LEVEL, Kind.HABIT, Kind.COUNT, Kind.LIMIT]
    goals: list[Goal] = []
    readings: list[Reading] = []
    hours: list[Mention] = []
    weeks = YEARS * 52
    start = TODAY - timedelta(weeks=weeks)
    for index in range(GOALS):
        kind, name = kinds[index % len(kinds)], f"goal-{index:03}"
        to = {Kind.COUNT: 900.0, Kind.LEVEL: 60.0}.get(kind, 2.0)
        per = Period.WEEK if kind in {Kind.HABIT, Kind.LIMIT} else None
        from_ = 90.0 if kind is Kind.LEVEL else None
        measurable = Measure(kind, from_, to, "books", per)
        window = Window(start + timedelta(days=1), TODAY + timedelta(weeks=60))
        effort = Effort(hours_per_week=3.0) if index % 4 == 0 else Effort()
        goals.append(
            Goal(id=name, title=name, measurable=measurable, time_bound=window, achievable=effort)
        )
        for week in range(weeks):
            sunday = start + timedelta(days=7 * week + 7)
            monday = sunday - timedelta(days=6)
            if kind is Kind.LEVEL:
                value = 90.0 - 28.0 * week / weeks + random.gauss(0, 0.5)
                readings.append(Reading(name, sunday, value, Mode.LEVEL, monday))
            else:
                readings.append(Reading(name, sunday, random.randint(0, 3), Mode.ADDED, monday))
            if index % 4 == 0:
                hours.append(Mention(name, sunday, 3.0, monday))
    return Journal(goals=tuple(goals), readings=tuple(readings), hours=tuple(hours))


def main() -> int:
    made = journal()
    runs = []
    for _ in range(3):
        gc.collect()
        begun = process_time()
        report = measure(made, TODAY)
        runs.append(process_time() - begun)
    figure = {
        "bench": "measure",
        "goals": len(report.standings),
        "readings": len(made.readings),
        "seconds": round(min(runs), 3),
        "target": SECONDS,
    }
    sys.stdout.write(json.dumps(figure) + "\n")
    return 0 if min(runs) < SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
