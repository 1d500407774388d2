"""One side of a benchmark, in a process of its own: a line in names an action, a line out times it.

Run as ``python -m guanwei.testing.bench.side DESK ITEMS``.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import django


def _timed(connection: Any, act: Callable[[], None]) -> dict[str, Any]:
    asked = 0

    def count(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        start = time.perf_counter()
        act()
        took = time.perf_counter() - start
    return {"ms": took * 1000, "queries": asked}


def _desk(name: str, items: int) -> Any:
    """``ours``, ``stock``, or ``rules-N``: ours with N plugins installed."""
    if name == "stock":
        from guanwei.testing.bench.stock.desk import StockDesk

        return StockDesk(items)
    if name == "ours":
        from guanwei.testing.bench.desk import OurDesk

        return OurDesk(items)
    from guanwei.testing.bench.rules_desk import RulesDesk

    return RulesDesk(items, installed=int(name.removeprefix("rules-")))


def main() -> None:
    """Build the items, say ready, then do as told until the input ends."""
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    desk = _desk(sys.argv[1], int(sys.argv[2]))
    print(json.dumps({"ready": True}), flush=True)  # noqa: T201 - the protocol is lines on stdout
    for line in sys.stdin:
        asked = json.loads(line)
        desk.prepare(asked["do"], asked["item"])
        done = _timed(connection, lambda: getattr(desk, asked["do"])(asked["item"]))  # noqa: B023
        desk.check(asked["do"], asked["item"])
        print(json.dumps(done), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
