"""Markdown as it stands on a page."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from milepost.journal.prose import Prose
from milepost.journal.words import Visibility
from milepost.site.prose import Destination, Guide, headings, inline, render, render_section
from milepost.voice.english import ENGLISH
from milepost.voice.voice import Voice

KNOWN = {"earn-pmp": Destination("../earn-pmp/index.html", "Earn the PMP")}


def find(target: str, anchor: str) -> Destination | None:
    known = KNOWN.get(target)
    return (
        Destination(f"{known.href}#{anchor}" if anchor else known.href, known.title)
        if known
        else None
    )


def picture(src: str) -> Destination | None:
    return Destination(f"../../media/{src}") if src.endswith(".jpg") else None


GUIDE = Guide(ENGLISH, find, picture)


def html(text: str, guide: Guide = GUIDE, title: str = "") -> str:
    return str(render(Prose(text), guide, skip_title=title))


def test_a_wikilink_shows_the_title_or_its_own_words() -> None:
    assert html("[[earn-pmp]]") == '<p><a href="../earn-pmp/index.html">Earn the PMP</a></p>\n'
    assert ">the exam</a>" in html("[[earn-pmp|the exam]]")
    assert 'href="../earn-pmp/index.html#why"' in html("[[earn-pmp#why]]")


def test_a_link_to_nothing_becomes_plain_words() -> None:
    assert html("See [[gone]] and [[gone|that]].") == "<p>See gone and that.</p>\n"
    assert html("[that](gone.md)") == "<p>that</p>\n"


def test_raw_html_is_text() -> None:
    assert html("<script>alert(1)</script>").startswith("<p>&lt;script&gt;")
    assert "<b>" not in html("a <b>b</b>")


def test_only_known_kinds_of_addresses_become_links() -> None:
    assert "<a" not in html("[x](javascript:alert(1))")
    assert "<a" not in html("[x](vbscript:x)")
    assert "<a" not in html("[x](ftp://example.org)")
    assert "<a" not in html("[x](//example.org/x)")
    assert "<a" not in html("<data:text/html,x>")
    outward = html("[x](https://example.org)")
    assert outward == '<p><a href="https://example.org" rel="noopener">x</a></p>\n'


def test_a_picture_of_the_journal_is_shown_with_its_words() -> None:
    assert html('![the "bridge"](mill.jpg)') == (
        '<p><img src="../../media/mill.jpg" alt="the &quot;bridge&quot;" loading="lazy"></p>\n'
    )


def test_a_picture_that_is_not_there_leaves_its_words() -> None:
    assert html("![the bridge](mill.png)") == "<p>the bridge</p>\n"


def test_a_picture_from_elsewhere_becomes_a_link() -> None:
    made = html("![far](https://example.org/far.jpg)")
    assert "<img" not in made
    assert '<a href="https://example.org/far.jpg" rel="noopener">far</a>' in made


def test_headings_go_on_from_the_pages_own_without_a_gap() -> None:
    made = html("# One\n\n#### Two\n\n# Three")
    assert made.index('<h2 id="one">') < made.index('<h3 id="two">') < made.index('<h2 id="three">')


def test_headings_of_several_documents_keep_apart() -> None:
    made = html("## Wins\n\n## Wins", Guide(ENGLISH, find, picture, 2, "2026-w47."))
    assert '<h3 id="2026-w47.wins">' in made
    assert '<h3 id="2026-w47.wins-2">' in made


def test_a_heading_that_repeats_the_title_is_left_out() -> None:
    assert "<h2" not in html("# My  title\n\nText.", title="my title")
    found = Prose("# My title\n\n## Why").outline
    assert headings(found, skip_title="My title") == (("Why", "why"),)


def test_check_boxes_are_signs_with_names() -> None:
    made = html("- [ ] write\n- [x] rest")
    assert '<span class="box open" role="img" aria-label="to do"></span>' in made
    assert '<span class="box done" role="img" aria-label="done"></span>' in made
    assert "<input" not in made


def test_callouts_and_passages_say_what_they_are() -> None:
    assert '<p class="callout-title">Mind the gap</p>' in html("> [!warning] Mind the gap\n> Text")
    assert '<p class="callout-title"><em>Mind</em> the gap</p>' in html("> [!tip] *Mind* the gap")
    assert "Only in private builds" in html("::: private\nsecret\n:::")


def test_a_footnote_that_nothing_refers_to_is_for_its_owner_alone() -> None:
    text = "Words.\n\n[^1]: It *was*.\n\n    Snow.\n\nMore."
    made = html(text, replace(GUIDE, voice=Voice("en")))
    assert made == "<p>Words.</p>\n<p>[^1]: It <em>was</em>.</p>\n<p>Snow.</p>\n<p>More.</p>\n"
    for reader in (Visibility.SHARED, Visibility.PUBLIC):
        others = html(text, replace(GUIDE, voice=Voice("en", reader=reader)))
        assert others == "<p>Words.</p>\n<p>More.</p>\n"


def test_a_line_has_no_paragraph() -> None:
    assert inline("*so* it is", GUIDE) == "<em>so</em> it is"


def test_braces_are_text() -> None:
    assert "{{ page }}" in html("{{ page }} {% raw %}")


def test_rendering_leaves_the_prose_as_it_was() -> None:
    text = "# One\n\n[[earn-pmp]] ![x](x.jpg)\n\n- [x] a\n\n| a |\n|:-:|\n\nSo.[^1]\n\n[^1]: It."
    prose = Prose(text)
    alone = render(Prose(text), GUIDE), render(Prose(text), Guide(ENGLISH, find, picture, 3, "w1."))
    assert alone[0] != alone[1]
    for _ in range(2):
        assert render(prose, GUIDE) == alone[0]
        assert render(prose, Guide(ENGLISH, find, picture, 3, "w1.")) == alone[1]
    assert prose == Prose(text)
    assert repr(prose) == repr(Prose(text))


AWAY = Guide(ENGLISH, find, picture, 0, "passage.")
BLOCKS = [
    "words *and* words",
    "[far] and [near][far]",
    "A note.[^1]",
    "A note.^[here]",
    "[far]: https://example.org",
    "[^1]: It.",
    "```",
    "> ```\n> code",
    "1. x\n   ```\n   code",
    "> - ```",
    "~~~",
    "$$",
    "<details>",
    "</details>",
    "- ```\n  code",
    "    code",
    "- [ ] to do\n- more",
    "> [!tip] Mind\n> words",
    "::: shared",
    ":::",
    "<!-- a",
    "-->",
    "%% b %% words",
    "| a |\n|---|\n| b |",
    "# One",
    "## Two",
    "### Three",
    "Two\n---",
    "",
]


@given(
    st.lists(st.sampled_from(BLOCKS), max_size=9),
    st.sampled_from(["\n", "\n\n", "\n \n"]),
    st.sampled_from(["", "\n", "\n\n \n"]),
)
@example(["## Two", "> ```\n> code", "## Two"], "\n", "")
@example(["## Two", "1. x\n   ```\n   code", "## Two"], "\n\n", "")
def test_a_section_is_shown_as_its_text_alone_would_be(
    blocks: list[str], between: str, end: str
) -> None:
    prose = Prose(between.join(blocks) + end)
    for section in prose.outline.sections:
        alone = render(Prose(section.text), AWAY)
        assert render_section(prose, section, AWAY) == alone


@given(st.text(alphabet=st.sampled_from('#[]()!|`*_<>:"\\\n -x.ab=&/{}'), max_size=80))
def test_no_text_opens_a_tag_of_its_own(text: str) -> None:
    made = html(text)
    assert "<script" not in made
    assert "onerror" not in made
    assert "style=" not in made
