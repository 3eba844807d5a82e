"""How much is told of a goal at once: what there is to do, and nothing twice."""

from __future__ import annotations

from datetime import date

import pytest
import written

from milepost.checks.check import check
from milepost.findings import Finding
from milepost.rewriting.own_words import rewritten

DAY = date(2026, 3, 4)
PATH = "content/goals/example.md"


def told(lines: str) -> list[Finding]:
    loaded = written.read(f"---\n{lines}\n---")
    report = written.measured(loaded, DAY)
    return list(check(report, loaded.findings, whole=loaded.journal, sources=loaded.sources))


def codes(lines: str) -> list[str]:
    return sorted(one.code for one in told(lines))


@pytest.mark.parametrize(
    "lines",
    [
        "title: Get fit\ndue: 2026-06-30\nharbour: Ostend",
        "title: Sing\nmeasure: 30 songs\nbis: 31.12.2026\nharbour: Ostend\nboat: red",
        "title: Sail\ndeadline: 2026-12-20\nstart: 05.01.2026\nmotto: away",
    ],
)
def test_after_fmt_nothing_new_appears(lines: str) -> None:
    files, _ = rewritten({PATH: f"---\n{lines}\n---\n".encode()})
    after = files[PATH].decode().removeprefix("---\n").removesuffix("\n---\n")
    quiet = {"F205", "F221"}
    assert [one for one in codes(lines) if one not in quiet] == codes(after)


def test_misspelt_keys_are_one() -> None:
    found = told("title: Walk to the sea\nmeasurable: 21 km\ntme_bound: 2026-06-30\nrelevnat: it")
    slips = [one for one in found if one.code == "F201"]
    assert [one.message for one in slips] == [
        "milepost knows no key “tme_bound”; and milepost knows no key “relevnat”"
    ]


@pytest.mark.parametrize(
    ("lines", "silent"),
    [
        ("mesurable: 21 km", "M101"),
        ("relevnat: my knees", "R101"),
        ("tme_bound: 2026-06-30", "T101"),
        ("obstacels: if it rains, then I swim", "A303"),
        ("deadline: sometime", "T101"),
        ("start: 2026-01-05\ndeadline: sometime", "T101"),
        ("milestonse: [there, back]", "M101"),
    ],
)
def test_what_is_written_and_not_read_is_not_asked_for(lines: str, silent: str) -> None:
    found = told(f"title: Go far\n{lines}")
    assert not [one for one in found if one.code == silent]


def test_a_number_closes_no_goal_whose_measure_is_misspelt() -> None:
    loaded = written.read(
        """
        == content/goals/walk.md ==
        ---
        title: Walk to the sea
        mesurable: 21 km
        ---
        == content/journal/2026-W09.md ==
        ---
        progress: {walk: 4}
        ---
        """
    )
    assert written.measured(loaded, DAY).standings["walk"].status.value == "measure cannot be read"
