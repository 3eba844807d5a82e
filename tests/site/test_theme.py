"""Themes: where their files come from, what they may do, how their faults are told."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from inspect import cleandoc
from pathlib import Path

import pytest
from site_makers import page, site, words

from milepost.journal.examples import examples_of, files_of
from milepost.journal.model import Settings
from milepost.site.faults import RULES
from milepost.site.options import ThemeError
from milepost.site.theme import read_theme, shipped_themes, shortened

GOAL = """
    == content/goals/read.md ==
    ---
    title: Read 24 books
    measurable: 24 books
    time_bound: 2026-01-05 to 2026-12-31
    ---
    == content/pages/about.md ==
    ---
    title: About
    shoe_size: 43
    ---
    Me.
"""


def own(folder: Path, **files: str) -> Path:
    """A journal's own theme: file names with `__` for `/` and `_` for `.` before the ending."""
    root = folder / "theme"
    for name, text in files.items():
        path = root / re.sub(r"_(\w+)$", r".\1", name.replace("__", "/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_a_file_of_the_journals_own_goes_first_one_at_a_time(tmp_path: Path) -> None:
    theme = own(
        tmp_path, templates__page_html="<p>{{ view.title }}, size {{ view.extra.shoe_size }}"
    )
    made = site(GOAL, own=theme)
    assert page(made, "about/") == "<p>About, size 43\n"
    assert "Read 24 books" in page(made, "goals/read/")


def test_styles_are_joined_into_one_and_own_ones_come_last(tmp_path: Path) -> None:
    theme = own(tmp_path, static__own_css="body { color: teal; }", static__note_txt="hello")
    made = site(GOAL, own=theme)
    style = made.pages["style.css"].decode()
    assert style.rstrip().endswith("body{color:teal}")
    assert "--paper" in style
    assert made.pages["note.txt"] == b"hello"
    assert not [name for name in made.pages if name.endswith(".css") and name != "style.css"]


def test_a_template_of_the_journals_own_builds_on_the_shipped_one_block_by_block(
    tmp_path: Path,
) -> None:
    bottom = "{% block bottom %}{{ super() }}<p>Printed in Ghent</p>{% endblock %}"
    theme = own(
        tmp_path,
        templates__base_html='{% extends "milepost/base.html" %}' + bottom,
        templates__dashboard_html='{% extends "ledger/dashboard.html" %}'
        "{% block needs %}<p>Nothing needs me</p>{% endblock %}",
    )
    made = site("== milepost.yaml ==\ntheme: ledger\n" + cleandoc(GOAL), own=theme)
    assert words(page(made, "about/")).endswith("Feed Printed in Ghent")
    assert "Nothing needs me" in page(made, "")
    assert '<table class="book">' in page(made, "")


@pytest.mark.parametrize("name", shipped_themes())
def test_every_shipped_theme_makes_every_page(name: str) -> None:
    made = site(f"== milepost.yaml ==\ntheme: {name}\n" + GOAL.replace("\n    ", "\n"))
    assert not made.findings
    assert "Read 24 books" in page(made, "")


def test_an_undefined_name_is_told_with_template_line_and_page(tmp_path: Path) -> None:
    theme = own(tmp_path, templates__page_html="<p>\n{{ view.title }}\n{{ view.titel }}")
    with pytest.raises(ThemeError) as caught:
        site(GOAL, own=theme)
    finding = caught.value.finding
    assert (finding.code, finding.place.path, finding.place.line) == (
        "F903",
        "theme/templates/page.html",
        3,
    )
    assert "while it makes /about/" in finding.message
    assert "has no attribute 'titel'" in finding.message


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("<p>{% if x %}", 1, "Unexpected end of template"),
        ("\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ('{% extends "page.html" %}', 1, "it builds on itself, where the shipped one is named"),
        ('{% extends "bsae.html" %}', 1, "there is no template 'bsae.html'"),
        ('\n{{ script("gaols.js") }}', 2, "gaols.js"),
    ],
)
def test_every_way_to_fail_is_told(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(ThemeError) as caught:
        site(GOAL, own=own(tmp_path, templates__page_html=text))
    assert caught.value.finding.place.line == line
    assert said in caught.value.finding.message


def test_a_fault_in_a_template_that_another_includes_is_told_where_it_is(tmp_path: Path) -> None:
    theme = own(
        tmp_path, templates__page_html='{% include "bit.html" %}', templates__bit_html="\n{{ nix }}"
    )
    with pytest.raises(ThemeError) as caught:
        site(GOAL, own=theme)
    place = caught.value.finding.place
    assert (place.path, place.line) == ("theme/templates/bit.html", 2)


def test_text_is_escaped_and_bodies_are_never_run() -> None:
    made = site("== content/pages/x.md ==\n---\ntitle: <b>1 & 2</b>\n---\n{{ page }} {% if %}")
    html = page(made, "x/")
    assert "&lt;b&gt;1 &amp; 2&lt;/b&gt;" in html
    assert "{{ page }} {% if %}" in html


def test_a_link_that_leaves_the_journal_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("secret", encoding="utf-8")
    root = tmp_path / "journal" / "theme" / "static"
    root.mkdir(parents=True)
    (root / "own.css").symlink_to(tmp_path / "secret.css")
    theme, findings = read_theme(Settings(), root.parent)
    assert [finding.code for finding in findings] == ["F904"]
    assert b"secret" not in theme.static["style.css"]


def test_the_policy_knows_the_scripts_of_the_page_and_nothing_else() -> None:
    html = page(site(GOAL), "goals/")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    allowed = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in allowed
    assert "unsafe" not in allowed
    assert "http" not in allowed
    scripts = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    assert len(scripts) == 2
    for text in scripts:
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in allowed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_each_rule_hold(rule: object, tmp_path: Path) -> None:
    text = getattr(rule, "text", "")
    code = getattr(rule, "code", "")
    examples = examples_of(text)
    assert examples.flagged
    assert examples.fine
    for index, (journal, flagged) in enumerate(
        [(one, True) for one in examples.flagged] + [(one, False) for one in examples.fine]
    ):
        root = tmp_path / str(index)
        for name, data in files_of(journal).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        try:
            codes = [finding.code for finding in site(journal, own=root / "theme").findings]
        except ThemeError as error:
            codes = [error.finding.code]
        assert codes == ([code] if flagged else [])


@pytest.mark.parametrize("name", ["theme.yaml", "static/own.css", "templates/goal.html"])
def test_marks_of_a_merge_are_told_and_the_file_is_not_used(tmp_path: Path, name: str) -> None:
    path = tmp_path / "theme" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"a: 1\r\n<<<<<<< HEAD\r\nb: 2\r\n=======\r\n>>>>>>> laptop\r\n")
    theme, findings = read_theme(Settings(), tmp_path / "theme")
    assert [(f.name, f.place.path, f.place.line) for f in findings] == [
        ("merge-conflict", f"theme/{name}", 2)
    ]
    assert theme == read_theme(Settings(), None)[0]


def test_an_unknown_theme_is_told_and_the_usual_one_used() -> None:
    made = site("== milepost.yaml ==\ntheme: milepots\n")
    assert [finding.code for finding in made.findings] == ["F902"]
    assert "did you mean milepost?" in made.findings[0].help
    assert "This is where your goals will stand" in words(page(made, ""))


def test_a_stylesheet_loses_only_what_means_nothing() -> None:
    css = "a > b , c { margin: 0 auto ; width: calc(1px + 2px) }\n@media print { p { color: red } }"
    assert shortened(css) == (
        "a > b,c{margin:0 auto;width:calc(1px + 2px)}\n@media print{p{color:red}}"
    )
    assert shortened('a::after { content: "/* ; */  x"; }') == 'a::after{content:"/* ; */  x"}'
