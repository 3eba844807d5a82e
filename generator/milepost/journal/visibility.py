"""Who may see a file: its own word, the flags of other tools, else the settings' default.

In: the keys of a file, and its text. Out: a `Visibility` and findings. What cannot be read means
private, and of two answers the more private one holds. A key that looks as if it said who may see
something, and that nothing reads, hides the file in which it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from milepost.findings import Finding
from milepost.journal import faults
from milepost.journal.nodes import Items, Keys, Node, Text, folded
from milepost.journal.words import Visibility

TRUE, FALSE = {"true", "yes", "on", "1", "y"}, {"false", "no", "off", "0", "n"}
_HIDES_WHEN = {
    "draft": True,
    "private": True,
    "hidden": True,
    "publish": False,
    "published": False,
    "public": False,
    "share": False,
    "shared": False,
}
_SHOWS = {
    "publish": Visibility.PUBLIC,
    "published": Visibility.PUBLIC,
    "public": Visibility.PUBLIC,
    "share": Visibility.SHARED,
    "shared": Visibility.SHARED,
}
KEYS = {"visibility", *_HIDES_WHEN}
"""The keys that this module reads, folded."""

_OTHERS = {
    "hide": True,
    "nopublish": True,
    "unpublish": True,
    "notpublic": True,
    "unlisted": True,
    "unpublished": True,
    "secret": True,
    "confidential": True,
    "noindex": True,
    "exclude": True,
    "excluded": True,
    "headless": True,
    "listed": False,
    "listable": False,
    "searchable": False,
}
"""What other tools call it, with the answer that hides."""
_NOT = {"no", "non", "not", "dont", "never", "without", "disable", "disabled", "skip"}
"""Words that turn a flag round: `no-publish: true` hides, so whatever stands there does."""
_STATES = {"status", "state", "stage", "post_status", "access", "audience", "privacy"}
"""Keys of other tools whose value may be one of these words."""
_HIDDEN_STATES = {"draft", "private", "hidden", "unlisted", "unpublished", "secret", "me", "owner"}
_SAID_ELSEWHERE = frozenset(
    """
    visible invisible access audience privacy
    sichtbarkeit sichtbar privat entwurf versteckt verborgen geheim offentlich oeffentlich geteilt
    veroffentlicht veroeffentlicht veroffentlichen veroeffentlichen
    visibilite prive privee brouillon cachee publie publique publier partage
    visibilidad privado privada borrador oculto oculta publicado publico publica compartido
    visibilita privato bozza nascosto pubblicato pubblico condiviso
    zichtbaarheid zichtbaar verborgen openbaar gepubliceerd gedeeld
    visibilidade rascunho compartilhado
    synlighet synlig utkast dold skjult kladde offentlig delad
    widocznosc prywatne prywatny szkic ukryty publiczne publiczny
    видимость приватно черновик скрыто 可见性 私密 草稿 隐藏 公开 非公開 下書き 公開
    """.split()  # noqa: SIM905
)
"""The same in other languages, without accents. None of them is read; each hides."""
_PLAIN = frozenset(
    """
    publisher publishers publication publications published_by publication_date publishing_house
    shape shade shard spare stare scare snare shore shire sharp drift graft
    share_link share_hash share_updated shares shared_with publicity republic
    """.split()  # noqa: SIM905
)
"""Keys that only look like one of these."""
_WORDS = frozenset({*KEYS, *_OTHERS, "drafts", "visible", "visibilities"})
_LONG = 6
"""Letters from which on a word of two slips is still the word that was meant."""
_SAID = re.compile(r"""['"]?([\w -]{2,30}?)['"]?[ \t]*(?:::?|=)[ \t]*['"]?(\w+)['"]?""")
_LONGEST_SAID = 80
_WITHIN = re.compile(r"\bvisibility\s*[:=]\s*['\"]?\w", re.IGNORECASE)


def decide(
    keys: Keys | None,
    default: Visibility,
    *,
    whole: bool,
    known: Collection[str] = (),
    by_name: Collection[str] = (),
) -> tuple[Visibility, bool, list[Finding]]:
    """Who may see the file with these keys, and whether that is private for want of certainty.

    `whole` says whether all of the front matter could be read: where it could not, a lost line may
    have said "private", so the file counts as private. `known` are the keys that the file may have
    otherwise; in those `by_name` each line has a name of the writer's own, as a goal or a skill.
    """
    answers: list[Visibility] = []
    unsure = not whole
    findings: list[Finding] = []
    for key, node in keys.pairs if keys else ():
        name = folded(key.value)
        answer: Visibility | str | None
        if name not in KEYS:
            doubts = list(_doubts(key, node, known, by_name))
            findings += doubts
            unsure |= bool(doubts)
            continue
        answer = _said(node) if name == "visibility" else _flag(name, node)
        if answer == "unread":
            text = node.value.strip() if isinstance(node, Text) else "a list"
            findings.append(faults.visibility_unread(node.place, key.value, text))
            unsure = True
        elif isinstance(node, Text) and node.quoted and node.value.strip().lower() in TRUE | FALSE:
            findings.append(faults.quoted_boolean(node.place, node.value.strip()))
        if isinstance(answer, Visibility):
            answers.append(answer)
    if unsure:
        return Visibility.PRIVATE, True, findings
    return next((seen for seen in Visibility if seen in answers), default), False, findings


def in_words(text: str, code: Collection[int] = ()) -> Iterator[tuple[int, str]]:
    """The lines, from 0, of prose that read like a key that says who may see it, and the key.

    So reads the front matter of a note whose `---` were forgotten, or a field of another tool.
    Lines of `code` are passed over.
    """
    for number, line in enumerate(text.split("\n")):
        plain = line.strip(" \t>*+-()[]")
        match = _SAID.fullmatch(plain) if len(plain) <= _LONGEST_SAID else None
        if match is None or number in code:
            continue
        name, value = folded(match[1]), match[2].lower()
        words = TRUE | FALSE if name != "visibility" else set()
        if (name in KEYS and value in words) or (
            _near(name, {"visibility"}) and value in words | {seen.value for seen in Visibility}
        ):
            yield number, match[1].strip()


def about(key: str) -> bool:
    """Whether a key looks as if it said who may see something.

    >>> about("visiblity"), about("dg-publish"), about("isPrivate"), about("publisher")
    (True, True, True, False)
    """
    parts = _parts(key)
    whole = "".join(parts)
    return "_".join(parts) not in _PLAIN and (
        whole in _SAID_ELSEWHERE
        or _near(whole, _WORDS)
        or any(part in _WORDS or (len(part) > _LONG and _near(part, _WORDS)) for part in parts)
    )


def hides(key: Text, node: Node) -> bool:
    """Whether a key that is not read hides what it stands in."""
    return about(key.value) and not _says_nothing(key.value, node)


def _doubts(
    key: Text, node: Node, known: Collection[str], by_name: Collection[str]
) -> Iterator[Finding]:
    """What a key that is not read here tells all the same of who may see the file."""
    name = folded(key.value)
    own = name in known
    if name in _STATES and isinstance(node, Text):
        if node.value.strip().lower() in _HIDDEN_STATES:
            yield faults.privacy_key(key.place, key.value)
            return
        own = own or name not in {"access", "audience", "privacy"}
    if not own and hides(key, node):
        yield faults.privacy_key(key.place, key.value)
        return
    yield from _inside(node, names=name in by_name)


def _inside(node: Node, *, names: bool = False) -> Iterator[Finding]:
    """Keys of this kind within a value, where none is read."""
    if isinstance(node, Text):
        if _WITHIN.search(node.value):
            yield faults.privacy_key(node.place, "visibility")
    elif isinstance(node, Items):
        for item in node.items:
            yield from _inside(item, names=names)
    else:
        for key, value in node.pairs:
            if _near(folded(key.value), {"visibility"}) or (not names and hides(key, value)):
                yield faults.privacy_key(key.place, key.value)
            else:
                yield from _inside(value)


def _says_nothing(key: str, node: Node) -> bool:
    """Whether a flag of another tool (`dg-publish: true`) is read, and does not hide."""
    word = node.value.strip().lower() if isinstance(node, Text) else ""
    flags = _HIDES_WHEN | _OTHERS
    parts = _parts(key)
    hides = {flags[part] for part in parts if part in flags}
    return (
        bool(hides)
        and not _NOT & set(parts)
        and word in TRUE | FALSE
        and (word in TRUE) not in hides
    )


def _parts(key: str) -> list[str]:
    """The words of a key, in small letters without accents: `dg-publish` and `dgPublish` alike."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key.strip())
    plain = unicodedata.normalize("NFKD", apart.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [part for part in re.split(r"[\W_]+", plain) if part]


def _near(word: str, words: Collection[str]) -> bool:
    """Whether a word is one of these, but for a slip of the pen; two in a long one.

    A short word that begins with another letter is another word (`care`, `share`), unless its first
    two are swapped; in one of six letters the first may be the one that slipped.
    """
    if not 4 <= len(word) <= 20:
        return word in words
    letters = set(word)

    def slipped(meant: str) -> bool:
        slips = 2 if len(meant) > _LONG + 1 else 1
        # A slip changes two letters at most, so most words are told apart by their letters alone.
        if abs(len(word) - len(meant)) > slips or len(letters ^ set(meant)) > 2 * slips:
            return False
        if word[0] != meant[0] and word[1] + word[0] != meant[:2]:
            return len(meant) >= _LONG and _distance(word, meant) <= 1
        return _distance(word, meant) <= slips

    return any(slipped(meant) for meant in words)


def _distance(one: str, other: str) -> int:
    """How many letters are put in, left out, changed or swapped (Damerau 1964) between words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if earlier and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]


def _said(node: Node) -> Visibility | str:
    if not isinstance(node, Text):
        return "unread"
    word = node.value.strip().lower()
    return Visibility(word) if word in {seen.value for seen in Visibility} else "unread"


def _flag(name: str, node: Node) -> Visibility | str | None:
    """What a flag of another tool says: hide, show, nothing, or it cannot be read."""
    word = node.value.strip().lower() if isinstance(node, Text) else ""
    if word not in TRUE | FALSE:
        return "unread"
    flag = word in TRUE
    if flag is _HIDES_WHEN[name]:
        return Visibility.PRIVATE
    return _SHOWS.get(name)
