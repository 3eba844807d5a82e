"""Lists that are too long for one page: which parts they have, and that nothing is lost in them."""

from __future__ import annotations

import re
from collections import Counter
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rendered import Site
from site_makers import Tags, page, site, words

from milepost.journal.words import Visibility
from milepost.site.parts_of_lists import GOAL, parts_of
from milepost.site.word_index import word_files, words_of

DAYS = ("2024-03-05", "2024-09-10", "2025-02-04", "2025-06-03", "2026-01-06", "2026-10-06")
"""Tuesdays, two in a year."""


def notes(*days: str, tags: str = "reading") -> str:
    """A note of each day with tags."""
    return "\n".join(
        f"== content/journal/{day}.md ==\n---\ntitle: Note of {day}\ntags: [{tags}]\n---"
        for day in days
    )


def goals(*given: tuple[str, str]) -> str:
    """Goals by their id, each with more of its front matter."""
    return "\n".join(
        f"== content/goals/{name}.md ==\n---\ntitle: Goal {name}\n{more}\n---"
        for name, more in given
    )


def closed(year: int) -> str:
    """The front matter of a goal that was reached in the May of a year."""
    return (
        f"specific: It is done.\nmeasurable: 3 walks\n"
        f"time_bound: {year}-01-01 to {year}-06-30\nreadings: [{year}-05-05 =3]"
    )


OPEN = "specific: It is done.\nmeasurable: yes or no\ntime_bound: 2026-01-01 to 2026-12-31"


def titles(html: str, begin: str) -> list[str]:
    """The links on a page that begin so, below its menus, in their order."""
    main = html.partition("<main")[2].partition("</main>")[0]
    main = re.sub(r"<nav.*?</nav>|<h1>.*?</h1>", "", main, flags=re.DOTALL)
    return re.findall(rf">({begin}[^<]*)</a>", main)


def parts(html: str) -> list[tuple[str, bool]]:
    """What the links to the parts of a list are called, and which is that of this page."""
    found = re.search(r'<nav class="pages".*?</nav>', html, re.DOTALL)
    links = (
        re.findall(r"<a [^>]*?href=\S+?\"( aria-current=\"page\")?>([^<]*)", found[0])
        if found
        else []
    )
    return [(title, bool(current)) for current, title in links]


# --- the rule ----------


def named(rows: str, lines: int) -> list[tuple[str, str]]:
    """The parts of rows that belong to their second letter, as "a9 b9 c8"."""
    return [
        (part.name, " ".join(part.rows))
        for part in parts_of(rows.split(), lambda row: row[1:], lines)
    ]


@pytest.mark.parametrize(
    ("rows", "lines", "come_out"),
    [
        ("", 2, [("", "")]),
        ("a9 b8", 2, [("", "a9 b8")]),
        ("a9 b8 c7", 2, [("", "a9 b8"), ("7", "c7")]),
        ("a9 b8 c8", 2, [("", "a9"), ("8", "b8 c8")]),
        ("a9 b8 c8 d7", 2, [("", "a9"), ("8", "b8 c8"), ("7", "d7")]),
        ("a9 b9 c9 d8", 2, [("", "a9 b9"), ("9-2", "c9"), ("8", "d8")]),
        ("a9 b8 c d8", 2, [("", "a9 c"), ("8", "b8 d8")]),
        ("a b c", 2, [("", "a b"), ("2", "c")]),
    ],
)
def test_a_list_has_as_many_parts_as_it_needs(
    rows: str, lines: int, come_out: list[tuple[str, str]]
) -> None:
    assert named(rows, lines) == come_out


def test_a_folder_that_is_called_as_a_part_has_a_name_of_its_own() -> None:
    rows = ["", "", "2"]
    assert [part.name for part in parts_of(rows, str, 1)] == ["", "2", "2-2"]


@given(
    st.lists(st.tuples(st.sampled_from(["", "9", "8", "7"]), st.integers(1, 6)), max_size=30),
    st.integers(1, 12),
)
def test_each_row_is_in_one_part_and_no_part_is_too_long(
    given_rows: list[tuple[str, int]], lines: int
) -> None:
    rows = [(number, *row) for number, row in enumerate(given_rows)]
    found = parts_of(rows, lambda row: row[1], lines, lambda row: row[2])
    assert sorted(row for part in found for row in part.rows) == rows
    assert len({part.name for part in found}) == len(found)
    assert found[0].name == ""
    for part in found:
        assert list(part.rows) == sorted(part.rows)  # in the order of the list
        assert sum(row[2] for row in part.rows) <= lines or len(part.rows) == 1
    if sum(row[2] for row in rows) <= lines:
        assert [part.rows for part in found] == [tuple(rows)]


# --- a tag, by year ----------


def test_a_tag_with_few_notes_is_one_page() -> None:
    made = site(notes(*DAYS), lines=6)
    assert "tags/reading/2024/index.html" not in made.pages
    assert parts(page(made, "tags/reading/")) == []
    assert len(titles(page(made, "tags/reading/"), "Note")) == 6


def test_a_tag_with_one_note_more_goes_on_by_year() -> None:
    made = site(notes(*DAYS), lines=5)
    first, older = page(made, "tags/reading/"), page(made, "tags/reading/2024/")
    assert titles(first, "Note") == [f"Note of {day}" for day in DAYS[:1:-1]]
    assert titles(older, "Note") == ["Note of 2024-09-10", "Note of 2024-03-05"]
    assert parts(first) == [("First page", True), ("2024", False)]
    assert parts(older) == [("First page", False), ("2024", True)]
    assert "reading 2024" in words(re.search(r"<h1>.*?</h1>", older)[0])  # type: ignore[index]
    assert "<title>reading · 2024 · " in older


def test_the_latest_year_of_a_tag_stands_first_whatever_the_names_of_its_goals() -> None:
    old = goals(("a", closed(2024) + "\ntags: [reading]"))
    made = site(f"{old}\n{notes(*DAYS)}", lines=4)
    assert titles(page(made, "tags/reading/"), "Note") == [f"Note of {day}" for day in DAYS[:1:-1]]
    assert [title for title, _ in parts(page(made, "tags/reading/"))] == [
        "First page",
        "2024",
        "2024 2",
    ]


# --- goals, by the year of their close and by horizon ----------


def test_closed_goals_go_on_by_year_and_the_active_stay_on_the_first_page() -> None:
    text = goals(("a", OPEN), ("b", closed(2024)), ("c", closed(2025)), ("d", closed(2024)))
    made = site(text, lines=2 * GOAL)
    assert titles(page(made, "goals/"), "Goal")[:2] == ["Goal a", "Goal c"]
    assert titles(page(made, "goals/2024/"), "Goal") == ["Goal b", "Goal d"]
    assert re.search(r'<a href="[^"]*" aria-current="true">Goals', page(made, "goals/2024/"))


def test_very_many_active_goals_are_parted_by_horizon() -> None:
    far = OPEN.replace("2026-12-31", "2033-12-31")
    made = site(goals(("a", OPEN), ("b", far), ("c", far)), lines=2 * GOAL)
    assert titles(page(made, "goals/"), "Goal") == ["Goal a"]
    assert titles(page(made, "goals/long/"), "Goal")[:2] == ["Goal b", "Goal c"]
    assert parts(page(made, "goals/long/"))[1] == ("Long term", True)


def test_a_goal_keeps_its_address_where_a_part_would_have_it() -> None:
    made = site(goals(("2024", OPEN), ("b", closed(2024)), ("c", closed(2024))), lines=2 * GOAL)
    assert "<h1>Goal 2024</h1>" in page(made, "goals/2024/")
    assert titles(page(made, "goals/2024-2/"), "Goal") == ["Goal b", "Goal c"]


def test_the_dashboard_has_so_many_goals_and_says_how_many_more() -> None:
    def after_the_goals(count: int) -> str:
        html = page(site(goals(*((f"g{n:02}", OPEN) for n in range(count)))), "")
        return html.partition('id="_goals"')[2].partition("</section>")[0]

    assert " more</a>" not in after_the_goals(32)
    assert '<a href="goals/index.html">and 1 more</a>' in after_the_goals(33)


@pytest.mark.parametrize("theme", ["milepost", "ledger"])
def test_a_dashboard_of_500_goals_stays_small_in_each_theme(theme: str) -> None:
    text = goals(*((f"g{n:03}", OPEN) for n in range(500)))
    html = page(site(f"== milepost.yaml ==\ntheme: {theme}\n{text}"), "")
    assert len(html.encode()) < 60_000
    assert "and 468 more" in html


# --- the road, by year ----------


def test_the_road_goes_on_by_year_and_this_year_is_on_the_first_page() -> None:
    steps = "milestones:\n" + "\n".join(
        f"  - {mark}{year}-05-05 step {year}"
        for mark, year in (("done ", 2024), ("done ", 2025), ("done ", 2026), ("", 2027))
    )
    long = OPEN.replace("2026-01-01 to 2026-12-31", "2024-01-01 to 2028-02-01")
    made = site(goals(("a", f"{long}\n{steps}")), lines=1 + GOAL)

    def listed(address: str) -> list[str]:
        return re.findall("<span>(step [0-9]+)</span>", page(made, address))

    assert listed("road/") == ["step 2027", "step 2026"]
    assert listed("road/2024/") == ["step 2024"]
    assert ("2025", True) in parts(page(made, "road/2025/"))


# --- own notes, by folder or letter ----------

OWN = """
== content/pages/alps/hut.md ==
---
title: Hut
visibility: public
---
== content/pages/alps/pass.md ==
---
title: Pass
visibility: public
---
== content/pages/baking/bread.md ==
---
title: Bread
visibility: public
---
"""


def test_own_notes_go_on_by_folder_and_each_leads_to_its_folder() -> None:
    made = site(OWN, lines=2)
    assert titles(page(made, "notes/"), "")[:2] == ["Hut", "Pass"]
    assert "Bread" in titles(page(made, "notes/pages-baking/"), "")
    assert 'href="../notes/pages-baking/index.html#in-pages-baking"' in page(made, "bread/")
    assert 'href="../notes/index.html#in-pages-alps"' in page(made, "hut/")


def test_others_are_told_no_folder_and_find_notes_by_letter() -> None:
    made = site(OWN, audience=Visibility.PUBLIC, lines=2)
    assert titles(page(made, "notes/"), "")[:2] == ["Bread", "Hut"]
    assert "Pass" in titles(page(made, "notes/p/"), "")
    assert not [name for name in made.pages if "alps" in name or "baking" in name]


# --- entries of a goal and of a year ----------


def test_what_names_a_goal_goes_on_by_year() -> None:
    told = "\n".join(
        f"== content/journal/{day}.md ==\n---\ntitle: Note of {day}\n---\nOn [[a]]." for day in DAYS
    )
    made = site(f"{goals(('a', OPEN))}\n{told}", lines=4)
    assert set(titles(page(made, "goals/a/").partition("_linked")[0], "Note")) == {
        f"Note of {day}" for day in DAYS[2:]
    }
    assert titles(page(made, "goals/a/2024/"), "Note") == [
        "Note of 2024-09-10",
        "Note of 2024-03-05",
    ]
    assert "In the journal 6" in words(page(made, "goals/a/"))


def test_a_full_year_leaves_its_entries_to_its_months() -> None:
    assert titles(page(site(notes(*DAYS), lines=4), "2024/"), "Note")
    made = site(notes(*DAYS), lines=3)
    assert not titles(page(made, "2024/"), "Note")
    assert titles(page(made, "2024/03/"), "Note") == ["Note of 2024-03-05"]


def test_records_of_a_family_go_on_by_year() -> None:
    text = "\n".join(
        f"== content/journal/{day}.md ==\n---\ntitle: Note of {day}\n---\n"
        f"## Wins\n\n- Won on {day}\n"
        for day in DAYS
    )
    assert "wins/2024/index.html" not in site(text, lines=12).pages
    made = site(text, lines=11)
    assert re.findall(r"Won on [0-9-]+", page(made, "wins/2024/")) == [
        "Won on 2024-09-10",
        "Won on 2024-03-05",
    ]
    assert len(re.findall(r"<p>Won on", page(made, "wins/"))) == 4


def won(*days: str, more: str = "") -> str:
    """An entry of each day with a win in it."""
    return "\n".join(
        f"== content/journal/{day}.md ==\n---\ntitle: Note of {day}\n---\n"
        f"## Wins\n\n- Won on {day}{more}\n"
        for day in days
    )


def wins(html: str) -> list[str]:
    """The days of the wins that a page lists, in its order."""
    return re.findall(r"<p>Won on ([0-9-]+)", html)


def test_records_of_a_goal_go_on_by_year() -> None:
    text = goals(("a", OPEN)) + "\n" + won(*DAYS, more="; goals: a")
    assert "goals/a/practice-2024/index.html" not in site(text, lines=12).pages
    made = site(text, lines=8)
    first, older = page(made, "goals/a/"), page(made, "goals/a/practice-2024/")
    assert wins(first) == [*reversed(DAYS[2:])]
    assert "Practice 6" in words(first)
    assert wins(older) == [*reversed(DAYS[:2])]
    assert "Practice 2024" in words(older)
    assert parts(older) == [("First page", False), ("2024", True)]


def test_lines_that_speak_of_a_file_of_the_log_go_on_by_year() -> None:
    lines = won(*DAYS).replace("Wins", "Learning").replace("- Won on", "- The book; about")
    lines = re.sub(r"; about [0-9-]+", "", lines)
    text = f"== content/log/book.md ==\n---\nkind: book\ntitle: The book\n---\n{lines}"
    made = site(text, lines=8)
    assert len(re.findall("<p>The book", page(made, "log/book/"))) == 4
    assert len(re.findall("<p>The book", page(made, "log/book/2024/"))) == 2
    assert "In the journal 2024" in words(page(made, "log/book/2024/"))


def many_wins(year: int, count: int) -> str:
    """An entry of a year with so many wins."""
    lines = "\n".join(f"- Win {number} of {year}" for number in range(count))
    return f"== content/journal/{year}-03-04.md ==\n## Wins\n\n{lines}\n"


def test_a_period_leads_to_the_page_on_which_its_other_records_are() -> None:
    made = site("\n".join(many_wins(year, 25) for year in (2024, 2025, 2026)), lines=100)
    for address in ("2024/", "2024/Q1/", "2024/03/"):
        html = page(made, address)
        assert len(re.findall("<p>Win", html)) == 24
        link = re.search(r'<a href="([^"]*)">All 25</a>', html)
        assert link
        there = normpath(join(dirname(f"{address}index.html"), link[1].partition("#")[0]))
        assert link[1].endswith("wins/2024/index.html#_in-2024")
        assert len(re.findall("<p>Win", made.pages[there].decode())) == 25
    assert 'wins/index.html#_in-2026">All 25</a>' in page(made, "2026/")


def test_what_comes_up_is_named_as_far_as_there_is_room() -> None:
    lines = "\n".join(f"- Person {n}; next 2026-12-{1 + n % 28:02}" for n in range(60))
    made = site(f"== content/journal/2026-W20.md ==\n## People\n\n{lines}\n")
    soon, _, rest = page(made, "people/").partition('id="_soon"')[2].partition("</section>")
    assert len(re.findall("<li>", soon)) == 48
    assert len(re.findall("<p>Person", rest)) == 60


def test_no_page_grows_with_the_records_of_a_year() -> None:
    def largest(count: int) -> int:
        text = "\n".join(
            f"== content/journal/2026-{month:02}-{day:02}.md ==\n## Learning\n\n"
            + "\n".join(
                f"- course: Course {month} {day} {n}, 2 h, 10 EUR; [[a]]; next 2026-12-01"
                for n in range(count)
            )
            for month in range(1, 11)
            for day in (3, 7, 11, 15, 19)
        )
        made = site(f"{goals(('a', OPEN))}\n{text}", lines=100)
        return max(len(data) for name, data in made.pages.items() if name.endswith(".html"))

    assert largest(12) < largest(6) + 10_000


# --- search ----------


def found_by(made: Site, query: str) -> list[str]:
    """The titles that the files of words give for a query, as the script reads them."""
    files = {
        name.removeprefix("search/").removesuffix(".css"): unquote(
            data.decode().partition('"')[2].partition('"')[2].partition('"')[2].rpartition('"')[0]
        )
        for name, data in made.pages.items()
        if name.startswith("search/") and name.endswith(".css")
    }
    size, *firsts = files["words"].split("|")
    places: list[set[int]] = []
    for word in words_of(query):
        at: set[int] = set()
        for number in range(1, len(firsts) + 1):
            for line in files[f"words-{number}"].split("|"):
                known, *steps = line.split(" ")
                if known.startswith(word):
                    at |= {sum(map(int, steps[: n + 1])) for n in range(len(steps))}
        places.append(at)
    lines = "|".join(
        files[f"pages-{n}"] for n in range(1, 1 + sum(name.startswith("pages-") for name in files))
    ).split("|")
    assert int(size) > 0
    return [lines[place].split("~")[0] for place in sorted(set.intersection(*places))]


def test_a_long_search_goes_on_by_year_and_has_files_of_words() -> None:
    made = site(notes(*DAYS), lines=7)
    assert titles(page(made, "search/2024/"), "Note") == [
        "Note of 2024-09-10",
        "Note of 2024-03-05",
    ]
    assert found_by(made, "note 2025") == ["Note of 2025-06-03", "Note of 2025-02-04"]
    assert found_by(made, "READ") == ["reading"]
    assert found_by(made, "xylophone") == []


def test_a_short_search_is_whole_and_has_no_files() -> None:
    made = site(notes(*DAYS))
    assert not [name for name in made.pages if re.fullmatch(r"search/.+\.css|search/.+/.*", name)]
    assert "data-words" not in page(made, "search/")


def test_a_file_of_words_can_hold_any_title() -> None:
    title = 'Say "a|b" ~ 100 % \\ and 次の'
    files = word_files([(title, "", "x%20y.html", [])])
    text = files["pages-1.css"].partition('"utf-8"')[2].partition('"')[2].rpartition('"')[0]
    assert not set('"\\') & set(text)
    assert [unquote(field) for field in text.split("~")] == [title, "", "x%20y.html"]


def test_long_files_are_cut_between_words_and_lines() -> None:
    files = word_files([(f"word{n}", "", "", []) for n in range(5)], pages=2, letters=15)
    assert files["words.css"].endswith('{--words:"2|word0|word2|word4"}\n')
    assert files["words-2.css"].endswith('"word2 2|word3 3"}\n')
    assert files["pages-3.css"].endswith('"word4~~"}\n')


# --- all of them ----------

WHOLE = "\n".join(
    (
        notes(*DAYS, tags="reading, alps"),
        goals(*((f"g{year}", closed(year) + "\ntags: [reading]") for year in (2024, 2025))),
        goals(("now", OPEN + "\narea: home\ntags: [reading]")),
        OWN,
    )
)


@pytest.mark.parametrize("lines", [1, 2, 3, 5, 8, 13, 1000])
@pytest.mark.parametrize("audience", [Visibility.PRIVATE, Visibility.PUBLIC])
def test_no_link_leads_nowhere_however_many_parts_there_are(
    lines: int, audience: Visibility
) -> None:
    records = "\n".join(
        f"== content/journal/{day[:-2]}17.md ==\n---\nvisibility: public\n---\n"
        "## Learning\n\n- The book; goals: now, g2025; next 2026-12-01\n- A talk; goals: now\n"
        for day in DAYS
    )
    book = "== content/log/book.md ==\n---\nkind: book\ntitle: The book\nvisibility: public\n---"
    made = site(f"{WHOLE}\n{records}\n{book}", audience=audience, lines=lines)
    assert "log/book/index.html" in made.pages
    for name, data in made.pages.items():
        if not name.endswith(".html"):
            continue
        tags = Tags(data.decode())
        assert len(tags.ids) == len(set(tags.ids)), name
        for link in tags.links:
            file, _, anchor = unquote(link).partition("#")
            if file and not link.startswith(("/", "http")):
                there = normpath(join(dirname(name), file))
                assert there in made.pages, f"{name}: {link}"
                if anchor:
                    assert anchor in Tags(made.pages[there].decode()).ids, f"{name}: {link}"


@pytest.mark.parametrize("lines", [1, 2, 5, 1000])
@pytest.mark.parametrize("top", ["tags/reading/", "search/", "goals/"])
def test_each_entry_and_goal_is_in_the_parts_of_a_list_once(lines: int, top: str) -> None:
    made = site(WHOLE, lines=lines)
    shown: Counter[str] = Counter()
    folder = rf"{top}(?:[0-9-]+/|long/|mid/|short/)?index\.html"
    for name in made.pages:
        if re.fullmatch(folder, name):
            main = made.pages[name].decode().partition("_ladder")[0]
            shown.update(titles(main, "(?:Note|Goal) "))
    wanted = [f"Goal {name}" for name in ("g2024", "g2025", "now")]
    wanted += [f"Note of {day}" for day in DAYS] if top != "goals/" else []
    assert shown == Counter(wanted)


def test_the_map_of_the_site_has_the_parts_but_not_those_of_the_search() -> None:
    made = site(
        f"== milepost.yaml ==\nvisibility: public\n{WHOLE}",
        audience=Visibility.PUBLIC,
        url="https://ana.example/",
        lines=2,
    )
    listed = made.pages["sitemap.xml"].decode()
    assert "https://ana.example/notes/p/" in listed
    assert "search" not in listed
