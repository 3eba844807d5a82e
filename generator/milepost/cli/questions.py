"""`milepost questions`: a goal by answering questions in plain words.

In: parsed arguments, and answers from standard input, a line each. Out: a goal's file where none
stood, and its path on standard output.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from milepost.cli.arguments import JOURNAL, add_today
from milepost.cli.shared import OK, root_of, say, today

ABOUT = "Ask about a goal in plain words, and write its file. Every question may be skipped."
EXAMPLES = """\
  milepost questions                what, how you will know, by when, what for
  milepost questions < answers.txt  the same from a file, an answer a line
  milepost new goal                 in a terminal the same
"""


def declare(parser: ArgumentParser) -> None:
    """The journal, the day, and whether to open the file."""
    parser.add_argument("--edit", action="store_true", help="open the file in $EDITOR")
    parser.add_argument("--journal", type=Path, metavar="FOLDER", help=JOURNAL)
    add_today(parser)


def run(args: Namespace) -> int:
    """Ask, and write what came of it; nothing where nothing was answered."""
    from milepost.cli.interview import Interview
    from milepost.cli.new import hand_over

    root = root_of(args)
    say("Enter skips a question, and Ctrl-C ends without writing anything.\n")
    interview = Interview(root, today(args), answer, say)
    made = interview.goal()
    if made is None:
        say("Nothing was answered, and nothing was written.")
        return OK
    code = hand_over(root, *made, edit=args.edit)
    for line in interview.left():
        say(line)
    return code


def answer(question: str) -> str | None:
    """What is answered to a question; None when there is nobody to ask any more."""
    sys.stderr.write(f"{question}\n> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        sys.stderr.write(f"{line.rstrip()}\n")
    return line.strip() if line else None
