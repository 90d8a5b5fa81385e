"""Turn the bytes of a source into text without changing any offset."""

from __future__ import annotations

import re

from kg.errors import InputError

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, source: str) -> str:
    """Decode UTF-8, with or without a byte order mark, or else GB18030.

    A byte order mark stays in the text as offset 0 and line ends are left as they are. Raises InputError
    for data that is empty, binary or in neither encoding.
    """
    if not data.strip(b"\xef\xbb\xbf \t\r\n\f"):
        raise InputError("the file is empty", where=source, advice="nothing to read")
    if data.startswith(_UTF16):
        raise InputError("the file is UTF-16", where=source, advice="save it as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _gb18030(data, source, error.start)
    if _CONTROL.search(text):
        raise InputError("the file is binary", where=source, advice="give plain text or Markdown")
    return text


def _gb18030(data: bytes, source: str, wrong: int) -> str:
    if b"\0" in data:
        raise InputError("the file is binary", where=source, advice="give plain text or Markdown")
    as_utf8 = data.decode("utf-8", "replace")
    wide = sum(not char.isascii() for char in as_utf8)
    if as_utf8.count("\ufffd") * 5 < wide:
        raise InputError(f"byte {wrong} breaks the UTF-8 text", where=source, advice="repair it or save it anew")
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        what = f"byte {wrong} is neither UTF-8 nor GB18030"
        raise InputError(what, where=source, advice="save the file as UTF-8") from None
