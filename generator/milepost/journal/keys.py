"""How a key is declared: what it means, an example of it, and how it is read.

In: nothing. Out: `key`, which makes a field of a dataclass; the annotation of the field says what
the value is, its `Manner` what else a reader must know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from milepost.journal.numbers import Misread, parse_value


@dataclass(frozen=True, slots=True)
class Manner:
    """How a key is read, where its annotation does not say it all.

    `ids`: its texts are ids of goals; of a mapping, the names are. `scale`: the least and the most
    that its number may be. `number`: what reads its number. `lone`: a mapping may be one text,
    which stands under no name. `pairs`: a list may be a mapping, each pair a short form. `joined`:
    a list of texts is the parts of one short form. `words`: what people write for its number.
    """

    ids: bool = False
    scale: tuple[int, int] | None = None
    number: Callable[[str], float | Misread] = parse_value
    lone: bool = False
    pairs: bool = False
    joined: bool = False
    words: Mapping[str, int] = field(default_factory=dict)


def key(
    doc: str,
    default: Any = None,
    *,
    factory: Callable[[], Any] | None = None,
    example: str = "",
    **manner: Any,
) -> Any:
    """A field that people write: its explanation for the manual, an example, and its `Manner`."""
    metadata = {"doc": doc, "example": example, "manner": Manner(**manner)}
    if factory:
        return field(default_factory=factory, metadata=metadata)
    return field(default=default, metadata=metadata)
