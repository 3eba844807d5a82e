"""`milepost fmt`: milepost's own words for other people's, and days as `2026-06-30`.

In: parsed arguments. Out: what would change on standard output; the files only where that was asked
for. Every other byte of them stays.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from milepost.cli.arguments import JOURNAL
from milepost.cli.shared import FAULTY, MISUSED, OK, Stop, find_root, say

ABOUT = "Write milepost's own words for yours, and days as 2026-06-30; shows it first."
EXAMPLES = """\
  milepost fmt                      what would change; in a terminal it asks before it writes
  milepost fmt --write              write it; git undoes it
  milepost fmt content/goals/run.md only this file
  milepost fmt --check              end with 1 where something would change
"""


def declare(parser: ArgumentParser) -> None:
    """The files, and whether to write them."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="else all files")
    parser.add_argument("--write", action="store_true", help="write it without asking")
    parser.add_argument("--check", action="store_true", help="write nothing; 1 for a change")
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help=JOURNAL)
    parser.set_defaults(today=None)


def run(args: Namespace) -> int:
    """Show what would change, and write it where it is wanted."""
    from milepost.cli.opening import open_or_stop
    from milepost.cli.proposing import show, wanted, write
    from milepost.rewriting.own_words import rewritten

    only = _asked_for(args)
    opened, _ = open_or_stop(args)
    files = opened.folder.files
    if args.journal and args.files == [args.journal]:
        only = []
    paths = {_within(path, opened.root, files) for path in only}
    changed, unfit = rewritten(files, paths)
    for path in unfit:
        say(f"{path} is not UTF-8, and stays as it is")
    if not changed:
        say("Everything is in milepost's own words.")
        return OK
    show(files, changed)
    if args.check:
        return FAULTY
    return write(opened.root, files, changed) if wanted(len(changed), write=args.write) else OK


def _asked_for(args: Namespace) -> list[Path]:
    """The files that were named; a folder is the journal. Raises Stop for what is not there."""
    only = []
    for path in args.files:
        if path.is_dir() and args.journal is None:
            args.journal = path
        elif path.is_file():
            only.append(path)
        else:
            raise Stop(
                f"{path} is not a file", "give files of the journal, or none for all", MISUSED
            )
    if only and args.journal is None:
        args.journal = find_root(only[0].parent)
    return only


def _within(path: Path, root: Path, files: object) -> str:
    """The path of a file as the journal has it."""
    whole, root = path.resolve(), root.resolve()
    name = whole.relative_to(root).as_posix() if whole.is_relative_to(root) else ""
    if not isinstance(files, dict) or name not in files:
        raise Stop(f"{path} is no file of the journal in {root}", "see: milepost check --files")
    return name
