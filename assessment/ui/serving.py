"""What the gate in front of the app asks Streamlit: how it serves, what its pages run, what it holds of whom.

Part of it has no public name in Streamlit; tests look whether it is still where it was.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit import file_util
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from assessment.services.signed_in import ACCOUNT_FIELD, ACCOUNT_HEADER, HEADER, USER_FIELD
from assessment.ui.components.script import script_texts

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_MEGABYTE = 1024 * 1024


def address() -> str:
    """Where the server was told to listen; "" for everywhere."""
    return str(st.get_option("server.address") or "")


def port() -> int:
    """The port it listens at: the next free one where that was not said, so it is asked for once the server is up."""
    return int(st.get_option("server.port"))


def has_certificate() -> bool:
    """Whether the server speaks https itself."""
    return bool(st.get_option("server.sslCertFile"))


def largest_upload() -> int:
    """The most bytes that one file may have."""
    return int(st.get_option("server.maxUploadSize")) * _MEGABYTE


def keeps_sessions_apart() -> bool:
    """Whether Streamlit was told to keep the gate's headers with its sessions."""
    trusted = st.get_option("server.trustedUserHeaders") or {}
    return isinstance(trusted, dict) and trusted == {HEADER: USER_FIELD, ACCOUNT_HEADER: ACCOUNT_FIELD}


@cache
def scripts() -> tuple[str, ...]:
    """The text of each inline script that a page may hold: Streamlit's own, and ours."""
    page = Path(file_util.get_static_dir(), "index.html").read_text("utf-8")
    return (*_INLINE.findall(page), *script_texts())


def held_uploads() -> tuple[tuple[str, str, str, int], ...]:
    """Of each session: its id, the token of the sign-in and the account it belongs to, the bytes of files held for it.

    Files whose session is gone are nobody's, under "".
    """
    runtime = Runtime.instance()
    uploads = runtime.uploaded_file_mgr
    owners = {}
    for one in runtime._session_mgr.list_sessions():
        said = one.session._user_info  # no public way to ask whose a session is
        owners[one.session.id] = (str(said.get(USER_FIELD, "")), str(said.get(ACCOUNT_FIELD, "")))
    files = uploads.file_storage if isinstance(uploads, MemoryUploadedFileManager) else {}
    return tuple(
        (id_, *owners.get(id_, ("", "")), sum(len(file.data) for file in tuple(files.get(id_, {}).values())))
        for id_ in {**owners, **files}
    )
