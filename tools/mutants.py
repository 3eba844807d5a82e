"""Break the code in small ways, and see whether the tests notice.

In: a number of mutants and a seed. Out, printed: the share that was caught, and each survivor with
its place and what was changed. What is changed, and how, comes from cosmic-ray; here a sample is
taken, and each mutant is run against the tests of its own room, in a copy of the checkout.

    python tools/mutants.py --number 150 --seed 1
"""

from __future__ import annotations

import argparse
import difflib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "generator/milepost"
BEFORE_ALL = ["tests/test_canaries.py", "tests/journal"]
TESTS = {
    "progress": ["tests/progress", "tests/voice", "tests/said"],
    "voice": ["tests/voice", "tests/said", "tests/progress", "tests/site"],
    "journal/gate.py": BEFORE_ALL,
    "journal/visibility.py": BEFORE_ALL,
}
"""What is mutated, and the tests that are to notice; what is not there yet is left out."""

OPERATORS = [
    "NumberReplacer",
    "AddNot",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceContinueWithBreak",
    "ReplaceBreakWithContinue",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_Delete_USub",
    "ZeroIterationForLoop",
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul")),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Eq_NotEq", "NotEq_Eq", "Lt_Gt", "Gt_Lt")),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("LtE_GtE", "GtE_LtE", "Is_IsNot")),
]
"""The changes that a slip of the hand could make. The others are left out: most of them fail at
the first call (`a ^ b` of two floats), or change an annotation, which nothing ever reads."""

LONGEST = 300
"""After so many seconds a mutant counts as caught: it runs in circles."""

NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "_site", "_shots", "_audit", "dist")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small change to one file."""

    path: str
    operator: str
    occurrence: int
    line: int
    tests: tuple[str, ...]

    def text(self) -> str:
        """The file with the change."""
        operator = get_operator(f"core/{self.operator}")()
        return str(mutate_code((ROOT / self.path).read_text("utf-8"), operator, self.occurrence))

    def change(self) -> str:
        """The place and the lines that differ."""
        before = (ROOT / self.path).read_text("utf-8").splitlines()
        lines = difflib.unified_diff(before, self.text().splitlines(), lineterm="", n=0)
        shown = "\n".join(f"    {line}" for line in list(lines)[3:])
        return f"{self.path}:{self.line}\n{shown}"


def mutants() -> Iterator[Mutant]:
    """Every change that could be made, file by file."""
    for where, tests in TESTS.items():
        place = ROOT / PACKAGE / where
        held = tuple(test for test in tests if (ROOT / test).exists())
        for file in sorted(place.glob("**/*.py")) if place.is_dir() else [place]:
            if file.exists():
                path = file.relative_to(ROOT).as_posix()
                text = file.read_text("utf-8")
                lines, nodes = text.splitlines(), list(ast_nodes(get_ast(text)))
                for name in OPERATORS:
                    operator = get_operator(f"core/{name}")()
                    starts = (at for node in nodes for at, _ in operator.mutation_positions(node))
                    for occurrence, (line, _) in enumerate(starts):
                        # How a class is stored shows in no result; the star of a signature is
                        # taken for a product.
                        if not lines[line - 1].lstrip().startswith(("@dataclass", "def ", "*,")):
                            yield Mutant(path, name, occurrence, line, held)


def passes(checkout: Path, tests: tuple[str, ...], which: str) -> bool:
    """Whether the tests of a checkout pass: those that are marked so."""
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:xdist", "-m", which]
    env = {**os.environ, "PYTHONPATH": str(checkout / "generator"), "CI": "true"}
    try:
        done = subprocess.run(
            [*command, "-p", "no:cacheprovider", *tests],
            cwd=checkout,
            env=env,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode in {0, 5}  # 5: no test is marked so


def survives(mutant: Mutant, checkout: Path, asked: list[str]) -> bool:
    """Whether no test notices."""
    file = checkout / mutant.path
    file.write_text(mutant.text(), "utf-8")
    try:
        return all(passes(checkout, mutant.tests, which) for which in asked)
    finally:
        shutil.copyfile(ROOT / mutant.path, file)


def main() -> None:
    """Take a sample, run it on all cores, and print what was found."""
    parser = argparse.ArgumentParser(description="Break the code, see whether the tests notice.")
    parser.add_argument("--number", type=int, default=150, help="how many mutants (150)")
    parser.add_argument("--seed", type=int, default=1, help="which sample (1)")
    parser.add_argument("--only", default="", help="only files whose path holds this")
    parser.add_argument("--quick", action="store_true", help="ask the examples, not the laws")
    chosen = parser.parse_args()
    asked = ["not hypothesis"] if chosen.quick else ["not hypothesis", "hypothesis"]
    every = [mutant for mutant in mutants() if chosen.only in mutant.path]
    sample = random.Random(chosen.seed).sample(every, min(chosen.number, len(every)))
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(cores) as pool:
        free: SimpleQueue[Path] = SimpleQueue()
        for number in range(cores):
            shutil.copytree(ROOT, Path(folder) / str(number), ignore=NOT_COPIED)
            free.put(Path(folder) / str(number))
        whole = tuple(dict.fromkeys(test for mutant in every for test in mutant.tests))
        if not passes(Path(folder) / "0", whole, "not hypothesis"):
            sys.exit("The tests fail already, before anything is changed.")

        def tried(mutant: Mutant) -> bool:
            checkout = free.get()
            try:
                survived = survives(mutant, checkout, asked)
            finally:
                free.put(checkout)
            if survived:
                print(mutant.change(), flush=True)
            return survived

        alive = sum(pool.map(tried, sample))
    caught = len(sample) - alive
    print(f"{caught} of {len(sample)} caught ({caught / max(1, len(sample)):.0%}) of {len(every)}")


if __name__ == "__main__":
    main()
