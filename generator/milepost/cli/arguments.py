"""What the command line accepts, with examples for every command.

In: nothing. Out: an argument parser; `--help` of each command is its page in short.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from milepost import __version__
from milepost.journal.dates import parse_date
from milepost.journal.numbers import Misread
from milepost.journal.words import Visibility

_JOURNAL = (
    "the journal's folder; else the nearest one upwards with a milepost.yaml, else this folder"
)
_EXAMPLES = {
    "": """\
  milepost new my-journal          start a journal
  milepost serve                   see it in the browser while you write
  milepost new week                this week's entry, pre-filled
  milepost check                   what is not clear yet, and what to write
  milepost build                   the site, into _site/
""",
    "new": """\
  milepost new my-journal                       a journal in a new folder
  milepost new goal "Run 10 km under an hour"   a goal, every line explained
  milepost new week --edit                      this week's entry, in your editor
  milepost new ./week                           a journal in a folder called “week”
""",
    "check": """\
  milepost check                    this journal
  milepost check --format github    annotations in a workflow
  milepost check --format sarif > milepost.sarif
  milepost explain S101             what a code means
""",
    "build": """\
  milepost build                              everything, for you alone, into _site/
  milepost build --for public --url https://ana.example/journal/
  milepost build --today 2026-06-30           as it stood on that day
  milepost build ~/notes --out /tmp/notes     a folder of dated notes
""",
    "serve": """\
  milepost serve                 at http://127.0.0.1:8000/
  milepost serve --open          and open the browser
  milepost serve --for public    what everyone will see
""",
    "status": """\
  milepost status                 what is alive, the urgent first
  milepost status --all           closed and waiting goals too
  milepost status --format json   the same data as goals.json on the site
""",
    "explain": """\
  milepost explain          all rules, a line each
  milepost explain S101     one rule: why, and examples of both sides
  milepost explain unknown-id
""",
    "backtest": """\
  milepost backtest         how far the forecasts could be trusted, on your own past weeks
""",
}
_ABOUT = {
    "new": "Start a journal, a goal, or this week's entry. Nothing is ever overwritten.",
    "check": "Say everything that is wrong or not clear, each with its place and what to write.",
    "build": "Make the site. A failure leaves the old site as it was.",
    "serve": "Show the site in the browser, following what you save. Nothing is written.",
    "status": "Show in the terminal where each goal stands.",
    "explain": "Explain a rule by its code or name.",
    "backtest": "Replay your own past weeks and compare the forecasts with what then happened.",
}


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` says which one was given."""
    top = argparse.ArgumentParser(
        prog="milepost",
        description="Goals and weeks in Markdown, checked, measured, and shown as a website.",
        epilog="examples:\n" + _EXAMPLES[""],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"milepost {__version__}")
    subs = top.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    made = {name: _command(subs, name) for name in _ABOUT}
    for name, sub in made.items():
        if name == "new":
            sub.add_argument("what", metavar="NAME|goal|week", help="a folder, `goal` or `week`")
            sub.add_argument("title", nargs="?", default="", help="the title of the goal or site")
            sub.add_argument("--edit", action="store_true", help="open the file in $EDITOR")
            sub.add_argument("--journal", type=Path, metavar="FOLDER", help=_JOURNAL)
        elif name == "explain":
            sub.add_argument("code", nargs="*", metavar="CODE", help="as S101, or a rule's name")
            continue
        else:
            sub.add_argument("journal", nargs="?", type=Path, metavar="FOLDER", help=_JOURNAL)
        sub.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="take this day for today")
    for name in ("build", "serve", "status"):
        made[name].add_argument(
            "--for",
            dest="audience",
            type=_audience,
            default=Visibility.PRIVATE,
            metavar="AUDIENCE",
            help="private (you, the default), shared (supporters) or public",
        )
    check, build, serve, status = (made[name] for name in ("check", "build", "serve", "status"))
    formats = ("text", "json", "github", "sarif")
    check.add_argument("--format", choices=formats, default="text", help="default: text")
    build.add_argument("--out", type=Path, metavar="FOLDER", help="default: _site in the journal")
    build.add_argument("--url", default="", help="the address at which the site will stand")
    serve.add_argument("--port", type=_port, default=8000, help="default: 8000, or a free one")
    serve.add_argument("--open", action="store_true", help="open the browser")
    status.add_argument("--format", choices=("text", "json"), default="text")
    status.add_argument("--all", action="store_true", help="closed and waiting goals too")
    return top


def _command(
    subs: argparse._SubParsersAction[argparse.ArgumentParser], name: str
) -> argparse.ArgumentParser:
    return subs.add_parser(
        name,
        help=_ABOUT[name],
        description=_ABOUT[name],
        epilog="examples:\n" + _EXAMPLES[name],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _port(text: str) -> int:
    if text.isdigit() and int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port: write a number up to 65535")


def _day(text: str) -> date:
    day = parse_date(text)
    if isinstance(day, Misread):
        raise argparse.ArgumentTypeError(f"{day.message}: {day.help}")
    return day


def _audience(text: str) -> Visibility:
    try:
        return Visibility(text.lower())
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not private, shared or public") from None
