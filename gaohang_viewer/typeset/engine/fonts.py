"""Which faces the report is set in, on every system, and where the face is that is always there."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FALLBACK_FAMILY = "Noto Sans SC"

# The first family of a chain that is installed is used. Good open faces come first, as whoever installed
# them wants them; then what Windows, macOS, and UOS / Kylin bring; last the face that we bring ourselves.
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

# For headlines: a serif that is drawn heavy or has a bold. SimSun has none, and big type in it looks thin.
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

# For stressed text: Chinese is never slanted, it changes to the brush face.
KAI = (
    "KaiTi",
    "Kaiti SC",
    "STKaiti",
    "KaiTi_GB2312",
    "LXGW WenKai",
    "AR PL UKai CN",
)

# For the layout of official documents, GB/T 9704-2012: what it asks for, in the names that the makers gave
# it, then open faces drawn alike. Where none is there the chains above serve.
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
    """What a face does on an official page: what the standard calls it, and the families that are it."""

    name: str
    families: tuple[str, ...]
    otherwise: tuple[str, ...]  # what stands in for them


ROLES = {
    "title": FontRole("小标宋", SMALL_TITLE, DISPLAY),
    "body": FontRole("仿宋", FANGSONG, SERIF),
    "hei": FontRole("黑体", HEI, SANS),
    "kaiti": FontRole("楷体", OFFICIAL_KAI, SERIF),
    "song": FontRole("宋体", SONG, SERIF),
}
"""The roles of the official layout, by the names that its template has for them."""

# Typst brings this face itself; code in it lines up.
MONO = ("DejaVu Sans Mono",)

# Chinese faces whose own Latin letters and digits are poor: another face sets those.
POOR_LATIN = frozenset(
    {
        *("SimSun", "NSimSun", "STSong", "STZhongsong", "KaiTi", "KaiTi_GB2312", "STKaiti"),
        *SMALL_TITLE,
        *FANGSONG,
        *OFFICIAL_KAI,
        *SONG,
    }
)
LATIN = "Libertinus Serif"  # comes with Typst


@lru_cache(maxsize=1)
def fallback_font() -> Path:
    """The file of the variable face Noto Sans SC. Its package is located, not imported: that takes long."""
    spec = importlib.util.find_spec("justmytype_intl_cjk")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in sorted(Path(folder, "fonts", "ofl", "notosanssc").glob("*.ttf")):
            return file
    raise FileNotFoundError("the package justmytype-intl-cjk, which brings the Chinese font, is missing")
