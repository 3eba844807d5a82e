"""What a page asks of the site is noted, however it asks, and asked again with the same answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from milepost.findings import Place
from milepost.journal.examples import files_of
from milepost.journal.folder import Assets
from milepost.journal.load import load
from milepost.journal.prose import Prose
from milepost.journal.values import Week
from milepost.journal.words import Visibility
from milepost.progress.lookback import moves
from milepost.progress.measure import measure
from milepost.site import render
from milepost.site.asking import Answers, Question, seen
from milepost.site.context import PageContext, SiteContext
from milepost.site.fingerprint import Fingerprints
from milepost.site.options import Options
from milepost.site.survey import surveyed
from milepost.site.theme import read_theme

JOURNAL = """\
== content/goals/sail.md ==
---
title: Sail
measurable: 12 trips
time_bound: 2026-01-01 to 2026-12-31
---
== content/journal/2026-W10.md ==
progress: {sail: 2}
"""


def site(text: str = JOURNAL) -> SiteContext:
    journal = load(files_of(text), {}).journal
    theme, _ = read_theme(journal.settings, None)
    options = Options(Visibility.PRIVATE)
    assets = Assets(Path(), ())
    report = measure(journal, date(2026, 6, 1))
    survey = surveyed(report, options.audience, theme)
    return render.prepare(report, options, theme, survey, survey.findings, assets=assets)._site


WAYS: dict[Question, Callable[[SiteContext], Any]] = {
    ("url", "value", None): lambda site: site.url,
    ("voice", "value", None): lambda site: site.voice,
    ("report.day", "value", None): lambda site: site.report.day,
    ("report.journal.goals", "count", None): lambda site: len(site.report.journal.goals),
    ("report.journal.goals", "value", None): lambda site: list(iter(site.report.journal.goals)),
    ("report.entries", "value", None): lambda site: list(reversed(site.report.entries)),
    ("menu", "value", None): lambda site: None in site.menu,
    ("report.standings", "item", "sail"): lambda site: site.report.standings["sail"],
    ("report.standings", "item", "row"): lambda site: site.report.standings.get("row"),
    ("report.standings", "has", "row"): lambda site: "row" in site.report.standings,
    ("report.standings", "keys", None): lambda site: list(iter(site.report.standings)),
    ("lights", "keys", None): lambda site: len(site.lights),
    ("report.standings", "value", None): lambda site: [*site.report.standings.values()],
    ("sources", "value", None): lambda site: [*site.sources.items()],
    ("report.weeks", "item", ("Week", 2026, 10)): lambda site: site.report.weeks[Week(2026, 10)],
    ("map.pages", "item", ("several", "goal", "sail")): lambda site: site.map.pages["goal", "sail"],
    ("map.find", "call", ("several", "sail", "a.md")): lambda site: site.map.find("sail", "a.md"),
    ("library.find", "call", ("several", "a", "b")): lambda site: site.library.find("a", "b"),
    ("theme.policy", "call", ("several",)): lambda site: site.theme.policy(),
    (
        "looked_back",
        "call",
        ("several", "moves", ("day", "2026-03-02"), ("day", "2026-03-08")),
    ): lambda site: PageContext(site, "").look_back(moves, date(2026, 3, 2), date(2026, 3, 8)),
}


@pytest.mark.parametrize(("question", "ask"), WAYS.items(), ids=[way[0] for way in WAYS])
def test_each_way_to_ask_is_noted_gives_the_answer_and_can_be_asked_again(
    question: Question, ask: Callable[[SiteContext], Any]
) -> None:
    whole = site()
    asked: dict[Question, object] = {}
    assert ask(seen(whole, asked)) == ask(whole)
    assert [*asked] == [question]
    assert Answers(whole).to(question) == Answers(site()).to(question)
    assert Answers(whole).known(question, asked[question]) == Answers(whole).to(question)


def test_what_cannot_be_plain_is_not_asked_with() -> None:
    with pytest.raises(TypeError):
        seen(site(), {}).report.standings[site()]  # type: ignore[index]


@pytest.mark.parametrize(
    "question",
    [
        ("report.__class__", "value", None),
        ("theme.policy.__globals__", "value", None),
        ("_sizes", "value", None),
        ("theme.policy", "value", None),
        ("report.journal", "call", ("several",)),
        ("assets.looks", "call", ("several",)),
        ("report.day.replace", "call", ("several", 1)),
        ("report", "keys", None),
        ("nothing", "value", None),
    ],
)
def test_a_question_leads_only_to_what_answers(question: Question) -> None:
    with pytest.raises(AttributeError):
        Answers(site()).to(question)


def test_only_functions_that_look_at_a_report_look_back() -> None:
    for name in ("Report", "mean", "fsum", "_within"):
        with pytest.raises(LookupError):
            site().looked_back(name)


def test_every_field_has_a_part_in_a_fingerprint() -> None:
    prints = Fingerprints()
    entry = load(files_of(JOURNAL), {}).journal.entries[0]
    others = (
        replace(entry, title="Another"),
        replace(entry, places={"title": Place("a.md", 2)}),
        replace(entry, prose=Prose("", 9)),
        replace(entry, unsure=True),
        replace(entry, extra={"wind": "north"}),
        replace(entry, visibility=Visibility.PUBLIC),
    )
    told = [prints.of(one) for one in (entry, *others)]
    assert len(set(told)) == len(told)
    assert prints.of(replace(entry)) == told[0]
    assert prints.of({"a": 1, "b": 2}) != prints.of({"b": 2, "a": 1})
    assert prints.of(frozenset("abc")) == prints.of(frozenset("cba"))
    assert prints.of(0) != prints.of(0.0)


def test_what_nobody_can_tell_apart_has_no_fingerprint() -> None:
    for value in (object(), partial(print), iter(())):
        with pytest.raises(TypeError):
            Fingerprints().of(value)
