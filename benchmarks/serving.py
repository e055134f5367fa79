"""A server of the pages in a process of its own, on this machine's own address: python benchmarks/serving.py STORE RATE

Prints its address when it listens; ends when its input does. RATE is of requests a second from one address, 0 for none.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BURST = 50  # requests at once above the rate


@contextmanager
def serving(store: Path, *, rate: float = 0, burst: int = BURST) -> Iterator[str]:
    """The address of a server over the store, for as long as the block lasts."""
    command = [sys.executable, __file__, str(store), str(rate), str(burst)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None and child.stdout is not None
        try:
            address = child.stdout.readline().strip()
            if not address:
                raise RuntimeError("the server did not start")
            yield address
        finally:
            child.stdin.close()
            try:
                child.wait(30)
            except subprocess.TimeoutExpired:
                child.kill()


def main(store: Path, rate: float, burst: int) -> None:
    import uvicorn

    from analyzer.web.app import create_app
    from analyzer.web.bounds import Bounds

    class Server(uvicorn.Server):
        async def startup(self, sockets=None) -> None:
            await super().startup(sockets)
            print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
            threading.Thread(target=self._end_with_input, daemon=True).start()

        def _end_with_input(self) -> None:
            sys.stdin.read()
            self.should_exit = True

    app = create_app(store, bounds=Bounds(requests=rate, burst=burst))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[listener])


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))
