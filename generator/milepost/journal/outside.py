"""Settings that name something outside the journal: an address, a time zone, a language.

In: the settings as written. Out: the settings with what names nothing left out, and findings that
name what was likely meant.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from milepost.addresses import site_url, spelled
from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.languages import code_of, is_language
from milepost.journal.model import Settings


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
    usual = Settings().language
    if settings.language != usual and not is_language(settings.language):
        code = code_of(settings.language)
        findings.append(faults.no_language(settings.at("language"), settings.language, code))
        settings = replace(settings, language=code or usual)
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
