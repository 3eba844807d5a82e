"""Faults of the front matter as YAML.

In: what the reader knows of the fault. Out: a finding. Each docstring is what `milepost explain`
prints, the rule's page in the manual, and its test.
"""

from __future__ import annotations

from milepost.findings import Severity
from milepost.journal.faults.fault import Words, fault


@fault("F101", "front-matter-never-closed")
def never_closed() -> Words:
    """The file opens with `---` and keys, and no second `---` closes them.

    The lines that look like keys are read, the rest is taken for the text.

    Flagged:
        ---
        title: Learn to sail

        Because the sea is near.
    Fine:
        ---
        title: Learn to sail
        ---
        Because the sea is near.
    """
    return (
        "the front matter that starts here is never closed",
        "put a line `---` after the last key",
    )


@fault("F102", "fence-indented", Severity.WARNING)
def fence_indented() -> Words:
    """The `---` around the front matter has spaces before it; other tools take it for text.

    Flagged:
         ---
        title: Learn to sail
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return ("this `---` has spaces before it", "move it to the first column")


@fault("F103", "blank-before-front-matter", Severity.WARNING)
def blank_before() -> Words:
    """Empty lines stand before the front matter; other tools do not find it there.

    Flagged:

        ---
        title: Learn to sail
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return ("empty lines stand before the front matter", "make `---` the first line of the file")


@fault("F104", "rule-at-the-top", Severity.HINT)
def rule_at_top() -> Words:
    """The file starts with `---` but no keys follow, so it is taken for a line across the page.

    Flagged:
        ---
        Some words about sailing.
    Fine:
        Some words about sailing.
    """
    return (
        "`---` at the top opens front matter in most tools; here it is taken for a rule",
        "write `***` for a rule, or keys (`title: …`) and a second `---` for front matter",
    )


@fault("F105", "broken-yaml")
def broken_yaml(cause: str, remedy: str) -> Words:
    """YAML cannot read these lines. The other keys of the block are read all the same.

    Between two lines `+++` it is TOML that cannot; then none of the keys is.

    The usual causes: a `: ` or a `#` within a text without quotes, an opening bracket or quote that
    is never closed, a tab, a `[[link]]`, an `@` or a template's `<% %>` without quotes.

    Flagged:
        ---
        title: Sail: around the island
        ---
    Fine:
        ---
        title: "Sail: around the island"
        ---
    """
    return (cause, remedy)


@fault("F106", "not-a-list-of-keys")
def not_keys(what: str) -> Words:
    """The front matter is a list or a text, not keys with values.

    Flagged:
        ---
        - title
        - Learn to sail
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return (f"the front matter is {what}, not keys with values", "write lines like `title: …`")


@fault("F107", "equal-keys")
def equal_keys(key: str, line: int, *, private: bool = False) -> Words:
    """The same key stands twice. The first one is taken; two visibilities count as private.

    Flagged:
        ---
        title: Learn to sail
        area: health
        title: Learn to sail alone
        ---
    Fine:
        ---
        title: Learn to sail alone
        area: health
        ---
    """
    counts = "so this file counts as private" if private else "and only that one counts"
    return (f"“{key}” stands on line {line} already, {counts}", "remove one")


@fault("F108", "anchors-and-aliases")
def anchors(sign: str) -> Words:
    """YAML's anchors (`&name`) and aliases (`*name`) are refused.

    Nobody needs them in a journal, and they can make a small file explode. A text that starts
    with one of the signs needs quotes.

    Flagged:
        ---
        title: &sail Learn to sail
        specific: *sail
        ---
    Fine:
        ---
        title: Learn to sail
        specific: "*alone* around the island"
        ---
    """
    return (
        f"a value that starts with `{sign}` is an {'anchor' if sign == '&' else 'alias'} in YAML",
        "put the text between quotes, or write the value out",
    )


@fault("F109", "custom-tag")
def custom_tag(tag: str) -> Words:
    """YAML's tags (`!name`) are refused. A text that starts with `!` needs quotes.

    Flagged:
        ---
        title: !important Learn to sail
        ---
    Fine:
        ---
        title: "!important: learn to sail"
        ---
    """
    return (f"`{tag}` is a tag in YAML, which milepost does not run", "put the text between quotes")


@fault("F110", "nested-too-deep")
def too_deep(deepest: int) -> Words:
    """Lists and mappings stand in each other over 20 levels deep.

    Flagged:
        ---
        tags: [[[[[[[[[[[[[[[[[[[[[[sailing]]]]]]]]]]]]]]]]]]]]]]
        ---
    Fine:
        ---
        tags: [sailing]
        ---
    """
    return (f"this is nested more than {deepest} levels deep", "write it flatter")


@fault("F111", "control-character")
def control_character(code: int) -> Words:
    """The front matter holds a character that no editor shows, and that does not belong in a value.

    YAML refuses some; others turn the direction of what follows, or part a word in two.
    It is read as a space.

    Flagged:
        ---
        title: Learn⟨00⟩to sail
        ---
    Fine:
        ---
        title: Learn to sail
        ---
    """
    return (f"the character U+{code:04X} stands here, which cannot be seen", "delete it")


@fault("F112", "steering-sign", Severity.WARNING)
def steering_sign(code: int) -> Words:
    """The text, or the name of the file, holds a sign that no editor shows and that steers others.

    Some signs give orders to a terminal, others turn the direction of all that follows, so that a
    line reads as it was never written. They are read as spaces. A stretch of another direction that
    ends in its own line, as in Hebrew and Arabic, stays.

    Flagged:
        == content/journal/2026-W20.md ==
        A week⟨e2⟩⟨80⟩⟨ae⟩ by the sea.
    Fine:
        == content/journal/2026-W20.md ==
        A week by the sea.
    """
    return (
        f"the sign U+{code:04X} stands here, which cannot be seen and changes how the rest is read",
        "delete it",
    )
