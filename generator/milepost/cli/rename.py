"""`milepost rename`: a goal under another id, with every mention of it.

In: parsed arguments. Out: what would change on standard output; the files only where that was asked
for. The old id stays as an alias.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from milepost.cli.arguments import JOURNAL
from milepost.cli.shared import MISUSED, OK, Stop, say

ABOUT = "Give a goal another id: its file, its mentions, an alias; shows it first."
EXAMPLES = """\
  milepost rename read-24-books read-12-books          what would change
  milepost rename read-24-books read-12-books --write  do it; git undoes it
"""


def declare(parser: ArgumentParser) -> None:
    """The two ids, and whether to write."""
    parser.add_argument("old", metavar="OLD", help="the goal: its id, title or file")
    parser.add_argument("new", metavar="NEW", help="the id that it is to have")
    parser.add_argument("--write", action="store_true", help="write it without asking")
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help=JOURNAL)
    parser.set_defaults(today=None)


def run(args: Namespace) -> int:
    """Show what would change, and do it where it is wanted."""
    from milepost.addresses import spelled
    from milepost.cli.chosen import chosen
    from milepost.cli.opening import open_or_stop
    from milepost.cli.proposing import show, unchanged, wanted, write
    from milepost.rewriting.renaming import renamed, unfit_id

    opened, _ = open_or_stop(args)
    files, journal = opened.folder.files, opened.journal
    (goal,) = chosen([args.old], journal.goals)
    new = spelled(args.new.removesuffix(".md"))
    if unfit_id(new):
        raise Stop(
            f"“{args.new}” cannot be an id", "write words with hyphens: learn-to-sail", MISUSED
        )
    other = next((one for one in journal.goals if new in {one.id, *one.aliases}), None)
    if other is goal and new == goal.id:
        raise Stop(f"that is its id already: {goal.path}", "", MISUSED)
    if other and other is not goal:
        raise Stop(f"{other.path} is called so already", "choose another id", MISUSED)
    made = renamed(files, goal, new)
    if made is None:
        raise Stop(
            f"the front matter of {goal.path} takes no line for the old id",
            "see what is wrong with it: milepost check",
        )
    if (opened.root / made.new_path).exists():
        raise Stop(f"{made.new_path} exists already", "choose another id", MISUSED)
    for path in made.unfit:
        say(f"{path} is not UTF-8, and stays as it is")
    show(files, made.changed, f"{made.old_path} → {made.new_path}")
    if not wanted(len(made.changed), write=args.write):
        return OK
    code = write(opened.root, files, made.changed)
    old = opened.root / made.old_path
    unchanged(old, made.changed.get(made.old_path, files[made.old_path]))
    old.rename(opened.root / made.new_path)
    say(f"{made.old_path} is now {made.new_path}.")
    return code
