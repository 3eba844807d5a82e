"""What one kind of measure finds out about a goal.

In: nothing. Out: `Figures`, filled by a function for each kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from milepost.progress.report import Standing, Status
from milepost.progress.toward import Toward
from milepost.progress.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Figures:
    """A standing with its figures; whether and when the target was met; the status else.

    `on` is the way of a count or a level, `eased` the days of changes that made it easier.
    """

    standing: Standing
    met: bool = False
    reached: date | None = None
    open: Verdict = (Status.NO_DATA, "")
    on: Toward | None = None
    eased: frozenset[date] = frozenset()
