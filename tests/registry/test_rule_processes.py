"""The rule processes belong to the process that asks: none outlives it, and a fork gets its own."""

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from guanwei import registry
from guanwei.registry import Active
from registry.builders import ask_once, facts, gone

TESTS = Path(__file__).resolve().parents[1]
PATHS = [str(one) for one in (TESTS.parent / "site", TESTS, TESTS / "plugins")]

ASK = """
import sys, threading
from registry.builders import facts
from guanwei import registry
from guanwei.registry import Active

def ask(name):
    return registry.decide_manuscript(facts(), [Active(name, 0, False)])

names = ("healthy", "loops", "slow_regex", "prints")
registry.configure("child", extra={{name: "dummy_plugins." + name for name in names}}{more})
assert [ask("healthy").refusals for _each_process in "12"] == [(), ()]
print(*(lane.pid for lane in registry.engine._running.asker._pool._lanes if lane.running), flush=True)
{then}
"""


def script(then: str, more: str = "") -> "subprocess.Popen[str]":
    """A process of its own that asks once, prints the process ids of its rule processes and goes on."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", ASK.format(then=then, more=more)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(PATHS)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def pids_of(process: "subprocess.Popen[str]") -> list[int]:
    assert process.stdout is not None
    return [int(pid) for pid in process.stdout.readline().split()]


def test_what_a_rule_prints_does_not_get_into_a_commands_output() -> None:
    with script("ask('prints')") as process:
        pids_of(process)
        out, errors = process.communicate(timeout=10)
    assert out == ""
    assert "from a rule" in errors


def test_a_rule_process_does_not_import_the_servers_main_module(tmp_path: Path) -> None:
    main = tmp_path / "server.py"
    main.write_text(
        "import sys\n"
        f"sys.path[:0] = {PATHS!r}\n"
        "print(__name__, file=sys.stderr)\n"
        "if __name__ == '__main__':\n"
        "    from registry.builders import ask_once\n"
        "    ask_once()\n"
    )
    done = subprocess.run(
        [sys.executable, str(main)], capture_output=True, text=True, timeout=15, check=False
    )
    assert (done.returncode, done.stderr.split()) == (0, ["__main__"])


def test_leaving_ends_the_rule_processes_without_a_word(is_alive: Any) -> None:
    with script("") as process:
        pids = pids_of(process)
        _out, errors = process.communicate(timeout=10)
    assert pids
    assert (process.returncode, errors) == (0, "")
    assert gone(pids, is_alive, 5)


def test_leaving_while_a_rule_loops_does_not_hang(is_alive: Any) -> None:
    then = "threading.Thread(target=ask, args=('loops',), daemon=True).start()"
    with script(then) as process:
        pids = pids_of(process)
        process.communicate(timeout=10)
    assert gone(pids, is_alive, 5)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_servers_worker_process_ends_when_its_work_is_done(rules: Any, method: str) -> None:
    """Servers start their workers with multiprocessing, whose processes leave by another door."""
    worker = multiprocessing.get_context(method).Process(target=ask_once)
    worker.start()
    worker.join(60)
    assert worker.exitcode == 0


@pytest.mark.parametrize("then", ["threading.Event().wait()", "ask('loops')", "ask('slow_regex')"])
def test_a_killed_process_leaves_no_orphan(is_alive: Any, then: str) -> None:
    with script(then, more=", time_limit=0.8") as process:
        pids = pids_of(process)
        sleep(0.1)
        process.send_signal(signal.SIGKILL)
        process.wait(5)
        assert pids
        assert gone(pids, is_alive, 5)


def test_a_forked_process_asks_in_processes_of_its_own_and_the_parent_goes_on() -> None:
    then = """
import os
child = os.fork()
if not child:
    print("child", ask("healthy").refusals, flush=True)
    sys.exit(0)
status = os.waitpid(child, 0)[1]
print("parent", status, ask("healthy").refusals, flush=True)
"""
    with script(then) as process:
        pids_of(process)
        out, errors = process.communicate(timeout=15)
    assert (out.split("\n")[:2], errors) == (["child ()", "parent 0 ()"], "")


def test_a_rule_process_killed_from_outside_costs_nobody_an_answer(rules: Any) -> None:
    rules.child("healthy")
    active = [Active("healthy", 0, False)]
    for _each_process in range(2):
        assert registry.decide_manuscript(facts(), active).refusals == ()
    running: Any = registry.engine._running
    for lane in running.asker._pool._lanes:
        if lane.running:
            os.kill(lane.pid, signal.SIGKILL)
    assert registry.decide_manuscript(facts(), active).refusals == ()


def test_many_timeouts_leave_no_descriptor_behind(rules: Any) -> None:
    rules.child("loops", "healthy", time_limit=0.05)
    for _ in range(2):
        registry.decide_manuscript(facts(), [Active("loops", 0, False)])
    sleep(0.2)
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(6):
        registry.decide_manuscript(facts(), [Active("loops", 0, False)])
        registry.release_hold("loops")
    sleep(0.2)
    assert len(os.listdir("/proc/self/fd")) <= before + 2
