"""What the gate in front of the app hands on to the pages: by what token somebody is signed in, or that one is alone.

The gate writes it into a header of the websocket, where nobody else can, and beside it the id of the account. Streamlit
keeps both with its session and takes nobody into that session who comes with others.
"""

from __future__ import annotations

COOKIE = "plumbline_sign_in"
SECURE_COOKIE = "__Host-plumbline_sign_in"
"""The name under https: a browser takes it from this very host alone."""
HEADER = "X-Plumbline-Sign-In"
USER_FIELD = "sign_in"
"""Where Streamlit keeps the header's value: `server.trustedUserHeaders` of .streamlit/config.toml."""
ACCOUNT_HEADER = "X-Plumbline-Account"
ACCOUNT_FIELD = "account"
"""The same for the account, whose sign-ins share what one person may hold."""
ALONE = "alone"
"""The value of both where nobody signs in."""


def cookie_name(*, is_https: bool) -> str:
    """The cookie that holds the token of a sign-in."""
    return SECURE_COOKIE if is_https else COOKIE
