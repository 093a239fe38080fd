"""How people get into a room: the code, the address, and whether phones reach it."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.workshop.reaching import Proposal, ReachKind
from assessment.views.wording.numbers import counted

GROUP = 4
JOIN_TITLE = "Join with your phone"
SCAN = "Point your phone's camera at this"
OR_TYPE = "Or open this address and type the code"
CODE_LABEL = "Code"
NO_ADDRESS = "No address that phones can open has been chosen yet"
NOBODY_YET = "Nobody is in yet"

KIND_NAMES: Mapping[ReachKind, str] = {
    ReachKind.OWN_ADDRESS: "the address everybody uses",
    ReachKind.HOTSPOT: "the hotspot of this computer",
    ReachKind.NETWORK: "the network this computer is in",
    ReachKind.NETWORK_IPV6: "the same by IPv6",
    ReachKind.MADE_BY_PROGRAMS: "made by a program on this computer, phones are hardly there",
    ReachKind.THIS_MACHINE: "this computer alone, no phone opens it",
}
PLAIN_HTTP = (
    "Phones send their votes without https here: on an open network, one without a password, whoever listens can read "
    "them, names included. Use a network with a password, your own hotspot, or an address with https."
)
SEE_TITLE = "This phone reaches Plumbline"
SEE_YES = "Yes, this phone reaches Plumbline."
SEE_TOLD = "Whoever leads the workshop sees it now."
SEE_THIS_MACHINE = (
    "But this is the computer that Plumbline runs on, which says nothing about the network. "
    "Open this address on a phone."
)
SEE_JOIN = "Join the workshop"
A_PHONE_GOT_THROUGH = "A phone got through"
NO_PHONE_YET = "No phone has got through yet"


def code_text(code: str) -> str:
    """A code in two groups of four, as it is shown and read out.

    >>> code_text("K7M44QXP")
    'K7M4 4QXP'
    """
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def spelled(code: str) -> str:
    """A code letter by letter, for a screen reader.

    >>> spelled("K7M4")
    'K, 7, M, 4'
    """
    return ", ".join(code)


def plain_address(address: str) -> str:
    """An address as people type it: a browser adds what is missing. https stays where a port would lose it.

    >>> plain_address("http://192.168.1.20:8601"), plain_address("https://plumbline.example.org")
    ('192.168.1.20:8601/join', 'plumbline.example.org/join')
    """
    scheme, _, rest = address.rstrip("/").partition("://")
    name = rest.rpartition("]")[2] if "]" in rest else rest
    needs_scheme = scheme == "https" and ":" in name
    return f"{scheme}://{rest}/join" if needs_scheme else f"{rest}/join"


def personal_link(address: str, token: str) -> str:
    """A link that lets somebody in as themselves.

    >>> personal_link("http://192.168.1.20:8601/", "token")
    'http://192.168.1.20:8601/join/p/token'
    """
    return f"{address.rstrip('/')}/join/p/{token}"


def room_link(address: str, key: str) -> str:
    """The link for all: what the QR code of a room opens."""
    return f"{address.rstrip('/')}/join/k/{key}"


def proposal_label(proposal: Proposal) -> str:
    """An address to choose, with what it is of.

    >>> proposal_label(Proposal(address="http://10.42.0.1:8601", kind=ReachKind.HOTSPOT, interface="wlan0"))
    'http://10.42.0.1:8601, the hotspot of this computer (wlan0)'
    """
    of = f" ({proposal.interface})" if proposal.interface else ""
    return f"{proposal.address}, {KIND_NAMES[proposal.kind]}{of}"


def no_phone_next(address: str) -> str:
    """What to try before people come."""
    return (
        f"Open {address.rstrip('/')}/see on one phone. If the page stays blank, a firewall is in the way or the "
        "network keeps devices apart: choose another address, or share a hotspot of a phone or laptop and use that."
    )


def qr_spoken(address: str) -> str:
    """What the QR code is, for who does not see it."""
    return f"QR code that opens {plain_address(address)}"


def head_count(count: int) -> str:
    """How many are in the room."""
    return f"{counted(count, 'person', 'people')} in" if count else NOBODY_YET


def join_short(address: str, code: str) -> str:
    """For late joiners, at the foot of the wall."""
    return f"Join: {plain_address(address)}, code {code_text(code)}"
