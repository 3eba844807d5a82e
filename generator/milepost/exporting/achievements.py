"""Achievements as a document to hand on: parts with lines, each with the evidence for it.

In: a report, from which the gate has taken what its readers may not see; what was achieved; the
voice. Out: `Paper`, plain words that Markdown and HTML are made of.

Where the site has an address (`url`), evidence of the journal is the page on it; else it is the
path of the file. Links to the web that stand in the author's words are evidence as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from markdown_it.token import Token

from milepost.addresses import absolute
from milepost.journal.model import Document, Entry, Record
from milepost.journal.prose import parser, words_of
from milepost.journal.shortforms import bare_id
from milepost.progress.achievements import Achievements, Learnt
from milepost.progress.calendar import week_of
from milepost.progress.lookback import MovedGoal, ReachedMilestone
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.site.site_map import SiteMap, draw
from milepost.voice import achievements as said
from milepost.voice.records import Fact
from milepost.voice.voice import Voice

_WEB = ("https://", "http://")
_ENTRIES = 3
"""Of so many entries that speak of one course the latest are named."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link: its words, and where it leads."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """One achievement: its words and its own page, what is said of it, where that can be seen."""

    words: str
    href: str = ""
    facts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The achievements of one sort."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole document, in plain words: whoever prints it escapes them."""

    language: str
    direction: str
    title: str
    stretch: str
    lead: str
    parts: tuple[Part, ...]


def paper(report: Report, voice: Voice, told: Achievements) -> Paper:
    """The document of what was achieved."""
    parts = _Maker(report, voice).parts(told)
    return Paper(
        language=voice.language,
        direction=voice.direction,
        title=said.title(voice, report.journal.profile.name),
        stretch=said.stretch(voice, told),
        lead=said.lead(voice, told),
        parts=tuple(Part(said.heading(voice, name), lines) for name, lines in parts if lines),
    )


@dataclass(frozen=True)  # without slots: the map is drawn once, and only where it is asked for
class _Maker:
    """What lines are made with."""

    report: Report
    voice: Voice

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of each goal by its id."""
        return {id_: standing.title for id_, standing in self.report.standings.items()}

    @cached_property
    def map(self) -> SiteMap:
        """Where each page of the site stands."""
        return draw(self.report, self.voice)[0]

    def parts(self, told: Achievements) -> Iterator[tuple[str, tuple[Line, ...]]]:
        """The lines of each part: what came of it first, what it took last."""
        voice = self.voice
        yield "met", tuple(self.goal(one.standing, said.of_goal(voice, one)) for one in told.met)
        yield (
            "moved",
            tuple(self.goal(one.of, said.of_move(voice, one)) for one in told.moved),
        )
        yield "steps", tuple(map(self.step, told.steps))
        yield "wins", tuple(map(self.record, told.wins))
        yield "feedback", tuple(map(self.record, told.feedback))
        yield "learning", tuple(map(self.learning, told.learning))
        yield "experiences", tuple(map(self.record, told.experiences))
        hours = said.of_hours(voice, told, self.titles)
        yield "hours", tuple(Line(words, facts=self.said(facts)) for words, facts in hours)

    def goal(self, standing: Standing | MovedGoal, facts: Iterable[Fact]) -> Line:
        """A goal, with the links of its text."""
        web = tuple(_web(standing.goal.prose.tokens))
        return Line(standing.goal.called, self.page(standing.goal), self.said(facts), web)

    def step(self, step: ReachedMilestone) -> Line:
        """A milestone, on the page of its goal."""
        facts = self.said(said.of_step(self.voice, step))
        words = step.milestone.title or step.goal.called
        return Line(words, self.page(step.goal), facts)

    def record(self, record: Record) -> Line:
        """A win, feedback or an experience."""
        revised = tuple(self.titles[id_] for id_ in getattr(record, "revised", ()))
        facts = said.of_record(self.voice, record, revised)
        return self.line(record.title, facts, (record,), record.goals)

    def learning(self, learnt: Learnt) -> Line:
        """A course, a book, a certificate."""
        thread, facts = learnt.thread, said.of_learning(self.voice, learnt)
        return self.line(thread.title, facts, thread.records, thread.goals)

    def line(
        self, title: str, facts: Iterable[Fact], records: Iterable[Record], goals: Iterable[str]
    ) -> Line:
        """A line of one or more records, the latest last, with the goals that they are for."""
        facts, records = tuple(facts), tuple(records)
        named = [self.voice.quoted(self.titles[id_]) for id_ in goals]
        file = next((one for one in records if not one.line), None)
        entries = dict.fromkeys(one.path for one in reversed(records) if one.line)
        tokens = list(file.prose.tokens) if file else []
        for text in (title, *(one.text for one in facts if one.own)):
            tokens += parser().parseInline(text, {})
        shown = [self.report.by_path[path] for path in list(entries)[:_ENTRIES]]
        where = [Evidence(self.when(one), self.page(one)) for one in shown]
        return Line(
            self.plain(title) or title,
            self.page(file) if file else "",
            (*self.said(facts), *([self.voice.list(named)] if named else ())),
            (*_web(tokens), *where),
        )

    def when(self, entry: Entry) -> str:
        """How an entry is called: by its day or its week."""
        voice = self.voice
        return voice.date(entry.date_, "medium") if entry.date_ else voice.week(week_of(entry))

    def said(self, facts: Iterable[Fact]) -> tuple[str, ...]:
        """Facts in plain words, each with its name where it has one."""
        texts = [(one.name, self.plain(one.text) if one.own else one.text) for one in facts]
        return tuple(f"{name}: {text}" if name else text for name, text in texts)

    def plain(self, text: str) -> str:
        """A line of Markdown as plain words; a goal that is linked to, by its title."""
        [token] = parser().parseInline(text, {})
        for child in token.children or ():
            if child.type == "wikilink" and not child.meta["words"]:
                target = bare_id(child.meta["target"])
                child.meta["words"] = self.titles.get(target, child.meta["target"])
        return words_of(token)

    def page(self, document: Document) -> str:
        """Where a document of the journal can be seen: its page on the web, else its file."""
        url = self.report.journal.settings.url
        place = self.map.locations.get(document.path) if url else None
        return absolute(url, place.address, place.anchor) if place else quote(document.path)


def _web(tokens: Iterable[Token]) -> Iterator[Evidence]:
    """The links to the web among tokens, each once, by what they are called."""
    seen = set()
    for token in tokens:
        children = token.children or []
        for at, child in enumerate(children):
            href = str(child.attrGet("href") or "") if child.type == "link_open" else ""
            if href.startswith(_WEB) and href not in seen:
                seen.add(href)
                yield Evidence(_words_within(children[at + 1 :]) or href, href)


def _words_within(children: list[Token]) -> str:
    """The words up to the end of a link."""
    end = next((at for at, one in enumerate(children) if one.type == "link_close"), 0)
    return words_of(Token("inline", "", 0, children=children[:end]))
