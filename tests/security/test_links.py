"""Links lead to the web or to a mail, after a click and a question that shows where to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gaohang_viewer.report import links
from gaohang_viewer.report.blocks import Paragraph
from gaohang_viewer.report.links import MOST, destination, in_markdown, pretends, safe
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.ui.external_links import ask_to_open


@pytest.mark.parametrize(
    "address",
    [
        "http://a.cn",
        "HTTPS://例子.中国/路?x=1#y",
        "mailto:a@b.cn?subject=x",
        "http://[::1]:8/x",
        "http://me:pass@a_b.cn.:65535/100%",
        "http://1.2.3.4",
    ],
)
def test_the_web_and_mail_are_links(address: str) -> None:
    assert safe(address) == address


@pytest.mark.parametrize(
    "address",
    [
        *(
            "file:///etc/passwd",
            "FILE:x",
            "ftp://a.cn/x",
            "javascript:alert(1)",
            "java\tscript:x",
            "smb://a/b",
        ),
        *(
            "\\\\a\\b",
            "//a/b",
            "data:text/html,x",
            "ms-word:ofe|u|x",
            "http:a.cn",
            "http:///x",
            "http://a b.cn",
        ),
        *(
            "https://a\u202e.cn/",
            "mailto:",
            "x",
            "",
            "vbscript:x",
            "search-ms:query=x",
            "http://" + "a" * 3000,
        ),
        *(
            "http://a..b/",
            "http://.a.cn",
            "http://-a.cn",
            "http://a.cn:99999/",
            "http://a@b@c.cn/",
            "http://[1]/",
            "http://" + "a" * 64 + ".cn",
        ),
    ],
)
def test_nothing_else_is_a_link_on_any_output(address: str) -> None:
    assert safe(address) == ""
    block = blocks(f"甲[乙](<{address}>)丙")[0]
    assert isinstance(block, Paragraph)
    assert not any(run.link for run in block.runs)


def test_what_cannot_be_seen_in_an_address_is_escaped() -> None:
    assert safe("https://a.cn/x\u202egpj.exe\u200b") == "https://a.cn/x%E2%80%AEgpj.exe%E2%80%8B"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("http://a.cn/甲\u3000乙", "http://a.cn/甲%E3%80%80乙"),
        ("http://a.cn/甲\u00a0乙", "http://a.cn/甲%C2%A0乙"),
        ("http://a.cn/甲 (乙)", "http://a.cn/甲%20%28乙%29"),
    ],
)
def test_an_address_in_markdown_leads_to_the_same_page(address: str, written: str) -> None:
    assert in_markdown(address) == written


@pytest.mark.parametrize("take", [safe, in_markdown])
def test_an_address_that_is_too_long_is_not_looked_at(
    take: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def look(sign: str) -> str:
        looked.append(sign)
        return sign

    monkeypatch.setattr(links, "_visible", look)
    assert take("https://a.cn/" + "(" * MOST) == ""
    assert looked == []
    assert take("https://a.cn/x") == "https://a.cn/x"
    assert looked != []


def test_a_host_is_what_stands_behind_the_name_that_logs_in() -> None:
    assert destination("https://bank.cn@evil.cn/x").host == "evil.cn"
    assert destination("https://аррӏе.com").ascii == "xn--80ak6aa92e.com"


@pytest.mark.parametrize(
    ("words", "address", "is_false"),
    [
        ("www.bank.cn", "https://evil.cn", True),
        ("https://bank.cn/a", "https://bank.cn.evil.cn/a", True),
        ("www.bank.cn", "https://bank.cn/login", False),
        ("bank.cn", "https://www.bank.cn:8080/login", False),
        ("这里", "https://evil.cn", False),
        ("增长12.5%", "https://a.cn", False),
        ("官网 https://bank.com", "https://evil.com/", True),
        ("官网https://bank.com/登录", "https://evil.com/", True),
        ("evil.com，即bank.com", "https://evil.com/", True),
        ("见www.bank.com上的文字", "https://evil.com/", True),
        ("BANK.COM", "https://EVIL.com/", True),
        ("ｂａｎｋ．ｃｏｍ", "https://evil.com/", True),
        ("ban\u200bk\u00ad.com", "https://evil.com/", True),
        ("bank\u200a.com", "https://evil.com/", True),
        ("bank.cоm", "https://evil.com/", True),  # its o is Cyrillic
        ("xn--80ak6aa92e.com", "https://apple.com/", True),
        ("@bank.com", "https://evil.com/", True),
        ("...bank.com", "https://evil.com/", True),
        ("li.ming@bank.com", "mailto:li.ming@evil.com", True),
        ("https://例子.中国/", "https://evil.com/", True),
        ("https://bank.com@evil.com/", "https://bank.com/", True),
        ("http://10.0.0.1/", "http://10.0.0.2/", True),
        ("http://[::1]:8/", "http://[::1]:9/", False),
        ("中国政府网.中国", "https://中国政府网.中国/", False),
        ("https://中国政府网.中国/", "https://xn--fiqs8sirgfmhq98a.xn--fiqs8s/", False),
        ("https://xn--fiqs8sirgfmhq98a.xn--fiqs8s", "https://中国政府网.中国/", False),
        ("аррӏе.com", "https://аррӏе.com/", False),
        ("附件1.docx", "http://www.gov.cn/a.docx", False),
        ("关于2025年工作的通知.PDF", "http://www.gov.cn/a.pdf", False),
        ("li.ming@gov.cn", "mailto:li.ming@gov.cn?subject=x", False),
        ("1.总体要求", "https://a.cn", False),
        ("www.gov.cn 国务院", "https://www.gov.cn", False),
        ("中国政府网（www.gov.cn）", "https://www.gov.cn", False),
        ("https://www.gov.cn/文件/通知.a.cn?b=c.cn", "https://www.gov.cn/x", False),
        ("见https://www.gov.cn国务院", "https://www.gov.cn/", False),
        ("网址：https://www.gov.cn。", "https://www.gov.cn./", False),
        ("Node.js 官方", "https://nodejs.org", False),
    ],
)
def test_words_that_name_another_host_are_found_out(words: str, address: str, is_false: bool) -> None:
    assert pretends(words, address) is is_false


@pytest.mark.parametrize("part", ["a", "a.", "_a", "a@", "http://", "a-", "-.", "http:", "@a.", "a:/"])
def test_long_words_are_searched_for_links(part: str) -> None:
    pretends(part * 200_000, "https://a.cn")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: said.append(bytes(url.toEncoded().data()).decode())
    )
    return said


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def asked(window: QWidget, address: str, words: str = "") -> QMessageBox:
    box = ask_to_open(window, address, words)
    assert box is not None
    return box


def press(box: QMessageBox, text: str) -> None:
    next(button for button in box.findChildren(QPushButton) if button.text() == text).click()


def test_a_link_opens_only_after_the_question(window: QWidget, opened: list[str]) -> None:
    box = asked(window, "https://a.cn/x?y=1")
    assert "a.cn" in box.text()
    assert box.informativeText() == "https://a.cn/x?y=1"
    assert opened == []
    press(box, "Open")
    assert opened == ["https://a.cn/x?y=1"]


def test_a_long_address_is_shown_to_its_end(window: QWidget) -> None:
    address = "https://a.cn/" + "".join(f"{number:05}" for number in range((MOST - 13) // 5))
    assert asked(window, address).informativeText().replace("\n", "") == address


def test_the_middle_that_is_left_out_of_a_wide_address_is_marked(window: QWidget) -> None:
    address = "https://a.cn/" + "".join(f"路{number:05}径" for number in range(200)) + "甲" * 580 + "尾"
    shown = asked(window, address).informativeText().split("\n")
    head, tail = "".join(shown).split("…")
    assert address.startswith(head)
    assert address.endswith(tail)
    assert len(shown) == 28
    assert shown[14] == "…"


def test_a_mail_names_all_whom_it_goes_to(window: QWidget) -> None:
    box = asked(window, "mailto:a@b.cn?subject=x&BCC=c%40evil.cn&cc=d@e.cn%0A&body=f@g.cn&%74o=h@i.cn")
    assert box.text() == "Send an email to a@b.cn, c@evil.cn, d@e.cn%0A, h@i.cn?"


def test_words_that_are_cut_are_marked(window: QWidget) -> None:
    told = asked(window, "https://a.cn", "见www.bank.cn，" + "很长的文字" * 20).informativeText()
    assert "很长…”" in told


def test_a_link_that_is_not_wanted_does_not_open(window: QWidget, opened: list[str]) -> None:
    press(asked(window, "https://a.cn"), "Cancel")
    assert opened == []


def test_what_is_no_link_is_not_asked_for(window: QWidget) -> None:
    assert ask_to_open(window, "file:///etc/passwd") is None


def test_a_doubtful_link_is_shown_in_latin_letters_and_not_opened_by_enter(
    window: QWidget, opened: list[str]
) -> None:
    box = asked(window, "https://аррӏе.com/", "apple.com")
    assert "xn--80ak6aa92e.com" in box.informativeText()
    assert "apple.com" in box.informativeText()
    assert box.defaultButton().text() == "Cancel"
    assert opened == []
