"""The examples in the docstrings hold."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import milepost

ROOT = Path(milepost.__file__).parent
MODULES = sorted(
    ".".join(("milepost", *path.relative_to(ROOT).with_suffix("").parts))
    for path in ROOT.rglob("*.py")
    if "    >>> " in path.read_text("utf-8")
)


def test_there_are_examples() -> None:
    assert {"milepost.addresses", "milepost.journal.numbers"} < {*MODULES}


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    found = doctest.testmod(import_module(name))
    assert found.attempted
    assert not found.failed
