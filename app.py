"""The ASGI app: Streamlit pages, own routes, what guards them, and the lifespan that opens the database once.

`streamlit run app.py`.
"""

import streamlit as st

from assessment.settings import read_settings
from assessment.ui import navigation, serving
from assessment.ui.errors import show_script_error
from assessment.web.guards import guards
from assessment.web.lifespan import lifespan
from assessment.web.routes import ROUTES

app = st.App(
    "assessment/ui/main.py",
    routes=ROUTES,
    lifespan=lifespan,
    middleware=guards(serving, read_settings()),
    on_script_error=show_script_error,
)
navigation.warm_up()
