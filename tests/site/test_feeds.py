"""The feed and the map of the site, read by another implementation than the one that wrote them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

from site_makers import site

from milepost.site.feeds import LATEST

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TEXT = """
    == milepost.yaml ==
    title: Ana & Co
    == content/goals/read.md ==
    ---
    title: Read
    ---
    == content/journal/2026-W46.md ==
    ---
    title: A <good> week
    ---
    With [[read]].
    == content/journal/2026-11-19.md ==
    ---
    title: A day
    ---
    By the sea.
"""


def test_the_feed_holds_the_latest_entries_dated_by_themselves() -> None:
    feed = ET.fromstring(site(TEXT, url="https://ana.example/j/").pages["feed.xml"])
    assert feed.findtext(f"{ATOM}title") == "Ana & Co"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-19T00:00:00Z"
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == ["A day", "A <good> week"]
    links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
    assert links[0] == "https://ana.example/j/feed.xml"
    assert links[2] == "https://ana.example/j/journal/2026-W47/#_2026-11-19"
    content = feed.findall(f"{ATOM}entry/{ATOM}content")[1]
    assert '<a href="https://ana.example/j/goals/read/">Read</a>' in (content.text or "")


def test_ids_are_there_once_and_stay() -> None:
    first = ET.fromstring(site(TEXT).pages["feed.xml"])
    more = TEXT + "    == content/journal/2026-W40.md ==\n    Words.\n"
    second = ET.fromstring(site(more).pages["feed.xml"])
    ids = [element.text for element in first.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) == 3
    assert set(ids) < {element.text for element in second.iter(f"{ATOM}id")}


def test_without_an_address_the_feed_is_relative_and_there_is_no_map() -> None:
    made = site(TEXT)
    assert "sitemap.xml" not in made.pages
    assert b'<link href="index.html"/>' in made.pages["feed.xml"]


def test_the_feed_is_not_endless() -> None:
    notes = "".join(
        f"    == content/journal/2026-W{n:02d}.md ==\n    Week.\n" for n in range(1, 40)
    )
    feed = ET.fromstring(site(TEXT + notes).pages["feed.xml"])
    assert len(list(feed.iter(f"{ATOM}entry"))) == LATEST


def test_control_characters_do_not_break_the_feed() -> None:
    made = site("== milepost.yaml ==\ntitle: a\n== content/journal/2026-W40.md ==\na\x0bb\x0c\n")
    assert ET.fromstring(made.pages["feed.xml"]) is not None


def test_the_map_lists_pages_by_their_full_addresses() -> None:
    tree = ET.fromstring(site(TEXT, url="https://ana.example/j").pages["sitemap.xml"])
    found = [element.text for element in tree.iter(f"{MAP}loc")]
    assert "https://ana.example/j/" in found
    assert "https://ana.example/j/goals/read/" in found
    assert not [address for address in found if address and "404" in address]


def feed_on(day: str, text: str = TEXT) -> ET.Element:
    made = site(text, date.fromisoformat(day), url="https://ana.example/j/")
    return ET.fromstring(made.pages["feed.xml"])


def test_an_entry_whose_text_stays_is_the_same_in_every_build() -> None:
    text = """
    == content/journal/2026-W46.md ==
    Words.
    == content/journal/2026-W47.md ==
    """
    feeds = [feed_on(day, text) for day in ("2026-11-16", "2026-11-18", "2026-11-22", "2027-03-01")]
    assert len({ET.tostring(feed) for feed in feeds}) == 1
    updated = [element.text for element in feeds[0].iter(f"{ATOM}updated")]
    assert updated == ["2026-11-16T00:00:00Z", "2026-11-16T00:00:00Z", "2026-11-09T00:00:00Z"]
    titles = [entry.findtext(f"{ATOM}title") for entry in feeds[0].iter(f"{ATOM}entry")]
    assert "2026" in (titles[0] or "")


def test_a_feed_without_entries_is_the_same_on_every_day() -> None:
    text = "== content/goals/read.md ==\n    # Read"
    assert ET.tostring(feed_on("2026-11-16", text)) == ET.tostring(feed_on("2026-11-17", text))


def test_addresses_are_whole_and_escaped_in_feed_and_map() -> None:
    text = """
    == milepost.yaml ==
    url: https://ana.example/a & b/
    == content/goals/über & <mehr>.md ==
    # Mehr
    == content/journal/2026-W46.md ==
    See [[über & <mehr>]].
    """
    pages = site(text).pages
    base = "https://ana.example/a%20&%20b/"
    found = [loc.text for loc in ET.fromstring(pages["sitemap.xml"]).iter(f"{MAP}loc")]
    assert f"{base}goals/%C3%BCber-mehr/" in found
    links = [link.get("href") for link in ET.fromstring(pages["feed.xml"]).iter(f"{ATOM}link")]
    assert links[0] == f"{base}feed.xml"
    for address in (*found, *links):
        assert address is not None
        assert address.isascii()
        assert not set(address) & set(' <>"')


def test_no_letter_that_xml_cannot_hold_gets_into_the_feed() -> None:
    text = "== content/journal/2026-W46.md ==\n    A\x1b[31m word\ufffe\uffff\x0b here"
    assert ET.fromstring(site(text).pages["feed.xml"]) is not None
