"""A server on loopback that answers like postcodes.io, or as badly as a test wants."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FULL = {
    "/postcodes/MK402TA": {
        "postcode": "MK40 2TA",
        "country": "England",
        "codes": {"admin_district": "E06000055", "admin_county": "E99999999"},
    },
    "/postcodes/BR87RE": {"country": "England", "codes": {"admin_district": "E07000111", "admin_county": "E10000016"}},
    "/postcodes/CF101AA": {"country": "Wales", "codes": {"admin_district": "W06000015", "admin_county": "W99999999"}},
    "/postcodes/ZE10AA": {"country": "England", "codes": {"admin_district": "E06999999", "admin_county": "E99999999"}},
}
DISTRICTS = {
    "/outcodes/BR8": {"country": ["England"], "admin_district": ["Sevenoaks", "Bromley"], "admin_county": ["Kent"]},
    "/outcodes/WD18": {"country": ["England"], "admin_district": ["Watford", "Three Rivers"], "admin_county": []},
    "/outcodes/SY10": {"country": ["England", "Wales"], "admin_district": ["Shropshire", "Powys"], "admin_county": []},
    "/outcodes/CF10": {"country": ["Wales"], "admin_district": ["Cardiff"], "admin_county": []},
    "/outcodes/ZE9": {"country": ["England"], "admin_district": ["Nowhere"], "admin_county": []},
    "/outcodes/ZE8": {"country": ["England"], "admin_district": [], "admin_county": []},
}


class FakeService:
    """`trouble` holds what the next answers are instead of the right one: a status, bytes, or seconds to wait."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.trouble: list[int | bytes | float] = []
        self.url = ""


@contextmanager
def running_service() -> Iterator[FakeService]:
    """Runs the server while the block runs."""
    service = FakeService()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(service))
    server.daemon_threads = True
    service.url = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


def _handler(service: FakeService) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            service.asked.append(self.path)
            trouble = service.trouble.pop(0) if service.trouble else None
            if isinstance(trouble, float):
                time.sleep(trouble)
            result = {**FULL, **DISTRICTS}.get(self.path)
            status = trouble if isinstance(trouble, int) else 200 if result else 404
            known = {"status": status, "result": result} if status == 200 else {"status": status, "error": "no"}
            body = trouble if isinstance(trouble, bytes) else json.dumps(known).encode()
            try:
                self.send_response(200 if isinstance(trouble, bytes) else status)
                self.send_header("content-type", "application/json")
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # the client has gone, as it should when we are slow

        def log_message(self, *arguments) -> None:
            pass

    return Handler
