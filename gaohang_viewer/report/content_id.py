"""Identifies content by its hash."""

from __future__ import annotations


def content_id(data: bytes) -> str:
    """Returns the BLAKE2b hash of some bytes (128 bits) as 32 hexadecimal digits."""
    # From the module that implements it: `hashlib` also loads OpenSSL, which costs 3 ms at start
    from _blake2 import blake2b

    return blake2b(data, digest_size=16).hexdigest()
