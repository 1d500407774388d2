"""The small platform of demo and tests."""

from pathlib import Path

import httpx
from guanwei.delivery.recording_server import RecordingServer


def asked(server: RecordingServer, method: str, path: str, **kwargs: object) -> httpx.Response:
    with httpx.Client(trust_env=False, timeout=5) as client:
        return client.request(method, server.url + path, **kwargs)  # type: ignore[arg-type]


def test_what_was_taken_outlives_the_process_and_can_be_read(tmp_path: Path) -> None:
    kept = tmp_path / "posts.jsonl"
    first = RecordingServer(path=kept).start()
    answer = asked(first, "POST", "/posts", json={"key": "k1", "title": "<停水>", "text": "今晚\n停水"})
    assert answer.json()["address"] == f"{first.url}/p/k1"
    port = first.server_port
    first.shutdown()
    first.server_close()
    again = RecordingServer(port, kept).start()
    page = asked(again, "GET", "/p/k1")
    assert "&lt;停水&gt;" in page.text
    assert "今晚\n停水" in page.text
    assert asked(again, "GET", "/posts?key=k1").json()["posts"][0]["key"] == "k1"
    assert asked(again, "GET", "/posts?key=k2").json() == {"posts": []}
    assert asked(again, "GET", "/p/k2").status_code == 404
    again.shutdown()
    again.server_close()


def test_what_is_no_post_is_refused() -> None:
    server = RecordingServer().start()
    for body in (b"", b"{", b"[]", b'{"key": 1}', b"\xff"):
        assert asked(server, "POST", "/posts", content=body).status_code == 400
    assert asked(server, "POST", "/other", json={"key": "k"}).status_code == 400
    assert server.posts == []
    server.shutdown()
    server.server_close()
