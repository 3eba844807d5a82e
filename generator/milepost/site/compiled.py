"""Templates as Python has compiled them, kept so that each is compiled once.

In: what Jinja asks for and gives. Out: the code of a template whose text is the same as then.
Within a process all is kept; that of templates which came with milepost lies beside them as well,
in the `__pycache__` of their folder, as Python keeps the code of its own modules. What lies in a
journal is never run, since it could be anybody's: its own templates are compiled by each process.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from milepost.shipped import folder

SHIPPED = "themes/"
"""How the paths of shipped templates begin, as people know them."""

_MOST = 256
"""So many templates are kept within a process; more are compiled again."""

_codes: dict[tuple[str, str], CodeType] = {}


class Compiled(BytecodeCache):
    """Code by the name of a template and its text."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket the code for its text, where it is known."""
        bucket.code = _codes.get((bucket.key, bucket.checksum)) or self._on_disk(bucket)
        if bucket.code is not None:
            self._keep(bucket, bucket.code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket."""
        if bucket.code is None:
            return
        self._keep(bucket, bucket.code)
        if not bucket.code.co_filename.startswith(SHIPPED) or sys.dont_write_bytecode:
            return
        with suppress(OSError):
            file = _file(bucket)
            file.parent.mkdir(exist_ok=True)
            draft = file.with_suffix(f".{os.getpid()}")
            draft.write_bytes(_head(bucket) + marshal.dumps(bucket.code))
            draft.replace(file)

    def _keep(self, bucket: Bucket, code: CodeType) -> None:
        if len(_codes) >= _MOST:
            _codes.clear()
        _codes[bucket.key, bucket.checksum] = code

    def _on_disk(self, bucket: Bucket) -> CodeType | None:
        try:
            data = _file(bucket).read_bytes()
            head = _head(bucket)
            code = marshal.loads(data[len(head) :]) if data.startswith(head) else None
        except (OSError, EOFError, ValueError, TypeError):
            return None
        return code if isinstance(code, CodeType) else None


def _file(bucket: Bucket) -> Path:
    return folder("themes") / "__pycache__" / f"{bucket.key}.{sys.implementation.cache_tag}"


def _head(bucket: Bucket) -> bytes:
    """What the code was made of and by: another text or another Jinja has other code."""
    return f"{jinja2.__version__} {bucket.checksum}\n".encode()
