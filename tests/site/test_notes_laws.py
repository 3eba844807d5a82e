"""Laws of folders of notes: no word is lost, whatever it is written in.

Notes are put together of everything that people write in Markdown, one within another. In each
construct `@` stands for a word that is found nowhere else, and must stand on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count

from hypothesis import example, given, settings
from hypothesis import strategies as st

from milepost.journal.prose import Prose, uncommented
from milepost.journal.words import Visibility
from milepost.site.prose import Destination, Guide, render
from milepost.voice.voice import Voice

LINES = (
    "@ @, @.",
    "**@** *@* ~~@~~ ***@** @* __@__ _@_ `@` ``@ ` @``",
    "==@== and ==*@* @== and a == @ == b",
    ":tada: @ :no_@: 10:30:@",
    "Field:: @",
    "A [field:: @] and (field:: @ *@*) @",
    "#tag/@ @ #@",
    "[@](https://example.org/a) [@](gone.md) [@](<gone b.md> '@') [@](tart.md \"@\")",
    "[@](mailto:me%40example.org) [@](#x) [@](ftp://example.org/) [@](javascript:@)",
    "<https://example.org/@> https://example.org/@ www.example.org/@_@ me@example.org",
    "[@][far] [far] [@][nowhere] [@]",
    "[[@]] [[gone|@]] [[tart|@]] [[tart#x|@]] [[#@]] [[gone^x|@]]",
    "![[@]] @ ![[gone|@]] ![[gone.png|@]] ![[lake.png|@|300]] ![[@.pdf]]",
    "![@](lake.png '@') ![@](gone.png '@') ![@](my lake.png) ![@|300](lake.png) ![](gone-@.png)",
    "![@](https://example.org/a.png) ![*@* [@](b.md)](lake.png) ![@](data:image/png;base64,AAAA)",
    "@[^1] @[^nowhere] @^[@ *@*] [^1]",
    "$@ < a_{@}$ and $$@ * b$$ and $5 and @ $10",
    "It is $\\text{@}$, $\\frac{@}{2}$, $\\href{https://example.org/@}{@}$ and $\\nothing{@}$",
    "<br>@<br/> <kbd>@</kbd> <sub>@</sub><sup>@</sup> <mark>@</mark> <small>@</small> <b>@</b>",
    "<a href='https://example.org' title='@'>@</a> <a href='gone.md'>@</a> <a>@</a>",
    "<img src='lake.png' alt='@' title='@'> <img src=gone.png alt=@ title=@> <img alt='@'>",
    "<span style='x'>@</span> <font color=red>@</font> <u>@</u> <abbr title='@'>@</abbr>",
    "<script>@</script> <iframe src='@'>@</iframe> <svg><text>@</text></svg> <kbd onclick='@'>@",
    "<% tp.@() %> {{@}} {% @ %} ${@} <@> </@> <@ @='@'> <!@> <?@?>",
    "&copy; @ &amp;@ &lt;b&gt;@ \\*@\\* \\[[@]] \\`@\\` \\<br>@ &#64;@ &nosuch;@",
    "@  \n@\\\n@\n  @",
    "[!note] @ [x] @ [ ] @",
    "“@” ‘@’ — @ … @\u00a0@\u2009@",
)
"""What stands in a line."""

BLOCKS = (
    "# @ *@* `@`",
    "## @ ##\n\n#### @ $@$ :tada:",
    "@\n===\n\n@ @\n---",
    "---\n\n@\n\n***",
    "- [ ] @\n- [x] @\n- [/] @\n- [-] @\n- [>] @\n- [?] *@*\n- [!] [[@]]",
    "- [ ](gone.md) @\n- [ ]\n  @\n- [x]@\n- [ab] @",
    "- @\n  - @\n    - @\n\n      @\n- @\n\n  @",
    "3. @\n4. @\n   1) @\n\n* @\n+ @",
    "> @\n> > @\n> @\n@",
    "> [!tip] @ *@*\n> @\n>\n> - @",
    "> [!spark]- @\n> > [!note]\n> > @",
    "| @ | @ |\n|:--|--:|\n| @ | [[gone\\|@]] |\n| @ | @ | @ | @ |\n| @ |\n@",
    "@ | @\n--|--\n`@ \\| @` | <kbd>@</kbd>",
    "```\n@\n```",
    "```python title=x\n@ < @\n```",
    "~~~mermaid\ngraph TD; @ --> @\n~~~",
    "```dataview\nlist from @\n```\n\n`= this.@`",
    "    @\n\n    @",
    "\t@",
    "$$\n\\begin{aligned}\n@ &= b \\\\\n\\end{aligned}\n$$",
    "$$ @ $$",
    "$$\n@\n\n@",
    "<details><summary>@</summary>@</details>",
    "<details open>\n<summary>@ *@*</summary>\n\n@\n\n- @\n\n<details>\n@\n</details>\n</details>",
    "<details>\n<summary>\n@\n</summary>\n@\n</details>",
    "<details>\n@\n\n@",
    "<div align='center'>\n\n@\n\n</div>",
    "<div>\n@\n</div>\n@ <p>@</p>\n<center>@</center>",
    "<table><tr><td>@</td></tr></table>",
    "<style>\n.a { color: @ }\n</style>\n@",
    "<section>\n<h2>@</h2>\n<ul><li>@</li></ul>\n</section>",
    "[^1]: @ *@*\n    @\n\n    @\n\n@",
    "[^unused@]: @\n\n    - @",
    "[^twice]: @\n\n[^twice]: @",
    "[far]: https://example.org\n\n@",
    "Term\n: @",
    "::: shared\n@\n:::",
    "@\n^block-1\n\n@ ^block-2",
    "<%*\n@\n%>\n\n{{#each @}}\n@\n{{/each}}",
    "![[tart]]\n\n![[@]]\n\n![[tart#x|@]]",
    "@::\n@",
    "1986\\. @\n\n1986. @",
)
"""What stands in lines of its own; a line of `LINES` is one too."""

WORDS = ("kite", "Öl", "λόγος", "снег", "雪", "ثلج", "हिम", "눈", "ñandú", "e\u0301t\u00e9")


def within(sign: str, text: str) -> str:
    """A text in a list's item, a quotation or its kin, of which it is all."""
    if sign == "<details>":
        return f"<details>\n<summary>@</summary>\n\n{text}\n</details>"
    first, rest = sign, sign if sign.startswith(">") else " " * len(sign)
    return "\n".join(f"{rest if n else first}{line}" for n, line in enumerate(text.split("\n")))


written = st.recursive(
    st.one_of(st.sampled_from(BLOCKS), st.sampled_from(LINES)),
    lambda inner: st.builds(
        within,
        st.sampled_from(("- ", "1. ", "> ", "> [!tip] @\n> ", "- [ ] ", "<details>", "[^1]: ")),
        st.lists(inner, min_size=1, max_size=3).map("\n\n".join),
    ),
    max_leaves=6,
)
notes = st.lists(written, min_size=1, max_size=6).map("\n\n".join)


def filled(note: str) -> tuple[str, list[str]]:
    """The note with a word of its own for each `@`, and these words."""
    number = count(1)
    words: list[str] = []

    def parts() -> Iterator[str]:
        first, *others = note.split("@")
        yield first
        for part in others:
            at = next(number)
            words.append(f"{WORDS[at % len(WORDS)]}{at:03}q")
            yield words[-1]
            yield part

    return "".join(parts()), words


class Shown(HTMLParser):
    """The text of a page, with what stands in place of a picture and beside a link."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the words that a browser shows in place of something or beside it."""
        del tag
        self.parts += [value or "" for name, value in attrs if name in {"alt", "title"}]

    def handle_data(self, data: str) -> None:
        """Take the text."""
        self.parts.append(data)

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(" ".join(self.parts).split())


def _find(target: str, anchor: str) -> Destination | None:
    there = target.removesuffix(".md") == "tart" or not target
    return Destination(f"../tart/index.html#{anchor}", "Tart") if there else None


def _picture(source: str) -> Destination | None:
    return Destination("../lake.png", width=60, height=40) if source == "lake.png" else None


GUIDE = Guide(Voice("en"), _find, _picture)


@settings(max_examples=300)
@given(notes)
@example("\n\n".join((*LINES, *BLOCKS)))
@example(within("> " * 70, "@"))
@example(within("- " * 70, "@\n\n@"))
def test_no_word_of_a_note_is_lost(note: str) -> None:
    text, words = filled(note)
    shown = Shown(str(render(Prose(uncommented(text).text), GUIDE))).text
    assert [word for word in words if word not in shown] == []
