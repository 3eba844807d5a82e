"""Opening the journal that a command works on.

In: parsed arguments. Out: the journal read, or an end in words where there is none.
"""

from __future__ import annotations

import argparse
from contextlib import suppress
from datetime import date
from pathlib import Path

from milepost.cli.shared import MISUSED, START, Stop, root_of, today
from milepost.cli.understood import passed_over
from milepost.journal.documents import read_settings
from milepost.journal.filenames import Why
from milepost.journal.folder import Assets
from milepost.journal.load import Ahead
from milepost.journal.model import Settings
from milepost.journal.words import SETTINGS
from milepost.kept import Kept
from milepost.pipeline import Opened, Step, open_journal, quiet


def memory_of(args: argparse.Namespace) -> Kept:
    """What earlier runs of the command read off the journal's texts, if they may be asked."""
    root = root_of(args)
    lasting = not args.no_cache and (root / SETTINGS).is_file()
    return Kept(root, args.command, args.audience.value if args.audience else "", lasting=lasting)


def open_or_stop(
    args: argparse.Namespace,
    step: Step = quiet,
    memory: Kept | None = None,
    ahead: Ahead | None = None,
) -> tuple[Opened, date]:
    """The journal that the arguments mean, and the day to take for today.

    `ahead` is that of `pipeline.open_journal`.
    """
    root = root_of(args)
    opened = open_journal(root, step, memory, in_two=True, ahead=ahead)
    journal = opened.journal
    drawn = Why.DRAWING in opened.loaded.passed.values()
    if SETTINGS not in opened.folder.files and not (journal.notes or opened.content or drawn):
        aside = Why.PUT_ASIDE in opened.folder.passed.values() and passed_over(opened)
        remedy = f"{aside}: take the `_` off a name to have it read" if aside else START
        raise Stop(f"there is no journal in {root}: no {SETTINGS}, no note", remedy, MISUSED)
    return opened, today(args, journal.settings.timezone)


def language_of(root: Path) -> str:
    """The language of the journal in a folder, where no more of it is wanted."""
    with suppress(KeyError, OSError):  # it has no settings, or none that may be read
        return read_settings(SETTINGS, Assets(root.resolve(), (SETTINGS,))[SETTINGS])[0].language
    return Settings().language


def from_here(root: Path) -> str:
    """The path from this folder down to the journal; nothing when it is here or elsewhere."""
    here = Path.cwd().resolve()
    below = root.relative_to(here).as_posix() if root.is_relative_to(here) else "."
    return "" if below == "." else below
