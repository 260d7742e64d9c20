"""Strings that break programs, by kind: what a title, a word that is looked for or a name of a file may be."""

from __future__ import annotations

NAUGHTY: dict[str, tuple[str, ...]] = {
    "controls": ("a\x00b", "\x07bell", "a\x08b", "\x1b[31mred\x1b[0m", "a\x7fb", "a\x85b", "a\x0bb\x0cc"),
    "surrogates": ("甲\ud800乙", "\udc80.txt", "\ud83d"),
    "directions": ("\u202eabc\u202c", "\u2067甲\u2069", "مرحبا بالعالم", "שלום 5% (甲)", "\u200fa\u200e"),
    "zero width": ("甲\u200b乙", "\u200d\u200d", "\ufeff甲", "甲\u2060乙", "\u00ad甲\u00ad"),
    "combining": ("Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚", "e\u0301" * 30, "\u0301甲", "ก็็็็็็็็็็"),
    "emoji": ("👩‍👩‍👧‍👦 一家", "🇨🇳", "👍🏽", "1️⃣", "❤️"),
    "rare characters": ("𠮷野家", "𪚥𪚥", "㐀", "\U00030000", "\ue000\uf8ff", "\U000f0000", "\ufffe"),
    "spaces": ("甲\u3000\u3000乙", "\u00a0甲", "甲\u2028乙", "甲\u2029乙", " 甲 ", "甲\t乙", "甲\r\n乙"),
    "typst": ('#read("/etc/passwd")', "#panic()", "$ x $", "#import \"@preview/a:0.1.0\"", "<label> @ref", '"]#sys'),
    "html": ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt; &amp; &#0;", "</title><h1>", "<!--"),
    "markdown": ("**甲", "[a](javascript:alert(1))", "# 甲", "- - - -", "```", "| a | b |", "\\\\*", "1) 甲", "![](x)"),
    "sql": ("'; DROP TABLE files; --", "100%_", '" OR ""="', "NEAR(甲 乙)", "甲*"),
    "paths": ("../../x", "..", "CON", "nul.txt", "a:b", "/etc/passwd", "C:\\x", "~", "-rf", "甲" * 90, "a" * 255),
    "formats": ("%s%n%d", "{0} {name} {", "%1 %L1", "$HOME `id` $(id)", "{title}", "\\u0041 \\n"),
    "numbers": ("٣٤%", "Ⅷ、甲", "１２３", "²₃", "1e999", "NaN", "-0", "9" * 400 + "万元", "〇〇〇一、甲"),
    "long": ("a" * 2000, "甲" * 2000, "a-" * 500, "、" * 300, "（" * 100),
    "broken encodings": ("锟斤拷", "烫烫烫", "Ã¤Â¸Â­", "\ufffd\ufffd", "鏀垮簻宸ヤ綔"),
    "signs": ("&File", "a && b", "", " ", "?", "。", "——", "●"),
}  # fmt: skip
ALL = tuple(text for texts in NAUGHTY.values() for text in texts)
