"""Who may see what: each word and each flag of another tool, and what passes the gate with it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import held, known, read

from milepost.journal.gate import gate
from milepost.journal.left_out import Why, left_out
from milepost.journal.load import load
from milepost.journal.words import Visibility

PRIVATE, SHARED, PUBLIC = Visibility.PRIVATE, Visibility.SHARED, Visibility.PUBLIC
DAY = date(2026, 5, 20)


def seen(front: str, default: str = "shared") -> Visibility:
    """Who may see a goal with these lines, where the settings say a default."""
    text = (
        f"== milepost.yaml ==\nvisibility: {default}\n== content/goals/a.md ==\n---\n{front}\n---"
    )
    return read(text).journal.goals[0].visibility


def told(front: str) -> list[str]:
    """The names of what is found in such a goal about who may see it."""
    names = {
        "visibility-unread", "quoted-boolean", "privacy-key-not-read", "privacy-key-in-the-text"
    }  # fmt: skip
    return [it.name for it in read(f"---\n{front}\n---").findings if it.name in names]


@pytest.mark.parametrize("word", ["private", "shared", "public"])
def test_a_file_says_it_in_a_word(word: str) -> None:
    assert seen(f"visibility: {word}") is Visibility(word)
    assert seen(f"visibility: ' {word.upper()} '") is Visibility(word)


@pytest.mark.parametrize("default", ["private", "shared", "public"])
def test_where_nothing_is_said_the_settings_hold(default: str) -> None:
    assert seen("title: A", default) is Visibility(default)


def test_without_settings_all_is_private() -> None:
    assert read("---\ntitle: A\n---").journal.goals[0].visibility is PRIVATE


@pytest.mark.parametrize(
    ("flag", "true", "false"),
    [
        ("draft", PRIVATE, SHARED),
        ("private", PRIVATE, SHARED),
        ("hidden", PRIVATE, SHARED),
        ("publish", PUBLIC, PRIVATE),
        ("published", PUBLIC, PRIVATE),
        ("public", PUBLIC, PRIVATE),
        ("share", SHARED, PRIVATE),
        ("shared", SHARED, PRIVATE),
    ],
)
def test_flags_of_other_tools_are_understood(
    flag: str, true: Visibility, false: Visibility
) -> None:
    """`draft: false` says nothing: what the settings say holds."""
    for yes, no in (("true", "false"), ("yes", "no"), ("on", "off"), ("1", "0"), ("y", "n")):
        assert (seen(f"{flag}: {yes}"), seen(f"{flag}: {no}")) == (true, false)
    assert seen(f"{flag.upper()}: True") is true


@pytest.mark.parametrize(
    ("front", "holds"),
    [
        ("visibility: public\ndraft: true", PRIVATE),
        ("draft: false\nvisibility: public", PUBLIC),
        ("publish: true\nshare: true", SHARED),
        ("share: true\npublish: true", SHARED),
        ("publish: true\npublic: false", PRIVATE),
    ],
)
def test_of_two_answers_the_more_private_holds(front: str, holds: Visibility) -> None:
    assert seen(front) is holds


@pytest.mark.parametrize(
    "front", ["visibility: everyone", "visibility: [public]", "visibility:", "publish: maybe"]
)
def test_what_cannot_be_read_is_private_and_said(front: str) -> None:
    assert seen(front, "public") is PRIVATE
    assert told(front) == ["visibility-unread"]


@pytest.mark.parametrize("flag", ["publish", "draft", "private", "shared"])
def test_an_empty_flag_hides(flag: str) -> None:
    assert seen(f"{flag}:", "public") is PRIVATE
    assert told(f"{flag}:") == ["visibility-unread"]


@pytest.mark.parametrize(
    "front",
    [
        "visiblity: private",
        "Visibilty: public",
        "visibilities: private",
        "visibility_: public",
        "privat: yes",
        "privte: no",
        "Drafts: true",
        "publised: false",
        "dg-publish: false",
        "dgPublish: no",
        "is_private: yes",
        "hide: true",
        "unlisted: true",
        "no-publish: true",
        "doNotPublish: false",
        "nopublish: true",
        "searchable: false",
        "secret: true",
        "confidential: yes",
        "noindex: true",
        "exclude: true",
        "excluded: true",
        "headless: true",
        "listed: false",
        "listable: no",
        "unpublish: true",
        "unpublished: yes",
        "not_public: true",
        "drfat: true",
        "dratf: true",
        "rdaft: false",
        "orivate: true",
        "rivate: true",
        "rpivate: true",
        "isibility: private",
        "ivsibility: private",
        "ublic: false",
        "gidden: true",
        "dg-publish: maybe",
        "dg-publish:",
        "publish-date: 2027-01-01",
        "Sichtbarkeit: privat",
        "privé: oui",
        "veröffentlicht: nein",
        "borrador: true",
        "公開: false",
        "post_status: draft",
        "obsidian: {publish: false}",
        "milestones: [{title: A, visibility: private}]",
        "obstacles: [{if: A, then: B, visibility: private}]",
        "achievable: {hours_per_week: 2, visibility: private}",
        "measurable: {kind: count, to: 3, visibility: private}",
        "relevant: {because: A, visiblity: private}",
        "readings: [{date: 2026-01-01, value: 3, visibility: private}]",
        "changes: [{date: 2026-01-01, title: A, visibility: private}]",
        "status: {is: active, private: true}",
        "requires: {negotiation: 3, visibility: private}",
        "milestones: ['2026-05-01 A (visibility: private)']",
    ],
)
def test_a_key_that_may_mean_hidden_and_is_not_read_hides_the_file(front: str) -> None:
    assert seen(f"visibility: public\n{front}", "public") is PRIVATE
    assert set(told(front)) == {"privacy-key-not-read"}


@pytest.mark.parametrize(
    "front",
    [
        "publisher: The House",
        "dg-publish: true",
        "is_private: false",
        "unlisted: no",
        "noindex: false",
        "headless: no",
        "listed: true",
        "searchable: yes",
        "share_link: https://example.org/",
        "shape: round",
        "craft: wood",
        "care: daily",
        "side: left",
        "theme: wide",
        "status: paused",
        "state: open",
        "author: Ada",
        "requires: {public speaking: 3}",
        "aliases: [private]",
    ],
)
def test_a_key_that_says_nothing_of_it_leaves_the_file_as_it_is(front: str) -> None:
    assert seen(f"visibility: public\n{front}") is PUBLIC
    assert told(front) == []


@pytest.mark.parametrize("line", ["progress: {a: {value: +3, note: b, visibility: private}}",
    "skip: {visibility: private}", "areas: {visibility: private}"])  # fmt: skip
def test_what_an_entry_says_of_a_goal_has_no_visibility_of_its_own(line: str) -> None:
    text = f"""
    == content/goals/a.md ==
    # A
    == content/journal/2026-W20.md ==
    ---
    visibility: public
    {line}
    ---
    """
    assert read(text).journal.entries[0].visibility is PRIVATE


def test_a_goal_may_be_called_like_a_flag() -> None:
    """
    The names of goals and life areas are the writer's own.
    """
    text = """
    == content/goals/publish.md ==
    # Publish a book
    == content/journal/2026-W20.md ==
    ---
    visibility: public
    progress: {publish: +3}
    areas: {private: 7}
    ---
    """
    assert read(text).journal.entries[0].visibility is PUBLIC


@pytest.mark.parametrize(
    ("text", "seen_by"),
    [
        ("visibility: private\n\nWords.", PRIVATE),
        ("Words.\n\n- visibility:: private", PRIVATE),
        ("draft = true\n\nWords.", PRIVATE),
        ("Words.\n\n---\nvisiblity: shared\n---", PRIVATE),
        ("Words on visibility: good.\n\nDraft: the first.", PUBLIC),
        ("```yaml\nvisibility: private\n```", PUBLIC),
    ],
)
def test_a_key_in_the_text_hides_the_file(text: str, seen_by: Visibility) -> None:
    found = load(
        {
            "milepost.yaml": b"visibility: public",
            "content/journal/2026-W20.md": text.encode(),
        }
    )
    assert found.journal.entries[0].visibility is seen_by
    told_ = [one.name for one in found.findings if one.name == "privacy-key-in-the-text"]
    assert bool(told_) is (seen_by is PRIVATE)


@given(st.lists(st.sampled_from(list(Visibility)), min_size=1, max_size=4))
def test_of_all_answers_the_most_private_holds(answers: list[Visibility]) -> None:
    flags = {PRIVATE: "draft: true", SHARED: "share: true", PUBLIC: "publish: true"}
    front = "\n".join(dict.fromkeys(flags[answer] for answer in answers))
    least = next(one for one in (PRIVATE, SHARED, PUBLIC) if one in answers)
    for default in ("private", "public"):
        assert seen(front, default) is least


def test_a_flag_in_quotes_counts_and_is_said() -> None:
    assert seen('draft: "true"', "public") is PRIVATE
    assert told('draft: "true"') == ["quoted-boolean"]
    assert told("draft: true") == []
    assert told('visibility: "public"') == []


def test_where_a_line_is_lost_the_file_is_private() -> None:
    assert seen("visibility: public\ntitle: {", "public") is PRIVATE


# The gate, on the journal of trips: one open goal, one shared, one closed.


@pytest.mark.parametrize(
    ("audience", "goals", "areas", "name", "reviews"),
    [
        (PRIVATE, ["closed", "half", "open"], ("open", "half", "closed"), "Ada", 1),
        (SHARED, ["half", "open"], ("open", "half"), "Ada", 1),
        (PUBLIC, ["open"], ("open",), "", 0),
    ],
)
def test_each_audience_sees_its_own(
    audience: Visibility, goals: list[str], areas: tuple[str, ...], name: str, reviews: int
) -> None:
    journal = known(held("trips"), DAY, audience)
    assert sorted(goal.id for goal in journal.goals) == goals
    assert journal.settings.areas == areas
    assert bool(journal.settings.extra) is (audience is PRIVATE)
    assert journal.profile.name == name
    assert len(journal.reviews) == reviews
    assert len(journal.pages) == 1
    assert [entry.path[-6:] for entry in journal.entries] == (
        ["W10.md", "W11.md"] if audience is PRIVATE else ["W11.md"]
    )


def test_links_to_hidden_goals_become_words() -> None:
    def text(audience: Visibility) -> str:
        journal = known(held("trips"), DAY, audience)
        return next(goal.prose.text for goal in journal.goals if goal.id == "open").strip()

    assert text(SHARED) == "See …, this one, [[half]] and that."
    assert text(PUBLIC) == "See …, this one, … and that."


def test_what_a_goal_serves_is_left_out_where_it_is_hidden() -> None:
    def served(audience: Visibility) -> tuple[object, ...]:
        journal = known(held("trips"), DAY, audience)
        goal = next(goal for goal in journal.goals if goal.id == "open")
        before = dict(goal.changes[0].before)
        return goal.relevant.serves, goal.replaced_by, before, goal.obstacles[0].if_

    assert served(PRIVATE) == (
        ("half", "closed"),
        "closed",
        {"replaced_by": "half"},
        "[[closed|it rains]]",
    )
    assert served(SHARED) == (("half",), "", {"replaced_by": "half"}, "it rains")
    assert served(PUBLIC) == ((), "", {}, "it rains")


def test_numbers_of_visible_goals_stay_and_the_words_of_hidden_entries_go() -> None:
    journal = known(held("trips"), DAY, PUBLIC)
    assert [(it.goal, it.value, it.note, bool(it.entry)) for it in journal.readings] == [
        ("open", 1, "after it", False),
        ("open", 3, "", False),
        ("open", 1, "as in …", True),
    ]
    assert [(it.goal, it.value, bool(it.entry)) for it in journal.hours] == [
        ("open", 2, False),
        ("open", 4, True),
    ]
    assert [(it.goal, it.value) for it in journal.confidences] == [("open", 7)]
    assert [(it.goal, it.because) for it in journal.skips] == [("open", "like this")]
    entry = journal.entries[0]
    assert (list(entry.progress), list(entry.hours)) == (["open"], ["open"])
    assert (list(entry.confidence), list(entry.skip)) == (["open"], ["open"])


def test_where_all_is_public_nothing_is_touched() -> None:
    """Brackets that are no links stay as they are."""
    text = """
    == content/goals/a.md ==
    ---
    visibility: public
    ---
    An [x] and a ] and [[b]] and [w](b.md) and `[[ -f c ]]`.
    == content/goals/b.md ==
    ---
    visibility: public
    ---
    """
    assert known(read(text), DAY, PUBLIC).goals[0].prose.text.strip() == (
        "An [x] and a ] and [[b]] and [w](b.md) and `[[ -f c ]]`."
    )


OPEN = """
== content/goals/open.md ==
---
visibility: public
relevant: gone-name
replaced_by: gone-name
specific: "Like {0}"
---
## Seen
{0}

::: private
## Cut
:::
"""


@pytest.mark.parametrize(
    ("link", "left"),
    [
        ("[[gone-name]]", "…"),
        ("![[gone-name]]", "…"),
        ("[[folder/gone-name.md]]", "…"),
        ("[[gone-name#gone-part]]", "…"),
        ("[[gone-name|words]]", "words"),
        ("[[gone-name.pdf]]", "…"),
        ("[words](../goals/gone-name.md)", "words"),
        ("[words](gone%2Dname.md#gone-part)", "words"),
        ("`[[gone-name]]`", "`…`"),
        ("[[…]] [[ * ]] [[🎄]]", "[[…]] [[ * ]] …"),
        ("[[gone-name|see [1]]]", "[[…|see [1]]]"),
        ("[[2026-W20-gone]]", "…"),
        ("`[words](<gone name.md>)`", "`words`"),
        ("[[open#gone-part]]", "[[open]]"),
        ("[[open#Cut|words]]", "[[open|words]]"),
        ("[[#Cut]]", "…"),
        ("[[open#Seen]]", "[[open#Seen]]"),
        ("[[boat.jpg]]", "[[boat.jpg]]"),
        ("[[2026-W20]]", "[[2026-W20]]"),
        ("[[2026-Q1]]", "[[2026-Q1]]"),
        ("[words](https://gone.example/a.md)", "[words](https://gone.example/a.md)"),
        ("`x[[1]]` and `[[ -f a ]]`", "`x[[1]]` and `[[ -f a ]]`"),
    ],
)
def test_what_is_not_there_is_named_to_its_owner_only(link: str, left: str) -> None:
    """A file that was deleted, renamed, or lies in a folder that is not read."""
    loaded = read(OPEN.replace("{0}", link), ("static/boat.jpg",))
    (goal,) = known(loaded, DAY, PUBLIC).goals
    assert goal.prose.text.strip() == f"## Seen\n{left}"
    assert goal.specific == f"Like {left}"
    assert (goal.relevant.serves, goal.replaced_by) == ((), "")
    assert link in known(loaded, DAY, PRIVATE).goals[0].prose.text


@pytest.mark.parametrize(
    "written",
    [
        "[a]: gone.md",
        "[a]:\n\n[b]: gone.md",
        "[a]:\ngone.md 'words'",
        "> [a]: gone.md",
    ],
)
def test_a_definition_leads_to_nothing_that_is_gone(written: str) -> None:
    text = f"== content/pages/open.md ==\n---\nvisibility: public\n---\nWords.\n\n{written}\n"
    assert "gone" not in known(read(text), DAY, PUBLIC).pages[0].prose.text


@pytest.mark.parametrize("audience", [SHARED, PUBLIC])
@given(st.lists(st.sampled_from(["secret", "2026-W20", "2026-05", "open", "boat.jpg"]), max_size=4))
def test_a_build_for_others_is_that_of_the_journal_without_what_is_hidden(
    audience: Visibility, targets: list[str]
) -> None:
    """What links to hidden things say does not tell that there are any."""
    links = "\n".join(f"[[{name}]] [w]({name}.md) `[[{name}]]`" for name in targets)
    rest = OPEN.replace("{0}", "words") + links
    hidden = "".join(
        f"\n== content/{path}.md ==\n---\nvisibility: private\n---\nWords."
        for path in ("goals/secret", "journal/2026-W20", "reviews/2026-05", "pages/2026")
    )
    seen_by = [known(read(text), DAY, audience) for text in (rest + hidden, rest)]
    assert [goal.prose.text.strip() for one in seen_by for goal in one.goals] == (
        [seen_by[1].goals[0].prose.text.strip()] * 2
    )


# Secrets: every private word begins in the same way, so that a trace of one is found.


def test_no_trace_of_a_hidden_thing_passes_the_gate() -> None:
    journal = gate(held("secrets").journal, PUBLIC)
    assert [goal.id for goal in journal.goals] == ["open"]
    assert "kanarie" not in repr(journal).lower()
    assert "and words and more" in journal.goals[0].prose.text.replace("[", "").replace("]", "")


def test_a_visible_goal_keeps_the_numbers_of_hidden_entries() -> None:
    journal = gate(held("secrets").journal, PUBLIC)
    assert [(r.value, r.entry != "") for r in journal.readings] == [(3, False), (1, True)]
    assert [(mark.value, mark.entry) for mark in journal.hours] == [(2, "")]
    assert len(journal.skips) == 1
    assert journal.confidences == ()


def test_supporters_see_what_is_shared() -> None:
    shared = gate(held("secrets").journal, SHARED)
    text = shared.goals[0].prose.text
    assert "KANARIEshared" in text
    assert "KANARIEpassage" not in text


def test_the_owner_sees_everything() -> None:
    journal = held("secrets").journal
    assert gate(journal, PRIVATE) is journal


def test_comments_in_values_and_headings_are_seen_by_nobody() -> None:
    """
    == milepost.yaml ==
    title: My site <!-- hidden -->
    == content/goals/a.md ==
    ---
    visibility: public <!-- hidden -->
    title: Read %% hidden %% books
    specific: "ten <!-- hidden"
    milestones: [{title: "One <!-- hidden -->"}]
    ---
    """
    text = test_comments_in_values_and_headings_are_seen_by_nobody.__doc__ or ""
    loaded = read(text)
    (goal,) = loaded.journal.goals
    assert (goal.title, goal.specific, goal.visibility) == ("Read  books", "ten", PUBLIC)
    assert goal.milestones[0].title == "One"
    assert "hidden" not in repr(loaded.journal)
    assert [one.code for one in loaded.findings if one.code == "P003"] == ["P003"]


# --- links that are cut ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "passed"),
    [
        ('[words](../goals/b.md "title', '[words](… "title'),
        ("[words](<../goals/b.md", "[words](…"),
        ("[words](../../.env)", "words"),
        ("[words](../../data/weights.csv 'title", "[words](… 'title"),
        ("[[a#Hidden heading|words", "[[a|words"),
        ("[[#Hidden heading|words", "[[…|words"),
        ("`rows[0](event)` and [mail](mailto:a@b.example", None),
        ("[words](https://a.example/c/x.md)", None),
        ("[words](../secret/c.md#x)", "[words](c.md#x)"),
    ],
)
def test_a_link_that_a_comment_cut_names_nothing_hidden(written: str, passed: str | None) -> None:
    journal = read(
        f"""
== content/goals/a.md ==
---
visibility: public
---
{written}
== content/goals/b.md ==
---
title: B
---
== content/pages/secret/c.md ==
---
visibility: public
---
"""
    ).journal
    goal = gate(journal, PUBLIC).goals[0]
    assert goal.prose.text.strip() == (written if passed is None else passed)


def test_a_circle_that_a_hidden_goal_closes_takes_no_link_from_the_others() -> None:
    journal = read(
        """
== content/goals/a.md ==
---
relevant: b
---
== content/goals/b.md ==
---
visibility: public
relevant: c
---
== content/goals/c.md ==
---
visibility: public
relevant: a
---
"""
    ).journal
    assert [goal.relevant.serves for goal in journal.goals] == [("b",), ("c",), ()]
    assert [goal.relevant.serves for goal in gate(journal, PUBLIC).goals] == [("c",), ()]


def test_of_a_circle_that_is_seen_one_link_is_left_out_for_everyone() -> None:
    journal = read(
        """
== content/goals/a.md ==
---
visibility: public
relevant: b
---
== content/goals/b.md ==
---
visibility: public
relevant: a
---
"""
    ).journal
    assert [goal.relevant.serves for goal in gate(journal, PUBLIC).goals] == [("b",), ()]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\nvisibility: private\n---\nWe sailed.", Why.SAID),
        ("---\ntitle: Sailing\n---\nWe sailed.", Why.DEFAULT),
        ("---\n\nA rule at the top is no front matter.", Why.DEFAULT),
        ("---\nvisiblity: public\n---\nWe sailed.", Why.DOUBT),
        ("---\nvisibility: friends\n---\nWe sailed.", Why.DOUBT),
        ("visibility: public\n\nWe sailed.", Why.DOUBT),
        ("---\nvisibility: public\ntitle: [one\n---\nWe sailed.", Why.DOUBT),
        ("<<<<<<< HEAD\nWe sailed.\n=======\nWe rowed.\n>>>>>>> laptop", Why.DOUBT),
    ],
)
def test_why_a_note_is_left_out_is_told_of_each(text: str, why: Why) -> None:
    found = read(f"== content/pages/a.md ==\n{text}")
    told = left_out(found.journal, found.sources, (), PUBLIC)
    assert [item.why for item in told if item.place.path == "content/pages/a.md"] == [why]
