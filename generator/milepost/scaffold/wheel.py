"""A wheel of this very milepost, made from its own files.

In: the installed package or a checkout. Out: the bytes of a wheel, the same for the same files, by
the binary distribution format of the Python Packaging Authority.
"""

from __future__ import annotations

import base64
import hashlib
import io
import tomllib
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import milepost
from milepost import __version__
from milepost.shipped import folder

_PACKAGE = Path(milepost.__file__).resolve().parent
_INFO = f"milepost-{__version__}.dist-info"
_MOMENT = (1980, 1, 1, 0, 0, 0)
_MADE = {"__pycache__", "_site"}
_SHIPPED = ("themes", "content")


@lru_cache(maxsize=1)
def own_wheel() -> tuple[str, bytes]:
    """The name and the bytes of the wheel.

    Raises FileNotFoundError where the installation says nowhere what it depends on.
    """
    files = dict(sorted(_files()))
    files[f"{_INFO}/METADATA"] = _metadata().encode()
    files[f"{_INFO}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: milepost\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    files[f"{_INFO}/entry_points.txt"] = b"[console_scripts]\nmilepost = milepost.cli:main\n"
    rows = [f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in files.items()]
    files[f"{_INFO}/RECORD"] = "".join([*rows, f"{_INFO}/RECORD,,\n"]).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return f"milepost-{__version__}-py3-none-any.whl", made.getvalue()


def _files() -> Iterator[tuple[str, bytes]]:
    places = {_PACKAGE: "milepost"}
    places |= {place: f"milepost/{name}" for name in _SHIPPED if (place := folder(name))}
    for place, within in places.items():
        for path in place.rglob("*"):
            parts = path.relative_to(place).parts
            if path.is_file() and not any(part[0] == "." or part in _MADE for part in parts):
                yield f"{within}/{'/'.join(parts)}", path.read_bytes()


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _metadata() -> str:
    """Name, version and what it depends on: of a checkout as its project file says it now."""
    project = _PACKAGE.parent.parent / "pyproject.toml"
    if project.is_file():
        said = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
        lines = [
            "Metadata-Version: 2.1",
            f"Name: {said['name']}",
            f"Version: {said['version']}",
            f"Summary: {said['description']}",
            f"Requires-Python: {said['requires-python']}",
            *(f"Requires-Dist: {one}" for one in said["dependencies"]),
        ]
        return "\n".join(lines) + "\n"
    try:
        text = distribution("milepost").read_text("METADATA")
    except PackageNotFoundError:
        text = None
    if not text:
        raise FileNotFoundError("METADATA")
    return text
