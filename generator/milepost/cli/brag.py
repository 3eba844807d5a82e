"""`milepost brag`: what was achieved in a stretch of days, to hand on.

In: parsed arguments. Out: Markdown or a page of HTML on standard output or in a file; words on
standard error.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date, timedelta
from pathlib import Path

from milepost.cli.arguments import add_audience, add_journal, add_today
from milepost.cli.shared import MISUSED, OK, READERS, Stop, near, say

ABOUT = "Write down what you achieved, with the evidence: for a talk, a review, an application."
EXAMPLES = """\
  milepost brag                                        the last twelve months, as Markdown
  milepost brag --period 2026-Q2                       a quarter, a month or a year
  milepost brag --from 2026-01-01 --to 2026-06-30      from one day to another
  milepost brag --area career --for shared             of one area, as supporters may see it
  milepost brag --html --output brag.html              one page to print, without other files
"""
_EMPTY = (
    "write a line under `## Wins` in an entry, as in: - What went well; from: what made it so\n"
    "  or ask for other days, as in: milepost brag --period {year}"
)
_ONE = "write the one or the others"


def declare(parser: ArgumentParser) -> None:
    """Of which journal, from when to when, of what, as what, where to and for whom."""
    add_journal(parser)
    parser.add_argument(
        "--from", dest="first", type=_day, metavar="YYYY-MM-DD", help="the first day"
    )
    parser.add_argument("--to", dest="last", type=_day, metavar="YYYY-MM-DD", help="the last day")
    parser.add_argument(
        "--period",
        metavar="PERIOD",
        help="a month, quarter or year instead: 2026-06, 2026-Q2, 2026",
    )
    for name, what in (("goal", "ID"), ("area", "AREA"), ("tag", "TAG")):
        parser.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar=what,
            help=f"only what is of this {name}; more than once",
        )
    parser.add_argument("--html", action="store_true", help="a page of HTML instead of Markdown")
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")
    add_audience(parser)
    add_today(parser)


def run(args: Namespace) -> int:
    """Print or write what was achieved."""
    from milepost.cli.chosen import choice_of
    from milepost.cli.opening import open_or_stop
    from milepost.cli.writing import refuse_sources, write_or_stop
    from milepost.exporting import as_markdown, as_page, paper
    from milepost.pipeline import report_on
    from milepost.progress.achievements import achievements
    from milepost.site.theme import colours
    from milepost.voice.english import plural
    from milepost.voice.voice import voice_of

    opened, day = open_or_stop(args)
    first, last = _stretch(args, day)
    report = report_on(opened, day, args.audience)
    told = achievements(report, first, last, choice_of(args.goal, args.area, args.tag, report))
    if not told.any:
        raise Stop(f"from {first} to {last} there is nothing to tell", _EMPTY.format(year=day.year))
    settings = report.journal.settings
    made = paper(report, voice_of(settings, args.audience, plain=True), told)
    if args.html or (args.output and args.output.suffix.lower() in {".html", ".htm"}):
        text = as_page(made, colours(settings, opened.root / "theme"))
    else:
        text = as_markdown(made)
    if not args.output:
        print(text, end="")
        return OK
    if not _is_earlier(args.output, text):
        refuse_sources(args.output, opened.root, set(opened.folder.files))
        _refuse_others(args.output)
    write_or_stop(args.output, text.encode("utf-8", "replace"), replace=True)
    count = plural(sum(len(part.lines) for part in made.parts), "line")
    say(f"{near(args.output)}: {count}, {READERS[args.audience.value]}")
    return OK


def _stretch(args: Namespace, today: date) -> tuple[date, date]:
    """The first and the last day; a year up to today where nothing is said."""
    if args.period and (args.first or args.last):
        raise Stop("--period says from when to when, and so do --from and --to", _ONE, MISUSED)
    if args.period:
        from milepost.cli.times import span_meant

        try:
            span = span_meant(args.period, today)
        except Stop as stop:
            raise Stop(
                stop.message, f"write: milepost brag --period {today.year}", MISUSED
            ) from None
        return span.start, span.end
    last = args.last or max(today, args.first or today)
    first = args.first or _year_before(last)
    if first > last:
        remedy = f"write: milepost brag --from {last} --to {first}"
        raise Stop(f"{first} is after {last}, and nothing lies between", remedy, MISUSED)
    return first, last


def _year_before(day: date) -> date:
    """The first day of the twelve months that end with a day."""
    past = day + timedelta(days=1)
    leap = (past.month, past.day) == (2, 29)
    return past.replace(year=past.year - 1, day=28 if leap else past.day)


def _day(text: str) -> date:
    from milepost.journal.dates import parse_date
    from milepost.journal.numbers import Misread

    day = parse_date(text)
    if isinstance(day, Misread):
        raise ArgumentTypeError(f"{day.message}: {day.help}")
    return day


_HEAD = re.compile(r"^(?:# (.*)\n\n\*.*\*|<h1>(.*)</h1>\n<p class=\"stretch\">.*)$", re.MULTILINE)
"""The title of such a document, and below it from when to when it goes."""


def _is_earlier(output: Path, text: str) -> bool:
    """Whether a file is an earlier document of this kind and title, which may be replaced."""
    if not output.is_file():
        return False
    there = _HEAD.search(output.read_text(encoding="utf-8", errors="replace"))
    ours = _HEAD.search(text)
    return bool(there and ours and there.groups() == ours.groups())


def _refuse_others(output: Path) -> None:
    """Write over nothing else: somebody's words may stand there."""
    if output.exists():
        raise Stop(
            f"{near(output)} is there already, and is no such document",
            "choose another name, or move it away",
            MISUSED,
        )
