"""The command line, run as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from gaohang_viewer import __version__
from gaohang_viewer.cli.main import main
from gaohang_viewer.typeset.paper_options import Form


def run(*arguments: str, lang: str = "C.UTF-8", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LANG": lang, "LC_ALL": lang, "PYTHONUTF8": "1"}
    environment.pop("LANGUAGE", None)
    command = [sys.executable, "-m", "gaohang_viewer", *arguments]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, cwd=cwd, check=False
    )


def test_version_and_help() -> None:
    assert run("--version").stdout.strip() == f"gaohang-viewer {__version__}"
    told = run("--help").stdout
    for word in ("present", "outline", "pdf", "export", "FILE"):
        assert word in told


def test_the_outline_of_the_built_in_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 46
    assert rows[1] == {"level": 2, "title": "(一) 五年的拼搏奋斗,高质量发展更加强劲", "line_no": 21}
    assert main(["outline"]) == 0
    assert capsys.readouterr().out.startswith("一、回望五年的奋斗路,高行人风雨兼程砥砺奋进\n  (一) 五年")


def test_the_key_figures_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "报告\n一、回顾\n生产总值突破700亿元，增长6.5%左右。\n支持资产超100亿元的企业。\n"
    (tmp_path / "甲.txt").write_text(text, "utf-8")
    assert main(["figures", str(tmp_path / "甲.txt"), "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert first == {
        "value": "700",
        "unit": "亿元",
        "name": "生产总值",
        "qualifier": "突破",
        "section": "一、回顾",
        "quote": "生产总值突破700亿元，增长6.5%左右。",
        "at": 6,
        "shown": True,
    }
    assert (second["name"], second["qualifier"]) == ("生产总值增长", "左右")
    assert main(["figures", str(tmp_path / "甲.txt")]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "一、回顾\t生产总值\t700亿元\t突破"


def test_the_outline_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "甲.txt").write_text("题\n\n一、甲\n（一）乙\n文。\n", "utf-8")
    assert main(["outline", str(tmp_path / "甲.txt"), "--json"]) == 0
    assert [(row["level"], row["title"], row["line_no"]) for row in json.loads(capsys.readouterr().out)] == [
        (1, "一、甲", 3),
        (2, "（一）乙", 4),
    ]


@pytest.mark.parametrize("form", ["reading", "slides"])
def test_chosen_sections_become_a_pdf(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert main(["pdf", "-o", str(out), "--sections", "1.1,四", "--as", form]) == 0
    document = pypdfium2.PdfDocument(out)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "经济发展进中提质" in text
    assert "政治监督要更有力" in text
    assert "智慧生态特色镇" not in text


@pytest.mark.parametrize("command", [("outline",), ("pdf", "-o", "x.pdf"), ("present", "--from", "1")])
@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00\x01"])
def test_a_file_that_cannot_be_opened_is_one_sentence(
    command: tuple[str, ...], content: bytes | None, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "report.md").write_bytes(content)
    done = run(*command, "report.md", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "report.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x.pdf").exists()


def test_the_sentence_is_in_the_users_language(tmp_path: Path) -> None:
    assert "找不到文件“x.md”" in run("outline", "x.md", lang="zh_CN.UTF-8", cwd=tmp_path).stderr


def test_a_section_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = run("pdf", "-o", str(tmp_path / "x.pdf"), "--sections", "1,九十九")
    assert done.returncode == 2
    assert "九十九" in done.stderr
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("out", ["gone/x.pdf", "."])
def test_a_pdf_that_cannot_be_written_is_told(out: str, tmp_path: Path) -> None:
    done = run("pdf", "-o", out, cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert not list(tmp_path.iterdir())


def test_wrong_options_are_one_thing_to_mend() -> None:
    done = run("pdf")
    assert done.returncode == 2
    assert "--output" in done.stderr


def test_a_file_is_read_in_the_encoding_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "甲.txt"
    file.write_bytes("一、工作\n正文。\n".encode("gb18030"))
    assert main(["outline", str(file), "--encoding", "gb18030"]) == 0
    assert "一、工作" in capsys.readouterr().out


def test_a_report_is_written_as_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "甲.txt").write_text("报告\n各位代表：\n一、工作\n正文。\n", "utf-8")
    assert main(["markdown", str(tmp_path / "甲.txt")]) == 0
    printed = capsys.readouterr().out
    assert "# 一、工作\n\n正文。\n" in printed
    assert main(["markdown", str(tmp_path / "甲.txt"), "-o", str(tmp_path / "乙.md")]) == 0
    assert (tmp_path / "乙.md").read_text("utf-8") == printed


@pytest.mark.parametrize(
    ("given", "overrides"),
    [
        ((), {}),
        (("--console",), {"console": "always"}),
        (("--no-console", "--minutes", "25"), {"console": "never", "minutes": 25}),
        (("--theme", "blue", "--detail", "figures"), {"slides_theme": "blue", "slides_detail": "figures"}),
        (("--loop",), {"loop": True, "advance": -1}),
        (("--loop", "--every", "8"), {"loop": True, "advance": 8}),
        (("--screen", "EPSON"), {"screen": "EPSON"}),
    ],
)
def test_what_a_show_is_like_is_chosen_for_this_run(
    given: tuple[str, ...], overrides: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, object] = {}
    monkeypatch.setattr("gc.disable", lambda: None)

    def run_nothing(*_: object, overrides: dict[str, object], **__: object) -> int:
        asked.update(overrides)
        return 0

    monkeypatch.setattr("gaohang_viewer.app.startup.run", run_nothing)
    assert main(["present", *given]) == 0
    assert asked == overrides


def test_a_screen_that_is_not_there_is_told_with_those_that_are() -> None:
    done = run("present", "--screen", "9")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "“9”" in done.stderr
    assert "1 · " in done.stderr


def test_slides_are_written_in_another_look_and_with_figures(tmp_path: Path) -> None:
    pages = {}
    for name, options in {"plain": (), "other": ("--theme", "white", "--detail", "figures")}.items():
        out = tmp_path / f"{name}.pdf"
        assert main(["pdf", "-o", str(out), "--as", "slides", *options]) == 0
        with pypdfium2.PdfDocument(out) as document:
            pages[name] = len(document)
    assert pages["other"] > pages["plain"]


@pytest.mark.parametrize("command", [("pdf", "-o", "x.pdf", "--as", "slides"), ("present",)])
def test_a_look_that_there_is_not_is_told_with_those_that_are(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    done = run(*command, "--theme", "pink", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "“pink”" in done.stderr
    assert "red" in done.stderr


@pytest.mark.parametrize("form", list(Form))
def test_every_form_can_be_written(form: Form, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert main(["pdf", "--as", form.value, "--sections", "3", "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_options_of_paper_are_taken(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    (tmp_path / "old.md").write_text("# 一、旧\n\n旧的正文。", "utf-8")
    more = ["--cover", "--figures", "--compare", str(tmp_path / "old.md"), "--header", "内部 {title}"]
    assert main(["pdf", "-o", str(out), "--watermark", "征求意见稿", *more]) == 0
    words = text_of(out)
    for expected in ("数据一览", "与前一版的差异", "内部勇当高质量"):
        assert expected in words


def test_some_pages_and_a_file_for_each_chapter(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert main(["pdf", "--as", "official", "--pages", "2-3", "-o", str(out)]) == 0
    assert len(pypdfium2.PdfDocument(out)) == 2
    assert main(["pdf", "--per-chapter", "-o", str(tmp_path / "part.pdf")]) == 0
    assert sorted(path.name for path in tmp_path.glob("part*")) == [f"part-{n}.pdf" for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("pages", ["x", "1-2-3", "-1.5"])
def test_pages_that_make_no_sense_are_told(
    pages: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["pdf", f"--pages={pages}", "-o", str(tmp_path / "out.pdf")])
    assert left.value.code == 2
    assert pages in capsys.readouterr().err


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
