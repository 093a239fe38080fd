"""Two ways to run, decided for each request, and by which names the app may be asked.

*Alone*: on the loopback interface, one local user with all rights. *Team*: everything but a few routes needs a sign-in.
Whatever is not plainly alone is a team: a server that listens beyond loopback, a request that came another way than
over loopback or through a proxy, an address that was set for people, a first account.

| | names of the host | origin of a page |
|---|---|---|
| alone | 127.0.0.1, localhost, [::1], with the port of this server | the same as the host |
| team, address set | that of the address; of this machine for the health route | the address |
| team, no address | numbers, localhost, the name it was told to listen at | the same as the host |

A name that anybody can point at this machine is in none of them, so that no page from elsewhere reaches the app by it.
Numbers cannot be pointed anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import Scope

from assessment.services.signed_in import cookie_name

STATE = "plumbline.access"
_LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
_PORTS = {"http": 80, "ws": 80, "https": 443, "wss": 443}
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Where the server was told to listen: an address ("" for all), and whether it holds a certificate of its own."""

    address: str
    port: int = 8501
    has_certificate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A host as a request names it: lower case, without brackets; the port is the usual one where none is named."""

    name: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How this installation may be reached. `base_url`: the address people use, such as https://maturity.example."""

    listening: Callable[[], Listening]
    has_accounts: Callable[[], bool]
    base_url: str = ""

    def is_beyond_loopback(self) -> bool:
        """Whether the server was told to listen for others than this machine."""
        return not is_loopback(self.listening().address)

    def is_for_people(self) -> bool:
        """Whether it was started for others than whoever sits at this machine."""
        return bool(self.base_url) or self.is_beyond_loopback()

    def address(self) -> str:
        """Where a person opens it, as far as is known before anybody asks: the address for people, or its own."""
        if self.base_url:
            return self.base_url
        listening = self.listening()
        name = listening.address.strip("[]")
        shown = "127.0.0.1" if _is_everywhere(name) else f"[{name}]" if ":" in name else name
        return f"http{'s' if listening.has_certificate else ''}://{shown}:{listening.port}"

    def port_and_scheme(self) -> tuple[int, str]:
        """The port it listens at, and "http" or "https"."""
        listening = self.listening()
        return listening.port, "https" if listening.has_certificate else "http"

    def lets_others_listen(self, scope: Scope | None = None) -> bool:
        """Whether what people type crosses a network without https: of one request, else of the whole installation."""
        if scope is not None:
            return not self.is_https(scope) and not _names_loopback(scope)
        return self.is_for_people() and not self.address().startswith("https:")

    def is_team(self, scope: Scope) -> bool:
        """Whether whoever asks has to be signed in."""
        return self.is_for_people() or not came_over_loopback(scope) or self.has_accounts()

    def is_https(self, scope: Scope) -> bool:
        """Whether the browser speaks https: with a proxy that was told of by the address, or with this server."""
        if self.base_url and not _names_loopback(scope):
            return self.base_url.startswith("https:")
        return scope["scheme"] in ("https", "wss")

    def allows_host(self, scope: Scope) -> bool:
        """Whether the request calls the app by a name of its own."""
        host = host_of(scope)
        if host is None:
            return False
        port = _port_of(scope)
        is_here = host.name in _LOOPBACK_NAMES and port in (None, host.port)
        if self.base_url:
            return host.name == urlsplit(self.base_url).hostname or (is_here and scope.get("path") == "/health")
        if not self.is_beyond_loopback() and came_over_loopback(scope):
            return is_here
        return host.name in _LOOPBACK_NAMES or _is_number(host.name) or host.name == self.listening().address.lower()

    def allows_origin(self, scope: Scope, origin: str) -> bool:
        """Whether a page of that origin may steer the app; a request without one is not from another page."""
        return origin == self.origin(scope)

    def origin(self, scope: Scope) -> str:
        """The app's own origin as the browser of this request sees it, such as http://127.0.0.1:8501."""
        if self.base_url and not _names_loopback(scope):
            parts = urlsplit(self.base_url)
            return f"{parts.scheme}://{parts.netloc.lower()}"
        scheme = {"ws": "http", "wss": "https"}.get(scope["scheme"], scope["scheme"])
        return f"{scheme}://{Headers(scope=scope).get('host', '').lower()}"

    def token(self, scope: Scope) -> str:
        """The token of the sign-in that a request carries in its cookie, "" without one."""
        return HTTPConnection(scope).cookies.get(cookie_name(is_https=self.is_https(scope)), "")


def access_of(connection: HTTPConnection) -> Access:
    """How the app may be reached, as the gate left it for a route: for its cookie's name and its own address."""
    access = connection.scope[STATE]
    if not isinstance(access, Access):
        raise TypeError(access)
    return access


def host_of(scope: Scope) -> Host | None:
    """The one host that a request names; None where it names none, several, or none that can be read."""
    named = Headers(scope=scope).getlist("host")
    if len(named) != 1 or set(named[0]) & set("/\\@?#, \t"):
        return None
    try:
        parts = urlsplit(f"//{named[0]}")
        port = parts.port
    except ValueError:
        return None
    if not parts.hostname:
        return None
    return Host(name=parts.hostname.lower(), port=_PORTS[scope["scheme"]] if port is None else port)


def is_loopback(address: str) -> bool:
    """Whether an address to listen at is of this machine alone; "" is every address, a socket's path is none."""
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return address.lower() == "localhost"


def came_over_loopback(scope: Scope) -> bool:
    """Whether a request came from this machine to this machine, through nothing that passes on what others ask."""
    ends = [scope.get("client"), scope.get("server")]
    is_near = all(end is not None and end[1] is not None and is_loopback(end[0]) for end in ends)
    headers = Headers(scope=scope)
    return is_near and not any(name in headers for name in _FORWARDED)


def _port_of(scope: Scope) -> int | None:
    server = scope.get("server")
    return server[1] if server else None


def _names_loopback(scope: Scope) -> bool:
    host = host_of(scope)
    return host is not None and host.name in _LOOPBACK_NAMES


def _is_everywhere(name: str) -> bool:
    return not name or (_is_number(name) and ip_address(name).is_unspecified)


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
