"""`milepost status`: the dashboard in the terminal.

In: parsed arguments. Out: rows for people, or the same data as the site's goals.json.
"""

from __future__ import annotations

import argparse
import json
import sys

from milepost.checks.lights import lights
from milepost.cli.opening import open_or_stop
from milepost.cli.shared import OK
from milepost.cli.terminal import status_table
from milepost.journal.words import Visibility
from milepost.pipeline import judged, report_on
from milepost.site.data import goals_data


def run(args: argparse.Namespace) -> int:
    """Print where each goal stands."""
    opened, day = open_or_stop(args)
    report = report_on(opened, day, args.audience)
    if args.format == "json":
        told = judged(opened, report) if args.audience is Visibility.PRIVATE else None
        print(json.dumps(goals_data(report, lights(report, told)), indent=2, ensure_ascii=False))
    else:
        status_table(report, sys.stdout, everything=args.all)
    return OK
