"""Pictures of the site tell nothing beside themselves: given this file, this is left of it."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.checks.privacy.pictures import has_position, orientation, told_by
from milepost.checks.privacy.stripping import stripped

ICC = b"ICC_PROFILE\0\1\1colours"
XMP = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='51,3.2N'>canary</x>"


def exif(order: str, turned: int = 1, position: bool = True) -> bytes:
    """EXIF data with a camera, an orientation, and maybe a position."""
    short = turned << 16 if order == ">" else turned
    entries = [(0x0110, 2, 4, 0), (0x0112, 3, 1, short)]
    at = 8 + 2 + 12 * (len(entries) + position) + 4
    entries += [(0x8825, 4, 1, at)] * position
    block = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}IH", 8, len(entries))
    block += b"".join(struct.pack(f"{order}HHII", *entry) for entry in entries) + b"\0" * 4
    return block + struct.pack(f"{order}HHHII", 1, 2, 5, 3, 0) + b"canary"


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


SCAN = segment(0xDA, b"\1\1\0\0\x3f\0") + b"light \xff\0 and \xff\xd0 shade"
JFIF = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
FRAME = segment(0xDB, b"table") + segment(0xC2, b"size")


def jpeg(*others: bytes) -> bytes:
    return b"".join((b"\xff\xd8", JFIF, *others, FRAME, SCAN, b"\xff\xd9"))


def chunk(name: bytes, body: bytes) -> bytes:
    crc = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", crc)


def png(*others: bytes) -> bytes:
    head, data, end = chunk(b"IHDR", b"size"), chunk(b"IDAT", b"light"), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(others) + data + end


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(held)) + held + b"\0" * (len(held) % 2)
        for name, held in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    "told",
    [
        segment(0xE1, b"Exif\0\0" + exif("<")),
        segment(0xE1, b"Exif\0\0" + exif(">")),
        segment(0xE1, XMP),
        segment(0xED, b"Photoshop 3.0\0 8BIM canary"),
        segment(0xFE, b"canary"),
        segment(0xE0, b"JFXX\0 a small picture: canary"),
        segment(0xE2, b"MPF\0 canary"),
        segment(0xEB, b"a maker's own: canary"),
        b"canary between segments",
        b"\xff\xff\xff" + segment(0xE1, XMP),
    ],
)
def test_a_jpeg_keeps_the_picture_and_its_colours(told: bytes) -> None:
    colours = segment(0xE2, ICC) + segment(0xEE, b"Adobe\0d")
    assert stripped(jpeg(told, colours)) == jpeg(colours)


def test_what_follows_a_jpeg_is_no_part_of_the_picture() -> None:
    assert stripped(jpeg() + jpeg(segment(0xE1, XMP)) + b"a film: canary") == jpeg()


def test_a_jpeg_of_several_scans_is_kept_whole() -> None:
    several = jpeg(SCAN, segment(0xC4, b"table"), SCAN)
    assert stripped(jpeg(SCAN, segment(0xFE, b"canary"), segment(0xC4, b"table"), SCAN)) == several


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("turned", range(10))
def test_how_a_picture_is_turned_is_all_that_is_kept(order: str, turned: int) -> None:
    block = exif(order, turned)
    whole = riff((b"VP8X", b"\x2c" + b"\0" * 9), (b"VP8 ", b"light"), (b"EXIF", block))
    for file in (jpeg(segment(0xE1, b"Exif\0\0" + block)), png(chunk(b"eXIf", block)), whole):
        assert orientation(file) == turned
        assert has_position(file)
        left = stripped(file)
        assert orientation(left) == (turned if 2 <= turned <= 8 else 1)
        assert not has_position(left)
        assert told_by(left) == ()
        assert b"canary" not in left
        assert stripped(left) == left


@pytest.mark.parametrize(
    "told",
    [
        chunk(b"tEXt", b"Author\0canary"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0canary"),
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"canary")),
        chunk(b"eXIf", exif("<")),
        chunk(b"tIME", b"\7\xea\1\1\1\1\1"),
        chunk(b"caBX", b"a maker's own: canary"),
    ],
)
def test_a_png_keeps_the_picture_and_its_colours(told: bytes) -> None:
    colours = chunk(b"iCCP", b"colours") + chunk(b"tRNS", b"clear")
    assert stripped(png(told, colours) + b"canary") == png(colours)


def test_a_webp_keeps_the_picture_and_its_colours() -> None:
    size = b"\0" * 9
    told = [(b"EXIF", exif("<")), (b"XMP ", b"GPSLatitude canary"), (b"OWN ", b"canary")]
    kept = [(b"ICCP", b"colours"), (b"ALPH", b"clear"), (b"VP8 ", b"light")]
    whole = riff((b"VP8X", b"\x3c" + size), *kept, *told)
    assert stripped(whole + b"canary") == riff((b"VP8X", b"\x30" + size), *kept)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a canary", b"%PDF-1.7 /Author (Bea)", b"\xff\xd8", b"<svg/>", b"RIFF"]
)
def test_other_files_stay_as_they_are(data: bytes) -> None:
    assert stripped(data) == data


@given(
    st.binary(max_size=200),
    st.integers(0, 300),
    st.sampled_from(
        [
            jpeg(segment(0xE1, XMP)),
            png(chunk(b"eXIf", exif("<", 6))),
            riff((b"VP8X", b"\0" * 10), (b"EXIF", exif(">", 6))),
        ]
    ),
)
def test_nothing_is_told_by_what_is_left_of_a_broken_picture(
    noise: bytes, cut: int, whole: bytes
) -> None:
    stripped(noise)
    for broken in (whole[:cut], whole[:cut] + noise, whole[:cut] + noise + whole[cut:]):
        left = stripped(broken)
        assert stripped(left) == left
    assert b"canary" not in stripped(whole[:cut])
