"""A line to the server on which everything takes its time, each way. What Chromium offers does not slow sockets."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

_CHUNK = 65_536


@contextmanager
def slow_line(address: str, *, delay: float) -> Iterator[str]:
    """The address of a server as seen over a line of `delay` seconds each way.

    The server answers to its own name alone, so the line says the one for the other, either way.
    """
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    target = urlsplit(address)

    def own_name() -> bytes:
        return b"127.0.0.1:%d" % server.sockets[0].getsockname()[1]

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, said: bytes, instead: bytes) -> None:
        """Hand everything on in order, each piece `delay` after it came, one name in place of the other."""
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def hand_on() -> None:
            data = b"."
            while data:
                due, data = await waiting.get()
                await asyncio.sleep(max(0.0, due - loop.time()))
                with suppress(ConnectionError):
                    writer.write(data)
                    await writer.drain()

        handing = asyncio.ensure_future(hand_on())
        data = b"."
        try:
            while data:
                try:
                    data = await reader.read(_CHUNK)
                except ConnectionError:
                    data = b""
                waiting.put_nowait((loop.time() + delay, data.replace(said, instead)))
            await handing
        finally:
            handing.cancel()
            writer.transport.abort()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server_reader, server_writer = await asyncio.open_connection(target.hostname, target.port)
        here, there = own_name(), target.netloc.encode()
        await asyncio.gather(carry(reader, server_writer, here, there), carry(server_reader, writer, there, here))

    async def end(server: asyncio.Server) -> None:
        server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0.1)  # until the sockets are closed

    server = asyncio.run_coroutine_threadsafe(asyncio.start_server(connect, "127.0.0.1", 0), loop).result()
    try:
        yield f"http://{own_name().decode()}"
    finally:
        asyncio.run_coroutine_threadsafe(end(server), loop).result(timeout=10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=10)
        loop.close()
