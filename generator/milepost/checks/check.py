"""A journal judged: everything that `milepost check` says.

In: a report, what the reader found, the files. Out: findings by file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from milepost.checks.catalogue import checks
from milepost.checks.choice import choose
from milepost.checks.sight import look
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
    `assets` the bytes of pictures. For pages that others will read, give a report of the gated
    journal: then no finding can name what they may not see.
    """
    told = tuple(findings)
    sight = look(report, told, whole=whole, sources=sources, assets=assets)
    found = [finding for rule in checks() for finding in rule(sight)]
    return in_order(choose(sight, (*told, *found)))
