"""All that a rule may look at: the report of a day, the texts, the pictures, the words judged.

In: a report, the findings of the reader, the files' texts and bytes. Out: a `CheckContext`,
and the goals in it by what may be asked of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from milepost.checks.horizons import horizon
from milepost.checks.locating import locate, locate_in_text, locate_value
from milepost.checks.published import Published, PublishedText, published
from milepost.checks.wording.judgement import Judgement, Reason
from milepost.checks.wording.reader import Reader
from milepost.findings import Finding, Place, Severity
from milepost.journal.model import Document, Goal, Journal
from milepost.journal.remembered import Memory
from milepost.journal.words import Horizon, Kind, State, Visibility
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.voice.english import with_numbers_of
from milepost.voice.voice import Voice

COUNTED = frozenset(kind for kind in Kind if kind.facts.numbered)
"""Measures that are figures by themselves."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A goal in its own words: `specific` where it is written, else the title.

    `has_figure` says that a figure stands somewhere, in the measure or in the title; `has_steps`
    that milestones, tasks or other goals say what is to be done.
    """

    standing: Standing
    key: str
    text: str
    judgement: Judgement
    has_figure: bool
    has_steps: bool

    @property
    def goal(self) -> Goal:
        """The goal that it states."""
        return self.standing.goal

    def against(self, *kinds: str) -> Iterator[Reason]:
        """What the wording tells against the goal, of these kinds."""
        return (r for r in self.judgement.reasons if r.kind in kinds and not r.holds)


@dataclass(frozen=True, kw_only=True)
class CheckContext:
    """What the rules look at.

    `whole` is the journal with what is dated after the report's day; `sources` and `assets` are
    the texts and the other files by path; `reader_findings` are what the reader found, `memory`
    what was found in texts before.
    """

    report: Report
    whole: Journal
    sources: Mapping[str, str] = field(default_factory=dict)
    assets: Mapping[str, bytes] = field(default_factory=dict)
    reader_findings: tuple[Finding, ...] = ()
    statements: tuple[Statement, ...] = ()
    memory: Memory | None = None

    @property
    def day(self) -> date:
        """The day of the report."""
        return self.report.day

    @property
    def journal(self) -> Journal:
        """The journal as known on the day."""
        return self.report.journal

    @property
    def language(self) -> str:
        """The language that the journal is written in."""
        return self.journal.settings.language

    @cached_property
    def says(self) -> Voice:
        """What prints the numbers of a message: English, with numbers as the journal has them."""
        return with_numbers_of(self.language)

    @property
    def words(self) -> Reader:
        """What reads the words of goals."""
        return Reader(self.language, self.memory)

    @property
    def of_notes(self) -> bool:
        """Whether it is a folder of notes as it stands: nobody has promised to write each week."""
        return not self.whole.goals and not self.whole.root

    def active(self) -> Iterator[Standing]:
        """Goals whose author calls them active, reached or not."""
        return (s for s in self.report.standings.values() if s.goal.status.is_ is State.ACTIVE)

    def living(self) -> Iterator[Standing]:
        """Active goals that are still being worked on."""
        return (s for s in self.active() if s.status.living)

    def open(self) -> Iterator[Goal]:
        """Goals that are not closed: active, paused, someday."""
        return (goal for goal in self.journal.goals if not goal.status.is_.closed)

    def horizon(self, standing: Standing) -> Horizon | None:
        """How far a goal looks."""
        return horizon(standing.goal, standing.start or self.day, self.journal.settings.horizons)

    @cached_property
    def shared(self) -> Published:
        """What supporters may read; all that anybody but the owner can."""
        return published(self.journal, Visibility.SHARED, self.sources, self.memory)

    @cached_property
    def public(self) -> Published:
        """What everybody may read."""
        return published(self.journal, Visibility.PUBLIC, self.sources, self.memory)

    def locate_published(self, part: PublishedText, words: str) -> Place:
        """Where words of a published text stand in its file."""
        document = part.document
        if part.steps:
            return self.locate(document, words, *part.steps)
        source = self.sources.get(document.path, "")
        return locate_in_text(source, document.path, words, after_line=document.prose.line)

    def locate_title(self, goal: Goal) -> Place:
        """Where the title of a goal stands: in its front matter, or as its first heading."""
        return self.locate(goal, goal.title, "title")

    def locate_statement(self, statement: Statement) -> Place:
        """Where the words of a statement stand."""
        return self.locate(statement.goal, statement.text, statement.key)

    def locate(self, document: Document, words: str, *steps: str | int) -> Place:
        """Where words stand in a value of the front matter; the value where they are not found."""
        return locate(self.sources.get(document.path, ""), document, words, *steps)

    def locate_value(self, document: Document, *steps: str | int) -> Place:
        """The place of a value, without the sign that opens a block of lines."""
        return locate_value(self.sources.get(document.path, ""), document, *steps)

    def unread(self, goal: Goal, key: str) -> bool:
        """Whether the reader has said already that it cannot make sense of this value.

        A misspelt key is one of which it did.
        """
        if any(name.partition(".")[0] == key for name in goal.unread):
            return True
        if key not in goal.places:
            return False
        place = goal.at(key)
        return any(
            finding.place.path == goal.path
            and finding.place.line == place.line
            and finding.severity is not Severity.HINT
            for finding in self.reader_findings
        )

    def advice(self, statement: Statement, otherwise: str) -> str:
        """The line to write, made of the person's own words; else other advice.

        The gap for the end is left out where the front matter has a due date.
        """
        made = self.words.rewrite(statement.text)
        if made and statement.goal.time_bound.due:
            made = self.words.without_end(made)
        if not made or made == statement.text:
            return otherwise
        # A pattern with a gap asks to be filled; one without must say what, as it stands.
        if "…" not in made and not self.words.judge(made).specific:
            return otherwise
        return f"write `specific: {_quoted(made)}`"


def _quoted(words: str) -> str:
    """Words as YAML takes them behind a key: in quotes where it would read something else."""
    plain_ = re.fullmatch(r"[^\W\d_](?:(?!: | #)[^\n])*[^\s:]", words)
    keyword = words.lower() in {"yes", "no", "true", "false", "null", "on", "off"}
    return words if plain_ and not keyword else json.dumps(words, ensure_ascii=False)


def context_of(
    report: Report,
    reader_findings: tuple[Finding, ...] = (),
    *,
    whole: Journal | None = None,
    sources: Mapping[str, str] | None = None,
    assets: Mapping[str, bytes] | None = None,
    memory: Memory | None = None,
) -> CheckContext:
    """Gather what the rules look at; the words of every living goal are judged once, here."""
    bare = CheckContext(
        report=report,
        whole=whole or report.journal,
        sources=sources or {},
        assets=assets or {},
        reader_findings=reader_findings,
        memory=memory,
    )
    return replace(bare, statements=tuple(_statements(bare)))


def _statements(context: CheckContext) -> Iterator[Statement]:
    """The words of the goals that are to be SMART: a vision is a direction, and may be one."""
    for standing in context.living():
        goal = standing.goal
        if context.horizon(standing) is Horizon.VISION:
            continue
        key, text = ("specific", goal.specific) if goal.specific else ("title", goal.title)
        judgement = context.words.judge(text)
        has_figure = bool(goal.measurable and goal.measurable.kind in COUNTED)
        if key == "specific" and not has_figure and not judgement.measurable:
            has_figure = context.words.judge(goal.title).measurable
        has_steps = bool(goal.milestones or goal.tasks or standing.children)
        yield Statement(standing, key, text, judgement, has_figure, has_steps)
