"""Small English words for counts, shared by the sentences of a page.

In: numbers and nouns. Out: words.
"""

from __future__ import annotations

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def spelled(count: int) -> str:
    """A count as a word up to twelve, in figures beyond.

    >>> spelled(2), spelled(13)
    ('two', '13')
    """
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str = "") -> str:
    """A count in figures with its noun.

    >>> counted(1, "entry", "entries"), counted(14, "goal")
    ('1 entry', '14 goals')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"


def opened(sentence: str) -> str:
    """A sentence with a capital at its start and a full stop at its end."""
    text = sentence.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


def shortened_title(title: str, limit: int = 48) -> str:
    """A title that fits into a sentence, cut between words where it is too long.

    >>> shortened_title("Publish six articles on platform design and its discontents", 30)
    'Publish six articles on…'
    """
    if len(title) <= limit:
        return title
    kept = title[:limit].rpartition(" ")[0] or title[: limit - 1]
    return kept.rstrip(" ,;:–-") + "…"
