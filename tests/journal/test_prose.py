"""The Markdown of a body: what is read off it, what is cut, what never becomes HTML."""

from __future__ import annotations

from inspect import cleandoc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.prose import Prose, cut, parser, passages, section_name
from milepost.journal.words import Visibility


def prose(text: str, line: int = 1) -> Prose:
    return Prose(cleandoc(text), line)


def test_wikilinks_with_words_and_anchors() -> None:
    found = prose(
        r"""
            [[earn-pmp]] [[earn-pmp|the exam]] [[2026-W12#plans|then]] ![[a picture]] [[#here]]

            | cell |
            | --- |
            | [[earn-pmp\|in a table]] |

            `[[code]]` [plain](../goals/run%20far.md#why)
            """,
        line=10,
    ).outline.links
    assert [(link.target, link.anchor, link.words, link.line) for link in found] == [
        ("earn-pmp", "", "", 10),
        ("earn-pmp", "", "the exam", 10),
        ("2026-W12", "plans", "then", 10),
        ("a picture", "", "", 10),
        ("", "here", "", 10),
        ("earn-pmp", "", "in a table", 14),
        ("../goals/run far.md", "why", "", 16),
    ]


def test_callouts_have_a_kind_and_a_title() -> None:
    found = [
        (token.type, token.meta["kind"], token.meta["title"])
        for token in prose("> [!tip]- Mind *this*\n> Words.\n>\n> > [!note]\n> > Inner.").tokens
        if token.type.startswith("callout")
    ]
    assert found == [
        ("callout_open", "tip", "Mind *this*"),
        ("callout_open", "note", ""),
        ("callout_close", "note", ""),
        ("callout_close", "tip", "Mind *this*"),
    ]


def test_check_boxes_are_counted_with_their_words() -> None:
    found = prose("- [ ] Call [[mum|Mum]] **soon**\n- [x] Done\n- not a box", line=5).outline.tasks
    assert [(task.text, task.done, task.line) for task in found] == [
        ("Call Mum soon", False, 5),
        ("Done", True, 6),
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Wins", "progress"),
        ("Achievements:", "progress"),
        ("What went well", "progress"),
        ("CHALLENGES", "problems"),
        ("Lessons", "learned"),
        ("Insights", "learned"),
        ("Next week", "plans"),
        ("Things I'll do Next Week:", "plans"),
        ("Next steps", "plans"),
        ("If-then", "if-then"),
        ("For my supporter", "supporter"),
        ("The weather", ""),
        ("Planning permission", ""),
    ],
)
def test_headings_by_synonym(heading: str, name: str) -> None:
    assert section_name(heading) == name


def test_comments_are_not_shown() -> None:
    html = parser().render("A <!-- hidden --> b %%hidden%% c.\n\n<!--\nhidden\n-->\n\n100%% sure.")
    assert "hidden" not in html
    assert "100%% sure." in html


def test_comments_in_code_are_code() -> None:
    assert "shown" in parser().render("```html\n<!-- shown -->\n```")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](vbscript:x)",
        "![x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[[x|<b>bold</b>]]",
        "{{ config }} {% raw %}",
    ],
)
def test_no_raw_html_and_no_scripts(text: str) -> None:
    html = parser().render(text).lower()
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert 'javascript:alert(1)"' not in html
    assert 'href="vbscript' not in html


def test_passages_are_cut_with_everything_in_them() -> None:
    text = prose(
        """
        Open.

        ::: private
        ## Hidden heading
        - [ ] hidden task [[hidden]]

        ::: public
        hidden, since what is around it is
        :::
        :::

        > ::: shared
        > for supporters
        > :::

        - item
          ::: Private
          hidden
          :::

        ```
        ::: private
        only code
        ```
        """
    )
    public = cut(text, Visibility.PUBLIC)
    assert "idden" not in public.text
    assert "supporters" not in public.text
    assert "only code" in public.text
    assert "Open." in public.text
    assert "for supporters" in cut(text, Visibility.SHARED).text
    assert cut(text, Visibility.PRIVATE) is text
    assert public.outline.tasks == ()


def test_a_text_is_read_once_and_compared_by_its_words() -> None:
    text = prose("# Why\n\nWords.", line=3)
    assert text.tokens is text.tokens
    assert text.outline is text.outline
    assert text == Prose("# Why\n\nWords.", 3)
    assert repr(text) == repr(Prose("# Why\n\nWords.", 3))


def test_what_is_cut_takes_its_parse_along() -> None:
    whole = prose("Open.\n\n::: private\nKANARIE\n:::\n\n::: public\nfor all\n:::")
    assert "KANARIE" in str(whole.tokens)
    public = cut(whole, Visibility.PUBLIC)
    assert "KANARIE" not in str((public.tokens, public.outline, vars(public)))
    assert "for all" in str(public.tokens)
    assert cut(public, Visibility.PUBLIC) is public


def test_cutting_keeps_the_lines_of_what_stays() -> None:
    text = prose("::: private\nx\n:::\n\n- [ ] stays", line=7)
    assert cut(text, Visibility.PUBLIC).outline.tasks[0].line == 11


def test_a_passage_that_is_never_closed_hides_the_rest() -> None:
    assert "hidden" not in cut(prose("a\n\n::: private\nhidden\n\nhidden"), Visibility.PUBLIC).text


def test_passages_are_named_with_their_lines() -> None:
    text = prose("::: privat\nx\n:::", line=4)
    assert list(passages(text)) == [("privat", 4)]


@given(st.text("ab:[]()#>-* \n|!`%<", max_size=120))
def test_what_is_cut_for_everyone_never_shows(text: str) -> None:
    whole = Prose(f"{text}\n\n::: private\nKANARIE\n:::\n", 1)
    html = parser().render(cut(whole, Visibility.PUBLIC).text)
    shown = parser().render(whole.text)
    if "passage" in shown:
        assert "KANARIE" not in html
