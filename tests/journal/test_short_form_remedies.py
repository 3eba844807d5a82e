"""What the reader proposes to write in place of a value is read where it is pasted."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from milepost.journal.dates import parse_date
from milepost.journal.numbers import Misread, parse_number, parse_rate, parse_value
from milepost.journal.shortforms import SHORT_FORMS

PARTED = {"Knot", "Level", "Milestone", "Money", "Noted", "Break"}
"""Forms of several parts, whose remedy may be for one of them."""
PARSERS: dict[str, Callable[[str], object]] = {
    **{
        kind.__name__: parser for kind, parser in SHORT_FORMS.items() if kind.__name__ not in PARTED
    },
    "date": parse_date,
    "number": parse_number,
    "value": parse_value,
    "rate": parse_rate,
}
BAD = (
    """
soon|next spring|by the end of the course|within three months from soon|03/01/2016
31/12/2026|2026-02-30|2026-13-01|1500-01-01|2026-01-05 to 2026-02-01 to 2026-03-01
2026-06-31|31 June 2026|2026-W60|2026-Q5|1,5|--3|++2|3-5|1:30|1.2.3|€|maybe
until it feels right|1,5 kg|from 1,5 to 2 kg|below 2 a week|confidence 11|400 h a week
negotiation 9|=|=x|2026-06-30|[x] 2026-06-30|2026-06-30 =|2026-07-01
2026-07-01 to soon holiday|€1,5|600,5 EUR|closed|done-ish|2 a|a week
""".strip()
    .replace("\n", "|")
    .split("|")
)


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_a_proposed_value_is_read(name: str) -> None:
    failed = []
    for text in BAD:
        read = PARSERS[name](text)
        for line in re.findall(r"`([^`]+)`", read.help) if isinstance(read, Misread) else ():
            if isinstance(PARSERS[name](line), Misread):
                failed.append((text, line))

    assert failed == []
