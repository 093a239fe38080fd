"""The addresses of this machine, with what the system gives away about each. Nothing is sent to find them out."""

from __future__ import annotations

import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from assessment.domain.workshop.reaching import Interface

try:
    import fcntl
except ImportError:  # Windows names its addresses by the host alone
    fcntl = None  # type: ignore[assignment]

_IPV6_TABLE = Path("/proc/net/if_inet6")
_ADDRESS_OF = {"linux": 0x8915, "darwin": 0xC0206921}  # SIOCGIFADDR
_ADDRESS_BYTES = slice(20, 24)
# where packets would go that leave: addresses of documentation, to which nothing is sent
_OUTSIDE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
_PORT = 9


def interfaces() -> tuple[Interface, ...]:
    """Every address of this machine, once; the ones by which packets leave are marked."""
    outwards = set(_ways_out())
    found: dict[str, str] = {}
    for name, address in (*_by_name(), *_ipv6_by_name(), *_by_host(), *(("", one) for one in sorted(outwards))):
        found.setdefault(address, name)
    return tuple(
        Interface(name=name, address=address, is_way_out=address in outwards) for address, name in found.items()
    )


def own_names() -> frozenset[str]:
    """What this machine is called on its network: its name, and the same as devices nearby find it."""
    name = socket.gethostname().lower().rstrip(".")
    short = name.partition(".")[0]
    return frozenset({name, short, f"{short}.local"}) if short else frozenset()


def _by_name() -> Iterator[tuple[str, str]]:
    """The first IPv4 address of each interface that has one."""
    request = _ADDRESS_OF.get(sys.platform)
    if fcntl is None or request is None:
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            with suppress(OSError):  # it has none
                answer = fcntl.ioctl(asking.fileno(), request, struct.pack("256s", name.encode()[:15]))
                yield name, socket.inet_ntoa(answer[_ADDRESS_BYTES])


def _ipv6_by_name() -> Iterator[tuple[str, str]]:
    with suppress(OSError):  # no such table, or no IPv6
        for line in _IPV6_TABLE.read_text("ascii").splitlines():
            digits, *_, name = line.split()
            yield name, socket.inet_ntop(socket.AF_INET6, bytes.fromhex(digits))


def _by_host() -> Iterator[tuple[str, str]]:
    """What the system says of its own name: on Windows and macOS, every address."""
    with suppress(OSError):
        for family, *_, place in socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM):
            if family in (socket.AF_INET, socket.AF_INET6):
                yield "", str(place[0]).partition("%")[0]


def _ways_out() -> Iterator[str]:
    for family, address in _OUTSIDE:
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asking:  # no network of this kind
            asking.connect((address, _PORT))
            yield str(asking.getsockname()[0]).partition("%")[0]
