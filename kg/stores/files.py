"""Read a file of RDF into an embedded store."""

from __future__ import annotations

import gzip
import os
import zlib
from pathlib import Path

import pyoxigraph as ox

from kg.errors import DataError, InputError

SUFFIXES = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


def rdf_format(path: str | os.PathLike[str]) -> ox.RdfFormat:
    """Find the format by the file name before `.gz`; raises `InputError` for another suffix."""
    name = Path(path).name.removesuffix(".gz")
    if Path(name).suffix in SUFFIXES:
        return SUFFIXES[Path(name).suffix]
    raise InputError("is no file of RDF by its name", where=str(path), advice=f"one of {', '.join(SUFFIXES)}")


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Read a file, unpacked if its name ends in `.gz`; raises `InputError` if that can't be done."""
    source = Path(path)
    try:
        return gzip.decompress(source.read_bytes()) if source.name.endswith(".gz") else source.read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"can't be read: {error}", where=str(path)) from error


def open_file(path: str | os.PathLike[str]) -> ox.Store:
    """Load a file into a store in memory, each graph as the file names it.

    Raises `InputError` for a file that can't be read and `DataError` with the line for one that can't be parsed.
    """
    store, form = ox.Store(), rdf_format(path)
    try:
        store.bulk_load(read_bytes(path), form)
    except SyntaxError as error:
        raise DataError(f"is not well-formed: {error.msg}", where=str(path), line=error.lineno) from error
    return store
