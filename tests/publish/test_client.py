"""What the browser is sent: the page, and after it what the preview adds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from milepost.publish.broadcast import Attempt, Snapshot, snapshot_after
from milepost.publish.client import client_script, plain_page, with_client

WELL = snapshot_after(None, Attempt({"index.html": b""}))
ILL = snapshot_after(
    WELL, Attempt(None, "<ul><li>goal.md:3</li></ul>", "1 mistake in <your> journal")
)
PAGE = b"<!doctype html><html lang=en><body><p>Goals</p></body></html>"


def sent(page: bytes, snapshot: Snapshot = WELL) -> str:
    return with_client(page, snapshot, ["index.html"]).decode()


def test_the_script_is_the_very_one_that_the_policy_is_told_of() -> None:
    scripts = re.findall(r"<script [^>]*>(.*?)</script>", sent(PAGE, ILL), re.DOTALL)
    assert scripts == [client_script()]


def test_the_page_knows_what_it_is_made_of_and_when() -> None:
    copy = sent(PAGE)
    assert 'data-watched="[&quot;index.html&quot;, &quot;_milepost/alert&quot;]"' in copy
    assert f'data-stamp="{WELL.stamp}"' in copy


def test_without_an_alert_the_page_gets_none_and_no_style() -> None:
    assert "<section" not in sent(PAGE)
    assert "<link" not in sent(PAGE)


def test_the_alert_has_a_name_and_a_role_and_its_words_stand_as_given() -> None:
    copy = sent(PAGE, ILL)
    assert (
        '<section id="milepost-alert" aria-labelledby="milepost-alert-title" tabindex="0">' in copy
    )
    assert 'role="alert">1 mistake in &lt;your&gt; journal</p>' in copy
    assert "<div><ul><li>goal.md:3</li></ul></div>" in copy


def test_nothing_that_a_policy_would_block_is_added() -> None:
    copy = sent(PAGE, ILL)
    assert "style=" not in copy
    assert "<style" not in copy


def test_the_addresses_to_watch_cannot_break_out_of_their_attribute() -> None:
    copy = with_client(b"", WELL, ['a"><script>evil()</script>']).decode()
    assert "evil()</script>" not in copy.split(" data-stamp")[0]


@given(st.binary())
def test_whatever_the_page_holds_none_of_it_is_lost(page: bytes) -> None:
    assert with_client(page, WELL, []).startswith(page)


def test_the_previews_own_page_escapes_its_words() -> None:
    assert b"<h1>&lt;b&gt;</h1>" in plain_page("<b>", "words")
