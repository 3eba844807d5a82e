"""Whole small journals for every room's tests: text in, and what milepost makes of it out.

A journal is one text in which `== path ==` starts a file (see `milepost.journal.examples`), or a
folder in `tests/journals/`. A text without a path is the goal `example`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from inspect import cleandoc
from pathlib import Path
from typing import TypeVar

from milepost.journal.asof import as_of
from milepost.journal.examples import files_of
from milepost.journal.folder import read_folder
from milepost.journal.gate import gate
from milepost.journal.load import Loaded, load
from milepost.journal.model import Journal
from milepost.journal.words import Visibility
from milepost.progress.measure import measure
from milepost.progress.report import Report
from milepost.progress.values import Standing

JOURNALS = Path(__file__).parent / "journals"
TODAY = date(2026, 11, 22)
One = TypeVar("One")
TURN = date.today().toordinal()


def examples(many: int) -> int:
    """How many random examples a law is tried with: all of them in CI, an eighth elsewhere.

    A person waits for the second, and new ones are tried each time.
    """
    return many if "CI" in os.environ else max(many // 8, 10)


def some(items: Iterable[One], of: int = 4) -> list[One]:
    """Of cases that are alike: all in CI, one of so many elsewhere, others each day.

    A person waits for the second. `CI=1` tries all of them there as well.
    """
    every = list(items)
    return every if "CI" in os.environ else every[TURN % of :: of] or every[:1]


def read(text: str, assets: tuple[str, ...] = ()) -> Loaded:
    """A journal that is written in a text; `assets` are the names of its pictures."""
    return load(files_of(cleandoc(text)), assets)


def held(name: str) -> Loaded:
    """A journal that is a folder in `tests/journals/`."""
    found = read_folder(JOURNALS / name)
    assert not found.findings
    return load(found.files, tuple(found.assets))


def known(loaded: Loaded, day: date, audience: Visibility = Visibility.PRIVATE) -> Journal:
    """What an audience may know of a journal on a day."""
    return gate(as_of(loaded.journal, day), audience)


def measured(loaded: Loaded, day: date, audience: Visibility = Visibility.PRIVATE) -> Report:
    """The report on a journal for an audience on a day."""
    return measure(known(loaded, day, audience), day)


def report(text: str, day: date = TODAY, audience: Visibility = Visibility.PRIVATE) -> Report:
    """The report on a journal that is written in a text."""
    return measured(read(text), day, audience)


def stands(text: str, day: str, goal: str = "example") -> Standing:
    """Where one goal of a journal that is written in a text stands on a day."""
    return report(text, date.fromisoformat(day)).standings[goal]
