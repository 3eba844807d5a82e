"""Work in two halves: the same as in one, whatever becomes of the second process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import milepost.kept
from milepost import processes
from milepost.cli import main
from milepost.processes import FEWEST, in_halves

MANY = list(range(FEWEST))
HERE = os.getpid()

pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity"), reason="no process can double itself here"
)


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_two_can_run", lambda: True)


def squares(things: Sequence[int]) -> tuple[dict[int, int], int]:
    """The squares of numbers, and the process that made them."""
    return {one: one * one for one in things}, os.getpid()


def test_each_half_is_made_by_a_process_of_its_own() -> None:
    (own, here), (other, there) = in_halves(squares, MANY)
    assert here == HERE
    assert there != HERE
    assert sorted(own) == MANY[::2]
    assert sorted(other) == MANY[1::2]
    assert own | other == squares(MANY)[0]


def test_few_things_and_a_single_core_need_no_second_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert in_halves(squares, MANY[:-1]) == [squares(MANY[:-1])]
    monkeypatch.setattr(processes, "_two_can_run", lambda: False)
    assert in_halves(squares, MANY) == [squares(MANY)]


def test_a_journal_is_read_and_its_pages_are_made_in_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the halves make can be handed over: nothing is made a second time."""
    (tmp_path / "content/journal").mkdir(parents=True)
    (tmp_path / "milepost.yaml").write_text("title: Many\n", "utf-8")
    for week in range(1, 53):
        entry = f"## Wins\n- Win {week}; [[sail]]\n\n## Plans\n- [ ] Row by 2026-12-01\n"
        (tmp_path / f"content/journal/2026-W{week:02}.md").write_text(entry, "utf-8")
    halves: list[list[object]] = []

    def in_two(make: Callable[[Sequence[Any]], Any], things: Sequence[Any]) -> list[Any]:
        halves.append(processes._in_halves(make, things))
        return halves[-1]

    monkeypatch.setattr(milepost.kept, "in_halves", in_two)
    assert main(["build", str(tmp_path), "--today", "2026-12-27"]) == 0
    assert [len(both) for both in halves] == [2, 2]
    text = (tmp_path / "_site/journal/2026-W52/index.html").read_text("utf-8")
    assert main(["build", str(tmp_path), "--today", "2026-12-27", "--no-cache"]) == 0
    assert (tmp_path / "_site/journal/2026-W52/index.html").read_text("utf-8") == text


def dies(_: Sequence[int]) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fails(things: Sequence[int]) -> None:
    raise ValueError(f"{things[0]} cannot be made")


def is_mute(_: Sequence[int]) -> None:
    os._exit(0)


@pytest.mark.parametrize("ending", [dies, fails, is_mute])
def test_what_becomes_of_the_copy_is_no_matter(ending: Callable[[Sequence[int]], None]) -> None:
    def make(things: Sequence[int]) -> tuple[dict[int, int], int]:
        if os.getpid() != HERE:
            ending(things)
        return squares(things)

    assert in_halves(make, MANY) == [squares(MANY)]


def test_a_fault_is_the_one_that_a_single_process_meets_first() -> None:
    def make(things: Sequence[int]) -> None:
        for one in things:
            if one in {5, 8}:
                raise ValueError(f"{one} cannot be made")

    with pytest.raises(ValueError, match=r"^5 cannot"):
        in_halves(make, MANY)


def test_nothing_stays_open_and_no_process_stays() -> None:
    def broken(things: Sequence[int]) -> None:
        fails(things)

    before = sorted(Path("/proc/self/fd").iterdir()) if Path("/proc/self/fd").is_dir() else []
    for _ in range(3):
        in_halves(squares, MANY)
        with pytest.raises(ValueError, match="cannot be made"):
            in_halves(broken, MANY)
    after = sorted(Path("/proc/self/fd").iterdir()) if before else []
    assert after == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_stopped_by_hand_it_stops() -> None:
    def make(_: Sequence[int]) -> None:
        if os.getpid() == HERE:
            raise KeyboardInterrupt
        signal.pause()

    with pytest.raises(KeyboardInterrupt):
        in_halves(make, MANY)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_what_waits_to_be_printed_is_printed_once() -> None:
    code = (
        "import sys\nfrom milepost import processes\n"
        "processes._two_can_run = lambda: True\n"
        "sys.stdout.write('before ')\n"
        "processes.in_halves(list, range(100))\n"
        "sys.stdout.write('after')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "before after"
