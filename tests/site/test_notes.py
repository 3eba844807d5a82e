"""What people keep in folders of notes, as the site shows it."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from milepost.building import build
from milepost.findings import by_kind
from milepost.journal.words import Visibility
from milepost.pipeline import findings_of, open_journal

DAY = date(2026, 11, 25)
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 60, 40) + b"\x08\x02\x00\x00\x00"


def site_of(
    root: Path, files: Mapping[str, Any], audience: Visibility = Visibility.PRIVATE
) -> dict[str, str]:
    """The pages of a folder with these files, by address."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    opened = open_journal(root)
    pages = build(opened, DAY, audience, "").pages
    return {name: data.decode("utf-8", "replace") for name, data in pages.items()}


def prose_of(page: str) -> str:
    """The words of the first note of a page, as HTML."""
    return page.partition('<div class="prose">')[2].partition("</div>\n")[0]


def codes(root: Path) -> list[str]:
    """What is found in a folder, by code."""
    return [found.code for found in findings_of(open_journal(root), DAY) if found.code[0] == "F"]


# --- pictures and embeds ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![[green hill.png]]", 'alt="Green hill" width="60" height="40"'),
        ("![[green hill.png|30]]", 'alt="Green hill" width="30" height="20"'),
        ("![[green hill.png|30x25]]", 'alt="Green hill" width="30" height="25"'),
        ("![[Green Hill.PNG|my hill]]", 'alt="my hill" width="60" height="40"'),
        ("![my hill](pictures/green%20hill.png)", 'alt="my hill" width="60" height="40"'),
        ("![my hill](<pictures/green hill.png>)", 'alt="my hill" width="60" height="40"'),
        ("![my hill](pictures/green hill.png)", 'alt="my hill" width="60" height="40"'),
        ("![my hill|30](green%20hill.png)", 'alt="my hill" width="30" height="20"'),
    ],
)
def test_a_picture_is_found_and_shown_however_it_is_named(
    tmp_path: Path, written: str, shown: str
) -> None:
    files = {"2026-11-20.md": written, "pictures/green hill.png": PNG}
    page = site_of(tmp_path, files)["journal/2026-W47/index.html"]
    assert f'<img src="../../media/pictures/green-hill.png" {shown} loading="lazy">' in page
    assert codes(tmp_path) == []


def test_of_pictures_with_one_name_the_nearest_is_shown(tmp_path: Path) -> None:
    files = {"b/2026-11-20.md": "![[hill.png]]", "a/hill.png": PNG, "b/c/hill.png": PNG}
    assert "media/b/c/hill.png" in site_of(tmp_path, files)["journal/2026-W47/index.html"]


def test_what_is_reported_missing_is_missing_and_nothing_else(tmp_path: Path) -> None:
    files = {"2026-11-20.md": "![[hill.png]] ![x](gone.png) ![[away.png]]", "a/hill.png": PNG}
    page = site_of(tmp_path, files)["journal/2026-W47/index.html"]
    assert page.count("<img") == 1
    assert sorted(codes(tmp_path)) == ["F304", "F306"]


def test_sound_and_film_have_players_and_a_link(tmp_path: Path) -> None:
    text = "![[song.mp3]]\n\n![[swim.mp4|The swim]]"
    files = {"2026-11-20.md": text, "song.mp3": b"", "swim.mp4": b""}
    page = prose_of(site_of(tmp_path, files)["journal/2026-W47/index.html"])
    assert '<audio controls preload="none" src="../../media/song.mp3"' in page
    assert '<a href="../../media/song.mp3">song.mp3</a>' in page
    assert 'src="../../media/swim.mp4" aria-label="The swim"></video>' in page


TART = "---\naliases: [Cake]\n---\n# Tart\n\nButter.\n\n## Oven\n\nHot.\n\n- sugar ^sweet\n- salt\n"


@pytest.mark.parametrize(
    ("written", "there", "not_there"),
    [
        ("![[Tart]]", ("Butter.", "Hot.", "salt"), ()),
        ("![[Cake]]", ("Butter.", "Hot.", "salt"), ()),
        ("![[Tart#Oven]]", ("Hot.", "salt"), ("Butter.",)),
        ("![[Tart#^sweet]]", ("sugar",), ("Butter.", "Hot.", "salt", "^sweet")),
        ("![[Tart^sweet]]", ("sugar",), ("Butter.", "Hot.", "salt", "^sweet")),
        # A part that is not there, and an embed within a line, are links.
        ("![[Tart#Cellar]]", (">Tart",), ("Butter.", "Hot.")),
        ("Look: ![[Tart]]", (">Tart",), ("Butter.", "Hot.")),
    ],
)
def test_a_note_or_a_part_of_it_is_shown_within_another(
    tmp_path: Path, written: str, there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    page = site_of(tmp_path, {"2026-11-20.md": f"Before.\n\n{written}\n", "Tart.md": TART})
    words = page["journal/2026-W47/index.html"].partition("Before.")[2].partition("</section>")[0]
    assert all(word in words for word in there)
    assert not any(word in words for word in not_there)
    assert 'href="../../tart/index.html' in words


def test_notes_that_show_each_other_do_so_once(tmp_path: Path) -> None:
    files = {"a.md": "One.\n\n![[b]]\n", "b.md": "Two.\n\n![[a]]\n"}
    page = site_of(tmp_path, files)["a/index.html"]
    assert page.count("Two.") == 1
    assert prose_of(page).count("One.") == 1


def test_what_others_may_not_see_is_in_no_frame(tmp_path: Path) -> None:
    open_ = "---\nvisibility: public\n---\n"
    files = {
        "2026-11-20.md": f"{open_}Day.\n\n![[Diary]]\n\n![[Tart#Oven]]\n\n![[Tart#^sweet]]\n",
        "Diary.md": "Qyxx.",
        "Tart.md": f"{open_}Butter.\n\n::: private\n## Oven\n\nQyxy. ^sweet\n:::\n",
    }
    site = site_of(tmp_path, files, Visibility.PUBLIC)
    whole = "".join(site.values())
    assert "Butter." in whole
    for hidden in ("Qyxx", "Qyxy", "Diary", "Oven", "sweet"):
        assert hidden not in whole


def test_marks_of_blocks_are_not_shown_and_headings_are_named_by_their_words(
    tmp_path: Path,
) -> None:
    files = {
        "2026-11-20.md": "A line. ^mark\n\n[[#Late plans]], [[Tart#Oven]].\n\n## Late plans\n",
        "Tart.md": TART,
    }
    page = prose_of(site_of(tmp_path, files)["journal/2026-W47/index.html"])
    assert "^mark" not in page
    assert '<a href="#late-plans">Late plans</a>' in page
    assert '<a href="../../tart/index.html#oven">Tart: Oven</a>' in page


def test_an_address_of_mail_is_no_file(tmp_path: Path) -> None:
    site_of(tmp_path, {"2026-11-20.md": "Write [me](mailto:ana@example.md)."})
    assert codes(tmp_path) == []


# --- what people write in Markdown -----------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("It was ==very cold== today", "It was <mark>very cold</mark> today"),
        ("a == b and c == d", "a == b and c == d"),
        (":snowflake: and :no_such_sign: at 10:30:15", "❄️ and :no_such_sign: at 10:30:15"),
        ("Weather:: cold", "<dfn>Weather</dfn>: cold"),
        ("It was [weather:: cold] today", "It was <dfn>weather</dfn>: cold today"),
        ("It snowed :snowflake:. Weather:: cold", "It snowed ❄️. <dfn>Weather</dfn>: cold"),
        ("Sky:: red. Sea:: calm", "<dfn>Sky</dfn>: red. <dfn>Sea</dfn>: calm"),
        ("It was, they say, weather:: cold", "It was, they say, weather:: cold"),
        ("It was (weather:: cold) today", "It was <dfn>weather</dfn>: cold today"),
        ("std::vector is code", "std::vector is code"),
        (
            "See https://example.org/a_b_c.",
            'See <a href="https://example.org/a_b_c" rel="noopener">https://example.org/a_b_c</a>.',
        ),
        (
            "(see www.ana.example/a_(b), twice)",
            'href="https://www.ana.example/a_(b)" rel="noopener">www.ana.example/a_(b)</a>, twice',
        ),
        ("[a https://example.org b](c.md) x://y", "a https://example.org b x://y"),
        ("$a_{1} * b_{1} < c$", '<annotation encoding="application/x-tex">a_{1} * b_{1} &lt; c<'),
        ("$\\unheard{a_{1} * b_{1}}$", "<code>\\unheard{a_{1} * b_{1}}</code>"),
        ("It cost $5 and $10", "It cost $5 and $10"),
        (
            "$$\n\na\n+ b \\\\\n$$",
            '<annotation encoding="application/x-tex">a\n+ b \\\\</annotation>',
        ),
        ("$$\n\\unheard{a}\n$$", '<pre tabindex="0"><code>\\unheard{a}</code></pre>'),
        ("<% tp.date.now() %> {{title}}", "&lt;% tp.date.now() %&gt; {{title}}"),
    ],
)
def test_what_people_write_in_notes_is_shown_as_it_is_meant(
    tmp_path: Path, written: str, shown: str
) -> None:
    page = site_of(tmp_path, {"2026-11-20.md": written})["journal/2026-W47/index.html"]
    assert shown in page


@pytest.mark.parametrize(
    ("sign", "meant"),
    [("/", "half done"), ("-", "cancelled"), (">", "moved on"), ("?", "in question")],
)
def test_a_task_shows_its_state(tmp_path: Path, sign: str, meant: str) -> None:
    files = {"2026-11-20.md": f"- [{sign}] Ring Ana\n- [ ] Rest\n"}
    page = site_of(tmp_path, files)["journal/2026-W47/index.html"]
    assert f'aria-label="{meant}"' in page
    assert f"[{sign}]" not in page
    open_ = {task.text for task in open_journal(tmp_path).journal.entries[0].tasks}
    assert open_ == ({"Rest"} if sign in "->" else {"Ring Ana", "Rest"})


def test_a_block_of_which_another_tool_draws_something_is_code_and_says_so(tmp_path: Path) -> None:
    files = {"2026-11-20.md": "```mermaid\ngraph TD; A-->B\n```\n"}
    page = site_of(tmp_path, files)["journal/2026-W47/index.html"]
    assert "Mermaid, as it is written" in page
    assert "graph TD; A--&gt;B" in page


def test_no_tex_hides_the_end_of_a_passage(tmp_path: Path) -> None:
    text = "---\nvisibility: public\n---\n$$\na\n::: private\nQyxx\n:::\n$$\nOpen.\n"
    site = site_of(tmp_path, {"2026-11-20.md": text}, Visibility.PUBLIC)
    assert "Qyxx" not in "".join(site.values())
    assert "Open." in site["journal/2026-W47/index.html"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("<KBD class='x'>Q</KBD>", "<kbd>Q</kbd>"),
        ("<b>cold</b> <i>day</i>", "<strong>cold</strong> <em>day</em>"),
        ("one<br/>two", "one<br />\ntwo"),
        ('<a href="https://example.org/?a&amp;b">there</a>', '"https://example.org/?a&amp;b"'),
        ('<img src="hill.png" alt="A hill" width=30>', 'alt="A hill" width="30" height="20"'),
        ('<div align="center">\n\nWords.\n\n</div>', "<p>Words.</p>"),
        ('<p align="center"><img src="hill.png"></p>', '<p><img src="../../media/hill.png"'),
        (
            "<details>\n<summary>What *was* it?</summary>\n\n- snow\n\n</details>\n\nMore.",
            "What <em>was</em> it?</summary>\n<ul>\n<li>snow</li>\n</ul>\n</details>\n<p>More.",
        ),
        (
            "<details><summary>Q</summary>A.</details>",
            "Q</summary>\n<p>A.</p>\n</details>",
        ),
    ],
)
def test_a_few_tags_are_read_as_what_they_mean(tmp_path: Path, written: str, shown: str) -> None:
    files = {"2026-11-20.md": written, "hill.png": PNG}
    assert shown in prose_of(site_of(tmp_path, files)["journal/2026-W47/index.html"])


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        "<kbd onclick=alert(1)>Q</kbd>",
        "<img src=hill.png onerror='alert(1)'>",
        "<details open ontoggle=alert(1)>\nQ\n</details>",
        '<div onmouseover="alert(1)">\nQ\n</div>',
        "<svg onload=alert(1)>",
        "<style>body{}</style>",
        "<iframe src=x.html></iframe>",
        "<kbd>Q",
        "<sub>a<sub>b</sub>",
        "<form><button>Q</button></form>",
        '<math href="javascript:alert(1)">Q</math>',
    ],
)
def test_all_other_html_is_text(tmp_path: Path, written: str) -> None:
    page = prose_of(site_of(tmp_path, {"2026-11-20.md": written})["journal/2026-W47/index.html"])
    assert "&lt;" in page
    tags = set(re.findall(r"<(/?\w+)[^>]*>", page))
    assert tags <= {"p", "/p", "sub", "/sub"}


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#106;avascript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org/x",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize(
    "form", ['<a href="{}">Q</a>', '<img src="{}" alt="Q">', "[Q](<{}>)", "![Q](<{}>)"]
)
def test_no_address_leads_but_to_the_web_and_into_the_journal(
    tmp_path: Path, href: str, form: str
) -> None:
    files = {"2026-11-20.md": f"A {form.format(href)} b"}
    page = prose_of(site_of(tmp_path, files)["journal/2026-W47/index.html"])
    assert "href=" not in page.replace("&lt;a href=", "")
    assert "src=" not in page.replace("&lt;img src=", "")
    assert "Q" in page


def test_a_tag_tells_others_nothing_of_what_they_do_not_see(tmp_path: Path) -> None:
    files = {
        "2026-11-20.md": "---\nvisibility: public\n---\nA <a href='Qyxx.md'>note</a>, "
        '<a href="q/Qyxy.md">one</a> and <img src=Qyxz.md>.\n',
        "Qyxx.md": "Words.",
        "q/Qyxy.md": "Words.",
        "Qyxz.md": "Words.",
    }
    assert "Qyx" not in "".join(site_of(tmp_path, files, Visibility.PUBLIC).values())


def test_what_can_be_folded_reaches_over_no_passage(tmp_path: Path) -> None:
    head = "---\nvisibility: public\n---\n"
    text = f"{head}<details>\n::: private\nQyxx\n</details>\nQyxy\n:::\nOpen.\n"
    site = site_of(tmp_path, {"2026-11-20.md": text}, Visibility.PUBLIC)
    assert "Qyx" not in "".join(site.values())
    assert "Open." in site["journal/2026-W47/index.html"]


# --- titles and days -------------------------------------------------------------------------


def test_a_note_is_called_by_the_words_of_its_name_and_not_by_what_all_begin_with(
    tmp_path: Path,
) -> None:
    body = "> My letter to friends.\n\n## News\n"
    files = {
        "2026-11-09-first-frost.md": body,
        "2026-11-16.md": body,
        "2026-11-23.md": body,
    }
    page = site_of(tmp_path, files)["journal/index.html"]
    assert "First frost" in page
    assert "My letter to friends" not in page


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Snow\n\nWords.\n", "Snow"),
        ("Words.\n\n# Snow\n\nMore.\n\n# Ice\n", "Cold days"),
        ("## Snow\n", "Cold days"),
        ("---\ntitle: Winter\n---\n# Snow\n", "Winter"),
    ],
)
def test_the_title_is_that_of_the_front_matter_the_heading_on_top_or_the_name(
    tmp_path: Path, text: str, title: str
) -> None:
    assert f"<h1>{title}</h1>" in site_of(tmp_path, {"cold-days.md": text})["cold-days/index.html"]


def test_the_day_of_a_lone_note_stands_on_its_page(tmp_path: Path) -> None:
    page = site_of(tmp_path, {"2026-11-20.md": "# Frost\n"})["journal/2026-W47/index.html"]
    assert '<time datetime="2026-11-20">' in page


def test_the_site_of_a_folder_is_called_as_the_folder(tmp_path: Path) -> None:
    assert "<title>kites" in site_of(tmp_path / "kites", {"a.md": "Words."})["index.html"]


# --- notes apart -----------------------------------------------------------------------------


def test_notes_are_listed_by_folder_on_one_page_and_on_no_other(tmp_path: Path) -> None:
    files = {f"birds/bird {n}.md": "Sings." for n in range(1, 31)}
    site = site_of(tmp_path, {**files, "birds/README.md": "All birds.", "2026-11-20.md": "Frost."})
    index = re.findall(r">([^<>]*)</a></(?:li|p)>", site["notes/index.html"].partition("<h1>")[2])
    assert index[:4] == ["Birds", "Bird 1", "Bird 2", "Bird 3"]
    assert "bird-7/" not in site["index.html"] + site["journal/2026-W47/index.html"]
    assert site["birds/index.html"].count("bird-") == 1  # its neighbour
    page = site["bird-2/index.html"]
    assert 'href="../notes/index.html#in-birds"' in page
    assert '<a rel="prev" href="../bird-1/index.html">' in page
    assert '<a rel="next" href="../bird-3/index.html">' in page


def test_the_folders_of_notes_are_for_their_owner(tmp_path: Path) -> None:
    files = {"qyxx/ant.md": "---\nvisibility: public\n---\nSmall."}
    site = site_of(tmp_path, files, Visibility.PUBLIC)
    assert "Ant" in site["notes/index.html"]
    assert "qyxx" not in "".join(site.values())


# --- findings --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<iframe src='x.html'></iframe>", ["`<iframe>` is shown as text"]),
        ("<IFRAME\nsrc=x>a</IFRAME>", ["`<iframe>` is shown as text"]),
        (
            "<kbd onclick='x'>Q</kbd>",
            [
                "`<kbd>` is shown as text, since it is not closed or has an attribute that is not "
                "read"
            ],
        ),
        ("<iframe></iframe> and <iframe></iframe>", ["`<iframe>` is shown as text"]),
        ("<kbd>Q</kbd><br> <img src='a.png' alt='Q'>", []),
        ("`<iframe>` and &lt;iframe&gt; and \\<iframe>", []),
        ("```\n<iframe>\n```", []),
        ("<https://example.org> <title> <%tp%> a <b and c <3", []),
        ("<!-- <iframe> -->", []),
    ],
)
def test_html_that_is_not_read_is_told_once_a_kind(
    tmp_path: Path, written: str, said: list[str]
) -> None:
    site_of(tmp_path, {"2026-11-20.md": written, "a.png": PNG})
    found = [it for it in findings_of(open_journal(tmp_path), DAY) if it.code == "F309"]
    assert [it.message for it in found] == said


def test_tags_in_many_notes_are_one_line_with_their_count(tmp_path: Path) -> None:
    files = {f"2026-11-{day:02}.md": "<iframe></iframe> <video></video>" for day in range(1, 21)}
    site_of(tmp_path, files)
    opened = open_journal(tmp_path)
    told, left = by_kind(it for it in findings_of(opened, DAY) if it.code == "F309")
    assert [(it.finding.message, it.count, it.files) for it in told] == [
        ("`<iframe>` is shown as text", 20, 20),
        ("`<video>` is shown as text", 20, 20),
    ]
    assert not left
    (tmp_path / "milepost.yaml").write_text("check: {ignore: F309}\n", "utf-8")
    assert "F309" not in codes(tmp_path)


# --- folders as people keep them -------------------------------------------------------------


def test_a_goal_is_counted_by_the_boxes_in_it(tmp_path: Path) -> None:
    boxes = "# Learn to paint\n\n- [x] buy brushes\n- [x] find a class\n- [ ] paint a wall\n"
    site = site_of(tmp_path, {"goals/paint.md": boxes, "2026-11-20.md": "Words."})
    page = site["goals/paint/index.html"]
    assert "2 of 3 tasks; nothing is late" in page
    assert "No number to count this goal by yet" not in page
    assert "No reading yet" not in page


def test_the_marks_in_a_heading_are_no_part_of_the_title(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"tip.md": "# Use `sync` as *proxy* of ==all==\n\nWords.\n"})
    page = site["tip/index.html"]
    assert "<title>Use sync as proxy of all" in page
    assert "<h1>Use sync as proxy of all</h1>" in page
    assert ">Use sync as proxy of all</a>" in site["notes/index.html"]
