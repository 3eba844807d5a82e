"""Rules for people: what `explain` prints, and the pages of the manual.

In: rules. Out: text for a terminal, Markdown for the manual.
"""

from __future__ import annotations

import textwrap

from milepost.checks.catalogue import LETTERS, rules
from milepost.findings import Rule, Severity
from milepost.journal.examples import FINE_GOAL, explanation_of, made_whole, written_examples
from milepost.site.faults import RULES

_SAYS = {
    Severity.ERROR: "An error: `milepost check` fails while it stands.",
    Severity.WARNING: "A warning: it is worth a look, and fails nothing.",
    Severity.HINT: "A hint: a matter of taste, or of the moment.",
}

_SHORT = (
    "An example that gives only a few keys of a goal means a fine goal, but with these keys. A key "
    "with nothing behind it is left out, and what follows a line `---` is its text. The fine goal:"
)


def every_rule() -> tuple[Rule, ...]:
    """All rules in the order of their codes: the catalogue's, and those about the site's pages."""
    order = list(LETTERS)
    return tuple(
        sorted((*rules(), *RULES), key=lambda rule: (order.index(rule.code[0]), rule.code))
    )


def explanation(rule: Rule) -> str:
    """A rule as `milepost explain` prints it: its code and name, what it means, its examples."""
    parts = [f"{rule.code} {rule.name} ({rule.severity.value})", rule.text]
    if any(made_whole(text) != text for _, text in written_examples(rule.text)):
        parts.append(f"{textwrap.fill(_SHORT, 100)}\n\n{textwrap.indent(FINE_GOAL, '    ')}")
    return "\n\n".join([*parts, _silencing(rule)])


def page(rule: Rule) -> str:
    """A rule's page in the manual, in Markdown."""
    parts = [
        f"# {rule.code} {rule.name}",
        f"*{LETTERS[rule.code[0]].capitalize()}.* {_SAYS[rule.severity]}",
        explanation_of(rule.text),
    ]
    last = ""
    for name, text in written_examples(rule.text):
        if name != last:
            parts.append(f"## {name}")
            last = name
        if made_whole(text) != text:
            which = "Each goal is" if "== " in text else "This is"
            parts.append(f"{which} [a fine goal](README.md#a-fine-goal), but with:")
        parts.append(f"```markdown\n{text}\n```")
    parts += ["## To silence it", _silencing(rule), "[All rules](README.md)"]
    return "\n\n".join(parts) + "\n"


def index() -> str:
    """The list of all rules, by letter, in Markdown."""
    parts = [
        "# The rules",
        "What `milepost check` says, by letter. `milepost explain CODE` shows the same in the "
        "terminal. These pages are made from the rules themselves; see [checks](../checks.md) for "
        "how to choose among them.",
        f"## A fine goal\n\n{_SHORT}\n\n```markdown\n{FINE_GOAL}\n```",
    ]
    for letter, word in LETTERS.items():
        rows = [f"## {letter}: {word}", "", "| code | name | severity | what it flags |"]
        rows.append("|---|---|---|---|")
        for rule in every_rule():
            if not rule.code.startswith(letter):
                continue
            told = rule.summary.replace("|", "\\|")
            rows.append(
                f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity.value} | {told} |"
            )
        parts.append("\n".join(rows))
    return "\n\n".join(parts) + "\n"


def _silencing(rule: Rule) -> str:
    """Where a rule can be silenced."""
    if rule.code.startswith("F9"):
        return "It is about the site and not about what you write, so it cannot be silenced."
    everywhere = f"`check: {{ignore: {rule.code}}}` in `milepost.yaml` silences it everywhere"
    if rule.code[0] not in "SMART":
        return f"{everywhere}."
    return f"{everywhere}, `ignore: {rule.code}` at the top of a goal there."
