"""How long milepost takes, beside other generators on the same Markdown, in the same run.

usage: run.py [--full] [--runs N] [--alone]

Whole commands are timed, each in a process of its own, the commands taking turns. Printed are the
least and the middle of the runs, the least time of the processor, the most memory, and how the
processor's time compares with that of a whole build, which another busy program disturbs least.
Journals are made by make_journal.py, the same every time.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent))

from make_journal import LAST, make_journal

from milepost.building import build
from milepost.journal.words import Visibility
from milepost.pipeline import findings_of, open_journal
from milepost.publish.output import publish
from milepost.shipped import folder

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / ".tools" / "bench"
PINNED = ("mkdocs==1.6.1", "pelican==4.12.0", "markdown>=3.6")
SIZES = ((12, 52), (60, 520))
FULL = (*SIZES, (120, 1040))
TODAY = LAST.isoformat()


@dataclass
class Times:
    """The seconds of one command's runs, on the clock and of the processor, and its memory."""

    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    @property
    def least(self) -> float:
        """The shortest run."""
        return min(self.seconds)

    def shown(self) -> str:
        """Least, middle, processor and memory, as columns."""
        middle, processor = statistics.median(self.seconds), min(self.processor)
        return f"{self.least:8.2f} {middle:8.2f} {processor:8.2f} {self.megabytes:7.0f}"


@dataclass(frozen=True)
class Command:
    """A command with its name, and what to do before each of its runs, which is not timed."""

    name: str
    words: Sequence[str | Path]
    before: Callable[[], object]


def run(command: Command, times: Times) -> None:
    """Run a command once and note its time; a command that fails ends the bench with its words."""
    command.before()
    with tempfile.TemporaryFile() as said:
        begun = perf_counter()
        process = subprocess.Popen([str(word) for word in command.words], stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        times.seconds.append(perf_counter() - begun)
        times.processor.append(usage.ru_utime + usage.ru_stime)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{command.name} failed:\n{said.read().decode()[-2000:]}")
    scale = 1e6 if sys.platform == "darwin" else 1e3
    times.megabytes = max(times.megabytes, usage.ru_maxrss / scale)


def milepost_commands(journal: Path, sites: Path) -> list[Command]:
    """Each command from nothing, with nothing changed, and with one file changed."""
    program: list[str | Path] = [sys.executable, "-m", "milepost"]
    day = ["--today", TODAY]
    cold, warm = sites / "cold", sites / "warm"
    entry = sorted((journal / "content" / "journal").rglob("*.md"))[-1]
    goal = sorted((journal / "content" / "goals").rglob("*.md"))[0]

    def row(name: str, *words: str | Path, change: Callable[[], object] | None = None) -> Command:
        def before() -> None:
            asked = [str(word) for word in (*program, *words)]
            subprocess.run(asked, check=False, capture_output=True)
            if change:
                change()

        return Command(name, [*program, *words], before)

    def longer() -> None:
        entry.write_text(entry.read_text("utf-8") + "\nOne more line.\n", "utf-8")

    def further() -> None:
        lines = goal.read_text("utf-8").split("\n")
        at = next(n for n, line in enumerate(lines) if line.startswith("measurable:"))
        lines[at] = re.sub(r"\d+", lambda number: str(int(number[0]) + 1), lines[at], count=1)
        goal.write_text("\n".join(lines), "utf-8")

    build: tuple[str | Path, ...] = ("build", journal, *day, "--out")
    anew = "--no-cache"

    def cleared() -> None:
        shutil.rmtree(cold, ignore_errors=True)

    return [
        Command("milepost build", [*program, *build, cold, anew], cleared),
        row("build, nothing changed", *build, warm),
        row("build, one entry changed", *build, warm, change=longer),
        row("build, one target changed", *build, warm, change=further),
        Command("milepost check", [*program, "check", journal, *day, anew], lambda: None),
        row("check, nothing changed", "check", journal, *day),
        Command("milepost status", [*program, "status", journal, *day, anew], lambda: None),
        row("status, nothing changed", "status", journal, *day),
        Command("milepost --help", [*program, "--help"], lambda: None),
    ]


def peer_commands(journal: Path, sites: Path) -> list[Command]:
    """Two generators that know nothing of goals, on the same files: pages, and no more."""
    programs = PEERS / "bin"
    notes, out = journal / "content", {name: sites / name for name in ("mkdocs", "pelican")}
    settings = sites / "mkdocs.yml"
    settings.write_text(
        f"site_name: A made journal\ndocs_dir: {notes}\nsite_dir: {out['mkdocs']}\nplugins: []\n"
    )
    conf = sites / "pelicanconf.py"
    conf.write_text(
        "SITENAME = 'A made journal'\nDEFAULT_DATE = (2026, 11, 22)\nTIMEZONE = 'UTC'\n"
        "ARTICLE_URL = ARTICLE_SAVE_AS = '{slug}.html'\nSLUGIFY_SOURCE = 'basename'\n"
    )
    return [
        Command(
            "mkdocs build",
            [programs / "mkdocs", "build", "--quiet", "--config-file", settings],
            lambda: shutil.rmtree(out["mkdocs"], ignore_errors=True),
        ),
        Command(
            "pelican",
            [programs / "pelican", notes, "-o", out["pelican"], "-s", conf, "--fatal", "errors"],
            lambda: shutil.rmtree(out["pelican"], ignore_errors=True),
        ),
    ]


def install_peers() -> str:
    """Install the other generators into .tools/bench; gives what went wrong, or nothing."""
    ready = PEERS / "ready"
    if ready.is_file() and ready.read_text() == " ".join(PINNED):
        return ""
    try:
        venv.create(PEERS, with_pip=True, clear=True)
        pip = [str(PEERS / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, *PINNED], check=True, capture_output=True, text=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", "") or str(error)
        return str(said).strip().splitlines()[-1]
    ready.write_text(" ".join(PINNED))
    return ""


def compare(goals: int, weeks: int, runs: int, *, peers: bool) -> None:
    """Time every command on one made journal and print a table."""
    with tempfile.TemporaryDirectory() as scratch:
        journal, sites = Path(scratch) / "journal", Path(scratch) / "sites"
        sites.mkdir()
        files = make_journal(journal, goals, weeks)
        commands = milepost_commands(journal, sites)
        commands += peer_commands(journal, sites) if peers else []
        taken = {command.name: Times() for command in commands}
        for _ in range(runs):
            for command in commands:
                run(command, taken[command.name])
        print(f"\n{goals} goals, {weeks} weeks, {files} files; {runs} runs")
        print(
            f"  {'':24}{'least s':>8} {'middle':>8} {'cpu s':>8} {'MB':>7} {'pages':>6}  of a build"
        )
        whole = min(taken["milepost build"].processor)
        for name, times in taken.items():
            made = {"milepost build": "cold", "mkdocs build": "mkdocs", "pelican": "pelican"}
            pages = sum(1 for _ in (sites / made[name]).rglob("*.html")) if name in made else 0
            ratio = f"{min(times.processor) / whole:8.2f} x"
            print(f"  {name:24}{times.shown()} {pages or '':>6}{ratio}")


def example(runs: int) -> None:
    """How the time of the example journal is spent: reading, checking, the whole build."""
    day = date.fromisoformat(TODAY)
    opening, checking, whole = Times(), Times(), Times()
    for _ in range(runs + 1):
        with tempfile.TemporaryDirectory() as scratch:
            begun = perf_counter()
            opened = open_journal(folder("content"))
            opening.seconds.append(perf_counter() - begun)
            begun = perf_counter()
            findings_of(opened, day)
            checking.seconds.append(perf_counter() - begun)
            begun = perf_counter()
            site = build(open_journal(folder("content")), day, Visibility.PRIVATE, "")
            publish(site.pages, Path(scratch) / "site")
            whole.seconds.append(perf_counter() - begun)
    share = checking.least / whole.least
    print(f"\nThe example journal, in one process, the least of {runs + 1} runs")
    print(f"  reading {opening.least:.2f} s; measuring and checking {checking.least:.2f} s;")
    print(f"  all of a build {whole.least:.2f} s; checking is {share:.0%} of it (aim: under 25 %)")


def measuring() -> None:
    """The arithmetic alone: 500 goals with ten years of readings."""
    script = Path(__file__).with_name("measure_speed.py")
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False
    )
    figure = json.loads(done.stdout)
    print(
        f"\nMeasuring {figure['goals']} goals with {figure['readings']} readings: "
        f"{figure['seconds']:.2f} s (aim: under {figure['target']:.0f} s)"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--full", action="store_true", help="larger journals, more runs")
    arguments.add_argument("--runs", type=int, default=0, help="runs of each command")
    arguments.add_argument("--alone", action="store_true", help="without the other generators")
    given = arguments.parse_args()
    runs = given.runs or (7 if given.full else 3)
    trouble = "" if given.alone else install_peers()
    if trouble:
        print(f"The other generators could not be installed, so milepost runs alone: {trouble}")
    elif not given.alone:
        print(f"Beside {PINNED[0]} and {PINNED[1]}, which make pages of the same files, no more.")
    for goals, weeks in FULL if given.full else SIZES:
        compare(goals, weeks, runs, peers=not (given.alone or trouble))
        sys.stdout.flush()
    example(runs)
    measuring()


if __name__ == "__main__":
    main()
