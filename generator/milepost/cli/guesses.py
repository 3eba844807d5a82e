"""What people type who do not know the commands by heart.

In: the words of a command line whose first is no command. Out: those of the command that does what
they say, where that only reads; else an end in one line that names the command to type.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NoReturn

from milepost.cli.shared import MISUSED, Stop, typed
from milepost.findings import HOME
from milepost.journal.dates import parse_week
from milepost.journal.scalars import nearest

_RUN: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("goals", "show", "dashboard", "stats", "progress", "overview", "report", "summary"),
        ("status",),
    ),
    **dict.fromkeys(("list", "ls", "all"), ("status", "--all")),
    **dict.fromkeys(("lint", "validate", "verify", "test", "errors", "findings"), ("check",)),
    **dict.fromkeys(("rules", "rule", "why"), ("explain",)),
    **dict.fromkeys(("health", "diagnose", "info"), ("doctor",)),
    **dict.fromkeys(("achievements", "achieved", "accomplishments", "cv", "resume"), ("brag",)),
    **dict.fromkeys(("templates", "template"), ("new", "goal", "--list")),
    "files": ("check", "--files"),
    "version": ("--version",),
}
"""What reads and prints, and is simply done."""

_NAME: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    **dict.fromkeys(
        ("init", "create", "start", "setup", "journal", "new-journal"),
        (("new", "journal"), ("my-journal",)),
    ),
    **dict.fromkeys(
        ("add", "goal", "new-goal", "habit", "milestone"), (("new", "goal"), ("Its title",))
    ),
    **dict.fromkeys(
        (
            *("week", "entry", "today", "day", "checkin", "check-in", "write", "note"),
            *("new-week", "mood", "task", "todo", "plan"),
        ),
        (("new", "week"), ()),
    ),
    **dict.fromkeys(("track", "tick", "did"), (("log",), ("GOAL", "+1"))),
    **dict.fromkeys(
        ("review", "retro", "month", "quarter", "year", "new-review"), (("new", "review"), ())
    ),
    **dict.fromkeys(
        ("watch", "preview", "dev", "run", "server", "start-server", "open", "view", "live"),
        (("serve",), ()),
    ),
    **dict.fromkeys(
        ("generate", "make", "site", "html", "render", "compile", "export-site"), (("build",), ())
    ),
    **dict.fromkeys(
        ("deploy", "push", "upload", "pages", "sync", "commit"), (("publish", "--check"), ())
    ),
    **dict.fromkeys(("ask", "wizard", "interview", "question"), (("questions",), ())),
    **dict.fromkeys(("format", "fix", "tidy", "pretty"), (("fmt",), ())),
    **dict.fromkeys(("move", "mv", "rename-goal"), (("rename",), ("OLD", "NEW"))),
    **dict.fromkeys(("forecast", "replay"), (("backtest",), ())),
}
"""What writes, or goes on until it is stopped: it is named, with the words that were given, or with
others in their place where there were none."""

_TOLD = {
    **dict.fromkeys(
        ("done", "close", "finish", "complete", "drop", "pause"),
        "a goal is closed by a line in its file: `status: done` (or dropped, or paused)",
    ),
    **dict.fromkeys(
        ("delete", "remove", "rm"), "what you delete in the folder is gone from the site"
    ),
    **dict.fromkeys(
        ("config", "settings", "set"), "settings are lines of milepost.yaml in the journal"
    ),
    **dict.fromkeys(
        ("clean", "clear"), "what milepost made is in _site/ and .milepost/; both may be removed"
    ),
    **dict.fromkeys(
        ("theme", "themes"), "the look is a line of milepost.yaml in the journal: `theme: milepost`"
    ),
    **dict.fromkeys(("docs", "manual", "guide"), f"the manual: {HOME}/blob/main/docs/README.md"),
    **dict.fromkeys(
        ("update", "upgrade"), "milepost is updated by what installed it, as in: pipx upgrade-all"
    ),
}
"""What no command does, with how it is done."""


def meant(said: Sequence[str], commands: Collection[str]) -> list[str]:
    """The command line that was meant. Raises Stop with one to type where that is better."""
    word, *rest = said
    guess = word.lower()
    if guess in commands:
        return [guess, *rest]
    if guess == "help":
        return _help(rest, commands)
    if guess in _RUN and (_RUN[guess][0] in commands or _RUN[guess][0].startswith("-")):
        return [*_RUN[guess], *rest]
    if guess == "edit":
        _instead(word, *_edited(rest))
    if guess in _NAME and _NAME[guess][0][0] in commands:
        command, words = _NAME[guess]
        _instead(word, *command, *(rest or words))
    if guess in _TOLD:
        raise Stop(f"“{word}” is not a command; {_TOLD[guess]}", code=MISUSED)
    near = nearest(guess, commands)
    if near:
        remedy = f"did you mean: {typed('milepost', near, *rest)}"
    else:
        remedy = "see them all with: milepost --help"
    raise Stop(f"“{word}” is not a command; {remedy}", code=MISUSED)


def _instead(word: str, *command: str) -> NoReturn:
    raise Stop(f"“{word}” is not a command; write: {typed('milepost', *command)}", code=MISUSED)


def _edited(rest: Sequence[str]) -> tuple[str, ...]:
    """The command that opens what is named in the editor; the entry of this week unnamed."""
    if not rest or parse_week(rest[0]):
        return ("new", "week", *rest[:1], "--edit")
    return ("new", "goal", *rest, "--edit")


def _help(rest: Sequence[str], commands: Collection[str]) -> list[str]:
    """`help`, and `help check`; of a word that is no command it is that of what was meant."""
    if not rest:
        return ["--help"]
    command = rest[0] if rest[0] in commands else meant(rest[:1], commands)[0]
    return ["--help"] if command.startswith("-") else [command, "--help"]
