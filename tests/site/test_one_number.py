"""One number, one source: what one place says, every other place says as well.

On random journals, read as people read them, in English or German: a goal's status, percent, reason
and number in the terminal, in `goals.json`, on the dashboard and on its own page; and each figure
of a month, a quarter, a year, a week, a goal or the dashboard against the lists, the sentences of
the charts and the tables beneath it.
"""

from __future__ import annotations

import html
import io
import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from site_makers import site, words
from written import examples, report

from milepost.cli.terminal import status_table
from milepost.journal.values import Week
from milepost.journal.words import Kind, Visibility
from milepost.progress.report import Report
from milepost.progress.values import Standing
from milepost.voice.labels import label
from milepost.voice.statuses import chip, word
from milepost.voice.voice import Voice, voice_of

MEASURES = {
    "24 books": st.integers(0, 5).map(str),
    "€1200": st.integers(-40, 200).map(lambda n: f"{n}.5"),
    "0.5 kg": st.integers(0, 9).map(lambda n: f"0.0{n}"),
    "from 82 to 75 kg": st.integers(740, 830).map(lambda n: f"{n / 10}"),
    "from 30:00 to 25:00": st.integers(1500, 1900).map(lambda n: f"{n // 60}:{n % 60:02}"),
    "40 % -> 75 %": st.integers(30, 80).map(str),
    "3 times a week": st.integers(0, 5).map(str),
    "2 times a day": st.integers(0, 16).map(str),
    "2 events a month": st.integers(0, 1).map(str),
    "at most 2 coffees a day": st.integers(0, 20).map(str),
    "keep 70 to 75 kg": st.integers(68, 77).map(str),
    "average mood at least 7": st.integers(5, 9).map(str),
    "yes or no": st.sampled_from(["yes", "no"]),
    "milestones": st.none(),
    "goals": st.none(),
}
STATES = [
    *[""] * 4,
    "status: paused since 2026-04-06",
    "status: {is: done, since: 2026-05-01}",
    "status: {is: dropped, since: 2026-03-20}",
    "breaks: [2026-03-02 to 2026-03-22 away]",
]
MONDAY = date(2026, 1, 5)


@st.composite
def milestones(draw: st.DrawFn, start: date, number: int) -> str:
    """A few milestones, reached or not, with and without days, weights and numbers."""
    lines = ""
    for n in range(draw(st.integers(0, 4))):
        day = start + timedelta(days=draw(st.integers(0, 300)))
        done = draw(
            st.sampled_from(
                ["", "", "done ", f"done {day - timedelta(days=draw(st.integers(0, 9)))} "]
            )
        )
        when = draw(st.sampled_from([f"{day} ", f"{day} ", ""])) if done != "done " else f"{day} "
        if done == "done ":
            lines += f"  - {{title: step {number}{n}, due: {day}, done: true}}\n"
            continue
        lines += f"  - {done}{when}step {number}{n}{draw(st.sampled_from(['', ' (weight 3)']))}\n"
    return f"milestones:\n{lines}" if lines else ""


@st.composite
def journals(draw: st.DrawFn) -> tuple[str, date]:
    """A journal of a few goals with some weeks, and a day of the same year or the next."""
    chosen = draw(st.lists(st.sampled_from(sorted(MEASURES)), min_size=1, max_size=4, unique=True))
    chosen.sort(key="goals".__eq__)
    text, lines = "", dict[int, dict[str, list[str]]]()
    for number, measure in enumerate(chosen):
        start = MONDAY + timedelta(days=draw(st.integers(0, 60)))
        due = start + timedelta(days=draw(st.integers(20, 400)))
        serves = f"relevant: {{serves: g{len(chosen) - 1}}}\n" if chosen[-1] == "goals" else ""
        hours = draw(
            st.sampled_from(["", "achievable: 2 h a week\n", "achievable: 2.5 h a week\n"])
        )
        text += (
            f"== content/goals/g{number}.md ==\n---\ntitle: Goal {number}\nmeasurable: {measure}\n"
            f"time_bound: {start} to {due}\n{hours}"
            f"{serves if number < len(chosen) - 1 else ''}{draw(milestones(start, number))}"
            f"{draw(st.sampled_from(STATES))}\n---\n"
        )
        for week in draw(st.sets(st.integers(2, 40), max_size=8)):
            said = lines.setdefault(week, {"progress": [], "hours": [], "skip": []})
            if (value := draw(MEASURES[measure])) is not None:
                kept = draw(st.integers(0, 9)) or measure in {"yes or no", "milestones", "goals"}
                said["progress" if kept else "skip"].append(
                    f"g{number}: {value if kept else 'flu'}"
                )
            if spent := draw(st.integers(0, 7)):
                said["hours"].append(f"g{number}: {spent / 2 if spent < 7 else 1.3}")
    for week, told in lines.items():
        keys = "".join(f"{key}: {{{', '.join(said)}}}\n" for key, said in told.items() if said)
        felt = draw(
            st.sampled_from(["", "mood: 4\n", "mood: 5\nenergy: 2\n", "mood: 2\nenergy: 3\n"])
        )
        text += f"== content/journal/{Week(2026, week)}.md ==\n---\n{keys}{felt}title: W\n---\n"
    text += f"== milepost.yaml ==\nlanguage: {draw(st.sampled_from(['en', 'en', 'de']))}\n"
    return text, MONDAY + timedelta(days=draw(st.integers(0, 420)))


def shown(text: str, start: str, end: str) -> list[str]:
    """What stands between two marks of a page, as its reader sees it."""
    found = re.findall(rf"{start}(.*?){end}", text, re.DOTALL)
    return [plain(words(part)) for part in found]


def plain(text: str) -> str:
    """Words with plain spaces."""
    return html.unescape(text).replace("\u202f", " ").replace("\xa0", " ")


@dataclass(frozen=True)
class Seen:
    """A page as its reader sees it, and how numbers are written on it."""

    text: str
    voice: Voice

    @property
    def tiles(self) -> dict[str, str]:
        """The figures at the top by their names, each with its note."""
        names, values = shown(self.text, "<dt>", "</dt>"), shown(self.text, "<dd><b>", "</dd>")
        return dict(zip(names, values, strict=False))

    def tile(self, name: str) -> list[float]:
        """The numbers of a figure by the name of its label; none where it is not shown."""
        return self.numbers(self.tiles.get(plain(label(self.voice, name)), ""))

    def part(self, id_: str) -> str:
        """A section by the id of its heading."""
        found = re.search(rf'<section[^>]*aria-labelledby="{id_}">(.*?)</section>', self.text, re.S)
        return found[1] if found else ""

    def alts(self, part: str) -> list[str]:
        """What is said in place of each picture of a part."""
        return [plain(alt) for alt in re.findall(r'aria-label="([^"]*)"', part)]

    def tables(self, part: str) -> list[list[list[str]]]:
        """The rows of each table of a part, the head left out."""
        bodies = re.findall(r"<tbody>(.*?)</tbody>", part, re.S)
        return [
            [
                shown(row, r"<t[hd][^>]*>", "</t[hd]>")
                for row in re.findall(r"<tr>(.*?)</tr>", b, re.S)
            ]
            for b in bodies
        ]

    def numbers(self, text: str) -> list[float]:
        """The numbers in a text, in the order in which they stand."""
        found = re.findall(r"[−-]?€?\d[\d.,]*", text)
        return [self.number(one.replace("€", "").rstrip(".,")) for one in found]

    def number(self, text: str) -> float:
        """A number as the page's language writes it."""
        points = {"en": (",", "."), "de": (".", ",")}[self.voice.language]
        return float(text.replace(points[0], "").replace(points[1], ".").replace("−", "-"))

    def column(self, rows: list[list[str]], place: int) -> tuple[float, float]:
        """The sum of a column, and by how much its cells may be rounded in all."""
        cells = [self.numbers(row[place])[0] for row in rows if self.numbers(row[place])]
        return sum(cells), sum(map(off_by, cells))


def off_by(value: float) -> float:
    """By how much a number of three digits that count may be rounded, and a little."""
    return 1e-6 + 0.5 * 10.0 ** -(0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2)


def same(told: float, summed: tuple[float, float]) -> bool:
    """Whether a number is the sum of a column, as far as both are rounded."""
    return abs(told - summed[0]) <= off_by(told) + summed[1]


@settings(
    max_examples=examples(200),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a smaller one takes minutes to find
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(journals())
def test_every_place_says_the_same(given_: tuple[str, date]) -> None:
    text, day = given_
    known, made = report(text, day), site(text, day)
    voice = voice_of(known.journal.settings, Visibility.PRIVATE)
    pages = {
        name.removesuffix("index.html"): Seen(body.decode(), voice)
        for name, body in made.pages.items()
        if name.endswith("index.html")
    }
    goals_agree(known, pages, json.loads(made.pages["goals.json"]), voice)
    periods = {name: seen for name, seen in pages.items() if re.match(r"\d{4}/", name)}
    for name, seen in periods.items():
        a_period_agrees(name, seen)
    parts_agree(periods)
    for id_, standing in known.standings.items():
        a_goal_agrees(pages[f"goals/{id_}/"], standing)
        a_goal_agrees_with_its_years(id_, pages[f"goals/{id_}/"], periods, standing)
    lists_agree(known, pages, periods)
    months_agree(known, pages, periods)


@settings(
    max_examples=30,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(journals())
def test_the_columns_of_the_ledger_say_what_the_goals_say(given_: tuple[str, date]) -> None:
    text, day = given_
    known = report(text, day)
    voice = voice_of(known.journal.settings, Visibility.PRIVATE)
    ledger, plainly = site(f"{text}theme: ledger\n", day), site(text, day)
    home = Seen(ledger.pages["index.html"].decode(), voice)
    told = {goal["id"]: goal for goal in json.loads(ledger.pages["goals.json"])}
    rows = re.findall(r'<tr class="s-.*?</tr>', home.text, re.S)
    lines = Seen(plainly.pages["goals/index.html"].decode(), voice).text
    for row in rows:
        (id_,) = dict.fromkeys(re.findall(r"goals/(g\d)/", row))
        standing, of = known.standings[id_], told[id_]
        stands, bar, share, due = shown(row, r"<td[^>]*>", "</td>")
        state = chip(voice, standing.status)
        summary = plain(words(re.findall("<p>(.*?)</p>", row, re.S)[0]))
        assert stands == f"{state.sign} {state.word} {summary}".strip()
        assert summary in plain(words(lines))
        percent = "–" if of["progress"] is None else plain(voice.percent(of["progress"]))
        assert share == percent
        assert not bar  # a picture alone, which says the share again
        for alt in home.alts(row):
            assert alt.startswith(share)
        assert re.findall(r'datetime="([^"]*)"', row) == [of["due"]]
        assert (due == "–") is (of["due"] is None)
    cards = plain(words(plainly.pages["index.html"].decode()))
    for sketch in shown(home.text, '<p class="mute">', "</p>"):
        assert sketch in cards
    assert len(rows) == sum(one.status.living for one in known.standings.values())


def goals_agree(
    known: Report, pages: dict[str, Seen], data: list[dict[str, Any]], voice: Voice
) -> None:
    """Status, percent, reason and number: terminal, `goals.json`, dashboard, the goal's page."""
    rows = io.StringIO()
    spoken = voice_of(known.journal.settings, Visibility.PRIVATE, plain=True)
    status_table(spoken, known, rows, everything=True)
    terminal = plain(" ".join(rows.getvalue().split()))
    told = {goal["id"]: goal for goal in data}
    cards = pages[""].text
    for id_, standing in known.standings.items():
        own, of = pages[f"goals/{id_}/"], told[id_]
        state = chip(voice, standing.status)
        assert of["status"] == standing.status.value
        (badge,) = shown(own.text, '<p class="state">', "</p>")
        assert badge.startswith(f"{state.sign} {state.word}")
        assert word(voice, standing.status) in terminal
        percent = re.search(r"[−\d.,]+\s%", badge)
        if percent and of["progress"] is not None:
            share = plain(voice.percent(of["progress"]))
            assert percent[0] == share
            assert share in terminal
            assert (share == "100 %") is (of["progress"] >= 1 - 1e-9) or of["progress"] > 1
            (bar,) = own.alts(own.text.split('<div class="chart barred', 1)[1].split("</div>")[0])
            assert bar.startswith(share)
            if f"goals/{id_}/" in pages[""].part("_goals"):
                assert f'<span class="percent">{voice.percent(of["progress"])}' in cards
        lead = shown(own.text, '<p class="lead">', "</p>")
        assert not lead or lead[0] == plain(of["reason"]).replace("\n", " ")
        if f"Goal {id_[1:]}" in shown(cards, "<h3[^>]*>", "</h3>"):
            card = cards.split(f"goals/{id_}/", 1)[1]
            assert f"{state.word}" in words(card)


def a_period_agrees(name: str, seen: Seen) -> None:
    """The figures of a month, a quarter or a year, and what stands beneath them."""
    year = not name[5:]
    written = seen.tile("weeks_written")
    assert written[0] == len(re.findall("<time", seen.part("_entries")))
    if year and (chart := seen.part("_weeks")):
        whole, row = seen.alts(chart)[:2]
        assert seen.numbers(row)[1:] == written  # "2026: 9 of 12 weeks written"
        said = seen.numbers(whole)
        assert not said or written in [said[n : n + 2] for n in range(len(said))]
        ((months,),) = seen.tables(chart)
        assert [sum(map(seen.number, months[1:13]))] == [seen.number(months[13])] == written[:1]
    assert seen.tile("milestones_reached") == [seen.part("_reached").count("<time")]
    tables = seen.tables(seen.part("_hours"))
    if spent := seen.tile("hours"):
        for rows in tables:
            assert same(spent[0], seen.column(rows, -1))
            assert same((spent[1:] or [0])[0], seen.column(rows, -2))
        if len(tables) > 1:
            (told, *_) = seen.alts(seen.part("_hours"))
            assert seen.numbers(told)[: len(spent)] == spent
            assert seen.numbers(told)[len(spent)] == len(
                [row for row in tables[0] if any(map(seen.numbers, row[1:]))]
            )
    for place, feeling in ((1, "mood"), (2, "energy")):
        if (felt := seen.tile(feeling)) and (table := seen.tables(seen.part("_mood"))):
            values = [seen.numbers(row[place])[0] for row in table[0] if seen.numbers(row[place])]
            assert abs(felt[0] - sum(values) / len(values)) <= 0.05 + 1e-9
            assert felt[0] in seen.numbers(seen.alts(seen.part("_mood"))[0])


def parts_agree(periods: dict[str, Seen]) -> None:
    """What the months of a year say comes to what its quarters say, and the year."""
    for name, year in periods.items():
        if name[5:]:
            continue
        parts = [
            [seen for at, seen in periods.items() if re.fullmatch(rf"{name}{kind}/", at)]
            for kind in (r"Q\d", r"\d\d")
        ]
        for every in parts:
            for figure in ("weeks_written", "milestones_reached"):
                assert sum(seen.tile(figure)[0] for seen in every) <= year.tile(figure)[0]
            assert sum(s.tile("weeks_written")[0] for s in every) == year.tile("weeks_written")[0]
            spent = [seen.tile("hours")[0] for seen in every if seen.tile("hours")]
            if spent:
                assert same(year.tile("hours")[0], (sum(spent), sum(map(off_by, spent))))
            closed = [line for seen in every for line in of_closed(seen)]
            assert len(closed) == len(set(closed))
            assert set(closed) <= set(of_closed(year))
            moved: dict[str, list[tuple[float, float]]] = {}
            for seen in every:
                for goal, move in of_moves(seen).items():
                    moved.setdefault(goal, []).append(move)
            for goal, (by, off) in of_moves(year).items():
                sums = moved.get(goal, [])
                assert abs(by - sum(n for n, _ in sums)) <= off + sum(n for _, n in sums)


def of_closed(seen: Seen) -> list[str]:
    """The goals that a period's page says were closed in it."""
    return re.findall(r"goals/(g\d)/", seen.part("_closed"))


def of_moves(seen: Seen) -> dict[str, tuple[float, float]]:
    """By how much goals moved, or how many periods were kept, and how far that is rounded."""
    found = {}
    kept, missed = label(seen.voice, "was_kept"), label(seen.voice, "missed")
    for line in re.findall(r"<li>(.*?)</li>", seen.part("_moved"), re.S):
        goal, by = re.search(r"goals/(g\d)/", line), shown(line, '<span class="by">', "</span>")[0]
        assert goal
        counts = {kept: 1.0, missed: 0.0, label(seen.voice, "as_before"): 0.0}
        if by in counts:
            found[goal[1]] = counts[by], 0.0
        elif ":" not in by and (numbers := seen.numbers(by)):
            found[goal[1]] = numbers[0], off_by(numbers[0]) if by[0] in "+−" else 0.0
    return found


def a_goal_agrees(seen: Seen, standing: Standing) -> None:
    """The figures of a goal, and the sentences and tables of its charts, its steps, its helpers."""
    voice, tiles, panels = seen.voice, seen.tiles, seen.text.split('<div class="panel">')[1:]
    if standing.kind.facts.has_end and panels and standing.actual is not None:
        (chart, *_) = seen.alts(panels[0])
        for name in ("now", "plan_today", "target"):
            if figure := tiles.get(plain(label(voice, name))):
                assert seen.numbers(figure)[0] in seen.numbers(chart)
    if standing.kind.facts.periodic:
        assert plain(label(voice, "target")) not in tiles
    done = tiles.get(plain(label(voice, "done")), "")
    if standing.kind is Kind.MILESTONES and done and standing.goal.milestones:
        steps = re.findall(r'<li class="(\w+)">', seen.part("_milestones"))
        assert seen.numbers(done)[:2] == [steps.count("done"), len(steps)]
    if standing.kind is Kind.GOALS and done:
        helpers = seen.part("_children")
        aside = sum(
            f"goal-line s-{slug}" in line
            for line in helpers.split("<li ")
            for slug in ("dropped", "replaced", "someday")
        )
        achieved = helpers.count("goal-line s-achieved")
        whole = helpers.count('<li class="goal-line') - aside
        assert seen.numbers(done) == ([whole, achieved] if achieved else [whole])
    if standing.rhythm and standing.tally and panels:
        rows = seen.tables(panels[0])[0]
        marks = [row[-1] for row in rows]
        if len(rows) == len(standing.rhythm.periods) and not any(
            p.of > 1 for p in standing.rhythm.periods
        ):
            yes = label(voice, "was_kept" if standing.kind is Kind.HABIT else "yes")
            assert marks.count(yes) == standing.tally.done
    for panel in panels:
        if plain(label(voice, "hours_by_week")) in plain(panel):
            hours_agree(seen, panel)


def hours_agree(seen: Seen, panel: str) -> None:
    """The sentence of a chart of hours and its table."""
    rows, told = seen.tables(panel)[0], seen.numbers(seen.alts(panel)[0])
    if not told:  # "No hours are written down in these weeks."
        assert not seen.column(rows, 2)[0]
        return
    assert same(told[0], seen.column(rows, 2))
    if seen.column(rows, 1)[0]:
        assert same(told[1], seen.column(rows, 1))


def a_goal_agrees_with_its_years(
    id_: str, seen: Seen, periods: dict[str, Seen], standing: Standing
) -> None:
    """Hours and periods of a goal over all years are those of its own page."""
    years = [year for name, year in periods.items() if not name[5:]]
    rows = [
        row
        for year in years
        for table in year.tables(year.part("_hours"))[-1:]
        for row in table
        if row[0] == standing.title
    ]
    hours = [
        p
        for p in seen.text.split('<div class="panel">')
        if plain(label(seen.voice, "hours_by_week")) in plain(p)
    ]
    if hours and len(table := seen.tables(hours[0])[0]) < 53:
        assert same(seen.column(table, 2)[0], seen.column(rows, -1))
    tally = standing.tally
    if tally and standing.rhythm and standing.kind.facts.summed and len(years) == 1:
        moved = of_moves(years[0]).get(id_)
        within = all(p.counted.year == 2026 for p in standing.rhythm.judged)
        if moved and within:
            assert moved[0] == tally.done
            line = next(li for li in years[0].part("_moved").split("<li>") if f"goals/{id_}/" in li)
            by = seen.numbers(shown(line, '<span class="by">', "</span>")[0])
            if len(by) == 2:
                assert by == [tally.done, tally.of]


def lists_agree(known: Report, pages: dict[str, Seen], periods: dict[str, Seen]) -> None:
    """The dashboard and the list of goals say what the goals, the weeks and the periods say."""
    if not known.standings:
        return
    home, goals = pages[""], pages["goals/"]
    (count,) = shown(goals.text, "<h1>", "</h1>")
    groups = re.findall(r'<section class="group".*?</section>', goals.text, re.S)
    lines = [group.count('<li class="goal-line') for group in groups]
    assert goals.numbers(count)[-1] == sum(lines)
    for group, whole in zip(groups, lines, strict=True):
        assert goals.numbers(shown(group, "<small>", "</small>")[0]) == [whole]
    board = home.part("_goals")
    active = board.count('<article class="card') + board.count('<li class="goal-line')
    assert goals.numbers(count)[0] == active
    note = home.numbers((shown(board, "<small>", "</small>") or [""])[0])
    if board:
        assert note[0] == active
    year = periods.get(f"{known.day.year}/")
    if year and board:
        ended = [known.standings[id_].status for id_ in set(of_closed(year))]
        assert (note[1:] or [0]) == [sum(status == "achieved" for status in ended)]
    quarter_now = (known.day.month + 2) // 3
    steps = home.tile("milestones_this_quarter")
    if quarter := periods.get(f"{known.day.year}/Q{quarter_now}/"):
        assert (steps or [0])[0] == quarter.tile("milestones_reached")[0]
    if ladder := goals.part("_ladder"):
        open_ = ladder.rpartition("<h3>")[2].count("<time")
        assert home.tile("milestones_this_quarter")[1:] in ([], [open_ + (steps or [0])[0]])
    week = pages.get(f"journal/{known.week}/")
    if week and week.tile("hours"):
        assert home.tile("hours_this_week") == week.tile("hours")
    if year and year.part("_weeks"):
        (own,) = [a for a in year.alts(year.part("_weeks")) if a.startswith(f"{known.day.year}:")]
        for other in (home, pages["journal/"]):
            assert own in other.alts(other.text)


def months_agree(known: Report, pages: dict[str, Seen], periods: dict[str, Seen]) -> None:
    """A month lists the goals and the milestones that say of themselves that they ended in it."""
    for id_, standing in known.standings.items():
        declared = standing.goal.status
        day = declared.since if declared.is_.closed else getattr(standing.reason, "on", None)
        if day and day <= known.day and (month := periods.get(f"{day:%Y/%m}/")):
            assert id_ in of_closed(month)
    steps_done = [
        step.partition('datetime="')[2][:10]
        for name, seen in pages.items()
        if name.startswith("goals/g")
        for step in seen.part("_milestones").split("<li ")
        if step.startswith('class="done"') and "datetime" in step
    ]
    for name, month in periods.items():
        if re.fullmatch(r"\d{4}/\d\d/", name):
            own = [s for s in steps_done if s.startswith(name[:-1].replace("/", "-"))]
            own = sorted(s for s in own if s <= str(known.day))
            assert sorted(re.findall(r'datetime="([^"]*)"', month.part("_reached"))) == own
