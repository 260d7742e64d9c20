"""The light table of a small report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.presenting.light_table.page import DeckPage
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language

REPORT = """# 勇当排头兵

## 主要工作

### 一、经济发展

稳中有进。

- 税收增长百分之五
- 企业增加三百家

### 二、民生保障

- 新建养老院两家

### 三、基层治理

- 一网统管全覆盖
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, pool: TypesetterPool, path: Path) -> Iterator[App]:
    made = App(store, pool=pool)
    made.start(path)
    qtbot.waitUntil(lambda: not made.files.background_reader.busy, timeout=10_000)
    yield made
    made.window.close()
    install_language("en")


@pytest.fixture
def page(app: App, qtbot: QtBot) -> DeckPage:
    app.window.activateWindow()
    app.window.actions_by_id["slides"].trigger()
    settle(app, qtbot)
    return app.slides.controller.page


def settle(app: App, qtbot: QtBot) -> None:
    """Waits for the slides as they are wanted now."""
    presenting = app.presenting
    qtbot.waitUntil(lambda: bool(presenting.deck.pages) and not presenting.busy, timeout=20_000)
