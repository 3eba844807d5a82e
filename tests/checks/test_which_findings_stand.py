"""Which findings are told, and how loudly."""

from __future__ import annotations

from written_goals import codes, findings_of, goal, only

from milepost.findings import Severity

SETTINGS = "== milepost.yaml ==\ncheck: {%s}\n== content/goals/example.md ==\n%s"


def settled(check: str, text: str) -> list[str]:
    return codes(SETTINGS % (check, text))


UNREASONED = goal(relevant=None, obstacles=None)
"""A goal without a reason (R101, a warning) and without a plan (A303, a hint)."""


def test_a_goal_without_settings_gets_all_that_stands_against_it() -> None:
    assert sorted(codes(UNREASONED)) == ["A303", "R101"]


def test_select_tells_only_these() -> None:
    assert settled("select: R", UNREASONED) == ["R101"]
    assert settled("select: [A303, J]", UNREASONED) == ["A303"]
    assert settled("select: no-reason", UNREASONED) == ["R101"]


def test_ignore_tells_all_but_these() -> None:
    assert settled("ignore: A", UNREASONED) == ["R101"]
    assert settled("ignore: [A303, R101]", UNREASONED) == []


def test_select_never_hides_that_a_file_cannot_be_read() -> None:
    broken = goal(time_bound="2026-02-30")
    assert "F204" in settled("select: J", broken)
    assert "F204" not in settled("select: J, ignore: F204", broken)


def test_severities_can_be_raised_and_lowered() -> None:
    def severities(check: str) -> dict[str, Severity]:
        found = findings_of(SETTINGS % (check, UNREASONED))
        return {finding.code: finding.severity for finding in found}

    assert severities("error: R") == {"R101": Severity.ERROR, "A303": Severity.HINT}
    assert severities("warning: A303")["A303"] is Severity.WARNING
    assert severities("error: A303, warning: A")["A303"] is Severity.ERROR


def test_a_goal_silences_a_rule_for_itself_alone() -> None:
    text = (
        f"== content/goals/a.md ==\n{goal(obstacles=None, ignore='A303')}"
        f"== content/goals/b.md ==\n{goal(obstacles=None)}"
    )
    assert [(f.code, f.place.path) for f in findings_of(text)] == [("A303", "content/goals/b.md")]


def test_a_goal_silences_by_name_and_by_letter() -> None:
    assert codes(goal(obstacles=None, ignore="no-obstacle-plan")) == []
    assert codes(goal(obstacles=None, ignore="[A]")) == []


def test_what_is_silenced_for_nothing_is_told_with_its_place() -> None:
    text = goal(ignore="[A303, T101]")
    found = findings_of(text)
    assert [f.code for f in found] == ["F401", "F401"]
    assert found[1].message == "T101 is silenced here, and would say nothing"
    assert (found[1].place.line, found[1].place.column) == (7, 16)


def test_a_closed_goal_may_keep_what_it_silenced() -> None:
    assert codes(goal(status="dropped", ignore="A303")) == []


def test_settings_that_silence_for_nothing_are_told() -> None:
    assert settled("ignore: R101", goal()) == ["F401"]
    assert settled("ignore: R", goal()) == []


def test_a_rule_that_does_not_exist_is_told_with_the_nearest() -> None:
    found = only(goal(ignore="no-mesure"), "F402")
    assert found.message == "there is no rule “no-mesure”"
    assert found.help == "did you mean `no-measure`?"
    assert settled("error: Q7", goal()) == ["F402"]


def test_rules_of_the_site_may_be_named() -> None:
    assert settled("ignore: F905", goal()) == []


def test_an_exploratory_goal_is_not_held_to_s_m_and_t() -> None:
    vague = {"title": "Become a calmer person", "measurable": None, "time_bound": None}
    told = findings_of(goal(**vague), every=True)
    assert {one.code[0] for one in told} >= {"S", "M", "T"}
    assert codes(goal(kind="exploratory", **vague)) == []


def test_a_contradiction_is_one_in_an_exploratory_goal_too() -> None:
    text = goal(kind="exploratory", time_bound="2027-11-02 to 2027-01-29")
    assert codes(text) == ["T102"]


def test_goals_that_are_not_worked_on_are_left_in_peace() -> None:
    bare = {"measurable": None, "relevant": None, "obstacles": None, "time_bound": None}
    for status in ("done", "dropped", "replaced", "someday", "paused"):
        assert codes(goal(title="Be happy", status=status, **bare)) == [], status
