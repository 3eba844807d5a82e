"""Whatever hostile is written in a note stays text: no tag, no handler, no address runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile_notes import hostile_notes
from hypothesis import given
from hypothesis import strategies as st
from test_formulas import TAGS as FORMULA
from test_notes import PNG, site_of
from test_notes_laws import within

from milepost.addresses import slug
from milepost.journal.prose import Prose, uncommented
from milepost.site.prose import Destination, Guide, render
from milepost.voice.english import ENGLISH

SHOWN = FORMULA | frozenset(
    (
        *(
            "p",
            "br",
            "hr",
            "em",
            "strong",
            "s",
            "mark",
            "dfn",
            "kbd",
            "sub",
            "sup",
            "small",
            "code",
        ),
        *("pre", "a", "img", "audio", "video", "ul", "ol", "li", "blockquote", "div", "span"),
        *("table", "thead", "tbody", "tr", "th", "td", "details", "summary", "section"),
        *(f"h{rank}" for rank in range(1, 7)),
    )
)
"""The tags that a page makes of notes."""
HAVE = frozenset(
    (
        *(
            "href",
            "src",
            "alt",
            "title",
            "width",
            "height",
            "loading",
            "rel",
            "id",
            "class",
            "role",
        ),
        *("aria-label", "tabindex", "controls", "preload", "start", "display", "encoding"),
    )
)
"""The attributes that these have, beside those of formulas."""
LEADS = re.compile(r"https?://|mailto:|(?![/\\]{2}|[\w+.-]*:)[^\x00-\x20]*$", re.IGNORECASE)
"""Where a link may lead if somebody follows it: to the web, or into the site."""


class Found(HTMLParser):
    """What a text asks of a browser that it should not."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self._formula = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag or an attribute that pages do not make, and an address that leads away."""
        if tag not in SHOWN:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            formula = tag in FORMULA and name not in {"href", "src", "style", "class", "id"}
            if (name not in HAVE and not formula) or name.startswith("on"):
                self.wrong.append(f"<{tag} {name}>")
            if name in {"href", "src"} and not LEADS.match(value or ""):
                self.wrong.append(f"<{tag} {name}={value}>")
            if name == "src" and re.match(r"\w+:", value or ""):
                self.wrong.append(f"<{tag} {name}={value}>")

    def handle_comment(self, data: str) -> None:
        """A page made of notes has no comment."""
        self.wrong.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """Nor a declaration, within a note."""
        self.wrong.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        """Nor one of another kind."""
        self.wrong.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        """Nor an instruction."""
        self.wrong.append(f"<?{data}>")


def _find(target: str, anchor: str) -> Destination | None:
    return Destination(f"../x/index.html#{slug(anchor)}", target)


def _picture(source: str) -> Destination | None:
    return Destination("../x.png", source, width=60, height=40)


KNOWING = Guide(ENGLISH, _find, _picture)
"""A page on which every link and picture leads somewhere: what is written has its best chance."""
LOST = Guide(ENGLISH, lambda _target, _anchor: None, lambda _source: None)


def wrong(note: str) -> list[str]:
    """What is wrong with what a page makes of a note."""
    prose = Prose(uncommented(note).text)
    return [it for guide in (KNOWING, LOST) for it in Found(str(render(prose, guide))).wrong]


def test_every_hostile_version_of_what_people_write_stays_text() -> None:
    assert [(note, found) for note in hostile_notes() if (found := wrong(note))] == []


@given(
    st.lists(st.sampled_from(hostile_notes()), min_size=1, max_size=4),
    st.lists(
        st.sampled_from(("- ", "> ", "1. ", "> [!tip] @\n> ", "<details>", "[^1]: ")), max_size=3
    ),
    st.sampled_from((" ", "\n", "\n\n", "")),
)
def test_so_does_one_within_another(notes: list[str], around: list[str], between: str) -> None:
    note = between.join(notes)
    for sign in around:
        note = within(sign, note)
    assert wrong(note) == []


SCRIPT = re.compile(r"<script.*?</script>", re.DOTALL)


def notes_of(page: str, own: set[str]) -> str:
    """What a page makes of notes: all that its charts and its `own` scripts are not."""
    main = page.partition("<main")[2].partition("</main>")[0]
    bare = SCRIPT.sub(lambda found: "" if found[0] in own else found[0], main)
    return re.sub(r"<figure.*?</figure>", "", bare, flags=re.DOTALL)


@pytest.mark.parametrize("name", ["2026-11-20.md", "goals/a.md", "reviews/2026-10.md", "b.md"])
def test_and_so_do_all_of_them_on_a_page(tmp_path: Path, name: str) -> None:
    clean = site_of(tmp_path / "clean", {name: "Words."})
    own = {script for text in clean.values() for script in SCRIPT.findall(text)}
    site = site_of(
        tmp_path / "it", {name: "\n\n".join(hostile_notes()), "x.png": PNG, "x.md": "Words."}
    )
    pages = {name: text for name, text in site.items() if name.endswith(".html")}
    assert any("alert(1)" in text for text in pages.values())
    acts = (
        r"<(script|style|iframe|base|meta|object|embed|svg)>|.*:alert"
        r"|<\w+ (on|style|srcdoc|action|formaction)"
    )
    for text in pages.values():
        assert not [it for it in Found(notes_of(text, own)).wrong if re.match(acts, it)]
