"""The sentences in the languages that have them: gettext catalogues, one file a language.

In: a language tag. Out: translations; English, in which the sentences are written, where there is
no catalogue. `catalogues/de.po` is what people edit; `make catalogues` makes `de.mo` of it.
"""

from __future__ import annotations

import gettext
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).with_name("catalogues")


def deferred(message: str) -> str:
    """A message that is said later, by `Voice.say`: marks it for the catalogues."""
    return message


def deferred_meaning(context: str, message: str) -> tuple[str, str]:
    """The same for a message that English uses for several things, said by `Voice.meaning`."""
    return context, message


@lru_cache
def translations(language: str) -> gettext.NullTranslations:
    """The translations for a tag such as `de` or `de-AT`; English where none fit."""
    tag = language.strip().replace("-", "_").lower()
    for name in (tag, tag.split("_")[0]):
        path = FOLDER / f"{name}.mo"
        if name.isidentifier() and path.is_file():
            with path.open("rb") as file:
                return gettext.GNUTranslations(file)
    return gettext.NullTranslations()
