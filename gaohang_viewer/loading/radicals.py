"""Turns radicals into the ordinary characters that they stand for: some PDF files give ⼀ for 一.

The radicals of Kangxi (U+2F00 to U+2FD5) have their characters in Unicode (UnicodeData.txt, compatibility
decompositions); of the supplement (U+2E80 to U+2EF3) those count here that are characters by themselves
(EquivalentUnifiedIdeograph.txt).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_RADICALS = re.compile("[\u2e80-\u2fd5]")
_SUPPLEMENT = (
    "⺁厂⺃乚⺄乙⺆冂⺇几⺈刀⺊卜⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺗心⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺢水⺦丬⺧牛⺨犭⺪疋⺫目⺬示⺰纟⺱罓"
    "⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑"
    "⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾"
    "⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟"
)


def with_ordinary_characters(text: str) -> str:
    """The text with ordinary characters in the place of radicals."""
    return text.translate(_characters()) if _RADICALS.search(text) else text


@lru_cache(maxsize=1)
def _characters() -> dict[int, str]:
    kangxi = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return kangxi | {ord(sign): to for sign, to in zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)}
