"""Changes that a person asks for in their own files, and nothing beside them: `fmt` and `rename`.

In: the bytes of a folder. Out: the bytes that the files would have, for a command to show and to
write. A change is proposed, made on the bytes, read again, and kept only where all that is read is
the same as before but for what was asked.
"""
