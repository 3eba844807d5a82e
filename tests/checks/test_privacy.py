"""What others may read: personal data, hidden goals, pictures with a position."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_goals import codes, findings_of, goal

from milepost.checks.privacy.pictures import has_position, told_by


def note(text: str, visibility: str = "public") -> str:
    return f"== content/journal/2026-W46.md ==\n---\nvisibility: {visibility}\n---\n{text}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("bea.lindt@posteo.eu", "P101"),
        ("<mailto:bea+sail@mail.posteo.eu>", "P101"),
        ("+32 470 12 34 56", "P102"),
        ("+1 (415) 555-2671", "P102"),
        ("(415) 555-2671", "P102"),
        ("020 7946 0958", "P102"),
        ("0470/12.34.56", "P102"),
        ("GB82 WEST 1234 5698 7654 32", "P103"),
        ("DE89370400440532013000", "P103"),
        ("My salary is 54,000 EUR.", "P104"),
        ("54 000 € gross salary", "P104"),
        ("I earn £2,400 a month", "P104"),
        ("Mein Gehalt: 4200 €", "P104"),
    ],
)
def test_personal_data(text: str, code: str) -> None:
    assert codes(note(text)) == [code]
    assert codes(note(text, "shared")) == [code]
    assert codes(note(text, "private")) == []
    assert codes(note(f"::: private\n{text}\n:::")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Write to name@example.org or you@mail.example.com",
        "@anna wrote at 5@7",
        "2026-11-22, 22.11.2026, 12:30 and 2026-W47",
        "ISBN 978-0-306-40615-7 and ISBN 0-306-40615-2",
        "1 200 000 steps, 0.306 406 152 of them",
        "10.1371/journal.pone.0234097",
        "version 1.2.3.4, the box 192.168.0.12",
        "order DE89370400440532013001",
        "The salary talk went well. The bridge costs 54,000 EUR.",
        "Paid 54 EUR for the ticket",
        "|1|2|3|\n|-|-|-|\n|02 34 56|78|90|",
    ],
)
def test_what_only_looks_like_personal_data(text: str) -> None:
    assert codes(note(text)) == []


def test_the_front_matter_is_read_too_with_its_place() -> None:
    text = goal(visibility="shared", support='"Bea, bea.lindt@posteo.eu"')
    (found,) = [finding for finding in findings_of(text) if finding.code[0] == "P"]
    line = text.split("\n")[found.place.line - 1]
    assert line[found.place.column - 1 : found.place.end_column - 1] == "bea.lindt@posteo.eu"
    assert found.message == "an e-mail address stands here, and your supporters can read it"


def secret(visibility: str = "private") -> str:
    hidden = goal(title="Leave the bank", status="someday", visibility=visibility)
    return f"== content/goals/leave-the-bank.md ==\n{hidden}"


@pytest.mark.parametrize(
    "text", ["I will leave the bank.", "On LEAVE THE\nBANK, soon.", "See leave-the-bank."]
)
def test_a_private_goal_is_named_in_public(text: str) -> None:
    assert codes(f"{secret()}\n{note(text)}") == ["P201"]


@pytest.mark.parametrize(
    "text",
    ["[[leave-the-bank]]", "[[leave-the-bank|words]]", "I leave the banknotes.", "The bank."],
)
def test_links_and_other_words_do_not_name_it(text: str) -> None:
    assert codes(f"{secret()}\n{note(text)}") == []


def test_a_shared_goal_is_hidden_from_the_public_only() -> None:
    assert codes(f"{secret('shared')}\n{note('Leave the bank.')}") == ["P201"]
    assert codes(f"{secret('shared')}\n{note('Leave the bank.', 'shared')}") == []


def test_progress_on_a_private_goal_does_not_name_it() -> None:
    text = (
        f"{secret()}\n== content/journal/2026-W46.md ==\n"
        "---\nvisibility: public\nprogress: {leave-the-bank: 1}\n---\nWords."
    )
    assert codes(text) == []


# --- pictures ------------------------------------------------------------------------------


def tiff(order: str, tags: dict[int, int]) -> bytes:
    """A TIFF block whose first directory leads to one with these tags."""
    head = b"II*\0" if order == "<" else b"MM\0*"
    first = struct.pack(f"{order}IH", 8, 1) + struct.pack(f"{order}HHII", 0x8825, 4, 1, 26)
    entries = b"".join(struct.pack(f"{order}HHII", tag, 5, 3, at) for tag, at in tags.items())
    return head + first + b"\0\0\0\0" + struct.pack(f"{order}H", len(tags)) + entries + b"\0" * 4


def jpeg(block: bytes) -> bytes:
    jfif = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + b"\0" * 9
    exif = b"\xff\xe1" + struct.pack(">H", len(block) + 8) + b"Exif\0\0" + block
    return b"\xff\xd8" + jfif + exif + b"\xff\xda\0\x02picture\xff\xd9"


def png(block: bytes) -> bytes:
    head = struct.pack(">I", 13) + b"IHDR" + b"\0" * 17
    chunk = struct.pack(">I", len(block)) + b"eXIf" + block + b"\0" * 4
    return b"\x89PNG\r\n\x1a\n" + head + chunk


def webp(block: bytes) -> bytes:
    odd = b"VP8 " + struct.pack("<I", 3) + b"abc\0"
    body = b"WEBP" + odd + b"EXIF" + struct.pack("<I", len(block)) + block
    return b"RIFF" + struct.pack("<I", len(body)) + body


def heic(block: bytes) -> bytes:
    return b"\0\0\0\x18ftypheic" + b"\0" * 12 + b"Exif\0\0\0 infe" + b"\0\0\0\x06Exif\0\0" + block


FILES = pytest.mark.parametrize("file", [jpeg, png, webp, heic, lambda block: block])
LATITUDE, LONGITUDE, ALTITUDE = 2, 4, 6


@FILES
@pytest.mark.parametrize("order", ["<", ">"])
def test_a_position_is_found_in_every_kind_of_file(file, order: str) -> None:  # type: ignore[no-untyped-def]
    assert has_position(file(tiff(order, {1: 0, LATITUDE: 80, 3: 0, LONGITUDE: 104})))


@FILES
def test_other_data_is_no_position(file) -> None:  # type: ignore[no-untyped-def]
    assert not has_position(file(tiff(">", {ALTITUDE: 80, 29: 80})))
    assert not has_position(file(tiff(">", {})))


def test_a_position_in_xmp_is_found() -> None:
    packet = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude='51,3.2N'/>"
    assert has_position(b"\xff\xd8\xff\xe1" + struct.pack(">H", len(packet) + 2) + packet)


def test_a_picture_without_any_data_has_none() -> None:
    assert not has_position(b"\xff\xd8\xff\xd9")
    assert not has_position(b"")
    assert not has_position(b"<svg/>")


@given(st.binary(max_size=200), st.integers(0, 200), st.sampled_from([jpeg, png, webp, heic]))
def test_broken_pictures_never_raise(noise: bytes, cut: int, file) -> None:  # type: ignore[no-untyped-def]
    whole = file(tiff("<", {LATITUDE: 80}))
    has_position(noise)
    has_position(whole[:cut] + noise)
    has_position(whole[:cut])


def test_a_picture_in_a_private_passage_is_not_published() -> None:
    picture = "== content/journal/boat.jpg ==\n⟨a photograph that says where it was taken⟩"
    assert codes(note(f"![boat](boat.jpg)\n{picture}")) == ["P202"]
    assert codes(note(f"::: private\n![boat](boat.jpg)\n:::\n{picture}")) == []
    assert codes(note(f"![boat](boat.jpg)\n{picture}", "private")) == []


def test_a_linked_picture_is_looked_at_like_one_that_is_shown() -> None:
    picture = "== content/journal/boat.jpg ==\n⟨a photograph that says where it was taken⟩"
    assert codes(note(f"[boat](boat.jpg)\n{picture}")) == ["P202"]
    assert "P202" in codes(note(f"[[boat.jpg]]\n{picture}"))


def office(name: str, text: str | bytes) -> bytes:
    """An office file with one part."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, text)
    return held.getvalue()


def packed(text: bytes) -> bytes:
    """A text as a PDF packs it."""
    return zlib.compress(text)


def summary(kind: int, text: bytes) -> bytes:
    """An older office file with one property."""
    section = struct.pack("<IIIIII", 0, 1, kind, 16, 30, len(text)) + text
    head = b"\0" * 28 + bytes.fromhex("E0859FF2F94F6810AB9108002B27B3D9") + struct.pack("<I", 48)
    return b"\xd0\xcf\x11\xe0" + head + section


def wave(tags: bytes) -> bytes:
    """A piece of sound with a list of tags behind it."""
    data = b"data" + struct.pack("<I", 5) + b"IART.\0"
    return b"RIFF\0\0\0\0WAVE" + data + b"LIST" + struct.pack("<I", len(tags)) + tags


def film(tags: bytes) -> bytes:
    """A film with a box of tags."""
    return b"\0\0\0\x10ftypisom\0\0\0\0" + struct.pack(">I", len(tags) + 8) + b"moov" + tags


def gif(blocks: bytes) -> bytes:
    """A picture of two colours with these blocks."""
    return b"GIF89a\1\0\1\0\x80\0\0" + b"\0" * 6 + blocks + b";"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (film(b"\0\0\0\x1a\xa9xyz\0\x12+50.85+004.35/"), True),
        (film(b"\0\0\0\x1aloci"), True),
        (film(b"com.apple.quicktime.location.ISO6709"), True),
        (film(b"\0\0\0\x1a\xa9nam"), False),
        (film(b"") + b"\0\0\0\x10mdat\xa9xyzfilm", False),
        (b"fLaC \x0a\0\0\0LOCATION=Gent", True),
        (b"\x1aE\xdf\xa3 E\xa3\x92RECORDING_LOCATION", True),
    ],
)
def test_a_film_says_where_it_was_taken(data: bytes, found: bool) -> None:
    assert has_position(data) is found


def test_a_picture_within_a_document_says_where_it_was_taken() -> None:
    picture = jpeg(tiff("<", {2: 80}))
    assert has_position(b"%PDF-1.7 stream\n" + picture + b"endstream")
    assert has_position(office("word/media/image1.jpeg", picture))
    assert not has_position(office("word/media/image1.jpeg", jpeg(tiff("<", {7: 80}))))


def test_where_nothing_stands_before_it_the_block_of_a_heic_picture_is_found() -> None:
    assert has_position(b"\0\0\0\x18ftypavif" + b"\0" * 12 + b"mdat\0\0\0\0" + tiff(">", {4: 80}))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (jpeg(tiff("<", {0x0110: 80})), ()),
        (b"%PDF-1.7 << /Author (Bea) >>", ("its author",)),
        (b"%PDF-1.7 << /Author <FEFF0042> >>", ("its author",)),
        (b"%PDF-1.7 << /Author () /Title (Bea) >>", ()),
        (b"<dc:creator><rdf:Seq><rdf:li>Bea</rdf:li></rdf:Seq></dc:creator>", ("its author",)),
        (b'<svg sodipodi:docname="bea.svg"/>', ("its author",)),
        (office("docProps/core.xml", "<dc:creator>Bea</dc:creator>"), ("its author",)),
        (office("docProps/core.xml", "<cp:lastModifiedBy>B</cp:lastModifiedBy>"), ("its author",)),
        (office("docProps/core.xml", "<dc:creator></dc:creator>"), ()),
        (office("word/document.xml", '<w:ins w:id="1"/>'), ("earlier changes",)),
        (office("word/document.xml", "<w:instrText/>"), ()),
        (office("docProps/app.xml", "<Company>Bea Ltd</Company>"), ("its author",)),
        (office("xl/comments1.xml", "<author>Bea</author>"), ("its author",)),
        (office("xl/comments1.xml", '<comment ref="A1"/>'), ("earlier changes",)),
        (office("word/document.xml", "<w:pPrChange/>"), ("earlier changes",)),
        (office("content.xml", "<office:annotation/>"), ("earlier changes",)),
        (office("content.opf", "<dc:creator>Bea</dc:creator>"), ("its author",)),
        (office("word/document.xml", "<w:p>Author: Bea</w:p>"), ()),
        (office("word/media/image1.jpeg", jpeg(tiff("<", {2: 80}))), ()),
        (b"%PDF-1.7 << /Author 5 0 R >>", ("its author",)),
        (b"%PDF-1.7 stream\n" + packed(b"<</Author(Bea)>>") + b"endstream", ("its author",)),
        (b"%PDF-1.7 stream\n" + packed(b"<</Title(Bea)>>") + b"endstream", ()),
        (b"%PDF-1.7 a %%EOF b %%EOF", ("earlier changes",)),
        (b"%PDF-1.7 << /Linearized 1 >> a %%EOF b %%EOF", ()),
        (b"%PDF-1.7 a %%EOF", ()),
        (summary(4, b"Bea\0"), ("its author",)),
        (summary(8, b"Bea\0"), ("its author",)),
        (summary(2, b"A title\0"), ()),
        (summary(4, b"\0\0\0\0"), ()),
        (rb"{\rtf1 {\info{\author Bea}}}", ("its author",)),
        (rb"{\rtf1 {\info{\author }} The author}", ()),
        (rb"{\rtf1 {\revised new}}", ("earlier changes",)),
        (b"ID3\x03\0\0\0\0\0\x0eTPE1\0\0\0\x04\0\0\0Bea", ("its author",)),
        (b"ID3\x03\0\0\0\0\0\x0eTIT2\0\0\0\x04\0\0\0Bea TPE1", ()),
        (
            b"\xff\xfb sound" + b"TAG" + b"t" * 30 + b"Bea".ljust(30, b"\0") + b" " * 65,
            ("its author",),
        ),
        (b"\xff\xfb sound" + b"TAG" + b"t" * 30 + b"\0" * 30 + b" " * 65, ()),
        (b"fLaC \x0a\0\0\0artist=Bea", ("its author",)),
        (b"OggS \x0a\0\0\0TITLE=Bea", ()),
        (wave(b"INFOIART\4\0\0\0Bea\0"), ("its author",)),
        (wave(b"INFOICRD\4\0\0\0Bea\0"), ()),
        (film(b"\0\0\0\x0c\xa9mod\0\0Cam"), ("the camera",)),
        (film(b"\0\0\0\x0c\xa9ART\0\0Bea"), ("its author",)),
        (film(b"com.apple.quicktime.make"), ("the camera",)),
        (film(b"") + b"\0\0\0\x10mdat\xa9ARTBea.", ()),
        (b"\x1aE\xdf\xa3 E\xa3\x86ARTIST", ("its author",)),
        (b"\x1aE\xdf\xa3 E\xa3\x85TITLE", ()),
        (b"<x:xmpmeta tiff:Make='Cam'/>", ("the camera",)),
        (gif(b"!\xfe\x03Bea\0"), ("a comment",)),
        (gif(b"!\xf9\x04\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\4!\xfe\3B\0"), ()),
        (b"PK\x03\x04 broken", ()),
        (b"", ()),
    ],
)
def test_what_a_file_tells_of_who_made_it(data: bytes, told: tuple[str, ...]) -> None:
    assert told_by(data) == told


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_picture_tells_its_author_and_its_camera(order: str) -> None:
    head = b"II*\0" if order == "<" else b"MM\0*"
    entries = b"".join(struct.pack(f"{order}HHII", tag, 2, 4, 0) for tag in (0x0110, 0x013B))
    block = head + struct.pack(f"{order}IH", 8, 2) + entries + b"\0" * 4
    assert told_by(jpeg(block)) == ("its author", "the camera")


def test_each_text_with_the_same_picture_is_told() -> None:
    picture = "== content/journal/boat.jpg ==\n⟨a photograph that says where it was taken⟩"
    other = "== content/journal/2026-W45.md ==\n---\nvisibility: shared\n---\n![b](boat.jpg)\n"
    assert codes(other + note(f"![boat](boat.jpg)\n{picture}")) == ["P202", "P202"]
