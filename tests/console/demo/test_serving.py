"""``guanwei demo`` as a person runs it: made from nothing, served, stopped; nothing half-made, nothing left running."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from guanwei.console.demo.people import PASSWORD

SITE = Path(__file__).resolve().parents[3] / "site"
COMMAND = "import sys; from guanwei.console.command import main; sys.exit(main())"
READY, MADE_BEFORE = "按 Ctrl-C 停止", "没有改动"
LONGEST = 300


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def environment(folder: Path) -> dict[str, str]:
    left_out = {"DJANGO_SETTINGS_MODULE", "PYTHONPATH"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "PYTHONPATH": str(SITE), "GUANWEI_VAR": str(folder)}


def guanwei(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run to the end."""
    command = [sys.executable, "-c", COMMAND, *arguments]
    return subprocess.run(
        command, env=environment(folder), capture_output=True, text=True, timeout=LONGEST, check=False
    )


@contextmanager
def served(folder: Path, port: int) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """``guanwei demo`` with its output in a file, once it is ready."""
    output = folder / "output"
    command = [sys.executable, "-c", COMMAND, "demo", "--port", str(port)]
    with output.open("w") as file:
        demo = subprocess.Popen(command, env=environment(folder), stdout=file, stderr=file, text=True)
    try:
        ends = time.monotonic() + LONGEST
        while READY not in output.read_text() and demo.poll() is None and time.monotonic() < ends:
            time.sleep(0.2)
        assert READY in output.read_text(), output.read_text()
        yield demo, output
    finally:
        demo.kill()
        demo.wait()


def processes_of(folder: Path) -> list[str]:
    """Command lines of all processes that work in ``folder``."""
    marker = f"GUANWEI_VAR={folder}".encode()
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if marker in (each / "environ").read_bytes().split(b"\0"):
                found.append((each / "cmdline").read_text())
        except OSError:
            continue
    return found


def left_running(folder: Path, patience: float = 20) -> list[str]:
    """What still works in ``folder`` once everything had its time to end.

    The servers of rule processes read the end of a pipe that closes with their parent: they end after it.
    """
    ends = time.monotonic() + patience
    while (found := processes_of(folder)) and time.monotonic() < ends:
        time.sleep(0.1)
    return found


def sign_in(address: str, username: str) -> str:
    """The admin's first page as ``username`` sees it."""
    with httpx.Client(
        base_url=address, trust_env=False, timeout=30, headers={"Accept-Language": "zh-CN"}
    ) as browser:
        browser.get("/admin/login/").raise_for_status()
        form = {
            "username": username,
            "password": PASSWORD,
            "csrfmiddlewaretoken": browser.cookies["csrftoken"],
        }
        page = browser.post("/admin/login/", data=form, follow_redirects=True).raise_for_status()
        return f"{page.url} {page.text}"


def check_the_portal(address: str) -> None:
    home = httpx.get(f"{address}/", trust_env=False, timeout=30).raise_for_status().text
    assert "清河县人民政府" in home
    assert "城东片区供水管网检修停水通知" in home
    article = httpx.get(f"{address}/flood/storm-advice/", trust_env=False, timeout=30).raise_for_status().text
    post = article.split("http://127.0.0.1:")[-1].split('"')[0]
    shown = httpx.get(f"http://127.0.0.1:{post}", trust_env=False, timeout=30).raise_for_status().text
    assert "近期有强降雨" in shown
    assert f"{address}/flood/storm-advice/" in shown


def check_refusals(folder: Path, port: int) -> None:
    """Each with one sentence and no traceback."""
    again = guanwei(folder, "demo", "--port", str(free_port()))
    assert (again.returncode, again.stdout) == (1, "")
    assert "演示已经在运行" in again.stderr
    elsewhere = folder / "elsewhere"
    taken = guanwei(elsewhere, "demo", "--port", str(port))
    assert (taken.returncode, taken.stdout) == (1, "")
    assert f"端口 {port} 已被别的程序占用" in taken.stderr
    assert not (elsewhere / "demo.sqlite3").exists()
    for said in (again, taken):
        assert len(said.stderr.strip().splitlines()) == 1


def test_the_demo_is_made_served_and_stopped_by_one_command(tmp_path: Path) -> None:
    port = free_port()
    # An earlier run was interrupted in the middle.
    (tmp_path / "demo.sqlite3.part").write_bytes(b"half a database")
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "left-behind.png").write_bytes(b"")
    with served(tmp_path, port) as (demo, _output):
        assert not (tmp_path / "demo.sqlite3.part").exists()
        assert not (tmp_path / "media" / "left-behind.png").exists()
        check_the_portal(f"http://127.0.0.1:{port}")
        assert "/admin/ " in sign_in(f"http://127.0.0.1:{port}", "water-publisher")
        check_refusals(tmp_path, port)
        demo.send_signal(signal.SIGTERM)
        assert demo.wait(30) == 0
        assert left_running(tmp_path) == []
    again = guanwei(tmp_path, "demo", "--no-serve")
    assert (again.returncode, again.stderr) == (0, "")
    assert MADE_BEFORE in again.stdout


def test_a_file_that_is_no_database_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "demo.sqlite3").write_bytes(b"somebody's work, and no database" * 40)
    refused = guanwei(tmp_path, "demo", "--no-serve")
    assert refused.returncode == 1
    assert len(refused.stderr.strip().splitlines()) == 1
    assert (tmp_path / "demo.sqlite3").read_bytes().startswith(b"somebody's work")


def test_a_port_that_is_none_is_bad_use(tmp_path: Path) -> None:
    for wrong in ("0", "65536", "-1", "eighty"):
        said = guanwei(tmp_path, "demo", f"--port={wrong}")
        assert said.returncode == 2
        assert "1 到 65535" in said.stderr
