"""Keys in German: every key of an entry has its word, and “ja” and “nein” are yes and no."""

from __future__ import annotations

from datetime import date

import pytest
import written

from milepost.journal.fields import names_of
from milepost.journal.key_words import ENTRY_WORDS
from milepost.journal.model import Entry
from milepost.journal.words import Horizon

ENTRY = """
== content/goals/lesen.md ==
---
title: Lesen
measurable: 24 Bücher
---
== content/goals/fertig.md ==
---
title: Fertig werden
measurable: ja oder nein
---
== content/journal/eintrag.md ==
---
datum: 2026-05-17
titel: Eine Woche
fortschritt: {lesen: 2, fertig: ja}
stunden: {lesen: 3}
ausgegeben: {lesen: 30 EUR}
zuversicht: {lesen: 7}
ausgelassen: {fertig: krank}
stimmung: 4
energie: 3
lebensbereiche: {beruf: 7}
schlagwörter: [sommer]
---
"""


def test_every_key_of_an_entry_counts_under_its_german_word() -> None:
    loaded = written.read(ENTRY)
    (entry,) = loaded.journal.entries
    assert {one.code for one in loaded.findings} == {"F221"}
    assert [(one.goal, one.value) for one in loaded.journal.readings] == [
        ("fertig", 1),
        ("lesen", 2),
    ]
    assert [(one.goal, one.value) for one in loaded.journal.hours] == [("lesen", 3)]
    assert [(one.goal, one.value) for one in loaded.journal.spent] == [("lesen", 30)]
    assert [(one.goal, one.value) for one in loaded.journal.confidences] == [("lesen", 7)]
    assert [(one.goal, one.because) for one in loaded.journal.skips] == [("fertig", "krank")]
    assert (entry.title, entry.mood, entry.energy) == ("Eine Woche", 4, 3)
    assert (entry.areas, entry.tags) == ({"beruf": 7}, ("sommer",))


def test_no_key_of_an_entry_lacks_a_word() -> None:
    # `aliases` is a key of other tools, and in another language `visibility` hides
    meant = {ours for ours, _ in ENTRY_WORDS.values()}
    assert names_of(Entry) - meant == {"aliases", "visibility"}


def test_a_goal_in_german_keys() -> None:
    loaded = written.read("""
    == content/goals/lesen.md ==
    ---
    titel: Lesen
    messbar: 24 Bücher
    zuversicht: 7
    dient: leben
    schlagwörter: [buch]
    unterstützung: Jana
    horizont: kurzfristig
    messwerte: 2026-03-01 =4
    gewichtung: 2
    ---
    == content/goals/leben.md ==
    # Leben
    """)
    goal = next(one for one in loaded.journal.goals if one.id == "lesen")
    assert {one.code for one in loaded.findings} == {"F221"}
    assert (goal.achievable.confidence, goal.relevant.serves) == (7, ("leben",))
    assert (goal.tags, goal.support, goal.horizon) == (("buch",), ("Jana",), Horizon.SHORT)
    assert (goal.readings[0].date_, goal.weight) == (date(2026, 3, 1), 2)


DONE_OR_NOT = """
== content/goals/fertig.md ==
---
title: Fertig werden
measurable: {measure}
---
== content/journal/2026-W20.md ==
---
progress: {{fertig: {said}}}
---
"""


@pytest.mark.parametrize(
    ("said", "value"), [("ja", 1), ("Ja", 1), ("erledigt", 1), ("yes", 1), ("nein", 0), ("no", 0)]
)
def test_yes_and_no_are_read_in_german(said: str, value: float) -> None:
    loaded = written.read(DONE_OR_NOT.format(measure="ja oder nein", said=said))
    assert not loaded.findings
    assert [one.value for one in loaded.journal.readings] == [value]


@pytest.mark.parametrize(
    ("measure", "said", "remedy"),
    [
        ("ja oder nein", "vielleicht", "write `yes` or `no`"),
        ("ja oder nein", "{value: vielleicht}", "write `yes` or `no`"),
        ("24 Bücher", "vielleicht", "write digits, as `12`, `12.5` or `1 200`"),
        ("24 Bücher", "ja", "write the number, as `1`"),
    ],
)
def test_the_remedy_is_of_the_goal_s_kind(measure: str, said: str, remedy: str) -> None:
    loaded = written.read(DONE_OR_NOT.format(measure=measure, said=said))
    assert [one.help for one in loaded.findings] == [remedy]
    assert not loaded.journal.readings


@pytest.mark.parametrize(("word", "read"), [("nein, krank", True), ("nothing", False)])
def test_a_reading_in_a_goal_is_a_whole_word(word: str, read: bool) -> None:
    loaded = written.read(f"---\nmeasurable: 3 times a week\nreadings: 2026-03-01 {word}\n---")
    assert bool(loaded.journal.readings) is read


def test_of_a_mapping_under_another_word_what_can_be_read_counts_and_the_rest_is_told() -> None:
    loaded = written.read("""
    == content/goals/lesen.md ==
    # Lesen
    == content/goals/laufen.md ==
    # Laufen
    == content/journal/2026-W20.md ==
    ---
    stunden: {lesen: 3, laufen: viele}
    ---
    """)
    assert [(one.goal, one.value) for one in loaded.journal.hours] == [("lesen", 3)]
    assert {one.code for one in loaded.findings} == {"F221", "F210"}
