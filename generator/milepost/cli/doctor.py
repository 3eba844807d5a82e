"""`milepost doctor`: what others would see of a journal, and of the repository in which it lies.

In: parsed arguments. Out: one line for each thing that was looked at, with what to do next.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from milepost.cli.arguments import add_journal

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
    from milepost.cli.diagnosis import diagnosis
    from milepost.cli.lines import told
    from milepost.cli.opening import open_or_stop

    return told(diagnosis(*open_or_stop(args)))
