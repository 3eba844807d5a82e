"""The lines in which several commands say what they found.

In: what was found. Out: lines, each with what to do next.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from milepost.cli.shared import FAULTY, OK, painted


class Weight(StrEnum):
    """How much a line matters: not at all, as far as you mean it so, or until it is mended."""

    FINE = "fine"
    KNOW = "know"
    MEND = "mend"


class Line(NamedTuple):
    """What was found, how much it matters, and what to do next."""

    weight: Weight
    found: str
    next: str


def told(lines: Iterable[Line]) -> int:
    """Print lines, and give the exit code: 1 when one of them asks to be mended."""
    colours = {Weight.FINE: "32", Weight.KNOW: "36", Weight.MEND: "31"}
    code = OK
    for line in lines:
        weight = painted(line.weight.value, colours[line.weight], sys.stdout)
        print(f"{weight}  {line.found}\n      {line.next}")
        code = FAULTY if line.weight is Weight.MEND else code
    return code
