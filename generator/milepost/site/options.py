"""What a build is told beside the journal: for whom it is made and where it will stand.

In: nothing. Out: frozen dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.findings import Finding
from milepost.journal.words import Visibility
from milepost.site.parts_of_lists import LINES


@dataclass(frozen=True, slots=True)
class Options:
    """For whom the site is made, its address, and how many lines of a list a page may have.

    `url` is the full address of the site's root ("https://ana.example/journal/"); empty takes the
    journal's own setting, and where that is empty too, everything that needs it is left out.
    """

    audience: Visibility = Visibility.PRIVATE
    url: str = ""
    lines: int = LINES


class ThemeError(Exception):
    """A theme cannot be used. Carries the finding that says why, where, and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.message} {finding.help}")
        self.finding = finding
