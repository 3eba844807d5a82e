"""What the browser is sent: the page, and before its end what the preview adds."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from milepost.publish.inject import plain_page, with_preview
from milepost.publish.policy import source_hash
from milepost.publish.shown import Built, Shown, shown_after

WELL = shown_after(None, Built({"index.html": b""}))
ILL = shown_after(WELL, Built(None, "<ul><li>goal.md:3</li></ul>", "1 mistake in <your> journal"))

PAGE = (
    b"<!doctype html><html lang=en><head>"
    b'<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">'
    b"<title>Goals</title></head><body><p>The tag &lt;/body&gt; ends a page.</p></body></html>"
)


def sent(page: bytes, shown: Shown = WELL) -> str:
    return with_preview(page, shown, ["index.html"]).decode()


def test_the_script_stands_before_the_end_of_the_body_and_the_rest_stays() -> None:
    copy = sent(PAGE)
    assert re.sub(r"<script .*</script>\n", "", copy, flags=re.DOTALL).startswith("<!doctype html>")
    assert copy.endswith("</script>\n</body></html>")
    assert "<p>The tag &lt;/body&gt; ends a page.</p><script " in copy


def test_the_policy_of_the_copy_allows_the_very_script_and_style_it_carries() -> None:
    copy = sent(PAGE, ILL)
    policy = html.unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', copy)[0])
    script = re.findall(r"<script [^>]*>(.*?)</script>", copy, re.DOTALL)[0]
    style = re.findall(r"<style>(.*?)</style>", copy, re.DOTALL)[0]
    assert source_hash(script) in policy
    assert source_hash(style) in policy
    assert "connect-src 'self'" in policy
    assert "style=" not in copy  # which a policy would block


def test_every_policy_is_loosened_however_it_is_written() -> None:
    page = (
        b"<META content='script-src &apos;none&apos;' HTTP-EQUIV=content-security-policy>"
        b'<meta http-equiv="content-security-policy" content="connect-src \'none\'">'
        b'<meta name="description" content="script-src > here">'
    )
    copy = sent(page)
    assert copy.count("Content-Security-Policy") == 2
    assert "&#x27;none&#x27;" not in copy.split("<script")[0]
    assert '<meta name="description" content="script-src > here">' in copy


def test_without_an_alert_the_page_gets_none_and_no_style() -> None:
    assert "<section" not in sent(PAGE)
    assert "<style" not in sent(PAGE)


def test_the_alert_has_a_name_and_a_role_and_its_words_stand_as_given() -> None:
    copy = sent(PAGE, ILL)
    assert (
        '<section id="milepost-alert" aria-labelledby="milepost-alert-title" tabindex="0">' in copy
    )
    assert 'role="alert">1 mistake in &lt;your&gt; journal</p>' in copy
    assert "<div><ul><li>goal.md:3</li></ul></div>" in copy


def test_a_page_without_an_end_is_added_to_at_its_end() -> None:
    assert sent(b"<p>half a page").startswith("<p>half a page<script ")


def test_the_last_end_of_the_body_counts() -> None:
    page = b"<body><script>'</body>'</script><p>x</p></BODY ></html>"
    assert "<p>x</p><script data" in sent(page)


def test_the_addresses_to_watch_cannot_break_out_of_their_attribute() -> None:
    copy = with_preview(b"", WELL, ['a"><script>evil()</script>']).decode()
    assert "evil()</script>" not in copy.split(" data-stamp")[0]


@given(st.binary())
def test_whatever_the_page_holds_none_of_it_is_lost(page: bytes) -> None:
    if b"<meta" in page.lower() or b"</body" in page.lower():
        return
    assert with_preview(page, WELL, []).startswith(page)


def test_the_previews_own_page_escapes_its_words() -> None:
    assert b"<h1>&lt;b&gt;</h1>" in plain_page("<b>", "words")
