"""What documents, sound and film tell of their making: marks by the names their formats give them.

In: the bytes of a file. Out: the texts in which marks are looked for, and whether one is there.
Formats: ISO 32000 (PDF), ECMA-376 and ODF (office), MS-OLEPS (older office files), RTF 1.9, ID3v2,
Xiph comments, RIFF INFO, ISO 14496-12 and QuickTime (MP4), Matroska, GIF89a.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice

_LARGEST_PART = 5_000_000
"""Bytes of a part of a file that are looked at."""
_PARTS = 500
"""Parts of a file that are looked at."""
_TEXTS = (".xml", ".opf")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic")
_STREAM = re.compile(rb"stream\r?\n")
_JPEG = re.compile(rb"\xff\xd8\xff[\xe0-\xef]")
_SUMMARY = bytes.fromhex("E0859FF2F94F6810AB9108002B27B3D9")
"""How a property set begins that tells an older office file's author."""
_BY = {4, 8}
"""Its properties author and last author."""
_TAGGED = {
    "author": rb"T(?:PE[1-4]|COM|ENC|OWN|OPE|P1|CM|EN)|I(?:ART|ENG|TCH)"
    rb"|\xa9(?:ART|aut|wrt)|aART|com\.apple\.quicktime\.author"
    rb"|\0(?i:artist|author|performer|composer|copyright|contact)=[^\0]"
    rb"|E\xa3[\x80-\xff](?i:artist|author|director|composer|copyright)",
    "camera": rb"\xa9(?:mak|mod)|com\.apple\.quicktime\.(?:make|model)",
    "position": rb"\xa9xyz|loci|\0(?i:location|geo_location)=[^\0]"
    rb"|E\xa3[\x80-\xff](?i:recording_location)",
}
_HEAD = 200_000
"""Bytes at the beginning of a picture, or a piece of sound, that hold what it tells."""


def texts_of(data: bytes) -> list[bytes]:
    """The file, or the texts within it: those of an office file, unpacked streams of a PDF."""
    if data.startswith(b"PK\x03\x04"):
        return list(_members(data, _TEXTS))
    if data.startswith(b"%PDF"):
        return [data, *islice(_streams(data), _PARTS)]
    return [data]


def pictures_in(data: bytes) -> Iterator[bytes]:
    """The pictures that lie within an office file or a PDF."""
    if data.startswith(b"PK\x03\x04"):
        yield from _members(data, _PICTURES)
    elif data.startswith(b"%PDF"):
        for match in islice(_JPEG.finditer(data), _PARTS):
            yield data[match.start() : match.start() + _HEAD]


def tells(data: bytes, what: str) -> bool:
    """Whether sound or film tells its `author`, its `camera` or its `position`."""
    marks = re.compile(_TAGGED[what])
    if any(map(marks.search, _tagged(data))):
        return True
    return what == "author" and data[-128:-125] == b"TAG" and bool(data[-95:-65].strip(b"\0 "))


def has_comment(data: bytes) -> bool:
    """Whether a GIF picture holds a comment."""
    if not data.startswith((b"GIF87a", b"GIF89a")) or len(data) < 13:
        return False
    at = 13 + _colours(data[10])
    while at + 2 < len(data) and data[at] in b"!,":
        if data[at] == 0x21:
            if data[at + 1] == 0xFE and data[at + 2]:
                return True
            at += 2
        elif at + 9 < len(data):
            at += 11 + _colours(data[at + 9])
        else:
            return False
        while at < len(data) and data[at]:
            at += data[at] + 1
        at += 1
    return False


def has_earlier_versions(data: bytes) -> bool:
    """Whether a PDF was added to after it was made, and so holds what stood there before."""
    ends = data.count(b"%%EOF") if data.startswith(b"%PDF") else 0
    return ends > (2 if b"/Linearized" in data[:1024] else 1)


def has_summary_author(data: bytes) -> bool:
    """Whether an older office file (`.doc`, `.xls`, `.ppt`) tells its author."""
    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        return False
    for match in re.finditer(re.escape(_SUMMARY), data):
        try:
            (offset,) = struct.unpack_from("<I", data, match.end())
            section = match.start() - 28 + offset
            (count,) = struct.unpack_from("<I", data, section + 4)
            for index in range(min(count, _PARTS)):
                kind, where = struct.unpack_from("<II", data, section + 8 + 8 * index)
                (length,) = struct.unpack_from("<I", data, section + where + 4)
                text = data[section + where + 8 : section + where + 8 + length]
                if kind in _BY and text.strip(b"\0 "):
                    return True
        except struct.error:
            continue
    return False


def _colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _members(data: bytes, endings: tuple[str, ...]) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for part in islice(archive.infolist(), _PARTS):
                if part.filename.lower().endswith(endings) and part.file_size <= _LARGEST_PART:
                    yield archive.read(part)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, zlib.error):
        return


def _streams(data: bytes) -> Iterator[bytes]:
    for match in _STREAM.finditer(data):
        try:
            end = data.find(b"endstream", match.end())
            yield zlib.decompressobj().decompress(data[match.end() : end], _LARGEST_PART)
        except zlib.error:
            continue


def _tagged(data: bytes) -> Iterator[bytes]:
    """The parts of sound or film in which its tags stand, and not the sound or film itself."""
    if data.startswith(b"ID3") and len(data) > 10:
        size = sum(byte << 7 * place for place, byte in enumerate(reversed(data[6:10])))
        yield data[10 : 10 + size]
    elif data.startswith((b"fLaC", b"OggS", b"\x1aE\xdf\xa3")):
        yield data[:_HEAD]
        yield data[-_HEAD:] if data.startswith(b"\x1a") else b""
    elif data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        yield from _boxes(data, 12, "<4sI", {b"LIST"})
    elif data[4:8] == b"ftyp":
        yield from _boxes(data, 0, ">I4s", {b"moov", b"meta", b"uuid", b"udta"})


def _boxes(data: bytes, at: int, form: str, wanted: set[bytes]) -> Iterator[bytes]:
    """The chunks of a RIFF file (`<4sI`) or the boxes of an MP4 file (`>I4s`) of these names."""
    while at + 8 <= len(data):
        first, second = struct.unpack_from(form, data, at)
        name, length = (first, second + 8 + second % 2) if form[0] == "<" else (second, first)
        if length == 1 and at + 16 <= len(data):
            (length,) = struct.unpack_from(">Q", data, at + 8)
        elif length == 0:
            length = len(data) - at
        if name in wanted:
            yield data[at + 8 : at + length]
        at += max(length, 8)
