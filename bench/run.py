"""How long milepost takes, beside other generators on the same Markdown, in the same run.

usage: run.py [--full] [--rounds N] [--alone]

Whole commands are timed, each in a process of its own, and saves in a preview; the generators take
turns. Prints ratios, seconds and targets, and writes them to docs/benchmarks.md, unless a generator
is missing. Journals are made by make_journal.py, the same every time.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from signal import SIGTERM, signal

from generators import DAY, MILEPOST, Generator, Peer, install, milepost
from make_journal import make_dangling, make_journal
from report import OURS, Measured, Target, head
from saving import previewed
from timing import Command, Times, run

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"

COLD, SAME = "build from nothing", "build, nothing changed"
ENTRY, GOAL = "build, one entry changed", "build, one target changed"
CHECK_COLD, STATUS_COLD = "check from nothing", "status from nothing"
CHECK, STATUS = "check, nothing changed", "status, nothing changed"
HELP, VERSION = "--help", "--version"
SAVE, TITLE = "preview, a save to its page", "preview, a new title to the index"


@dataclass(frozen=True)
class Journal:
    """A made journal, how often everything is measured on it, and what is wanted."""

    entries: int
    goals: int
    links: int
    rounds: int
    saves: int
    targets: Sequence[Target] = ()
    megabytes: float = 0.0


SLOW = 1.0
"""Seconds: a preview that takes longer for a save is asked for `FEW` saves only."""
FEW = 5

SMALL = Journal(
    *(520, 60, 0, 5, 20),
    targets=(
        *(Target(COLD, 1.0, peer) for peer in ("Eleventy", "Pelican", "MkDocs")),
        *(Target(SAME, 1 / 7, "Hugo"), Target(ENTRY, 1 / 2, "Hugo"), Target(GOAL, 0.4)),
        *(Target(SAVE, 0.04), Target(SAVE, 0.08, of="worst")),
        *(Target(CHECK, 0.12), Target(STATUS, 0.12), Target(HELP, 0.05), Target(VERSION, 0.05)),
    ),
    megabytes=90,
)
LARGE = Journal(
    *(10_000, 500, 0, 3, 20),
    targets=(
        *(Target(COLD, 1.0, "Eleventy"), Target(COLD, 2.0, "Hugo", of="processor")),
        *(Target(SAME, 1 / 40, "Hugo"), Target(ENTRY, 1 / 10, "Hugo"), Target(GOAL, 1.0)),
        *(Target(SAVE, 0.1), Target(TITLE, 0.4)),
        *(Target(CHECK, 0.3), Target(STATUS, 0.3)),
    ),
    megabytes=400,
)
JOURNALS = (SMALL, Journal(520, 60, links=3, rounds=3, saves=5))
FULL = (*JOURNALS, LARGE, Journal(10_000, 500, links=3, rounds=1, saves=5))
NOTES, DANGLING = 2_000, Target(COLD, 4.0)


def commands(generator: Generator) -> dict[str, Command]:
    """What every generator is asked: a build from nothing, after nothing, after a change."""

    def longer() -> None:
        with generator.entries[-1].open("a", encoding="utf-8") as file:
            file.write("\nOne more line.\n")

    return {
        COLD: Command(generator.build, generator.home, generator.forget),
        SAME: Command(generator.again, generator.home),
        ENTRY: Command(generator.again, generator.home, longer),
    }


def own_commands(ours: Generator) -> dict[str, Command]:
    """What milepost alone is asked."""
    goal = min((ours.home / "content" / "goals").glob("*.md"))

    def further() -> None:
        text = goal.read_text("utf-8")
        more = re.sub(r"(?m)^(measurable: \D*)(\d+)", lambda m: f"{m[1]}{int(m[2]) + 1}", text)
        goal.write_text(more, "utf-8")

    def row(*words: str, before: Callable[[], object] = lambda: None) -> Command:
        return Command((*MILEPOST, *words), ours.home, before)

    def again(*words: str) -> Command:
        asked = row(*words)
        return row(*words, before=lambda: run(asked, Times()))

    return {
        GOAL: Command(ours.again, ours.home, further),
        CHECK_COLD: row("check", *DAY, "--no-cache"),
        CHECK: again("check", *DAY),
        STATUS_COLD: row("status", *DAY, "--no-cache"),
        STATUS: again("status", *DAY),
        HELP: row("--help"),
        VERSION: row("--version"),
    }


def measure(journal: Journal, peers: Sequence[Peer], folder: Path) -> Measured:
    """Everything on one journal, in a folder that is empty yet."""
    make_journal(folder / "journal", journal.goals, journal.entries, journal.links)
    ours = milepost(folder / "journal", folder / OURS)
    others = [peer.beside(folder / "journal", folder / peer.name) for peer in peers]
    links = f"{journal.links} links an entry" if journal.links else "no links between notes"
    title = f"{journal.entries:,} entries and {journal.goals} goals, {links}"
    measured = Measured(title, journal.rounds, journal.targets, journal.megabytes)
    asked = {generator.name: commands(generator) for generator in (ours, *others)}
    alone = own_commands(ours)
    for _ in range(journal.rounds):
        for row in (COLD, SAME, ENTRY):
            for name, rows in asked.items():
                run(rows[row], measured.times(row, name))
        for row, command in alone.items():
            run(command, measured.times(row, OURS))
    measured.pages = {generator.name: generator.pages() for generator in (ours, *others)}
    save(journal.saves, [one for one in (ours, *others) if one.preview], measured)
    return measured


def save(count: int, generators: Sequence[Generator], measured: Measured) -> None:
    """The previews of all generators at once, each saved to in its turn."""
    with ExitStack() as stack:
        previews = [stack.enter_context(previewed(generator)) for generator in generators]
        slow: set[str] = set()
        for number in range(count):
            for preview in previews:
                name = preview.generator.name
                if number < FEW or name not in slow:
                    took = preview.save_words(f"words{number}saved")
                    measured.times(SAVE, name).clock.append(took)
                    named = preview.save_title(f"title{number}saved")
                    measured.times(TITLE, name).clock.append(named)
                    slow |= {name} if max(took, named) > SLOW else set()
    for preview in previews:
        measured.times(SAVE, preview.generator.name).megabytes = preview.megabytes


def measure_dangling(rounds: int, folder: Path) -> Measured:
    """Notes whose links lead nowhere, each with a finding that may know what was meant."""
    make_dangling(folder / "journal", NOTES)
    ours = milepost(folder / "journal", folder / OURS)
    title = f"{NOTES:,} notes with six links each that lead nowhere"
    measured = Measured(title, rounds, (DANGLING,))
    for _ in range(rounds):
        run(commands(ours)[COLD], measured.times(COLD, OURS))
    measured.pages = {OURS: ours.pages()}
    return measured


def share_of_checking(measured: Measured) -> str:
    """What is checked beyond what is measured, as a part of a build."""
    checked, measuring, built = (
        min(measured.times(row, OURS).processor) for row in (CHECK_COLD, STATUS_COLD, COLD)
    )
    share = (checked - measuring) / built
    return f"Checking is {share:.0%} of a build from nothing, by processor (aim: under 25 %)."


def arithmetic() -> str:
    """Measuring alone: 500 goals with ten years of readings."""
    script = Path(__file__).with_name("measure_speed.py")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    figure = json.loads(done.stdout)
    return (
        f"Measuring {figure['goals']} goals with {figure['readings']:,} readings: "
        f"{figure['seconds']:.2f} s of the processor (aim: under {figure['target']:.0f} s)."
    )


def figures(journals: Sequence[Journal], peers: Sequence[Peer], rounds: int) -> Iterator[str]:
    """The parts of the page with figures, each as soon as it is measured."""
    for journal in journals:
        asked = replace(journal, rounds=rounds or journal.rounds)
        with tempfile.TemporaryDirectory() as folder:
            measured = measure(asked, peers, Path(folder))
        yield from measured.markdown()
        yield share_of_checking(measured)
    with tempfile.TemporaryDirectory() as folder:
        yield from measure_dangling(rounds or 3, Path(folder)).markdown()
    yield "## The arithmetic"
    yield arithmetic()


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--full", action="store_true", help="10,000 entries, too")
    arguments.add_argument("--rounds", type=int, default=0, help="how often all take their turn")
    arguments.add_argument("--alone", action="store_true", help="without the other generators")
    given = arguments.parse_args()
    signal(SIGTERM, lambda *_: sys.exit("The bench was ended."))  # and its previews with it
    # All keep their compiled modules, as those that an index installs have them from the start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    load = os.getloadavg()[0]
    peers, missing = ([], []) if given.alone else install()
    ours = subprocess.run([*MILEPOST, "--version"], capture_output=True, text=True, check=True)
    versions = [ours.stdout.strip(), *(f"{peer.name} {peer.release}" for peer in peers)]
    journals = FULL if given.full else JOURNALS
    page = []
    for part in chain(head(versions, missing, load), figures(journals, peers, given.rounds)):
        print(part, end="\n\n", flush=True)
        page.append(part)
    if given.alone or missing:
        print(f"Not written to {PAGE.name}, since it is not beside all the others.")
    else:
        PAGE.write_text("\n\n".join(page) + "\n", "utf-8")


if __name__ == "__main__":
    main()
