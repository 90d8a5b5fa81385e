"""Import the libraries that only the analysis needs."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kg.errors import KgError


def optional(module: str) -> Any:
    """Import a module of the extra `analysis`. Raises KgError with the way to install it if it is missing."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        library = module.partition(".")[0]
        raise KgError(f"{library} is not installed", advice='pip install "kg[analysis]"') from error
