"""`milepost check`: everything that is wrong or not clear, all at once.

In: parsed arguments. Out: findings on standard output, in the format that was asked for.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from milepost.cli.answering import Answer, add_memory, answered
from milepost.cli.arguments import add_audience, add_journal_and_goals, add_today
from milepost.cli.shared import FAULTY, MISUSED, OK, Stop, colourful

ABOUT = "Say everything that is wrong or not clear, each with its place and what to write."
_AT_ONCE = 3
"""So many findings are told in a terminal unless all are asked for."""
EXAMPLES = """\
  milepost check                    this journal
  milepost check read-12-books      one goal of it
  milepost check --all              every finding, where a terminal shows the first three
  milepost check --for public       how often each rule speaks; no name, no word of yours
  milepost check --format github    the same as annotations in a workflow, whose log others may read
  milepost check --format github --for private
                                    all of it, on the lines: in a private repository only
  milepost check --format sarif > milepost.sarif
  milepost check --files            what each file is taken for, and which are passed over
  milepost explain S101             what a code means
"""


def declare(parser: ArgumentParser) -> None:
    """The journal, the day, for whose eyes and in which format; `audience` may be None."""
    add_journal_and_goals(parser)
    add_today(parser)
    add_audience(
        parser,
        default=None,
        about="private (you, the default), shared (supporters) or public (the default of github)",
    )
    formats = ("text", "json", "github", "sarif")
    parser.add_argument("--format", choices=formats, default="text", help="default: text")
    parser.add_argument("--all", action="store_true", help="tell every finding")
    parser.add_argument(
        "--files", action="store_true", help="list every file and what it is, or why it is none"
    )
    add_memory(parser)


def run(args: Namespace) -> int:
    """Print the findings; 1 when one of them is an error."""
    return answered(args, lambda: (_answer(args),) * 2)


def _answer(args: Namespace) -> Answer:
    from milepost.cli.chosen import chosen, only
    from milepost.cli.opening import from_here, memory_of, open_or_stop
    from milepost.cli.terminal import progress
    from milepost.cli.understood import every_file, understood
    from milepost.findings import errors_among
    from milepost.formats import (
        as_github,
        as_github_for_others,
        as_json,
        as_sarif,
        as_text,
        by_rule,
        summary,
    )
    from milepost.journal.words import Visibility
    from milepost.pipeline import findings_of

    with progress() as step:
        memory = memory_of(args)
        opened, day = open_or_stop(args, step, memory)
        goals = chosen(args.goals, opened.journal.goals)
        every = args.all or bool(goals)
        findings = () if args.files else findings_of(opened, day, step, every=every)
        if goals:
            findings = only(findings, goals)
        if memory:
            memory.save()
    if args.files:
        asked = {goal.path for goal in goals}
        text = "".join(f"{line}\n" for line in every_file(opened, day, asked))
        timezone = opened.journal.settings.timezone
        return Answer(text, "", OK, day.isoformat(), timezone, start=understood(opened))
    sources = opened.loaded.sources
    # The log of a workflow is read by whoever sees the repository.
    unsaid = Visibility.PUBLIC if args.format == "github" else Visibility.PRIVATE
    if (args.audience or unsaid) is not Visibility.PRIVATE:
        if args.format == "github":
            text = as_github_for_others(findings)
        elif args.format == "text":
            text = "\n".join([*(words for _, words in by_rule(findings)), summary(findings, None)])
        else:
            raise Stop(
                f"--format {args.format} names files and quotes their lines",
                "leave out --for, or write --format github or text",
                MISUSED,
            )
    elif args.format == "json":
        text = as_json(findings)
    elif args.format == "sarif":
        text = as_sarif(findings, sources, from_here(opened.root))
    elif args.format == "github":
        text = as_github(findings, opened.journal, from_here(opened.root))
    else:
        # In a terminal one thing at a time; a pipe, a log and an editor get them all.
        few = sys.stdout.isatty() and not every
        text = as_text(
            findings,
            sources,
            opened.journal,
            colour=colourful(sys.stdout),
            whole=args.all,
            most=_AT_ONCE if few else 0,
            goals=len(goals),
        )
    start = understood(opened) if args.format == "text" and not args.audience else ""
    code = FAULTY if errors_among(findings) else OK
    timezone = opened.journal.settings.timezone
    return Answer(f"{text}\n", "", code, day.isoformat(), timezone, start=start)
