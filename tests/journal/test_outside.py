"""Settings that name an address, a time zone, a language: what is one, and what was meant."""

from __future__ import annotations

import pytest

from milepost.addresses import site_url
from milepost.journal.load import Loaded, load


def settings(line: str) -> Loaded:
    return load({"milepost.yaml": line.encode()})


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://ana.example/journal/", "https://ana.example/journal/"),
        ("https://ana.example", "https://ana.example/"),
        ("HTTP://ANA.example:8080/x", "http://ana.example:8080/x/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("https://ana.example/mein tagebuch", "https://ana.example/mein%20tagebuch/"),
        ("https://ana.example/a%20b/", "https://ana.example/a%20b/"),
        ("https://ana.example/über/&more'", "https://ana.example/%C3%BCber/&more'/"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
    ],
)
def test_an_address_is_written_as_links_need_it(written: str, address: str) -> None:
    assert site_url(written) == address
    assert site_url(address) == address
    loaded = settings(f'url: "{written}"')
    assert (loaded.journal.settings.url, loaded.findings) == (address, ())


@pytest.mark.parametrize(
    "written",
    [
        "nonsense",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:ana@ana.example",
        "ftp://ana.example/",
        "file:///etc/passwd",
        "//ana.example/",
        "/journal/",
        "https:/ana.example/",
        "https:ana.example",
        "https://",
        "https:///x",
        "https://?x",
        "https://ana.example/?page=1",
        "https://ana.example/#top",
        "https://ana:word@ana.example/",
        "https://ana example/",
        "https://ana..example/",
        "https://ana.example:port/",
        "https://ana.example/<script>",
        "ana.example/journal",
    ],
)
def test_what_is_no_address_is_told_and_left_out(written: str) -> None:
    loaded = settings(f'url: "{written}"')
    assert loaded.journal.settings.url == ""
    (finding,) = loaded.findings
    assert (finding.name, finding.place.line) == ("not-an-address", 1)


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("Brussels", "did you mean `Europe/Brussels`?"),
        ("brussels", "did you mean `Europe/Brussels`?"),
        ("Europe/Brusels", "did you mean `Europe/Brussels`?"),
        ("Europe/New York", "did you mean `America/New_York`?"),
        ("../../etc/passwd", "write continent and city: `Europe/Brussels`"),
        ("my kitchen", "write continent and city: `Europe/Brussels`"),
    ],
)
def test_a_misnamed_time_zone_is_told_with_the_nearest_names(written: str, remedy: str) -> None:
    (finding,) = settings(f"timezone: {written}").findings
    assert (finding.name, finding.help) == ("no-such-time-zone", remedy)


@pytest.mark.parametrize("written", ["Europe/Brussels", "UTC", "America/Argentina/Ushuaia", ""])
def test_a_time_zone_by_its_name_is_fine(written: str) -> None:
    assert settings(f"timezone: {written}").findings == ()


@pytest.mark.parametrize("written", ["en", "de", "de_DE", "pt-BR", "zh_Hant", "EN", "sr-Latn"])
def test_a_language_by_its_tag_is_fine(written: str) -> None:
    assert settings(f"language: {written}").findings == ()


@pytest.mark.parametrize(
    ("written", "taken"),
    [("german", "de"), ("Deutsch", "de"), ("English", "en"), ("français", "fr"), ("qqx", "en")],
)
def test_a_language_by_its_name_is_told_and_taken(written: str, taken: str) -> None:
    loaded = settings(f"language: {written}")
    assert [finding.name for finding in loaded.findings] == ["no-such-language"]
    assert loaded.journal.settings.language == taken
