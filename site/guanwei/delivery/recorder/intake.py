"""What a channel posted: a message and the bytes of its pictures, each compared with the hash that names it."""

import hashlib
import json
from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any

LARGEST = 64 * 1024 * 1024

Pictures = dict[str, bytes]


def taken_in(kind: str, body: bytes) -> tuple[dict[str, Any], Pictures] | None:
    """The message and its pictures by SHA-256; None where a marker, a picture or the form is missing."""
    text, pictures = _parts(kind, body)
    try:
        post = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(post, dict) or not isinstance(post.get("key"), str):
        return None
    return (post, pictures) if set(_named(post)) <= pictures.keys() else None


def _parts(kind: str, body: bytes) -> tuple[bytes, Pictures]:
    if not kind.startswith("multipart/form-data"):
        return body, {}
    whole = BytesParser(policy=HTTP).parsebytes(
        b"Content-Type: " + kind.encode("latin-1") + b"\r\n\r\n" + body
    )
    text, pictures = b"", {}
    for part in whole.iter_parts() if whole.is_multipart() else ():
        content = part.get_payload(decode=True)
        if part.get_param("name", header="content-disposition") == "message":
            text = content
        else:
            # By its bytes, whatever name it came under.
            pictures[hashlib.sha256(content).hexdigest()] = content
    return text, pictures


def _named(said: Any) -> Iterator[str]:
    """Hashes of all pictures that a message names, however deep."""
    if isinstance(said, dict):
        if isinstance(said.get("sha256"), str):
            yield said["sha256"]
        said = list(said.values())
    for each in said if isinstance(said, list) else ():
        yield from _named(each)
