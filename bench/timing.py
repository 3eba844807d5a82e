"""In: a command. Out: how long it took on the clock and on the processor, and its memory.

Import little here: on Linux a child's peak of memory is never below its parent's at its birth.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

Words = Sequence[str | Path]


@dataclass(frozen=True)
class Command:
    """What is run, in which folder, and what is done before each run, which is not timed."""

    words: Words
    folder: Path
    before: Callable[[], object] = lambda: None


@dataclass
class Times:
    """The runs of one command: seconds on the clock and of the processor, megabytes at the peak.

    The processor's seconds are those of all its processes together, the megabytes of the largest.
    """

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    def figures(self, of: str) -> list[float]:
        """The seconds of the `processor`, or on the clock."""
        return self.processor if of == "processor" else self.clock

    def shown(self) -> str:
        """The middle run on the clock, and of the processor where that is known."""
        clock = digits(statistics.median(self.clock))
        return f"{clock} ({digits(statistics.median(self.processor))})" if self.processor else clock


@dataclass(frozen=True)
class Spread:
    """The middle, the least and the most of some figures."""

    middle: float
    least: float
    most: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> Spread:
        """The spread of these figures, of which there is at least one."""
        return cls(statistics.median(figures), min(figures), max(figures))

    @classmethod
    def of_ratios(cls, ours: Sequence[float], theirs: Sequence[float]) -> Spread:
        """Of ours to theirs in each round that both took part in: a slow minute falls on both."""
        return cls.of([one / other for one, other in zip(ours, theirs, strict=False)])


def digits(figure: float) -> str:
    """Two digits that count, at least to the thousandth: `0.012`, `0.31`, `4.2`, `171`."""
    places = 3 if figure < 0.1 else 2 if figure < 1 else 1 if figure < 100 else 0
    return f"{figure:.{places}f}"


def run(command: Command, times: Times) -> None:
    """Run it once and note its times; one that fails ends the bench with what it said."""
    command.before()
    words = [str(word) for word in command.words]
    with tempfile.TemporaryFile() as said:
        begun = perf_counter()
        process = subprocess.Popen(words, cwd=command.folder, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        taken = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(words)} failed:\n{said.read().decode()[-2000:]}")
    times.clock.append(taken)
    times.processor.append(usage.ru_utime + usage.ru_stime)
    times.megabytes = max(times.megabytes, megabytes(usage.ru_maxrss))


def megabytes(peak: int) -> float:
    """What the system calls a peak of memory: kilobytes, on macOS bytes."""
    return peak / (1e6 if sys.platform == "darwin" else 1e3)
