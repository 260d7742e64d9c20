"""The font families of each role on all systems, and the bundled font."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FALLBACK_FAMILY = "Noto Sans SC"

# The first installed family of a list is used: good open fonts first, as users who install them want them;
# then those of Windows, macOS, UOS and Kylin; last the bundled one
SERIF = (
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Songti SC",
    "STSong",
    "SimSun",
    "NSimSun",
    FALLBACK_FAMILY,
)

SANS = (
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans CJK SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Hiragino Sans GB",
    "Heiti SC",
    "SimHei",
    FALLBACK_FAMILY,
)

# For headlines: a heavy serif, or one with a bold weight. SimSun has none and looks thin in large sizes
DISPLAY = (
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "FZXiaoBiaoSong-B05S",
    "FZXiaoBiaoSong-B05",
    "STZhongsong",
    "Songti SC",
    "Microsoft YaHei",
    "SimHei",
    FALLBACK_FAMILY,
)

# For emphasis: Chinese is set in 楷体 rather than italics
KAI = (
    "KaiTi",
    "Kaiti SC",
    "STKaiti",
    "KaiTi_GB2312",
    "LXGW WenKai",
    "AR PL UKai CN",
)

# For the official layout: the typefaces that GB/T 9704-2012 requires (5.2.2, 7.3.1, 7.3.3), by the names that
# vendors give them, then similar open fonts. If none is installed, the lists above are used
SMALL_TITLE = (
    "FZXiaoBiaoSong-B05S",
    "方正小标宋简体",
    "FZXiaoBiaoSong-B05",
    "方正小标宋_GBK",
    "FZXBSJW--GB1-0",
    "STZhongsong",
    "华文中宋",
)
FANGSONG = (
    "FangSong_GB2312",
    "仿宋_GB2312",
    "FangSong",
    "仿宋",
    "STFangsong",
    "华文仿宋",
    "FZFangSong-Z02S",
    "方正仿宋简体",
    "FandolFang R",
    "FandolFang",
    "Zhuque Fangsong (technical preview)",
)
OFFICIAL_KAI = (
    "KaiTi_GB2312",
    "楷体_GB2312",
    "KaiTi",
    "楷体",
    "STKaiti",
    "华文楷体",
    "Kaiti SC",
    "FandolKai",
    *KAI[-2:],
)
HEI = ("SimHei", "黑体", "STHeiti", "华文黑体", "Heiti SC", "FandolHei")
SONG = ("SimSun", "宋体", "NSimSun", "STSong", "华文宋体", "Songti SC", "FandolSong")


class FontRole(NamedTuple):
    """A typeface of the official layout: its name in GB/T 9704-2012 and the families that match it."""

    name: str
    families: tuple[str, ...]
    otherwise: tuple[str, ...]  # substitutes


ROLES = {
    "title": FontRole("小标宋", SMALL_TITLE, DISPLAY),
    "body": FontRole("仿宋", FANGSONG, SERIF),
    "hei": FontRole("黑体", HEI, SANS),
    "kaiti": FontRole("楷体", OFFICIAL_KAI, SERIF),
    "song": FontRole("宋体", SONG, SERIF),
}
"""The typefaces of the official layout, by their names in its template."""

# Included in Typst; monospaced
MONO = ("DejaVu Sans Mono",)

# Chinese fonts with poor Latin letters and digits, which another font sets
POOR_LATIN = frozenset(
    {
        *("SimSun", "NSimSun", "STSong", "STZhongsong", "KaiTi", "KaiTi_GB2312", "STKaiti"),
        *SMALL_TITLE,
        *FANGSONG,
        *OFFICIAL_KAI,
        *SONG,
    }
)
LATIN = "Libertinus Serif"  # included in Typst


@lru_cache(maxsize=1)
def fallback_font() -> Path:
    """Returns the file of the bundled variable font Noto Sans SC. Raises FileNotFoundError.

    Its package is located rather than imported, which would take long.
    """
    spec = importlib.util.find_spec("justmytype_intl_cjk")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in sorted(Path(folder, "fonts", "ofl", "notosanssc").glob("*.ttf")):
            return file
    raise FileNotFoundError("the package justmytype-intl-cjk, which brings the Chinese font, is missing")
