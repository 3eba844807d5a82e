"""The texts of `texts/` in a language, line by line.

In: a text as its file has it, a voice. Out: the same with its words in the language of the voice;
and all its words, for the catalogues.

Words are what a person reads: behind a key that takes words, in a list, behind a `#`, below the
front matter, and in the questions of a template. Keys, gaps, days and signs stay in their place,
and so does what only milepost reads, as `milestones` or `private`, which all languages have alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from milepost.voice.voice import Voice

_FENCE = "---"
_GAP = r"\$\w+|\{(?:due|start|[0-9]+ %)\}|=(?:[0-9]+|\{[^{}]+\})"
"""Days and numbers that stand before the words of a step."""
_ITEM = re.compile(
    rf"(?P<before>\s*-\s+(?:\[ \]\s+)?(?:(?:{_GAP})\s+)*)(?P<words>\S.*?)"
    r"(?P<behind>(?:\s+\(weight [0-9]+\))?)"
)
_VALUE = re.compile(
    r"(?P<before>(?:title|areas?|specific|measurable|achievable|relevant|support|reward):\s+)"
    r"(?P<words>\S.*)"
)
_OURS = re.compile(r"[\s0-9\[\]]*|milestones|tasks|\$\w+|\{\w+\}")
"""Values that are no words: a number, nothing, a word of milepost's own, a single gap."""
_COMMENT = re.compile(r"(?P<value>.*?)(?P<sign>(?:^|(?<=\s))#\s+)(?P<words>\S.*)")
_LEFT_OUT = re.compile(r"[a-z_]+:\s.*")
"""A setting that stands behind a `#` until somebody wants it."""
_TEXT = re.compile(r"(?P<before>#+\s+|)(?P<words>\S.*)")
_BLANK = re.compile(r"(?P<before>[a-z]+: )(?P<words>[^|]+?)(?P<behind>(?: \| .*)?)")
_PROPOSED = re.compile(r"(?P<before> \| )(?P<words>[a-z ]+)")
"""What a template proposes in words; most propose a number."""

_Say = Callable[[str], str]


def in_tongue(text: str, voice: Voice) -> str:
    """A text in the language of a voice; as it is where that has no catalogue."""
    return _told(text, voice.say)


def words_of(text: str) -> Iterator[str]:
    """The words of a text, each as a catalogue has it."""
    found: list[str] = []

    def kept(words: str) -> str:
        found.append(words)
        return words

    _told(text, kept)
    yield from found


def _told(text: str, say: _Say) -> str:
    """A text with all its words said anew: the head of a template, front matter, what is below."""
    head, parted, rest = text.partition(f"{_FENCE}\n")
    if not parted:  # it is settings, a key or a line of them, and has nothing but keys
        return _each(text, say, _of_keys)
    keys, _, below = rest.partition(f"\n{_FENCE}\n")
    return (
        f"{_each(head, say, _of_head)}{parted}"
        f"{_each(keys, say, _of_keys)}\n{_FENCE}\n{_each(below, say, _of_body)}"
    )


def _each(lines: str, say: _Say, told: Callable[[str, _Say], str]) -> str:
    return "\n".join(told(line, say) for line in lines.split("\n"))


def _of_head(line: str, say: _Say) -> str:
    """What a template is for, or a blank with its question."""
    match = _BLANK.fullmatch(line)
    if not match:
        return say(line) if line else line
    if match["before"] == "takes: ":
        return line
    proposed = _PROPOSED.fullmatch(match["behind"])
    behind = _put(proposed, say) if proposed else match["behind"]
    return f"{match['before']}{say(match['words'])}{behind}"


def _of_keys(line: str, say: _Say) -> str:
    """A line of settings or front matter; its comment keeps its column where it can."""
    comment = _COMMENT.fullmatch(line)
    if not comment:
        match = _VALUE.fullmatch(line) or _ITEM.fullmatch(line)
        return _put(match, say) if match else line
    words = comment["words"]
    words = _of_keys(words, say) if _LEFT_OUT.fullmatch(words) else say(words)
    value = comment["value"]
    said = _of_keys(value.rstrip(), say)
    return f"{said.ljust(len(value) - 1) + ' ' if value else ''}{comment['sign']}{words}"


def _of_body(line: str, say: _Say) -> str:
    match = _ITEM.fullmatch(line) or _TEXT.fullmatch(line)
    return _put(match, say) if match else line


def _put(match: re.Match[str], say: _Say) -> str:
    """A line whose words are said, with what stands before and behind them."""
    if _OURS.fullmatch(match["words"]):
        return match[0]
    return f"{match['before']}{say(match['words'])}{match.groupdict().get('behind') or ''}"
