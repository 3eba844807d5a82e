"""`milepost backtest`: how far the forecasts could be trusted, on the person's own past weeks.

In: parsed arguments. Out: rows on standard output.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from milepost.cli.arguments import add_journal, add_today
from milepost.cli.shared import OK

ABOUT = "Replay your own past weeks and compare the forecasts with what then happened."
EXAMPLES = """\
  milepost backtest         how far the forecasts could be trusted, on your own past weeks
"""


def declare(parser: ArgumentParser) -> None:
    """The journal and the day."""
    add_journal(parser)
    add_today(parser)


def run(args: Namespace) -> int:
    """Print coverage and Brier score by measure, and how one's own confidence did."""
    from milepost.cli.opening import open_or_stop
    from milepost.progress.backtest import backtest
    from milepost.progress.measure import measure
    from milepost.voice.backtests import table
    from milepost.voice.voice import voice_of

    opened, day = open_or_stop(args)
    voice = voice_of(opened.journal.settings, plain=True)
    own = measure(opened.journal, day).calibration
    for line in table(voice, backtest(opened.journal, day), own):
        print(line)
    return OK
