"""Rules for people: what `explain` prints.

In: rules. Out: text for a terminal, and sentences that the manual's pages take over.
"""

from __future__ import annotations

import textwrap

from milepost.checks.catalogue import order_of, rules
from milepost.findings import Rule
from milepost.journal.examples import FINE_GOAL, made_whole, written_examples
from milepost.site.faults import RULES

HOW_EXAMPLES_READ = (
    "An example that gives only a few keys of a goal means a fine goal, but with these keys. A key "
    "with nothing behind it is left out, and what follows a line `---` is its text. The fine goal:"
)


def every_rule() -> tuple[Rule, ...]:
    """All rules in the order of their codes: the catalogue's, and those about the site's pages."""
    return tuple(sorted((*rules(), *RULES), key=lambda rule: order_of(rule.code)))


def explanation(rule: Rule) -> str:
    """A rule as `milepost explain` prints it: its code and name, what it means, its examples."""
    parts = [f"{rule.code} {rule.name} ({rule.severity.value})", rule.text]
    if any(made_whole(text) != text for _, text in written_examples(rule.text)):
        how = textwrap.fill(HOW_EXAMPLES_READ, 100)
        parts.append(f"{how}\n\n{textwrap.indent(FINE_GOAL, '    ')}")
    return "\n\n".join([*parts, silencing(rule)])


def silencing(rule: Rule) -> str:
    """Where a rule can be silenced."""
    if rule.code.startswith("F9"):
        return "It is about the site and not about what you write, so it cannot be silenced."
    everywhere = f"`check: {{ignore: {rule.code}}}` in `milepost.yaml` silences it everywhere"
    if rule.code[0] not in "SMART":
        return f"{everywhere}."
    return f"{everywhere}, `ignore: {rule.code}` at the top of a goal there."
