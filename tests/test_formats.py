"""Findings as text, JSON, workflow commands, SARIF and HTML, held against the published formats."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_goals import findings_of, sample_of

from milepost.checks.catalogue import rules
from milepost.findings import Finding, Place, Severity
from milepost.formats import (
    as_github,
    as_html,
    as_json,
    as_sarif,
    as_text,
    explanation,
    summary,
)
from milepost.formats.excerpt import excerpt
from milepost.formats.explained import every_rule
from milepost.formats.text import worst_first
from milepost.journal.examples import examples_of
from milepost.journal.load import load
from milepost.journal.model import Entry, Goal, Journal

SOURCE = "---\ntitle: Improve my Spanish\n---\n"
FINDING = Finding(
    "S102",
    "direction-without-figure",
    Severity.WARNING,
    Place("content/goals/spanish.md", 2, 8, 2, 15),
    "“Improve” names a direction, and no figure says how far",
    "write `specific: Improve my Spanish from … to …`",
)
DOCS = Path(__file__).parents[1] / "docs"
HOME = "https://github.com/milepost/milepost/blob/main/docs/rules"


def made(severity: Severity, number: int = 1, message: str = "a message") -> Finding:
    return Finding("S101", "no-outcome", severity, Place("a.md", number), message, "a remedy")


def journal(goals: int, entries: int) -> Journal:
    return Journal(
        goals=tuple(Goal(id=str(n)) for n in range(goals)),
        entries=tuple(Entry(path=str(n)) for n in range(entries)),
    )


# --- text ----------------------------------------------------------------------------------


def test_a_finding_is_a_fault_its_line_and_a_remedy() -> None:
    assert as_text([FINDING], {"content/goals/spanish.md": SOURCE}) == (
        "content/goals/spanish.md:2:8: warning S102: "
        "“Improve” names a direction, and no figure says how far\n"
        "    2 | title: Improve my Spanish\n"
        "      |        ^^^^^^^\n"
        "      = write `specific: Improve my Spanish from … to …`\n"
        f"      = direction-without-figure: {HOME}/S102.md"
    )


def test_what_is_the_same_in_more_than_three_places_is_told_once() -> None:
    thrice, more = [made(Severity.HINT, n) for n in range(3)], made(Severity.HINT, 9)
    assert as_text(thrice, {}, whole=False) == as_text(thrice, {})
    told = as_text([*thrice, more], {}, whole=False)
    assert told.count("a message") == 1
    assert "the same in 3 more places, in 1 file in all" in told
    assert as_text([*thrice, more], {}).count("a message") == 4


def test_of_one_rule_twenty_things_are_told_and_the_rest_is_counted() -> None:
    each = [made(Severity.HINT, n, f"message {n}.") for n in range(22)]
    assert as_text(each[:20], {}, whole=False) == as_text(each[:20], {})
    told = as_text(each, {}, whole=False)
    assert "message 19." in told
    assert "message 20." not in told
    assert "S101 no-outcome: 2 more\nSee every one with `milepost check --all`" in told


def found(path: str, code: str, severity: Severity, line: int = 1) -> Finding:
    return replace(FINDING, place=Place(path, line), code=code, severity=severity)


def test_the_worst_file_comes_first_and_in_it_what_makes_others_go() -> None:
    hints = [found("a.md", "A303", Severity.HINT, n) for n in range(1, 5)]
    errors = [found("b.md", "M109", Severity.ERROR), found("b.md", "F204", Severity.ERROR, 4)]
    warning = found("c.md", "R101", Severity.WARNING)
    order = worst_first([*hints, *errors, warning])
    assert [(one.place.path, one.code) for one in order[:4]] == [
        ("b.md", "F204"),
        ("b.md", "M109"),
        ("c.md", "R101"),
        ("a.md", "A303"),
    ]


def test_three_are_told_and_the_rest_is_counted_by_file() -> None:
    each = [found("a.md", "R101", Severity.WARNING, n) for n in range(1, 4)]
    assert as_text(each, {}, most=3) == as_text(each, {})
    more = [*each, found("a.md", "S101", Severity.HINT), found("b.md", "T106", Severity.WARNING)]
    told = as_text(more, {}, most=3)
    assert told.count("R101") == 2 * 3
    assert told.endswith("and 2 more: milepost check --all\n  a.md: 1 hint\n  b.md: 1 warning")


def test_without_its_text_a_finding_has_no_line() -> None:
    assert "|" not in as_text([FINDING], {})


def test_colour_changes_nothing_but_colour() -> None:
    sources = {"content/goals/spanish.md": SOURCE}
    coloured = as_text([FINDING], sources, journal(1, 0), colour=True)
    assert "\x1b[1;33m" in coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert plain == as_text([FINDING], sources, journal(1, 0))


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "marks"),
    [
        ("title: x", 8, 9, "title: x", "       ^"),
        ("\ttitle: x", 9, 10, "    title: x", "           ^"),
        ("a\tb", 2, 3, "a   b", " ^^^"),
        ("目標: 本を読む", 5, 9, "目標: 本を読む", "      ^^^^^^^^"),
        ("cafe\u0301 bar", 7, 10, "cafe\u0301 bar", "     ^^^"),
        ("title: x", 30, 31, "title: x", "        ^"),
        ("", 1, 2, "", "^"),
        ("a\x1b[31mb", 1, 2, "a·[31mb", "^"),
    ],
)
def test_the_span_is_marked_under_its_cells(
    line: str, column: int, end: int, shown: str, marks: str
) -> None:
    found = excerpt(Place("a.md", 1, column, 1, end), line)
    assert found
    assert (found.text, found.marks) == (shown, marks)


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    found = excerpt(Place("a.md", 1, 3, 2, 4), "a long line  \nand more")
    assert found
    assert found.marks == "  ^^^^^^^^^"


def test_a_long_line_is_cut_around_the_span() -> None:
    line = "x" * 400 + "HERE" + "y" * 400
    found = excerpt(Place("a.md", 1, 401, 1, 405), line)
    assert found
    assert len(found.text) <= 162
    assert found.text[found.start : found.start + found.width] == "HERE"


@given(st.text(max_size=300), st.integers(1, 400), st.integers(0, 400))
def test_marks_lie_under_the_text_whatever_it_is(line: str, column: int, width: int) -> None:
    line = line.split("\n")[0]
    found = excerpt(Place("a.md", 1, column, 1, column + width), line)
    assert found
    assert found.width >= 1
    assert not any(unicodedata.category(letter) in {"Cc", "Cf"} for letter in found.text)


def test_the_summary_counts_and_speaks_in_singular_and_plural() -> None:
    findings = [
        *(made(Severity.ERROR, n) for n in range(3)),
        *(made(Severity.WARNING, n) for n in range(5)),
        *(made(Severity.HINT, n) for n in range(9)),
    ]
    assert summary(findings, journal(14, 116)) == (
        "3 errors, 5 warnings, 9 hints in 14 goals and 116 entries"
    )
    assert summary([made(Severity.ERROR)], journal(1, 1)) == (
        "1 error, 0 warnings, 0 hints in 1 goal and 1 entry"
    )


def test_the_problem_matcher_of_the_manual_reads_the_first_line() -> None:
    page = (DOCS / "editors.md").read_text(encoding="utf-8")
    block = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert block
    (task,) = json.loads(block[1])["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    text = as_text([FINDING], {"content/goals/spanish.md": SOURCE}, journal(1, 0))
    (match,) = [m for line in text.split("\n") if (m := re.search(pattern["regexp"], line))]
    assert {key: match[group] for key, group in pattern.items() if key != "regexp"} == {
        "file": "content/goals/spanish.md",
        "line": "2",
        "column": "8",
        "severity": "warning",
        "code": "S102",
        "message": FINDING.message,
    }


# --- JSON ----------------------------------------------------------------------------------


def test_json_has_exactly_the_promised_keys() -> None:
    assert json.loads(as_json([FINDING])) == [
        {
            "code": "S102",
            "name": "direction-without-figure",
            "severity": "warning",
            "path": "content/goals/spanish.md",
            "line": 2,
            "column": 8,
            "end_line": 2,
            "end_column": 15,
            "message": "“Improve” names a direction, and no figure says how far",
            "help": "write `specific: Improve my Spanish from … to …`",
            "url": f"{HOME}/S102.md",
        }
    ]
    assert json.loads(as_json([])) == []


# --- GitHub --------------------------------------------------------------------------------

_COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_a_workflow_command_names_file_span_and_rule() -> None:
    first = as_github([FINDING], journal(1, 0)).split("\n")[0]
    assert first == (
        "::warning file=content/goals/spanish.md,line=2,endLine=2,col=8,endColumn=14,"
        "title=S102 direction-without-figure::“Improve” names a direction, and no figure says how "
        f"far%0Awrite `specific: Improve my Spanish from … to …`%0A{HOME}/S102.md"
    )


def test_columns_are_told_within_one_line_only() -> None:
    finding = Finding("S101", "x", Severity.HINT, Place("a.md", 2, 8, 3, 4), "m", "h")
    assert as_github([finding], journal(1, 0)).startswith(
        "::notice file=a.md,line=2,endLine=3,title=S101 x::m%0Ah%0A"
    )


def test_the_path_starts_at_the_repository() -> None:
    assert as_github([FINDING], journal(1, 0), "notes/life/").startswith(
        "::warning file=notes/life/content/goals/spanish.md,"
    )


@given(st.text(max_size=40), st.text(max_size=40).filter(lambda path: path != ""))
def test_no_text_can_break_out_of_its_command(message: str, path: str) -> None:
    finding = Finding("S101", "x", Severity.ERROR, Place(path), message, "help")
    lines = as_github([finding], journal(0, 0)).split("\n")
    match = _COMMAND.fullmatch(lines[0])
    assert match
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    assert unescaped(properties["file"]) == path
    assert unescaped(match[3]).startswith(f"{message}\nhelp\n")


def test_the_worst_come_first_and_the_rest_is_counted() -> None:
    findings = [made(Severity.HINT, n) for n in range(1, 4)]
    findings += [made(Severity.WARNING, n) for n in range(1, 13)]
    findings += [made(Severity.ERROR, 1)]
    lines = as_github(findings, journal(2, 3)).rstrip("\n").split("\n")
    levels = [match[1] for line in lines if (match := _COMMAND.fullmatch(line))]
    assert levels == ["error", *["warning"] * 10, *["notice"] * 3]
    assert lines[-2] == "1 error, 12 warnings, 3 hints in 2 goals and 3 entries"
    assert lines[-1] == "GitHub shows ten of each; see 2 more warnings with `milepost check`"


# --- SARIF ---------------------------------------------------------------------------------


def every_finding() -> tuple[list[Finding], dict[str, str]]:
    """One finding at least of nearly every rule, from the rules' own examples."""
    findings: list[Finding] = []
    sources: dict[str, str] = {}
    for rule in rules():
        for text in examples_of(rule.text).flagged:
            findings += findings_of(text)
            sources |= load(sample_of(text).files).sources
    return findings, sources


def run_of(text: str) -> dict[str, Any]:
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_sarif_holds_against_the_published_schema() -> None:
    model = pytest.importorskip(
        "pydantic_sarif.model", reason="pydantic-sarif, made from the schema, is not installed"
    )
    log = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema
    findings, sources = every_finding()
    text = as_sarif(findings, sources)
    assert log.model_validate_json(text).version is not None
    wrong = text.replace('"level": "note"', '"level": "hint"', 1)
    with pytest.raises(ValueError, match="level"):
        log.model_validate_json(wrong)


def test_sarif_results_point_at_rules_levels_and_spans() -> None:
    findings, sources = every_finding()
    run = run_of(as_sarif(findings, sources))
    told = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in told] == sorted({finding.code for finding in findings})
    for finding, result in zip(findings, run["results"], strict=True):
        rule = told[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == finding.code
        assert re.fullmatch(r"(?:[A-Z][a-z0-9]*)+", rule["name"])
        assert rule["helpUri"] == finding.url
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert result["level"] in {"error", "warning", "note"}
        place = result["locations"][0]["physicalLocation"]
        base = place["artifactLocation"]["uriBaseId"]
        assert base in run["originalUriBaseIds"]
        assert unquote(place["artifactLocation"]["uri"]) == finding.place.path
        region = place["region"]
        start = (region["startLine"], region["startColumn"])
        assert start == (finding.place.line, finding.place.column)
        assert (region["endLine"], region["endColumn"]) > start


def test_sarif_paths_are_relative_uris_percent_encoded() -> None:
    finding = Finding("S101", "x", Severity.HINT, Place("content/goals/a b#1 é.md"), "m", "h")
    (result,) = run_of(as_sarif([finding], root="my notes"))["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "my%20notes/content/goals/a%20b%231%20%C3%A9.md"


def test_sarif_messages_double_their_braces() -> None:
    finding = Finding("S101", "x", Severity.HINT, Place("a.md"), "m", "write `{a: 1}`")
    (result,) = run_of(as_sarif([finding]))["results"]
    assert result["message"]["text"] == "M. Write `{{a: 1}}`."


def test_sarif_fingerprints_follow_a_line_that_moves() -> None:
    def fingerprint(source: str, line: int) -> str:
        finding = Finding("S101", "x", Severity.HINT, Place("a.md", line), "m", "h")
        (result,) = run_of(as_sarif([finding], {"a.md": source}))["results"]
        return str(result["partialFingerprints"]["milepost/v1"])

    assert fingerprint("title: x", 1) == fingerprint("\n\ntitle: x", 3)
    assert fingerprint("title: x", 1) != fingerprint("title: y", 1)


def test_sarif_of_a_journal_without_findings_is_a_whole_log() -> None:
    run = run_of(as_sarif([]))
    assert run["results"] == []
    assert run["tool"]["driver"]["name"] == "milepost"


# --- HTML and explanations -----------------------------------------------------------------


def test_html_is_escaped_throughout() -> None:
    finding = Finding(
        "S101", "x", Severity.ERROR, Place("<b>.md", 1, 1, 1, 4), "<script>", "write `<i>`"
    )
    text = as_html([finding], {"<b>.md": "<u>"})
    assert "<script" not in text
    assert "<b>" not in text
    assert "<u>" not in text
    assert "<code>&lt;i&gt;</code>" in text


def test_an_explanation_is_the_rules_own_text() -> None:
    for rule in every_rule():
        told = explanation(rule)
        assert told.startswith(f"{rule.code} {rule.name} ({rule.severity.value})\n\n{rule.summary}")
        assert rule.text in told
