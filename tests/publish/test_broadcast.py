"""What browsers see after each making, and by what they find out that it is new."""

from __future__ import annotations

import asyncio

from milepost.publish.broadcast import (
    ALERT,
    Attempt,
    Broadcast,
    Snapshot,
    changed,
    snapshot_after,
)
from milepost.publish.maker import crashed, saved_line

ONE = snapshot_after(None, Attempt({"index.html": b"1", "style.css": b""}))
NOTHING = snapshot_after(None, Attempt(None, "<p>x</p>", "1 mistake"))


def test_what_changed_came_or_went_has_another_stamp() -> None:
    after = snapshot_after(ONE, Attempt({"index.html": b"2", "style.css": b"", "new.html": b""}))
    assert after.stamps()["index.html"] != ONE.stamps()["index.html"]
    assert after.stamps()["style.css"] == ONE.stamps()["style.css"]
    assert after.stamps().keys() - ONE.stamps().keys() == {"new.html"}
    assert changed(ONE, after) == ("index.html", "new.html")


def test_the_same_pages_have_the_same_stamp_from_one_start_to_the_next() -> None:
    again = snapshot_after(None, Attempt({"style.css": b"", "index.html": b"1"}))
    assert again.stamp == ONE.stamp
    for pages in (
        {"index.html": b"2", "style.css": b""},
        {"index.html": b"1", "style.cs": b""},
        {"index.html": b"1"},
    ):
        assert snapshot_after(ONE, Attempt(pages)).stamp != ONE.stamp


def test_the_last_good_pages_stay_below_the_alert() -> None:
    after = snapshot_after(ONE, Attempt(None, "<p>goal.md:3</p>", "1 mistake"))
    assert after.pages == ONE.pages
    assert (after.alert, after.title) == ("<p>goal.md:3</p>", "1 mistake")
    assert after.stamps() == {**ONE.stamps(), ALERT: after.stamps()[ALERT]}
    assert changed(ONE, after) == ()
    mended = snapshot_after(after, Attempt(ONE.pages))
    assert mended.stamp == ONE.stamp


def test_another_mistake_is_another_alert() -> None:
    def alert(words: str, title: str) -> str:
        return snapshot_after(ONE, Attempt(None, words, title)).stamps()[ALERT]

    assert alert("<p>x</p>", "1 mistake") == alert("<p>x</p>", "1 mistake")
    assert alert("<p>x</p>", "1 mistake") != alert("<p>y</p>", "1 mistake")
    assert alert("<p>x</p>", "1 mistake") != alert("<p>x</p>", "2 mistakes")


def test_pages_may_be_good_and_have_an_alert() -> None:
    after = snapshot_after(ONE, Attempt({"index.html": b"2"}, "<p>careful</p>", "1 warning"))
    assert (after.pages, after.alert) == ({"index.html": b"2"}, "<p>careful</p>")


def test_no_pages_without_a_reason_get_an_alert_all_the_same() -> None:
    after = snapshot_after(ONE, Attempt(None))
    assert "could not be made" in after.alert
    assert after.title


def test_a_title_without_an_alert_is_nothing_new() -> None:
    assert snapshot_after(ONE, Attempt(ONE.pages, "", "Goals")).stamp == ONE.stamp


def test_a_crash_says_what_happened_and_that_nothing_was_lost() -> None:
    attempt = crashed(KeyError("<x>"))
    assert attempt.pages is None
    assert "KeyError: &#x27;&lt;x&gt;&#x27;" in attempt.alert
    assert "nothing in it was changed" in attempt.alert


def test_the_terminal_counts_what_changed() -> None:
    def said(*addresses: str, before: Snapshot = ONE) -> str:
        attempt = Attempt({**(ONE.pages or {}), **dict.fromkeys(addresses, b"new")})
        return saved_line(attempt, before, snapshot_after(before, attempt))

    assert said() == "Saved: no page changed."
    assert said("index.html") == "Saved: 1 page changed."
    assert said("a.html", "b.html", "style.css") == "Saved: 2 pages and 1 file changed."
    assert said("feed.xml", "goals.json") == "Saved: 2 files changed."
    assert said(before=NOTHING) == "Saved: the pages are there now."


def test_the_terminal_says_when_the_last_good_pages_stay() -> None:
    attempt = Attempt(None, "<p>x</p>", "1 mistake")
    line = saved_line(attempt, ONE, snapshot_after(ONE, attempt))
    assert line == "Saved, but the pages could not be made again: the last good ones stay."


LONG = 30.0
"""Seconds that no test here waits for."""
TWO = snapshot_after(ONE, Attempt({"index.html": b"2"}))


async def waiting(broadcast: Broadcast) -> asyncio.Task[Snapshot | None]:
    """A page that was asked for and waits."""
    page = asyncio.create_task(broadcast.current(LONG))
    await asyncio.sleep(0)
    assert not page.done()
    return page


def test_a_page_asked_for_after_a_save_waits_for_what_the_save_changes() -> None:
    async def asked() -> tuple[Snapshot | None, Snapshot | None]:
        broadcast = Broadcast()
        broadcast.send(ONE)
        before = await broadcast.current(LONG)
        broadcast.expect(1)
        page = await waiting(broadcast)
        broadcast.send(TWO, 1)
        return before, await page

    assert asyncio.run(asked()) == (ONE, TWO)


def test_a_page_does_not_wait_for_saves_that_come_after_it_was_asked_for() -> None:
    async def asked() -> Snapshot | None:
        broadcast = Broadcast()
        broadcast.send(ONE)
        broadcast.expect(1)
        page = await waiting(broadcast)
        broadcast.expect(2)
        broadcast.send(TWO, 1)
        return await page

    assert asyncio.run(asked()) == TWO


def test_what_was_made_before_a_save_does_not_answer_for_it() -> None:
    async def asked() -> Snapshot | None:
        broadcast = Broadcast()
        broadcast.expect(1)
        broadcast.expect(2)
        page = asyncio.create_task(broadcast.current(LONG))
        broadcast.send(ONE, 1)
        await asyncio.sleep(0)
        assert not page.done()
        broadcast.send(TWO, 2)
        return await page

    assert asyncio.run(asked()) == TWO


def test_a_page_that_has_waited_long_enough_is_shown_as_it_is() -> None:
    async def asked() -> Snapshot | None:
        broadcast = Broadcast()
        broadcast.send(ONE)
        broadcast.expect(1)
        return await broadcast.current(0.01)

    assert asyncio.run(asked()) == ONE


def test_at_the_end_no_page_waits() -> None:
    async def asked() -> Snapshot | None:
        broadcast = Broadcast()
        broadcast.send(ONE)
        broadcast.expect(1)
        page = await waiting(broadcast)
        broadcast.close()
        return await page

    assert asyncio.run(asked()) == ONE
