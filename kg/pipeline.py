"""Compose the stages: bytes of a source → articles → what they say → the graph of the whole corpus."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg import extract, graph, nlp, resolve, vocabulary
from kg.additions import NONE, Additions, read_additions
from kg.corpus import find_sources, read_articles
from kg.errors import InputError, KgError
from kg.model import Article, Extraction, Window
from kg.tables import reduce
from kg.workers import map_in_order

if TYPE_CHECKING:
    import networkx as nx

MAX_BYTES = 32 * 2**20
"""The largest file that is read, in bytes; a larger one is refused before it is opened."""
MAX_CHARACTERS = 300_000
"""The longest article that is read, in characters: beyond it, a file is no article but a dump."""

TOGETHER = 16
"""How many articles of a file are read together."""

Inputs = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
Report = Callable[[KgError], None]


class Reading(NamedTuple):
    """Hold what was read in one source, or why it was refused."""

    source: str
    extractions: tuple[Extraction, ...] = ()
    error: KgError | None = None


def extract_source(data: bytes, source: str, additions: Additions = NONE) -> list[Extraction]:
    """Read every article in the bytes of one file; `source` is the name by which evidence refers to it.

    `additions` are words of the user's. Raises `InputError` where the bytes are no text, or hold no article or one
    that is too long.
    """
    vocabulary.use(additions)
    articles = read_articles(data, source)
    if not articles:
        raise InputError("no article found", where=source)
    for article in articles:
        if len(article.text) > MAX_CHARACTERS:
            what = f"an article of {len(article.text):,} characters is longer than the {MAX_CHARACTERS:,} allowed"
            raise InputError(what, where=source, line=article.line(0), advice="split the file")
    groups = [articles[at : at + TOGETHER] for at in range(0, len(articles), TOGETHER)]
    return [extraction for group in groups for extraction in extractions(group)]


def extractions(articles: Sequence[Article]) -> Iterator[Extraction]:
    """Yield all that each of a few articles says; every stage reads all of them before the next begins."""
    texts = [(article.text, article.spaced()) for article in articles]
    pages = nlp.read_texts(texts)
    found = [extract.relations(page.text, read, text) for (page, read), (text, _) in zip(pages, texts, strict=True)]
    spans = [nlp.spans(readings) for _, readings in pages]
    for article, says, named in zip(articles, found, spans, strict=True):
        yield resolve.resolve(article, says.text, says.readings, says.sentences, says.occasions, says.links, named)


def read_file(path: Path, source: str, additions: Additions = NONE) -> Reading:
    """Read one file; an error of ours is given back, not raised, so that one bad file stops no other."""
    try:
        return Reading(source, tuple(extract_source(_bytes(path, source), source, additions)))
    except KgError as error:
        return Reading(source, error=error)


def read_files(found: Iterable[tuple[Path, str]], *, jobs: int = 1, additions: Additions = NONE) -> Iterator[Reading]:
    """Read files one by one, or with `jobs` processes, and give the readings in the order of the files.

    Memory grows with the largest files, not with their number.
    """
    return map_in_order(read_file, ((*each, additions) for each in found), jobs=jobs)


def read(
    inputs: Inputs, *, jobs: int = 1, lexicon: Path | str | None = None, on_error: Report | None = None
) -> Iterator[Extraction]:
    """Read files and folders and give what each article says, in the order of their source names.

    `lexicon` is a file of words of your own (see `kg.additions`). Raises the `KgError` of the first input that is
    refused, unless `on_error` takes it, and always that of the lexicon.
    """
    additions = NONE if lexicon is None else read_additions(lexicon)
    sources = find_sources(paths(inputs))
    for missing in sources.missing:
        _refuse(missing, on_error)
    for reading in read_files(sources.files, jobs=jobs, additions=additions):
        if reading.error is not None:
            _refuse(reading.error, on_error)
        yield from reading.extractions


def build(
    inputs: Inputs,
    *,
    jobs: int = 1,
    window: Window | str = Window.SENTENCE,
    cap: int = 40,
    lexicon: Path | str | None = None,
    on_error: Report | None = None,
) -> nx.MultiDiGraph[str]:
    """Read files and folders and build the graph of all that they say.

    `window` is the stretch of text in which two entities co-occur, `cap` the most entities of one window that
    count, `lexicon` a file of words of your own (see `kg.additions`). Raises the `KgError` of the first input that
    is refused, unless `on_error` takes it; a corpus without an article is an `InputError` always.
    """
    extractions = _some(read(inputs, jobs=jobs, lexicon=lexicon, on_error=on_error))
    return assemble(extractions, name=corpus_name(inputs), window=window, cap=cap)


def assemble(
    extractions: Iterable[Extraction], *, name: str = "", window: Window | str = Window.SENTENCE, cap: int = 40
) -> nx.MultiDiGraph[str]:
    """Reduce what the articles say to the graph of the corpus; their order doesn't matter."""
    unit = Window(window)
    return graph.build(reduce(extractions, window=unit, cap=cap), name=name, window=unit, cap=cap)


def corpus_name(inputs: Inputs) -> str:
    """Name a corpus after its inputs, the last part of each path."""
    return ", ".join(sorted({Path(path).resolve().name for path in paths(inputs)}))


def sample() -> Path:
    """Give the folder of the packaged sample corpus, invented articles of a dozen kinds."""
    return Path(str(files("kg") / "data" / "sample"))


def paths(inputs: Inputs) -> list[str | os.PathLike[str]]:
    """Give the inputs as a list, be they one path or many."""
    return [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)


def _bytes(path: Path, source: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            what = f"the file has {size / 2**20:.0f} MiB, more than the {MAX_BYTES // 2**20} allowed"
            raise InputError(what, where=source, advice="split it")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"the file can't be read: {error.strerror}", where=source) from error


def _refuse(error: KgError, on_error: Report | None) -> None:
    if on_error is None:
        raise error
    on_error(error)


def _some(extractions: Iterator[Extraction]) -> Iterator[Extraction]:
    empty = True
    for extraction in extractions:
        empty = False
        yield extraction
    if empty:
        raise InputError("no article found", advice="give files or folders with .txt or .md files")
