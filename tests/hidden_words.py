"""Random journals with a canary in every place that can hold a word.

In: a source of chance. Out: the files of a journal, and who may see each of its canaries, after a
model that knows nothing of the code: a word may be seen as widely as the narrowest thing around it,
and in doubt by its owner only. A word that stands in a comment is for nobody.

A comment or a passage that is never closed hides all that follows in its note.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from struct import pack
from zlib import compress, crc32

NOBODY, OWNER, SUPPORTERS, EVERYONE = range(4)
PASSAGES = {"private": OWNER, "shared": SUPPORTERS, "public": EVERYONE}
LETTERS = "bcdfghjklmnprtvwxz"

SAYS = [
    ("visibility: private", OWNER),
    ("visibility: shared", SUPPORTERS),
    ("visibility: public", EVERYONE),
    ("visibility: public", EVERYONE),
    ("publish: true", EVERYONE),
    ("share: yes", SUPPORTERS),
    ("draft: true\nvisibility: public", OWNER),
    ("visibility: public\nvisibility: shared\n", OWNER),
    ("visibility: shared\npublish: true", SUPPORTERS),
    ("share: true\npublish: true", SUPPORTERS),
    ("publish: false\nvisibility: shared", OWNER),
    ("visibility: friends", OWNER),
    ("visibility:", OWNER),
    ("visiblity: private\nvisibility: public", OWNER),
    ("dg-publish: false\nvisibility: public", OWNER),
    ("visibility: public\nfoo: {visibility: private}", OWNER),
    ("visibility: public\ntags: [unclosed", OWNER),
    ("hidden:\npublish: yes", OWNER),
]
"""What a file may say about itself, and who may see it then; nothing at all is the default."""


@dataclass
class Written:
    """A journal, and who may see each of its canaries; `always` are those that must be found."""

    files: dict[str, bytes] = field(default_factory=dict)
    canaries: dict[str, int] = field(default_factory=dict)
    always: list[tuple[str, int]] = field(default_factory=list)
    documents: dict[str, int] = field(default_factory=dict)
    """Who may see each note, by its path."""
    numbers: dict[str, str] = field(default_factory=dict)
    """What a hidden entry reports of each goal, by the paths of both: it stays with the goal."""

    def deleted(self, level: int) -> dict[str, bytes]:
        """The files without the notes that a level does not see, and without unread settings.

        Of a hidden entry its numbers for the goals are left, since they are part of the goals.
        """
        files = dict(self.files)
        seen = {path for path, who in self.documents.items() if who >= level}
        for path in self.documents.keys() - seen:
            del files[path]
            if "/journal/" in path:
                files[path] = f"---\nvisibility: private\n{self.numbers[path]}---\n".encode()
        settings = files["milepost.yaml"].decode().split("\n")
        files["milepost.yaml"] = "\n".join(
            line for line in settings if not line.startswith(("#", "qy"))
        ).encode()
        return files


def journal(chance: Random) -> Written:
    """A journal of a few notes that name each other."""
    return _Writer(chance).whole()


@dataclass
class _Note:
    """A note that is to be written: its folder, its name and who may see it."""

    kind: str
    path: str
    id: str
    says: str
    seen: int


class _Writer:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.made = Written()
        self.notes: list[_Note] = []
        self.most = EVERYONE  # who may see what is written from here to the end of the note
        self.footnotes: list[str] = []

    # --- words ------------------------------------------------------------------------------

    def word(self, seen: int) -> str:
        """A new canary that these may see, but for what hides the rest of the note."""
        number = len(self.made.canaries) + 1
        letters = ""
        for _ in range(4):
            number, rest = divmod(number, len(LETTERS))
            letters += LETTERS[rest]
        self.made.canaries[f"qy{letters}"] = min(seen, self.most)
        return f"qy{letters}"

    def wider(self, word: str, seen: int) -> None:
        """Let a canary be seen where it is named as well."""
        held = self.made.canaries[word]
        self.made.canaries[word] = max(held, min(seen, self.most))

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def one(self, *makers: Callable[[], str]) -> str:
        return self.chance.choice(makers)()

    # --- the whole --------------------------------------------------------------------------

    def whole(self) -> Written:
        says, default = self.chance.choice([("", OWNER), *SAYS[:3]])
        for kind in ("goals", "goals", "goals", "journal", "journal", "pages", "pages"):
            self.note(kind, default)
        for kind in ("reviews", "profile"):
            if self.often(0.5):
                self.note(kind, default)
        self.settings(says)
        for note in self.notes:
            self.most = EVERYONE
            self.footnotes = []
            head = self.head(note)
            body = self.body(note)
            self.made.files[note.path] = f"---\n{head}---\n{body}\n".encode()
            self.made.documents[note.path] = note.seen
        return self.made

    def note(self, kind: str, default: int) -> None:
        says, seen = self.chance.choice([*SAYS[:6], *SAYS, ("", default)])
        name = self.word(seen)
        week = 40 + len(self.notes)
        folder = ""
        if kind == "pages" and self.often(0.5):
            folder = self.word(OWNER) + "/"
        id_ = f"2026-W{week}-{name}" if kind == "journal" else name
        path = f"content/{kind}/{folder}{id_}.md"
        if kind == "reviews":
            id_, path = "2026-Q3", "content/reviews/2026-Q3.md"
        elif kind == "profile":
            id_, path = "profile", "content/profile.md"
        self.notes.append(_Note(kind, path, id_, says, seen))

    def settings(self, says: str) -> None:
        goals = [note for note in self.notes if note.kind == "goals"]
        self.areas = {note.id: self.word(note.seen) for note in goals}
        pages = [note.id for note in self.notes if note.kind == "pages"]
        self.made.files["milepost.yaml"] = f"""# {self.word(NOBODY)}
title: {self.word(EVERYONE)} [[{self.chance.choice(goals).id}]]
areas: [{", ".join([*self.areas.values(), self.word(OWNER)])}]
menu: [goals, journal, search, {", ".join(pages)}]
{self.word(OWNER)}: {self.word(OWNER)}
{says}
""".encode()

    # --- front matter -----------------------------------------------------------------------

    def value(self, seen: int) -> str:
        """A value on one line: a word, with a comment or a link at times."""
        text = self.word(seen)
        if self.often(0.2):
            text += f" <!-- {self.word(NOBODY)} -->"
        if self.often(0.2):
            text += f" %% {self.word(NOBODY)} %%"
        if self.often(0.3):
            text += f" {self.wikilink(seen)}"
        elif self.often(0.2):
            text += f" {self.link(seen)}"
        if self.often(0.05):
            text += f" <!-- {self.word(NOBODY)}"
        return "'" + text.replace("'", "''") + "'"

    def head(self, note: _Note) -> str:
        seen, value = note.seen, self.value
        lines = [f"# {self.word(NOBODY)}", f"title: {value(seen)}"]
        if note.kind == "goals":
            lines += self.goal(note)
        elif note.kind == "journal":
            lines += self.entry(note)
        elif note.kind == "profile":
            lines[1] = f"name: {value(seen)}"
            lines += [
                f"theme: {{2026: {value(seen)}}}",
                f"values: [{value(seen)}]",
                f"areas: [{self.word(seen)}]",
                f"budget: {value(seen)}",
                f"skills: [{self.word(seen)} 2, {{skill: {value(seen)}, evidence: {value(seen)}}}]",
                f"strengths: [{value(OWNER)}]",
                f"personality: {value(OWNER)}",
                f"satisfaction: {{2026: {{job: 7, note: {value(OWNER)}}}}}",
                f"experiences: [{value(seen)}]",
            ]
        if note.kind != "profile":
            lines.append(f"tags: [{self.word(seen)}, {value(seen)}]")
        if note.kind in {"goals", "pages"}:
            lines.append(f"aliases: [{self.word(seen)}]")
        lines.append(f"{self.word(seen)}: {value(seen)}")
        lines.append(f"{self.word(seen)}: [{{{self.word(seen)}: {value(seen)}}}]")
        says = note.says.split("\n")
        at = self.chance.randrange(len(lines) + 1) if "unclosed" not in note.says else len(lines)
        return "\n".join([*lines[:at], *says, *lines[at:]]).replace("\n\n", "\n") + "\n"

    def goal(self, note: _Note) -> list[str]:
        seen, value = note.seen, self.value
        other = self.chance.choice([it.id for it in self.notes if it.kind == "goals"])
        csv = self.word(seen)
        self.made.files[f"data/{csv}.csv"] = (
            f"date,value,note\n2026-06-07,+3,{self.word(seen)}\n2026-06-08,+2,{self.word(seen)}\n"
        ).encode()
        gone = self.word(OWNER)
        lines = [
            f"area: {self.areas[note.id]}",
            f"specific: {value(seen)}",
            f"measurable: {{kind: count, to: 40, unit: {self.word(seen)}, source: data/{csv}.csv}}",
            f"achievable: {{hours_per_week: 3, needs: {value(seen)}, because: {value(seen)}}}",
            f"relevant: {{serves: [{other}, {gone}], values: [{self.word(seen)}]}}",
            "time_bound: 2026-01-05 to 2027-06-30",
            f"milestones: [{{title: {value(seen)}, due: 2026-03-15}}, {value(seen)}]",
            f"obstacles: [{{if: {value(seen)}, then: {value(seen)}}}]",
            f"requires: [{self.word(seen)} 4]",
            f"breaks: [2026-07-01 to 2026-07-31 {self.word(seen)}]",
            f"support: [{value(seen)}]",
            f"reward: {value(seen)}",
            f"readings: [{{date: 2026-03-01, value: +4, note: {value(seen)}}}]",
            f"changes: [{{date: 2026-04-01, title: {value(seen)}, reward: {value(seen)},"
            f" replaced_by: {other}, relevant: {other}, because: {value(seen)}}}]",
        ]
        if self.often(0.3):
            lines.append(f"replaced_by: {self.chance.choice([other, gone])}")
            lines.append(f"status: {{is: replaced, on: 2026-11-01, because: {value(seen)}}}")
        elif self.often(0.5):
            lines.append(f"status: {{is: dropped, on: 2026-11-01, because: {value(seen)}}}")
        self.chance.shuffle(lines)
        return lines

    def entry(self, note: _Note) -> list[str]:
        seen = note.seen
        goals = [it for it in self.notes if it.kind == "goals"]
        gone = self.word(OWNER)
        progress = ", ".join(
            f"{it.id}: {{value: +1, hours: 2, confidence: 6, note: "
            f"{self.value(min(seen, it.seen))}}}"
            for it in goals
        )
        skipped = self.chance.choice(goals)
        numbers = ", ".join(f"{it.id}: {{value: +1, hours: 2}}" for it in goals)
        self.made.numbers[note.path] = f"progress: {{{numbers}}}\nskip: {{{skipped.id}: x}}\n"
        return [
            "mood: 3",
            f"areas: {{{self.word(seen)}: 7}}",
            f"progress: {{{progress}, {gone}: {{value: 3, note: {self.word(OWNER)}}}}}",
            f"hours: {{{gone}: 3}}",
            f"skip: {{{skipped.id}: {self.value(min(seen, skipped.seen))}}}",
        ]

    # --- prose ------------------------------------------------------------------------------

    def body(self, note: _Note) -> str:
        seen = note.seen
        first = self.word(seen)
        if note.kind in {"journal", "pages"}:
            self.made.always.append((first, seen))
        parts = [first]
        if self.often(0.15):  # an end without an opening: what stands above it is doubtful
            parts.insert(0, f"private\n{self.word(OWNER)}\n\n:::")
        if note.kind == "journal":
            parts += ["## Progress", self.inline(seen), "## Plans", f"- [ ] {self.inline(seen)}"]
        parts += [self.block(seen, 3) for _ in range(self.chance.randrange(3, 7))]
        if self.often(0.15):
            opening = self.chance.choice(["::: private", ":::   private", "::::\tprivate"])
            self.most = min(self.most, OWNER)
            parts += [opening + "\n" + self.block(seen, 2), f"## {self.word(seen)}"]
        elif self.often(0.15):
            opening = self.chance.choice(["<!--", "%%", "text <!--", "- item %%"])
            self.most = NOBODY
            parts += [f"{opening} {self.word(seen)}\n\n{self.word(seen)}", self.block(seen, 2)]
        return "\n\n".join([*parts, *self.footnotes])

    def block(self, seen: int, depth: int) -> str:
        simple = [self.paragraph, self.heading, self.table, self.fence, self.comment, self.tasks]
        nested = [self.items, self.quote, self.callout, self.passage, self.passage, self.footnote]
        if depth and self.often(0.6):
            return self.chance.choice(nested)(seen, depth - 1)
        return self.chance.choice(simple)(seen)

    def blocks(self, seen: int, depth: int) -> str:
        return "\n\n".join(self.block(seen, depth) for _ in range(self.chance.randrange(1, 3)))

    def paragraph(self, seen: int) -> str:
        return "\n".join(self.inline(seen) for _ in range(self.chance.randrange(1, 3)))

    def heading(self, seen: int) -> str:
        return f"{'#' * self.chance.randrange(1, 5)} {self.inline(seen)}"

    def table(self, seen: int) -> str:
        def cell() -> str:
            return self.inline(seen).replace("|", "\\|")

        return f"| {cell()} | b |\n|:--|--:|\n| {cell()} | {cell()} |"

    def fence(self, seen: int) -> str:
        ticks = self.chance.choice(["```", "~~~", "````"])
        inner = self.chance.choice(
            ["", "\n:::", "\n::: private", "\n%% %%", "\n<!-- a -->", f"\n[a]: {self.path()}"]
        )
        return f"{ticks} {self.word(seen)}\n{self.word(seen)}{inner}\n{ticks}"

    def comment(self, _: int) -> str:
        inside = f"{self.word(NOBODY)}\n\n## {self.word(NOBODY)}\n\n- {self.word(NOBODY)}"
        if self.often(0.5):
            inside = inside.replace("\n\n", " ").replace("#", "")
        return self.chance.choice([f"<!-- {inside} -->", f"%% {inside} %%", f"<!--{inside}-->"])

    def tasks(self, seen: int) -> str:
        return f"- [ ] {self.inline(seen)}\n- [x] {self.inline(seen)}"

    def items(self, seen: int, depth: int) -> str:
        sign = self.chance.choice(["- ", "1. ", "* "])
        return sign + _indented(self.blocks(seen, depth), " " * len(sign))

    def quote(self, seen: int, depth: int) -> str:
        return "> " + _indented(self.blocks(seen, depth), "> ")

    def callout(self, seen: int, depth: int) -> str:
        return f"> [!{self.chance.choice(['note', 'tip', self.word(seen)])}] " + _indented(
            f"{self.inline(seen)}\n{self.blocks(seen, depth)}", "> "
        )

    def footnote(self, seen: int, _: int) -> str:
        name = self.word(seen)
        text = _indented(self.inline(seen), "    ")
        return f"{self.inline(seen)}[^{name}]\n\n[^{name}]: {text}"

    def passage(self, seen: int, depth: int) -> str:
        name = self.chance.choice(["private", "private", "shared", "public", "privat", "Private"])
        own = min(seen, PASSAGES.get(name, OWNER))
        inner = self.blocks(own, depth)
        colons = ":" * self.chance.choice([3, 3, 4])
        return f"{colons}{self.chance.choice([' ', '  ', ''])}{name}\n{inner}\n\n{colons}"

    # --- in a line --------------------------------------------------------------------------

    def inline(self, seen: int, depth: int = 2) -> str:
        parts = [self.piece(seen, depth) for _ in range(self.chance.randrange(1, 4))]
        return " ".join(parts)

    def piece(self, seen: int, depth: int) -> str:
        if not depth or self.often(0.3):
            return self.word(seen)
        return self.one(
            lambda: f"**{self.inline(seen, depth - 1)}**",
            lambda: f"*{self.word(seen)}*",
            lambda: f"~~{self.word(seen)}~~",
            lambda: f"`{self.word(seen)}`",
            lambda: f"`[[{self.target().id}#{self.word(OWNER)}]]`",
            lambda: f"<!-- {self.word(NOBODY)} -->",
            lambda: f"{self.word(seen)}%%{self.word(NOBODY)}%%",
            lambda: f"<!-- {self.word(NOBODY)} `{self.word(NOBODY)} -->",
            lambda: f"<!-- {self.word(NOBODY)} %% {self.word(NOBODY)} -->",
            lambda: self.link(seen, depth - 1),
            lambda: self.link(seen, depth - 1),
            lambda: self.wikilink(seen, depth - 1),
            lambda: self.wikilink(seen, depth - 1),
            lambda: self.picture(seen, depth - 1),
            lambda: f"<https://{self.word(seen)}.example/>",
            lambda: f'<b title="{self.word(seen)}">{self.word(seen)}</b>',
        )

    def target(self) -> _Note:
        return self.chance.choice(self.notes)

    def path(self) -> str:
        """The path to another note, in one of its spellings; or to one that is gone."""
        if self.often(0.15):
            return f"../pages/{self.word(OWNER)}.md"
        path = "../" + self.target().path.removeprefix("content/")
        return self.chance.choice([path, path, f"<{path}>", path.replace("qy", "%71%79")])

    def link(self, seen: int, depth: int = 0) -> str:
        words = self.words(seen, depth)
        title = f' "{self.words(seen, 0)}"' if self.often(0.3) else ""
        if self.often(0.2):
            return f"[{words}](https://{self.word(seen)}.example/?{self.word(seen)}{title})"
        if self.often(0.2):
            return f"[{words}]({self.file(seen)}{title})"
        if self.often(0.15):
            return f'<a href="{self.path().strip("<>")}">{words}</a>'
        if self.often(0.2) and title:
            return f"[{words}][{self.definition(seen)}]"
        if self.often(0.1):  # its end is forgotten
            return f"[{words}]({self.path().strip('<>')} "
        return f"[{words}]({self.path()}{title})"

    def definition(self, seen: int) -> str:
        """The name of a reference that is defined at the end of the note."""
        name = self.word(seen)
        # Where it stands later, what hides the rest of the note hides it too.
        self.footnotes.append(f'[{name}]: {self.path()} "{self.word(min(seen, self.most))}"')
        return name

    def words(self, seen: int, depth: int) -> str:
        text = self.inline(seen, 0) if not depth else self.word(seen)
        if self.often(0.3):
            text += f" <!-- {self.word(NOBODY)} -->"
        if self.often(0.2):
            text += f" %%{self.word(NOBODY)}%%"
        return text

    def wikilink(self, seen: int, depth: int = 0) -> str:
        target = self.target()
        id_ = target.id
        if self.often(0.15):
            id_ = self.word(OWNER)
        if self.often(0.15):
            id_ = self.file(seen).rpartition("/")[2]
        sign = self.chance.choice(["#", "#", "#^", "^"])
        anchor = f"{sign}{self.word(OWNER)}" if self.often(0.2) else ""
        words = f"|{self.words(seen, depth)}" if self.often(0.5) else ""
        return f"{self.chance.choice(['', '', '!'])}[[{id_}{anchor}{words}]]"

    def picture(self, seen: int, depth: int = 0) -> str:
        title = f' "{self.word(seen)}"' if self.often(0.5) else ""
        return f"![{self.words(seen, depth)}]({self.file(seen)}{title})"

    def file(self, seen: int) -> str:
        """The path of a new file, or of one that never is to be published."""
        name = self.word(seen)
        ending = self.chance.choice(["svg", "pdf", "txt", "png", "env", "md~", "yaml"])
        shown = ending in {"svg", "pdf", "txt", "png"}
        folder = self.chance.choice(["static", "static", "data"])
        # What a picture tells beside itself is taken out for everyone.
        published = shown and ending != "png" and folder == "static"
        own = self.word(seen if published else NOBODY)
        if ending == "env" or folder == "data" or not shown:
            self.made.canaries[name] = min(self.made.canaries[name], OWNER)
        data = f"<svg><!-- {own} --></svg>".encode()
        self.made.files[f"{folder}/{name}.{ending}"] = _png(own) if ending == "png" else data
        return f"../../{folder}/{name}.{ending}"


def _indented(text: str, by: str) -> str:
    return text.replace("\n", f"\n{by}")


def _png(told: str) -> bytes:
    """A picture of one grey dot that names its author."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + name + data + pack(">I", crc32(name + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"tEXt", b"Author\0" + told.encode())
        + chunk(b"IDAT", compress(b"\0\x80"))
        + chunk(b"IEND", b"")
    )
