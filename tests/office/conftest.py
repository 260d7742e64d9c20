"""A small report that has everything, and LibreOffice to open files again."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest

from gaohang_viewer.loading import open_report
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.resources import BUILT_IN_REPORT
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER

PLAIN = PLAIN_PAPER._replace(contents=False)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
BODY = """一段**重要**的话，*强调*，`x = 1`，[网站](https://example.org/a)和[坏的](javascript:alert)。

- 第一点
- 第二点

3. 第三
4. 第四

> 引用的话

```
代码  一行
```

| 甲 | 乙 |
|---|---|
| 1 | 2 |

![图片](pic.png)

---
"""


def section(level: int, mark: str, title: str, body: str = "") -> Section:
    return Section(level, mark, title, 1, body, 2)


@pytest.fixture(scope="session")
def built_in() -> Report:
    return open_report(BUILT_IN_REPORT)


@pytest.fixture(scope="session")
def small() -> Report:
    return Report(
        "关于全镇工作的 报告",
        subtitle="副标题",
        meta=(("author", "张三"),),
        sections=(
            section(1, "一、", "第一", BODY),
            section(2, "（一）", "甲", "甲的文字。"),
            section(3, "1.", "甲一"),
            section(4, "（1）", "甲一一", "下面的文字。"),
            section(2, "（二）", "乙"),
            section(3, "1.", "乙一"),
            section(1, "二、", "第二"),
            section(2, "（一）", "丙"),
            section(1, "四、", "缺了三", "有\x07控制\ud800符。"),
            section(2, "（一）", "从头数"),
            section(2, "", "没有序号"),
            section(1, "第五章", "书的序号"),
        ),
        images=MappingProxyType({"pic.png": PIXEL}),
    )


Opened = Callable[[Sequence[Path], str], list[Path]]


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Opens files in LibreOffice and writes them as another kind."""
    if shutil.which("soffice") is None and "CI" not in os.environ:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(files: Sequence[Path], kind: str) -> list[Path]:
        folder = files[0].parent
        command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
        subprocess.run(
            [*command, "--outdir", str(folder), *map(str, files)],
            check=True,
            timeout=120,
            capture_output=True,
        )
        return [file.with_suffix("." + kind.partition(":")[0]) for file in files]

    return convert
