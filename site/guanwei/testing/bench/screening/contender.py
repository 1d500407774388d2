"""One matcher in a process of its own: ``python -m ... MATCHER WORDS PLANTED``, told line by line what to read."""

import gc
import json
import sys
import time
from pathlib import Path

from guanwei.testing.bench.screening.matchers import MATCHERS


def main(name: str, words: str, planted: str) -> int:
    """Get ready, say so, then answer each line ``FIRST COUNT`` with the time for those documents."""
    match, ready = MATCHERS[name](words)
    _say(ready)
    # After the measuring of memory: the documents need modules of their own.
    from guanwei.testing.bench.screening.corpus import document

    choice = Path(planted).read_text(encoding="utf-8").split("\n")
    gc.freeze()
    for line in sys.stdin:
        first, count = map(int, line.split())
        documents = [document(number, choice) for number in range(first, first + count)]
        # What was computed, not what was waited for: other programs may run as well.
        start = time.process_time()
        found = sum(match(each.text) for each in documents)
        taken = time.process_time() - start
        _say({"ms": 1000 * taken, "found": found, "planted": sum(each.planted for each in documents)})
    return 0


def _say(what: dict[str, float]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
