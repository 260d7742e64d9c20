from __future__ import annotations

import json
from pathlib import Path

import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Pages, TypesetError
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.slides.deck import deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import DeckOptions
from gaohang_viewer.typeset.slides.themes import DEFAULT_THEME, slide_themes
from tests.typeset.conftest import Reader

OWN = {
    "title": {"zh": "绿", "en": "Green"},
    "background": ["#0E3B2E"],
    "ink": "#FFFFFF",
    "muted": "#CFE3DB",
    "accent": "#E9C46A",
    "hairline": "#6FA08D",
    "track": "#2F6252",
}
REPORT = Report(
    "报告", sections=(Section(1, "一、", "章", 1, "- 要点\n"), Section(2, "", "节", 3, "- 甲\n- 乙\n"))
)


def write(folder: Path, name: str = "green.json", /, **changes: object) -> Path:
    file = folder / name
    values = {key: value for key, value in {**OWN, **changes}.items() if value is not None}
    file.write_text(json.dumps(values), "utf-8")
    return file


def shown(breaker: HeadlineBreaker, folder: Path, theme: str = "green", logo: str = "") -> Pages:
    options = DeckOptions(theme=theme, themes=(folder,), logo=logo)
    return compile_job(slides_job(REPORT, deck(REPORT, breaker, options), options))


def test_the_program_has_four_looks_with_names_in_both_languages() -> None:
    found = slide_themes()
    assert [theme.title("zh") for theme in found.themes] == ["党政红", "政务蓝", "素白", "夜间"]
    assert [theme.title("en") for theme in found.themes] == ["Red", "Blue", "White", "Night"]
    assert len({theme.template for theme in found.themes}) == 4
    assert found.damaged == ()


def test_a_look_of_the_user_s_own_is_colours_alone_if_it_names_no_template(
    tmp_path: Path, breaker: HeadlineBreaker
) -> None:
    write(tmp_path)
    found = slide_themes((tmp_path, tmp_path / "not there"))
    assert found.themes[-1].name == "green"
    assert found.themes[-1].title("zh") == "绿"
    assert found.themes[-1].title("fr") == "Green"
    assert shown(breaker, tmp_path).count > 3


def test_a_look_may_use_a_template_of_the_program_or_bring_its_own(
    tmp_path: Path, breaker: HeadlineBreaker, read_back: Reader
) -> None:
    for name in ("red", "blue", "white", "night"):
        write(tmp_path, template=name)
        assert shown(breaker, tmp_path).count > 3
    (tmp_path / "own.typ").write_text(
        '#import "slides-kit.typ": *\n#let cover(slide) = [Own #slide.text]\n', "utf-8"
    )
    write(tmp_path, template="own.typ")
    assert "Own 报告" in read_back(shown(breaker, tmp_path).pdf).pages[0]


def test_a_look_of_the_same_name_takes_the_place_of_the_program_s(tmp_path: Path) -> None:
    file = write(tmp_path, "red.json")
    assert slide_themes((tmp_path,)).named("red").file == file


def test_a_look_that_is_gone_is_the_usual_one(tmp_path: Path, breaker: HeadlineBreaker) -> None:
    assert slide_themes().named("gone").name == DEFAULT_THEME
    assert shown(breaker, tmp_path, "gone").count > 3


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ink": None}, "ink"),
        ({"ink": "black"}, "ink"),
        ({"background": None}, "background"),
        ({"background": []}, "background"),
        ({"background": ["#12345"]}, "background"),
        ({"cover": {"accent": "#zzzzzz"}}, "accent"),
        ({"cover": "red"}, "object"),
        ({"template": "gone.typ"}, "missing"),
        ({"template": "../own.typ"}, "template"),
        ({"template": "/etc/own.typ"}, "template"),
        ({"template": 5}, "template"),
    ],
)
def test_a_damaged_look_is_passed_over_and_told(
    tmp_path: Path, changes: dict[str, object], reason: str
) -> None:
    file = write(tmp_path, **changes)
    found = slide_themes((tmp_path,))
    assert len(found.themes) == 4
    assert [told.file for told in found.damaged] == [file]
    assert reason in found.damaged[0].reason


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00"])
def test_a_file_that_is_no_look_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    assert len(slide_themes((tmp_path,)).damaged) == 1


def test_a_template_may_not_fetch_packages(tmp_path: Path) -> None:
    (tmp_path / "own.typ").write_text('#import "@preview/cetz:0.3.0"', "utf-8")
    write(tmp_path, template="own.typ")
    assert "package" in slide_themes((tmp_path,)).damaged[0].reason


@pytest.mark.parametrize("with_logo", [False, True])
def test_a_template_can_read_nothing_of_the_machine(
    tmp_path: Path, breaker: HeadlineBreaker, with_logo: bool
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    for path in (secret.as_posix(), "secret.txt", "../secret.txt", "/pyproject.toml", "pyproject.toml"):
        (tmp_path / "own.typ").write_text(f'#import "slides-kit.typ": *\n#let x = read("{path}")', "utf-8")
        write(tmp_path, template="own.typ")
        with pytest.raises(TypesetError):
            shown(breaker, tmp_path, logo=str(logo) if with_logo else "")
