"""Which faces the report is set in, on every system, and where the face is that is always there."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path

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

# Typst brings this face itself; code in it lines up.
MONO = ("DejaVu Sans Mono",)

# Chinese faces whose own Latin letters and digits are poor: another face sets those.
POOR_LATIN = frozenset({"SimSun", "NSimSun", "STSong", "STZhongsong", "KaiTi", "KaiTi_GB2312", "STKaiti"})
LATIN = "Libertinus Serif"  # comes with Typst


@lru_cache(maxsize=1)
def fallback_font() -> Path:
    """The file of the variable face Noto Sans SC. Its package is located, not imported: that takes long."""
    spec = importlib.util.find_spec("justmytype_intl_cjk")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in sorted(Path(folder, "fonts", "ofl", "notosanssc").glob("*.ttf")):
            return file
    raise FileNotFoundError("the package justmytype-intl-cjk, which brings the Chinese font, is missing")
