"""`milepost adopt`: goals of a list that a person keeps already, each as a file of its own.

In: parsed arguments. Out: what the list would be as goals on standard output; files only where they
were asked for and where none stood. The list stays byte for byte as it is.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path

from milepost.cli.arguments import JOURNAL, add_today
from milepost.cli.shared import MISUSED, OK, Stop, find_root, near, say
from milepost.journal.words import SETTINGS

ABOUT = "Make goals of a list that you keep already. The list stays as it is."
EXAMPLES = """\
  milepost adopt 2026.md                  what would be read as goals; asks before it writes
  milepost adopt 2026.md --yes            write them
  milepost adopt 2026.md --only 1,3 --yes     the first and the third
  milepost adopt ~/notes/goals.md --journal ~/my-journal
"""


def declare(parser: ArgumentParser) -> None:
    """The list, the journal that its goals are for, and which to write."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="the note with the list, in Markdown"
    )
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help=JOURNAL)
    parser.add_argument("--yes", action="store_true", help="write them without asking")
    parser.add_argument(
        "--only", default="", metavar="N,N", help="only these, by the numbers that are shown"
    )
    add_today(parser)


def run(args: Namespace) -> int:
    """Show the goals of a list, and write those that are wanted."""
    from milepost.adopting import drafted, wishes_in
    from milepost.cli.asking import NO, YES, answer_to, may_ask
    from milepost.cli.drafts import shown, write
    from milepost.cli.opening import open_or_stop
    from milepost.cli.reading import bytes_of
    from milepost.formats.excerpt import seen
    from milepost.voice.english import plural

    data = bytes_of(args.file)
    args.journal = args.journal or _journal_of(args.file)
    opened, day = open_or_stop(args)
    origin = _origin(args.file, opened.root)
    wishes, findings = wishes_in(origin, data)
    for finding in findings:
        at = finding.place
        say(seen(f"{at.path}:{at.line}:{at.column}: {finding.message}\n  {finding.help}"))
    if not wishes:
        raise Stop(
            f"nothing in {near(args.file)} reads as a list of goals",
            "put the list below a heading such as `## Goals 2026`, or name the columns of a table "
            "`goal`, `target` and `due`",
        )
    drafts = drafted(wishes, opened, origin, day)
    numbered = [draft for draft in drafts if not draft.standing]
    for line in shown(drafts, origin):
        print(seen(line))
    wanted = _chosen(args.only, len(numbered))
    if not numbered:
        say("Every one of them is a goal already; nothing was written.")
        return OK
    if not args.yes:
        if not may_ask():
            say("Nothing was written. To write them, add --yes, or --only 1,3 --yes for some.")
            return OK
        answer = answer_to(
            f"Write {plural(len(wanted), 'goal')}? yes, no, or their numbers, as 1,3"
        )
        if answer in NO:
            say("Nothing was written.")
            return OK
        if answer not in {*YES, "all"}:
            wanted = _chosen(answer, len(numbered))
    return write([numbered[at] for at in wanted], opened.root)


def _journal_of(file: Path) -> Path | None:
    """The journal that a list lies in, where the folder that one stands in is none."""
    if (find_root(Path.cwd()) / SETTINGS).is_file():
        return None
    around = find_root(file.parent)
    return around if (around / SETTINGS).is_file() else None


def _origin(file: Path, root: Path) -> str:
    """What the list is called in the files of its goals: its path in the journal, else its name."""
    whole = file.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else file.name


def _chosen(only: str, count: int) -> list[int]:
    """The places that numbers choose, from 0; all without a number."""
    if not only.strip():
        return list(range(count))
    parts = re.split(r"[,\s]+", only.strip(" ,"))
    if not all(part.isdecimal() and 1 <= int(part) <= count for part in parts):
        remedy = f"write numbers from 1 to {count}, as --only 1,2" if count else "leave out --only"
        raise Stop(f"“{only}” chooses none of the goals that are shown", remedy, MISUSED)
    return sorted({int(part) - 1 for part in parts})
