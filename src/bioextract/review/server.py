"""The desk on a port of this machine: the standard library's server, and nobody else let in.

The address holds a random token, without which nothing is answered. The `Host` must be this machine's own, so that no
page of a name that was turned to 127.0.0.1 gets in; what is sent must come from the page itself.
"""

from __future__ import annotations

import errno
import hmac
import json
import secrets
import sys
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any, ClassVar

from pydantic import ValidationError

from bioextract.errors import BioextractError, UsageError
from bioextract.review.answers import Answer, Outdated
from bioextract.review.desk import Desk

ADDRESS = "127.0.0.1"
LARGEST_ANSWER = 1_000_000
SHARED_SCRIPTS, OWN_SCRIPTS = ("dom", "text", "spans"), ("form", "sheet", "desk")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class DeskServer(ThreadingHTTPServer):
    """A desk on a port; `url` is the address with the token. Raises `UsageError` if the port cannot be had."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int = 0) -> None:
        self.desk, self.token = desk, secrets.token_urlsafe(24)
        try:
            super().__init__((ADDRESS, port), _Handler)
        except OSError as error:
            reason = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be had ({error.strerror})"
            raise UsageError(f"port {port} {reason}; name another one by --port, or leave it out") from None
        self.hosts = {f"{name}:{self.server_port}" for name in (ADDRESS, "localhost")}

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{ADDRESS}:{self.server_port}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is nothing to tell; a fault of the program is."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Refused(Exception):  # noqa: N818
    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    server: DeskServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "bioextract", ""
    timeout: ClassVar[float] = 60.0

    def do_GET(self) -> None:
        """The page, its files, and what is on the desk."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """A verdict."""
        self._answer(self._post)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the terminal is for people."""

    def _answer(self, act: Any) -> None:
        try:
            kind, body = act(self._check())
            self._send(HTTPStatus.OK, kind, body)
        except _Refused as refused:
            self._fail(refused.status, str(refused))
        except IndexError:
            self._fail(HTTPStatus.NOT_FOUND, "there is no such article or fact")
        except Outdated as error:
            self._fail(HTTPStatus.CONFLICT, str(error))
        except (UsageError, ValidationError) as error:
            self._fail(HTTPStatus.UNPROCESSABLE_ENTITY, str(error).splitlines()[0])
        except (BioextractError, OSError) as error:
            lead = "not saved: " if self.command == "POST" else ""
            self._fail(HTTPStatus.SERVICE_UNAVAILABLE, f"{lead}{error}")
        except Exception as error:
            self.server.handle_error(self.request, self.client_address)
            self._fail(HTTPStatus.INTERNAL_SERVER_ERROR, f"a fault of bioextract, told on its terminal: {error!r}")

    def _check(self) -> str:
        """The path behind the token. Raises `_Refused` unless the request comes from who knows it."""
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0] not in self.server.hosts:
            raise _Refused(HTTPStatus.FORBIDDEN, "this is not the address of the desk")
        _, _, rest = self.path.partition("/")
        token, slash, path = rest.partition("/")
        if not (slash and hmac.compare_digest(token.encode(), self.server.token.encode())):
            raise _Refused(HTTPStatus.FORBIDDEN, "the address lacks its token: use the one that bioextract has printed")
        return path

    def _get(self, path: str) -> tuple[str, bytes]:
        if path in _assets():
            return _assets()[path]
        parts = path.split("/")
        if path == "api/overview":
            return _json(self.server.desk.overview())
        if parts[:2] == ["api", "articles"] and len(parts) == 3:
            return _json(self.server.desk.article(_number(parts[2])))
        raise _Refused(HTTPStatus.NOT_FOUND, "there is nothing at this address")

    def _post(self, path: str) -> tuple[str, bytes]:
        origin = self.headers.get("Origin")
        if origin is not None and origin.removeprefix("http://") not in self.server.hosts:
            raise _Refused(HTTPStatus.FORBIDDEN, "verdicts come from the page of the desk only")
        if self.headers.get_content_type() != "application/json":
            raise _Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a verdict is JSON")
        parts = path.split("/")
        if parts[:2] != ["api", "articles"] or len(parts) != 3:
            raise _Refused(HTTPStatus.NOT_FOUND, "there is nothing at this address")
        answer = Answer.model_validate_json(self._body())
        return _json(self.server.desk.judge(_number(parts[2]), answer))

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > LARGEST_ANSWER:
            raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "a verdict is shorter, and tells its length")
        return self.rfile.read(int(length))

    def _fail(self, status: HTTPStatus, reason: str) -> None:
        self.close_connection = True  # what was sent may not have been read
        self._send(status, *_json({"error": reason}))

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)


def _json(value: Any) -> tuple[str, bytes]:
    return "application/json; charset=utf-8", json.dumps(value, ensure_ascii=False).encode()


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise _Refused(HTTPStatus.NOT_FOUND, "there is nothing at this address")
    return int(text)


@cache
def _assets() -> dict[str, tuple[str, bytes]]:
    """The files of the page by their addresses; there are no others, whatever a path says."""
    scripts = [_read("report", f"{name}.js") for name in SHARED_SCRIPTS]
    scripts += [_read("review", f"{name}.js") for name in OWN_SCRIPTS]
    styles = [_read("report", "report.css"), _read("review", "desk.css")]
    return {
        "": ("text/html; charset=utf-8", _read("review", "desk.html").encode()),
        "desk.js": ("text/javascript; charset=utf-8", "\n".join(scripts).encode()),
        "desk.css": ("text/css; charset=utf-8", "\n".join(styles).encode()),
    }


def _read(package: str, name: str) -> str:
    return files(f"bioextract.{package}").joinpath("page", name).read_text(encoding="utf-8")
