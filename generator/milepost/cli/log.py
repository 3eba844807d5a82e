"""`milepost log`: one line in the shell, and the week's entry says it.

In: parsed arguments. Out: the entry with a number, hours or a word for a goal in it, what changed
on standard output, and where the goal now stands. All else in the file stays as it is.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from milepost.cli.arguments import JOURNAL, add_today
from milepost.cli.shared import OK, Stop, painted, say
from milepost.journal.words import SETTINGS, Visibility

if TYPE_CHECKING:
    from datetime import date

    from milepost.findings import Finding
    from milepost.journal.load import Given
    from milepost.journal.values import Week
    from milepost.pipeline import Opened
    from milepost.progress.report import Report
    from milepost.rewriting.logged import Said, Written

ABOUT = "Write a number, hours or a word for a goal into the week's entry."
EXAMPLES = """\
  milepost log read-24-books +1 "the one about eels"   one more, and a word on it
  milepost log gym                                     a habit or a count: one more
  milepost log weight 81.4 --date yesterday            a level: where it stands
  milepost log --hours earn-pmp 1.5                    time spent
  milepost log --skip gym flu --mood 2                 a week that does not count for it
"""


def declare(parser: ArgumentParser) -> None:
    """The goal with its number and a note, what else a week says, the day, the journal."""
    parser.add_argument(
        "goals",
        nargs="*",
        metavar="GOAL [NUMBER] [NOTE]",
        help="the goal: its id or the beginning of it, words of its title; a number; words on it",
    )
    for option, what, about in (
        ("--hours", "HOURS", "time spent on a goal, added to what is there"),
        ("--confidence", "0-10", "how sure you are to make it"),
        ("--skip", "WHY", "it does not count for the goal, and why"),
    ):
        parser.add_argument(
            option, nargs=2, action="append", default=[], metavar=("GOAL", what), help=about
        )
    parser.add_argument("--mood", default="", metavar="1-5", help="how you felt")
    parser.add_argument("--energy", default="", metavar="1-5", help="how much strength you had")
    parser.add_argument(
        "--date",
        default="",
        metavar="DAY|WEEK",
        help="today, yesterday, monday (the last one), 2026-11-22, 2026-W47",
    )
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help=JOURNAL)
    add_today(parser)


def run(args: Namespace) -> int:
    """Write it, and say what it changed."""
    from milepost.cli.opening import open_or_stop
    from milepost.cli.saying import said_in
    from milepost.cli.times import day_or_week_meant
    from milepost.journal.numbers import Misread
    from milepost.pipeline import report_on
    from milepost.rewriting.logged import logged

    if args.journal is None and args.goals and (Path(args.goals[0]) / SETTINGS).is_file():
        args.journal, args.goals = Path(args.goals[0]), args.goals[1:]
    opened, day = open_or_stop(args)
    when = day_or_week_meant(args.date, day)
    said = said_in(args, opened.journal.goals)
    given, new = _entry(opened, when, day, said)
    made = logged(given, opened.journal.goals, said)
    if isinstance(made, Misread):
        raise Stop(f"nothing was written: {made.message}", made.help)
    after = _with_file(opened, given.path, made.data)
    report = report_on(after, day, Visibility.PRIVATE)
    told = _told(opened, after, report, given.path, said)
    _write(opened.root / given.path, given.data, made.data, new=new)
    _show(given, made, new=new)
    for finding in told:
        say(f"{finding.message}\n  {finding.help}")
    _say_standing(report, said)
    return OK


def _entry(opened: Opened, when: date | Week, day: date, said: list[Said]) -> tuple[Given, bool]:
    """The file that is to say it as it stands, or as it begins; and whether it is new."""
    from milepost.journal import filenames
    from milepost.journal.load import Given
    from milepost.journal.values import Week
    from milepost.pipeline import report_on
    from milepost.rewriting.which_entry import entry_of, is_kept_by_days
    from milepost.scaffold import new_week
    from milepost.scaffold.day import new_day

    journal, files = opened.journal, opened.folder.files
    if not isinstance(when, Week) and not is_kept_by_days(journal.entries, when):
        when = Week.of(when)
    found = entry_of(journal.entries, when, [one.goal.id for one in said if one.goal])
    if found:
        path, data = found.path, files[found.path]
    elif isinstance(when, Week):
        report = report_on(opened, min(day, when.sunday), Visibility.PRIVATE)
        name, text = new_week(report, when)
        path, data = journal.root + name, text.encode()
    else:
        path, text = new_day(journal.entries, when, journal.root)
        data = text.encode()
    if found is None and (opened.root / path).exists():
        raise Stop(
            f"{path} is there already, and no entry of {when}", "see: milepost check --files"
        )
    layout = filenames.layout({*files, path})
    return Given.of(path, data, layout, journal.settings), found is None


def _with_file(opened: Opened, path: str, data: bytes) -> Opened:
    """The journal as it would be with a file."""
    from dataclasses import replace

    from milepost.pipeline import opened_from

    folder = replace(opened.folder, files={**opened.folder.files, path: data})
    return opened_from(opened.root, folder)


def _told(
    before: Opened, after: Opened, report: Report, path: str, said: list[Said]
) -> list[Finding]:
    """What is to be told of what is written. Raises Stop where it would be an error."""
    from milepost.findings import errors_among
    from milepost.pipeline import judged

    entry = next((one for one in after.journal.entries if one.path == path), None)
    if entry is None:
        raise Stop(
            f"nothing was written: {path} would not be read as an entry",
            "see which files are read: milepost check --files",
        )
    steps = [(one.key, one.goal.id) if one.goal else (one.key,) for one in said]
    lines = {entry.at(*step).line for step in steps}
    known = {(one.code, one.message) for one in before.loaded.findings}
    told = [
        one
        for one in judged(after, report, every=True)
        if one.place.path == path
        and one.place.line in lines
        and (one.code, one.message) not in known
    ]
    for error in errors_among(told):
        raise Stop(f"nothing was written: {error.message}", error.help)
    return told


def _write(path: Path, before: bytes, after: bytes, *, new: bool) -> None:
    from milepost.cli.proposing import unchanged
    from milepost.cli.writing import write_or_stop

    if not new:
        unchanged(path, before)
    if not write_or_stop(path, after, replace=not new):
        raise Stop(f"{path} is there already", "run the command again; nothing was written")


def _show(given: Given, made: Written, *, new: bool) -> None:
    """Print the file and the lines that changed in it, and tell what gave way."""
    from difflib import unified_diff

    from milepost.formats.excerpt import seen

    old, now = (one.decode("utf-8", "replace").splitlines() for one in (given.data, made.data))
    print(seen(f"{given.path} (new)" if new else given.path))
    for line in list(unified_diff(old, now, n=0, lineterm=""))[2:]:
        if not line.startswith("@"):
            print(painted(seen(line), {"+": "32", "-": "31"}[line[0]], sys.stdout))
    for one, was in made.replaced:
        whose = f"{one.key} of {one.goal.id}" if one.goal else one.key
        say(seen(f"The {whose} was {was} before."))


def _say_standing(report: Report, said: list[Said]) -> None:
    """Print where each goal of which something was said stands now."""
    from milepost.cli.terminal import print_standing
    from milepost.voice.voice import voice_of

    voice = voice_of(report.journal.settings, Visibility.PRIVATE, plain=True)
    for id_ in dict.fromkeys(one.goal.id for one in said if one.goal):
        if id_ in report.standings:
            print_standing(voice, report.standings[id_], sys.stdout)
