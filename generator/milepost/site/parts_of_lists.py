"""A long list in parts, so that no page grows without end: one rule for every list of the site.

In: the rows of a list, and what each belongs to, a year or a horizon. Out: `Part`s that hold each
row once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

LINES = 1000
"""So many lines stand on one page at most: about 200 kB of HTML. A list with no more than these
stands on its own page, whole."""

GOAL = 4
"""So many lines is a goal with its bar and its state."""

T = TypeVar("T")


def one_line(_: object) -> int:
    """The size of a row that is a link and a few words."""
    return 1


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Some rows of a list, in its order.

    `of` is what they belong to, and `number` counts the parts of that. The first part of a list
    stands on the list's own page and has no name.
    """

    rows: tuple[T, ...]
    of: str = ""
    number: int = 1

    @property
    def name(self) -> str:
        """The step of its address: "2025", "long", "2025-2"; "2" of what belongs to nothing."""
        number = str(self.number) if self.number > 1 else ""
        return "-".join(filter(None, (self.of, number)))


def parts_of(
    rows: Sequence[T],
    belongs: Callable[[T], str],
    lines: int = LINES,
    size: Callable[[T], int] = one_line,
    *,
    latest_first: bool = False,
) -> tuple[Part[T], ...]:
    """A list of at most so many lines whole; a longer one by what its rows belong to.

    `belongs` names it, and gives "" for what stays on the list's own page. There stand those rows,
    and of the others, in the order of the list, as many as fit: of a list of days the latest years.
    What is too long for a page itself is continued on others. `size` is how many lines a row takes;
    one that takes more than `lines` has a part to itself. `latest_first` puts later years before
    earlier ones where the list itself does not. There is always a first part.

    >>> [(part.name, part.rows) for part in parts_of("a9 b9 c8 d7 e7".split(), lambda r: r[1], 3)]
    [('', ('a9', 'b9', 'c8')), ('7', ('d7', 'e7'))]
    """
    sizes = [size(row) for row in rows]
    if sum(sizes) <= lines:
        return (Part(tuple(rows)),)
    groups: dict[str, list[int]] = {"": []}
    for place, row in enumerate(rows):
        groups.setdefault(belongs(row), []).append(place)
    if latest_first:
        groups = {of: groups[of] for of in ("", *sorted(set(groups) - {""}, reverse=True))}
    own: list[int] = []
    room, later = lines, list[Part[T]]()
    for of, places in groups.items():
        for number, piece in enumerate(_pieces(places, sizes, lines), 1):
            taken = sum(sizes[n] for n in piece)
            if not later and (not own or taken <= room):
                own += piece
                room -= taken
            else:
                part = Part(tuple(rows[n] for n in piece), of, number)
                while any(part.name == one.name for one in later):  # a folder may be called "2"
                    part = replace(part, number=part.number + 1)
                later.append(part)
    return (Part(tuple(rows[n] for n in sorted(own))), *later)


def _pieces(places: Sequence[int], sizes: Sequence[int], lines: int) -> Iterator[list[int]]:
    piece: list[int] = []
    room = lines
    for place in places:
        if piece and sizes[place] > room:
            yield piece
            piece, room = [], lines
        piece.append(place)
        room -= sizes[place]
    if piece:
        yield piece
