"""Laws of folders of notes: no word, no file and no picture is lost, whatever they are called.

Notes are put together of everything that people write in Markdown, one within another. In each
construct `@` stands for a word that is found nowhere else, and must stand on the page.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from posixpath import relpath
from unicodedata import normalize
from urllib.parse import quote, unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_notes import DAY, PNG, site_of
from written import examples

from milepost.addresses import folded
from milepost.cli.understood import every_file
from milepost.journal.prose import Prose, uncommented
from milepost.pipeline import findings_of, open_journal
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
    "```python title=@ @\n@ < @\n```",
    "~~~ <@> @\n@\n~~~",
    "```mermaid @\n@\n```",
    "::: shared @ @\n@\n:::",
    ":::@\n@\n:::",
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


@settings(max_examples=examples(300))
@given(notes)
@example("\n\n".join((*LINES, *BLOCKS)))
@example(within("> " * 70, "@"))
@example(within("- " * 70, "@\n\n@"))
def test_no_word_of_a_note_is_lost(note: str) -> None:
    text, words = filled(note)
    shown = Shown(str(render(Prose(uncommented(text).text), GUIDE))).text
    assert [word for word in words if word not in shown] == []


PAGES = {
    "about.md": "about/",
    "2026-11-20.md": "journal/2026-W47/",
    "2026-W46.md": "journal/2026-W46/",
    "journal/2026-11-03 kite.md": "journal/2026-W45/",
    "reviews/2026-10.md": "2026/10/",
    "reviews/2026-Q3.md": "2026/Q3/",
    "2025-12.md": "2025/12/",
    "goals/run.md": "goals/run/",
    "goals/README.md": "goals-2/",
    "profile.md": "vision/",
    "README.md": "readme/",
    "birds/README.md": "birds/",
    "birds/ant.md": "ant/",
    "_posts/2026-01-01-a.md": "journal/2026-W01/",
}
"""Notes by their names, and the pages on which they are shown."""


@settings(max_examples=examples(60), deadline=None)
@given(notes, st.sampled_from(sorted(PAGES)))
def test_no_word_of_a_file_is_lost_on_its_page(note: str, name: str) -> None:
    text, words = filled(note)
    with tempfile.TemporaryDirectory() as root:
        page = site_of(Path(root), {name: text})[f"{PAGES[name]}index.html"]
    shown = Shown(page).text  # in which a sign is never two
    assert [word for word in words if normalize("NFC", word) not in shown] == []


FOLDERS = (
    *(
        "",
        "content",
        "journal",
        "goals",
        "pages",
        "reviews",
        "birds",
        "2026",
        "templates",
        "drafts",
    ),
    *("_drafts", "_posts", "_notes", "static", "theme", "data", ".obsidian", "node_modules"),
    *("Öl und Essig", "雪", "content/journal", "birds/content", "birds/.hidden/deep", "Templates"),
)
NAMES = (
    *(
        "README",
        "index",
        "_index",
        "profile",
        "ant",
        "Ant",
        "_ant",
        ".ant",
        "2026-11-20",
        "2026-W46",
    ),
    *(
        "2026-10",
        "2025",
        "2026-51",
        "template",
        "20261103 kite",
        "sketch.excalidraw",
        "a b",
        "雪",
        ".",
    ),
    *("2026-99-99", "e\u0301t\u00e9", "#", "con"),
)
paths = st.builds(
    lambda folder, name, end: f"{folder}/{name}{end}".lstrip("/"),
    st.sampled_from(FOLDERS),
    st.sampled_from(NAMES),
    st.sampled_from((".md", ".md", ".MD", ".markdown")),
)
HEADS = (
    "",
    "---\nid: one\n---\n",
    "---\ndate: soon\n---\n",
    "---\nexcalidraw-plugin: parsed\n---\n",
)


@settings(max_examples=examples(100), deadline=None)
@given(st.dictionaries(paths, st.sampled_from(HEADS), min_size=1, max_size=12))
def test_each_markdown_file_is_on_a_page_or_passed_over_for_a_reason(
    files: Mapping[str, str],
) -> None:
    said = {name: f"word{number:03}q" for number, name in enumerate(files)}
    with tempfile.TemporaryDirectory() as root:
        site = site_of(Path(root), {name: f"{files[name]}{word}.\n" for name, word in said.items()})
        told = list(every_file(open_journal(Path(root)), DAY))
        there = [str(it.relative_to(root)) for it in Path(root).rglob("*") if it.is_file()]
    pages = " ".join(Shown(page).text for name, page in site.items() if name.endswith(".html"))
    for name in there:
        (line,) = [line for line in told if line.startswith(f"{name}: ")]
        away = line.startswith(f"{name}: passed over: ") or line.endswith("no page shows it yet")
        assert away == (said[name] not in pages), line


PICTURES = (
    *("lake.png", "Green Hill.PNG", "öl (2).jpg", "100% x.webp", "it's, so.png", "雪 景.gif"),
    *(
        "e\u0301te\u0301.svg",
        "a&b=c.png",
        "a#b.png",
        "a?b.png",
        "a%20b.png",
        "lake.png.jpg",
        "x;y!.avif",
    ),
)
PLACES = ("", "pictures/", "pictures/2026/", "birds/", "birds/Öl und Essig/", "static/", "_assets/")
IN_MARKDOWN = (
    "![@]({quoted})",
    "![@|300x200]({quoted})",
    "![@](<{plain}>)",
    "![@](<{plain}> 'title')",
    '<img src="{escaped}" alt="@" width=300>',
    "![@]({blank})",
)
IN_WIKI = ("![[{plain}]]", "![[{plain}|300]]", "![[{plain}|@|300x200]]", "![[{plain}|@]]")


def spelt(form: str, way: str) -> str:
    """A reference to a picture in one of the forms in which people write it."""
    blank = way if not set(way) & set("()<>\"'%#?&") else quote(way)  # which these would end
    return form.format(quoted=quote(way), plain=way, escaped=escape(quote(way)), blank=blank)


@st.composite
def shown(draw: st.DrawFn) -> tuple[dict[str, bytes], str, str, str]:
    """Pictures, a note beside them, what it writes of one of them, and the one that is meant."""
    at = st.builds(str.__add__, st.sampled_from(PLACES), st.sampled_from(PICTURES))
    files = draw(st.lists(at, min_size=1, max_size=6, unique_by=lambda it: folded(it)))
    note = draw(st.sampled_from(PLACES[:5])) + "2026-11-20.md"
    meant = draw(st.sampled_from(files))
    way = draw(st.sampled_from(("here", "root", "name")))
    if way == "name":
        same = [
            it for it in files if folded(it.rpartition("/")[2]) == folded(meant.rpartition("/")[2])
        ]
        written = meant.rpartition("/")[2] if len(same) == 1 else f"/{meant}"
    else:
        here = relpath(meant, note.rpartition("/")[0] or ".")
        written = here if way == "here" else f"/{meant}"
    form = draw(
        st.sampled_from(IN_MARKDOWN if set(written) & set("#|[]^") else IN_MARKDOWN + IN_WIKI)
    )
    if "{plain}" in form and "%" in written and form in IN_MARKDOWN:
        form = IN_MARKDOWN[0]  # within `<>` too a sign and its number are one sign
    change = draw(st.sampled_from(CHANGES))
    pictures = {it: drawn(40 + n) for n, it in enumerate(files)}
    return pictures, note, spelt(form, change(written)), meant


def drawn(width: int) -> bytes:
    """A picture that is told from others by its width."""
    return PNG[:19] + bytes([width]) + PNG[20:]


def nfd(text: str) -> str:
    """A text with letters and their accents apart, as some disks write names."""
    return normalize("NFD", text)


CHANGES: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, nfd)


@settings(max_examples=examples(150), deadline=None)
@given(shown())
def test_a_picture_that_is_there_is_shown_and_never_missed(
    case: tuple[dict[str, bytes], str, str, str],
) -> None:
    files, note, written, meant = case
    with tempfile.TemporaryDirectory() as root:
        site = site_of(Path(root), {**files, note: f"A {written} b"})
        found = [it for it in findings_of(open_journal(Path(root)), DAY) if it.code[0] in "FP"]
    (src,) = re.findall(r'<img src="[./]*([^"]+)"', site["journal/2026-W47/index.html"])
    assert site[unescape(unquote(src))] == files[meant].decode("utf-8", "replace")
    assert not found


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("![@](gone.png)", "“gone.png” is not in the journal"),
        ("![@](lake.jpg)", "“lake.jpg” is not in the journal"),
        ("![@](../../lake.png)", ""),
        ("![@](data:image/png;base64,AAAA)", "“data:image/png;base64,AAAA” is not in the journal"),
        ("![@](_drafts/hill.png)", "“_drafts/hill.png” is not shown, since `_drafts` is not"),
        ("![[.cache/hill.png]]", "“.cache/hill.png” is not shown, since `.cache` is not looked"),
        ("![@](data/hill.png)", "“data/hill.png” is not shown, since `data` is not looked into"),
        ("![[gone.png|@]]", "nothing in the journal is called “gone.png”"),
    ],
)
def test_a_picture_is_missed_where_the_page_has_none(
    tmp_path: Path, written: str, said: str
) -> None:
    pictures = ("lake.png", "_drafts/hill.png", ".cache/hill.png", "data/hill.png")
    files = {"2026-11-20.md": f"A {written} b", **dict.fromkeys(pictures, PNG)}
    page = site_of(tmp_path, files)["journal/2026-W47/index.html"]
    told = [it.message for it in findings_of(open_journal(tmp_path), DAY) if it.code[0] == "F"]
    assert ("<img" in page) == (not told)
    assert "".join(told).startswith("the picture " * ("picture" in "".join(told)) + said)
