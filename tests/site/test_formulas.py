"""TeX as MathML: what is drawn, what stays code, and what never comes out of it."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.site.formulas import is_long, mathml

TAGS = frozenset(
    (
        *("math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac"),
        *("msqrt", "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable"),
        *("mtr", "mtd", "mstyle", "mpadded", "mphantom", "menclose"),
    )
)


def drawn(tex: str) -> str:
    """What is drawn of a formula, without what stands around it."""
    found = re.fullmatch(
        r"<math><semantics><mrow>(.*)</mrow><annotation[^>]*>(.*)</annotation></semantics></math>",
        mathml(tex, block=False) or "",
        re.DOTALL,
    )
    if not found:
        return "code"
    assert unescape(found[2]) == tex
    return found[1]


@pytest.mark.parametrize(
    ("tex", "made"),
    [
        ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
        (r"\frac{1}{n}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mi>n</mi></mrow></mfrac>"),
        ("a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
        (r"\mathbb{R}", "<mi>ℝ</mi>"),
        (r"\text{50\% off}", "<mtext>50%\u00a0off</mtext>"),
        (r"\backslash \& \{", r'<mi>\</mi><mi>&amp;</mi><mo stretchy="false">{</mo>'),
        # What cannot be drawn whole stays as it is written.
        (r"\unheard{x}", "code"),
        (r"\frac{1}", "code"),
        ("a & b", "code"),
        ("a}", "code"),
        (r"\left( a", "code"),
        ("", "code"),
        ("% only said", "code"),
        # Words of one's own could stand for a book.
        (r"\newcommand{\a}{b} \a", "code"),
        (r"\def\a{\a\a}\a", "code"),
        # Colours and classes are left to the page, addresses to nobody.
        (r"\color{red} x", "<mstyle><mi>x</mi></mstyle>"),
        (r"\class{a}{x}", "<mrow><mi>x</mi></mrow>"),
        (r"\href{https://example.org}{x}", "<mrow><mrow><mi>x</mi></mrow></mrow>"),
    ],
)
def test_a_formula_is_drawn_whole_or_not_at_all(tex: str, made: str) -> None:
    assert drawn(tex) == made


@pytest.mark.parametrize("name", ["aligned", "align*", "split", "gathered", "gather", "equation"])
def test_environments_are_drawn_that_people_use(name: str) -> None:
    found = drawn(f"\\begin{{{name}}} a \\end{{{name}}}")
    assert found != "code"
    assert "<mi>a</mi>" in found


def test_a_formula_is_as_long_and_as_deep_as_people_write_them() -> None:
    assert mathml("x" * 3000, block=False)
    assert mathml("x" * 3001, block=False) is None
    assert mathml("{" * 40 + "x" + "}" * 40, block=False)
    assert mathml("{" * 41 + "x" + "}" * 41, block=False) is None
    assert mathml("\\sqrt" * 500 + "x", block=False) is None


def test_one_that_may_be_wider_than_a_page_is_told_by_what_is_seen_of_it() -> None:
    assert not is_long(mathml("x" * 24, block=False) or "")
    assert is_long(mathml("x" * 25, block=False) or "")
    assert not is_long(mathml(r"\frac{\alpha}{\beta} + \mathrm{d}x", block=False) or "")


class Tags(HTMLParser):
    """The tags of a text, and the names and values of their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[str, str] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes |= {name: value or "" for name, value in attrs}


HOSTILE = (
    r"\href{javascript:alert(1)}{x}",
    r"\text{<script>alert(1)</script>}",
    r"\text{&lt;img src=x onerror=alert(1)&gt;}",
    r"\style{background:url(https://evil.example)}{x}",
    r"\class{a\" onclick=alert(1)}{x}",
    r"\unicode{x3c}\unicode{x73;<script>}",
    r"\color{red\" onmouseover=\"alert(1)}x",
    r"\rule{1em\" onclick=alert(1)}{2em}",
    r"\hspace{1em\"><script>}",
    r"</annotation></semantics></math><script>alert(1)</script>",
    r"\begin{array}{c\" onclick=alert(1)} 1 \end{array}",
    r"\mathrm{<svg onload=alert(1)>}",
    r"\operatorname{</mo><script>}",
    r"\require{action}\toggle{a}{b}\endtoggle",
)
PARTS = (
    *("{", "}", "^", "_", "[", "]", "&", "<", ">", '"', "'", "x", "12", " ", "\n", "$", "#", "%"),
    *(r"\frac", r"\sqrt", r"\text", r"\left(", r"\right)", r"\\", r"\href", r"\style", r"\over"),
    *(r"\begin{matrix}", r"\end{matrix}", r"\unicode", r"\rule", r"\hspace", r"\color", r"\of"),
    *("javascript:alert(1)", "<script>", "&lt;", "&#60;", "été", "雪", "\x00", "\ud800"),
)


@given(
    st.one_of(st.sampled_from(HOSTILE), st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
)
def test_nothing_but_a_formula_comes_out_and_the_tex_is_whole(tex: str) -> None:
    made = mathml(tex, block=True)
    if made is None:
        return
    found = Tags(made)
    assert found.tags <= TAGS
    assert not found.attributes.keys() & {"href", "style", "class", "id", "xlink:href", "src"}
    assert not [name for name in found.attributes if name.startswith("on")]
    assert found.attributes["encoding"] == "application/x-tex"
    assert unescape(made.partition('x-tex">')[2].partition("</annotation>")[0]) == tex
