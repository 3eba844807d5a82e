"""The five lights of a goal, S M A R T, each with its reasons in words.

In: a report and its findings. Out: lights by goal id. A light is off when a warning or an error of
its letter stands on the goal, or when the reader cannot make sense of what it judges. There is no
percentage and no grade: SMART is a convention, and raters agree on it item by item far less than on
the whole (kappa .254 to .965 on single items, ICC .895 on totals: SMART-GEM, Bowman et al.).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from milepost.checks.check import SPARED, check_goals
from milepost.findings import Finding, Severity
from milepost.journal.words import Commitment, Kind, Period, State
from milepost.progress.reasons import counted, date_words, listed, number, plural, sentence
from milepost.progress.report import Report, Standing

NAMES = {
    "S": "Specific",
    "M": "Measurable",
    "A": "Achievable",
    "R": "Relevant",
    "T": "Time-bound",
}
_FIELDS = {
    "S": ("title", "specific"),
    "M": ("measurable", "readings"),
    "A": ("achievable", "obstacles", "requires"),
    "R": ("relevant", "area"),
    "T": ("time_bound", "milestones"),
}


@dataclass(frozen=True, slots=True)
class Light:
    """One of the five lights: its letter, what it stands for, on or off, and why, in sentences."""

    letter: str
    name: str
    on: bool
    reasons: tuple[str, ...]


def lights(
    report: Report, findings: Iterable[Finding] | None = None
) -> Mapping[str, tuple[Light, ...]]:
    """The lights of every goal that is being worked on, by goal id.

    Goals that are closed, paused or for someday are not judged, and have none. `findings` are those
    that `check` gave for this report, so that no rule runs twice. Without them the report's goals
    are checked here; for pages that others read, leave it so, and give a report of the gated
    journal: the owner's findings may name what is hidden, and a light that knew of a hidden goal
    would tell that there is one.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in check_goals(report) if findings is None else findings:
        if finding.severity is not Severity.HINT:
            by_path.setdefault(finding.place.path, []).append(finding)
    return {
        id_: tuple(
            _light(report, standing, letter, by_path.get(standing.goal.path, []))
            for letter in NAMES
        )
        for id_, standing in report.standings.items()
        if standing.goal.status.is_ is State.ACTIVE and standing.status.living
    }


def _light(report: Report, standing: Standing, letter: str, against: list[Finding]) -> Light:
    goal = standing.goal
    lines = {
        place.line
        for key in _FIELDS[letter]
        for name, place in goal.places.items()
        if name.split(".")[0] == key
    }
    reasons = [
        sentence(finding.message)
        for finding in against
        if finding.code.startswith(letter)
        or (
            finding.code.startswith("F")
            and finding.severity is Severity.ERROR
            and finding.place.line in lines
        )
    ]
    if reasons:
        return Light(letter, NAMES[letter], False, tuple(dict.fromkeys(reasons)))
    if goal.kind is Commitment.EXPLORATORY and letter in SPARED:
        why = "An exploratory goal is not held to this."
    else:
        why = _WHY[letter](report, standing)
    return Light(letter, NAMES[letter], True, (why,))


def _specific(_: Report, standing: Standing) -> str:
    return "Says what and what for." if standing.goal.specific else "Says what."


def _measurable(_: Report, standing: Standing) -> str:
    goal, kind = standing.goal, standing.kind
    measure = goal.measurable
    start, end = standing.from_, standing.to
    if kind in {Kind.COUNT, Kind.LEVEL} and start is not None and end is not None:
        return sentence(f"{_in(standing.unit)} from {number(start)} to {number(end)}")
    if measure and measure.to is not None and kind in {Kind.HABIT, Kind.LIMIT}:
        times = counted(measure.to, measure.unit or "times")
        most = "at most " if kind is Kind.LIMIT else ""
        return sentence(f"counted: {most}{times} {_each(measure.per)}")
    if measure and kind is Kind.RANGE:
        if measure.from_ is not None and measure.to is not None:
            span = f"between {number(measure.from_)} and {counted(measure.to, measure.unit)}"
        elif measure.from_ is not None:
            span = f"above {counted(measure.from_, measure.unit)}"
        else:
            span = f"below {counted(measure.to or 0, measure.unit)}"
        return sentence(f"kept {span}")
    if kind is Kind.MILESTONES:
        return sentence(f"counted by {plural(len(goal.milestones), 'milestone')}")
    if kind is Kind.TASKS:
        return sentence(f"counted by {plural(len(goal.tasks), 'check box', 'check boxes')}")
    if kind is Kind.GOALS:
        serving = plural(len(standing.children), "goal")
        verb = "serves" if len(standing.children) == 1 else "serve"
        return sentence(f"counted by the {serving} that {verb} it")
    return "Done or not done."


def _achievable(_: Report, standing: Standing) -> str:
    effort = standing.goal.achievable
    plans = sum(bool(plan.then) for plan in standing.goal.obstacles)
    parts: list[str] = []
    if effort.hours_per_week:
        parts.append(f"{number(effort.hours_per_week)} h a week")
    if effort.money:
        parts.append(f"{number(effort.money.amount, 12)} {effort.money.currency}".strip())
    if standing.confidence is not None:
        parts.append(f"confidence {number(standing.confidence)} of 10")
    if plans:
        parts.append(plural(plans, "if-then plan"))
    return sentence(listed(parts)) if parts else "Nothing speaks against it."


def _relevant(report: Report, standing: Standing) -> str:
    relevant = standing.goal.relevant
    served = [goal for id_ in relevant.serves if (goal := report.journal.goal(id_))]
    parts: list[str] = []
    if served:
        parts.append(f"serves {listed([f'“{goal.title}”' for goal in served])}")
    if relevant.values:
        word = "the value" if len(relevant.values) == 1 else "the values"
        parts.append(f"stands for {word} {listed(list(relevant.values))}")
    if parts:
        return sentence(" and ".join(parts))
    if relevant.because:
        return sentence(relevant.because)
    return "Other goals serve it." if standing.children else "Nothing speaks against it."


def _time_bound(report: Report, standing: Standing) -> str:
    if standing.due is None:
        return "A vision needs no date."
    due = f"due on {date_words(standing.due, report.day)}"
    steps = len(standing.goal.milestones)
    return sentence(f"{due}, with {plural(steps, 'milestone')}" if steps else due)


_WHY = {
    "S": _specific,
    "M": _measurable,
    "A": _achievable,
    "R": _relevant,
    "T": _time_bound,
}


def _in(unit: str) -> str:
    return f"counted in {unit}," if unit else "counted"


def _each(per: Period | None) -> str:
    return f"a {per.value}" if per else "each time"
