"""The preview is never stale: after any edits its pages are those of a build that knows nothing.

Random edits of random journals, one after another: files written anew, changed, renamed, deleted,
spoilt and mended; settings, templates, styles, pictures; days that pass. `hidden_words` writes the
journals. A file that cannot be read without a mistake counts as it last was without one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import hidden_words
import pytest
from written import examples

from milepost.addresses import file_of
from milepost.building import prepare, theme_of
from milepost.cli.following import Following
from milepost.findings import errors_among
from milepost.journal.folder import Folder, read_folder
from milepost.journal.load import load
from milepost.journal.words import Visibility
from milepost.kept import Kept
from milepost.pipeline import opened_from
from milepost.publish.client import client_script
from milepost.shipped import folder
from milepost.site.render import Files

JOURNALS = int(os.environ.get("MILEPOST_JOURNALS", examples(200)))
EDITS = 3
PLAIN = {
    "content/goals/sail.md": "---\ntitle: Sail\nmeasurable: 12 trips\n"
    "time_bound: 2026-01-01 to 2026-12-31\n---\n[[2026-W10]] and [[read]].\n",
    "content/goals/read.md": "---\nmeasurable: 2 times a week\nrelevant: {serves: [sail]}\n"
    "time_bound: 2026-02-01 to 2026-11-30\n---\n# Read\n",
    "content/journal/2026-W10.md": "---\nprogress: {sail: 2, read: 3}\nmood: 4\n---\n"
    "## Wins\n- One.\n\n## Next week\n- [ ] Paint\n",
    "content/journal/2026-W11.md": "---\nprogress: {sail: 1}\ntags: [boat]\n---\n![a](boat.png)\n",
    "content/journal/boat.png": "no picture",
    "content/pages/knots.md": "# Knots\n\nA bowline holds. [[2026-W11#Wins]]\n",
}
LINES = (
    *("", "# a note to myself") * 3,
    "Write to bea@posteo.example.eu",
    "![[knots]]",
    "![[2026-W10#Wins]]",
    "![[knots#^bend]]",
    "A sheet bend joins two. ^bend",
    "![[boat.png|60]]",
    "Wind:: north",
    "A word more.",
    "## Wins",
    "- [x] Done, see [[sail]]",
    "::: private",
    ":::",
    "<!-- left open",
    "[[2026-W10#Wins|there]]",
    "![b](boat.png)",
    "---",
    "title: Renamed",
    "progress: {sail: 3}",
    "mood: 9",
    "visibility: private",
    "tags: [new]",
)
SETTINGS = (
    "title: Another",
    "language: de",
    "week_starts: sunday",
    "theme: ledger",
    "visibility: public",
    "check: {ignore: [M1]}",
    "menu: [goals, knots]",
    "titel: misspelt",
    "timezone: Nowhere/Land",
)


class Edited:
    """A journal on disk that is edited by chance, and the day."""

    def __init__(self, root: Path, chance: Random) -> None:
        self.root = root
        self.chance = chance
        self.day = date(2026, 11, 22)
        self.spare = hidden_words.journal(chance).files
        for path, data in hidden_words.journal(chance).files.items():
            self.write(path, data)
        for path, text in PLAIN.items():
            self.write(path, text.encode())

    def today(self, _: str) -> date:
        return self.day

    def write(self, path: str, data: bytes) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data)

    def any_file(self) -> Path:
        notes = self.root / "content"
        return self.chance.choice(sorted(it for it in notes.rglob("*") if it.is_file()))

    def edit(self) -> str:
        """One edit; a word on what it was."""
        edits = (
            *[self.add_line] * 6,
            *[self.swap_lines] * 4,
            self.drop_line,
            self.take_over,
            self.rename,
            self.delete,
            self.settings,
            self.template,
            self.style,
            self.pass_days,
        )
        edit = self.chance.choice(edits)
        edit()
        return edit.__name__

    def add_line(self) -> None:
        file = self.any_file()
        lines = file.read_bytes().split(b"\n")
        lines.insert(self.chance.randrange(len(lines) + 1), self.chance.choice(LINES).encode())
        file.write_bytes(b"\n".join(lines))

    def drop_line(self) -> None:
        file = self.any_file()
        lines = file.read_bytes().split(b"\n")
        del lines[self.chance.randrange(len(lines))]
        file.write_bytes(b"\n".join(lines))

    def swap_lines(self) -> None:
        """What is written stays the same, where it stands does not."""
        file = self.any_file()
        lines = file.read_bytes().split(b"\n")
        at = self.chance.randrange(len(lines))
        lines[at : at + 2] = reversed(lines[at : at + 2])
        file.write_bytes(b"\n".join(lines))

    def take_over(self) -> None:
        path = self.chance.choice(sorted(self.spare))
        self.write(path, self.spare[path])

    def rename(self) -> None:
        file = self.any_file()
        file.rename(file.with_name(f"{self.chance.choice('abc')}-{file.name}"))

    def delete(self) -> None:
        self.any_file().unlink()

    def settings(self) -> None:
        lines = self.chance.sample(SETTINGS, self.chance.randrange(4))
        self.write("milepost.yaml", "\n".join(lines).encode())

    def template(self) -> None:
        own = self.root / "theme" / "templates"
        if own.is_dir() and self.chance.random() < 0.3:
            shutil.rmtree(own)
            return
        name = self.chance.choice(("week.html", "goal.html", "base.html"))
        shipped = (folder("themes") / "milepost" / "templates" / name).read_text("utf-8")
        self.write(f"theme/templates/{name}", f"{shipped}<!-- {self.chance.random()} -->".encode())

    def style(self) -> None:
        self.write("theme/static/extra.css", f"/* {self.chance.random()} */".encode())

    def pass_days(self) -> None:
        self.day += timedelta(days=self.chance.choice((-40, 1, 1, 1, 7, 30)))


class Plain(Kept):
    """A memory of nothing but templates, which take longest to make ready."""

    def get(self, _: tuple[object, ...]) -> Any:
        return None

    def unless_changed(self, name: Hashable, given: object, make: Callable[[], Any]) -> Any:
        return super().unless_changed(name, given, make) if name == "templates" else make()


class Fresh:
    """What the preview is to show: each file as it last could be read, and nothing remembered."""

    def __init__(self, edited: Edited, audience: Visibility) -> None:
        self.edited = edited
        self.audience = audience
        self.good: dict[str, bytes] = {}

    def pages(self, memory: Kept) -> Files:
        root = self.edited.root
        now = read_folder(root)
        faulty = {it.place.path for it in errors_among(load(now.files, now.assets).findings)}
        shown = {
            path: self.good.get(path, data) if path in faulty else data
            for path, data in now.files.items()
        }
        self.good = {path: shown[path] for path in shown if path in self.good or path not in faulty}
        opened = opened_from(root, Folder(shown, now.assets, now.findings), memory)
        theme, about = theme_of(opened)
        scripted = replace(theme, scripts={**theme.scripts, "preview": client_script()})
        return prepare(opened, self.edited.day, self.audience, "", scripted, about)[0]


@pytest.mark.parametrize("part", range(10))
def test_after_any_edits_the_preview_shows_what_a_build_makes(part: int, tmp_path: Path) -> None:
    templates = Plain(tmp_path, "templates", "")
    for number in range(part, JOURNALS, 10):
        chance = Random(number)
        root = tmp_path / str(number)
        edited, audience = Edited(root, chance), chance.choice(list(Visibility))
        following = Following(root, audience, edited.today)
        fresh = Fresh(edited, audience)
        done: list[str] = []
        for _ in range(EDITS):
            shown, wanted = following.make().pages, fresh.pages(templates)
            assert shown is not None
            addresses = sorted(file_of(it) for it in wanted.addresses)
            for address in chance.sample(addresses, min(5, len(addresses))):
                assert shown[address] == wanted[address], (number, done, address)
            done.append(edited.edit())
        shown, wanted = following.make().pages, fresh.pages(templates)
        assert shown is not None
        assert dict(shown) == wanted.all(), (number, done)
        shutil.rmtree(root)
        templates.turn()


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    for path, text in PLAIN.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


BROKEN = "---\ntitle: Row\nmeasurable: 12 trips\ntime_bound: 2026-02-30\n---\n"


def follow(root: Path) -> Following:
    return Following(root, Visibility.PRIVATE, lambda _: date(2026, 11, 22))


HEADING_THEN_HIDDEN = (
    ("# B\n\n## Plan\n\n::: private\nword\n:::\n", True),
    ("# B\n\nword\n\n::: private\n## Plan\n:::\n", False),
    ("# B\n\n## Plan\n\n::: private\nword\n:::\n", True),
)
"""The lines of the passage and the headings stay the same, and what is seen of them does not."""


def test_a_heading_that_was_made_private_is_named_nowhere_any_more(journal: Path) -> None:
    (journal / "milepost.yaml").write_text("visibility: public\n", "utf-8")
    pages = journal / "content/pages"
    (pages / "a.md").write_text("---\ntitle: see [[b#Plan]]\n---\n[[b#Plan]]\n", "utf-8")
    following = Following(journal, Visibility.PUBLIC, lambda _: date(2026, 11, 22))
    for text, seen in HEADING_THEN_HIDDEN:
        (pages / "b.md").write_text(text, "utf-8")
        made = following.make()
        assert made.pages is not None
        assert (b"Plan" in made.pages["a/index.html"]) == seen


def test_the_block_that_is_shown_is_the_one_that_has_the_mark(journal: Path) -> None:
    (journal / "milepost.yaml").write_text("visibility: public\n", "utf-8")
    pages = journal / "content/pages"
    (pages / "a.md").write_text("# A\n\n![[b#^m]]\n", "utf-8")
    following = Following(journal, Visibility.PUBLIC, lambda _: date(2026, 11, 22))
    for first, second in (("", ""), (" ^m", ""), ("", " ^m")):
        (pages / "b.md").write_text(f"# B\n\nOak.{first}\n\nElm.{second}\n", "utf-8")
        made = following.make()
        assert made.pages is not None
        page = made.pages["a/index.html"]
        marked = first or second
        assert (b"Oak." in page, b"Elm." in page) == (not second, not first or not marked)


def test_a_file_with_a_mistake_counts_as_it_was_and_everything_else_follows(journal: Path) -> None:
    following = follow(journal)
    following.make()
    (journal / "content/goals/sail.md").write_text(BROKEN)
    (journal / "content/pages/knots.md").write_text("# Bends\n", "utf-8")
    made = following.make()
    assert made.title == "1 mistake in your journal to mend; its file counts as it was until then"
    assert "there is no 30 February 2026" in made.alert
    assert made.pages is not None
    assert b"<h1>Sail</h1>" in made.pages["goals/sail/index.html"]
    assert b"Bends" in made.pages["knots/index.html"]


def test_a_mistake_that_was_there_from_the_start_is_shown_as_it_is(journal: Path) -> None:
    (journal / "content/goals/sail.md").write_text(BROKEN)
    made = follow(journal).make()
    assert made.title == "1 mistake in your journal to mend"
    assert made.pages is not None
    assert b"<h1>Row</h1>" in made.pages["goals/sail/index.html"]


def test_a_goal_that_is_gone_is_gone_and_who_names_it_is_told(journal: Path) -> None:
    following = follow(journal)
    following.make()
    (journal / "content/goals/sail.md").unlink()
    made = following.make()
    assert made.pages is not None
    assert "goals/sail/index.html" not in made.pages
    assert "content/journal/2026-W10.md" in made.alert


def test_a_theme_with_a_mistake_leaves_the_pages_as_they_were(journal: Path) -> None:
    following = follow(journal)
    following.make()
    template = journal / "theme/templates/week.html"
    template.parent.mkdir(parents=True)
    template.write_text("{% for %}", "utf-8")
    made = following.make()
    assert made.pages is None
    assert "theme/templates/week.html:1" in made.said
    template.unlink()
    assert following.make().pages is not None


def test_the_terminal_is_told_which_files_were_saved(journal: Path) -> None:
    following = follow(journal)
    following.make()
    (journal / "content/pages/knots.md").write_text("# Bends\n", "utf-8")
    assert following.make().said.startswith("Saved: content/pages/knots.md. The pages follow (")


def test_what_did_not_change_has_the_version_that_it_had(journal: Path) -> None:
    following = follow(journal)
    first = following.make().version
    assert following.make().version == first
    assert follow(journal).make().version == first
    (journal / "content/journal/boat.png").write_text("another picture", "utf-8")
    assert following.make().version != first
