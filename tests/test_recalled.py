"""Builds that recall pages of an earlier one make the same bytes as builds that remember nothing.

After each of 60 single edits of the example, and of random edits of random journals as in
`test_following`, for all audiences. Each build begins as a process does, with a memory read from
its file and with the pages that stand in the folder.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from kept_files import spoil, values_in
from test_following import PLAIN, Edited, Plain
from written import examples, some

from milepost.building import build
from milepost.cli import main
from milepost.journal.words import Visibility
from milepost.kept import Kept
from milepost.pipeline import open_journal
from milepost.publish.output import standing_in
from milepost.shipped import folder

JOURNALS = int(os.environ.get("MILEPOST_RECALLED", examples(30)))
PARTS = 6
TODAY = date(2026, 11, 22)


@dataclass
class Builds:
    """A journal that is built again and again, each time in two ways."""

    root: Path
    audience: Visibility
    stand: dict[str, bytes] = field(default_factory=dict)

    def again(self, day: date, url: str = "") -> dict[str, bytes]:
        """The site as a build makes it that recalls the one before."""
        memory = Kept(self.root, "build", self.audience.value)
        opened = open_journal(self.root, memory=memory)
        self.stand = build(opened, day, self.audience, url, stands=self.stand.get).pages
        memory.save()
        return self.stand

    def fresh(self, day: date, templates: Plain, url: str = "") -> dict[str, bytes]:
        """The site as one makes it that remembers nothing but how its templates are compiled."""
        opened = open_journal(self.root, memory=templates)
        return build(opened, day, self.audience, url).pages


@pytest.fixture
def templates(tmp_path: Path) -> Plain:
    return Plain(tmp_path, "templates", "", lasting=False)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def words(path: str, old: str, new: str) -> Callable[[Path], None]:
    """An edit: other words in a file, which has to have the old ones."""

    def edit(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert re.search(old, text, re.MULTILINE), (path, old)
        (root / path).write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), "utf-8")

    return edit


def file(path: str, text: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")

    return edit


def gone(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


def renamed(path: str, name: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        (root / path).rename((root / path).with_name(name))

    return edit


def template(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        shipped = (folder("themes") / "milepost" / "templates" / name).read_text("utf-8")
        assert old in shipped
        file(f"theme/templates/{name}", shipped.replace(old, new, 1))(root)

    return edit


BRIDGES, CLOCK = "goals/twelve-bridge-walks.md", "journal/2026/2026-W46.md"
OLD, KNOT = "journal/2025/2025-W20.md", "pages/reading-a-joint.md"
EDITS: tuple[Callable[[Path], None], ...] = (
    # numbers, words, titles and days of a goal
    words(BRIDGES, "12 walks", "13 walks"),
    words(BRIDGES, "^title: .*", "title: Walk over twelve bridges"),
    words(BRIDGES, "^area: .*", "area: fun"),
    words(BRIDGES, "2027-01-10$", "2027-01-17"),
    words(BRIDGES, "confidence 7", "confidence 4"),
    words(BRIDGES, "value care", "value truth"),
    words(BRIDGES, "Publish twelve walks", "Publish a dozen walks"),
    words(BRIDGES, "nine walks", "nine walks, rain on each"),
    words(BRIDGES, "Coimbra", "Lisbon"),
    words(BRIDGES, "=5 checkpoint", "=4 checkpoint"),
    words(BRIDGES, "if it rains", "if it snows"),
    words(BRIDGES, r"\Z", "\n\nA last word, see [[2026-W46]] and [[reading-a-joint]].\n"),
    words("goals/safer-bridges.md", "^title: .*", "title: Bridges that hold"),
    words("goals/self/faster-five-k.md", "^title: .*", "title: Five kilometres"),
    words("goals/self/sleep-seven.md", "^---\n", "---\nstatus: paused\n"),
    words("goals/home/allotment.md", "^---\n", "---\nvisibility: public\n"),
    words("goals/work/other-offer.md", r"\Z", "\n- [ ] One thing more\n"),
    # an entry: its numbers, its words, its day, who may see it
    words(CLOCK, "mood: 4", "mood: 1"),
    words(CLOCK, "^title: .*", "title: The clock stands"),
    words(CLOCK, "walk-readers: 519", "walk-readers: 530"),
    words(CLOCK, "evenings-home: 4", "evenings-home: 2"),
    words(CLOCK, "run-until-forty: 2", "run-until-forty: 5"),
    words(CLOCK, "faster-five-k: 6", "faster-five-k: 3"),
    words(CLOCK, r"\Z", "\n\n## Lessons\n\nSlow is smooth. [[twelve-bridge-walks]]\n"),
    words(CLOCK, "^visibility: public", "visibility: private"),
    words(CLOCK, "^mood", "tags: [clocks]\nmood"),
    words(CLOCK, r"\Z", "\n![a joint](joint.svg)\n"),
    words(CLOCK, r"\Z", "\n![[reading-a-joint]]\n"),
    words(CLOCK, r"\Z", "\n![[2026-W45]]\n"),
    words(OLD, "^title: .*", "title: An older week"),
    words(OLD, r"\Z", "\n\n## Plans\n\n- [ ] Ask Máire\n"),
    words(OLD, r"\Z", "\n\n::: private\nNot for others.\n:::\n"),
    # files that come, go and are called otherwise
    file("journal/2026/2026-W47.md", "---\nprogress: {twelve-bridge-walks: 1}\n---\nOne more.\n"),
    file("journal/2026/2026-11-22.md", "Sunday, and no wind.\n"),
    file("journal/2024-W02.md", "---\nmood: 2\n---\nThe first week of all.\n"),
    file("goals/row.md", "---\ntitle: Row\nmeasurable: 10 trips\ntime_bound: 2027-05-01\n---\n"),
    file("pages/knots.md", "# Knots\n\nA bowline holds. [[twelve-bridge-walks]]\n"),
    file("reviews/2026-11.md", "---\ntitle: November\n---\nIt went.\n"),
    file("data/rows.csv", "date,goal,value\n2026-11-20,row,2\n"),
    words("data/sleep.csv", r"\Z", "2026-11-21,8.5\n"),
    words("pages/knots.md", "Knots", "Bends"),
    words("reviews/2026-Q3.md", r"\Z", "\n\nAnd one more sentence.\n"),
    words("profile.md", r"\Z", "\n\nOne day, a boat.\n"),
    words(KNOT, "^title: .*", "title: How a joint is read"),
    renamed(KNOT, "joints.md"),
    renamed(CLOCK, "2026-W48.md"),
    renamed("goals/self/faster-five-k.md", "five-k.md"),
    renamed("static/seven-eyes.svg", "eight-eyes.svg"),
    file("static/joint.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="9"/>'),
    gone("journal/2026/2026-W45.md"),
    gone("goals/walk-readers.md"),
    gone("reviews/2026-06.md"),
    # settings, theme
    words("milepost.yaml", "^title: .*", "title: Miles"),
    words("milepost.yaml", "hours_per_week: 12", "hours_per_week: 3"),
    words("milepost.yaml", "short: 2y", "short: 1y"),
    words("milepost.yaml", r"\Z", "\nmenu: [goals, journal]\n"),
    words("milepost.yaml", "week_starts: monday", "week_starts: sunday"),
    template("week.html", "{% block", "{# a week #}{% block"),
    template("goal.html", "<h1", '<h1 class="big"'),
    words("milepost.yaml", "language: en", "language: de"),
    file("theme/static/style-more.css", "p { color: red }"),
)


@pytest.mark.parametrize("part", some(range(PARTS), 3))
def test_after_each_single_edit_of_the_example(part: int, tmp_path: Path, templates: Plain) -> None:
    assert len(EDITS) >= 60
    audience = list(Visibility)[part % 3]
    first_year = shutil.ignore_patterns("2024")  # 60 builds take long, and there are others
    shutil.copytree(folder("content"), tmp_path / "example", ignore=first_year)
    builds = Builds(tmp_path / "example", audience)
    builds.again(TODAY)
    reach, every = len(EDITS) // PARTS + 1, 60 // examples(60)
    for number, edit in enumerate(EDITS):
        edit(builds.root)
        if number // reach == part and number % every == 0:
            made, wanted = builds.again(TODAY), builds.fresh(TODAY, templates)
            assert differing(made, wanted) == [], number


@pytest.mark.parametrize("part", range(PARTS))
def test_after_random_edits_of_random_journals(part: int, tmp_path: Path, templates: Plain) -> None:
    for number in range(part, JOURNALS, PARTS):
        chance = Random(f"recalled {number}")
        edited = Edited(tmp_path / str(number), chance)
        builds = Builds(edited.root, chance.choice(list(Visibility)))
        done: list[str] = []
        for _ in range(4):
            made, wanted = builds.again(edited.day), builds.fresh(edited.day, templates)
            assert differing(made, wanted) == [], (number, done)
            done.append(edited.edit())
        shutil.rmtree(edited.root)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    root = tmp_path / "journal"
    for path, text in {**PLAIN, "milepost.yaml": "title: Sailing\n"}.items():
        file(path, text)(root)
    return root


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that are made, as they are made."""
    from milepost.site import render

    addresses: list[str] = []
    make = render._page

    def noted(here: Any, page: Any, templates: Any) -> bytes:
        addresses.append(page.address)
        return make(here, page, templates)

    monkeypatch.setattr(render, "_page", noted)
    return addresses


def built(root: Path, *more: str) -> None:
    assert main(["build", str(root), "--today", str(TODAY), *more]) == 0


def test_with_one_word_changed_only_what_shows_it_is_made_again(
    journal: Path, made: list[str]
) -> None:
    built(journal)
    assert {"goals/read/", "goals/sail/", "journal/2026-W10/", "knots/", "reviews/"} <= set(made)
    made.clear()
    with (journal / "content/journal/2026-W11.md").open("a", encoding="utf-8") as note:
        note.write("One more word.\n")
    built(journal)
    assert {"journal/2026-W11/", "2026/03/", "journal/"} <= set(made)
    assert not {"goals/read/", "journal/2026-W10/", "knots/", "reviews/"} & set(made)


def test_another_address_makes_every_page_again(journal: Path, made: list[str]) -> None:
    built(journal, "--for", "public", "--url", "https://ana.example/")
    every = sorted(made)
    made.clear()
    built(journal, "--for", "public", "--url", "https://bea.example/")
    assert sorted(made) == every


def test_of_a_page_on_which_only_the_footer_is_another_only_that_is_written(
    journal: Path, made: list[str]
) -> None:
    """It says on which day the site was made and from how many entries."""
    built(journal)
    week, knots = (journal / f"_site/{name}/index.html" for name in ("journal/2026-W10", "knots"))
    assert "Built 22 Nov 2026 from 2 goals and 2 entries" in knots.read_text("utf-8")
    made.clear()
    file("content/journal/2026-W45.md", "A week.\n")(journal)
    assert main(["build", str(journal), "--today", "2026-11-23"]) == 0
    for page in (week, knots):
        assert page.read_text("utf-8").count("Built 23 Nov 2026 from 2 goals and 3 entries") == 1
    assert {"", "goals/read/", "journal/2026-W45/", "journal/2026-W11/"} <= set(made)
    assert not {"journal/2026-W10/", "knots/"} & set(made)


@pytest.mark.parametrize(
    ("printed", "footer", "again"),
    [
        ("{{page.made}}", "Built 23 Nov", False),
        ("{{ page.made }}, {{ page.made -}}", "from 2 goals and 2 entries, Built 23 Nov", False),
        ("{{ page.made|upper }}", "BUILT 23 NOV", True),
        ("{{ page.made }} {{ page.made|length }}", "Built 23 Nov", True),
        ("nothing", "nothing", False),
    ],
)
def test_a_footer_is_written_anew_where_it_is_printed_and_asked_for_where_it_is_worked_on(
    journal: Path, made: list[str], printed: str, footer: str, again: bool
) -> None:
    """What a person wrote stays, though it be the same words."""
    said = "Built 22 Nov 2026 from 2 goals and 2 entries"
    file("content/pages/knots.md", f"{said}\n")(journal)
    template("base.html", "{{ page.made }}", printed)(journal)
    built(journal)
    made.clear()
    assert main(["build", str(journal), "--today", "2026-11-23"]) == 0
    assert ("knots/" in made) is again
    text = (journal / "_site/knots/index.html").read_text("utf-8")
    assert f"<p>{said}</p>" in text
    assert footer in text.partition("<footer")[2]


def test_a_page_that_somebody_changed_in_the_folder_is_made_again(
    journal: Path, made: list[str]
) -> None:
    built(journal)
    page = journal / "_site/knots/index.html"
    before = page.read_bytes()
    for change in (lambda: page.write_text("mine"), page.unlink):
        change()
        made.clear()
        built(journal)
        assert made == ["knots/"]
        assert page.read_bytes() == before


def test_what_the_owner_saw_is_never_taken_for_others(journal: Path, made: list[str]) -> None:
    file("content/journal/2026-W12.md", "Nobody is to know of Zanzibar.\n")(journal)
    built(journal)
    made.clear()
    built(journal, "--for", "public")
    site = b"".join(path.read_bytes() for path in (journal / "_site").rglob("*") if path.is_file())
    assert b"Zanzibar" not in site
    assert "" in made


def test_without_a_memory_every_page_is_made(journal: Path, made: list[str]) -> None:
    built(journal)
    every = sorted(made)
    made.clear()
    built(journal, "--no-cache")
    assert sorted(made) == every


def test_what_a_stranger_puts_into_the_memory_runs_nothing(journal: Path, made: list[str]) -> None:
    built(journal)
    kept = journal / ".milepost/build-private.kept"
    held = {name: json.loads(value) for name, value in values_in(kept).items()}
    name = next(
        name
        for name, value in held.items()
        if isinstance(value, list) and len(value) == 3 and "index.html" in value[2]
    )
    sentence, questions, pages = held[name]
    for question in (
        ["report.__class__", "value", None, ""],
        ["theme.policy.__globals__", "value", None, ""],
        ["report.journal", "call", ["several"], ""],
        ["looked_back", "call", ["several", "Report"], ""],
        ["assets.looks", "call", ["several"], ""],
        ["report.weeks", "item", ["Popen", "ls"], ""],
        ["report.weeks", "item", {"a": 1}, ""],
        [1, 2, 3, 4],
        "?",
    ):
        held[name] = [sentence, [question, *questions[1:]], pages]
        spoil(kept, {name: json.dumps(value).encode() for name, value in held.items()})
        made.clear()
        with (journal / "content/pages/knots.md").open("a", encoding="utf-8") as page:
            page.write("A word.\n")
        built(journal)
        assert "knots/" in made


def test_only_plain_files_stand_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(b"a page")
    (tmp_path / "link").symlink_to("page")
    (tmp_path / "below").mkdir()
    assert standing_in(tmp_path, "page") == b"a page"
    assert standing_in(tmp_path, "link") is None
    assert standing_in(tmp_path, "below") is None
    assert standing_in(tmp_path, "page/none") is None
