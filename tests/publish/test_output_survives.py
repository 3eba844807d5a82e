"""The output outlives what befalls a build: killed at any moment, or two of them at once.

`MILEPOST_KILLS=100` tries as many moments; the suite tries a few.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from milepost.publish.output import publish

KILLS = int(os.environ.get("MILEPOST_KILLS", "6"))
LEDGER = ".milepost-ledger"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9 and no such locks")

BUILDS = """
import sys
from pathlib import Path
from milepost.publish.output import publish

def site(name):
    pages = {f"{name}/{number}/index.html": name.encode() * 5000 for number in range(30)}
    return pages | {f"both/{number}.html": name.encode() * 5000 for number in range(30)}

out, names, times = Path(sys.argv[1]), sys.argv[2].split(","), int(sys.argv[3])
print("ready", flush=True)
for _ in range(times):
    for name in names:
        publish(site(name), out)
"""


def builds(out: Path, names: str, times: int) -> subprocess.Popen[str]:
    """A process that builds sites of these names by turns, which has begun."""
    process = subprocess.Popen(
        [sys.executable, "-c", BUILDS, str(out), names, str(times)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the ledger, address to bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LEDGER
    }


def test_a_build_that_is_killed_leaves_whole_files_and_the_next_one_heals(tmp_path: Path) -> None:
    chance = random.Random(7)
    out = tmp_path / "_site"
    for _ in range(KILLS):
        process = builds(out, "a,b", 10_000)
        time.sleep(chance.random() / 10)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        shown = (
            {k: v for k, v in tree(out).items() if not k.startswith(".")} if out.exists() else {}
        )
        assert set(shown.values()) <= {b"a" * 5000, b"b" * 5000, b"new"}
        publish({"index.html": b"new"}, out)
        assert tree(out) == {"index.html": b"new"}
        assert {path.name for path in out.iterdir()} == {"index.html", LEDGER}


def test_of_two_builds_at_once_no_file_is_forgotten(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    both = [builds(out, "a,b", 15), builds(out, "c,d", 15)]
    for process in both:
        _, said = process.communicate()
        assert process.returncode == 0, said
    assert set(tree(out).values()) in ({b"b" * 5000}, {b"d" * 5000})
    publish({}, out)
    assert tree(out) == {}
