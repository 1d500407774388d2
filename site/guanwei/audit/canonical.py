"""Canonical form and digests of what people sign. Equal content, equal bytes, on every database and release."""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from django.utils import timezone


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return timezone.localtime(value, timezone.get_fixed_timezone(0)).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def canonical(content: Any) -> str:
    """Sorted, compact JSON without escapes."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)


def digest(content: Any) -> str:
    """SHA-256 of the canonical form, 64 hex digits."""
    return hashlib.sha256(canonical(content).encode("utf-8", "surrogatepass")).hexdigest()


def digests(parts: dict[str, Any]) -> dict[str, str]:
    """The digest of each part, by the part's name."""
    return {name: digest(content) for name, content in sorted(parts.items())}


def whole(part_digests: dict[str, str]) -> str:
    """One digest over all parts: what a permit names."""
    return digest(part_digests)
