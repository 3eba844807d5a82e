"""What can be wrong with a site rather than with the words in it, and how it is said.

In: what was found. Out: findings F901 to F906, documented as every rule is.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from milepost.findings import Finding, Place, Severity, declare


def shared_address(place: Place, address: str, first: str, moved: str) -> Finding:
    """Two pages would have one address, so the second gets another.

    Some computers take `Read` and `read` for one name, so addresses that differ only in this are
    one address as well. Nothing is lost: the page that comes second stands at an address with a
    number behind it, but links from elsewhere may not find it there.

    Flagged: `content/pages/goals.md`, whose page would be the list of goals.
    Fine: `content/pages/my-goals.md`
    """
    return SHARED_ADDRESS.finding(
        place,
        f"The address /{address} is taken by {first}; this page stands at /{moved} instead.",
        "Rename the file, so that its page has an address of its own.",
    )


def unknown_theme(place: Place, name: str, known: Sequence[str]) -> Finding:
    """The settings name a theme that milepost does not have.

    The site is made with the usual theme. Themes of your own need no name: files in the journal's
    folder `theme/` go before those of the shipped theme, one by one.

    Flagged: `theme: milepots`
    Fine: `theme: milepost`
    """
    near = get_close_matches(name, known, 1)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    listed = ", ".join(known)
    return UNKNOWN_THEME.finding(
        place,
        f"There is no theme {name!r}; the site is made with the theme 'milepost'.",
        f"{hint}The themes that come with milepost are: {listed}.",
    )


def broken_template(place: Place, message: str, page: str) -> Finding:
    """A template of the theme cannot be used, so no site can be made.

    The message names the template, its line and the page that it was making. The site of the last
    build stays as it was.

    Flagged: `{{ goal.titel }}`
    Fine: `{{ goal.title }}`
    """
    making = f" while making {page}" if page else ""
    return BROKEN_TEMPLATE.finding(
        place,
        f"The template {place.path} fails on line {place.line}{making}: {message}.",
        "Mend that line; docs/themes.md lists all that a template is given.",
    )


def unreadable_theme_file(place: Place, message: str) -> Finding:
    """A file of your own theme cannot be read, so the shipped file of its name is used.

    Flagged: a template saved in an encoding other than UTF-8, a link that leaves the journal
    Fine: a template saved as UTF-8
    """
    return UNREADABLE_THEME_FILE.finding(
        place,
        f"This file of the theme is left out: {message}.",
        "Save it as plain UTF-8 text inside the journal's folder theme/.",
    )


def unknown_in_menu(place: Place, name: str, known: Sequence[str]) -> Finding:
    """The menu names a page that the site does not have.

    Flagged: `menu: [goals, abuot]`
    Fine: `menu: [goals, about]`
    """
    near = get_close_matches(name, known, 1)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    return UNKNOWN_IN_MENU.finding(
        place,
        f"The menu names {name!r}, and there is no such page.",
        f"{hint}Write the name of a file in content/pages/ without its .md, or one of: "
        f"{', '.join(known)}.",
    )


def missing_picture(place: Place, name: str) -> Finding:
    """The prose shows a picture that the journal does not have.

    Its words are shown in its place. Pictures from other sites are shown as links, since a page of
    milepost fetches nothing from elsewhere.

    Flagged: `![the bridge](bridge.jgp)`
    Fine: `![the bridge](bridge.jpg)`
    """
    return MISSING_PICTURE.finding(
        place,
        f"There is no file {name!r} to show here; its words stand in its place.",
        "Write its path from this file on, or from the journal's root as static/NAME.",
    )


SHARED_ADDRESS = declare("F901", "shared-address", Severity.WARNING, shared_address)
UNKNOWN_THEME = declare("F902", "unknown-theme", Severity.ERROR, unknown_theme)
BROKEN_TEMPLATE = declare("F903", "broken-template", Severity.ERROR, broken_template)
UNREADABLE_THEME_FILE = declare(
    "F904", "unreadable-theme-file", Severity.ERROR, unreadable_theme_file
)
UNKNOWN_IN_MENU = declare("F905", "unknown-in-menu", Severity.WARNING, unknown_in_menu)
MISSING_PICTURE = declare("F906", "missing-picture", Severity.WARNING, missing_picture)
RULES = (
    SHARED_ADDRESS,
    UNKNOWN_THEME,
    BROKEN_TEMPLATE,
    UNREADABLE_THEME_FILE,
    UNKNOWN_IN_MENU,
    MISSING_PICTURE,
)
