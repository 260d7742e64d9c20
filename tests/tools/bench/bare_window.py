"""The least that a reader can be: a tree beside a text pane, empty or with the Markdown file named."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextBrowser, QTreeView

app = QApplication(sys.argv[:1])
window, splitter, tree, pane = QMainWindow(), QSplitter(), QTreeView(), QTextBrowser()
splitter.addWidget(tree)
splitter.addWidget(pane)
if len(sys.argv) > 1:
    pane.setMarkdown(Path(sys.argv[1]).read_text(encoding="utf-8"))
window.setCentralWidget(splitter)
window.resize(1200, 800)
window.show()
sys.exit(app.exec())
