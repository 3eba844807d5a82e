"""One number, one source: what one place says of a goal, every other place says as well.

On random journals: a goal's status, percent, reason and number in the terminal, in `goals.json`,
on the dashboard and on its own page. What is read here is what people get: the text of each.
"""

from __future__ import annotations

import html
import io
import json
import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from site_makers import page, site, words
from written import report

from milepost.cli.terminal import status_table
from milepost.journal.values import Week
from milepost.journal.words import Visibility
from milepost.voice.english import ENGLISH
from milepost.voice.statuses import chip, word
from milepost.voice.voice import voice_of

MEASURES = {
    "24 books": st.integers(0, 5).map(str),
    "€1200": st.integers(-40, 200).map(lambda n: f"{n}.5"),
    "0.5 kg": st.integers(0, 9).map(lambda n: f"0.0{n}"),
    "from 82 to 75 kg": st.integers(740, 830).map(lambda n: f"{n / 10}"),
    "from 30:00 to 25:00": st.integers(1500, 1900).map(lambda n: f"{n // 60}:{n % 60:02}"),
    "40 % -> 75 %": st.integers(30, 80).map(str),
    "3 times a week": st.integers(0, 5).map(str),
    "2 events a month": st.integers(0, 1).map(str),
    "at most 2 coffees a day": st.integers(0, 20).map(str),
    "keep 70 to 75 kg": st.integers(68, 77).map(str),
    "average mood at least 7": st.integers(5, 9).map(str),
    "yes or no": st.sampled_from(["yes", "no"]),
}
STATES = ["", "", "", "status: paused since 2026-04-06", "status: {is: done, since: 2026-05-01}"]
MONDAY = date(2026, 1, 5)


@st.composite
def journals(draw: st.DrawFn) -> tuple[str, date]:
    """A journal of a few goals with some weeks, and a day of the same year or the next."""
    chosen = draw(st.lists(st.sampled_from(sorted(MEASURES)), min_size=1, max_size=4, unique=True))
    text, lines = "", dict[int, list[str]]()
    for number, measure in enumerate(chosen):
        start = MONDAY + timedelta(days=draw(st.integers(0, 60)))
        due = start + timedelta(days=draw(st.integers(20, 400)))
        text += (
            f"== content/goals/g{number}.md ==\n---\ntitle: Goal {number}\nmeasurable: {measure}\n"
            f"time_bound: {start} to {due}\n{draw(st.sampled_from(STATES))}\n---\n"
        )
        for week in draw(st.sets(st.integers(2, 40), max_size=12)):
            lines.setdefault(week, []).append(f"  g{number}: {draw(MEASURES[measure])}")
    for week, said in lines.items():
        told = "\n".join(said)
        text += f"== content/journal/{Week(2026, week)}.md ==\n---\nprogress:\n{told}\n---\n"
    return text, MONDAY + timedelta(days=draw(st.integers(0, 420)))


def shown(text: str, start: str, end: str) -> list[str]:
    """What stands between two marks of a page, as its reader sees it."""
    found = re.findall(rf"{start}(.*?){end}", text, re.DOTALL)
    return [html.unescape(words(part)) for part in found]


@settings(max_examples=200)
@given(journals())
def test_every_place_says_the_same_of_a_goal(given_: tuple[str, date]) -> None:
    text, day = given_
    known = report(text, day)
    made = site(text, day)
    data = {goal["id"]: goal for goal in json.loads(made.pages["goals.json"])}
    rows = io.StringIO()
    voice = voice_of(known.journal.settings, Visibility.PRIVATE, plain=True)
    status_table(voice, known, rows, everything=True)
    terminal = " ".join(rows.getvalue().split())
    cards = page(made, "")
    for id_, standing in known.standings.items():
        own, told = page(made, f"goals/{id_}/"), data[id_]
        state = chip(ENGLISH, standing.status)
        assert told["status"] == standing.status.value
        (badge,) = shown(own, '<p class="state">', "</p>")
        assert badge.startswith(f"{state.sign} {state.word}")
        assert word(voice, standing.status) in terminal
        percent = re.search(r"[−\d,]+\s%", badge)
        if percent and told["progress"] is not None:
            share = ENGLISH.percent(told["progress"])
            assert percent[0].replace("\u202f", " ") == share.replace("\u202f", " ")
            assert share.replace("\u202f", " ") in terminal.replace("\u202f", " ")
            assert (share == "100 %") is (told["progress"] >= 1 - 1e-9) or told["progress"] > 1
        lead = shown(own, '<p class="lead">', "</p>")
        assert not lead or lead[0] == told["reason"].replace("\n", " ")
        if standing.status.living and standing.actual is not None and standing.kind.facts.has_end:
            tiles = dict(
                zip(shown(own, "<dt>", "</dt>"), shown(own, "<dd><b>", "</dd>"), strict=False)
            )
            if "Now" in tiles:
                number = ENGLISH.figure(standing.actual, standing.unit)
                assert tiles["Now"].replace("\u202f", " ").startswith(number.replace("\u202f", " "))
        if f"Goal {id_[1:]}" in shown(cards, "<h3[^>]*>", "</h3>"):
            card = cards.split(f"goals/{id_}/", 1)[1]
            assert f"{state.word}" in words(card)
