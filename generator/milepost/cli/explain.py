"""`milepost explain`: what a rule means, with an example of each side.

In: parsed arguments. Out: explanations on standard output.
"""

from __future__ import annotations

import argparse

from milepost.cli.shared import MISUSED, OK, Stop
from milepost.findings import Rule
from milepost.formats import explanation
from milepost.formats.explained import every_rule
from milepost.journal.scalars import nearest


def run(args: argparse.Namespace) -> int:
    """Explain the rules that were named; without a name, list them all."""
    if not args.code:
        for rule in every_rule():
            print(f"{rule.code}  {rule.severity.value:<8} {rule.name:<28} {rule.summary}")
        return OK
    print("\n\n\n".join(explanation(_find(code)) for code in args.code))
    return OK


def _find(text: str) -> Rule:
    by_name = {rule.name: rule for rule in every_rule()}
    by_name |= {rule.code.lower(): rule for rule in every_rule()}
    wanted = text.strip().lower()
    if wanted in by_name:
        return by_name[wanted]
    near = nearest(wanted, by_name)
    remedy = f"did you mean {near}?" if near else "see them all with: milepost explain"
    raise Stop(f"no rule is called {text}", remedy, MISUSED)
