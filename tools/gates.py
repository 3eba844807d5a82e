"""Take out each gate that keeps something private, and see whether the canaries notice.

In: nothing, or words that choose gates by their names. Out, printed: each gate and the test that
caught its loss; it ends with 1 where one was missed. Each runs against the canaries alone, in a
copy of the package, as many at once as there are cores: first against a few random journals, and
where they miss it against all.

    python tools/gates.py passages comments
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CANARIES = ("tests/test_hidden_words.py", "tests/test_canaries.py")
OPTIONS = ("-q", "-x", "-p", "no:cacheprovider")
FEW, ALL = 30, 300
"""How many random journals are tried first, and then."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate: what it keeps, the file in which it stands, its text, and what takes it out.

    Where a second gate keeps the same, it is taken out `also`.
    """

    keeps: str
    path: str
    text: str
    without: str
    also: tuple[Gate, ...] = ()

    def take_out(self, package: Path) -> None:
        """Change the copy of a package so that nothing is kept any more."""
        file = package / self.path
        text = file.read_text("utf-8")
        if text.count(self.text) != 1:
            raise SystemExit(f"{self.keeps}: its text stands {text.count(self.text)} times there")
        text = text.replace(self.text, self.without)
        file.write_text(
            text.replace("import uncommented", "import Uncommented, uncommented"), "utf-8"
        )
        for other in self.also:
            other.take_out(package)


def gates() -> list[Gate]:
    """The gates that `gates.toml` lists."""
    listed = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return [
        Gate(**{**gate, "also": tuple(Gate(gate["keeps"], **o) for o in gate.get("also", ()))})
        for gate in listed["gate"]
    ]


def caught_by(gate: Gate) -> str:
    """The test that notices that a gate is gone; nothing where none does."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "generator" / "milepost"
        shutil.copytree(
            ROOT / "generator" / "milepost", copy, ignore=shutil.ignore_patterns("__pycache__")
        )
        for name in ("themes", "content"):
            if (ROOT / name).exists():
                (Path(folder) / name).symlink_to(ROOT / name)
        gate.take_out(copy)
        for journals in (FEW, ALL):
            env = os.environ | {
                "PYTHONPATH": str(copy.parent),
                "CI": "1",
                "MILEPOST_JOURNALS": str(journals),
            }
            command = [sys.executable, "-m", "pytest", *CANARIES, *OPTIONS]
            ran = subprocess.run(
                command, cwd=ROOT, env=env, capture_output=True, text=True, check=False
            )
            failed = [line for line in ran.stdout.split("\n") if line.startswith("FAILED")]
            if ran.returncode == 1 and failed:
                return failed[0].split(" - ")[0].removeprefix("FAILED ")
            if ran.returncode:
                return f"could not run: {ran.stdout[-300:]}{ran.stderr[-300:]}"
    return ""


def main() -> int:
    """Try the gates on all cores, and tell of each."""
    chosen = [gate for gate in gates() if all(word in gate.keeps for word in sys.argv[1:])]
    missed = 0
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for gate, test in zip(chosen, pool.map(caught_by, chosen), strict=True):
            missed += not test or test.startswith("could not")
            said = "caught" if test and not test.startswith("could not") else "MISSED"
            print(f"{said}  {gate.keeps}: {test or gate.path}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} gates are caught by the canaries")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
