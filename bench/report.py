"""In: what was measured on each journal. Out: the page docs/benchmarks.md, ratios first."""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from timing import Spread, Times, digits

OURS = "milepost"
PEAK, PREVIEW_PEAK = "peak of memory, MB", "peak of the preview's memory, MB"
QUIET = 0.3  # programs that wait for the processor
SAID = {"clock": "", "processor": ", by processor", "worst": ", the worst"}


@dataclass(frozen=True)
class Target:
    """The most that a row may be: seconds, or so many times a peer's.

    `of` says which figure counts: the middle run on the `clock` or of the `processor`, the `worst`.
    """

    row: str
    most: float
    peer: str = ""
    of: str = "clock"


@dataclass
class Measured:
    """What was measured on one journal: each row by generator, milepost first."""

    title: str
    rounds: int
    targets: Sequence[Target] = ()
    megabytes: float = 0.0
    """The most that milepost's peak of memory may be; 0 where nothing is said."""
    rows: dict[str, dict[str, Times]] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)

    def times(self, row: str, name: str) -> Times:
        """The times of a row, to be added to."""
        return self.rows.setdefault(row, {}).setdefault(name, Times())

    def markdown(self) -> Iterator[str]:
        """A section: ratios, seconds, targets."""
        peers = [name for name in self.pages if name != OURS]
        yield f"## {self.title}"
        if peers:
            times = "round" if self.rounds == 1 else "rounds"
            yield (
                f"How many times as long as the others milepost takes: the middle of {self.rounds} "
                f"{times} (the least and the most). Below 1, milepost is quicker."
            )
            yield table(["", *peers], self._ratios(peers))
        yield "Seconds on the clock, the middle run (of the processor):"
        yield table(["", *self.pages], self._seconds())
        if self.targets:
            yield table(["target", "at most", "measured", ""], self._against_targets())

    def _ratios(self, peers: Sequence[str]) -> Iterator[list[str]]:
        none = Times()
        for row, taken in self.rows.items():
            if len(taken) == 1:
                continue
            ours, others = taken[OURS], [taken.get(name, none) for name in peers]
            yield [row, *(ratio(ours.clock, other.clock) for other in others)]
            if ours.processor:
                words = row + SAID["processor"]
                yield [words, *(ratio(ours.processor, other.processor) for other in others)]

    def _seconds(self) -> Iterator[list[str]]:
        for row, taken in self.rows.items():
            yield [row, *(taken[name].shown() if name in taken else "" for name in self.pages)]
        for words, rows in ((PEAK, self._commands()), (PREVIEW_PEAK, self._previews())):
            if rows:
                peaks = (self._peak(name, rows) for name in self.pages)
                yield [words, *(f"{peak:.0f}" if peak else "" for peak in peaks)]
        yield ["pages", *(str(count) for count in self.pages.values())]

    def _commands(self) -> list[dict[str, Times]]:
        return [taken for taken in self.rows.values() if taken[OURS].processor]

    def _previews(self) -> list[dict[str, Times]]:
        return [taken for taken in self.rows.values() if not taken[OURS].processor]

    def _peak(self, name: str, rows: Sequence[dict[str, Times]]) -> float:
        return max((taken[name].megabytes for taken in rows if name in taken), default=0.0)

    def _against_targets(self) -> Iterator[list[str]]:
        for target in self.targets:
            taken = self.rows[target.row]
            if target.peer and target.peer not in taken:
                continue
            ours = taken[OURS].figures(target.of)
            if target.peer:
                figure = Spread.of_ratios(ours, taken[target.peer].figures(target.of)).middle
            else:
                figure = max(ours) if target.of == "worst" else statistics.median(ours)
            unit = f"× {target.peer}" if target.peer else "s"
            yield judged(target.row + SAID[target.of], target.most, figure, unit)
        if self.megabytes:
            yield judged("peak of memory", self.megabytes, self._peak(OURS, self._commands()), "MB")


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """Such as `0.41 (0.38–0.45)`; nothing where there is nothing to compare with."""
    if not theirs:
        return ""
    spread = Spread.of_ratios(ours, theirs)
    return f"{digits(spread.middle)} ({digits(spread.least)}–{digits(spread.most)})"


def judged(words: str, most: float, figure: float, unit: str) -> list[str]:
    """A row that says whether a figure is within a target, and else how far beyond."""
    verdict = "met" if figure <= most else f"missed: {digits(figure / most)} times that"
    return [words, f"{digits(most)} {unit}", f"{digits(figure)} {unit}", verdict]


def table(head: Sequence[str], rows: Iterator[list[str]]) -> str:
    """A table in Markdown, in columns that can be read as they stand."""
    cells = [list(head), *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (w + 2) for w in widths) + "|", *lines[1:]])


def machine() -> str:
    """The processor, its cores in use, the memory, and what runs on them."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    about = Path("/proc/cpuinfo")
    names = [
        line.partition(": ")[2]
        for line in (about.read_text() if about.exists() else "").splitlines()
        if line.startswith("model name")
    ]
    processor = names[0] if names else platform.processor() or platform.machine()
    node = ""
    if program := shutil.which("node"):
        said = subprocess.run([program, "--version"], capture_output=True, text=True)
        node = f", Node {said.stdout.strip().lstrip('v')}"
    return (
        f"{processor}, {cores} cores, {memory:.0f} GiB; {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}{node}"
    )


def head(versions: Sequence[str], missing: Sequence[str], load: float) -> Iterator[str]:
    """What a reader must know before the figures."""
    yield "# Benchmarks"
    yield (
        "Written by `make bench`. What is measured, and how, stands in "
        "[the bench](../bench/README.md)."
    )
    quiet = f"the load before it began was {load:.1f}"
    if load > QUIET:
        quiet += ": **the machine was not quiet**, so believe none of this before another run"
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    told = (f"measured on {day}, on {machine()}", ", ".join(versions), quiet, *missing)
    yield "\n".join(f"- {line}" for line in told)
