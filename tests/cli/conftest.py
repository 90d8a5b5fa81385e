import pytest

from kg.cli import main

ARTICLE = """浙江省召开民政工作会议

本报讯 4月8日，浙江省民政厅厅长陆云舟在杭州市主持召开全省民政工作会议并讲话。浙江省民政厅印发《浙江省养老服务办法》。

（来源：浙江日报）
"""
"""An article of invented people and organs."""


@pytest.fixture
def run(capsys):
    """Give a function that runs a command line and gives exit code, standard output and standard error."""

    def command(*arguments):
        with pytest.raises(SystemExit) as leaving:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return leaving.value.code, out, err

    return command


@pytest.fixture
def folder(tmp_path):
    """Give a folder with two articles, one in a folder of its own, and a file of another suffix."""
    corpus = tmp_path / "corpus"
    (corpus / "2023").mkdir(parents=True)
    (corpus / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (corpus / "2023" / "b.md").write_text(ARTICLE.replace("陆云舟", "乔知远"), encoding="utf-8")
    (corpus / "notes.docx").write_bytes(b"PK")
    return corpus
