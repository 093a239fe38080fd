"""By which address phones may find the app: from the addresses of this machine, the likeliest first.

The order is an own rule: the address people use anyway; a hotspot that this machine makes, for nobody makes one without
a reason; the network it goes out by; its other networks; IPv6; what is made by programs (containers, virtual machines,
tunnels), where no phone is; this machine alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address


class ReachKind(StrEnum):
    """What an address is of, in the order in which they are proposed."""

    OWN_ADDRESS = "own-address"
    HOTSPOT = "hotspot"
    NETWORK = "network"
    NETWORK_IPV6 = "network-ipv6"
    MADE_BY_PROGRAMS = "made-by-programs"
    THIS_MACHINE = "this-machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """One address of this machine; `name` is "" where the system does not say. `is_way_out`: packets leave by it."""

    name: str
    address: str
    is_way_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An address to show to phones, such as http://192.168.1.20:8601, and the interface it is of."""

    address: str
    kind: ReachKind
    interface: str = ""


_KINDS = tuple(ReachKind)
_MADE_BY_PROGRAMS = (
    *("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vnet", "lxc", "lxd", "cni", "flannel", "cali", "podman"),
    *("tun", "tap", "wg", "utun", "ppp", "zt", "tailscale", "ipsec", "awdl", "llw", "vethernet"),
)
_HOTSPOT_ADDRESSES = frozenset({"10.42.0.1", "10.42.1.1", "192.168.137.1"})
"""What NetworkManager and Windows give the machine that shares its network; macOS calls the interface bridge100."""
_HOTSPOT_NAMES = ("bridge100", "ap0", "uap0")
_DOCKER = "172.17.0."


def proposals(
    interfaces: Iterable[Interface], port: int, *, base_url: str | None = None, is_https: bool = False
) -> tuple[Proposal, ...]:
    """The addresses that phones may use, the likeliest first; with an address people use, that one before all.

    Link-local addresses of IPv6 are left out: a browser cannot open them.

    >>> [one.address for one in proposals((Interface(name="lo", address="127.0.0.1"),), 8601)]
    ['http://127.0.0.1:8601']
    """
    scheme = "https" if is_https else "http"
    own = {one.address: one for one in sorted(interfaces, key=_place) if _is_of_use(one)}
    found = tuple(
        Proposal(address=f"{scheme}://{_host(one.address)}:{port}", kind=kind_of(one), interface=one.name)
        for one in own.values()
    )
    if base_url is None:
        return found
    return (Proposal(address=base_url, kind=ReachKind.OWN_ADDRESS), *found)


def kind_of(interface: Interface) -> ReachKind:
    """What an address of this machine is of.

    >>> kind_of(Interface(name="docker0", address="172.17.0.1")).value
    'made-by-programs'
    """
    address, name = ip_address(interface.address), interface.name.lower()
    if address.is_loopback:
        return ReachKind.THIS_MACHINE
    is_made = name.startswith(_MADE_BY_PROGRAMS) or interface.address.startswith(_DOCKER) or address.is_link_local
    if is_made:
        return ReachKind.MADE_BY_PROGRAMS
    if interface.address in _HOTSPOT_ADDRESSES or name.startswith(_HOTSPOT_NAMES):
        return ReachKind.HOTSPOT
    return ReachKind.NETWORK if isinstance(address, IPv4Address) else ReachKind.NETWORK_IPV6


def _is_of_use(interface: Interface) -> bool:
    try:
        address = ip_address(interface.address)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and (address.is_link_local or address.ipv4_mapped is not None):
        return False
    return not address.is_unspecified and not address.is_multicast


def _place(interface: Interface) -> tuple[int, bool, bool, str, str]:
    """The place in the order: by kind, then the way out, then private before public, then by name."""
    try:
        address = ip_address(interface.address)
    except ValueError:
        return (len(_KINDS), True, True, interface.name, interface.address)
    kind = _KINDS.index(kind_of(interface))
    return (kind, not interface.is_way_out, not address.is_private, interface.name, interface.address)


def _host(address: str) -> str:
    return f"[{address}]" if ":" in address else address
