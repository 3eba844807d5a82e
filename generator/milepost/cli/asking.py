"""Asking the person who sits at the terminal.

In: a question. Out: the answer, in small letters; nothing where there is none.
"""

from __future__ import annotations

import sys

from milepost.cli.shared import say

YES = frozenset({"y", "yes", "j", "ja"})
NO = frozenset({"", "n", "no", "nein"})


def may_ask() -> bool:
    """Whether somebody is there to be asked: not in a pipe, nor in a workflow."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def answer_to(question: str) -> str:
    """What is answered to a question."""
    say(question)
    try:
        return input("> ").strip().lower()
    except EOFError:
        return ""
