"""Read what a user names: complain of each bad input and go on, count what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.report import complain, exit_code, note, skipped, track
from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from kg.model import Extraction


@dataclass(slots=True)
class Intake:
    """Hold the inputs of a command and, while they are read, what was read and what refused."""

    inputs: Iterable[Path]
    jobs: int = 1
    exclude: tuple[Path, ...] = ()
    lexicon: Path | None = None
    """A file of words of the user's own."""
    only: frozenset[str] | None = None
    """The names of the files to read, or None for all."""
    counts: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    paths: dict[str, Path] = field(default_factory=dict)
    """The path of each source."""

    def extractions(self) -> Iterator[Extraction]:
        """Give what each article says, in the order of the source names."""
        from kg.additions import NONE, read_additions
        from kg.corpus import find_sources
        from kg.pipeline import read_files

        additions = NONE if self.lexicon is None else read_additions(self.lexicon)
        sources = find_sources(self.inputs, exclude=self.exclude)
        for missing in sources.missing:
            self._refuse(missing)
        self.paths = {name: path for path, name in sources.files if self.only is None or path.name in self.only}
        found = [(path, name) for name, path in self.paths.items()]
        if sources.others:
            self.counts["skipped"] = sum(count for _, count in sources.others)
            note(f"passed over, neither .txt nor .md: {skipped(sources.others)}")
        if not found and not sources.missing:
            self._refuse(InputError("no .txt or .md file found", where=", ".join(map(str, self.inputs))))
        for reading in track(read_files(found, jobs=self.jobs, additions=additions), total=len(found), what="reading"):
            if reading.error is not None:
                self._refuse(reading.error)
            yield from self._counted(reading.extractions)

    def exit_code(self) -> int:
        """Give the exit code that tells whether all inputs were read."""
        return exit_code(read=self.counts["articles"], refused=self.counts["refused"])

    def _refuse(self, error: KgError) -> None:
        self.counts["refused"] += 1
        complain(error)

    def _counted(self, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        for extraction in extractions:
            self.counts["articles"] += 1
            self.counts["characters"] += extraction.characters
            self.mentions.update(mention.label.value for mention in extraction.mentions)
            yield extraction
