"""A pattern to fill in, made of the person's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.checks.wording.judgement import judge
from milepost.checks.wording.rewriting import rewrite


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("increase sales", "increase sales from … to … by … (when?)"),
        ("Improve my English this year", "Improve my English from … to … this year"),
        ("By June, reduce waste", "By June, reduce waste from … to …"),
        ("Read more books.", "Read … (how many?) books by … (when?)"),
        ("I want to drink more water", "Drink … (how much?) water by … (when?)"),
        ("read more", "read … (how much, or how often?) until … (when?)"),
        ("Save money", "Save … (how much?) money by … (when?)"),
        ("Learn Spanish", "Learn Spanish well enough to … (do what?) by … (when?)"),
        ("Someday write a book", "Write a book by … (when?)"),
        ("Run 10 km in under 50 minutes", "Run 10 km in under 50 minutes by … (when?)"),
        ("Meditate every day", "Meditate every day until … (when?)"),
    ],
)
def test_what_is_missing_becomes_a_gap(text: str, pattern: str) -> None:
    assert rewrite(text) == pattern


@pytest.mark.parametrize(
    "text",
    [
        "Read 24 books by June",  # nothing is missing
        "Be a better father",  # another goal would be needed
        "Become more visible",
        "Have a positive attitude",
        "More time for my wife",
        "Learn",
        "",
        "Increase sales. Reduce costs. And so on.",
    ],
)
def test_where_nothing_honest_can_be_made_there_is_none(text: str) -> None:
    assert rewrite(text) is None


def test_a_language_without_words_has_none() -> None:
    assert rewrite("Mehr lesen", language="de") is None


@given(st.text() | st.sampled_from(["read more ", "by June ", "someday "]).flatmap(st.just))
def test_any_text_may_be_asked(text: str) -> None:
    pattern = rewrite(text)
    assert pattern is None or pattern.strip()


@given(st.sampled_from(["sales", "waste", "our costs", "my time on 5 km"]), st.booleans())
def test_a_pattern_keeps_the_words_and_its_gaps_filled_make_a_good_goal(
    what: str, dated: bool
) -> None:
    pattern = rewrite(f"reduce {what}" + (" by June" if dated else ""))
    if pattern is None:
        assert judge(f"reduce {what}").measurable
        return
    filled = pattern.replace("(when?)", "").replace("from … to …", "from 9 to 4")
    judgement = judge(filled.replace("by …", "by 1 May"))

    assert what in pattern
    assert judgement.smart
    assert judgement.time_bound
