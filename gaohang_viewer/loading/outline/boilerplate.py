"""Recognizes what a web page or a printer left around a text: navigation, share buttons, related links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.report.draft import PieceRole

if TYPE_CHECKING:
    from gaohang_viewer.loading.outline.line import Line

_WORDS = re.compile(
    r"(?:您?(?:的|所在|现在)(?:当前)?位置|当前位置|首页|返回(?:顶部|首页)?|全站搜索|上一[页篇条]|下一[页篇条]"
    r"|打印(?:本页|此页)?|关闭(?:窗口|本页)?|下载|收藏|分享(?:到)?|分享到微信|全屏|加大|还原|减小|放大|缩小|标签"
    r"|相关(?:文章|评论|文档|链接|阅读|新闻|报道|附件)|本栏(?:最新|推荐)|阅读排行|标签云|热门文章|推荐阅读"
    r"|内容摘要|评论|正文|字号|字体|大|中|小|QQ空间|新浪微博|微信|来源|网站地图|联系我们"
    r"|责任编辑.*|编辑.{0,10}|免责声明.*|版权.*|扫一扫.*|来源URL.*|.*点击图片进入专题.*"
    r"|.*(?:记者|通讯员).{0,12}摄|[^【\[]{0,4}[】\]]|[【\[]?字[号体][:：]?.{0,12}|推荐朋友|打印本[稿页文]|分享"
    r"|点击.{0,8}(?:蓝字|蓝色字).*|.{0,12}关注(?:我们|公众号|该公众号)|阅读原文"
    r"|[【\[\]】]|A[-+]|[（(]点击.*|\d{4}年\d\d?月\d\d?日\s*\d\d?:\d\d.*)[:：]?$"
)
_FACT = re.compile(
    r"(?:发布|更新|发文|成文)?(?:时间|日期)[：:]|(?:信息|稿件)?来源[：:]|作者[：:]|浏览|阅读[：:]|点击[：:]"
    r"|索引号|责编[：:]|分类号\s*[：:]|\d{4}-\d\d?-\d\d? \d+:|\d+$|[>|×】/·]$"
)
_TAIL = re.compile(
    r"分享到|上一[篇条]|下一[篇条]|相关(?:文章|评论|链接|阅读|新闻|文档|报道)|标签[：:]?$|标签云|免责声明|本站为"
    r"|责任编辑|编辑推荐|延伸阅读|推荐阅读|热门推荐|精彩推荐|[【\[]?(?:打印|关闭)|扫一扫|.*点击图片进入专题|阅读排行|版权所有|（?编辑[：:]|收藏$|打印本页"
    r"|(?:文章|稿件|信息)?来源[：:].{0,20}$|阅读原文$|.{0,12}关注(?:我们|公众号)$"
    r"|主办单位|网站标识码|[\u4e00-\u9fff]ICP备"
)
_TURN = re.compile(
    r"(?:[（(]\s*[上下紧][转接]第.{1,4}版\s*[)）]\s*)+$|[—-]\s*\d{1,4}\s*[—-]$"
)  # of a newspaper's or a book's page
_FIELD = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")
_NEAR_FIELD = 12  # lines from one entry of a list to the next
_LONGEST_TURN = 24
_LONGEST_REPEATED = 60  # characters of a headline
_LINES_BETWEEN, _LONGEST_GREETING = 5, 200  # lines and characters between the two
_LONGEST_LINK = 40  # characters; what is longer, or ends like a sentence, belongs to a text


def is_boilerplate(text: str) -> bool:
    """Whether a line at the top of a text belongs to the page around it."""
    return _WORDS.match(text) is not None or is_page_fact(text)


def is_page_fact(text: str) -> bool:
    """Whether a line says when and by whom a page was made, or how often it was read."""
    return _FACT.match(text) is not None


def mark_turns(lines: list[Line]) -> None:
    """Gives page numbers, and what says that a text goes on elsewhere, the role DEBRIS."""
    for line in lines:
        if len(line.text) <= _LONGEST_TURN and line.role is PieceRole.TEXT and _TURN.match(line.text):
            line.role = PieceRole.DEBRIS


def mark_repeated(lines: list[Line]) -> None:
    """Gives a numbered headline that comes again at once, after no more than a greeting, the role DEBRIS."""
    for at, line in enumerate(lines):
        if line.mark is None or line.role is not PieceRole.TEXT or len(line.text) > _LONGEST_REPEATED:
            continue
        between = 0
        for later in lines[at + 1 : at + 1 + _LINES_BETWEEN]:
            if later.text == line.text:
                line.role = PieceRole.DEBRIS
                break
            between += len(later.text)
            if between > _LONGEST_GREETING or later.mark is not None:
                break


def _recurs(lines: list[Line], text: str) -> bool:
    """Whether lines above begin with the same label: a field of each entry of a list, 主办单位：."""
    label = _FIELD.match(text)
    return label is not None and any(line.text.startswith(label[0]) for line in lines[-_NEAR_FIELD:])


def mark_tail(lines: list[Line]) -> int:
    """Gives what follows the text the role DEBRIS, from one of its words on; returns where it begins."""
    end = len(lines)
    sentences = 0
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text
        if lines[at].role is not PieceRole.TEXT:
            break
        if _TAIL.match(text) and not _recurs(lines[:at], text):
            end = at
            sentences = 0
        elif len(text) > _LONGEST_LINK or text.endswith(("。", "！", "；")) or lines[at].title:
            sentences += 1
            if sentences > 1:
                break
    for line in lines[end:]:
        line.role = PieceRole.DEBRIS
    return end
