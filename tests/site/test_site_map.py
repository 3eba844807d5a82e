"""Which pages there are, and where a name leads."""

from __future__ import annotations

from datetime import date
from inspect import cleandoc

from site_makers import site

from milepost.findings import Finding
from milepost.journal.examples import files_of
from milepost.journal.load import load
from milepost.journal.words import Visibility
from milepost.progress.report import Report
from milepost.site.site_map import SiteMap, draw
from milepost.voice.english import ENGLISH
from milepost.voice.voice import Voice

JOURNAL = """
    == content/goals/earn-pmp.md ==
    ---
    title: Earn the PMP
    area: Career
    tags: [Exams, exams]
    ---
    == content/goals/work/Read.md ==
    ---
    title: Read
    area: career
    ---
    == content/journal/2026-W47.md ==
    ---
    title: A week
    ---
    == content/journal/2026-11-20.md ==
    A day.
    == content/reviews/2026-Q4.md ==
    ---
    title: A quarter
    ---
    == content/pages/about.md ==
    ---
    title: About
    ---
    Me.
"""


def drawn(text: str) -> tuple[SiteMap, tuple[Finding, ...]]:
    return draw(
        Report(day=date(2026, 12, 31), journal=load(files_of(cleandoc(text))).journal), ENGLISH
    )


def test_every_page_has_its_address() -> None:
    site_map, findings = drawn(JOURNAL)
    assert not findings
    assert site_map.address("goal", "earn-pmp") == "goals/earn-pmp/"
    assert site_map.address("week", "2026-W47") == "journal/2026-W47/"
    assert [stop.address for stop in site_map.of("period")] == ["2026/", "2026/Q4/", "2026/11/"]
    assert [stop.address for stop in site_map.of("page")] == ["about/"]


def test_ways_to_write_a_tag_or_an_area_share_a_page() -> None:
    site_map, _ = drawn(JOURNAL)
    assert [stop.address for stop in site_map.of("area")] == ["areas/career/"]
    assert [stop.address for stop in site_map.of("tag")] == ["tags/exams/"]


def test_a_name_leads_to_its_page() -> None:
    site_map, _ = drawn(JOURNAL)

    def led(target: str, path: str = "content/goals/earn-pmp.md") -> str:
        place = site_map.find(target, path)
        return place.address + place.anchor if place else ""

    assert led("Earn-PMP") == "goals/earn-pmp/"
    assert led("work/Read.md") == "goals/read/"
    assert led("../journal/2026-W47.md") == "journal/2026-W47/_2026-w47"
    assert led("2026-11-20") == "journal/2026-W47/_2026-11-20"
    assert led("2026-11-18") == "journal/2026-W47/"
    assert led("2026-Q4") == "2026/Q4/"
    assert led("about") == "about/"
    assert led("nothing") == ""


def test_two_pages_with_one_address_are_told_and_both_kept() -> None:
    site_map, findings = drawn("""
        == content/pages/Journal.md ==
        ---
        title: My journal
        ---
        """)
    assert [(f.code, f.place.path) for f in findings] == [("F901", "content/pages/Journal.md")]
    addresses = [stop.address for stop in site_map.pages.values()]
    assert len({address.casefold() for address in addresses}) == len(addresses)
    assert site_map.of("page")[0].address.casefold() == "journal-2/"


def test_a_page_gives_way_to_a_file_of_the_theme() -> None:
    journal = load(files_of("== content/pages/fonts.md ==\nText.")).journal
    report = Report(day=date(2026, 12, 31), journal=journal)
    site_map, findings = draw(report, Voice("en", reader=Visibility.PUBLIC), ["Fonts"])
    assert site_map.of("page")[0].address == "fonts-2/"
    assert len(findings) == 1


def test_a_link_by_an_old_id_leads_to_the_goal_and_by_another_name_to_the_page() -> None:
    made = site("""
    == content/pages/names.md ==
    ---
    aliases: [Who I am]
    ---
    Me.
    == content/goals/read-books.md ==
    ---
    title: Read
    aliases: read-24-books
    ---
    == content/pages/about.md ==
    See [[read-24-books]] and [it](../goals/read-24-books.md), and [[who i am]].
    """)
    page = made.pages["about/index.html"].decode()
    assert page.count('href="../goals/read-books/index.html"') == 2
    assert 'href="../names/index.html"' in page
    assert made.findings == ()
