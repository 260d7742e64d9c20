"""Finds what stands around the text: title block, table of contents, glossary, and page debris."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.report.draft import Role

if TYPE_CHECKING:
    from gaohang_viewer.loading.outline.line import Line

_SALUTATION = re.compile(r"(各位|同志们|尊敬的|女士们|朋友们|主席团)[^。]{0,24}[：:!！]?$|各位代表|同志们")
_GLOSSARY = re.compile(
    r"[※【\[（(附件录：:\d\s]*(?:有关|相关|部分|重要|报告)?(?:名词|用语|术语|词语|专业名词|概念)?(?:解释|注释|注解|说明|释义)"
    r"[】\]）)※：:\s]*$|[※【\s]*(?:注释|名词解释)"
)
_ANNEX = re.compile(r"附\s*(?:件|录|表|图)?\s*[\d一二三四五六七八九十]{0,2}\s*(?:[：:．.、]|$|\s)")
_DEBRIS = re.compile(
    r"(?:您?(?:的|所在|现在)(?:当前)?位置|当前位置|首页|返回|返回顶部|返回首页|全站搜索|上一[页篇条]|下一[页篇条]|打印(?:本页|此页)?|关闭(?:窗口|本页)?|下载"
    r"|收藏|分享(?:到)?|分享到微信|全屏|加大|还原|减小|放大|缩小|标签|相关(?:文章|评论|文档|链接|阅读|新闻|报道|附件)|本栏(?:最新|推荐)"
    r"|阅读排行|标签云|热门文章|推荐阅读|内容摘要|评论|正文|字号|字体|大|中|小|责任编辑.*|编辑.{0,10}|免责声明.*|版权.*|扫一扫.*"
    r"|.*点击图片进入专题.*|.*(?:记者|通讯员).{0,12}摄|[^【\[]{0,4}[】\]]|QQ空间|新浪微博|微信|来源|网站地图|联系我们|[【\[]?字[号体][:：]?.{0,12}|来源URL.*)[:：]?$"
)
_TAIL = re.compile(
    r"分享到|上一[篇条]|下一[篇条]|相关(?:文章|评论|链接|阅读|新闻|文档|报道)|标签[：:]?$|标签云|免责声明|本站为|责任编辑|[【\[]?(?:打印|关闭)"
    r"|扫一扫|.*点击图片进入专题|阅读排行|版权所有|（?编辑[：:]|收藏$|打印本页|主办单位|网站标识码|[京沪津渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新]ICP备"
)
_PAGE_FACT = re.compile(r"(?:发布|更新|发文|成文)?(?:时间|日期)[：:]|(?:信息|稿件)?来源[：:]|作者[：:]|浏览|阅读[：:]|点击[：:]|索引号|分类号[：:]|\d+$|[>|×】/·]$")
_OCCASION = re.compile(r"[（(—–\-―－]*.{0,60}(?:会议|大会|全会|会)(?:上|上的报告|上的讲话|通过|批准)[）)]?(?:[（(].{4,20}[）)])?$")
_DATE = re.compile(r"[（(]?\s*[\d一二三四五六七八九十〇○零]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*(?:[\d一二三四五六七八九十]{1,3}\s*日)?\s*[）)]?$|\d{4}-\d\d?-\d\d?(?: [\d:]+)?$")
_OFFICE = re.compile(
    r"(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席|总理|书记|主任|院长|检察长|局长|厅长|部长|司令员?|长官|特首)[\s\u3000?？：:]*[\u4e00-\u9fff·•\s\u3000]{2,16}$"
)
_NAME = re.compile(r"[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,3}$|[\u4e00-\u9fff]{1,8}[·•][\u4e00-\u9fff·•]{1,10}$")
_NAMED = re.compile(r"(标题|报告人|发文单位|发文时间|发布时间|成文日期|作者|来源)[：:]\s*(.*)$")
_KIND_OF_TITLE = re.compile(r"(?:报告|规划|纲要|决定|意见|方案|要点|总结|讲话|决议|通知|建议|草案|计划|公报|办法|规定|条例|汇报|说明)(?:[（(].{1,20}[)）])?$")
_EDITION = re.compile(r"第[一二三四五六七八九十\d]+版$")
_CONTENTS = re.compile(r"目[\s\u3000]*[录次]")
_ENTRY_END = re.compile(r"[.．…·\s]*\d{1,4}$|[.．…·]{3,}")
_SPACED = re.compile(r"\S(?:\s+\S)+$")  # 政 府 工 作 报 告
_DASHES = ("—", "–", "-", "―", "－", "（", "(")
_SHORTEST_TITLE = 8
_LONGEST_TITLE = 60
_LONGEST_FACT = 160
_LONGEST_HEAD = 60  # lines that a title block and a page's head can take
_LONGEST_ENTRY = 90


def is_glossary(text: str) -> bool:
    """Whether a line heads a glossary or notes: its numbered entries are no headings."""
    return len(text) <= 20 and _GLOSSARY.match(text) is not None


def is_annex(text: str) -> bool:
    """Whether a line heads an annex."""
    return len(text) <= 40 and (_ANNEX.match(text) is not None or is_glossary(text))


def is_salutation(text: str) -> bool:
    return _SALUTATION.match(text) is not None


def mark_frame(lines: list[Line], title: str) -> tuple[int, int]:
    """Gives title block, contents and debris their roles; `title` is the one that the file names elsewhere.

    Returns where the text begins and ends.
    """
    end = _tail(lines)
    start = _head(lines, end)
    _title_block(lines[:start], title)
    return _contents(lines, start, end), end


def _tail(lines: list[Line]) -> int:
    """Where the debris at the end of a page begins: from one of its words on, only short lines follow."""
    end = len(lines)
    sentences = 0
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text
        if lines[at].role is not Role.TEXT:
            break
        if _TAIL.match(text):
            end = at
            sentences = 0
        elif len(text) > 40 or text.endswith(("。", "！", "；")) or lines[at].title:
            sentences += 1
            if sentences > 1:
                break
    for line in lines[end:]:
        line.role = Role.DEBRIS
    return end


def _head(lines: list[Line], end: int) -> int:
    """Where the report itself begins: its salutation, its first heading or its first paragraph."""
    for at, line in enumerate(lines[: min(end, _LONGEST_HEAD)]):
        text = line.text
        if line.role in (Role.TITLE, Role.SUBTITLE, Role.DEBRIS):
            continue
        if line.role is not Role.TEXT or is_salutation(text) or _CONTENTS.match(text):
            return at
        if line.mark is not None and line.title and line.mark.sure:
            return at
        if not _belongs_to_head(text) and not _is_repeated(lines, at):
            return at
    return 0


def _belongs_to_head(text: str) -> bool:
    """Whether a line can stand in a title block or at the top of a web page."""
    if len(text) <= _LONGEST_TITLE and not text.endswith(("。", "；", "，")) and text.count("，") < 2:
        return True
    patterns = (_DEBRIS, _PAGE_FACT, _NAMED, _DATE, _OCCASION)
    return len(text) <= _LONGEST_FACT and any(pattern.match(text) for pattern in patterns)


def _is_repeated(lines: list[Line], at: int) -> bool:
    """Whether a long line is the page's summary: what it says begins again right below it."""
    start = _plain(lines[at].text)[:5]
    return any(_plain(line.text).startswith(start) for line in lines[at + 1 : at + 4])


def _title_block(head: list[Line], title: str) -> None:
    candidates: list[Line] = []
    for at, line in enumerate(head):
        text = line.text
        if line.role is not Role.TEXT:
            title = title or (text if line.role is Role.TITLE else "")
        elif named := _NAMED.match(text):
            line.role = Role.SPEAKER if named[1] == "报告人" else Role.DEBRIS
        elif _DEBRIS.match(text) or _PAGE_FACT.match(text):
            line.role = Role.DEBRIS
        elif _EDITION.match(text):
            line.role = Role.EDITION
        elif _DATE.match(text):
            line.role = Role.DATE
        elif _OCCASION.match(text):
            line.role = Role.OCCASION
            if at and head[at - 1].role is Role.TEXT and head[at - 1].text.startswith(_DASHES):
                candidates.pop()
                head[at - 1].role = Role.OCCASION  # it takes two lines
        elif _OFFICE.search(text) and len(text) <= 40 and "报告" not in text:
            line.role = Role.SPEAKER
        elif candidates and at >= len(head) - 2 and _NAME.match(text):
            line.role = Role.SPEAKER
        elif len(text) > _LONGEST_TITLE:
            line.role = Role.DEBRIS  # a page's summary of the report
        else:
            candidates.append(line)
    _choose_title(candidates, _plain(title))


def _choose_title(candidates: list[Line], given: str) -> None:
    """The fullest line that names a report is the title; what only repeats a part of it is debris."""
    named = [line for line in candidates if _KIND_OF_TITLE.search(_plain(line.text))]
    chosen = max(named or candidates[:1], key=lambda line: len(_plain(line.text)), default=None)
    whole = given or (_plain(chosen.text) if chosen is not None else "")
    after = False
    for line in candidates:
        plain = _plain(line.text)
        if line is chosen and not given:
            line.role = Role.TITLE
            after = True
            if _SPACED.match(line.text):
                line.piece = line.piece._replace(text=plain, markdown="")
                line.text = plain
        elif plain in whole:
            line.role = Role.DEBRIS
        elif after or given or not named or line.text.startswith(_DASHES):
            line.role = Role.SUBTITLE
        else:  # above the title: its first line, or the name of a page's department
            line.role = Role.TITLE if len(plain) >= _SHORTEST_TITLE else Role.DEBRIS


def _plain(text: str) -> str:
    return "".join(text.split())


def _contents(lines: list[Line], start: int, end: int) -> int:
    """Gives a table of contents its role; returns where the text goes on."""
    at = start
    while at < min(end, start + 40) and not _CONTENTS.match(lines[at].text):
        at += 1
    if at >= min(end, start + 40) or len(lines[at].text) > 12:
        return start
    first = at
    seen: set[str] = set()
    at += 1
    while at < end:
        text = lines[at].text
        key = _ENTRY_END.sub("", _plain(text))
        if key in seen or len(text) > _LONGEST_ENTRY or "。" in text or is_salutation(text):
            break
        if lines[at].role is Role.HEADING:
            break
        if len(seen) < 2 or lines[at].mark is not None or len(text) <= 40:
            seen.add(key)
        else:
            break
        at += 1
    if len(seen) < 2:
        return start
    for line in lines[first:at]:
        line.role = Role.CONTENTS
    return at if first == start else start


