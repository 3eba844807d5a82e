"""P1: personal data in what others may read.

In: the texts that are shared or public. Out: findings at each place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.context import CheckContext
from milepost.checks.rule import Remark, rule
from milepost.findings import Place
from milepost.journal.numbers import MONEY
from milepost.journal.words import Visibility
from milepost.patterns import late

_EMAIL = late(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}(?![\w-])")
_MADE_UP = re.compile(r"@(?:.*\.)?(?:example(?:\.(?:com|org|net))?|\w+\.(?:test|invalid|example))$")
_PHONE = late(
    r"(?<![\w+.,/-])(?:\+|00)[1-9](?:[ ()./-]{0,2}[0-9]){7,13}(?![\w-])"
    r"|(?<![\w+.,/-])\(?0[1-9](?:[ ()./-]{0,2}[0-9]){7,10}(?![\w-])"
    r"|(?<![\w+.,/-])(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[-. ])[0-9]{3}[-. ][0-9]{4}(?![\w-])"
)
_ISBN = re.compile(r"ISBN\S*[ :]*$", re.IGNORECASE)
_NEAR = 40
"""So many signs before a number may say that it is none of a telephone."""
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}(?!\w)")
_AMOUNT = r"[0-9][0-9., ’']*k?"
_CURRENCY = rf"(?:{MONEY}|EUR|USD|GBP|CHF|euros?|dollars?|pounds?)"
_MONEY = rf"(?:{MONEY} ?{_AMOUNT}|{_AMOUNT} ?{_CURRENCY})"
_PAY = (
    r"(?:salar(?:y|ies)|wages?|income|payslip|pay ?che(?:ck|que)|remuneration|take-home pay|i earn|"
    r"my pay|gehalt|lohn|salaire|sueldo|salario|stipendio|salário|salaris|lön|pensja)"
)
_PAID = late(rf"(?<!\w){_PAY}(?!\w)", re.IGNORECASE)
_SALARY = late(
    rf"(?<!\w){_PAY}(?!\w)[^.!?\n]{{0,50}}?(?<!\w){_MONEY}"
    rf"|(?<!\w){_MONEY}[^.!?\n]{{0,30}}?(?<!\w){_PAY}(?!\w)",
    re.IGNORECASE,
)

EMAIL, PHONE = "an e-mail address", "a phone number"
ACCOUNT, EARNINGS = "the number of a bank account", "what somebody earns"


@rule("P101", "email-address-shown")
def email(context: CheckContext) -> Iterator[Remark]:
    """An e-mail address stands in something that others may read.

    Pages are read by machines that collect addresses. Those of `example.org` and its like are
    nobody's.

    Flagged:
        == content/journal/2026-W46.md ==
        ---
        visibility: shared
        ---
        Write to bea.lindt@posteo.example.eu about the boat.
    Fine:
        == content/journal/2026-W46.md ==
        ---
        visibility: shared
        ---
        Write to Bea about the boat.
    """
    yield from _told(context, EMAIL)


@rule("P102", "phone-number-shown")
def phone(context: CheckContext) -> Iterator[Remark]:
    """A phone number stands in something that others may read.

    Flagged:
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        Ring the yard: +32 470 12 34 56.
    Fine:
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        Ring the yard. The book is ISBN 0-306-40615-2.
    """
    yield from _told(context, PHONE)


@rule("P103", "bank-account-shown")
def iban(context: CheckContext) -> Iterator[Remark]:
    """The number of a bank account (an IBAN) stands in something that others may read.

    Only numbers with a right check sum are told.

    Flagged:
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        The club's account is GB82 WEST 1234 5698 7654 32.
    Fine:
        == content/journal/2026-W46.md ==
        ---
        visibility: public
        ---
        The part is GB82 WEST 1234 5698 7654 33.
    """
    yield from _told(context, ACCOUNT)


@rule("P104", "salary-shown")
def salary(context: CheckContext) -> Iterator[Remark]:
    """What somebody earns stands in something that others may read.

    That is an amount of money near a word like salary, wage or income.

    Flagged:
        == content/journal/2026-W46.md ==
        ---
        visibility: shared
        ---
        They offered a salary of 54,000 EUR.
    Fine:
        == content/journal/2026-W46.md ==
        ---
        visibility: shared
        ---
        They made an offer.

        ::: private
        They offered a salary of 54,000 EUR.
        :::
    """
    yield from _told(context, EARNINGS)


def _told(context: CheckContext, what: str) -> Iterator[Remark]:
    """Each text of a kind that is found in what others may read, once a place."""
    seen: set[tuple[Place, str]] = set()
    told = {
        (part.document.path, part.steps, words): part
        for part, (kind, words) in context.shared.found("personal data", _personal)
        if kind == what
    }
    for (_, _, words), part in told.items():
        place = context.locate_published(part, words)
        if (place, words) in seen:
            continue
        seen.add((place, words))
        who = part.document.visibility
        readers = "everybody" if who is Visibility.PUBLIC else "your supporters"
        yield (
            place,
            f"{what} stands here, and {readers} can read it",
            "leave it out, put it between `::: private` and `:::`, or write "
            "`visibility: private` at the top of the file"
            if not part.steps
            else "leave it out, or write `visibility: private` at the top of the file",
        )


def _personal(text: str) -> Iterator[tuple[str, str]]:
    """Everything personal in a text, each with what it is."""
    for what, find in _KINDS.items():
        for words in find(text):
            yield what, words


def _emails(text: str) -> Iterator[str]:
    if "@" in text:
        yield from (m[0] for m in _EMAIL.finditer(text) if not _MADE_UP.search(m[0].lower()))


def _phones(text: str) -> Iterator[str]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"[^0-9]", "", match[0])
        day = re.fullmatch(r"[0-3]?[0-9][./-][0-1]?[0-9][./-](?:19|20)[0-9]{2}", match[0])
        if (
            day
            or len(digits) > 15
            or _ISBN.search(text, max(match.start() - _NEAR, 0), match.start())
        ):
            continue
        yield match[0].strip()


def _ibans(text: str) -> Iterator[str]:
    for match in _IBAN.finditer(text):
        parts = match[0].split(" ")
        while len(parts) > 1 and not _is_iban("".join(parts)):
            parts.pop()  # words in capitals may follow
        if _is_iban("".join(parts)):
            yield " ".join(parts)


def _is_iban(text: str) -> bool:
    """Whether the check digits hold (ISO 13616: the remainder by 97 is 1)."""
    if not 15 <= len(text) <= 34:
        return False
    return int("".join(str(int(letter, 36)) for letter in text[4:] + text[:4])) % 97 == 1


def _salaries(text: str) -> Iterator[str]:
    if _PAID.search(text):
        yield from (match[0].strip() for match in _SALARY.finditer(text))


_KINDS = {EMAIL: _emails, PHONE: _phones, ACCOUNT: _ibans, EARNINGS: _salaries}
