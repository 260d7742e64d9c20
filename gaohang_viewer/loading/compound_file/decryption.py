"""Decrypts Office files that have a password (MS-OFFCRYPTO): .docx, .pptx, .doc."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from olefile import OleFileIO

_DEFAULT = "VelvetSweatshop"  # with which Office protects files that nobody shall be asked about
_KEY_BLOCK = bytes.fromhex("146e0be7abacd0d6")  # MS-OFFCRYPTO 2.3.4.11: the block of the file's key
_FILLER = b"\x36"  # MS-OFFCRYPTO 2.3.4.11: what lengthens a hash that is shorter than the key
_FLAGS = 10  # offset in the file information block
_ENCRYPTED = 0x0100
_OBFUSCATED = 0x8000


class Locked(Exception):
    """The file has a password, and none was given."""


class WrongPassword(Exception):
    """The given password is wrong."""


def is_encrypted(data: bytes) -> bool:
    """Whether an Office file has a password. Raises OSError for a damaged one."""
    import olefile

    with olefile.OleFileIO(data) as file:
        return file.exists("EncryptionInfo") or bool(_flags(file) & _ENCRYPTED)


def is_obfuscated(data: bytes) -> bool:
    """Whether a .doc file is protected by exclusive or, in place of a cipher."""
    import olefile

    with olefile.OleFileIO(data) as file:
        return not file.exists("EncryptionInfo") and bool(_flags(file) & _OBFUSCATED)


def _flags(file: OleFileIO) -> int:
    with file.openstream("WordDocument") as stream:
        return int.from_bytes(stream.read(_FLAGS + 2)[_FLAGS:], "little")


def passwords(given: str) -> list[str]:
    """The passwords to try."""
    return [each for each in dict.fromkeys((_DEFAULT, given)) if each]


def refusal(given: str) -> Locked | WrongPassword:
    """What to raise when none of them is right."""
    return WrongPassword() if given else Locked()


def decrypted(data: bytes, password: str) -> bytes:
    """Decrypts an Office file with the default password or the given one. Raises `Locked`, `WrongPassword`,
    and whatever the library raises for a damaged file."""
    from msoffcrypto.exceptions import InvalidKeyError

    for each in passwords(password):
        with suppress(InvalidKeyError):
            return _with_password(data, each)
    raise refusal(password)


def _with_password(data: bytes, password: str) -> bytes:
    """Raises InvalidKeyError for a wrong password."""
    import msoffcrypto

    file: Any = msoffcrypto.OfficeFile(io.BytesIO(data))
    plain = io.BytesIO()
    if getattr(file, "type", "") == "agile":
        file.load_key(secret_key=_agile_key(file.info, password))
    else:
        file.load_key(password=password)
    file.decrypt(plain)
    return plain.getvalue()


def _agile_key(info: dict[str, Any], password: str) -> bytes:
    """Returns the file's key, decrypted with one that is derived from the password.

    The library cannot derive one that is longer than a hash. A wrong password gives a wrong key, with which
    the library finds no Office file.
    """
    import hashlib

    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    name = info["passwordHashAlgorithm"].replace("-", "").lower()
    salt = info["passwordSalt"]
    key = hashlib.new(name, salt + password.encode("utf-16-le")).digest()
    for count in range(info["spinValue"]):
        key = hashlib.new(name, count.to_bytes(4, "little") + key).digest()
    length = info["passwordKeyBits"] // 8
    key = hashlib.new(name, key + _KEY_BLOCK).digest()[:length].ljust(length, _FILLER)
    decryptor = Cipher(algorithms.AES(key), modes.CBC(salt)).decryptor()
    return decryptor.update(info["encryptedKeyValue"]) + decryptor.finalize()
