"""Fetching from mirrors of this machine: resumed, checked, the next where one fails, stopped."""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from datasets.images.fetching import StoppedError, fetch
from datasets.images.mirrors import MIRRORS, MNIST, RemoteFile
from datasets.messages import InputError

CONTENT = {
    "a.gz": np.random.default_rng(1).bytes(400_000),
    "b.gz": np.random.default_rng(2).bytes(1_000),
}
FILES = tuple(
    RemoteFile(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in CONTENT.items()
)


class Mirror(ThreadingHTTPServer):
    """Serves `CONTENT`, as badly as a test wants it."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = dict(CONTENT)
        self.ranges = True
        self.cut_after = 0
        self.redirect = ""
        self.asked: list[tuple[str, str | None]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"


class Handler(BaseHTTPRequestHandler):
    server: Mirror

    def do_GET(self) -> None:
        name, wanted = self.path.lstrip("/"), self.headers.get("Range")
        self.server.asked.append((name, wanted))
        data = self.server.content.get(name)
        if self.server.redirect:
            self.send_response(302)
            self.send_header("Location", self.server.redirect)
            self.end_headers()
            return
        if data is None:
            self.send_error(404)
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        start = start if self.server.ranges else 0
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        cut = self.server.cut_after
        self.wfile.write(data[start : start + cut] if cut else data[start:])

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def mirrors() -> Iterator[list[Mirror]]:
    made = [Mirror(), Mirror()]
    threads = [threading.Thread(target=mirror.serve_forever, args=(0.01,)) for mirror in made]
    for thread in threads:
        thread.start()
    yield made
    for mirror, thread in zip(made, threads, strict=True):
        mirror.shutdown()
        mirror.server_close()
        thread.join()


def addresses(mirrors: list[Mirror]) -> list[str]:
    return [mirror.address for mirror in mirrors]


def whole(folder: Path) -> bool:
    names = sorted(path.name for path in folder.iterdir())
    return names == sorted(CONTENT) and all(
        (folder / name).read_bytes() == data for name, data in CONTENT.items()
    )


def test_all_files_come_with_progress(tmp_path: Path, mirrors: list[Mirror]) -> None:
    steps: list[tuple[int, int]] = []
    size = fetch(
        tmp_path, FILES, addresses(mirrors), counted=lambda done, total: steps.append((done, total))
    )
    assert whole(tmp_path)
    assert steps[-1] == (size, size) == (401_000, 401_000)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert mirrors[1].asked == []
    fetch(tmp_path, FILES, addresses(mirrors))
    assert len(mirrors[0].asked) == 2


@pytest.mark.parametrize("ranges", [True, False])
def test_a_part_is_continued(tmp_path: Path, mirrors: list[Mirror], ranges: bool) -> None:
    mirrors[0].ranges = ranges
    (tmp_path / "a.gz.part").write_bytes(CONTENT["a.gz"][:123_456])
    fetch(tmp_path, FILES, addresses(mirrors))
    assert whole(tmp_path)
    assert mirrors[0].asked[0] == ("a.gz", "bytes=123456-")


def test_a_part_of_something_else_is_thrown_away(tmp_path: Path, mirrors: list[Mirror]) -> None:
    (tmp_path / "a.gz.part").write_bytes(bytes(300_000))
    (tmp_path / "b.gz.part").write_bytes(bytes(5_000))
    fetch(tmp_path, FILES, addresses(mirrors))
    assert whole(tmp_path)


def test_a_connection_that_ends_is_continued_elsewhere(
    tmp_path: Path, mirrors: list[Mirror]
) -> None:
    mirrors[0].cut_after = 100_000
    fetch(tmp_path, FILES, addresses(mirrors))
    assert whole(tmp_path)
    assert mirrors[1].asked[0] == ("a.gz", "bytes=100000-")


@pytest.mark.parametrize("fault", ["corrupt", "longer", "absent"])
def test_the_next_mirror_where_one_fails(tmp_path: Path, mirrors: list[Mirror], fault: str) -> None:
    faulty = {
        "corrupt": {"a.gz": bytes(400_000), "b.gz": bytes(1_000)},
        "longer": {name: data + b"more" for name, data in CONTENT.items()},
        "absent": {},
    }
    mirrors[0].content = faulty[fault]
    fetch(tmp_path, FILES, addresses(mirrors))
    assert whole(tmp_path)


def test_offline_is_one_sentence_with_a_way_out(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with pytest.raises(InputError, match=r"could not be fetched.*open train-images-idx3-ubyte.gz"):
        fetch(tmp_path, FILES, [address, address])


def test_every_mirror_wrong(tmp_path: Path, mirrors: list[Mirror]) -> None:
    for mirror in mirrors:
        mirror.content = {"a.gz": bytes(400_000)}
    with pytest.raises(InputError, match="other bytes than published"):
        fetch(tmp_path, FILES, addresses(mirrors))
    assert list(tmp_path.iterdir()) == []


def test_a_silent_mirror_is_left(tmp_path: Path, mirrors: list[Mirror]) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        fetch(tmp_path, FILES, [address, mirrors[0].address], seconds=0.1)
    assert whole(tmp_path)


def test_only_https_and_no_way_round_it(tmp_path: Path, mirrors: list[Mirror]) -> None:
    for address in ("http://example.org/", "file:///etc/", "ftp://example.org/"):
        with pytest.raises(InputError, match="only https"):
            fetch(tmp_path, FILES, [address])
    mirrors[0].redirect = "http://example.org/a.gz"
    with pytest.raises(InputError, match="only https"):
        fetch(tmp_path, FILES, [mirrors[0].address])
    assert all(mirror.startswith("https://") for mirror in MIRRORS)


def test_stopped_and_gone_on(tmp_path: Path, mirrors: list[Mirror]) -> None:
    done: list[int] = []
    with pytest.raises(StoppedError):
        fetch(
            tmp_path,
            FILES,
            addresses(mirrors),
            counted=lambda bytes_, _: done.append(bytes_),
            stop=lambda: bool(done) and done[-1] > 100_000,
        )
    part = (tmp_path / "a.gz.part").stat().st_size
    assert 100_000 < part < 400_000
    fetch(tmp_path, FILES, addresses(mirrors))
    assert whole(tmp_path)
    assert mirrors[0].asked[1] == ("a.gz", f"bytes={part}-")


def test_mnist_is_four_files() -> None:
    assert sum(file.size for file in MNIST) == 11_594_722
    assert all(len(bytes.fromhex(file.sha256)) == 32 for file in MNIST)
