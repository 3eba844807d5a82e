"""`milepost doctor`: what others would see of a journal, and of the repository in which it lies.

In: parsed arguments. Out: one line for each thing that was looked at, with what to do next.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from milepost.cli.arguments import add_journal
from milepost.cli.shared import FAULTY, OK, colourful

ABOUT = "Say what others would see: on the site, and in the repository of the journal."
EXAMPLES = """\
  milepost doctor               before the journal, or its site, is shown to anybody
  milepost doctor ~/notes
"""


def declare(parser: ArgumentParser) -> None:
    """The journal; the day does not matter."""
    add_journal(parser)
    parser.set_defaults(today=None)


def run(args: Namespace) -> int:
    """Print a line for each thing; 1 when one of them asks to be mended."""
    from milepost.cli.diagnosis import Weight, diagnosis
    from milepost.cli.opening import open_or_stop

    opened, _ = open_or_stop(args)
    lines = diagnosis(opened)
    colours = {Weight.FINE: "32", Weight.KNOW: "36", Weight.MEND: "31"}
    for line in lines:
        weight = line.weight.value
        if colourful(sys.stdout):
            weight = f"\033[{colours[line.weight]}m{weight}\033[0m"
        print(f"{weight}  {line.found}\n      {line.next}")
    return FAULTY if any(line.weight is Weight.MEND for line in lines) else OK
