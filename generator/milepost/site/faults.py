"""What can be wrong with a site rather than with the words in it, and how it is said.

In: what was found. Out: findings F901 to F905, documented as every rule is.
"""

from __future__ import annotations

from collections.abc import Sequence

from milepost.findings import Severity
from milepost.journal.faults.fault import Words, fault
from milepost.journal.scalars import nearest

LEAVES_JOURNAL = "it is a link that leaves the journal"
"""Why a file of a theme is not read."""


def not_utf8(line: int) -> str:
    """The same for a file in another encoding."""
    return f"it is not UTF-8 (see line {line})"


def theme_file(address: str) -> str:
    """What has an address already: a file that the theme writes."""
    return f"the theme's file {address}"


def page_titled(title: str) -> str:
    """What has an address already: a page that no file of the journal stands behind."""
    return f"the page “{title}”"


@fault("F901", "shared-address", Severity.WARNING)
def shared_address(address: str, first: str, moved: str) -> Words:
    """Two pages would have one address, so the second gets another.

    Some computers take `Read` and `read` for one name, so addresses that differ only in this are
    one address as well. Nothing is lost: the page that comes second stands at an address with a
    number behind it, but links from elsewhere may not find it there.

    Flagged:
        == content/pages/goals.md ==
        ---
        title: What I want
        ---
        Its page would stand where all goals are listed.
    Fine:
        == content/pages/my-goals.md ==
        ---
        title: What I want
        ---
        Its page has an address of its own.
    """
    return (
        f"the address /{address} is taken by {first}; this page stands at /{moved} instead",
        "rename the file, so that its page has an address of its own",
    )


@fault("F902", "unknown-theme")
def unknown_theme(name: str, known: Sequence[str]) -> Words:
    """The settings name a theme that milepost does not have.

    The site is made with the usual theme. Themes of your own need no name: files in the journal's
    folder `theme/` go before those of the shipped theme, one by one.

    Flagged:
        == milepost.yaml ==
        theme: milepots
    Fine:
        == milepost.yaml ==
        theme: milepost
    """
    near = nearest(name, known)
    hint = f"did you mean {near}? " if near else ""
    return (
        f"there is no theme called {name}; the site is made with the theme milepost",
        f"{hint}the themes that come with milepost are {', '.join(known)}",
    )


@fault("F903", "broken-template")
def broken_template(template: str, line: int, page: str, reason: str) -> Words:
    """A template of the theme cannot be used, so no site can be made.

    The message names the template, its line and the page that it was making. The site of the last
    build stays as it was.

    Flagged:
        == theme/templates/goals.html ==
        <h1>{{ page.titel }}</h1>
    Fine:
        == theme/templates/goals.html ==
        <h1>{{ page.title }}</h1>
    """
    return (
        f"the template {template} fails on line {line} while it makes {page}: {reason}",
        "mend that line; docs/themes.md lists all that a template is given",
    )


@fault("F904", "unreadable-theme-file")
def unreadable_theme_file(reason: str) -> Words:
    """A file of your own theme cannot be read, so the shipped file of its name is used.

    It may be saved in an encoding other than UTF-8, or be a link that leaves the journal.

    Flagged:
        == theme/templates/goals.html ==
        <h1>Zi⟨e9⟩le</h1>
    Fine:
        == theme/templates/goals.html ==
        <h1>Ziele</h1>
    """
    return (
        f"this file of the theme is left out: {reason}",
        "save it as plain UTF-8 text inside the journal's folder theme/",
    )


_BEGINS = {"notes": "a file lies in content/pages/"}
"""What makes a page that the menu alone does not make."""


@fault("F905", "unknown-in-menu", Severity.WARNING)
def unknown_in_menu(name: str, known: Sequence[str]) -> Words:
    """The menu names a page that the site does not have, or does not have yet.

    Flagged:
        == milepost.yaml ==
        menu: [dashboard, gaols]
    Flagged:
        == milepost.yaml ==
        menu: [dashboard, notes]
    Fine:
        == milepost.yaml ==
        menu: [dashboard, goals, skills, budget, learning]
    """
    if begins := _BEGINS.get(name.strip().casefold(), ""):
        return (
            f"the menu names {name}, and there is no such page yet",
            f"it is there as soon as {begins}; leave it out of the menu until then",
        )
    near = nearest(name, known)
    hint = f"did you mean {near}? " if near else ""
    return (
        f"the menu names {name}, and there is no such page",
        f"{hint}write the name of a file in content/pages/ without its .md, or one of "
        f"{', '.join(known)}",
    )


RULES = tuple(
    each.rule
    for each in (
        shared_address,
        unknown_theme,
        broken_template,
        unreadable_theme_file,
        unknown_in_menu,
    )
)
"""The rules of this room, in the order of their codes."""
