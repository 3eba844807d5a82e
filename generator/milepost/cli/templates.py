"""`milepost new goal --template`: a goal of a template, and the list of them.

In: parsed arguments, and in a terminal answers. Out: a goal's file where none stood, and its path
on standard output; or the list.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from milepost.addresses import spelled
from milepost.cli.shared import MISUSED, OK, Stop, root_of, say, today, typed
from milepost.journal.numbers import Misread
from milepost.journal.scalars import nearest
from milepost.scaffold.templates import Template, templates
from milepost.voice.asking import how_to_answer
from milepost.voice.english import listed

_NEW = "milepost new goal"


def listing(language: str) -> int:
    """Print the templates, a line each, in the language of the journal."""
    known = templates(language)
    width = max(map(len, known))
    for name, template in known.items():
        print(f"{name:<{width}}  {template.about}")
    return OK


def run(args: Namespace) -> int:
    """Fill a template, by questions where somebody is there, and write the goal."""
    from milepost.cli.filling import Filling
    from milepost.cli.new import hand_over
    from milepost.cli.opening import language_of
    from milepost.cli.questions import answer

    root, day = root_of(args), today(args)
    template = _chosen(args.template, language_of(root))
    ask = answer if sys.stdin.isatty() else None
    said, due = _said(template, args.answers), _due(args.by, day)
    if title := " ".join(args.words).strip():
        template = template.titled(title)
        if unused := sorted(set(said) - {blank.name for blank in template.asked}):
            say(f"Only the title of the template says {listed(unused)}, and yours holds.")
    talk = Filling(root, day, template, said, due, ask, say)
    if talk.stands():
        return hand_over(root, *talk.unasked(), edit=args.edit)
    if ask:
        say(how_to_answer(template.voice))
    code = hand_over(root, *talk.goal(), edit=args.edit)
    for line in talk.left():
        say(line)
    return code


def _chosen(name: str, language: str) -> Template:
    """The template of a name, in any case, with hyphens or without."""
    known = templates(language)
    wanted = "-".join(spelled(name).replace("-", " ").split())
    if wanted in known:
        return known[wanted]
    near = nearest(wanted, known)
    if not near and wanted:
        near = next((one for one in known if one in wanted or wanted in one), "")
    meant = f"did you mean: {_NEW} --template {near}" if near else f"see them with: {_NEW} --list"
    told = f"no template is called “{name}”" if wanted else "--template needs the name of one"
    raise Stop(f"{told}; there are {listed(list(known))}", meant, MISUSED)


def _said(template: Template, answers: Sequence[str]) -> dict[str, str]:
    """What `--set` says of the blanks, by name."""
    blanks = {blank.name: blank for blank in template.asked}
    said = {}
    for answer in answers:
        name, parted, words = answer.partition("=")
        blank = blanks.get(name.strip().lower())
        if blank is None or not parted or not words.strip():
            told = f"“{answer}” fills no blank of {template.name}, which has {listed(list(blanks))}"
            first = template.asked[0]
            example = typed(f"{first.name}={first.default or 'words of yours'}")
            raise Stop(told, f"write: --set {example}", MISUSED)
        read = blank.read(words)
        if isinstance(read, Misread):
            raise Stop(f"{blank.name}: {read.message}", read.help, MISUSED)
        said[blank.name] = read
    return said


def _due(words: str | None, day: date) -> date | None:
    from milepost.cli.filling import due_of

    due = due_of(words, day) if words is not None else None
    if isinstance(due, Misread):
        raise Stop(due.message, due.help, MISUSED)
    return due
