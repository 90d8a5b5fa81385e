"""Tell page furniture, source lines and headlines by their form alone."""

from __future__ import annotations

import re

_FURNITURE = re.compile(
    r"[—–\-－·•.\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[—–\-－·•.\s]*(?:共\s*\d+\s*页)?"  # — 3 —, 第3页
    r"|[\W_]{1,3}"  # a lone quotation mark
    r"|[-=*_—~·]{3,}"
    r"|\[[^\[\]]{0,20}\]\([^()\s]*\)"  # [查看原文](https://…)
    r"|https?://\S+"
    r"|[(（]?更新时间戳?[:：].{0,40}"
    r"|(?:\S[ \u3000]+){3,}\S"  # 民 政 工 作 简 报
)
_ISSUE = re.compile(r"(?:(?:19|20)\d\d\s*年\s*第\s*[\d一二三四五六七八九十]+\s*[期号]|总第\s*\d+\s*期)")
_ENUMERATED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,3}[，,、条章节]|[一二三四五六七八九十]是|[·•▲△■□◆●*]")
_LABEL = re.compile(r"(?:公示期|受理|联系|电话|地址|邮编|邮箱|附件|备注|主送|抄送|责任编辑|编辑|责编|审核|校对|摄影|图文?|来源|作者|时间|地点)\S{0,8}[:：]")
_DATE_ONLY = re.compile(r"[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十 ]{1,4}月\s*[\d一二三四五六七八九十 ]{1,4}日[）)]?$")
_LEAD = re.compile(
    r"(?:[^，,。]{0,14}?(?:\d{1,2} ?月 ?\d|近日|日前|近期|今天|昨天|昨日|今日|本月|今年|连日来|最近|\d{1,2}日)|.{0,16}?(?:日电|[报网日]讯|消息)"
    r"|为(?:深入|贯彻|进一步|认真|全面|切实|扎实|推动|推进|加强|了)|根据|按照|经)"
)
_SENTENCE_END = "。！？!?；;…"
_CLOSERS = "”’\"'」』）)》〉】"
_SOURCE_WORD = re.compile(
    r"^[(（]?(?:据|来源|稿源|文章来源|转自|转载自|摘自|供稿|选自)|记者|通讯员|供稿|网站|官网|日报|晚报|时报|商报|融媒体|微信|公众号|客户端|编辑|第\d+版"
    r"|(?:厅|局|委|部|办公室|办|中心|政府|网|报|社|会|院|台|站|杂志)[)）]$"
)
_BRACKETED = re.compile(r"[（(][^（()）。]{2,60}(?:[（(][^（()）]{1,20}[)）][^（()）。]{0,20})?[)）]$")
_PLAIN_SOURCE = re.compile(r"(?:(?:信息|文章|稿件)?来源|稿源|供稿|转自|摘自)\s*[:：]\s*\S.{1,40}$")


def is_furniture(text: str) -> bool:
    """Tell whether a line is a page number, rule, link, lone mark, running head or issue line."""
    if len(text) > 60:
        return False
    return _FURNITURE.fullmatch(text) is not None or is_issue_line(text)


def is_issue_line(text: str) -> bool:
    """Tell whether a line is a running head that names the issue, such as 社区工作 2024年第8期."""
    return len(text) < 60 and _ISSUE.search(text) is not None and "。" not in text and "〔" not in text


def is_date_line(text: str) -> bool:
    """Tell whether a line is nothing but a date with its year."""
    return len(text) < 24 and _DATE_ONLY.match(text) is not None


def is_label(text: str) -> bool:
    """Tell whether a line begins with a label such as 受理部门：."""
    return _LABEL.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends where a paragraph may end."""
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and (bare[-1] in _SENTENCE_END or (text[-1] in "）)" and closing_source(text) is not None))


def is_headline(text: str) -> bool:
    """Tell whether a line, or a few lines without a blank between, may be a headline."""
    if not 4 <= len(text) <= 70 or text[-1] in "。；;，,、：:…（(《“" or text[0] in "，。、；：）)》】（(":
        return False
    return not ("。" in text or _ENUMERATED.match(text) or is_label(text) or is_date_line(text))


def is_lead(text: str) -> bool:
    """Tell whether a paragraph begins like the lead of an article: with a date, a dateline or its occasion."""
    return _LEAD.match(text) is not None


def closing_source(text: str) -> tuple[int, int] | None:
    """Give the span of the source line that closes a paragraph, or is all of it."""
    if text[-1] in "）)":
        match = _BRACKETED.search(text, max(0, len(text) - 90))
        if match and _SOURCE_WORD.search(match[0]) and _stands_apart(text, match.start()):
            return match.span()
        return None
    match = _PLAIN_SOURCE.match(text) if len(text) < 60 else None
    return match.span() if match else None


def _stands_apart(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in _SENTENCE_END + _CLOSERS
