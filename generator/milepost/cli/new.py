"""`milepost new`: a journal, a goal, the entry of a week, a review. Nothing is ever overwritten.

In: parsed arguments. Out: files where none stood, and their paths on standard output.
"""

from __future__ import annotations

import os
import re
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from milepost.cli.arguments import JOURNAL, add_today
from milepost.cli.shared import (
    MISUSED,
    OK,
    Stop,
    find_root,
    here,
    near,
    root_of,
    say,
    today,
    typed,
)
from milepost.journal.words import SETTINGS, Visibility

ABOUT = "Start a journal, a goal, the entry of a week or a review. Nothing is ever overwritten."
EXAMPLES = """\
  milepost new journal my-journal               a journal in a new folder
  milepost new journal tagebuch --language de   one in German
  milepost new goal                             a goal, by questions
  milepost new goal "Run 10 km under an hour"   a goal, every line explained
  milepost new goal --list                      goals to start from
  milepost new goal --template savings          one of them, its blanks asked
  milepost new goal "A boat" --template savings --set goal=900 --by 2027-06-30
  milepost new week --edit                      this week's entry, in your editor
  milepost new week last                        or next, or 2026-W47, or a day of it
  milepost new review 2026-Q4                   a month, a quarter or a year looked back on
  milepost new my-journal                       the same as `new journal my-journal`
"""
_PLAIN = {"journal", "goal", "week", "review"}
_WEEK = "milepost new week"
_GOAL = 'milepost new goal "Its title"'
_REVIEW = "milepost new review"
_JOURNAL = "milepost new journal my-journal"
_LIST = "milepost new goal --list"
_MEANT = {
    "goal": _GOAL,
    "week": _WEEK,
    "review": _REVIEW,
    "journal": _JOURNAL,
    **dict.fromkeys(("day", "today", "entry", "log", "diary", "checkin", "check-in"), _WEEK),
    **dict.fromkeys(("task", "todo", "plan", "note", "lesson"), _WEEK),
    **dict.fromkeys(("month", "quarter", "year", "retro", "retrospective"), _REVIEW),
    **dict.fromkeys(("milestone", "step", "habit", "project", "objective"), _GOAL),
    **dict.fromkeys(("okr", "vision", "resolution", "target", "area"), _GOAL),
    **dict.fromkeys(("page", "profile", "site", "theme", "new"), _JOURNAL),
    **dict.fromkeys(("template", "list"), _LIST),
}
"""What nobody calls a journal, with the command that makes it, or that in which it stands."""
_WHERE = {
    "task": "a task is a line `- [ ] …` in an entry or a goal",
    "todo": "a task is a line `- [ ] …` in an entry or a goal",
    "plan": "a plan is a line `- [ ] …` below `## Plans` in an entry",
    "lesson": "a lesson stands below `## Learned` in an entry",
    "milestone": "a milestone is a line of `milestones:` in a goal",
    "step": "a step is a line of `milestones:` in a goal",
    "page": "a page is a Markdown file in content/pages/ of a journal",
    "profile": "the profile is the file content/profile.md of a journal",
    "theme": "the theme of the year is a line of content/profile.md in a journal",
}


def declare(parser: ArgumentParser) -> None:
    """What to make, its title or its time, the journal it is for, and whether to open it."""
    parser.add_argument(
        "what", metavar="journal|goal|week|review", help="what to make; another word is a folder"
    )
    parser.add_argument(
        "words", nargs="*", metavar="NAME", help="its folder, title, week or period"
    )
    parser.add_argument("--edit", action="store_true", help="open the file in $EDITOR")
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help=JOURNAL)
    parser.add_argument(
        "--here", action="store_true", help="make a journal here, though it is inside another"
    )
    parser.add_argument(
        "--obsidian", action="store_true", help="give a journal templates for Obsidian as well"
    )
    parser.add_argument(
        "--language", metavar="CODE", help="the language that a new journal is in, as `de`"
    )
    parser.add_argument("--list", action="store_true", help="list the templates of goals")
    parser.add_argument(
        "--template", nargs="?", const="", metavar="NAME", help="begin a goal with a template"
    )
    parser.add_argument(
        "--set",
        dest="answers",
        action="append",
        default=[],
        metavar="BLANK=WORDS",
        help="fill a blank of the template; may be given several times",
    )
    parser.add_argument(
        "--by", metavar="DAY", help="when the goal of the template is due: a day, or words for it"
    )
    add_today(parser)


def run(args: Namespace) -> int:
    """Make what was asked for."""
    made = next((kind for kind in _kinds(args.what) if kind in _PLAIN), "")
    if not made:
        made = "journal"
        args.words.insert(0, args.what)
    if made == "journal" and args.words:
        _no_own_word_or_stop(args)
    _fitting_or_stop(made, args)
    return {"journal": _journal, "goal": _goal, "week": _week, "review": _review}[made](args)


def _kinds(word: str) -> tuple[str, ...]:
    """What a word may be called here: as it is, and one of what it says several of."""
    plain = word.strip().lower()
    return plain, plain.removesuffix("s"), re.sub("ies$", "y", plain)


def _no_own_word_or_stop(args: Namespace) -> None:
    """End where a journal would be called by a word of milepost's own: something else was meant."""
    from milepost.cli.main import COMMANDS

    name, *said = args.words
    for kind in _kinds(name):
        if kind in _MEANT:
            meant = _meant(kind, " ".join(said), args)
        elif kind in COMMANDS:
            meant = f"milepost {kind}"
        else:
            continue
        raise Stop(
            _WHERE.get(kind, f"“{name}” is no name for a journal"),
            f"write: {meant} (or {_folder(name)} for a folder of that name)",
            MISUSED,
        )


def _fitting_or_stop(kind: str, args: Namespace) -> None:
    """End where an option is given that means nothing for what is made."""
    for_journals = {
        "--here": args.here,
        "--obsidian": args.obsidian,
        "--language": args.language is not None,
    }
    for_goals = {
        "--list": args.list,
        "--template": args.template is not None,
        "--set": args.answers,
        "--by": args.by is not None,
    }
    wrong = [option for option, given in for_journals.items() if given and kind != "journal"]
    wrong += [option for option, given in for_goals.items() if given and kind != "goal"]
    if kind == "journal" and args.edit:
        wrong = ["--edit"]
    if wrong:
        raise Stop(f"{wrong[0]} says nothing of a {kind}", f"leave {wrong[0]} out", MISUSED)


def _folder(name: str) -> str:
    return typed("milepost", "new", "journal", f"./{name}")


def _meant(kind: str, said: str, args: Namespace) -> str:
    """The command that was meant by a word that is no name for a journal, to paste.

    `said` is what stands behind the word.
    """
    import shlex

    from milepost.cli.times import span_meant, week_meant

    command = _MEANT[kind]
    try:
        if command == _WEEK:
            week_meant(said, today(args))
        elif command == _REVIEW:
            said = said or f"this {kind}" if kind in {"month", "quarter", "year"} else said
            said = span_meant(said, today(args)).name
        elif command == _GOAL and said:
            return f"milepost new goal {shlex.quote(said)}"
        else:
            said = ""
    except Stop:
        said = ""
    return f"{command} {said}".strip()


def _goal(args: Namespace) -> int:
    from milepost.cli.opening import language_of
    from milepost.scaffold import new_goal
    from milepost.voice.voice import Voice

    if args.list:
        from milepost.cli import templates

        return templates.listing(language_of(find_root(args.journal or Path.cwd())))
    if args.template is not None:
        from milepost.cli import templates

        return templates.run(args)
    if args.answers or args.by is not None:
        option = "--set" if args.answers else "--by"
        raise Stop(
            f"{option} is for a goal of a template",
            "write: milepost new goal --template NAME (milepost new goal --list names them)",
            MISUSED,
        )
    title = " ".join(args.words)
    if not args.words and sys.stdin.isatty():
        from milepost.cli import questions

        return questions.run(args)
    if not title.strip():
        raise Stop(
            "a goal needs a title",
            'write: milepost new goal "Its title" (or answer: milepost questions; '
            "or choose: milepost new goal --list)",
            MISUSED,
        )
    root = root_of(args)
    voice = Voice(language_of(root), " ", typed=True)
    return hand_over(root, *new_goal(title, today(args), voice), edit=args.edit)


def _week(args: Namespace) -> int:
    from milepost.cli.opening import open_or_stop
    from milepost.cli.times import week_meant
    from milepost.pipeline import report_on
    from milepost.scaffold import new_week

    opened, day = open_or_stop(args)
    week = week_meant(" ".join(args.words), day)
    report = report_on(opened, min(day, week.sunday), Visibility.PRIVATE)
    return hand_over(opened.root, *new_week(report, week), edit=args.edit)


def _review(args: Namespace) -> int:
    from milepost.cli.opening import open_or_stop
    from milepost.cli.times import span_meant
    from milepost.pipeline import report_on
    from milepost.scaffold import new_review

    opened, day = open_or_stop(args)
    span = span_meant(" ".join(args.words), day)
    report = report_on(opened, min(day, span.end), Visibility.PRIVATE)
    return hand_over(opened.root, *new_review(report, span), edit=args.edit)


def _journal(args: Namespace) -> int:
    from milepost.cli.repository import branch_of
    from milepost.scaffold import new_journal
    from milepost.scaffold.editors import for_code, for_obsidian
    from milepost.scaffold.installed import own_pin
    from milepost.voice.asking import untitled
    from milepost.voice.voice import Voice

    name, *title = args.words or ([str(args.journal or ".")] if args.here else [""])
    if not name.strip():
        raise Stop(
            "a journal needs the name of a folder",
            "write: milepost new journal my-journal",
            MISUSED,
        )
    folder = Path(name)
    if not args.here:
        _alone_or_stop(folder)
    try:
        pin = own_pin()
    except FileNotFoundError as error:
        raise Stop(f"this milepost is not whole: {error}", "install it again") from None
    language = _language_or_stop(args.language)
    voice = Voice(language or "en", " ", typed=True)
    called = " ".join(title) or untitled(voice)
    texts = new_journal(called, today(args), here(), pin.steps, branch_of(folder), language)
    texts |= for_code(voice) | (for_obsidian(voice) if args.obsidian else {})
    files = {name: text.encode() for name, text in texts.items()} | dict(pin.files)
    standing = [name for name in files if (folder / name).exists()]
    if folder.exists() and not folder.is_dir():
        raise Stop(f"{folder} is a file", "give the name of a folder that is not there yet")
    if standing:
        raise Stop(f"{folder / standing[0]} is there already", "nothing was written")
    for name, data in files.items():
        _put(folder / name, data)
    enter = "" if folder.resolve() == Path.cwd() else f"{typed('cd', str(folder))}\n  "
    say(f"""Your journal is in {folder}. Next:

  {enter}milepost serve                   see it in the browser while you write
  milepost new goal "Run 10 km"    a goal of your own
  milepost new week                once a week, ten minutes

Everything is private until a file says `visibility: public`. The GitHub workflow in it publishes
what is public, and nothing else; but in a public repository every source file can be read by all,
so keep the repository private unless you mean that.""")
    return OK


def _language_or_stop(said: str | None) -> str:
    """The tag of the language that was asked for; nothing where none was."""
    from milepost.journal.languages import code_of, is_language

    if said is None or is_language(said):
        return (said or "").strip()
    meant = code_of(said)
    raise Stop(
        f"no language is called “{said}”",
        f"write: --language {meant or 'de'}",
        MISUSED,
    )


def _alone_or_stop(folder: Path) -> None:
    """End where the folder of a new journal would lie within another, or within milepost itself."""
    whole = folder.resolve()
    above = find_root(whole.parent)
    if (above / SETTINGS).is_file() and above != whole:
        found = f"{folder} would lie inside the journal {above}"
    elif any((at / "generator/milepost/__init__.py").is_file() for at in (whole, *whole.parents)):
        found = f"{folder} would lie inside a checkout of milepost"
    else:
        return
    there = typed("milepost", "new", "journal", str(folder), "--here")
    raise Stop(found, f"go elsewhere; or write: {there}", MISUSED)


def hand_over(root: Path, name: str, text: str, *, edit: bool) -> int:
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
    beside = (root / content / name.partition("/")[0]).rglob("*.md")
    twins = [one for one in beside if spelled(one.stem) == spelled(stem(name))]
    if twins or path.exists():
        standing = twins[0] if twins else path
        if not edit:
            raise Stop(f"{near(standing)} is there already", "nothing was written")
        path = standing
    else:
        _put(path, text.encode())
    print(near(path))
    if edit:
        _edit(path)
    return OK


def _put(path: Path, data: bytes) -> None:
    """Write a file where none stands. Raises Stop where one came to stand there meanwhile."""
    from milepost.cli.writing import write_or_stop

    if not write_or_stop(path, data):
        raise Stop(f"{near(path)} is there already", "it was left as it is")


def _edit(path: Path) -> None:
    import shlex
    import subprocess

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise Stop("no editor is set", "set EDITOR, as in: export EDITOR=nano")
    try:
        code = subprocess.run([*shlex.split(editor), str(path)], check=False).returncode
        why = f"the editor `{editor}` ended with {code}" if code else ""
    except FileNotFoundError:
        why = f"there is no editor `{editor}`"
    except OSError as error:
        why = f"the editor `{editor}` cannot be run: {error.strerror or error}"
    except ValueError:  # a quotation without an end
        why = f"`{editor}` is no command that opens an editor"
    if why:
        remedy = "the file stands as it was written; set EDITOR, as in: export EDITOR=nano"
        raise Stop(why, remedy)
