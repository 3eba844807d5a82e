"""How large a picture is, so that a page can keep its place before it is there.

In: the bytes of a PNG, GIF, JPEG or WebP file. Out: width and height as it is shown, in pixels.
Formats: W3C PNG third edition, GIF89a, ITU-T T.81 (JPEG), RFC 9649 (WebP).
"""

from __future__ import annotations

import struct

from milepost.checks.privacy.pictures import orientation

_LYING = range(5, 9)
"""Orientations in which a picture is shown turned by a quarter."""


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a picture; None where the file does not say."""
    try:
        size = _stored(data)
    except (struct.error, IndexError):
        return None
    if size is None or not all(size):
        return None
    return (size[1], size[0]) if orientation(data) in _LYING else size


def _stored(data: bytes) -> tuple[int, int] | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
        width, height = struct.unpack_from(">II", data, 16)
        return width, height
    if data[:6] in {b"GIF87a", b"GIF89a"}:
        width, height = struct.unpack_from("<HH", data, 6)
        return width, height
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """The numbers of the first frame header, whose marker is one of SOF0 to SOF15."""
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        else:
            at += 2 + max(int.from_bytes(data[at + 2 : at + 4]), 2)
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None
