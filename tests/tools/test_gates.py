"""The list of gates: each of them stands once in the code, so that it can be taken out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from gates import Gate, gates  # noqa: E402


@pytest.mark.parametrize("gate", gates(), ids=lambda gate: gate.keeps)
def test_a_gate_stands_once_where_the_list_says(gate: Gate) -> None:
    text = (ROOT / "generator" / "milepost" / gate.path).read_text("utf-8")
    assert text.count(gate.text) == 1
    assert gate.text != gate.without
