"""Settings that name something outside the journal: an address, a time zone, a language.

In: the settings as written. Out: the settings with what names nothing left out, and findings that
name what was likely meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from milepost.addresses import site_url, spelled
from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.model import Settings

_OWN_NAMES = ("de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "fi", "cs", "ru", "ja", "zh")
"""Languages that are known by their own names too, as `deutsch`."""


def with_known_names(settings: Settings) -> tuple[Settings, list[Finding]]:
    """The settings without an address or a language that is none; a misnamed time zone is told."""
    findings: list[Finding] = []
    if settings.url:
        url = site_url(settings.url)
        if not url:
            findings.append(faults.not_an_address(settings.at("url"), settings.url))
        settings = replace(settings, url=url)
    if not is_time_zone(settings.timezone):
        near = near_time_zones(settings.timezone)
        findings.append(faults.no_time_zone(settings.at("timezone"), settings.timezone, near))
    if not _is_language(settings.language):
        code = _code_of(settings.language)
        findings.append(faults.no_language(settings.at("language"), settings.language, code))
        settings = replace(settings, language=code or Settings().language)
    return settings, findings


def is_time_zone(name: str) -> bool:
    """Whether a time zone has this name, letter for letter; nothing at all is the machine's own."""
    from zoneinfo import ZoneInfo

    try:
        return not name or bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return False


def near_time_zones(name: str) -> tuple[str, ...]:
    """Up to three names of time zones that were likely meant: by the city, else by the letters.

    >>> near_time_zones("brussels")
    ('Europe/Brussels',)
    """
    from zoneinfo import available_timezones

    names = {spelled(zone): zone for zone in sorted(available_timezones())}
    cities: dict[str, list[str]] = {}
    for plain, zone in names.items():
        if not plain.startswith(("etc/", "posix/", "right/", "systemv/")):
            cities.setdefault(plain.rpartition("/")[2], []).append(zone)
    wanted = spelled(name).strip().replace(" ", "_").replace("\\", "/")
    if wanted in names:
        return (names[wanted],)
    near = get_close_matches(wanted.rpartition("/")[2], cities, n=3, cutoff=0.75)
    found = [zone for city in near for zone in cities[city]]
    found = found or [names[plain] for plain in get_close_matches(wanted, names, n=3, cutoff=0.75)]
    return tuple(found[:3])


def _is_language(name: str) -> bool:
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


def _code_of(name: str) -> str:
    """The tag of a language that is called by its name, in English or its own; else nothing."""
    from babel import Locale

    codes: dict[str, str] = {}
    english: Mapping[str, str] = Locale("en").languages
    codes |= {spelled(own): code for code, own in english.items() if _is_language(code)}
    codes |= {spelled(str(Locale(code).language_name)): code for code in _OWN_NAMES}
    near = get_close_matches(spelled(name).strip(), codes, n=1, cutoff=0.8)
    return codes[near[0]] if near else ""
