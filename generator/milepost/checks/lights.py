"""The five lights of a goal, S M A R T, each off with its reasons.

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
from milepost.journal.words import Commitment, State
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.voice.english import sentence

_FIELDS = {
    "S": ("title", "specific"),
    "M": ("measurable", "readings"),
    "A": ("achievable", "obstacles", "requires"),
    "R": ("relevant", "area"),
    "T": ("time_bound", "milestones"),
}


@dataclass(frozen=True, slots=True)
class Light:
    """One of the five lights: its letter, on or off, and what stands against it, in sentences.

    `spared` says that the goal is exploratory, and not held to this letter.
    """

    letter: str
    on: bool
    reasons: tuple[str, ...] = ()
    spared: bool = False


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
            _light(standing, letter, by_path.get(standing.goal.path, [])) for letter in _FIELDS
        )
        for id_, standing in report.standings.items()
        if standing.goal.status.is_ is State.ACTIVE and standing.status.living
    }


def _light(standing: Standing, letter: str, against: list[Finding]) -> Light:
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
        return Light(letter, False, tuple(dict.fromkeys(reasons)))
    return Light(letter, True, spared=goal.kind is Commitment.EXPLORATORY and letter in SPARED)
