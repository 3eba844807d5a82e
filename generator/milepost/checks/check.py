"""A journal checked: everything that `milepost check` says.

In: a report, what the reader found, the files. Out: findings by file and line, those that stand by
the settings, by goals' own `ignore`, and for exploratory goals; with what is silenced for nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from milepost.checks import silence
from milepost.checks.catalogue import LETTERS, checks, chosen, suggest
from milepost.checks.context import CheckContext, context_of
from milepost.checks.rule import Check
from milepost.findings import Finding, Severity, in_order
from milepost.journal.load import without_echoes
from milepost.journal.model import Journal
from milepost.journal.remembered import Memory
from milepost.journal.words import Commitment, State
from milepost.progress.report import Report
from milepost.voice.english import plural

SPARED = ("S", "M", "T")
"""Letters that an exploratory goal is not held to."""
ONCE = {
    "F205": "and other days are written so in {}",
    "F221": "and such words stand in {}",
    "F228": "and such lines stand in {}",
    "A303": "nor in {}",
    "T201": "and it is so in {}",
}
"""Hints on how a journal is written rather than on one goal of it: they are told once, with in how
much of it they hold."""
_CLOSE_IT = "T106"
_AFTER_ITS_END = ("F223", "A303", "R101")
"""What is no question any more of a goal whose due day has passed: it is to be closed first."""
_MISSING = (
    "S101", "S102", "S103", "S104", "S105", "S106",
    "M101", "M102", "M103", "A303", "R101", "T101", "T201",
)  # fmt: skip
"""What a goal does not say yet: no value is wrong, and all of it can be written at once."""
_UNKNOWN = ("F202",)
"""Keys of other tools, of which a goal may have many."""
_SLIPS = ("F201",)
"""Misspelt keys, which are mended at one glance."""
_NOTHING_TO_DO = ("F202", "F205", "F221", "F228")
"""Hints after which a goal may stay as it is: they take no place of what there is to do."""
_GRAVEST = tuple(Severity)
_AT_MOST = 2
"""So many findings are told of a goal, where what it does not say yet can be told in one."""
_ALWAYS = ("F", "P0")
"""What cannot be read is told whatever `select` says: else a broken file would pass as fine."""


def check(
    report: Report,
    findings: Iterable[Finding] = (),
    *,
    whole: Journal | None = None,
    sources: Mapping[str, str] | None = None,
    assets: Mapping[str, bytes] | None = None,
    memory: Memory | None = None,
    every: bool = False,
) -> tuple[Finding, ...]:
    """Every finding about a journal, in order: the reader's and the rules', as the settings ask.

    Hints of `ONCE` are told for the whole journal, unless `every` one is asked for.

    `report` measures the journal as known on the day; `whole` is the journal with what is dated
    later (without it nothing later is told); `sources` are the texts by path, for exact places,
    `assets` the bytes of pictures, and `memory` what was found in texts before. The findings are
    for the journal's owner: some of them name what others may not see.
    """
    told = tuple(findings)
    context = context_of(report, told, whole=whole, sources=sources, assets=assets, memory=memory)
    found = _judged(context, checks())
    return found if every else _together(_once(found))


def check_goals(report: Report) -> tuple[Finding, ...]:
    """What the rules of S M A R T say about the goals of a report, and nothing else.

    It is what the lights are made of: it needs no files, and names nothing that the report's
    journal does not hold.
    """
    return _judged(context_of(report), [each for each in checks() if each.rule.code[0] in "SMART"])


def _judged(context: CheckContext, rules: Iterable[Check]) -> tuple[Finding, ...]:
    found = [finding for each in rules for finding in each(context)]
    return in_order(_standing(context, (*context.reader_findings, *found)))


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with each hint of `ONCE` a single time, in the file of which least is told."""
    kept = list(findings)
    for code, more in ONCE.items():
        alike = [one for one in kept if one.code == code and one.severity is Severity.HINT]
        if len(alike) < 2:
            continue
        told = Counter(one.place.path for one in kept if one not in alike)
        first = min(alike, key=lambda one: (told[one.place.path], one.place))
        files = {one.place.path for one in alike} - {first.place.path}
        where = plural(len(files), "more file") if files else "more places of it"
        words = f"{first.message}, {more.format(where)}"
        kept = [one for one in kept if one not in alike] + [replace(first, message=words)]
    return in_order(kept)


def _together(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with at most two of a goal, where what it does not say yet can be told in one.

    Misspelt keys are told in one. Of more than two, those of `_MISSING` are told with the gravest
    of them, and keys of other tools with the first of these; where still more than two are left,
    what is missing is told with the gravest of all. Each of them changes the front matter alone, so
    none waits for another. Hints of `_NOTHING_TO_DO` are not counted, and not in the place of one.
    """
    kept: list[Finding] = []
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        if one.code in _NOTHING_TO_DO and one.code not in _UNKNOWN:
            kept.append(one)
        else:
            by_path[one.place.path].append(one)
    for own in by_path.values():
        told = sorted(own, key=lambda one: _GRAVEST.index(one.severity))
        told = _with_joined(told, [one for one in told if one.code in _SLIPS])
        if len(told) > _AT_MOST:
            told = _with_joined(told, [one for one in told if one.code in _UNKNOWN])
        kept += [one for one in told if one.code in _UNKNOWN]
        told = [one for one in told if one.code not in _UNKNOWN]
        missing = [one for one in told if one.code in _MISSING]
        if len(told) > _AT_MOST:
            told = _with_joined(told, missing)
            missing = [one for one in told if one.code in _MISSING]
        if len(told) > _AT_MOST and missing:
            told = _with_joined(told, [one for one in told if one not in missing][:1] + missing)
        kept += told
    return in_order(kept)


def _with_joined(findings: list[Finding], some: list[Finding]) -> list[Finding]:
    """Findings of a file with some of them as one, in the place of the first of these."""
    if len(some) < 2:
        return findings
    messages = dict.fromkeys(one.message for one in some)
    helps = dict.fromkeys(one.help for one in some)
    joined = replace(some[0], message="; and ".join(messages), help="; and ".join(helps))
    others = set(map(id, some[1:]))
    return [joined if one is some[0] else one for one in findings if id(one) not in others]


def _standing(context: CheckContext, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stand, in no order."""
    spared = {goal.path for goal in context.journal.goals if goal.kind is Commitment.EXPLORATORY}
    asked = [
        finding
        for finding in without_echoes(findings)
        if not (
            finding.place.path in spared
            and finding.code.startswith(SPARED)
            and finding.severity is not Severity.ERROR
        )
    ]
    overdue = {finding.place.path for finding in asked if finding.code == _CLOSE_IT}
    asked = [f for f in asked if not (f.code in _AFTER_ITS_END and f.place.path in overdue)]
    ignored = {
        goal.path: frozenset[str]().union(*map(chosen, goal.ignore))
        for goal in context.journal.goals
        if goal.ignore
    }
    kept = [f for f in asked if f.code not in ignored.get(f.place.path, frozenset())]
    kept += _unneeded(context, asked)
    return [_with_severity(context, finding) for finding in kept if _selected(context, finding)]


def _selected(context: CheckContext, finding: Finding) -> bool:
    """Whether the settings let a finding through; what is wrong with the site always is."""
    check = context.journal.settings.check
    if _is_of_the_site(finding.code):
        return True
    if any(finding.code in chosen(text) for text in check.ignore):
        return False
    if not check.select or any(finding.code in chosen(text) for text in check.select):
        return True
    return finding.severity is Severity.ERROR and finding.code.startswith(_ALWAYS)


def _with_severity(context: CheckContext, finding: Finding) -> Finding:
    """The finding with the severity that the settings give it."""
    check = context.journal.settings.check
    if any(finding.code in chosen(text) for text in check.error):
        return replace(finding, severity=Severity.ERROR)
    if any(finding.code in chosen(text) for text in check.warning):
        return replace(finding, severity=Severity.WARNING)
    return finding


def _unneeded(context: CheckContext, findings: list[Finding]) -> list[Finding]:
    """What is silenced for nothing, and what names no rule."""
    settings = context.journal.settings
    found: list[Finding] = []
    fired = {(finding.place.path, finding.code) for finding in findings}
    for goal in context.journal.goals:
        judged = goal.status.is_ is State.ACTIVE
        for index, text in enumerate(goal.ignore):
            codes = chosen(text)
            place = context.locate(goal, text, "ignore", index)
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
            place = context.locate(settings, text, "check", name, index)
            if _is_of_the_site(text):
                continue
            if not codes:
                found.append(silence.unknown_rule(place, text, suggest(text)))
            elif name == "ignore" and not _is_letter(text) and not codes & every:
                found.append(silence.for_nothing(place, text))
    return found


def _is_of_the_site(text: str) -> bool:
    """Rules about the site's pages, which are not at hand wherever goals are judged."""
    return re.fullmatch(r"F9[0-9]{2}", text.strip(), re.IGNORECASE) is not None


def _is_letter(text: str) -> bool:
    return text.strip().upper() in LETTERS
