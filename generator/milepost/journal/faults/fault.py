"""What a fault is: a documented function from facts to a sentence of fault and one of remedy.

In: what the reader knows of the fault. Out: a finding.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, ParamSpec

from milepost.findings import Finding, Place, Rule, Severity, declare

P = ParamSpec("P")
Words = tuple[str, str]
"""A sentence of fault and one of remedy."""


@dataclass(frozen=True)
class Fault(Generic[P]):
    """A rule of the reader: called with a place and the facts, it gives the finding."""

    rule: Rule
    words: Callable[P, Words]

    def __call__(self, place: Place, *args: P.args, **facts: P.kwargs) -> Finding:
        """The finding for one place."""
        message, remedy = self.words(*args, **facts)
        return self.rule.finding(place, message, remedy)


def fault(
    code: str, name: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[P, Words]], Fault[P]]:
    """Declare a fault: its code, its name, and how much it matters."""
    return lambda function: Fault(declare(code, name, severity, function), function)
