"""What several commands share: ending kindly, the journal they stand in, the day it is.

In: parsed arguments. Out: folders, journals, days.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from milepost.journal.words import SETTINGS

OK, FAULTY, MISUSED = 0, 1, 2
OUT = "_site"
START = "start one with: milepost new journal my-journal"
READERS = {
    "private": "for you alone",
    "shared": "as supporters may see them",
    "public": "as everybody may see them",
}
"""For whom a file of records or lines is, by its audience."""


class Stop(Exception):  # noqa: N818 - it ends a command, which is not always an error
    """Ends a command with words for the person and an exit code."""

    def __init__(self, message: str, remedy: str = "", code: int = FAULTY) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.code = code


WRITTEN: list[Path] = []
"""What this run of a command has written, for when nothing can be said of it any more."""


def say(words: str) -> None:
    """Tell a person something, on standard error."""
    print(words, file=sys.stderr)


def typed(*words: str) -> str:
    """Words as they are typed in a shell, so that a line can be pasted.

    >>> typed("milepost", "new", "goal", "Run 10 km")
    'milepost new goal "Run 10 km"'
    """
    import re
    import shlex

    def quoted(word: str) -> str:
        # Double quotes mean the same everywhere, single ones not on Windows.
        plain = not re.search(r'["$`\\!\n]', word)
        return f'"{word}"' if plain and shlex.quote(word) != word else shlex.quote(word)

    return " ".join(map(quoted, words))


def root_of(args: argparse.Namespace) -> Path:
    """The folder that a command works on: the home folder only when it is a journal."""
    root = _root_of(args)
    if not (root / SETTINGS).is_file() and root in {*_home(), Path(root.anchor)}:
        raise Stop(f"{root} is not a journal", START, MISUSED)
    return root


def _home() -> set[Path]:
    """The home folder, where there is one: a process may have none."""
    try:
        return {Path.home().resolve()}
    except (RuntimeError, OSError):
        return set()


def _root_of(args: argparse.Namespace) -> Path:
    given: Path | None = args.journal
    if given is None:
        return find_root(Path.cwd())
    if not given.is_dir():
        what = "is not a folder" if given.exists() else "does not exist"
        raise Stop(f"{given} {what}", "give the folder of a journal", MISUSED)
    return given.resolve()


def find_root(start: Path) -> Path:
    """The nearest folder upwards with a `milepost.yaml`, else the folder itself."""
    start = start.resolve()
    return next((at for at in (start, *start.parents) if (at / SETTINGS).is_file()), start)


def today(args: argparse.Namespace, timezone: str = "") -> date:
    """The day to take for today: as given, else by the clock in the journal's time zone."""
    if args.today:
        day: date = args.today
        return day
    if timezone:
        from zoneinfo import ZoneInfo

        try:
            return datetime.now(ZoneInfo(timezone)).date()
        except (KeyError, ValueError, OSError):
            say(f"milepost: no time zone is called “{timezone}”, so this machine's day is taken")
            say("  write one as `timezone: Europe/Brussels` in milepost.yaml")
    return datetime.now().astimezone().date()


def painted(words: str, code: str, stream: TextIO) -> str:
    """Words in a colour, by its ANSI code, where the stream is to have any."""
    return f"\033[{code}m{words}\033[0m" if code and colourful(stream) else words


def colourful(stream: TextIO) -> bool:
    """Whether a stream wants colour: a terminal, and `NO_COLOR` is not set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def here() -> str:
    """The name of this machine's time zone, as `Europe/Brussels`; empty where it says none.

    A machine in UTC says where a server stands, not where somebody lives.
    """
    from zoneinfo import ZoneInfo

    _, _, linked = Path("/etc/localtime").resolve().as_posix().rpartition("zoneinfo/")
    try:
        said = os.environ.get("TZ", "").lstrip(":") or linked or _noted() or _registered()
        name = ZoneInfo(said).key
    except (KeyError, ValueError, OSError):
        return ""
    return "" if name.removeprefix("Etc/") in {"UTC", "GMT", "UCT", "Zulu"} else name


def _noted() -> str:
    """The zone as Debian notes it, where the clock's own file is a copy without a name."""
    try:
        return Path("/etc/timezone").read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


def _registered() -> str:
    """The zone that Windows has in its registry, in the name that others give it."""
    from importlib import import_module

    from babel.core import get_global

    try:
        winreg = import_module("winreg")
    except ImportError:
        return ""
    path = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            name = str(winreg.QueryValueEx(key, "TimeZoneKeyName")[0])
    except OSError:
        return ""
    return str(get_global("windows_zone_mapping").get(name.partition("\0")[0], ""))


def near(path: Path) -> Path:
    """A path as seen from here, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
