"""`milepost explain`: what a rule means, with an example of each side.

In: parsed arguments. Out: explanations on standard output.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from milepost.cli.shared import MISUSED, OK, Stop

ABOUT = "Explain a rule by its code or name."
EXAMPLES = """\
  milepost explain          all rules, a line each
  milepost explain S101     one rule: why, and examples of both sides
  milepost explain unknown-id
"""


def declare(parser: ArgumentParser) -> None:
    """The codes."""
    parser.add_argument("code", nargs="*", metavar="CODE", help="as S101, or a rule's name")


def run(args: Namespace) -> int:
    """Explain the rules that were named; without a name, list them all."""
    from milepost.formats.explained import every_rule

    if not args.code:
        for rule in every_rule():
            print(f"{rule.code}  {rule.severity.value:<8} {rule.name:<28} {rule.summary}")
        return OK
    print("\n\n\n".join(_explanation(code) for code in args.code))
    return OK


def _explanation(text: str) -> str:
    """The rule of a code or a name, explained."""
    from milepost.formats.explained import every_rule, explanation
    from milepost.journal.scalars import nearest

    rules = every_rule()
    by_name = {rule.name: rule for rule in rules}
    by_name |= {rule.code.lower(): rule for rule in rules}
    wanted = text.strip().lower()
    if wanted in by_name:
        return explanation(by_name[wanted])
    near = nearest(wanted, by_name)
    remedy = f"did you mean {near}?" if near else "see them all with: milepost explain"
    raise Stop(f"no rule is called {text}", remedy, MISUSED)
