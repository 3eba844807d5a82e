"""The rooms: each imports only what stands before it, and each module imports alone."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from written import some

import milepost

PACKAGE = Path(milepost.__file__).parent
MODULES = sorted(
    path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", ".")
    for path in PACKAGE.rglob("*.py")
    if path.name != "__main__.py"
)
ROOMS = [
    "patterns",
    "findings",
    "addresses",
    "shipped",
    "journal",
    "progress",
    "voice",
    "checks",
    "site",
    "publish",
]
"""In the order in which the data passes; whatever is not named here stands on top of them all."""
_ROOMS = {"./", *(f"{room}/" for room in ("cli", "formats", "scaffold", *ROOMS))}
HEAVY = {"uvicorn", "starlette", "watchfiles", "rich", "jinja2", "markdown_it", "babel"}


def room(module: str) -> int:
    name = module.split(".")[1] if "." in module else "findings"
    return ROOMS.index(name) if name in ROOMS else len(ROOMS)


def imports(module: str) -> set[str]:
    path = PACKAGE.parent / Path(*module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    found: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
    return {name for name in found if name.startswith("milepost.")}


@pytest.mark.parametrize("module", [module.removesuffix(".__init__") for module in MODULES])
def test_a_room_imports_only_rooms_before_it(module: str) -> None:
    wrong = {name for name in imports(module) if room(name) > room(module)}
    assert not wrong, f"{module} must not import {', '.join(sorted(wrong))}"


def test_the_architecture_names_each_module_or_the_folder_of_its_kind() -> None:
    page = (PACKAGE.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    said = set(re.findall(r"`([\w/.]+)`", page))
    paths = (path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
    unsaid = [
        path.as_posix()
        for path in paths
        if not path.name.startswith("__")
        and not said & {path.name, path.as_posix(), f"{path.parent.as_posix()}/"} - _ROOMS
    ]
    assert not unsaid, f"say in docs/architecture.md what these are: {', '.join(unsaid)}"


def test_each_module_imports_alone() -> None:
    # One interpreter that forgets milepost between imports: as strict as one a module, and quick.
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    for loaded in [n for n in sys.modules if n.partition('.')[0] == 'milepost']:\n"
        "        del sys.modules[loaded]\n"
        "    importlib.import_module(name)\n"
    )
    names = [module.removesuffix(".__init__") for module in some(MODULES)]
    subprocess.run([sys.executable, "-c", code, *names], check=True)


@pytest.mark.parametrize(
    ("module", "allowed"),
    [
        ("milepost.cli", set()),
        ("milepost.checks.check", {"markdown_it"}),
        ("milepost.publish.preview", set()),
        ("milepost.site.render", {"markdown_it", "jinja2", "babel"}),
    ],
)
def test_heavy_libraries_are_imported_where_they_are_used(module: str, allowed: set[str]) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout
    assert HEAVY & set(out.split()) <= allowed


def test_own_modules_are_never_imported_for_types_alone() -> None:
    for module in MODULES:
        source = PACKAGE.parent / (module.replace(".", "/") + ".py")
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
                inner = ast.unparse(node)
                assert "milepost" not in inner, f"{module}: the type is in the wrong room"
