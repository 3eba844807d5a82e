"""Whether a picture or film says where it was taken, and what a file tells of who made it.

In: the bytes of a file. Out: yes or no; or what it tells, as words. Read are the EXIF block of
JPEG, PNG, WebP and TIFF files (also where HEIC and AVIF keep it, and of pictures within documents),
XMP, and what `documents` knows. Formats: CIPA DC-008 (EXIF 2.32), TIFF 6.0, Adobe XMP part 3.
What is broken has no position that other programs could read.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import chain, islice

from milepost.checks.privacy.documents import (
    has_comment,
    has_earlier_versions,
    has_summary_author,
    pictures_in,
    tells,
    texts_of,
)

_GPS = 0x8825
"""The entry of a TIFF directory that points to the position."""
_LATITUDE, _LONGITUDE = 2, 4
_ARTIST, _OWNER, _MAKE, _MODEL = {0x013B, 0x9C9D}, 0xA430, 0x010F, 0x0110
_EXIF = 0x8769
_TRIED, _LARGEST_BLOCK = 50, 100_000
_BARE = re.compile(rb"\0{4}(?=II\*\0|MM\0\*)")
_ORIENTATION = 0x0112
_NAMED = re.compile(
    rb"/Author\s*(?:\(\s*[^)\s]|<\s*[0-9A-Fa-f]|[0-9]+\s+[0-9]+\s+R)|<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator)"
    rb"\b[^>]*>\s*(?:<[^>]*>\s*){0,3}[^<\s]|sodipodi:docname=|inkscape:export-filename="
    rb"|<(?:Manager|Company|author)>\s*[^<\s]|\bw:author=\"[^\"]|<p:cmAuthor\b"
    rb"|\{\\(?:author|operator|manager|company)\s+[^}\s]"
)
_CAMERA = re.compile(rb"tiff:(?:Make|Model)(?:=[\"'][^\"']|>\s*[^<\s])")
_CHANGES = re.compile(
    rb"<(?:w:ins|w:del|w:moveFrom|w:\w+PrChange|w:comment|text:tracked-changes|office:annotation"
    rb"|comment ref|threadedComment|p:cm)\b|\\(?:revised|deleted)\b|\{\\\*\\annotation"
)
_XMP = (b"com.apple.quicktime.location.ISO6709", b"GPSLatitude", b"GPSLongitude", b"GPSPosition")


def has_position(data: bytes) -> bool:
    """Whether a latitude and a longitude, or one of them, is written into a picture."""
    if any(mark in data for mark in _XMP):
        return True
    if tells(data, "position"):
        return True
    return any(_has_gps(block) for block in _all_blocks(data))


def told_by(data: bytes) -> tuple[str, ...]:
    """What a file tells of its making: its author, its camera, changes. Nothing for none.

    A PDF file that is encrypted, or a broken file, tells nothing that can be read here.
    """
    tags = {tag for block in _all_blocks(data) for tag in _tags(block)}
    parts = texts_of(data)
    found = {
        "its author": bool(tags & {*_ARTIST, _OWNER})
        or any(map(_NAMED.search, parts))
        or has_summary_author(data)
        or tells(data, "author"),
        "the camera": bool(tags & {_MAKE, _MODEL})
        or any(map(_CAMERA.search, parts))
        or tells(data, "camera"),
        "earlier changes": any(map(_CHANGES.search, parts)) or has_earlier_versions(data),
        "a comment": has_comment(data),
    }
    return tuple(what for what, there in found.items() if there)


def orientation(data: bytes) -> int:
    """How a picture is turned, from 1 (upright) to 8 as EXIF counts; 1 where it does not say."""
    for block in _blocks(data):
        order = {b"II": "<", b"MM": ">"}.get(block[:2])
        if order is None or len(block) < 8:
            continue
        (first,) = struct.unpack_from(f"{order}I", block, 4)
        for tag, value in _entries(block, first, order):
            if tag == _ORIENTATION:  # two bytes, at the beginning of four
                return value >> 16 if order == ">" else value & 0xFFFF
    return 1


def _tags(block: bytes) -> Iterator[int]:
    """The entries of the first directory of a TIFF block, and of the EXIF data it leads to."""
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 8:
        return
    (first,) = struct.unpack_from(f"{order}I", block, 4)
    for tag, value in _entries(block, first, order):
        yield tag
        if tag == _EXIF:
            yield from (inner for inner, _ in _entries(block, value, order))


def _all_blocks(data: bytes) -> Iterator[bytes]:
    """The TIFF blocks of a file, and of the pictures within a document."""
    return chain(_blocks(data), *map(_blocks, pictures_in(data)))


def _blocks(data: bytes) -> Iterator[bytes]:
    """The TIFF blocks that a file holds."""
    if data.startswith((b"II*\0", b"MM\0*")):
        yield data
    elif data.startswith(b"\xff\xd8"):
        yield from _of_jpeg(data)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _of_chunks(data, 8, ">", b"eXIf")
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        yield from _of_chunks(data, 12, "<", b"EXIF")
    elif data[4:8] == b"ftyp":  # HEIC, AVIF: the block lies somewhere within, after its name
        start = data.find(b"Exif\0\0")
        while start >= 0:
            yield data[start + 6 :]
            start = data.find(b"Exif\0\0", start + 6)
        # Where nothing stands between, the block follows its own offset, which is 0.
        for found in islice(_BARE.finditer(data), _TRIED):
            yield data[found.end() : found.end() + _LARGEST_BLOCK]


def _of_jpeg(data: bytes) -> Iterator[bytes]:
    """The segments APP1 of a JPEG file that hold EXIF data."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xDA or marker == 0xD9:  # the picture itself begins, or the file ends
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        body = data[at + 4 : at + 2 + length]
        if marker == 0xE1 and body.startswith(b"Exif\0"):
            yield body[6:]
        at += 2 + max(length, 2)


def _of_chunks(data: bytes, start: int, order: str, wanted: bytes) -> Iterator[bytes]:
    """The chunks of this name in a PNG (`>`) or a WebP (`<`) file."""
    at = start
    while at + 8 <= len(data):
        png = order == ">"
        name = data[at + 4 : at + 8] if png else data[at : at + 4]
        (length,) = struct.unpack_from(f"{order}I", data, at if png else at + 4)
        body = data[at + 8 : at + 8 + length]
        if name == wanted:
            yield body.removeprefix(b"Exif\0\0")
        at += 8 + length + (4 if png else length % 2)


def _has_gps(block: bytes) -> bool:
    """Whether the first directory of a TIFF block leads to one with a latitude or a longitude."""
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 8:
        return False
    (first,) = struct.unpack_from(f"{order}I", block, 4)
    where = next((value for tag, value in _entries(block, first, order) if tag == _GPS), None)
    if where is None:
        return False
    tags = {tag for tag, _ in _entries(block, where, order)}
    return bool(tags & {_LATITUDE, _LONGITUDE})


def _entries(block: bytes, at: int, order: str) -> Iterator[tuple[int, int]]:
    """The entries of a directory: number and value, or where the value lies."""
    if at + 2 > len(block):
        return
    (count,) = struct.unpack_from(f"{order}H", block, at)
    for index in range(count):
        start = at + 2 + 12 * index
        if start + 12 > len(block):
            return
        tag, _, _, value = struct.unpack_from(f"{order}HHII", block, start)
        yield tag, value
