"""Tell by its form whether a line may be a headline, a lead, a source line or the end of a sentence."""

from __future__ import annotations

import re

_ENUMERATED = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,3}[，,、条章节]|[一二三四五六七八九十][是要]|[·•▲△■□◆●*]"
)
_LABEL = re.compile(
    r"(?:发布|日期|浏览|字号|公示期|受理|联系|电话|地址|邮编|邮箱|附件|备注|主送|抄送|责任编辑|编辑|责编|审核|校对|摄影|图文?|来源|作者|时间|地点|监督|举报)"
    r"[^，。：:]{0,8}[:：]"
)
_BYLINE = re.compile(
    r"[□■◎●○◇◆/\s]*(?:本报|本刊|本网|新华社|特约|见习|实习)?(?:[\u4e00-\u9fff]{2,8}[报社网])?(?:全媒体)?(?:记者|通讯员|撰文|作者|文[/／|｜])"
    r"[:：]?\s*[\u4e00-\u9fff·、\s]{2,24}$"
)
_HEADER = re.compile(
    r"(?:[（(]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?:(?:发布|更新|成文)?(?:时间|日期)|(?:信息|文章|稿件)?来源|作者|文号|索引号)[:：])(?!.*[，。])"
    r"|[\u4e00-\u9fff]{2,12}[〔\[（(](?:19|20)\d\d[〕\]）)]\d{1,4}号$"
)
_SIGNED = re.compile(r"[。！？][（(][^（()）]{1,30}[)）]$")
_DATE_ONLY = re.compile(
    r"[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4}) ?年 ?(?:\d ?\d?|[一二三四五六七八九十 ]{1,4})月 ?"
    r"(?:\d ?\d?|[一二三四五六七八九十 ]{1,5})日[）)]?$"
)
_LEAD = re.compile(
    r"[^，,。]{0,20}?(?:\d{1,2} ?月 ?\d|近日|日前|近期|今天|昨天|昨日|今日|本月|今年|连日来|最近|\d{1,2} ?日)"
    r"|.{0,16}?(?:日电|[报网日]讯|消息)|[^，。]{0,48}(?<![新老])消息[：:]"
    r"|[\d ]{4,8}年"
    r"|为(?:深入|贯彻|进一步|认真|全面|切实|扎实|推动|推进|加强|了)|根据|按照|经"
)
_ROLE = re.compile(
    r"(?:[\u4e00-\u9fff][ \u3000]*){0,5}(?:[长人员任]|指[ \u3000]*挥|顾[ \u3000]*问)[ \u3000]*[:：][ \u3000]*"
    r"(?=[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,6}[ \u3000])"
)
_YEARS = re.compile(r"(?:19|20)\d\d ?[年./] ?\d{1,2} ?月? ?(?:[-—–－~～]|[至到] ?(?:今|\d))")
_POSTED = re.compile(
    r"[\u4e00-\u9fff（）、·]{3,40}[长任记员席师授监委官察使裁理人](?: {2}|\u3000)[ \u3000]*"
    r"[\u4e00-\u9fff·]+(?:[ \u3000][\u4e00-\u9fff]{1,3})?$"
)
SENTENCE_END = "。！？!?；;…"
_CLOSERS = "”’\"'」』）)》〉】"
_SOURCE_WORD = re.compile(
    r"^[(（]\s*(?:据|来源|稿源|文章来源|信息来源|转自|转载自|摘自|供稿|选自|原载)|记者|通讯员|供稿|网站|官网|日报|晚报|时报|商报|融媒体"
    r"|微信|公众号|客户端|编辑|第\d+版|(?:厅|局|委|部|办公室|办|中心|政府|网|报|社|会|院|台|站|杂志|》)\s*[)）]$"
)
_NOT_SOURCE = re.compile(r"^[(（]\s*(?:以下|下同|含|包括|不含|试行|简称|即|其中|见|如)|以下简称|(?:供图|[摄图])[)）]$")
_BRACKETED = re.compile(r"[（(][^（()）。]{2,60}(?:[（(][^（()）]{1,20}[)）][^（()）。]{0,20})?[)）]$")
_PLAIN_SOURCE = re.compile(r"(?:(?:信息|文章|稿件)?来源|稿源|供稿|转自|摘自)\s*[:：]\s*\S.{1,40}$")
_CAPTION = re.compile(
    r"图为|图片|[（(](?:左|右|中|前排|后排)[一二三四五六七八九起、左右]{0,4}[)）]|[/／ ]摄[)）]?$|摄影|[（(]资料图"
)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends where a paragraph may end."""
    if text[-1] in SENTENCE_END:
        return True
    bare = text.rstrip(_CLOSERS)
    if not bare or bare[-1] in SENTENCE_END:
        return bool(bare)
    return text[-1] in "）)" and (
        closing_source(text) is not None or _SIGNED.search(text, max(0, len(text) - 40)) is not None
    )


def is_headline(text: str) -> bool:
    """Tell whether a line, or a few lines without a blank between, may be a headline."""
    if not 4 <= len(text) <= 70 or text[-1] in "。；;，,、：:…（(《“" or text[0] in "，。、；：）」》】（(":
        return False
    if is_lead(text) and ("，" in text or "," in text):
        return False
    return not ("。" in text or is_enumerated(text) or is_label(text) or is_credit(text) or is_caption(text))


def is_enumerated(text: str) -> bool:
    """Tell whether a line begins with a number or bullet of a list."""
    return _ENUMERATED.match(text) is not None


def is_lead(text: str) -> bool:
    """Tell whether a paragraph begins like the lead of an article: with a date, a dateline or its occasion."""
    return _LEAD.match(text) is not None


def is_label(text: str) -> bool:
    """Tell whether a line begins with a label such as 受理部门：."""
    return ("：" in text or ":" in text) and _LABEL.match(text) is not None


def is_role(text: str) -> bool:
    """Tell whether a line begins with a role and who has it, as in a table of members: 副组长：王某某  县长."""
    return len(text) < 60 and ("：" in text or ":" in text) and _ROLE.match(text) is not None


def is_years(text: str) -> bool:
    """Tell whether a line begins with a span of months, as in a table of somebody's life: 1995.03—1999.06  甲厅处长."""
    return text[:1] in ("1", "2") and _YEARS.match(text) is not None


def is_posted(text: str) -> bool:
    """Tell whether a line gives a post and, behind a wide gap, a name, as in a list of those present."""
    return len(text) < 60 and ("  " in text or "\u3000" in text) and _POSTED.match(text) is not None


def is_credit(text: str) -> bool:
    """Tell whether a line gives only who wrote an article, or when and where it was published."""
    if len(text) >= 60:
        return False
    written = "者" in text or "员" in text or "文" in text
    return (written and _BYLINE.match(text) is not None) or _HEADER.match(text) is not None


def is_date_line(text: str) -> bool:
    """Tell whether a line is nothing but a date with its year."""
    return text[-1] in "日）)" and len(text) < 24 and _DATE_ONLY.match(text) is not None


def is_caption(text: str) -> bool:
    """Tell whether a line speaks of the picture that it stands under."""
    told = "图" in text or "摄" in text or "（" in text or "(" in text
    return told and len(text) < 120 and _CAPTION.search(text) is not None


def closing_source(text: str) -> tuple[int, int] | None:
    """Give the span of the source line that closes a paragraph, or is all of it."""
    if text[-1] in "）)":
        match = _BRACKETED.search(text, max(0, len(text) - 90))
        if not match or not _SOURCE_WORD.search(match[0]) or _NOT_SOURCE.search(match[0]):
            return None
        before = text[: match.start()].rstrip()
        return match.span() if not before or before[-1] in SENTENCE_END + _CLOSERS else None
    match = _PLAIN_SOURCE.match(text) if len(text) < 60 and ("：" in text or ":" in text) else None
    return match.span() if match else None
