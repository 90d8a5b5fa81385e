"""Write a file so that it is either the old one or the whole new one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from kg.errors import OutputError


def write(path: str | Path, content: str | bytes | Iterable[str | bytes], *, errors: str = "strict") -> Path:
    """Write text (as UTF-8, newlines as they are) or bytes, whole or piece by piece, and give the path.

    The pieces go to a hidden name in the same folder, which then takes the place of the old file; if anything
    fails on the way, the old file stays and nothing else does. `errors` says what to do with lone
    surrogates, as in str.encode. Raises OutputError if the folder isn't there or can't be written.
    """
    target = Path(path)
    temporary = target.with_name(f".{target.name[:200]}.{uuid4().hex}.tmp")
    pieces = (content,) if isinstance(content, str | bytes) else content
    try:
        # "x" and not tempfile, whose files only their owner may read.
        with temporary.open("xb") as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", errors) if isinstance(piece, str) else piece)
        temporary.replace(target)
    except OSError as error:
        raise OutputError(f"can't be written: {error.strerror or error}", where=str(target)) from error
    finally:
        temporary.unlink(missing_ok=True)
    return target
