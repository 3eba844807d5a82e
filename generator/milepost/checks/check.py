"""A journal judged: everything that `milepost check` says.

In: a report, what the reader found, the files. Out: findings by file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from milepost.checks.catalogue import checks
from milepost.checks.choice import choose
from milepost.checks.rule import Check
from milepost.checks.sight import Sight, look
from milepost.findings import Finding, in_order
from milepost.journal.model import Journal
from milepost.progress.report import Report


def check(
    report: Report,
    findings: Iterable[Finding] = (),
    *,
    whole: Journal | None = None,
    sources: Mapping[str, str] | None = None,
    assets: Mapping[str, bytes] | None = None,
) -> tuple[Finding, ...]:
    """Every finding about a journal, in order: the reader's and the rules', as the settings ask.

    `report` measures the journal as known on the day; `whole` is the journal with what is dated
    later (without it nothing later is told); `sources` are the texts by path, for exact places, and
    `assets` the bytes of pictures. The findings are for the journal's owner: some of them name what
    others may not see.
    """
    told = tuple(findings)
    sight = look(report, told, whole=whole, sources=sources, assets=assets)
    return _judged(sight, checks())


def check_goals(report: Report) -> tuple[Finding, ...]:
    """What the rules of S M A R T say about the goals of a report, and nothing else.

    It is what the lights are made of: it needs no files, and names nothing that the report's
    journal does not hold.
    """
    return _judged(look(report), [rule for rule in checks() if rule.rule.code[0] in "SMART"])


def _judged(sight: Sight, rules: Iterable[Check]) -> tuple[Finding, ...]:
    found = [finding for rule in rules for finding in rule(sight)]
    return in_order(choose(sight, (*sight.told, *found)))
