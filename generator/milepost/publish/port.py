"""In: the port that a person asked for, or the usual one. Out: a socket on it, or on a free one."""

from __future__ import annotations

import os
import socket

LOCAL = "127.0.0.1"
NEIGHBOURS = 10


def listening_socket(port: int) -> socket.socket:
    """A socket bound to this port of this machine, to the next free one, or to any free one.

    Port 0 asks for any. Nobody outside the machine reaches it. Raises OSError when no port is free.
    """
    for candidate in (*range(port, min(port + NEIGHBOURS, 65536)), 0):
        # Some systems let two programs listen on one port; the older one would be cut off.
        if candidate and _somebody_answers(candidate):
            continue
        try:
            return _bound(candidate)
        except OSError:
            if candidate == 0:
                raise
    raise AssertionError("port 0 either binds or raises")


def _somebody_answers(port: int) -> bool:
    with socket.socket() as caller:
        caller.settimeout(0.2)
        return caller.connect_ex((LOCAL, port)) == 0


def _bound(port: int) -> socket.socket:
    listener = socket.socket()
    try:
        if os.name == "posix":  # elsewhere this would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOCAL, port))
    except OSError:
        listener.close()
        raise
    return listener
