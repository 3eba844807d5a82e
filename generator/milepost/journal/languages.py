"""What is known of languages by their tags: that there is one, and how it writes tenths.

In: a tag such as `pt-BR`, or a name such as `german`. Out: facts, for reading what people write;
what is printed for them is the printer's alone. Babel is imported when first asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from milepost.addresses import spelled

_OWN_NAMES = ("de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "fi", "cs", "ru", "ja", "zh")
"""Languages that are known by their own names too, as `deutsch`."""


def is_language(name: str) -> bool:
    """Whether a tag is one of a language that is known, as `en`, `pt-BR` or `zh_Hant`."""
    from babel import Locale, UnknownLocaleError

    tag = name.strip().replace("_", "-")
    for known in (tag, tag.partition("-")[0]):
        try:
            Locale.parse(known, sep="-")
        except (ValueError, TypeError, UnknownLocaleError):
            continue
        return True
    return False


def code_of(name: str) -> str:
    """The tag of a language that is called by its name, in English or its own; else nothing."""
    from babel import Locale

    codes: dict[str, str] = {}
    english: Mapping[str, str] = Locale("en").languages
    codes |= {spelled(own): code for code, own in english.items() if is_language(code)}
    codes |= {spelled(str(Locale(code).language_name)): code for code in _OWN_NAMES}
    near = get_close_matches(spelled(name).strip(), codes, n=1, cutoff=0.8)
    return codes[near[0]] if near else ""


@cache
def says_comma(language: str) -> bool:
    """Whether a language writes a comma before tenths."""
    if language == "en":  # as most journals are, which then need no Babel
        return False
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language.strip().replace("-", "_"))
    except (ValueError, TypeError, UnknownLocaleError):
        return False
    return bool(locale.number_symbols.get("latn", {}).get("decimal") == ",")
