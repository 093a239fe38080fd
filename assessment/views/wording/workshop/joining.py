"""How people get into a room: the code, the address, and whether phones reach it."""

from __future__ import annotations

from assessment.views.wording.numbers import counted

GROUP = 4
JOIN_TITLE = "Join with your phone"
SCAN = "Point your phone's camera at this"
OR_TYPE = "Or open this address and type the code"
CODE_LABEL, ADDRESS_LABEL = "Code", "Address"
NO_ADDRESS = "No address that phones can open has been chosen yet"
NOBODY_YET = "Nobody is in yet"

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
NO_PHONE_NEXT = (
    "Open this address on one phone. If the page stays blank, the network keeps devices apart or a firewall is in the "
    "way: choose another address, or share the internet of a phone or laptop as a hotspot and use that."
)


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


def qr_spoken(address: str) -> str:
    """What the QR code is, for who does not see it."""
    return f"QR code that opens {plain_address(address)}"


def head_count(count: int) -> str:
    """How many are in the room."""
    return f"{counted(count, 'person', 'people')} in" if count else NOBODY_YET


def join_short(address: str, code: str) -> str:
    """For late joiners, at the foot of the wall."""
    return f"Join: {plain_address(address)}, code {code_text(code)}"
