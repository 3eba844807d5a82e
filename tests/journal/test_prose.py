"""The Markdown of a body: what is read off it, what is cut, what never becomes HTML."""

from __future__ import annotations

from inspect import cleandoc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.prose import Prose, cut, parser, section_name, uncommented
from milepost.journal.words import Visibility


def prose(text: str, line: int = 1) -> Prose:
    return Prose(cleandoc(text), line)


def test_a_section_begins_below_the_line_that_underlines_its_heading() -> None:
    found = prose("""
        Went well
        ---------
        - two runs

        ### And then
        slept

        ## Next week
        - rest
        """).outline.sections
    assert [(part.name, part.text, part.line) for part in found] == [
        ("progress", "- two runs\n\n### And then\nslept", 1),
        ("", "slept", 5),
        ("plans", "- rest", 8),
    ]


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
        ("Fortschritt:", "progress"),
        ("Probleme", "problems"),
        ("Gelernt", "learned"),
        ("PLÄNE", "plans"),
        ("Nächste Woche", "plans"),
        ("Wenn-dann", "if-then"),
        ("Dankbar für", "thanks"),
        ("The weather", ""),
        ("Planning permission", ""),
    ],
)
def test_headings_by_synonym(heading: str, name: str) -> None:
    assert section_name(heading) == name


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A <!-- hidden --> b %%hidden%% c.", "A  b  c."),
        ("[[run|the ru<!-- hidden -->n]]", "[[run|the run]]"),
        ('[a](b.md "ti<!-- hidden -->tle")', '[a](b.md "title")'),
        ('![a](b.png "ti%% hidden %%tle")', '![a](b.png "title")'),
        ("> [!tip] Mind %% hidden %%this", "> [!tip] Mind this"),
        ("| a |\n|---|\n| b <!-- hidden --> |", "| a |\n|---|\n| b  |"),
        ("# One <!-- hidden -->", "# One"),
        ("a <!-- hidden\n\nhidden --> b", "a\n\nb"),
        ("%%\nhidden\n\nhidden\n%% b", "\n\n\n\nb"),
        ("<!-- hidden <!-- hidden --> hidden --> b", " b"),
        ("%% hidden <!-- hidden %% --> hidden %% b", " b"),
        ("<!-- 50%% hidden --> b", " b"),
        ("<!--> hidden --> b", " b"),
        ("\\<!-- hidden --> b", "\\ b"),
        ("%<!-- hidden -->% b", "% % b"),
        ("    <!-- hidden -->\nb", "\nb"),
        ("- a\n  %% hidden %%\n- b", "- a\n\n- b"),
    ],
)
def test_comments_are_taken_out_wherever_they_stand(text: str, left: str) -> None:
    found = uncommented(text)
    assert (found.text, found.unclosed) == (left, None)


@pytest.mark.parametrize(
    ("text", "left", "line"),
    [
        ("a\n\n<!--\nhidden\n\nhidden", "a\n\n\n\n\n", 2),
        ("a\n%%\nhidden\n\n# hidden", "a\n\n\n\n", 1),
        ("100%% sure, hidden", "100", 0),
        ("a %% hidden\n\nb %% hidden %%", "a\n\n", 2),
        ("a <!-- hidden <!-- hidden --> hidden", "a", 0),
    ],
)
def test_a_comment_that_is_never_closed_reaches_to_the_end(text: str, left: str, line: int) -> None:
    found = uncommented(text)
    assert (found.text, found.unclosed) == (left, line)


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<!-- shown -->\n```",
        "> ~~~\n> %% shown %%\n> ~~~",
        "- a\n  ```\n  <!-- shown\n  ```",
        "`<!-- shown -->` and ``%% shown %%``",
        "Open with `<!--` and end with `-->`, or `%%`.",
        "| a |\n|---|\n| `<!--` |",
    ],
)
def test_the_signs_of_a_comment_in_code_are_code(text: str) -> None:
    found = uncommented(text)
    assert (found.text, found.unclosed) == (text, None)


@pytest.mark.parametrize(
    "text",
    [
        "[[a`b]] <!-- hidden --> `",
        "a ` b <!-- `hidden` --> c",
        "a ` b %% `hidden %%",
        "a ` <!-- ` hidden -->",
        "| a ` %% hidden %% | `b` |",
        "a ` b\nc ` <!-- hidden --> ` d",
        "| a ` | ` x ` <!-- hidden --> ` |\n|---|---|\n| a ` | ` x ` <!-- hidden --> ` |",
        "- ```\nout\n<!-- hidden -->\n```",
        "text\n2) ```\n<!-- hidden -->\n```",
        "```\n\n%%\nhidden",
        "~~~ `<!-- hidden -->`\na\n~~~",
        "[a]: b`<!--hidden-->`",
    ],
)
def test_what_only_looks_like_code_hides_no_comment(text: str) -> None:
    """In each of these Markdown does not agree that the sign stands in code."""
    assert "hidden" not in uncommented(text).text


PARTS = "<!-- --> %% ` `` ```\n \n \n\n > | [[ ]] [a]( ) \\ SECRET ~~~\n".split(" ")


@given(st.lists(st.sampled_from([*PARTS, "- ", "    ", "a "]), max_size=25))
def test_outside_code_no_sign_of_a_comment_is_left(parts: list[str]) -> None:
    found = uncommented("".join(parts)).text
    assert found.count("\n") == "".join(parts).count("\n")
    shown = [token for block in parser().parse(found) for token in (block, *(block.children or ()))]
    for token in shown:
        if token.type in {"text", "wikilink"}:
            assert "<!--" not in token.content
            assert "%%" not in token.content


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


@pytest.mark.parametrize(
    "text",
    [
        "a\n\n::: private\nhidden\n\n# hidden\n\nhidden",
        ":::   private\nhidden\n:::\n\nshown",
        ":::\tprivate\nhidden\n:::\n\nshown",
        ":::private\nhidden\n:::\nshown",
        ":::\u00a0private\nhidden\n:::\nshown",
        ":::: private\nhidden\n:::\nhidden\n::::\nshown",
        "::: private\n::: note\nhidden\n:::\nhidden\n:::\nshown",
        "::: private\n:::: note\nhidden\n:::\nhidden\n::::\nhidden",
        "::: private\n```\n:::\n```\nhidden\n:::\nshown",
        "::: private\n```\nhidden\n:::\nhidden",
        "> ::: private\n> hidden\nhidden\n> :::\n\nshown",
        "- ::: private\n  hidden\nhidden\n  :::\n\nshown",
        "- a\n  ::: private\n  hidden\n- hidden\n\nhidden",
        "> ::: private\n> hidden\n\nhidden",
        "- [ ] ::: private\n  hidden",
        "    ::: private\n    hidden",
        "```\n::: private\nhidden",
        ":: private\nhidden\n::",
        ";:: private\nhidden\n:::\nshown",
        "text ::: private\nhidden\n:::\nshown",
        "\\::: private\nhidden\n:::\nshown",
        "::: PRIVATE :::\nhidden\n:::\nshown",
        "::: {.private}\nhidden\n:::\nshown",
        "[^1]: ::: private\n    hidden\n    :::\n\nshown[^1]",
    ],
)
def test_a_passage_ends_only_where_its_own_fence_ends(text: str) -> None:
    seen = cut(Prose(text), Visibility.PUBLIC).text
    assert "hidden" not in seen
    assert ("shown" in seen) == ("shown" in text)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("```\n::: private\ncode\n:::\n```\nshown", "::: private\ncode\n:::"),
        ("> ~~~\n> ::: private\n> ~~~\n\nshown", "::: private"),
        ("Write `::: private` and end it with `:::`.", "`::: private`"),
        ("::: public\nall\n:::\n", "all"),
        ("::: public\na\n\n::: private\nb\n:::\nc\n:::\nd", "c\n:::\nd"),
    ],
)
def test_what_is_no_passage_stays(text: str, stays: str) -> None:
    assert stays in cut(Prose(text), Visibility.PUBLIC).text


def test_an_end_without_a_beginning_hides_what_stands_above_it() -> None:
    """The line that opened the passage is lost, and nobody can tell where it stood."""
    text = "::: private\nhidden\n:::\nhidden too\n\n:::\nshown"
    assert cut(Prose(text), Visibility.PUBLIC).text.split() == ["shown"]


def test_passages_are_named_with_their_lines() -> None:
    (found,) = prose("a\n::: privat\nx\n:::\nb", line=4).passages.passages
    assert (found.name, found.start, found.end, found.closed) == ("privat", 1, 4, True)
    assert found.visibility is Visibility.PRIVATE


def test_a_passage_is_shown_to_its_owner_as_one() -> None:
    html = parser().render("::: private\na\n\n::: shared\nb\n:::\nc\n:::\nd\n\n- ::: private\n  e")
    assert html.count("<div") == html.count("</div>") == 3
    assert html.index("c") < html.index("</div>\n<p>d")
    assert html.index("</div>\n</li>") > html.index("e")


@given(st.text("ab:[]()#>-* \n|!`%<", max_size=120))
def test_what_is_cut_for_everyone_never_shows(text: str) -> None:
    whole = Prose(f"{text}\n\n::: private\nKANARIE\n:::\n", 1)
    html = parser().render(cut(whole, Visibility.PUBLIC).text)
    shown = parser().render(whole.text)
    if "passage" in shown:
        assert "KANARIE" not in html


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## Learning\n- Spanish, 2 h\n- webinar: Contracts, 1 h", "Spanish, 2 h"),
        ("## Plans\n\n- [ ] Book the room\n- [x] Ring Tom", "Book the room"),
        ("- Ill for a week\n  - because: the kids", "Ill for a week"),
        ("1. First\n2. Second", "First"),
        ("* two\n  lines", "two lines"),
        ("A word on it:\n- one\n- two", "A word on it:"),
        ("A walk - a long one\nby the sea", "A walk - a long one by the sea"),
        ("# Title\n\n*So* it was.", "So it was."),
        ("2026. What a year", "2026. What a year"),
    ],
)
def test_the_first_words_are_a_paragraph_or_an_item(text: str, words: str) -> None:
    assert Prose(text).first_words == words
