"""Find user and password for a store, in the environment or in a netrc file, and how the store asks for them."""

from __future__ import annotations

import netrc
import os
from pathlib import Path

import httpx

from kg.errors import InputError

USER, PASSWORD, SCHEME = "KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_AUTH"


def credentials(url: str) -> tuple[str, str] | None:
    """Give user and password for a store: KG_STORE_USER and KG_STORE_PASSWORD, else the netrc entry of its host.

    The netrc file is the one that NETRC names, else ~/.netrc. Raises `InputError` for one that is malformed.
    """
    user = os.environ.get(USER)
    if user is not None:
        return user, os.environ.get(PASSWORD, "")
    path = Path(os.environ.get("NETRC") or Path.home() / ".netrc")
    if not path.is_file():
        return None
    try:
        found = netrc.netrc(path).authenticators(httpx.URL(url).host)
    except (netrc.NetrcParseError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", None)
        raise InputError("is no netrc file", where=str(path), line=line, advice="one machine a line") from error
    return None if found is None else (found[0], found[2] or "")


def authentication(client: httpx.Client, url: str) -> httpx.Auth | None:
    """Give what answers a store's challenge: digest where KG_STORE_AUTH or the store itself says so, else basic."""
    found = credentials(url)
    if found is None:
        return None
    scheme = os.environ.get(SCHEME) or _challenge(client, url)
    return httpx.DigestAuth(*found) if scheme == "digest" else httpx.BasicAuth(*found)


def _challenge(client: httpx.Client, url: str) -> str:
    """Ask without a password how the store wants it; a store that doesn't answer says so later."""
    try:
        answer = client.get(url, params={"graph": "urn:kg:none"})
    except httpx.HTTPError:
        return "basic"
    return "digest" if "digest" in answer.headers.get("WWW-Authenticate", "").lower() else "basic"
