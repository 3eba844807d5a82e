"""A file in which `Kept` keeps values, taken apart and spoilt as a stranger could."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def values_in(path: Path) -> dict[bytes, bytes]:
    """The values in a file, by their names: its second line says how long each of them is."""
    _, lengths, values = path.read_bytes().split(b"\n", 2)
    words = lengths.split()
    found = {}
    for name, length in zip(words[::2], map(int, words[1::2]), strict=True):
        found[name], values = values[:length], values[length:]
    return found


def spoil(path: Path, values: Mapping[bytes, bytes]) -> None:
    """Put other values into a file."""
    stamp, whole, _ = path.read_bytes().split(b"\n", 1)[0].split()
    head = b"%s %s %d" % (stamp, whole, len(values))
    lengths = b" ".join(b"%s %d" % (name, len(value)) for name, value in values.items())
    path.write_bytes(b"\n".join([head, lengths, b"".join(values.values())]))
