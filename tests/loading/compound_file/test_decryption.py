"""Office files with a password."""

from __future__ import annotations

import base64
import io
import random
import re
import zipfile
from hashlib import sha1
from typing import TYPE_CHECKING

import msoffcrypto
import olefile
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from doc2docx.msdoc.encryption import xor_password_verifier, xor_transform
from msoffcrypto.method.ecma376_agile import ECMA376Agile

from gaohang_viewer.loading import CannotOpen, Options, Reason, open_report
from gaohang_viewer.loading.compound_file.decryption import decrypted
from tests.loading.compound_file.bytes_of import LOCKED, PASSWORD, REPORT
from tests.loading.word.build import docx, p

if TYPE_CHECKING:
    from pathlib import Path


def _plain() -> bytes:
    """A Word file that is larger than what a compound file keeps among its short streams."""
    data = io.BytesIO(docx(p("一、甲项工作") + p("这里是正文。")))
    with zipfile.ZipFile(data, "a") as file:
        file.writestr("word/unused.bin", random.Random(1).randbytes(5000))  # noqa: S311
    return data.getvalue()


PLAIN = _plain()


def encrypted(password: str, data: bytes = PLAIN) -> bytes:
    """A Word file with a password, as Word has made them since 2010."""
    made: bytes = ECMA376Agile.encrypt(password, io.BytesIO(data))
    return made


def outcome(folder: Path, data: bytes, password: str = "") -> list[str] | Reason:
    """The headlines, or why there are none."""
    (folder / "报告.docx").write_bytes(data)
    try:
        report = open_report(folder / "报告.docx", Options(password=password))
    except CannotOpen as error:
        return error.reason
    return [section.headline for section in report.sections]


@pytest.mark.parametrize(("data", "password"), [(encrypted("高行2025"), "高行2025"), (LOCKED, PASSWORD)])
def test_a_file_opens_with_its_password_alone(tmp_path: Path, data: bytes, password: str) -> None:
    assert outcome(tmp_path, data) is Reason.LOCKED
    assert outcome(tmp_path, data, password + "6") is Reason.WRONG_PASSWORD
    found = outcome(tmp_path, data, password)
    assert isinstance(found, list)
    assert found[0] == "一、甲项工作"


def test_the_default_password_of_office_is_not_asked_for(tmp_path: Path) -> None:
    assert outcome(tmp_path, encrypted("VelvetSweatshop")) == ["一、甲项工作"]


def test_a_key_that_is_longer_than_its_hash_is_derived() -> None:
    """Word 2010 made keys of 256 bits from hashes of 160."""
    data = encrypted("甲乙")
    file = msoffcrypto.OfficeFile(io.BytesIO(data))
    file.load_key(password="甲乙")  # noqa: S106
    salt = file.info["passwordSalt"]
    key = sha1(salt + "甲乙".encode("utf-16-le")).digest()  # noqa: S324 - as the format has it
    for count in range(file.info["spinValue"]):
        key = sha1(count.to_bytes(4, "little") + key).digest()  # noqa: S324
    key = sha1(key + bytes.fromhex("146e0be7abacd0d6")).digest() + b"\x36" * 12  # noqa: S324
    encryptor = Cipher(algorithms.AES(key), modes.CBC(salt)).encryptor()
    secret = base64.b64encode(encryptor.update(file.secret_key) + encryptor.finalize())
    before, after = data.split(b"encryptedKeyValue=", 1)
    before, other = before.split(b"<p:encryptedKey", 1)
    other = other.replace(b'"SHA512"', b'"SHA1"  ')
    after = re.sub(rb'"[^"]+"', b'"' + secret + b'"', after, count=1)
    changed = before + b"<p:encryptedKey" + other + b"encryptedKeyValue=" + after
    assert decrypted(changed, "甲乙") == PLAIN


def obfuscated(data: bytes, password: str) -> bytes:
    """A .doc file with the protection that Word 97-2003 took over from Word 95."""
    file = io.BytesIO(data)
    with olefile.OleFileIO(file, write_mode=True) as container:
        for name in ("WordDocument", "1Table", "Data"):
            if container.exists(name):
                prefix = 68 if name == "WordDocument" else 0
                content = container.openstream(name).read()
                changed = bytearray(xor_transform(content, password, clear_prefix=prefix))
                if prefix:
                    flags = int.from_bytes(changed[10:12], "little") | 0x8100
                    changed[10:12] = flags.to_bytes(2, "little")
                    changed[14:18] = xor_password_verifier(password).to_bytes(4, "little")
                container.write_stream(name, bytes(changed))
        return file.getvalue()


def test_the_protection_of_word_95_is_removed_with_its_password_alone(tmp_path: Path) -> None:
    data = obfuscated(REPORT, "secret")
    assert outcome(tmp_path, data) is Reason.LOCKED
    assert outcome(tmp_path, data, "Secret") is Reason.WRONG_PASSWORD
    found = outcome(tmp_path, data, "secret")
    assert isinstance(found, list)
    assert found[0] == "一、总体情况"
