"""Every word of a template can be translated, and a translation is set in as it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from jinja2 import Environment, nodes

from milepost.site.template import Templates
from milepost.site.theme import Template, Theme

THEMES = Path(__file__).parents[2] / "themes"
TEMPLATES = sorted(THEMES.glob("*/templates/*.html"))
SCRIPTS = sorted(THEMES.glob("*/static/*.js"))
READ_ALOUD = {"alt", "aria-description", "aria-label", "aria-valuetext", "placeholder", "title"}
TRANSLATED = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
NOT_WORDS = {"script", "link", "file"}
"""Functions whose arguments are names of things."""


class Written(HTMLParser):
    """What stands between tags, in attributes that are read aloud, and in those for scripts."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(markup)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name in READ_ALOUD or name.startswith("data-"):
                self.texts.append(value or "")


def literals(node: nodes.Node | None) -> Iterator[str]:
    """The texts within an expression that it may put into the page."""
    match node:
        case nodes.Const(value=str(text)):
            # An id is written with a line before it; a name in braces is for a script to replace.
            yield "" if text.startswith("_") else re.sub(r"\{\w+\}", "", text)
        case nodes.CondExpr():
            yield from literals(node.expr1)
            yield from literals(node.expr2)
        case nodes.BinExpr():
            yield from literals(node.left)
            yield from literals(node.right)
        case nodes.Concat() | nodes.List() | nodes.Tuple():
            parts = node.nodes if isinstance(node, nodes.Concat) else node.items
            for part in parts:
                yield from literals(part)
        case nodes.Dict():
            for pair in node.items:
                yield from literals(pair.value)
        case nodes.Getitem() | nodes.Filter():
            yield from literals(node.node)
        case nodes.Call():
            name = node.node.name if isinstance(node.node, nodes.Name) else ""
            for argument in () if name in TRANSLATED | NOT_WORDS else node.args:
                yield from literals(argument)
            for keyword in node.kwargs:
                yield from literals(keyword.value)


def words_for_nobody_to_translate(text: str) -> list[str]:
    """What a template says in words that no translation can reach."""
    jinja = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    jinja.newstyle_gettext = True  # type: ignore[attr-defined]
    tree = jinja.parse(text)
    outputs = list(tree.find_all(nodes.Output))
    markup = "".join(
        part.data if isinstance(part, nodes.TemplateData) else "0"
        for output in outputs
        for part in output.nodes
    )
    found = Written(markup).texts
    for output in outputs:
        found += [text for part in output.nodes for text in literals(part)]
    for assigned in tree.find_all(nodes.Assign):
        found += literals(assigned.node)
    for macro in tree.find_all(nodes.Macro):
        found += [text for value in macro.defaults for text in literals(value)]
    return [text.strip() for text in found if any(letter.isalpha() for letter in text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_a_template_says_nothing_that_cannot_be_translated(path: Path) -> None:
    assert words_for_nobody_to_translate(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Some words</p>", ["Some words"]),
        ('<p class="mute">{{ _("Some words") }} · {{ view.title }}</p>', []),
        ("<p>{% trans day=view.day %}due {{ day }}{% endtrans %}</p>", []),
        ("<p>{% trans day=view.day or 'soon' %}due {{ day }}{% endtrans %}</p>", ["soon"]),
        ('<p aria-label="Some words" class="other"></p>', ["Some words"]),
        ('<a href="{{ link("goal", "read") }}" title="Read">{{ view.ref }}</a>', ["Read"]),
        ('<p>{{ "late" if view.kind == "goal" else _("in time") }}</p>', ["late"]),
        ('{{ parts.heading("Goals", "_goals") }}', ["Goals"]),
        ("{{ {'done': 'reached'}[view.state] }}", ["reached"]),
        ('{% set name = view.name or "nobody" %}', ["nobody"]),
        ('{% macro title(text="None") %}{{ text }}{% endmacro %}', ["None"]),
    ],
)
def test_words_are_found_wherever_they_hide(template: str, found: list[str]) -> None:
    assert words_for_nobody_to_translate(template) == found


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_only_what_its_template_hands_over(path: Path) -> None:
    said = re.findall(
        r"(?:textContent|innerText|innerHTML|title|placeholder)\s*=([^=].*)",
        path.read_text(encoding="utf-8"),
    )
    literal = [text for line in said for text in re.findall(r'"([^"]*)"', line)]
    assert [text for text in literal if re.sub(r"\{\w+\}", "", text)] == []


def made(template: str, translations: NullTranslations | None = None, **view: Any) -> str:
    """What a theme of one template makes of a view."""
    theme = Theme("own", {"page.html": Template(template, "page.html")}, {}, {})
    return Templates(theme, translations).page("page.html", {"view": view}, "").strip()


def polish() -> NullTranslations:
    """Translations into a language with three forms of the plural."""
    catalog = Catalog(locale="pl")
    catalog.add(("%(n)s page", "%(n)s pages"), ("%(n)s strona", "%(n)s strony", "%(n)s stron"))
    catalog.add("due %(day)s", "do %(day)s")
    catalog.add("Main", "Główne", context="menu")
    data = BytesIO()
    write_mo(data, catalog)
    data.seek(0)
    return GNUTranslations(data)


PAGES = "{% trans n=view.n %}{{ n }} page{% pluralize %}{{ n }} pages{% endtrans %}"


@pytest.mark.parametrize(
    ("number", "english", "foreign"),
    [
        (1, "1 page", "1 strona"),
        (2, "2 pages", "2 strony"),
        (5, "5 pages", "5 stron"),
        (22, "22 pages", "22 strony"),
    ],
)
def test_a_plural_follows_the_rules_of_its_language(
    number: int, english: str, foreign: str
) -> None:
    assert made(PAGES, n=number) == english
    assert made(PAGES, polish(), n=number) == foreign


def test_a_word_with_two_uses_is_told_apart_by_its_context() -> None:
    assert made("{{ pgettext('menu', 'Main') }}, {{ _('Main') }}", polish()) == "Główne, Main"


def test_what_is_set_into_a_sentence_is_escaped_and_may_hold_any_sign() -> None:
    due = "{% trans day=view.day %}due {{ day }}{% endtrans %}"
    assert made(due, day="<i>100 %</i>") == "due &lt;i&gt;100 %&lt;/i&gt;"
    assert made(due, polish(), day="%(n)s") == "do %(n)s"
    link = "{% macro a(x) %}<a>{{ x }}</a>{% endmacro %}"
    assert made(link + due.replace("=view.day", "=a(view.day)"), day="&") == "due <a>&amp;</a>"


def test_a_sentence_may_be_broken_into_lines() -> None:
    broken = "{% trans day=view.day %}\n  due\n  {{ day }}\n{% endtrans %}"
    assert made(broken, polish(), day="4 May") == "do 4 May"
