"""Decisions of a review: lines and front matter become what they plainly say, and nothing more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.journal.decisions import gathered
from milepost.journal.gate import gate
from milepost.journal.load import Loaded, load
from milepost.journal.numbers import Misread
from milepost.journal.shortforms import parse_decision
from milepost.journal.values import Decision
from milepost.journal.words import VERBS, Verb, Visibility
from milepost.rewriting.renaming import renamed

GOAL = "---\nmeasurable: 24 talks\naliases: [speak]\n---\n# Give talks\n"
OTHER = "# Walk every day\n"


def read(*lines: str, head: str = "", heading: str = "## Decisions", **more: str) -> Loaded:
    """A review of 2026-Q3 with these lines under a heading of decisions, and two goals."""
    front = f"---\n{head}\n---\n" if head else ""
    texts = {
        "content/reviews/2026-Q3.md": front + f"{heading}\n\n" + "\n".join(lines) + "\n",
        "content/goals/talks.md": GOAL,
        "content/goals/walks.md": OTHER,
    }
    return load({path: text.encode() for path, text in (texts | more).items()})


def decided(*lines: str, **head: str) -> list[tuple[str, str, str, str]]:
    """Goal, verb, reason and successor of each decision."""
    found = gathered(read(*lines, **head).journal)
    return [(one.goal, str(one.said.is_), one.said.because, one.said.by) for one in found]


def codes(loaded: Loaded) -> list[tuple[int, str]]:
    """Line and code of each finding."""
    return [(one.place.line, one.code) for one in loaded.findings]


@pytest.mark.parametrize(
    "line",
    [
        "- **keep** [[talks]]: it grows",
        "- keep [[talks]]: it grows",
        "- keep [[Give talks|the talks]], because it grows",
        "- **Keep:** [[talks]] because it grows",
        "- keep talks: it grows",
        "- keep talks because it grows",
        "- keep [talks](../goals/talks.md): it grows",
        "- keep [[speak]] – it grows",
        "- [[talks]]: keep, it grows",
        "- [[talks]]: **keep** because it grows",
        "- talks: keep; it grows",
        "- behalten [[talks]]: it grows",
        "1. keep [[talks]]:\n   it grows",
        "- keep [[talks]]\n  - because it grows",
        "keep [[talks]]: it grows",
    ],
)
def test_a_line_says_verb_goal_and_reason(line: str) -> None:
    assert decided(line) == [("talks", "keep", "it grows", "")]


def test_a_link_without_an_address_names_no_goal() -> None:
    assert decided("- keep [the plot](): it is green") == []
    assert decided("- keep [the plot]() and [[talks]]: both grow") == [
        ("talks", "keep", "both grow", "")
    ]
    assert read("- keep [talks](): it grows").findings == ()


@pytest.mark.parametrize("heading", ["## Verdicts", "# Decisions:", "### Entscheidungen"])
def test_headings_that_mean_decisions(heading: str) -> None:
    assert decided("- drop [[talks]]", heading=heading) == [("talks", "drop", "", "")]


@pytest.mark.parametrize(
    "line",
    [
        "- keep the plot: it is green",
        "- **change**, the journal itself: numbers first",
        "- **keep** going: it is not far",
        "- [[talks]]:",
        "- [[talks]] is nearly there",
        "We keep [[talks]]: it grows",
        "> - keep [[talks]]: said another",
        "- [ ] keep [[talks]]",
        "Keep it short.",
        "Keep going.",
        "- keep calm",
        "- keep calm, and carry on",
        "- keep calm: we go on",
        "- **keep** calm – it is a long way",
        "- drop sugar because it makes me tired",
        "- change jobs: not this year",
        "- replace breakfast by nothing: I sleep",
        "- stop here: it is late",
        "- keep well-being: it comes first",
        "- drop nope: it shrinks",
        "- Give a talk: keep the slides short",
        "- drop it: nobody asks",
        "- stop smoking: it is time",
        "- behalten Ruhe: es wird",
        "- Met Jana: she agrees",
        "- nope: keep, it grows",
        "```\n- keep [[talks]]\n```",
    ],
)
def test_what_else_stands_there_is_prose(line: str) -> None:
    """Nothing is decided by it, and nothing is told of it."""
    loaded = read(line)
    assert gathered(loaded.journal) == ()
    assert codes(loaded) == []


def test_a_table_of_decisions_is_told() -> None:
    """Its rows decide nothing."""
    table = "| goal | what |\n|---|---|\n| talks | keep |\n"
    assert codes(read(table)) == [(3, "F312")]
    assert codes(read(table, heading="## Learning")) == []


def test_under_other_headings_nothing_is_decided() -> None:
    assert decided("- keep [[talks]]", heading="## Learned") == []


def test_several_goals_share_a_line() -> None:
    found = decided("- pause [[talks]] and [[walks]]: the winter")
    assert found == [("talks", "pause", "the winter", ""), ("walks", "pause", "the winter", "")]


@pytest.mark.parametrize(
    "line",
    [
        "- replace [[talks]] by [[walks]]: my voice",
        "- replace talks with walks: my voice",
        "- [[talks]]: replace by walks, my voice",
    ],
)
def test_a_successor_is_named(line: str) -> None:
    assert decided(line) == [("talks", "replace", "my voice", "walks")]


def test_only_to_replace_has_a_successor() -> None:
    """With whom one goes on is a reason like any other."""
    assert decided("- keep [[talks]] with [[walks]]") == [("talks", "keep", "with [[walks]]", "")]


FORMS = [
    "decisions: {talks: keep because it grows}",
    "decisions:\n  talks: keep, it grows",
    "decisions:\n  - talks: keep, it grows",
    "decisions:\n  speak: {is: keep, because: it grows}",
    "decisions:\n  '[[talks]]': {verdict: keep, why: it grows}",
    "decisions:\n  talks: {is: behalten, weil: it grows}",
    "decisions:\n  talks: behalten, weil it grows",
]


@pytest.mark.parametrize("head", FORMS)
def test_the_front_matter_says_the_same(head: str) -> None:
    assert decided(head=head) == [("talks", "keep", "it grows", "")]
    assert codes(read(head=head)) == []


def test_the_front_matter_counts_before_the_text() -> None:
    loaded = read("- pause [[talks]]", head="decisions: {talks: keep because it grows}")
    assert [one.said.is_ for one in gathered(loaded.journal)] == [Verb.KEEP]
    assert codes(loaded) == [(6, "F311")]


def test_the_same_twice_is_no_mistake() -> None:
    assert codes(read("- keep [[talks]]: a", "- keep [[talks]]: b")) == []
    assert codes(read("- keep [[talks]]: a", "- drop [[talks]]: b")) == [(4, "F311")]


@pytest.mark.parametrize(
    ("head", "code", "help_"),
    [
        ("decisions: {talk: keep}", "F301", "did you mean `talks`?"),
        ("decisions: {talks: {is: replace, by: walk}}", "F301", "did you mean `walks`?"),
        ("decisions: {talks: kepe because it grows}", "F213", "did you mean `keep`?"),
        ("decisions: {talks: maybe}", "F213", "begin with one of keep, change, pause"),
        ("decisions: {talks: {is: kepe}}", "F211", "did you mean `keep`?"),
        ("decisions: {talks: {because: it grows}}", "F217", "add"),
    ],
)
def test_mistakes_above_are_told(head: str, code: str, help_: str) -> None:
    (finding,) = read(head=head).findings
    assert finding.code == code
    assert help_ in finding.help


@pytest.mark.parametrize(
    ("line", "code", "help_"),
    [
        ("- **kepe** [[talks]]: it grows", "F310", "did you mean `keep`?"),
        ("- kepe [[talks]]: it grows", "F310", "did you mean `keep`?"),
        ("- **wait** [[talks]]: it grows", "F310", "begin with one of keep, change"),
        ("- [[talks]]: it grows", "F310", "begin with one of keep, change"),
        ("- keep talk: it grows", "F301", "did you mean `talks`?"),
        ("- replace [[talks]] by walk: it grows", "F301", "did you mean `walks`?"),
    ],
)
def test_mistakes_in_lines_are_told(line: str, code: str, help_: str) -> None:
    (finding,) = read(line).findings
    assert (finding.code, finding.place.line) == (code, 3)
    assert help_ in finding.help


@pytest.mark.parametrize(
    "line",
    [
        "- keep Give talks: it grows",
        "- **Keep** give talks, because it grows",
        "- keep: Give talks – it grows",
        "- Give talks: keep because it grows",
        "1. keep Give\n   talks: it grows",
    ],
)
def test_a_title_without_the_marks_of_a_link_names_its_goal(line: str) -> None:
    assert decided(line) == [("talks", "keep", "it grows", "")]
    assert codes(read(line)) == []


def test_a_title_may_hold_what_ends_one() -> None:
    goal = {"content/goals/fit.md": "# Fit - with 60: a plan\n"}
    found = gathered(
        read("- replace Give talks by Fit - with 60: a plan: my voice", **goal).journal
    )
    assert [(one.goal, one.said.by, one.said.because) for one in found] == [
        ("talks", "fit", "my voice")
    ]


@pytest.mark.parametrize("slip", ["walk", "wakls", "Walsk", "spaek", "give-talk"])
@pytest.mark.parametrize(
    "line", ["- drop {}: it shrinks", "- **pause** {}", "- {}: keep, it grows"]
)
def test_a_word_that_is_a_slip_away_from_a_goal_is_asked_about(slip: str, line: str) -> None:
    (finding,) = read(line.format(slip)).findings
    assert (finding.code, finding.place.line) == ("F301", 3)
    assert "did you mean" in finding.help


def test_an_old_name_is_asked_about_where_it_is_written_as_an_id() -> None:
    goal = {"content/goals/talks.md": "# Hold talks at work\n"}
    (finding,) = read("- drop work-talks: it shrinks", **goal).findings
    assert "aliases: [work-talks]" in finding.help
    assert codes(read("- drop work: it shrinks", **goal)) == []


@pytest.mark.parametrize(
    "line", ["- replace nope by [[talks]]: my voice", "- replace talks by nope: my voice"]
)
def test_a_line_that_names_a_goal_tells_of_a_name_that_is_none(line: str) -> None:
    (finding,) = read(line).findings
    (above,) = read(head="decisions: {nope: drop}").findings
    assert (finding.code, finding.place.line) == ("F301", 3)
    assert (finding.message, finding.help) == (above.message, above.help)


def test_a_link_to_no_goal_is_told_as_a_link() -> None:
    """Once."""
    assert codes(read("- drop [[nope]]: it shrinks")) == [(3, "F304")]


words = st.text("abcdefghijk ", min_size=1, max_size=20).map(str.strip).filter(bool)


@given(st.sampled_from(Verb), words)
def test_both_forms_mean_the_same(verb: Verb, why: str) -> None:
    """And so does a line."""
    assert parse_decision(f"{verb} because {why}") == Decision(verb, " ".join(why.split()))
    line = decided(f"- {verb} [[talks]]: {why}")
    short = decided(head=f"decisions: {{talks: {verb} because {why}}}")
    long = decided(head=f"decisions: {{talks: {{is: {verb}, because: '{why}'}}}}")
    assert line == short
    assert [one[1] for one in long] == [str(verb)]
    assert line[0][2] == " ".join(long[0][2].split())


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    found = parse_decision(text)
    assert isinstance(found, Decision | Misread)
    read(f"- {text}")


@pytest.mark.parametrize(("word", "verb"), VERBS.items())
def test_other_words_for_a_decision(word: str, verb: Verb) -> None:
    assert parse_decision(word.title()) == Decision(verb)


def test_goals_that_are_hidden_are_decided_of_for_nobody() -> None:
    """Neither their ids nor the words on them in the front matter are left; the prose stays."""
    loaded = read(
        "- keep [[talks]]: aloud",
        "- keep walks: in secret shoes",
        "- replace",
        "  talks by walks: slowly",
        "- walks: drop",
        "- drop Walk every day: in secret",
        "- replace [[talks]] by Walk",
        "  every day: in secret",
        head="visibility: public\ndecisions: {walks: pause because qzwhy}",
        **{"content/goals/talks.md": "---\nvisibility: public\n---\n# Give talks\n"},
    )
    assert [code for _, code in codes(loaded)] == ["F311"] * 5
    seen = gate(loaded.journal, Visibility.PUBLIC)
    assert [(one.goal, one.said.is_) for one in gathered(seen)] == [("talks", Verb.KEEP)]
    assert seen.reviews[0].decisions == {}
    assert "walks" not in repr(seen.reviews[0])
    assert "every" not in repr(seen.reviews[0])
    assert "qzwhy" not in repr(seen.reviews[0])
    assert "in secret shoes" in seen.reviews[0].prose.text


@pytest.mark.parametrize("by", ["[[walks]]", "walks", "Walk every day"])
def test_a_successor_that_is_hidden_is_no_reason(by: str) -> None:
    texts = {"content/goals/talks.md": "---\nvisibility: public\n---\n# Give talks\n"}
    loaded = read(f"- replace [[talks]] by {by}: my voice", head="visibility: public", **texts)
    (talks,) = gathered(gate(loaded.journal, Visibility.PUBLIC))
    assert (talks.said.is_, talks.said.by, talks.said.because) == (Verb.REPLACE, "", "my voice")


def test_a_renamed_goal_is_decided_of_under_its_new_id() -> None:
    texts = {
        "content/reviews/2026-Q3.md": (
            "---\ndecisions: {walks: {is: replace, by: talks}}\n---\n## Decisions\n\n"
            "- keep talks: the talks\n- replace [[walks]] by talks\n"
        ),
        "content/goals/talks.md": GOAL,
        "content/goals/walks.md": OTHER,
    }
    files = {path: text.encode() for path, text in texts.items()}
    goal = load(files).journal.goal("talks")
    assert goal is not None
    changed = renamed(files, goal, "speeches")
    assert changed is not None
    assert changed.changed["content/reviews/2026-Q3.md"].decode() == (
        "---\ndecisions: {walks: {is: replace, by: speeches}}\n---\n## Decisions\n\n"
        "- keep speeches: the talks\n- replace [[walks]] by speeches\n"
    )
