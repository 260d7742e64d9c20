"""Recognizes the lines of a title block one by one: occasion, speaker, date, number, labels."""

from __future__ import annotations

import re

from gaohang_viewer.report.draft import PieceRole

DASHES = ("—", "–", "-", "―", "－", "─", "（", "(")
_SPACES = re.compile(r"[\s?？\u200b]+")
_YEAR = "[\\d一二三四五六七八九十〇○零]{4}"
_DAY = "[\\d一二三四五六七八九十]{1,3}"
_DATE = re.compile(
    rf"[（(]?(?:{_YEAR}年{_DAY}月(?:{_DAY}日)?|\d{{4}}-\d\d?-\d\d?)(?:印发)?[）)]?$|{_YEAR}年{_DAY}月{_DAY}日通过$"
)
_OCCASION = re.compile(
    r"[（(—–\-―－─]*.{0,60}(?:会议|大会|全会|会)(?:上|上的报告|上的讲话|通过|批准)[）)]?(?:[（(].{4,20}[）)])?$"
    rf"|(?:[（(—–\-―－─]+|{_YEAR}年{_DAY}月).{{4,60}}(?:代表大会|届人大)第?.{{1,3}}次会议(?:第.{{1,3}}次全体会议)?[）)]?$"
)
_BEGINS_OCCASION = re.compile(rf"[（(—–\-―－─]*(?:{_YEAR}年)?(?:{_DAY}月{_DAY}日)?在?.{{2,30}}$")
_OFFICES = "[省市县区州盟旗镇乡院局厅部会]长|检察长|董事长|主席|总理|总经理|书记|主任|司令员?"
_OFFICE = re.compile(rf"(?:{_OFFICES})[：:—]*[\u4e00-\u9fff·•]{{2,16}}$")
_OFFICE_ALONE = re.compile(rf"[\u4e00-\u9fff]{{0,24}}(?:{_OFFICES})$")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}$")
_LONG_NAME = re.compile(r"[\u4e00-\u9fff]{1,8}[·•][\u4e00-\u9fff·•]{1,10}$")
_KIND_OF_TITLE = re.compile(
    r"(?:报告|规划|纲要|决定|意见|方案|要点|总结|讲话|决议|通知|建议|草案|计划|公报|办法|规定|条例|汇报|说明|标准|规范|指南|规程)"
    r"》?(?:[（(].{1,20}[)）])?(?:\[\d{1,2}\])?$"
)
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,12}[〔\[（(]\d{4}[〕\]）)](?:第)?\d+号$"
    r"|(?:ICS|CCS|[A-Z]{1,3}(?:/T|/Z)?)\d[\dA-Z.—－\-]*$|[A-Z]{2,3}/[A-Z]?[\dX]+[.\d]*[—－\-]+[\dXY]+$"
)
_EDITION = re.compile(r"第[一二三四五六七八九十\d]+版$")
_LABEL = re.compile(
    r"(标题|原标题|题目|报告人|主讲人|发文单位|发布单位|发文时间|发布时间|成文日期|发布日期|备注|作者|来源)[：:]\s*"
)
_CAPTION = re.compile(
    r"[^在].{1,24}作(?:了)?《?(?:政府)?工作?报告》?[。.]?(?:.{0,20}摄)?$|.*(?:记者|通讯员).{0,12}摄$|[（(].{2,16}摄[）)]$"
)
_SPEAKS = {
    "报告人": PieceRole.SPEAKER,
    "主讲人": PieceRole.SPEAKER,
    "标题": PieceRole.TITLE,
    "题目": PieceRole.TITLE,
}


def plain(text: str) -> str:
    """A line without white space, and without the question marks that some program made of it."""
    return _SPACES.sub("", text)


def label_of(text: str) -> tuple[int, PieceRole | None]:
    """How long the label is that a line begins with (报告人：), and what stands behind it; 0 without one.

    The role is None for what a page says of itself.
    """
    label = _LABEL.match(text)
    return (label.end(), _SPEAKS.get(label[1])) if label else (0, None)


def names_a_document(text: str) -> bool:
    """Whether a line ends like the title of a document: …报告, …规划."""
    return _KIND_OF_TITLE.search(plain(text)) is not None


def is_caption(text: str) -> bool:
    """Whether a line stood below a picture of the speaker."""
    return _CAPTION.match(text) is not None


def begins_occasion(text: str) -> bool:
    """Whether a line can be the first one of an occasion on two lines: ──在太原市第十二届."""
    words = plain(text)
    opens = words.startswith(DASHES) or words.startswith("在") or words[:4].isdigit()
    return opens and not names_a_document(text) and _BEGINS_OCCASION.match(words) is not None


def is_office(text: str) -> bool:
    """Whether a line is an office alone, the name of who holds it on the next one."""
    return _OFFICE_ALONE.match(plain(text)) is not None


def is_name(text: str, *, sure: bool) -> bool:
    """Whether a line is the name of a person; `sure` where nothing but a name can stand."""
    words = plain(text)
    name = _NAME.match(words) is not None and (sure or words[0] in _SURNAMES)
    return name or _LONG_NAME.match(words) is not None


def role_of(text: str) -> PieceRole | None:
    """The role in a title block that the words of a line show; None if they do not."""
    words = plain(text)
    if _EDITION.match(words):
        return PieceRole.EDITION
    if _NUMBER.match(words):
        return PieceRole.NUMBER
    if _DATE.match(words):
        return PieceRole.DATE
    if _OCCASION.match(words):
        return PieceRole.OCCASION
    if len(words) <= _LONGEST_OFFICE and "报告" not in words and _OFFICE.search(words):
        return PieceRole.SPEAKER
    return None


_LONGEST_OFFICE = 40

# --- lines that hold several -----------------------------------------------------------------------------

_TITLE_AND_OCCASION = re.compile(
    r"[^—–―─]{2,40}(?:报告|规划|纲要|讲话)\s*(?=[—–―─－-]{1,2}\s*.{4,60}(?:上|通过|批准)$)"
)
_OCCASION_AND_SPEAKER = re.compile(
    r"[（(—–―－─\-]*.{6,60}?(?:会议|大会|全会)上\s*(?=[\u4e00-\u9fff]{1,16}\s*[\u4e00-\u9fff·\s]{2,10}$)"
)
_SPOKEN_BY = r"(?P<occasion>.*(?:会议|大会|全会)上)\s*(?P<speaker>[\u4e00-\u9fff·\s]{4,24})"
_TITLE_AND_ALL = re.compile(rf"(?P<title>.{{2,30}}报告)\s*[（(]{_SPOKEN_BY}[）)]$")
_FACT_AND_DATE = re.compile(rf"(.{{4,70}}?)\s*[（(]?({_YEAR}年{_DAY}月{_DAY}日)[）)]?$")
_BRACKETED = re.compile(rf"[（(]{_SPOKEN_BY}[）)]$")
_DATE_AND_NAME = re.compile(
    rf"[（(]\s*({_YEAR}\s*年\s*{_DAY}\s*月\s*{_DAY}\s*日)\s*(?!.{{0,8}}(?:通过|批准|公布|印发|施行|修订|修正)\s*[）)]$)"
    r"([\u4e00-\u9fff·•\s]{2,12}?)\s*[）)]$"
)
_PAGE_AND_TITLE = re.compile(r"(?:来源|时间|日期)[：:].*?\s{4,}(?=\S{2,40}$)")


def parts_of(text: str) -> list[str]:
    """The parts of a line with title and occasion, occasion and speaker, or date and name; else the line."""
    if match := _DATE_AND_NAME.match(text):
        return [match[1], match[2]]
    if match := _TITLE_AND_ALL.match(text):
        return [match["title"], match["occasion"], match["speaker"]]
    match = _FACT_AND_DATE.match(text)
    if match and role_of(match[1]) in (PieceRole.SPEAKER, PieceRole.OCCASION):
        return [match[1], match[2]]
    if match := _BRACKETED.match(text):
        speaker = match["speaker"].removesuffix("讲话")
        if role_of(speaker) is PieceRole.SPEAKER or is_name(speaker, sure=True):
            return [match["occasion"], speaker]
    for pattern in (_PAGE_AND_TITLE, _TITLE_AND_OCCASION, _OCCASION_AND_SPEAKER):
        match = pattern.match(text)
        if match is None:
            continue
        first, rest = text[: match.end()].strip(), text[match.end() :]
        if pattern is _PAGE_AND_TITLE and not names_a_document(rest):
            continue
        if pattern is _OCCASION_AND_SPEAKER and role_of(rest) is not PieceRole.SPEAKER:
            continue
        return [first, rest]
    return [text]


# --- titles that the file names elsewhere ----------------------------------------------------------------

_TITLE_BRACKET = re.compile(r"\s*[（(][^（）()]*(?:年|会议|全会)[^（）()]*[）)]$")
_YEARS = re.compile(r"[（(]\s*\d{4}\s*[—–\-~～至]+\s*\d{4}\s*年[）)]$")
_PREFIX = re.compile(r"(?:资料|附|全文)\s*[：:|]\s*")
_ISSUED = re.compile(r".{2,24}印发《([^》]+)》")
_SPOKEN = re.compile(
    r"(?P<speaker>[\u4e00-\u9fff]{2,4}(?:[省市县区州盟]长|主席))?(?P<occasion>.{4,60}(?:会议|大会)上?)"
    r"(?:的|所作|作|所作的|作的)(?P<title>.{0,10}政府工作报告)$"
)


def prefix_length(title: str) -> int:
    """How many characters of a title say what the page takes it for: 资料：."""
    prefix = _PREFIX.match(title)
    return prefix.end() if prefix else 0


def title_parts(title: str) -> dict[str, str]:
    """A title that the file names, without what does not belong to it: occasion, speaker and date."""
    facts: dict[str, str] = {}
    title = _PREFIX.sub("", title.strip(), count=1)
    half = len(title) // 2
    if len(title) % 2 == 0 and half > 3 and title[:half] == title[half:]:
        title = title[:half]
    parts = parts_of(title)
    if len(parts) == 2 and names_a_document(parts[0]):
        title, facts["occasion"] = parts
    bracket = _TITLE_BRACKET.search(title)
    if bracket and not _YEARS.search(title) and bracket.start() > 1:
        spoken = _DATE_AND_NAME.match(bracket[0].strip())
        if spoken:
            facts["date"], facts["speaker"] = spoken[1], spoken[2]
        title = title[: bracket.start()].rstrip()
    if match := _ISSUED.match(title):
        title = match[1]
    if match := _SPOKEN.match(title):
        facts |= {key: value for key, value in match.groupdict().items() if value}
        title = match["title"]
    return facts | {"title": title}
