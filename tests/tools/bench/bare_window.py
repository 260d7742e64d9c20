"""The least that a reader can be: an empty tree beside an empty text pane."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextBrowser, QTreeView

app = QApplication(sys.argv[:1])
window, splitter, tree, pane = QMainWindow(), QSplitter(), QTreeView(), QTextBrowser()
splitter.addWidget(tree)
splitter.addWidget(pane)
window.setCentralWidget(splitter)
window.resize(1200, 800)
window.show()
sys.exit(app.exec())
