"""A picture without what it tells beside itself: where it was taken, by whom, with what.

In: the bytes of a file. Out: a JPEG, PNG or WebP file of the same picture, of which only those
parts are kept that are needed to show it (an allowlist, so that no maker's own kind of note slips
through): the picture, its colours, its orientation. Every other file comes back as it is.
Formats: ITU-T T.81 and T.871 (JPEG), W3C PNG third edition, RFC 9649 (WebP), CIPA DC-008 (EXIF).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from milepost.checks.privacy.pictures import orientation

_ALONE = {0x01, 0xD8}
"""Markers of JPEG that nothing follows, beside those within the picture."""
_EOI, _SOS, _COMMENT = 0xD9, 0xDA, 0xFE
_KEPT_BY_NAME = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""What applications may add to a JPEG file and a viewer needs, by marker."""
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""A marker that begins a segment, or ends the picture: no byte of it looks so."""
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs hIST sPLT mDCV cLLI acTL fcTL fdAT".split()
)
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def stripped(data: bytes) -> bytes:
    """The same picture without metadata; what is no JPEG, PNG or WebP file as it is.

    Of a file that breaks off the picture is kept as far as it goes.
    """
    if data.startswith(b"\xff\xd8\xff"):
        return b"".join(_jpeg(data))
    if data.startswith(_PNG):
        return b"".join(_png(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return data


def _jpeg(data: bytes) -> Iterator[bytes]:
    """The segments that are kept, up to the end of the first picture: others may follow it."""
    yield data[:2]
    turned, at = _exif(data), 2
    while found := _MARKER.search(data, at):
        start, marker = found.end() - 2, data[found.end() - 1]
        if turned and marker != 0xE0:  # it comes first, but for the mark of the format
            body = b"Exif\0\0" + turned
            yield b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
            turned = b""
        if marker == _EOI:
            yield b"\xff\xd9"
            return
        at = found.end()
        if marker not in _ALONE:
            at += max(int.from_bytes(data[at : at + 2]), 2)
        if marker == _SOS:
            after = _MARKER.search(data, at)
            at = after.start() if after else len(data)
        if _kept(marker, data[start + 4 : at]):
            yield data[start:at]


def _kept(marker: int, body: bytes) -> bool:
    if marker in _KEPT_BY_NAME:
        return body.startswith(_KEPT_BY_NAME[marker])
    return marker != _COMMENT and not 0xE0 <= marker <= 0xEF


def _png(data: bytes) -> Iterator[bytes]:
    """The chunks that are kept, up to the last one: critical ones begin with a capital letter."""
    yield _PNG
    turned, at = _exif(data), len(_PNG)
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if name[:1].isupper() or name in _PNG_KEPT:
            yield data[at:end]
        if name == b"IHDR" and turned:
            body = b"eXIf" + turned
            yield struct.pack(">I", len(turned)) + body + struct.pack(">I", zlib.crc32(body))
        if name == b"IEND":
            return
        at = end


def _webp(data: bytes) -> bytes:
    """The chunks that are kept, with the length of the whole and the flags of what it holds."""
    (size,) = struct.unpack_from("<I", data, 4)
    turned, at = _exif(data), 12
    kept: list[bytes] = []
    while at + 8 <= min(size + 8, len(data)):
        name, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        if name == b"VP8X" and at + 8 < len(data):
            flags = data[at + 8] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if turned else 0)
            kept.append(data[at : at + 8] + bytes([flags]) + data[at + 9 : end])
        elif name in _WEBP_KEPT:
            kept.append(data[at:end])
        at = end
    if turned:
        kept.append(struct.pack("<4sI", b"EXIF", len(turned)) + turned)
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _exif(data: bytes) -> bytes:
    """EXIF data that say how a picture is turned, and nothing else; empty for an upright one."""
    turned = orientation(data)
    if not 2 <= turned <= 8:
        return b""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, turned, 0, 0)
