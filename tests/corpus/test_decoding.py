import pytest

from kg.corpus import read_articles
from kg.corpus.decoding import decode
from kg.errors import InputError

TEXT = "青川县召开防汛工作会议\n\n6月3日，青川县召开防汛工作会议。县长鲁行舟出席。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_reads_each_encoding_to_the_same_text(encoding):
    (article,) = read_articles(TEXT.encode(encoding), "a.txt")
    assert article.title == "青川县召开防汛工作会议"
    assert article.text.endswith("县长鲁行舟出席。")


def test_keeps_byte_order_mark_and_crlf_in_the_offsets():
    raw = "\ufeff" + TEXT.replace("\n", "\r\n")
    (article,) = read_articles(raw.encode(), "a.txt")
    assert article.offsets[0] == 1, "the byte order mark is offset 0"
    start = article.text.index("鲁行舟")
    assert raw[slice(*article.raw(start, start + 3))] == "鲁行舟"
    assert article.line(start) == 3


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"text \x01\x02\x03", "binary"),
        ("县长".encode("utf-16"), "UTF-16"),
        ("县长出席防汛工作会议".encode()[:-1], "breaks the UTF-8"),
        (b"\xff\xff\xff\xff", "neither UTF-8 nor GB18030"),
    ],
)
def test_refuses_what_is_no_text_in_one_line(data, says):
    with pytest.raises(InputError, match=says) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)


def test_refuses_a_file_without_running_text():
    with pytest.raises(InputError, match="no article"):
        read_articles("— 3 —\n\n--------\n".encode(), "a.txt")
