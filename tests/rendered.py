"""A site made at once of a report: what the tests of its pages look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from milepost.findings import Finding
from milepost.site.render import prepare


@dataclass(frozen=True, slots=True)
class Site:
    """A rendered site: the bytes of each file by its address, and what was noticed on the way."""

    pages: dict[str, bytes]
    findings: tuple[Finding, ...] = ()


def render(*given: Any) -> Site:
    """Every file of the site that `prepare` makes ready of what is given."""
    files, noticed = prepare(*given)
    return Site(files.all(), noticed)
