"""Slips in writing a value: what another tool, YAML or a template makes of it unseen.

In: what the reader knows of the fault. Out: a finding. Each docstring is what `milepost explain`
prints, the rule's page in the manual, and its test.
"""

from __future__ import annotations

from milepost.findings import Severity
from milepost.journal.faults.fault import Words, fault


@fault("F207", "unfilled-placeholder", Severity.WARNING)
def placeholder(text: str) -> Words:
    """A template's placeholder was never filled in. It counts as not written.

    Flagged:
        title: Learn to sail
        time_bound: YYYY-MM-DD
    Fine:
        title: Learn to sail
        time_bound: 2026-08-31
    """
    return (f"“{text}” is a placeholder", "write a value in its place, or remove the line")


@fault("F208", "text-after-hash", Severity.WARNING)
def hash_comment(rest: str) -> Words:
    """YAML takes a `#` after a space for a comment, so the words behind it are lost.

    Flagged:
        title: Learn to sail
        tags: #health #summer
    Fine:
        title: Learn to sail
        tags: [health, summer]
    """
    return (
        f"YAML takes “{rest}” for a comment, so it is not read",
        "leave out the `#`, or put the value between quotes",
    )


@fault("F209", "quoted-boolean", Severity.HINT)
def quoted_boolean(text: str) -> Words:
    """A yes or no stands between quotes, which other tools take for a text.

    Flagged:
        title: Learn to sail
        draft: "true"
    Fine:
        title: Learn to sail
        draft: true
    """
    return (f"“{text}” between quotes is read as {text}", "remove the quotes")


@fault("F214", "link-without-quotes", Severity.WARNING)
def unquoted_link(target: str) -> Words:
    """A `[[link]]` without quotes is a list within a list in YAML. It is read as the link.

    Flagged:
        title: Learn to sail
        relevant: [[see-the-world]]
        == content/goals/see-the-world.md ==
        # See the world
    Fine:
        title: Learn to sail
        relevant: "[[see-the-world]]"
        == content/goals/see-the-world.md ==
        # See the world
    """
    return (f"[[{target}]] without quotes is a list to YAML", f'write `"[[{target}]]"`')


@fault("F215", "typographic-quotes", Severity.WARNING)
def typographic_quotes(mark: str) -> Words:
    """A value stands between typographic quotes, which are letters to YAML and stay in the text.

    Flagged:
        title: “Learn to sail”
    Fine:
        title: "Learn to sail"
    """
    return (
        f"`{mark}` is a letter to YAML, so the quotes become part of the value",
        'write straight quotes (`"…"`), or none',
    )


@fault("F216", "no-break-space", Severity.WARNING)
def no_break_space() -> Words:
    """A no-break space stands where YAML wants a plain one. It is read as a plain space.

    It looks like a space and is none; it often comes from a copied web page.

    Flagged:
        ---
        title:⟨nbsp⟩Learn to sail
        ---
    Fine:
        title: Learn to sail
    """
    return ("a no-break space stands here", "type a plain space in its place")
