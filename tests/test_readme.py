"""What the READMEs say is so: the example runs, every command and option is there, links lead somewhere."""

import re
from pathlib import Path

import pytest
import typer

import kg
from kg.cli import app

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
COMMANDS = typer.main.get_command(app).commands


@pytest.fixture(params=READMES)
def readme(request):
    return (ROOT / request.param).read_text(encoding="utf-8")


def section(readme, name):
    found = re.search(rf"^### kg {name}\b.*?(?=^###? |\Z)", readme, re.M | re.S)
    assert found, f"no section for kg {name}"
    return found[0]


def test_the_example_runs(readme, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code = re.search(r"```python\n(.*?)```", readme, re.S)[1]
    names = {}
    exec(code, names)
    assert names["posts"]
    assert {path.name for path in tmp_path.iterdir()} == {"graph.ttl", "graph.html"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_told_and_no_other(readme, name):
    told = set(re.findall(r"`(--?[a-z][a-z-]*)`", section(readme, name)))
    there = {option for each in COMMANDS[name].params for option in each.opts if option.startswith("-")}
    assert told - {"--help", "-h"} == there - {"--help", "-h"}


def test_no_command_is_told_that_is_not_there(readme):
    assert set(re.findall(r"^### kg (\w+)", readme, re.M)) == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(set(kg.__all__) - {"__version__"}))
def test_every_public_name_is_there_and_told(readme, name):
    assert callable(getattr(kg, name))
    assert f"`kg.{name}" in readme


def test_public_names_that_are_told_exist(readme):
    for name in re.findall(r"kg\.(\w+)\(", readme):
        assert name in kg.__all__


def test_links_lead_somewhere(readme):
    for target in re.findall(r"\]\(([^)#]+)\)", readme):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_both_say_the_same():
    one, other = ((ROOT / name).read_text(encoding="utf-8") for name in READMES)
    for pattern in (r"^##+ ", r"^\| ", r"^```", r"`kg\.\w+"):
        assert len(re.findall(pattern, one, re.M)) == len(re.findall(pattern, other, re.M)), pattern
