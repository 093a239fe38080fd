"""What the gate in front of the app says to whom it does not let in, and to who started it."""

from __future__ import annotations

from assessment.views.wording.directions import isolated

FOREIGN_HOST = (
    "Plumbline does not answer at this address. Open it at the address you were given. "
    "Whoever runs it sets that address in PLUMBLINE_BASE_URL."
)
FOREIGN_ORIGIN = "This was asked from another site, and nothing was done. Open Plumbline itself and try again there."
FREE_THE_PORT = "Close the other program, or start Plumbline with another number in PLUMBLINE_PHONES_PORT."
ASK_WHO_RUNS_IT = "Ask them to set a port in PLUMBLINE_PHONES_PORT, or let the room vote by a show of hands."
OTHER_PORT = "Start Plumbline with another number in PLUMBLINE_PHONES_PORT, above 1024."
PHONES_NOT_ALLOWED = "whoever runs Plumbline here does not allow it"
PHONES_PORT_TAKEN = "another program has it, perhaps another Plumbline"
PHONES_PORT_REFUSED = "this computer does not give it out"
PHONES_DID_NOT_BEGIN = "it did not begin in time"
SIGN_IN_FIRST = "Sign in first."
NOT_HERE = "There is nothing here."
NOT_YOURS = "This upload belongs to no page of yours. Reload the page and choose the file again."
SIGNED_OUT = "You are not signed in any more. What was saved is safe."
TO_SIGN_IN = "Sign in"
SIGN_OUT = "Sign out"
PASSWORD = "Your password"  # noqa: S105  # what a link says


def signed_in_as(name: str) -> str:
    """At the head of every page."""
    return f"Signed in as {isolated(name)}"


def too_much_held(limit_megabytes: int, *, is_yours: bool) -> str:
    """Why an upload is refused for now."""
    if is_yours:
        return (
            f"Your files that are open here come to more than {limit_megabytes} MB with this one. "
            "Remove one of them on its page, or close that page, and choose this file again."
        )
    return (
        f"Files that people have open here come to more than {limit_megabytes} MB with this one. Try again in a minute."
    )


def without_https(*, has_base_url: bool) -> str:
    """Said once at start, and on the sign-in page, where passwords would cross the network in the clear."""
    remedy = (
        "Give PLUMBLINE_BASE_URL an address with https, and put a proxy in front that speaks it."
        if has_base_url
        else "Set PLUMBLINE_BASE_URL to the https address people use, or start with a certificate of its own "
        "(server.sslCertFile and server.sslKeyFile)."
    )
    return (
        "People reach this Plumbline without https: whoever listens on the network reads passwords and answers. "
        + remedy
    )


def first_link(address: str) -> str:
    """At start, while nobody can sign in."""
    said = (
        "Nobody can sign in yet. This link makes the first administrator, once; whoever has it can use it:\n"
        f"  {address}"
    )
    if "//127.0.0.1" not in address:
        return said
    return f"{said}\nFrom another computer, write the name or number of this one in place of 127.0.0.1."
