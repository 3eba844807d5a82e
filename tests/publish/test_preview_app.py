"""The preview's answers to a browser, and to everybody else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from milepost.publish.app import application
from milepost.publish.broadcast import ALERT, Attempt, Broadcast, Snapshot, snapshot_after

SITE = {
    "index.html": b"<!doctype html><title>Goals</title><body><h1>Goals</h1></body>",
    "goals/index.html": b"<!doctype html><title>All</title><body></body>",
    "404.html": b"<!doctype html><title>Lost</title><body><p>Not here.</p></body>",
    "style.css": b"body {}",
    "feed.xml": b"<feed/>",
}


class Browser(TestClient):
    """A browser beside the server's broadcast."""

    def __init__(self, broadcast: Broadcast) -> None:
        super().__init__(
            application(broadcast, 8000), base_url="http://127.0.0.1:8000", follow_redirects=False
        )
        self.broadcast = broadcast

    def show(self, attempt: Attempt) -> Snapshot:
        """Show this, from the thread that the broadcast belongs to."""
        assert self.portal is not None
        snapshot = snapshot_after(self.broadcast.latest, attempt)
        self.portal.call(self.broadcast.send, snapshot)
        return snapshot

    def event(self) -> dict[str, object]:
        """The first event that the server sends: its stamp, and the stamp of each file."""
        stamp = ""
        with self.stream("GET", "/_milepost/events") as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            for line in answer.iter_lines():
                if line.startswith("id: "):
                    stamp = line.removeprefix("id: ")
                if line.startswith("data: "):
                    return {"stamp": stamp, "stamps": json.loads(line.removeprefix("data: "))}
        raise AssertionError("no event came")


@pytest.fixture
def browser() -> Iterator[Browser]:
    with Browser(Broadcast()) as browser:
        browser.show(Attempt(SITE))
        yield browser


def test_pages_come_from_memory_with_their_types_and_are_not_kept(browser: Browser) -> None:
    for path, kind in (
        ("/", "text/html; charset=utf-8"),
        ("/goals/", "text/html; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/feed.xml", "application/xml; charset=utf-8"),
    ):
        answer = browser.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == kind
        assert answer.headers["cache-control"] == "no-store"


def test_pages_carry_the_script_and_other_files_are_sent_as_they_are(browser: Browser) -> None:
    assert "EventSource" in browser.get("/").text
    assert browser.get("/style.css").content == b"body {}"
    assert browser.get("/feed.xml").content == b"<feed/>"


def test_the_pages_that_were_made_never_change(browser: Browser) -> None:
    before = dict(SITE)
    browser.get("/")
    assert before == SITE


def test_a_folder_without_its_slash_keeps_the_query(browser: Browser) -> None:
    answer = browser.get("/goals?area=health&x=%2F")
    assert answer.status_code == 307
    assert answer.headers["location"] == "/goals/?area=health&x=%2F"


def test_an_unknown_address_is_answered_by_the_sites_own_page(browser: Browser) -> None:
    answer = browser.get("/goals/none/")
    assert answer.status_code == 404
    assert "Not here." in answer.text
    assert "goals/none/index.html" in answer.text  # comes the page, the browser loads it


def test_a_site_without_such_a_page_gets_a_plain_one(browser: Browser) -> None:
    browser.show(Attempt({"index.html": b""}))
    answer = browser.get("/none")
    assert answer.status_code == 404
    assert "Page not found" in answer.text


def test_head_is_get_without_the_body(browser: Browser) -> None:
    head, get = browser.head("/"), browser.get("/")
    assert head.content == b""
    assert head.headers["content-length"] == str(len(get.content))


def test_nothing_can_be_sent_to_the_preview(browser: Browser) -> None:
    answer = browser.post("/", content=b"x")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LocalHost:8000", "[::1]:8000"]
)
def test_this_machines_names_are_answered(browser: Browser, host: str) -> None:
    assert browser.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "localhost",
        "localhost:80",
        "127.0.0.1.evil.example:8000",
    ],
)
@pytest.mark.parametrize("path", ["/", "/style.css", "/_milepost/events", "/_milepost/client.css"])
def test_any_other_name_is_refused_with_a_word(browser: Browser, host: str, path: str) -> None:
    answer = browser.get(path, headers={"Host": host})
    assert answer.status_code == 421
    assert "http://127.0.0.1:8000/" in answer.text
    assert "Goals" not in answer.text


@pytest.mark.parametrize("path", ["/", "/style.css", "/_milepost/events", "/_milepost/client.css"])
@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:9", "file://"]
)
def test_a_page_of_another_site_is_refused(browser: Browser, origin: str, path: str) -> None:
    answer = browser.get(path, headers={"Origin": origin})
    assert answer.status_code == 421
    assert "Goals" not in answer.text
    assert "access-control-allow-origin" not in answer.headers


def test_its_own_page_may_ask(browser: Browser) -> None:
    answer = browser.get("/style.css", headers={"Origin": "http://127.0.0.1:8000"})
    assert answer.status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/_milepost/events", "/_milepost/client.css"])
def test_no_method_but_reading_is_answered(browser: Browser, method: str, path: str) -> None:
    assert browser.request(method, path, content=b"x" * 10_000_000).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/..%5c..%5cmilepost.yaml",
        "//etc/passwd",
        "/%00",
        "/.milepost-ledger",
        "/style.css/../../milepost.yaml",
        "/" + "a/" * 5000,
    ],
)
def test_no_path_leads_out_of_the_pages(browser: Browser, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code in {404, 301, 308, 307}
    assert "root:" not in answer.text
    assert "evil" not in answer.headers.get("location", "")


def test_no_other_site_may_take_a_file_into_its_pages(browser: Browser) -> None:
    answer = browser.get("/style.css")
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in answer.headers


def test_with_a_mistake_the_last_good_page_stays_below_the_alert(browser: Browser) -> None:
    browser.show(Attempt(None, "<p>goal.md:3</p>", "1 mistake"))
    answer = browser.get("/")
    assert answer.status_code == 200
    assert "<h1>Goals</h1>" in answer.text
    assert "<p>goal.md:3</p>" in answer.text
    browser.show(Attempt(SITE))
    assert "<p>goal.md:3</p>" not in browser.get("/").text


def test_before_there_is_any_good_page_every_address_shows_what_is_wrong() -> None:
    with Browser(Broadcast()) as browser:
        browser.show(Attempt(None, "<p>goal.md:3</p>", "1 mistake"))
        answer = browser.get("/goals/")
        assert answer.status_code == 503
        assert "<p>goal.md:3</p>" in answer.text
        assert "<h1>1 mistake</h1>" in answer.text
        assert "EventSource" in answer.text


def test_a_browser_hears_the_stamp_of_every_file_and_of_the_alert(browser: Browser) -> None:
    before = browser.event()["stamps"]
    snapshot = browser.show(Attempt(SITE | {"goals/index.html": b"new"}))
    assert browser.event() == {"stamp": snapshot.stamp, "stamps": snapshot.stamps()}
    assert isinstance(before, dict)
    assert before.keys() == SITE.keys()
    assert {a for a in before if before[a] != snapshot.stamps()[a]} == {"goals/index.html"}
    ill = browser.show(Attempt(None, "<p>goal.md:3</p>", "1 mistake"))
    assert browser.event()["stamps"] == {**snapshot.stamps(), ALERT: ill.stamps()[ALERT]}


def test_the_page_and_the_event_agree_on_the_stamp(browser: Browser) -> None:
    assert f'data-stamp="{browser.event()["stamp"]}"' in browser.get("/").text


def test_the_style_of_the_alert_is_a_file_that_the_pages_policy_allows(browser: Browser) -> None:
    browser.show(Attempt(None, "<p>goal.md:3</p>", "1 mistake"))
    linked = re.findall(r'<link rel="stylesheet" href="(/_milepost/.*?)">', browser.get("/").text)
    answer = browser.get(linked[0])
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "#milepost-alert" in answer.text


def test_when_the_preview_ends_nobody_is_kept_waiting() -> None:
    with Browser(Broadcast()) as browser:
        assert browser.portal is not None
        browser.portal.call(browser.broadcast.close)
        assert browser.get("/").status_code == 503
        assert browser.get("/_milepost/events").text == "retry: 500\n\n"
