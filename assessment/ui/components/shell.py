"""What every page does in the browser beside Streamlit: assets/shell.js, loaded once a page."""

from __future__ import annotations

from assessment.ui.components.script import load_script
from assessment.views.wording.pages.shell import IN_THE_BROWSER


def load_shell() -> None:
    """Load the script; a page that has it already leaves it alone."""
    load_script("shell", dict(IN_THE_BROWSER))
