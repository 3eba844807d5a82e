"""A break of the whole journal on the pages: a line on the week's, a band on charts."""

from __future__ import annotations

import pytest
from site_makers import page, site, words

from milepost.journal.words import Visibility

TEXT = """
== content/profile.md ==
---
visibility: {seen}
breaks: {breaks} qyx flu
---
== content/goals/read.md ==
---
title: Read 24 books
visibility: public
measurable: 24 books
time_bound: 2026-10-05 to 2026-12-31
readings: 2026-11-20 =6
---
== content/journal/2026-W46.md ==
---
visibility: public
mood: 2
---
In bed.
== content/journal/2026-W47.md ==
---
visibility: public
mood: 4
---
Up again.
"""
WEEK = "journal/2026-W47/"


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        ("2026-11-12 to 2026-11-16", "A break from all goals, 12 – 16 Nov: qyx flu"),
        ("2026-11-16", "A break from all goals, 16 Nov: qyx flu"),  # the Monday
        ("2026-11-12 to 2026-11-15", ""),  # up to the Sunday before
        ("2026-11-22 to 2026-11-24", "A break from all goals, 22 – 24 Nov: qyx flu"),
        ("2026-11-23 to 2026-11-24", ""),
    ],
)
def test_the_page_of_a_week_says_it(breaks: str, said: str) -> None:
    seen = words(page(site(TEXT.format(seen="public", breaks=breaks)), WEEK))
    assert (said in seen) if said else ("A break" not in seen)


def test_it_is_a_band_on_the_charts() -> None:
    made = site(TEXT.format(seen="public", breaks="2026-11-16 to 2026-11-18"))
    for address in ("goals/read/", "journal/"):
        assert "<title>qyx flu</title>" in page(made, address), address


def test_others_see_no_word_of_a_hidden_one() -> None:
    made = site(
        TEXT.format(seen="private", breaks="2026-11-16 to 2026-11-18"), audience=Visibility.PUBLIC
    )
    assert 'class="break"' in page(made, "goals/read/")
    assert 'class="break"' not in page(made, "journal/")
    assert "A break" not in words(page(made, WEEK))
    assert not any(b"qyx" in data for data in made.pages.values())
