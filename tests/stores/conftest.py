"""Real stores on loopback, started and stopped by the tests; those that are not installed are skipped with a line."""

import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
GRAPH = "https://kg.example.org/gov/"
VIRTUOSO_INI = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 10
[SPARQL]
DefaultQuery = select * where {{?s ?p ?o}} limit 1
"""


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait(port, process):
    for _ in range(400):
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
        assert process.poll() is None, "the server stops at once"
        time.sleep(0.05)
    raise AssertionError("the server does not start")


@contextmanager
def oxigraph(folder=None, port=None):
    """Run an Oxigraph server, in memory or over a folder; give its address and process."""
    if not OXIGRAPH.exists():
        pytest.skip("the oxigraph server is not installed: pip install oxigraph")
    port = port or free_port()
    where = () if folder is None else ("--location", str(folder))
    command = [OXIGRAPH, "serve", *where, "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            wait(port, process)
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def store():
    with oxigraph() as (url, _):
        yield url


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory):
    """Virtuoso with its first user, dba, and digest authentication."""
    binary = shutil.which("virtuoso-t")
    if binary is None:
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource-7-bin")
    folder, http = tmp_path_factory.mktemp("virtuoso"), free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(VIRTUOSO_INI.format(folder=folder, sql=free_port(), http=http))
    command = [binary, "+foreground", "+configfile", str(ini)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait(http, process)
            yield f"http://127.0.0.1:{http}"
        finally:
            process.kill()


@pytest.fixture
def triples(tmp_path):
    def made(count, kind="号"):
        path = tmp_path / f"{count}.nt"
        text = "".join(f'<https://a/{i}> <https://a/p> "{i}{kind}"@zh-hans .\n' for i in range(count))
        path.write_text(text, "utf-8")
        return path

    return made


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch, tmp_path):
    """Whoever runs the tests, only what a test sets counts."""
    for name in ("KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_AUTH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


@pytest.fixture
def oxigraph_at():
    return oxigraph
