"""A thread that listens for jobs and runs them, beside the worker's rounds."""

import asyncio
import logging
import threading
from contextlib import suppress
from typing import Any

from procrastinate.contrib.django import DjangoApp, app

from guanwei.delivery.jobs.backend import NAME
from guanwei.delivery.jobs.running import run

logger = logging.getLogger(__name__)
# A long job must not keep a delivery waiting.
AT_ONCE = 2
HEARTBEAT_SECONDS = 5
# No job holds the interpreter for so long: a worker that is silent this long is dead.
DEAD_AFTER_SECONDS = 30
GRACE_SECONDS = 30


class Listening:
    """Runs from ``with`` to its end; a lost connection is made anew."""

    def __init__(self) -> None:
        self.told = threading.Event()
        self.thread = threading.Thread(target=self._run, name="jobs")

    def __enter__(self) -> "Listening":
        self.thread.start()
        return self

    def __exit__(self, *_error: Any) -> None:
        self.told.set()
        self.thread.join()

    def _run(self) -> None:
        while not self.told.is_set():
            try:
                asyncio.run(self._work())
            except Exception:
                logger.exception("listening for jobs broke off; it begins anew")
                self.told.wait(1)

    async def _work(self) -> None:
        ours: Any = app
        # One of its own: the other one writes jobs by Django's connection, in Django's transactions.
        working = DjangoApp(connector=ours.connector.get_worker_connector())
        working.task(name=NAME)(run)
        async with working.open_async():
            await self._until_told(asyncio.create_task(_listen(working)))

    async def _until_told(self, listening: "asyncio.Task[None]") -> None:
        while not (self.told.is_set() or listening.done()):
            await asyncio.sleep(0.1)
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening


async def _listen(working: DjangoApp) -> None:
    await working.run_worker_async(
        name="guanwei",
        concurrency=AT_ONCE,
        listen_notify=True,
        delete_jobs="successful",
        install_signal_handlers=False,
        update_heartbeat_interval=HEARTBEAT_SECONDS,
        stalled_worker_timeout=DEAD_AFTER_SECONDS,
        shutdown_graceful_timeout=GRACE_SECONDS,
    )
