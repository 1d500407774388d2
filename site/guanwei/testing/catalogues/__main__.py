"""``make catalogues``: extracts again and merges; says what is left to translate.

English holds what our sources say. zh_Hans holds the frameworks' texts that they don't translate themselves:
an entry that they no longer ask for goes.
"""

import os
import sys

import django
from babel.messages.catalog import Catalog

from guanwei.testing.catalogues.catalogue import (
    entries,
    faults_in_english,
    is_translated,
    merged,
    place,
    read,
    write,
)
from guanwei.testing.catalogues.chinese import is_chinese
from guanwei.testing.catalogues.extracting import Key, extracted
from guanwei.testing.catalogues.frameworks import framework_texts


def main() -> int:
    """Write the catalogues; 1 where something is left to translate."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.test")
    django.setup()
    left = english() + [line for domain in ("django", "djangojs") for line in chinese(domain)]
    sys.stdout.write("".join(f"{line}\n" for line in left))
    sys.stdout.write(f"{len(left)} left to translate\n")
    return 1 if left else 0


def english() -> list[str]:
    """Merge what the sources say; what is wrong, a line each."""
    path = place("en")
    catalogue = merged(read(path, "en"), [key for key in extracted() if is_chinese(key.singular)], "en")
    write(catalogue, path)
    return [
        f"en: {key.singular!r}: {fault}"
        for key, message in entries(catalogue).items()
        for fault in faults_in_english(message)
    ]


def chinese(domain: str) -> list[str]:
    """Tidy the frameworks' gaps; what is empty, a line each."""
    path = place("zh_Hans", domain)
    old = read(path, "zh_Hans")
    catalogue = merged(old, _still_asked_for(old, domain), "zh_Hans")
    write(catalogue, path)
    gaps = [key for key, message in entries(catalogue).items() if not is_translated(message)]
    return [f"zh_Hans {domain}: {key.singular!r}: not translated" for key in gaps]


def _still_asked_for(old: Catalog, domain: str) -> list[Key]:
    ours = {key for key in extracted() if not is_chinese(key.singular)} if domain == "django" else set()
    asked = framework_texts(domain) | ours
    return [key for key in entries(old) if key in asked]


if __name__ == "__main__":
    sys.exit(main())
