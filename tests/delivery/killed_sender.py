"""Sends one delivery in a process of its own, which dies by SIGKILL at the place named.

``python killed_sender.py <database> <recording address> <delivery> <place>``; places: claimed, announced,
called (the platform kills it then), concluding.
"""

import os
import signal
import sys
from typing import Any


def die(*_args: Any, **_kwargs: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(database: str, address: str, delivery: str, place: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings.test"
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    settings.GUANWEI_RECORDING_URL = address
    import django

    django.setup()
    from guanwei.delivery.channels.recording import RecordingChannel
    from guanwei.delivery.services import sending

    if place == "claimed":
        sending.refusals_to_send = die
    elif place == "announced":
        RecordingChannel.send = die
    elif place == "concluding":
        sending.settle = die
    sending.send(int(delivery))


if __name__ == "__main__":
    main(*sys.argv[1:])
