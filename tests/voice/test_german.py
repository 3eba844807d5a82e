"""A journal in German speaks German: every page, and the terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

from site_makers import site
from written import report

from catalogues import read
from milepost.journal.words import Period
from milepost.progress.values import Rhythm
from milepost.voice.catalogue import FOLDER
from milepost.voice.charts import at_a_glance
from milepost.voice.english import ENGLISH
from milepost.voice.measures import summary
from milepost.voice.reasons import reason
from milepost.voice.rhythms import kept
from milepost.voice.voice import Voice

TEXT = """
    == milepost.yaml ==
    language: de
    == content/profile.md ==
    ---
    name: Ana
    theme: {2026: Das Jahr der Brücken}
    values: [Ruhe]
    areas: [Arbeit, Zuhause]
    ---
    Zehn Jahre weiter.
    == content/goals/artikel.md ==
    ---
    title: Sechs Artikel
    area: Arbeit
    specific: Sechs Artikel über Brücken
    measurable: 6 Artikel
    achievable: 3 h a week, 60 EUR, confidence 9
    relevant: value Ruhe
    time_bound: 2026-01-05 to 2026-12-31
    milestones: [2026-03-01 Entwurf, 2026-12-20 Fertig]
    obstacles: [wenn es regnet, dann schreibe ich drinnen]
    ---
    == content/goals/laufen.md ==
    ---
    title: Laufen
    measurable: 3 times a week
    time_bound: 2026-09-07 to 2027-03-01
    ---
    == content/goals/gewicht.md ==
    ---
    title: Leichter werden
    measurable: from 82 to 75 kg
    time_bound: 2026-06-01 to 2027-03-01
    ---
    == content/goals/buch.md ==
    ---
    title: Ein Buch
    measurable: yes or no
    status: {is: dropped, since: 2026-10-01, because: keine Zeit}
    ---
    == content/journal/2026-W45.md ==
    ---
    mood: 4
    energy: 3
    progress: {artikel: 1, laufen: 3, gewicht: 80.4}
    hours: {artikel: 2.5}
    ---
    - [x] Gliederung
    - [ ] Bilder

    > [!note]
    > Ein Hinweis.
    == content/journal/2026-W46.md ==
    ---
    mood: 2
    energy: 2
    progress: {artikel: 1, laufen: 2, gewicht: 80.1}
    skip: {laufen: Grippe}
    ---
    Geschrieben.
"""


def test_no_english_sentence_stands_on_a_german_page() -> None:
    """Every message of three words and more has given way to its translation."""
    english = [
        message.id
        for message in read(FOLDER / "de.po")
        if isinstance(message.id, str) and message.id != message.string
        if len(message.id.split()) > 2 and not re.search(r"[{%<]", message.id)
    ]
    assert len(english) > 100
    for address, data in site(TEXT).pages.items():
        if address.endswith(".html"):
            text = " ".join(unescape(re.sub(r"<(?!title)[^>]*>", " ", data.decode())).split())
            said = [message for message in english if message in text]
            assert not said, f"{address}: {said}"


def test_every_entry_is_translated_with_all_that_is_filled_in() -> None:
    """A fuzzy or an empty entry is said in English, and a lost brace loses a figure."""
    wrong = []
    for message in read(FOLDER / "de.po"):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        whole = len(texts) == len(ids) and all(texts)
        lost = any(_lost(str(one), str(said)) for one, said in zip(ids, texts, strict=False))
        if message.fuzzy or not whole or lost:
            wrong.append(message.id)
    assert not wrong


def _lost(english: str, german: str) -> set[str]:
    """What is filled into a message and not into its translation."""
    filled = r"\{\w+\}|%\(\w+\)s"
    return set(re.findall(filled, english)) - set(re.findall(filled, german))


def test_coming_back_is_said_in_german() -> None:
    german = Voice("de", " ")
    rhythm = Rhythm(Period.WEEK, (), 0.5, 1, 1, 1, 9, 12, (), None)
    found = replace(report(TEXT).standings["laufen"], rhythm=rhythm)
    assert kept(german, found).endswith(", wieder nach einer Woche")
    found = replace(found, rhythm=replace(rhythm, back_after=3))
    assert kept(german, found).endswith(", wieder nach 3 Wochen")


def test_a_sentence_has_one_stop_behind_an_abbreviation() -> None:
    german = Voice("de", " ")
    assert german.sentence("bis zum 1. Nov.") == "Bis zum 1. Nov."
    assert german.say("Everything in the tag {title}.", title="usw.").endswith("usw.")
    found = report(TEXT).standings["gewicht"]
    found = replace(found, forecast=None, due=date(2026, 12, 1))
    assert at_a_glance(german, found).endswith(" 1. Dez.")
    for address, data in site(TEXT).pages.items():
        if address.endswith(".html"):
            assert not re.search(r"(?<!\.)\.\.(?![./])", unescape(data.decode())), address


def test_reasons_are_said_in_german() -> None:
    german = Voice("de", " ")
    standings = report(TEXT).standings
    assert summary(german, standings["artikel"]) == "2 von 6 Artikel"
    assert reason(german, standings["buch"]) == "Aufgegeben am 1. Oktober: keine Zeit."
    assert reason(ENGLISH, standings["buch"]) == "Dropped on 1 October: keine Zeit."


def test_a_language_without_a_catalogue_keeps_its_numbers_and_speaks_english() -> None:
    french = Voice("fr", " ")
    assert french.number(81.4) == "81,4"
    assert french.time_left(9) == "9 days left"
