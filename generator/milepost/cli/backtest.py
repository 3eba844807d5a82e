"""`milepost backtest`: how far the forecasts could be trusted, on the person's own past weeks.

In: parsed arguments. Out: rows on standard output.
"""

from __future__ import annotations

import argparse

from milepost.cli.opening import open_or_stop
from milepost.cli.shared import OK
from milepost.progress.backtest import backtest
from milepost.voice.backtests import table
from milepost.voice.voice import voice_of


def run(args: argparse.Namespace) -> int:
    """Print coverage and Brier score by measure, or that there is too little to tell."""
    opened, day = open_or_stop(args)
    voice = voice_of(opened.journal.settings, plain=True)
    for line in table(voice, backtest(opened.journal, day)):
        print(line)
    return OK
