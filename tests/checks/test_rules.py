"""Every rule: its documented examples, its place in the catalogue, and the example journal.

The rule of the examples: a `Flagged` example raises exactly the code it stands under, once, and
nothing else of any letter; a `Fine` example raises nothing at all. So every `Fine` example is a
goal that one may copy. (Faults of the reader are tested so in tests/journal/test_faults.py.)
"""

from __future__ import annotations

from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from written_goals import DAY, findings_of

from milepost.checks import silence
from milepost.checks.catalogue import LETTERS, checks, chosen, find, rules, suggest
from milepost.checks.check import check
from milepost.findings import Rule
from milepost.journal.asof import as_of
from milepost.journal.examples import examples_of
from milepost.journal.faults.fault import Fault
from milepost.journal.folder import read_folder
from milepost.journal.load import load
from milepost.progress.measure import measure

OURS = [each.rule for each in checks()] + [
    fault.rule for fault in vars(silence).values() if isinstance(fault, Fault)
]
EXAMPLES = [
    pytest.param(rule, text, id=f"{rule.code}-{kind}-{number}")
    for rule in OURS
    for kind, texts in (
        ("flagged", examples_of(rule.text).flagged),
        ("fine", examples_of(rule.text).fine),
    )
    for number, text in enumerate(texts, 1)
]
SHOWN_ON_PURPOSE = {
    ("attic-study", "T106"): "a goal that is overdue",
    ("attic-study", "T107"): "its date, moved three times",
    ("sleep-seven", "M201"): "a watch that lies in the river",
    ("evenings-home", "A302"): "an obstacle without a plan",
}


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_documented_examples(rule: Rule, text: str) -> None:
    wanted = [rule.code] if text in examples_of(rule.text).flagged else []
    found = findings_of(text)
    assert [finding.code for finding in found] == wanted, [f.message for f in found]


@pytest.mark.parametrize("rule", OURS, ids=lambda rule: rule.code)
def test_every_rule_explains_itself_and_shows_both_sides(rule: Rule) -> None:
    examples = examples_of(rule.text)
    assert examples.flagged
    assert examples.fine
    assert rule.summary.endswith((".", "?"))
    assert rule.code[0] in LETTERS
    assert len(rule.code) == 4
    assert rule.code[1:].isdigit()


def test_codes_and_names_are_used_once() -> None:
    known = rules()
    assert len({rule.code for rule in known}) == len(known) == len({rule.name for rule in known})


def test_the_catalogue_goes_from_what_is_read_to_what_is_shown() -> None:
    assert "".join(letter for letter, _ in groupby(rule.code[0] for rule in rules())) == "FSMARTJP"
    assert all(
        one.code < other.code for one, other in pairwise(rules()) if one.code[0] == other.code[0]
    )


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert find("s103") == find("state-without-figure") == find(" S103 ")
    assert find("S999") is None


def test_what_is_nearly_a_rule_is_suggested() -> None:
    assert suggest("no-mesure") == "no-measure"
    assert suggest("m1001") == "M101"
    assert suggest("something else altogether") == ""


def test_a_letter_means_all_of_its_rules() -> None:
    assert chosen("r") == {rule.code for rule in rules() if rule.code[0] == "R"}
    assert chosen("F301") == {"F301"}
    assert chosen("X") == frozenset()


def test_the_example_journal_is_exemplary_except_on_purpose() -> None:
    folder = read_folder(Path(__file__).parents[2] / "content")
    loaded = load(folder.files, folder.assets)
    found = check(
        measure(as_of(loaded.journal, DAY), DAY),
        (*folder.findings, *loaded.findings),
        whole=loaded.journal,
        sources=loaded.sources,
        assets=folder.assets,
    )
    told = [(Path(finding.place.path).stem, finding.code) for finding in found]
    assert sorted(told) == sorted(SHOWN_ON_PURPOSE)


def test_findings_are_the_same_whatever_the_order_of_the_files() -> None:
    folder = read_folder(Path(__file__).parents[2] / "content")

    def found(names: list[str]) -> object:
        loaded = load({name: folder.files[name] for name in names}, folder.assets)
        day = date(2025, 3, 16)
        return check(
            measure(as_of(loaded.journal, day), day),
            loaded.findings,
            whole=loaded.journal,
            sources=loaded.sources,
        )

    assert found(sorted(folder.files)) == found(sorted(folder.files, reverse=True))
