"""What follows from a document alone is worked out once, and is no part of what it says."""

from __future__ import annotations

from dataclasses import replace

from milepost.journal.model import Document, Entry


def test_what_follows_from_a_document_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(document: Document) -> int:
        asked.append(document.path)
        return len(document.path)

    entry = Entry(path="content/journal/2026-W46.md")
    assert (entry.once(length), entry.once(length)) == (27, 27)
    assert asked == [entry.path]


def test_a_changed_document_is_asked_anew_and_one_that_was_asked_says_the_same() -> None:
    def title(document: Entry) -> str:
        return document.title

    before = Entry(title="Rain")
    assert before.once(title) == "Rain"
    assert replace(before, title="Sun").once(title) == "Sun"
    assert before == Entry(title="Rain")
