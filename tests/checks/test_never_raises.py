"""Whatever people write, `check` ends with findings and never with an error of its own."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from written import examples
from written_goals import findings_of, goal

from milepost.findings import Severity

# ruff: noqa: E501
VALUES = {
    "title": ["", "Run", "[x]", '"a … b"', "Improve **my** 24 `books` by 31 June 2026", "日本語 2 km"],
    "specific": ["", "|\n  two\n  lines", '"quo\\"ted"', "> \n", "try to be 3 % better, so that I rest"],
    "measurable": [
        "24 books", "from 5 to 5", "at most 2 a week", "keep above 3", "milestones", "tasks", "goals",
        "{kind: range, from: 9, to: 1}", "{kind: level, to: 5}", "0 times a day", "+30 % from 0 EUR", "x",
    ],
    "achievable": ["168 h a week, 1 EUR, confidence 0", "{needs: a}", "£9", "[4 h a week]"],
    "relevant": ["example", "value x", "nowhere, value y", "a sentence, of course", "[]"],
    "time_bound": ["2026", "0001-01-01 to 9999-12-31", "2027-01-01 to 2026-01-01", "9999-12-31", "?"],
    "milestones": ["2026-13-01 x", "2030-01-01 =5 far", "done 9999-01-01 2026-12-01 y", "[x, y]"],
    "obstacles": ["", "then", "if a then b", "[if a, if b]"],
    "readings": ["2026-11-01 =5 checkpoint", "[2026-11-01 -5, 2026-11-02 =1]", "9999-12-31 +1"],
    "changes": ["[{date: 2026-11-01, time_bound: 2026}]", "[{date: 9999-01-01}]", "x"],
    "breaks": ["2026-01-01 to 2026-12-31 all", "0001-01-01 to 9999-12-31"],
    "horizon": ["vision", "long", "short"],
    "status": ["done since 9999-12-31", "active", "paused"],
    "ignore": ["[S, Q, '', S101]", "F401"],
    "visibility": ["public", "shared"],
    "kind": ["exploratory", "aspirational"],
    "requires": ["negotiation 5", "x"],
    "weight": ["0", "1000"],
}  # fmt: skip
LINES = st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in VALUES.items()})
PROFILE = (
    "== content/profile.md ==\n---\nvalues: [a]\nareas: [b]\nhours_per_week: 1\n"
    "budget: 1 EUR\nvisibility: public\n---\n"
)
ENTRY = "== content/journal/2026-W46.md ==\n---\nenergy: 1\nprogress: {example: 3}\n---\n- [ ] x\n"


@settings(max_examples=examples(150))
@given(LINES, LINES, st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_any_two_goals(first: dict[str, str], second: dict[str, str], day: date) -> None:
    text = (
        f"{PROFILE}{ENTRY}== content/goals/example.md ==\n{goal(**first)}\n"
        f"== content/goals/other.md ==\n{goal('- [ ] a', **second)}"
    )
    found = findings_of(text, day)
    assert found == findings_of(text, day)
    for finding in found:
        assert finding.message
        assert finding.help
        assert finding.severity in Severity


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    body = text.replace("== ", "")
    findings_of(f"== content/journal/2026-W46.md ==\n---\nvisibility: public\n---\n{body}")
    findings_of(f"== content/goals/example.md ==\n{body}")
