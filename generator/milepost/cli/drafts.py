"""Goals that were read off a list: shown to a person, and written.

In: drafts. Out: lines to print; files where none stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from milepost.adopting import Drafted
from milepost.adopting.goal_file import questions
from milepost.cli.shared import FAULTY, OK, near, say
from milepost.cli.writing import write_or_stop
from milepost.findings import Severity
from milepost.voice.english import plural


def shown(drafts: Sequence[Drafted], origin: str) -> Iterator[str]:
    """What each draft says, what it leaves open, and where it would stand."""
    number = 0
    for draft in drafts:
        place = f"{origin}:{draft.wish.line}"
        if draft.standing:
            yield f"-  {draft.wish.title}  ({place})\n   is there already: {draft.standing}\n"
            continue
        number += 1
        yield f"{number}  {draft.wish.title}  ({place})"
        for key, value in (draft.says or {}).items():
            yield f"   {key:<12} {value}"
        for brought in draft.wish.keys:
            key, _, value = brought.partition(": ")
            yield f"   {key:<12} {value}"
        if draft.wish.below:
            yield f"   {'below it':<12} {plural(len(draft.wish.below), 'line')}, kept as written"
        for key in draft.open:
            words = draft.wish.unclear.get(key, "")
            about = f"“{words}”: " if words else ""
            yield f"   {key:<12} left open. {about}{questions()[key]}"
        louder = [one for one in draft.findings if one.severity is not Severity.HINT]
        for one in louder:
            yield f"   {one.severity.value:<12} {one.code} {one.message}; {one.help}"
        verdict = "checks with no more than hints" if draft.hints_only else ""
        yield f"   {'file':<12} {draft.path}{', which ' + verdict if verdict else ''}\n"


def write(drafts: Sequence[Drafted], root: Path) -> int:
    """Write drafts into the journal, over nothing; the exit code."""
    written = 0
    for draft in drafts:
        path = root / draft.path
        if write_or_stop(path, draft.text.encode("utf-8", "replace")):
            print(near(path))
            written += 1
        else:
            say(f"{near(path)} is there already, and stays")
    left = sum(len(draft.open) for draft in drafts)
    asks = f", with {plural(left, 'question')} in them: they stand behind a #" if left else ""
    say(f"Wrote {plural(written, 'goal')}{asks}. The list is as it was.")
    return OK if written == len(drafts) else FAULTY
