"""Which findings are told, and how loudly: settings, goals' own `ignore`, exploratory goals.

In: findings, a sight. Out: the findings that stand, with what is silenced for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from milepost.checks import silence
from milepost.checks.catalogue import LETTERS, chosen, suggest
from milepost.checks.sight import Sight
from milepost.findings import Finding, Severity
from milepost.journal.words import Commitment, State

_SPARED = ("S", "M", "T")
"""Letters that an exploratory goal is not held to."""
_ALWAYS = ("F", "P001")
"""What cannot be read is told whatever `select` says: else a broken file would pass as fine."""


def choose(sight: Sight, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stand, in no order."""
    spared = {goal.path for goal in sight.journal.goals if goal.kind is Commitment.EXPLORATORY}
    held = [
        finding
        for finding in findings
        if not (
            finding.place.path in spared
            and finding.code.startswith(_SPARED)
            and finding.severity is not Severity.ERROR
        )
    ]
    ignored = {
        goal.path: frozenset[str]().union(*map(chosen, goal.ignore))
        for goal in sight.journal.goals
        if goal.ignore
    }
    kept = [f for f in held if f.code not in ignored.get(f.place.path, frozenset())]
    kept += _unneeded(sight, held)
    return [_loud(sight, finding) for finding in kept if _selected(sight, finding)]


def _selected(sight: Sight, finding: Finding) -> bool:
    """Whether the settings let a finding through."""
    check = sight.journal.settings.check
    if any(finding.code in chosen(text) for text in check.ignore):
        return False
    if not check.select or any(finding.code in chosen(text) for text in check.select):
        return True
    return finding.severity is Severity.ERROR and finding.code.startswith(_ALWAYS)


def _loud(sight: Sight, finding: Finding) -> Finding:
    """The finding with the severity that the settings give it."""
    check = sight.journal.settings.check
    if any(finding.code in chosen(text) for text in check.error):
        return replace(finding, severity=Severity.ERROR)
    if any(finding.code in chosen(text) for text in check.warning):
        return replace(finding, severity=Severity.WARNING)
    return finding


def _unneeded(sight: Sight, findings: list[Finding]) -> list[Finding]:
    """What is silenced for nothing, and what names no rule."""
    settings = sight.journal.settings
    found: list[Finding] = []
    fired = {(finding.place.path, finding.code) for finding in findings}
    for goal in sight.journal.goals:
        judged = goal.status.is_ is State.ACTIVE
        for index, text in enumerate(goal.ignore):
            codes = chosen(text)
            place = sight.spot(goal, text, "ignore", index)
            if _is_of_the_site(text):
                continue
            if not codes:
                found.append(silence.unknown_rule(place, text, suggest(text)))
            elif (
                judged
                and not _is_letter(text)
                and not codes & {code for path, code in fired if path == goal.path}
            ):
                found.append(silence.for_nothing(place, text))
    every = {code for _, code in fired}
    for name in ("select", "ignore", "error", "warning"):
        for index, text in enumerate(getattr(settings.check, name)):
            codes = chosen(text)
            place = sight.spot(settings, text, "check", name, index)
            if _is_of_the_site(text):
                continue
            if not codes:
                found.append(silence.unknown_rule(place, text, suggest(text)))
            elif name == "ignore" and not _is_letter(text) and not codes & every:
                found.append(silence.for_nothing(place, text))
    return found


def _is_of_the_site(text: str) -> bool:
    """Rules about the site's pages, which are made after this."""
    return re.fullmatch(r"F9[0-9]{2}", text.strip(), re.IGNORECASE) is not None


def _is_letter(text: str) -> bool:
    return text.strip().upper() in LETTERS
