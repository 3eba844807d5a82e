"""`milepost import`: numbers that another tool has, as readings of a goal.

In: parsed arguments. Out: what they mean on standard output; a file of readings only where it was
asked for. The source stays as it is, and so does every number that is there already.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from milepost.cli.arguments import JOURNAL, add_today
from milepost.cli.shared import FAULTY, MISUSED, OK, Stop, near, say

ABOUT = "Take readings from the table of another tool: Loop, Beeminder, Daylio, a spreadsheet."
EXAMPLES = """\
  milepost import Checkmarks.csv                           what is in it
  milepost import Checkmarks.csv --column Gym --goal gym   what it would mean for the goal; asks
  milepost import weight.csv --goal weight --write         writes data/weight.csv
  milepost import daylio.csv --column mood --goal mood --dry-run
"""


def declare(parser: ArgumentParser) -> None:
    """The table, which column of it, for which goal of which journal, and whether to write."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the table, as CSV")
    parser.add_argument("--goal", default="", metavar="ID", help="the goal that the numbers are of")
    parser.add_argument("--column", default="", metavar="NAME", help="which habit, column or mood")
    parser.add_argument(
        "--moods", default="", metavar="NAMES", help="your names of Daylio's moods, best first: a,b"
    )
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help=JOURNAL)
    parser.add_argument("--write", action="store_true", help="write without asking")
    parser.add_argument("--dry-run", action="store_true", help="only say what it means")
    add_today(parser)


def run(args: Namespace) -> int:
    """Say what the numbers mean, and write those that are new where that is wanted."""
    from milepost.cli.asking import YES, answer_to, may_ask
    from milepost.cli.incoming import in_unit_of, numbers_in, say_history, simulated, source_of
    from milepost.cli.opening import open_or_stop
    from milepost.cli.writing import write_or_stop
    from milepost.formats.excerpt import seen
    from milepost.importing import merged
    from milepost.journal.numbers import in_digits
    from milepost.voice.english import plural

    if args.write and args.dry_run:
        raise Stop("--write and --dry-run say opposite things", "leave one out", MISUSED)
    opened, day = open_or_stop(args)
    language = opened.journal.settings.language
    found = numbers_in(args, language)
    code = FAULTY if found.findings else OK
    if not args.goal:
        for line in say_history(found, args.file):
            print(seen(line))
        say("Nothing was written. Say for which goal with --goal ID.")
        return code
    goal, path, is_new_source = source_of(args.goal, opened)
    for line in say_history(found, args.file, goal):
        print(seen(line))
    rows = in_unit_of(goal, found.rows, args.file)
    if not rows:
        say("No line of it could be read, and nothing was written.")
        return code
    standing = opened.folder.files.get(path, b"")
    result = merged(path, standing, rows, language)
    if not result.fits:
        raise Stop(
            f"{path} is no table of a day and a number that could take more lines",
            "import into a file of its own: take `source` out of the goal for the moment",
        )
    for when, here, there in result.changed:
        both = [", ".join(in_digits(one) for one in each) for each in (here, there)]
        print(seen(f"{when}: {both[0]} stands in {path}, and the table says {both[1]}; it stays"))
    print(seen(simulated(opened, goal, path, result.data, day)))
    new = plural(result.added, "new number")
    print(seen(f"{path}: {new}, {len(rows) - result.added} there already or changed"))
    if not result.added:
        say("Nothing is new, and nothing was written.")
    elif args.dry_run or not (
        args.write or (may_ask() and answer_to("Write them? yes or no") in YES)
    ):
        say("Nothing was written. To write it, add --write.")
        return code
    else:
        target = opened.root / path
        write_or_stop(target, result.data, replace=True)
        say(f"Wrote {new} to {near(target)}.")
    if is_new_source:
        from milepost.cli.incoming import measure_line

        say(f"The goal reads them when {goal.path} says:\n\n{measure_line(goal, path)}\n")
    return code
