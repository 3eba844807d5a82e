"""In: the addresses of finished pages. Out: whether they may become files.

An address is relative and has forward slashes, as "goals/earn-pmp/index.html". One that could leave
the folder, or that some computer cannot hold, is a fault of the program, not of the person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LEDGER = ".milepost-ledger"
STAGING = ".milepost-new-"

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # and halves of letters
# Windows keeps these for devices, whatever the ending: "nul.html" is the device too.
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE
)


def fault(address: str) -> str:
    """What is wrong with an address, as a phrase ("has a backslash"); "" when nothing is."""
    if not address:
        return "is empty"
    if _CONTROL.search(address):
        return "has a control character"
    if "\\" in address:
        return "has a backslash"
    if ":" in address:
        return "has a colon, which names a drive on Windows"
    if address.startswith("/"):
        return "starts with a slash"
    parts = address.split("/")
    if parts[0].lower().startswith((LEDGER, STAGING)):
        return "is a name that milepost keeps for itself"
    for part in parts:
        if part == "":
            return "has an empty step"
        if part in (".", ".."):
            return f"has the step {part!r}"
        if part.endswith((".", " ")):
            return "has a step that ends with a dot or a space, which Windows drops"
        if _DEVICE.fullmatch(part):
            return f"has the step {part!r}, which is a device on Windows"
    return ""


def check_addresses(addresses: Iterable[str]) -> None:
    """Nothing, when all the addresses may be written side by side.

    Raises ValueError for an address with a `fault`, and for a file that would also have to be a
    folder ("a" beside "a/b").
    """
    known = set(addresses)
    for address in sorted(known):
        if wrong := fault(address):
            raise ValueError(f"the address {address!r} {wrong}")
        for above in parents(address):
            if above in known:
                raise ValueError(
                    f"the address {above!r} is both a page and the folder of {address!r}"
                )


def parents(address: str) -> tuple[str, ...]:
    """The folders above an address, outermost first: "a/b/c.html" gives "a", "a/b"."""
    parts = address.split("/")
    return tuple("/".join(parts[:count]) for count in range(1, len(parts)))


def folded(address: str) -> str:
    """The address as a file system sees it that takes A for a, and é in two signs for é in one."""
    return unicodedata.normalize("NFC", address).casefold()
