"""A build for others is that of the journal with what is hidden deleted, byte for byte.

Each example is a journal in which `⟦…⟧` stands around what is hidden. It is built as it is, and
once more without that; the line breaks of a passage or a comment stay.
"""

from __future__ import annotations

import html
import re
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from milepost.building import build
from milepost.journal.examples import files_of
from milepost.journal.words import Visibility
from milepost.pipeline import open_journal

DAY = date(2026, 11, 22)
_HIDDEN = re.compile("⟦([^⟧]*)⟧")

GOAL = """\
== content/goals/read.md ==
---
title: Read books{title}
visibility: public
area: mind
measurable: {measure}
time_bound: 2026-01-05 to 2027-06-30
{keys}---
{words}
"""
SECRET = """
title: qyx
area: qyxarea
tags: [qyx, a]
measurable: 5 qyx
time_bound: 2026-02-01 to 2026-12-01
"""
TABLE = "{kind: count, to: 12, unit: books, source: data/n.csv}"


def goal(keys: str = "", words: str = "Words.", title: str = "", measure: str = "12 books") -> str:
    """A public goal."""
    return GOAL.format(title=title, keys=keys, words=words, measure=measure)


def note(path: str, words: str, keys: str = "") -> str:
    """A public note."""
    return f"== content/{path}.md ==\n---\nvisibility: public\n{keys}---\n{words}\n"


def secret(path: str, keys: str = "", words: str = "[[read]] [[2026-W46]]") -> str:
    """A hidden note, with a trailing line break within the brackets."""
    head = f"visibility: private\n{keys.lstrip()}"
    return f"⟦== content/{path}.md ==\n---\n{head}---\nqyx {words}\n⟧"


@cache
def site(text: str, audience: Visibility) -> dict[str, bytes]:
    """The site of a journal that is written in a text, by address."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in ({"milepost.yaml": b"title: J\n"} | files_of(text)).items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return build(open_journal(Path(folder)), DAY, audience, "https://a.example/").pages


def without(match: re.Match[str]) -> str:
    """What deleting leaves: nothing of files and lines, its line breaks of a part of a note."""
    inside = match[1]
    return "" if inside.endswith("\n") else "\n" * inside.count("\n")


def holds(text: str, *audiences: Visibility) -> None:
    """Hold the law for a journal, for everyone at least, and look for its hidden word."""
    for audience in (Visibility.PUBLIC, *audiences):
        made = site(_HIDDEN.sub(r"\1", text), audience)
        wanted = site(_HIDDEN.sub(without, text), audience)
        assert made.keys() == wanted.keys()
        for address, data in made.items():
            assert data == wanted[address], address
            seen = html.unescape(unquote(f"{address} {data.decode('utf-8', 'replace')}"))
            assert "qyx" not in seen.lower(), address


INSIDE = {
    "words": "qyx words",
    "heading": "## qyxhead\nqyx",
    "title": "# qyx",
    "tasks": "- [x] qyx\n- [ ] qyx",
    "section": "## Plans\n- [ ] qyx",
    "link": "[[read]] qyx",
    "table": "| qyx |\n|---|\n| a |",
    "code": "```\nqyx\n```",
    "footnote": "qyx[^1]\n\n[^1]: qyx",
    "reference": "[qyx][r]\n\n[r]: https://qyx.example",
    "file": "![qyx](qyx.jpg) [b](qyx.pdf) [[qyx.svg]]",
}
FILES = "".join(f"⟦== static/qyx.{ending} ==\nqyx\n⟧" for ending in ("jpg", "pdf", "svg"))


@pytest.mark.parametrize("kind", INSIDE)
def test_a_passage_is_as_good_as_deleted(kind: str) -> None:
    passage = f"⟦::: private\n{INSIDE[kind]}\n:::⟧"
    in_list = "- a\n\n" + passage.replace("⟦", "  ⟦").replace("\n", "\n  ") + "\n\n- b"
    quoted = "\n".join(f"> ⟦{line}⟧" for line in passage.strip("⟦⟧").split("\n"))
    holds(
        FILES
        + goal(words=f"{passage}\n\nRest.")
        + note("journal/2026-W46", f"One\n\n## Progress\n\n{passage}\n\nTwo\n\n## Next\nThree")
        + note("journal/2026-W45", passage)
        + note("reviews/2026-Q3", f"A\n\n{passage}")
        + note("profile", f"{passage}\n\nB", "name: Ana\n")
        + note("pages/first", f"{passage}\n\nrest")
        + note("pages/list", in_list, "title: L\n")
        + note("pages/quote", f"> a\n>\n{quoted}\n>\n> b", "title: Q\n"),
    )


@pytest.mark.parametrize(
    "inside", ["qyx", "[[read]] qyx", "![qyx](qyx.jpg)", "\n\n## qyx\n\n- [ ] qyx\n\n", "`qyx`"]
)
@pytest.mark.parametrize("signs", [("<!-- ", " -->"), ("%% ", " %%")])
def test_a_comment_is_as_good_as_deleted(inside: str, signs: tuple[str, str]) -> None:
    comment = f"⟦{inside.join(signs)}⟧"
    short = f"⟦{'qyx'.join(signs)}⟧"
    table = f"date,value,note\n2026-02-03,+2,good{short}\n"
    holds(
        FILES
        + goal(
            f"specific: 'A{short} b'\ntags: [a{short}, b]\nreward: c {short}\n",
            f"One {comment} two\n\n{comment}\n\nThree",
            title=short,
            measure=TABLE,
        )
        + f"== data/n.csv ==\n{table}"
        + note("journal/2026-W46", f"{comment}\n\n## Plans{short}\n- [ ] a {short}\n\n> q {short}")
        + note("pages/first", f"{comment}One\n\n| a |\n|---|\n| b{short} |"),
    )


OF_KEYS = [
    goal("specific: A ⟦# qyx⟧\n⟦# qyx\n⟧reward: c\n"),
    "== milepost.yaml ==\ntitle: J\n⟦# qyx\n⟧⟦qyx: {a: [qyx]}\n⟧areas: [mind⟦, qyx⟧]\n" + goal(),
    "== milepost.yaml ==\nmenu: [goals, journal⟦, qyx⟧]\n" + goal() + secret("pages/qyx"),
    goal("specific: A⟦ <!-- qyx⟧\nreward: b\n"),
    goal("relevant: [⟦qyx, ⟧value growth]\n") + secret("goals/qyx", SECRET),
    goal("requires: [tea 3]\n") + secret("goals/qyx", SECRET + "teaches: [tea 4]\n"),
]
OF_NOTES = [
    secret("goals/qyx", SECRET),
    secret("goals/qyx", SECRET + "relevant: read\n"),
    secret("goals/qyx", SECRET + "achievable: {hours_per_week: 100}\n"),
    secret("goals/qyx", SECRET + "aliases: [old, read-old]\n") + note("pages/q", "[[old]]"),
    secret("goals/qyx", SECRET + "status: {is: replaced, on: 2026-05-01}\nreplaced_by: read\n"),
    secret("goals/sub/read", SECRET),
    secret("goals/qyx", SECRET.replace("[qyx, a]", "[TAG]"))
    + note("pages/q", "x", "tags: [Tag]\n"),
    secret("goals/qyx", SECRET.replace("qyxarea", "Mind")),
    secret("journal/2026-W45"),
    secret("journal/2019-W03", "mood: 1\n"),
    secret("journal/2026-W46-qyx", "mood: 1\n") + note("journal/2026-W46", "x", "mood: 4\n"),
    secret("journal/2026-11-20", "mood: 1\n") + note("journal/2026-W46", "x", "mood: 4\n"),
    secret("reviews/2026-Q3") + secret("reviews/2025"),
    secret("pages/read") + secret("pages/goals") + secret("pages/journal/index"),
    secret("profile", "name: qyx\nvalues: [growth]\nskills: [qyx 3]\nhours_per_week: 20\n"),
    secret("pages/Private/qyx") + secret("pages/private/qyz"),
    secret("pages/qyx", "", "![a](boat.jpg)") + "⟦== content/pages/boat.jpg ==\nqyx\n⟧",
    "⟦== data/qyx.csv ==\ndate,value\n2026-01-01,qyx\n⟧",
    "⟦== static/qyx.jpg ==\nqyx\n⟧",
]
BETWEEN = [
    "a [w][r]\n\n⟦::: private\n[r]: https://qyx.example 'qyx'\n:::⟧\n\nb",
    "a\n\n⟦::: private\nx [r] qyx\n:::⟧\n\n[r]: https://a.example\n\nb",
    "a[^1] b\n\n⟦::: private\n[^1]: qyx\n:::⟧\n\nb",
    "a[^2]\n\n⟦::: private\nx[^1] qyx\n:::⟧\n\n[^1]: one\n[^2]: two",
    "a [w][r]\n\n⟦<!-- [r]: https://qyx.example 'qyx' -->⟧\n\nb",
    "a\r\n\r\n⟦::: private\r\nqyx\r\n:::⟧\r\n\r\nb",
    "a\n\n⟦- ::: private\n\n# qyx⟧",
    "⟦::: private\n# qyx\n:::⟧\n\nb",
    "`x[[i]]` [w](a.md) ⟦%% qyx `[[read]]` %%⟧",
]


@pytest.mark.parametrize("text", OF_KEYS)
def test_what_is_hidden_within_keys_is_as_good_as_deleted(text: str) -> None:
    holds(text)


@pytest.mark.parametrize("hidden", OF_NOTES)
def test_a_hidden_note_is_as_good_as_deleted(hidden: str) -> None:
    holds(goal() + hidden)


@pytest.mark.parametrize("words", BETWEEN)
def test_what_is_defined_in_a_passage_is_defined_nowhere_else(words: str) -> None:
    holds(goal() + note("pages/p", words) + note("journal/2026-W46", words))


NAMED = """\
[[QYX]] ; [[ qyx ]] ; [[pages/qyx]] ; [[qyx.md]] ; [[qyx#x]] ; ![[qyx]] ; [[qyx|]] ; [[qyx\\|w]]
[[qyx^block]] ; [[folder\\qyx]] ; [[qy%78]] ; [[qyx|a[b]c]] ; [[qyx] ; [[[qyx]]] ; [[qyx\\\\|w]]
[w](QYX.MD) ; [w](./qyx.md?x=1) ; [w](qyx.md#x) ; [w](<qyx.md> 't') ; [w](/content/pages/qyx.md)
[w](../pages/qyx/) ; [w](qyx/) ; [w](qyx) ; [w](../qyx/index.html) ; [w](qyx?x) ; [w](%71yx/?x=1)
[w](..\\pages\\qyx.md) ; [w]( qyx.md ) ; ![a](qyx.md) ; [![a](qyx.md)](qyx.md) ; [w](qyx.md
[w](https://a.example/qyx/) ; [w]: qyx.md ; # [[qyx]] ; # [[qyx]] words ; > [!note] [[qyx]]
- [ ] [[qyx]] ; *[[qyx]]* ; | [[qyx\\|w]] | ; \\[[qyx]] ; [a [[qyx]] b](x.jpg)"""
"""Ways to link to a note, in which its own name stands."""


def test_no_spelling_of_a_link_names_what_is_hidden() -> None:
    """Neither in a text, nor in a value, nor in the title that is taken from a heading."""
    links = [link for line in NAMED.split("\n") for link in line.split(" ; ")]
    notes = [
        note(f"pages/p{number}", link)
        + note(f"journal/2026-01-{number % 28 + 1:02}-{number}", link)
        + note(f"goals/g{number}", link, "title: G\nreward: '{}'\n".format(link.replace("'", "''")))
        for number, link in enumerate(links)
    ]
    hidden = re.sub("[⟦⟧]", "", secret("pages/qyx"))
    for address, data in site("".join(notes) + hidden, Visibility.PUBLIC).items():
        seen = html.unescape(unquote(f"{address} {data.decode('utf-8', 'replace')}"))
        assert "qyx" not in seen.lower(), address


SLIPS = [
    "visibility: PRIVATE",
    'visibility: "Private "',
    "Visibility: private",
    "visibility : private",
    "visibility:\tprivate",
    '"visibility": private',
    "? visibility\n: private",
    "visibility: !!str private",
    "visibility: &a private",
    "visibility: >-\n  private",
    "visibility: ｐrivate",
    "visibility: private\u200b",
    "visibility: publi\u0441",
    "visibility: public\nvisibility: private",
    "visibility: public\nVISIBILITY: private",
    "x: &a private\nvisibility: *a",
    "visibility: {is: private}",
    "visibility: [private]",
    "visibility: public, private",
    "title: x\n\tvisibility: private",
    "visibility: public\n  draft: true",
    "title: x\n  visibility: private\nvisibility: public",
    "title: |\n  x\n  visibility: private\nvisibility: public",
    "# visibility: public",
    "x: &b {visibility: private}\n<<: *b\nvisibility: public",
    "visibility: public\nvis\0ibility: private",
    "visibility: public\nvisi\u200bbility: private",
    "visibility: public\nvis\u0456bility: private",
    "visibility: public\nｖｉｓｉｂｉｌｉｔｙ: private",
    "visibility: public\nvisibility：private",
    "visibility: public\nvisibility private",
    "visibility: public\nvisibility=private",
    "visibility: public\n...\nvisibility: private",
    "visibility: public\n---\nvisibility: private",
    "visibility: public\r\ndraft: true",
    "visibility: public\rdraft: true",
]


def test_a_slip_hides_as_if_the_note_were_deleted() -> None:
    notes = (
        f"⟦== content/pages/qyx{number}.md ==\n---\n{keys}\n---\nqyx [[read]]\n⟧"
        for number, keys in enumerate(SLIPS)
    )
    holds(goal() + "".join(notes), Visibility.SHARED)


@pytest.mark.parametrize(
    "text",
    [
        "qyx [[read]]",
        "---\nvisibility: public\ntitle: qyx\n\nqyx",
        "\n---\nvisibility: public\ndraft: true\n---\nqyx",
        "\ufeff---\nvisibility: private\n---\nqyx",
        "+++\ndraft = true\n+++\nqyx",
        '{"draft": true}\n\nqyx',
    ],
)
def test_a_note_whose_head_is_lost_is_as_good_as_deleted(text: str) -> None:
    holds(goal() + f"⟦== content/pages/qyx.md ==\n{text}\n⟧")
