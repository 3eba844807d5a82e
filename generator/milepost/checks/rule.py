"""How a rule is declared: one documented function that looks at a journal and tells what it found.

In: a function from a `CheckContext` to places with a sentence of fault and one of remedy. Out: a
`Check`. The docstring of the function is what `milepost explain` prints, the rule's page in the
manual, and its test: each `Flagged` example raises exactly its code, each `Fine` one nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from milepost.checks.context import CheckContext
from milepost.findings import Finding, Place, Rule, Severity, declare

Remark = tuple[Place, str, str]
"""A place, what is wrong there, and what to write instead."""


@dataclass(frozen=True)
class Check:
    """A rule about what a journal says: called with a context, it gives the findings."""

    rule: Rule
    find: Callable[[CheckContext], Iterable[Remark]]

    def __call__(self, context: CheckContext) -> Iterator[Finding]:
        """Every place at which the journal breaks the rule."""
        for place, message, remedy in self.find(context):
            yield self.rule.finding(place, message, remedy)


def rule(
    code: str, name: str, severity: Severity = Severity.WARNING
) -> Callable[[Callable[[CheckContext], Iterable[Remark]]], Check]:
    """Declare a rule: its code, its name (which states the fault), and how much it matters."""
    return lambda function: Check(declare(code, name, severity, function), function)
