"""`milepost new`: a journal, a goal, this week's entry. Nothing is ever overwritten.

In: parsed arguments. Out: files where none stood, and their paths on standard output.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from milepost.cli.arguments import JOURNAL, add_today
from milepost.cli.shared import MISUSED, OK, Stop, here, near, root_of, say, today
from milepost.journal.words import Visibility

ABOUT = "Start a journal, a goal, or this week's entry. Nothing is ever overwritten."
EXAMPLES = """\
  milepost new my-journal                       a journal in a new folder
  milepost new goal "Run 10 km under an hour"   a goal, every line explained
  milepost new week --edit                      this week's entry, in your editor
  milepost new ./week                           a journal in a folder called “week”
"""


def declare(parser: ArgumentParser) -> None:
    """What to make, its title, the journal it is for, and whether to open it."""
    parser.add_argument("what", metavar="NAME|goal|week", help="a folder, `goal` or `week`")
    parser.add_argument("title", nargs="?", default="", help="the title of the goal or site")
    parser.add_argument("--edit", action="store_true", help="open the file in $EDITOR")
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help=JOURNAL)
    add_today(parser)


def run(args: Namespace) -> int:
    """Make what was asked for."""
    from milepost.cli.opening import open_or_stop
    from milepost.pipeline import report_on
    from milepost.scaffold import new_goal, new_week

    if args.what == "goal":
        if not args.title.strip():
            raise Stop("a goal needs a title", 'write: milepost new goal "Its title"', MISUSED)
        return _hand_over(root_of(args), *new_goal(args.title, today(args)), edit=args.edit)
    if args.what == "week":
        if args.title:
            remedy = "write: milepost new week (for another than this, add --today and a day of it)"
            raise Stop(f"`new week` takes no title, and this is “{args.title}”", remedy, MISUSED)
        opened, day = open_or_stop(args)
        made = new_week(report_on(opened, day, Visibility.PRIVATE))
        return _hand_over(opened.root, *made, edit=args.edit)
    if not args.what.strip():
        raise Stop(
            "a journal needs the name of a folder", "write: milepost new my-journal", MISUSED
        )
    return _journal(args)


def _journal(args: Namespace) -> int:
    from milepost.scaffold import new_journal

    folder = Path(args.what)
    title = args.title or "My mileposts"
    files = new_journal(title, today(args), here())
    standing = [name for name in files if (folder / name).exists()]
    if folder.exists() and not folder.is_dir():
        raise Stop(f"{folder} is a file", "give the name of a folder that is not there yet")
    if standing:
        raise Stop(f"{folder / standing[0]} is there already", "nothing was written")
    for name, text in files.items():
        _write(folder / name, text)
    enter = "" if folder.resolve() == Path.cwd() else f"cd {folder}\n  "
    say(f"""Your journal is in {folder}. Next:

  {enter}milepost serve                   see it in the browser while you write
  milepost new goal "Run 10 km"    a goal of your own
  milepost new week                once a week, ten minutes

Everything is private until a file says `visibility: public`. The GitHub workflow in it publishes
what is public, and nothing else; but in a public repository every source file can be read by all,
so keep the repository private unless you mean that.""")
    return OK


def _hand_over(root: Path, name: str, text: str, *, edit: bool) -> int:
    """Write a new file of the journal and say where it is; open it when asked to."""
    from milepost.addresses import spelled
    from milepost.journal.filenames import layout, stem
    from milepost.journal.folder import read_folder

    files = read_folder(root).files
    found = layout(files)
    content = found.root
    if not content and not any(map(found.reads, files)):
        content = "content/"  # nothing is written yet; else the notes at the top stay in view
    path = root / content / name
    twins = [p for p in path.parent.rglob("*.md") if spelled(p.stem) == spelled(stem(name))]
    if twins or path.exists():
        standing = twins[0] if twins else path
        if not edit:
            raise Stop(f"{near(standing)} is there already", "nothing was written")
        path = standing
    else:
        _write(path, text)
    print(near(path))
    if edit:
        _edit(path)
    return OK


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise Stop(
            f"{path} cannot be written: {reason}", "check the folder's permissions"
        ) from None


def _edit(path: Path) -> None:
    import shlex
    import subprocess

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise Stop("no editor is set", "set EDITOR, as in: export EDITOR=nano")
    try:
        subprocess.run([*shlex.split(editor), str(path)], check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise Stop(f"the editor `{editor}` did not end well: {error}", "check EDITOR") from None
