"""A site made at once of a report: what the tests of its pages look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from milepost.findings import Finding, in_order
from milepost.progress.report import Report
from milepost.site.options import Options
from milepost.site.render import prepare
from milepost.site.survey import surveyed
from milepost.site.theme import Theme


@dataclass(frozen=True, slots=True)
class Site:
    """A rendered site: the bytes of each file by its address, and what was noticed on the way."""

    pages: dict[str, bytes]
    findings: tuple[Finding, ...] = ()


def render(
    report: Report, options: Options, theme: Theme, findings: Iterable[Finding] = (), *given: Any
) -> Site:
    """Every file of the site that `prepare` makes ready of what is given."""
    survey = surveyed(report, options.audience, theme)
    files = prepare(report, options, theme, survey, (*findings, *survey.findings), *given)
    return Site(files.all(), in_order(survey.findings))
