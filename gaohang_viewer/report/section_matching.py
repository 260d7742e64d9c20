"""Finds the sections of one version of a report in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.report.model import Report


def headline_path(report: Report, section: int) -> tuple[str, ...]:
    """Returns the titles from the top down to a section, without marks, which identify it in any version."""
    return tuple(report.sections[at].title.strip() for at in report.outline.path(section))


def section_of_path(report: Report, path: tuple[str, ...]) -> int | None:
    """Returns the first section with a headline path, if there is one."""
    siblings, found = report.outline.roots, None
    for title in path:
        found = next((at for at in siblings if report.sections[at].title.strip() == title), None)
        if found is None:
            return None
        siblings = report.outline.children[found]
    return found


def section_again(old: Report, new: Report) -> Callable[[int], int]:
    """Returns a function that maps a section of the old version to one of the new version.

    It looks for the headline path and, if several sections have it, for the same index among them; otherwise
    for the parent; otherwise it returns -1, the front page.
    """
    nth: dict[int, int] = {}
    of_path: dict[tuple[str, ...], list[int]] = {}

    def find(section: int) -> int:
        if section < 0 or old is new:
            return section
        path = headline_path(old, section)
        if section < len(new.sections) and headline_path(new, section) == path:
            return section
        if not of_path:
            seen: dict[tuple[str, ...], int] = {}
            for at, each in enumerate(_paths(old)):
                nth[at] = seen.get(each, 0)
                seen[each] = nth[at] + 1
            for at, each in enumerate(_paths(new)):
                of_path.setdefault(each, []).append(at)
            of_path.setdefault((), [])
        if found := of_path.get(path):
            return found[min(nth[section], len(found) - 1)]
        parent = old.outline.parents[section]
        return -1 if parent is None else find(parent)

    return find


def lines_again(lines: set[int], old: Report, new: Report) -> set[int]:
    """Returns the source lines in the new version of sections given by their lines in the old one.

    A section with another headline or place in the outline now is found by its line, if its title or its mark
    and level are the same.
    """
    again, found = section_again(old, new), set()
    at_line = {section.line_no: section for section in new.sections} if lines else {}
    for index, section in enumerate(old.sections if lines else ()):
        if section.line_no not in lines:
            continue
        now = again(index)
        if now >= 0 and new.sections[now].title.strip() == section.title.strip():
            found.add(new.sections[now].line_no)
        elif (there := at_line.get(section.line_no)) and (
            there.title == section.title or (there.level, there.mark) == (section.level, section.mark)
        ):
            found.add(there.line_no)
    return found


def _paths(report: Report) -> list[tuple[str, ...]]:
    paths: list[tuple[str, ...]] = []
    path: tuple[str, ...] = ()
    for section in report.sections:
        path = (*path[: section.level - 1], section.title.strip())
        paths.append(path)
    return paths
