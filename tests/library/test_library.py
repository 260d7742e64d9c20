"""A folder of reports: read in a process of its own, kept in an index, looked through at once."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gaohang_viewer.library.index import Index, delete_index
from gaohang_viewer.library.indexer import Indexing, update
from gaohang_viewer.library.metadata import Metadata
from gaohang_viewer.library.scan import File, reports_in
from gaohang_viewer.library.text_search import TextSearch
from tests.loading.compound_file.bytes_of import LOCKED

REPORT = "{title}\n各位代表：\n一、第一部分\n{body}\n二、第二部分\n这里没有别的话，只有这一句。\n"


def write(folder: Path, name: str, body: str, title: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(title=title or path.stem, body=body), "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    write(folder, "2021年甲镇报告.txt", "推进一网统管，打造样板。\n一网统管全覆盖，年年有进步。")
    write(folder, "2023年乙镇报告.txt", "大力發展經濟，ＧＤＰ增長百分之五。")
    below = write(folder, "下级/2022年丙镇报告.md", "")
    below.write_text("# 报告\n\n## 一\n\n做好一网\n统管，持续提高水平。\n", "utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / ".hidden.txt").write_text("一网统管", "utf-8")
    (folder / "~$lock.docx").write_bytes(b"x")
    return folder


def quick_check(index: Path) -> list[tuple[str]]:
    """What SQLite finds wrong with an index."""
    with closing(sqlite3.connect(index)) as connection:
        return connection.execute("PRAGMA quick_check").fetchall()


@pytest.fixture
def index(tmp_path: Path, folder: Path) -> Index:
    made = Index(tmp_path / "index.sqlite")
    for _ in update(made, folder):
        pass
    return made


def shelf(index: Index) -> TextSearch:
    made = TextSearch(index)
    made.refresh()
    return made


def found(shelf: TextSearch, query: str) -> list[tuple[str, int]]:
    return [(Path(hit.entry.path).stem[:4], hit.hits) for hit in shelf.search(query)]


def test_every_report_is_found_and_nothing_else(folder: Path) -> None:
    (folder / "link.txt").symlink_to("/etc/hostname")
    names = [Path(file.path).name for file in reports_in(folder)]
    assert sorted(names) == ["2021年甲镇报告.txt", "2022年丙镇报告.md", "2023年乙镇报告.txt", "坏.docx"]


def test_the_newest_report_comes_first_and_each_tells_its_hits(index: Index) -> None:
    assert found(shelf(index), "一网统管") == [("2022", 1), ("2021", 2)]


@pytest.mark.parametrize("query", ["发展经济", "發展經濟", "gdp增长", "ＧＤＰ 增 长"])
def test_script_width_case_and_white_space_make_no_difference(index: Index, query: str) -> None:
    assert found(shelf(index), query) == [("2023", 1)]


@pytest.mark.parametrize("query", ["", "  \u3000", "\n"])
def test_a_query_of_white_space_finds_nothing(index: Index, query: str) -> None:
    assert found(shelf(index), query) == []


def test_words_that_stand_nowhere_together_are_looked_for_one_by_one(index: Index) -> None:
    assert found(shelf(index), "样板 进步") == [("2021", 2)]
    assert found(shelf(index), "样板 经济") == []


def test_one_and_two_characters_are_enough(index: Index) -> None:
    assert len(found(shelf(index), "网")) == 2
    assert len(found(shelf(index), "统管")) == 2


def test_a_snippet_names_its_section(index: Index) -> None:
    whole = shelf(index)
    hit = next(hit for hit in whole.search("一网统管") if "2021" in hit.entry.path)
    first, second = whole.snippets(hit.entry, "一網統管")
    assert (first.section, second.section) == (0, 0)
    assert (first.number, second.number) == (0, 1)
    assert first.text[first.start : first.end] == "一网统管"


def test_a_file_that_cannot_be_opened_is_told_and_stops_nothing(index: Index) -> None:
    problems = {Path(entry.path).name: entry.problem for entry in index.entries()}
    assert problems["坏.docx"] == "damaged"
    assert not any(problem for name, problem in problems.items() if name != "坏.docx")


def test_only_what_has_changed_is_read_again(index: Index, folder: Path) -> None:
    whole = shelf(index)
    write(folder, "2023年乙镇报告.txt", "现在也有一网统管了，这是新的。")
    os.utime(folder / "2023年乙镇报告.txt", ns=(1, 1))
    (folder / "2021年甲镇报告.txt").unlink()
    write(folder, "2024年丁镇报告.txt", "一网统管，一网统管，都有了。")
    read = [Path(file.path).name for _, _, file in update(index, folder)]
    assert sorted(read) == ["2023年乙镇报告.txt", "2024年丁镇报告.txt"]
    whole.refresh()
    assert found(whole, "一网统管") == [("2024", 2), ("2023", 1), ("2022", 1)]
    assert [*update(index, folder)] == []


def test_a_report_from_elsewhere_belongs_to_it_too(index: Index, folder: Path, tmp_path: Path) -> None:
    more = write(tmp_path / "elsewhere", "第二版.md", "一网统管也在这里，没有忘记。")
    assert len([*update(index, folder, (more,))]) == 1
    assert len(found(shelf(index), "一网统管")) == 3
    assert [*update(index, folder, (more,))] == []


@pytest.mark.parametrize("damage", ["text", "cut", "version", "tables"])
def test_a_damaged_index_is_made_anew(index: Index, folder: Path, damage: str) -> None:
    file = index.file
    index.close()
    if damage == "text":
        file.write_bytes(b"no database " * 1000)
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[:100])
    else:
        with sqlite3.connect(file) as connection:
            connection.execute("PRAGMA user_version=999" if damage == "version" else "DROP TABLE reports")
            connection.execute("CREATE TABLE other (x)")
        connection.close()
    again = Index(file)
    assert again.rebuilt
    assert again.entries() == []
    assert len([*update(again, folder)]) == 4
    assert found(shelf(again), "一网统管")
    again.close()
    assert quick_check(file) == [("ok",)]


def test_a_folder_in_place_of_the_index_is_put_aside(index: Index) -> None:
    file = index.file
    index.close()
    delete_index(file)
    file.mkdir()
    again = Index(file)
    assert again.entries() == []
    again.close()
    assert file.with_name(file.name + ".damaged").is_dir()


def test_an_index_that_another_process_locks_is_not_thrown_away(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.put(File("/x.txt", 1, 1), Metadata("x"), "字")
    index.commit()
    file = index.file
    index.close()
    monkeypatch.setattr("gaohang_viewer.library.index._TIMEOUT", 0.01)
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            Index(file)
    again = Index(file)
    assert not again.rebuilt
    assert "/x.txt" in [entry.path for entry in again.entries()]
    again.close()


def test_the_child_process_tells_how_far_it_is(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "child.sqlite"
    told: list[tuple[int, int, str]] = []
    assert Indexing(folder, file).wait(lambda *said: told.append(said))
    assert told[-1][:2] == (4, 4)
    assert not Indexing(folder, file).wait(lambda *said: told.append(said))
    index = Index(file)
    assert len(index.entries()) == 4
    index.close()


def test_a_killed_child_leaves_an_index_that_can_be_used(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    for number in range(400):
        write(folder, f"{number}.txt", "一网统管在此，说了很多话。\n" * 40)
    file = tmp_path / "killed.sqlite"
    run = Indexing(folder, file)
    run.wait(lambda done, of, name: run.cancel() if done > 1 else None)
    index = Index(file)
    assert not index.rebuilt
    some = len(index.entries())
    assert some < 400
    for _ in update(index, folder):
        pass
    assert len(found(shelf(index), "一网统管")) == 400
    index.close()
    assert quick_check(file) == [("ok",)]


def test_an_index_thrown_away_is_gone_with_all_its_files(index: Index) -> None:
    index.put(File("/x.txt", 1, 1), Metadata("x"), "字")
    index.commit()
    delete_index(index.file)
    assert not [*index.file.parent.glob("index.sqlite*")]
    index.close()


def test_a_report_with_a_password_is_listed_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "报告.doc").write_bytes(LOCKED)
    made = Index(tmp_path / "locked.sqlite")
    for _ in update(made, tmp_path / "reports"):
        pass
    assert [(entry.problem, entry.metadata.characters) for entry in made.entries()] == [("locked", 0)]
