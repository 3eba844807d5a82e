"""Faults that only the whole journal shows, and what cannot be read as "who may see it".

In: what the reader knows of the fault. Out: a finding. Each docstring is what `milepost explain`
prints, the rule's page in the manual, and its test.
"""

from __future__ import annotations

from milepost.findings import Severity
from milepost.journal.faults.fault import Words, fault


@fault("F301", "unknown-id")
def unknown_id(id: str, near: str, renamed: bool) -> Words:  # noqa: A002
    """An id is used that no goal has.

    A goal that was renamed keeps the numbers that stand under its old id when it names that id in
    its `aliases`.

    Flagged:
        == content/goals/learn-to-sail.md ==
        # Learn to sail
        == content/journal/2026-W20.md ==
        ---
        hours: {learn-to-sale: 2}
        ---
    Fine:
        == content/goals/learn-to-sail.md ==
        # Learn to sail
        == content/journal/2026-W20.md ==
        ---
        hours: {learn-to-sail: 2}
        ---
    """
    if near and renamed:
        remedy = f"did you mean `{near}`? If it was renamed, write `aliases: [{id}]` in {near}.md"
        return (f"no goal has the id “{id}”", remedy)
    return (
        f"no goal has the id “{id}”",
        f"did you mean `{near}`?" if near else f"make it with `milepost new goal`, or as {id}.md",
    )


@fault("F302", "circle-of-goals")
def circle(ids: str) -> Words:
    """Goals serve each other in a circle, so none of them is the reason for the others.

    The link that closes the circle is left out.

    Flagged:
        == content/goals/a.md ==
        ---
        relevant: b
        ---
        == content/goals/b.md ==
        ---
        relevant: a
        ---
    Fine:
        == content/goals/a.md ==
        ---
        relevant: b
        ---
        == content/goals/b.md ==
        # The greater goal
    """
    return (f"these goals serve each other in a circle: {ids}", "remove one of the links")


@fault("F303", "reading-after-close", Severity.WARNING)
def reading_after_close(id: str, state: str, since: str) -> Words:  # noqa: A002
    """An entry reports on a goal that was closed before.

    Flagged:
        == content/goals/sail.md ==
        ---
        measurable: 12 trips
        status: {is: done, since: 2026-04-30, because: all trips made}
        ---
        == content/journal/2026-W20.md ==
        ---
        progress: {sail: 1}
        ---
    Fine:
        == content/goals/sail.md ==
        ---
        measurable: 12 trips
        ---
        == content/journal/2026-W20.md ==
        ---
        progress: {sail: 1}
        ---
    """
    return (
        f"“{id}” is {state} since {since}, and this entry still reports on it",
        "set its status to `active` again, or report on the goal that took its place",
    )


@fault("F304", "broken-link", Severity.WARNING)
def broken_link(target: str, near: str) -> Words:
    """A link in the text leads to nothing in the journal. Its words are shown as plain text.

    Flagged:
        == content/journal/2026-W20.md ==
        See [[learn-to-sail]].
    Fine:
        == content/journal/2026-W20.md ==
        See [[learn-to-sail]].
        == content/goals/learn-to-sail.md ==
        # Learn to sail
    """
    return (
        f"nothing in the journal is called “{target}”",
        f"did you mean `{near}`?" if near else "correct the link, or make the page it names",
    )


@fault("F305", "broken-data")
def broken_data(message: str, remedy: str) -> Words:
    """A file of readings, or a row of it, cannot be read. The other rows are.

    Flagged:
        == content/goals/weight.md ==
        ---
        measurable: {kind: level, from: 82, to: 75, unit: kg, source: data/weight.csv}
        ---
        == data/weight.csv ==
        date,kg
        2026-05-16,eighty
    Fine:
        == content/goals/weight.md ==
        ---
        measurable: {kind: level, from: 82, to: 75, unit: kg, source: data/weight.csv}
        ---
        == data/weight.csv ==
        date,kg
        2026-05-16,80.5
    """
    return (message, remedy)


@fault("F306", "picture-missing", Severity.WARNING)
def picture_missing(name: str, aside: str) -> Words:
    """The text shows a picture that is not in the journal, or lies where none is looked for.

    Pictures are looked for everywhere, but in folders of tools (`.git`, `templates`), in `data/`
    and `theme/`, and in folders that are put aside by a name with `_` before it, such as
    `_drafts`. Those in which pictures are kept, such as `_attachments`, are looked into.

    Flagged:
        == content/journal/2026-W20.md ==
        ![The boat](boat.jpg)
    Fine:
        == content/journal/2026-W20.md ==
        The boat is blue.
    """
    if aside:
        return (
            f"the picture “{name}” is not shown, since `{aside}` is not looked into",
            "move it out of that folder, as into `static/`",
        )
    return (f"the picture “{name}” is not in the journal", "put it into `static/`, or correct it")


@fault("F307", "alias-taken")
def alias_taken(alias: str, id: str, path: str) -> Words:  # noqa: A002
    """Two goals claim the same old id, or a goal claims one that another goal has.

    What stands under an id can count for one goal only. Under an id that two goals claim it counts
    for neither; a goal that has the id keeps it.

    Flagged:
        == content/goals/sail.md ==
        # Learn to sail
        == content/goals/row.md ==
        ---
        title: Learn to row
        aliases: sail
        ---
    Fine:
        == content/goals/sail.md ==
        # Learn to sail
        == content/goals/row.md ==
        ---
        title: Learn to row
        aliases: rowing
        ---
    """
    return (
        f"the old id “{alias}” belongs to another goal already: {id} ({path})",
        "take it out of the `aliases` of one of the two",
    )


@fault("F308", "number-for-yes-or-no")
def number_for_yes_or_no(id: str) -> Words:  # noqa: A002
    """A number is reported for a goal that is done or not.

    Not even 0 or 1 says “no” or “yes”, so it is left out and the goal stays open. This goes for a
    goal without a measure as well, which is counted as yes or no where it has no milestones, tasks
    or goals.

    Flagged:
        == content/goals/sail.md ==
        # Learn to sail
        == content/journal/2026-W20.md ==
        ---
        progress: {sail: 12}
        ---
    Fine:
        == content/goals/sail.md ==
        # Learn to sail
        == content/journal/2026-W20.md ==
        ---
        progress: {sail: yes}
        ---
    """
    return (
        f"“{id}” is done or not, and a number does not say which",
        "write `yes` or `no` here, or `measurable: 12 trips` in the goal to count it",
    )


@fault("F310", "decision-unread", Severity.HINT)
def decision_unread(message: str, remedy: str) -> Words:
    """A line of a review under Decisions names a goal, and no decision can be read from it.

    The line is shown as it is, and decides nothing.

    Flagged:
        == content/goals/learn-to-sail.md ==
        # Learn to sail
        == content/reviews/2026-Q3.md ==
        ## Decisions

        - **kepe** [[learn-to-sail]]: two of three trips are made
    Fine:
        == content/goals/learn-to-sail.md ==
        # Learn to sail
        == content/reviews/2026-Q3.md ==
        ## Decisions

        - **keep** [[learn-to-sail]]: two of three trips are made
    """
    return (message, remedy)


@fault("F311", "decided-twice", Severity.WARNING)
def decided_twice(id: str, first: str, second: str) -> Words:  # noqa: A002
    """A review decides two things of one goal; that of the front matter counts, or the first.

    Flagged:
        == content/goals/learn-to-sail.md ==
        # Learn to sail
        == content/reviews/2026-Q3.md ==
        ## Decisions

        - keep [[learn-to-sail]]: two of three trips are made
        - pause [[learn-to-sail]]: the boat is on land
    Fine:
        == content/goals/learn-to-sail.md ==
        # Learn to sail
        == content/reviews/2026-Q3.md ==
        ## Decisions

        - pause [[learn-to-sail]]: the boat is on land
    """
    return (
        f"this review decides “{first}” of “{id}” already, and here “{second}”",
        "remove one of the two",
    )


@fault("P001", "visibility-unread")
def visibility_unread(key: str, text: str) -> Words:
    """Who may see a file cannot be read from it, so it counts as private.

    Flagged:
        ---
        title: Learn to sail
        visibility: friends
        ---
    Fine:
        ---
        title: Learn to sail
        visibility: shared
        ---
    """
    return (
        f"`{key}` cannot be “{text}”, so this file counts as private",
        "write `visibility: private`, `shared` or `public`",
    )


@fault("P002", "passage-unread")
def passage_unread(name: str) -> Words:
    """A `:::` passage has a name that says not for whom it is, so it counts as private.

    Flagged:
        == content/journal/2026-W20.md ==
        ::: privat
        Words for me alone.
        :::
    Fine:
        == content/journal/2026-W20.md ==
        ::: private
        Words for me alone.
        :::
    """
    return (
        f"nothing is known of a passage “::: {name}”, so it counts as private",
        "write `::: private`, `::: shared` or `::: public`",
    )


@fault("P003", "comment-never-closed")
def comment_unclosed() -> Words:
    """A comment is opened and never closed, so the rest of the text counts as a comment.

    A comment runs from `<!--` to `-->`, or from `%%` to `%%`, and may hold others. In code the
    signs are letters like any other.

    Flagged:
        == content/journal/2026-W20.md ==
        We sailed.

        <!-- Not for others:
        it was cold.
    Fine:
        == content/journal/2026-W20.md ==
        We sailed. <!-- Not for others: it was cold. -->
    """
    return (
        "a comment opens here and is never closed, so all that follows is hidden",
        "close it with the sign that ends it (`-->` or `%%`), or put a sign that is meant to be "
        "read between backticks",
    )


@fault("P004", "passage-never-closed")
def passage_unclosed(name: str) -> Words:
    """A `:::` passage is opened and never closed, so it reaches to the end of the note.

    It ends at a line of its own with as many colons, or more.

    Flagged:
        == content/journal/2026-W20.md ==
        ::: private
        Words for me alone.
    Fine:
        == content/journal/2026-W20.md ==
        ::: private
        Words for me alone.
        :::
    """
    return (
        f"the passage “::: {name}” is never closed, so it reaches to the end of the note",
        "write a line `:::` where it ends, with as many colons as its first line",
    )


@fault("P005", "passage-never-opened")
def passage_unopened() -> Words:
    """A line `:::` ends no passage, so what stands above it counts as private.

    The line that opens the passage was misspelt or lost: nobody can tell where it began.

    Flagged:
        == content/journal/2026-W20.md ==
        For me alone:
        Words for me alone.
        :::
    Fine:
        == content/journal/2026-W20.md ==
        ::: private
        Words for me alone.
        :::
    """
    return (
        "this `:::` ends no passage, so what stands above it counts as private",
        "write `::: private` where the passage begins, or remove this line",
    )


@fault("P006", "privacy-key-not-read")
def privacy_key(key: str) -> Words:
    """A key looks as if it said who may see something, and milepost does not read it here.

    It is misspelt, of another tool or language, or stands within a value: who may see a milestone
    or a note is not told apart from its file. The file counts as private.

    Flagged:
        ---
        title: Learn to sail
        visiblity: public
        ---
    Fine:
        ---
        title: Learn to sail
        visibility: public
        ---
    """
    return (
        f"`{key}` is not read here and may mean that this is hidden, so the file counts as private",
        "write `visibility: private`, `shared` or `public` as a key of the file, and remove this",
    )


@fault("P007", "privacy-key-in-the-text")
def privacy_in_words(key: str) -> Words:
    """A line of the text reads like a key that says who may see the file, which then is private.

    Only the front matter is read: what stands between two lines `---` at the top of the file.

    Flagged:
        == content/journal/2026-W20.md ==
        visibility: private

        Words for me alone.
    Fine:
        == content/journal/2026-W20.md ==
        ---
        visibility: private
        ---
        Words for me alone.
    """
    return (
        f"`{key}` stands in the text, where it is not read, so this file counts as private",
        "move the line to the top of the file, between two lines `---`",
    )


@fault("F309", "html-as-text", Severity.HINT)
def html_as_text(name: str, *, read: bool) -> Words:
    """The text holds HTML that is not read, so that it is shown as it is written.

    A few tags are read as what they mean, such as `<br>`, `<kbd>`, `<img>` and `<details>`. One
    that is not closed, or has an attribute that acts or is not known, stays text as all others do.

    Flagged:
        == content/journal/2026-W20.md ==
        <iframe src="map.html"></iframe>

        Press <kbd onclick="send()">Enter</kbd>.
    Fine:
        == content/journal/2026-W20.md ==
        Press <kbd>Enter</kbd>, or write `<iframe>`.
    """
    why = ", since it is not closed or has an attribute that is not read" if read else ""
    return (
        f"`<{name}>` is shown as text{why}",
        "write it in Markdown, or leave it as it is: no word of it is lost",
    )


@fault("F312", "lines-in-table", Severity.HINT)
def lines_in_table(example: str) -> Words:
    """A table stands where lines are read: those of records in an entry, of decisions in a review.

    Its rows are shown as they are written, and are none: nothing says which column is what. It is
    told once a file.

    Flagged:
        == content/journal/2026-W20.md ==
        ## Learning

        | course | hours |
        |---|---|
        | Bridge scour | 12 |
    Fine:
        == content/journal/2026-W20.md ==
        ## Learning

        - course: Bridge scour, 12 h
    """
    return (
        "the rows of this table are read as no lines of their heading",
        f"write a line for each, as `{example}`",
    )
