"""What people see in a terminal: progress on long work, and the dashboard in rows.

In: a report, or the steps of a build. Out: text on the given stream; nothing in a pipe unless it
was asked for.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from milepost.cli.shared import colourful
from milepost.progress.report import Report
from milepost.progress.values import Standing, Status
from milepost.voice import rows
from milepost.voice.actions import overdue_line
from milepost.voice.lights import counted_from
from milepost.voice.measures import minimum_sentence
from milepost.voice.reasons import reason
from milepost.voice.rhythms import clear_sentence
from milepost.voice.statuses import URGENCY, sign, word
from milepost.voice.voice import Voice
from milepost.voice.way_back import way_back_sentence

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_PATIENCE = 1.0
"""Seconds of work before a progress bar appears."""

_WIDE = 10_000
"""Signs of a line in a pipe, where nothing is broken in two."""
_STYLES = {
    Status.ACHIEVED: "green",
    Status.AHEAD: "green",
    Status.ON_TRACK: "cyan",
    Status.AT_RISK: "yellow",
    Status.OFF_TRACK: "red",
    Status.OVERDUE: "red",
    Status.MISSED: "red",
}
"""The colour of a status; the others are dim."""


def console(stream: TextIO, width: int | None = None) -> Console:
    """A console that writes to a stream, in colour where that is wanted."""
    from rich.console import Console

    plain = not colourful(stream)
    return Console(file=stream, no_color=plain, highlight=False, soft_wrap=False, width=width)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Tell the steps of long work on standard error, once it lasts over a second."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=console(sys.stderr), transient=True)
    task = bar.add_task("", total=None)
    timer = threading.Timer(_PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda words: bar.update(task, description=words)
    finally:
        timer.cancel()
        bar.stop()


def status_table(
    voice: Voice, report: Report, stream: TextIO, *, everything: bool, alone: Collection[str] = ()
) -> None:
    """The dashboard in rows: sign and status, goal, bar with the pace in it, and the reason.

    Of the goals `alone`, where some are named, also the minimum, the way back and the file of each.
    """
    from rich.table import Table

    out = console(stream, None if stream.isatty() else 100)
    chosen = [
        s
        for s in report.standings.values()
        if (s.goal.id in alone if alone else everything or s.status.living)
    ]
    name = _escaped(report.journal.settings.title)
    out.print(f"[bold]{name}[/bold]  {report.day.isoformat()}")
    if not report.standings:
        out.print(_escaped(rows.no_goals(voice)))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False, expand=False)
    table.add_column(no_wrap=True)
    table.add_column(ratio=2, overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column(ratio=3, overflow="fold")
    for standing in sorted(chosen, key=lambda s: (URGENCY.index(s.status), s.goal.id)):
        style = _STYLES.get(standing.status, "dim")
        state = f"[{style}]{sign(standing.status)} {word(voice, standing.status)}[/{style}]"
        back = way_back_sentence(voice, standing) if alone else ""
        least = minimum_sentence(voice, standing) if alone else ""
        clear = clear_sentence(voice, standing) if alone else ""
        said = (reason(voice, standing), counted_from(voice, standing), clear, least, back)
        why = _escaped(" ".join(filter(None, said)))
        table.add_row(state, _escaped(standing.goal.title), _bar(voice, standing, style), why)
    out.print(table)
    if alone:
        for standing in chosen:
            out.print(f"[dim]{_escaped(standing.goal.path)}[/dim]")
        return
    if overdue := overdue_line(voice, report.actions):
        out.print(_escaped(overdue))
    rest = len(report.standings) - len(chosen)
    if rest:
        out.print(f"[dim]{_escaped(rows.more(voice, rest))}[/dim]")


def print_standing(voice: Voice, standing: Standing, stream: TextIO) -> None:
    """One goal in a line: sign and status, title, and the reason."""
    style = _STYLES.get(standing.status, "dim")
    state = f"[{style}]{sign(standing.status)} {word(voice, standing.status)}[/{style}]"
    why = _escaped(reason(voice, standing))
    out = console(stream, None if stream.isatty() else _WIDE)
    out.print(f"{state}  {_escaped(standing.goal.title)}\n{why}")


def _bar(voice: Voice, standing: Standing, style: str, width: int = 16) -> Text:
    """A bar of the progress so far, with a stroke where it should be today."""
    from rich.text import Text

    share = f" {voice.percent(standing.progress):>6}"
    if standing.progress is None:
        return Text("·" * width + share, style="dim")
    filled = round(min(max(standing.progress, 0.0), 1.0) * width)
    cells = ["█"] * filled + ["░"] * (width - filled)
    if standing.expected_progress is not None:
        expected = min(max(standing.expected_progress, 0.0), 1.0)
        cells[min(int(expected * width), width - 1)] = "┃"
    text = Text("".join(cells), style=style)
    text.append(share, style="bold")
    return text


def _escaped(text: str) -> str:
    from rich.markup import escape

    from milepost.formats.excerpt import seen

    return escape(seen(text))
