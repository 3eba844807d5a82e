"""The five lights: on with a reason, off with what stands against it."""

from __future__ import annotations

from written_goals import DAY, goal, journal, sample_of

from milepost.checks.check import check
from milepost.checks.lights import Light, lights
from milepost.journal.asof import as_of
from milepost.journal.gate import gate
from milepost.journal.load import load
from milepost.journal.words import Visibility
from milepost.progress.measure import measure
from milepost.progress.report import Report
from milepost.voice.english import ENGLISH
from milepost.voice.lights import why_on


def judged(text: str) -> Report:
    loaded = load(sample_of(text).files)
    return measure(as_of(loaded.journal, DAY), DAY)


def lit(text: str, id_: str = "example") -> dict[str, Light]:
    loaded = load(sample_of(text).files)
    report = judged(text)
    found = lights(report, check(report, loaded.findings, sources=loaded.sources))
    return {light.letter: light for light in found[id_]}


def reasons(text: str) -> dict[str, str]:
    """Why each light is on, or what stands against it."""
    report = judged(text)
    standing = report.standings["example"]
    return {
        letter: why_on(ENGLISH, report, standing, letter, spared=light.spared)
        if light.on
        else " ".join(light.reasons)
        for letter, light in lit(text).items()
    }


def test_a_goal_without_a_fault_says_why_each_light_is_on() -> None:
    text = goal(
        specific="Run 300 km through the woods, so that I am fit for the hills",
        achievable="4 h a week, €60, confidence 8",
        relevant="value health, value play",
        milestones="2026-12-20 =150 half of it",
    )
    assert all(light.on for light in lit(text).values())
    assert list(lit(text)) == list("SMART")
    assert reasons(text) == {
        "S": "Says what and what for.",
        "M": "Counted in km, from 0 to 300.",
        "A": "4 h a week, €60, confidence 8 of 10 and 1 if-then plan.",
        "R": "Stands for the values health and play.",
        "T": "Due on 29 January 2027, with 1 milestone.",
    }


def test_each_measure_has_its_words() -> None:
    told = {
        "3 times a week": "Counted: 3 times a week.",
        "at most 2 evenings a week": "Counted: at most 2 evenings a week.",
        "keep 70 to 75 kg": "Kept between 70 and 75 kg.",
        "keep above 4000 EUR": "Kept above €4,000.",
        "yes or no": "Done or not done.",
        "from 82 to 75 kg": "Counted in kg, from 82 to 75.",
    }
    for measurable, words in told.items():
        text = goal(title="Finish what I began in spring", measurable=measurable)
        assert reasons(text)["M"] == words


def test_a_warning_puts_its_light_out_and_a_hint_does_not() -> None:
    found = lit(goal(relevant=None, obstacles=None))
    assert {letter for letter, light in found.items() if not light.on} == {"R"}
    assert found["R"].reasons == (
        "Nothing says what this is for: it serves no other goal and names no value.",
    )


def test_what_cannot_be_read_puts_the_light_out_of_its_letter() -> None:
    found = lit(goal(title="Paint the fence in a colour we like", measurable="until it shines"))
    assert {letter for letter, light in found.items() if not light.on} == {"M"}
    assert found["M"].reasons == ("`measurable` cannot be read from “until it shines”.",)


def test_an_exploratory_goal_is_not_held_to_three_of_them() -> None:
    text = goal(title="Paint", measurable=None, time_bound=None, kind="exploratory")
    assert reasons(text)["T"] == "An exploratory goal is not held to this."
    assert all(light.on for light in lit(text).values())


def test_goals_that_are_not_worked_on_have_none() -> None:
    loaded = load(sample_of(goal(status="paused")).files)
    assert lights(measure(loaded.journal, DAY), ()) == {}


def test_the_lights_of_a_public_site_name_nothing_hidden() -> None:
    text = journal(
        run=goal(visibility="public", relevant="plan"),
        plan=goal(
            title="Leave the bank", measurable="goals", time_bound="2026-11-02 to 2026-12-20"
        ),
    )
    whole = load(sample_of(text).files).journal
    own = lights(measure(whole, DAY))
    assert "Leave the bank" in str(own["run"])
    public = lights(measure(gate(whole, Visibility.PUBLIC), DAY))
    assert set(public) == {"run"}
    assert "Leave the bank" not in str(public)


def test_a_light_does_not_tell_that_a_goal_serves_a_hidden_one() -> None:
    served = journal(
        run=goal(visibility="public", relevant="plan"),
        plan=goal(title="Leave the bank", measurable="goals"),
    )
    alone = journal(run=goal(visibility="public", relevant=""))
    seen = [
        lights(measure(gate(load(sample_of(text).files).journal, Visibility.PUBLIC), DAY))["run"]
        for text in (served, alone)
    ]
    assert seen[0] == seen[1]
