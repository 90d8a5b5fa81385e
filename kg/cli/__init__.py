"""Run `kg`: parse what the user says, call one public function, report. Only here is printed and caught."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, NoReturn

import typer

from kg import __version__
from kg.cli.report import complain
from kg.errors import KgError

NOTHING = 2
"""Exit code when nothing was built, read or found valid."""
COMMANDS = ("build", "extract", "evaluate", "validate", "load", "serve", "query")

app = typer.Typer(
    name="kg",
    help="Build knowledge graphs from Chinese government news, each statement with the sentence that says it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


for _name in COMMANDS:
    if find_spec(f"kg.cli.{_name}"):
        import_module(f"kg.cli.{_name}").register(app)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command line (that of the process by default) and leave with its exit code."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name="kg")
    except KgError as error:
        complain(error)
        raise SystemExit(NOTHING) from error
    raise SystemExit(0)
