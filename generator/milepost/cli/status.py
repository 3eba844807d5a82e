"""`milepost status`: the dashboard in the terminal.

In: parsed arguments. Out: rows for people, or the same data as the site's goals.json.
"""

from __future__ import annotations

import io
import json
import sys
from argparse import ArgumentParser, Namespace

from milepost.cli.answering import Answer, add_memory, answered
from milepost.cli.arguments import add_audience, add_journal_and_goals, add_today
from milepost.cli.shared import OK

ABOUT = "Show in the terminal where each goal stands."
EXAMPLES = """\
  milepost status                 what is alive, the urgent first
  milepost status read-12-books   one goal, alive or not
  milepost status --all           closed and waiting goals too
  milepost status --format json   the same data as goals.json on the site
"""


def declare(parser: ArgumentParser) -> None:
    """The journal, the day, for whom, how much and in which format."""
    add_journal_and_goals(parser)
    add_today(parser)
    add_audience(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--all", action="store_true", help="closed and waiting goals too")
    add_memory(parser)


def run(args: Namespace) -> int:
    """Print where each goal stands."""
    return answered(args, lambda: (_answer(args),) * 2)


class _Copy(io.StringIO):
    """What standard output would show, kept."""

    def isatty(self) -> bool:
        """As standard output is, so that the same colours are chosen."""
        return sys.stdout.isatty()


def _answer(args: Namespace) -> Answer:
    from milepost.checks.lights import lights
    from milepost.cli.chosen import chosen
    from milepost.cli.opening import memory_of, open_or_stop
    from milepost.cli.terminal import status_table
    from milepost.journal.words import Visibility
    from milepost.pipeline import judged, report_on
    from milepost.site.data import goals_data
    from milepost.voice.voice import voice_of

    memory = memory_of(args)
    opened, day = open_or_stop(args, memory=memory)
    if memory:
        memory.save()
    report = report_on(opened, day, args.audience)
    goals = chosen(args.goals, (standing.goal for standing in report.standings.values()))
    ids = {goal.id for goal in goals}
    voice = voice_of(opened.journal.settings, args.audience, plain=True)
    if args.format == "json":
        told = judged(opened, report) if args.audience is Visibility.PRIVATE else None
        data = goals_data(report, lights(report, told), voice)
        data = [one for one in data if one["id"] in ids] if ids else data
        text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    else:
        copy = _Copy()
        status_table(voice, report, copy, everything=args.all, alone=ids)
        text = copy.getvalue()
    return Answer(text, "", OK, day.isoformat(), opened.journal.settings.timezone)
