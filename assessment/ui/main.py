"""Page config, style sheet and navigation. Run through app.py."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assessment.ui import navigation, session
from assessment.ui.components.shell import load_shell
from assessment.ui.components.who import draw_who
from assessment.ui.components.writing import attend
from assessment.views.wording.pages.shared import PRODUCT

ASSETS = Path(__file__).resolve().parents[2] / "assets"

st.set_page_config(page_title=PRODUCT, page_icon=str(ASSETS / "plumbline.svg"), layout="wide")
st.logo(str(ASSETS / "wordmark.svg"), size="large")
st.html(ASSETS / "plumbline.css")
draw_who()
with st.container(key="page-scripts"):
    load_shell()
    attend()
page = st.navigation(navigation.pages(), position="top")
session.follow_address(page.url_path)
page.run()
