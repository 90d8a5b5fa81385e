"""Read the page's own files and put its modules together."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

MODULES = [
    *("texts", "dom", "data", "dates", "state", "search", "filters", "layout", "graph", "path", "actions", "evidence"),
    *("rows", "card", "views/table", "views/timeline", "views/trees", "views/tilemap", "views/views", "link", "export"),
    *("histogram", "panel", "start", "top", "keys", "main"),
]
"""The modules in the order in which they need each other; each may import from those before it."""
_IMPORT = re.compile(r"^import (\{.*?\}) from '([^']+)';$", re.M | re.S)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) (\w+))", re.M)


def text(name: str) -> str:
    """Read a file of the page as text with \\n line ends."""
    return files("kg.export.html").joinpath("page", name).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def data(name: str) -> Any:
    """Read one of the page's JSON files."""
    return json.loads(text(f"{name}.json"))


def bundle() -> str:
    """Join the ES modules into one script: each a function that gives its exports, imports unpack them."""
    modules = "".join(_module(name) for name in MODULES)
    return f'"use strict";\nconst modules = {{}};\n{modules}'


def _module(name: str) -> str:
    source = text(f"js/{name}.js")
    exports = ", ".join(match[1] for match in _EXPORT.finditer(source))
    body = _EXPORT.sub("", _IMPORT.sub(_unpacking, source))
    return f'modules["{PurePosixPath(name).name}"] = (() => {{\n{body}return {{ {exports} }};\n}})();\n'


def _unpacking(match: re.Match[str]) -> str:
    return f'const {match[1]} = modules["{PurePosixPath(match[2]).stem}"];'


def policy(scripts: Sequence[str], style: str) -> str:
    """Write the Content-Security-Policy that lets these scripts and this style run and nothing else."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
