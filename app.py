"""The ASGI app: Streamlit pages, own routes and the lifespan that opens the database once. `streamlit run app.py`."""

import streamlit as st

from assessment.ui import navigation
from assessment.ui.errors import show_script_error
from assessment.web.lifespan import lifespan
from assessment.web.routes import ROUTES

app = st.App("assessment/ui/main.py", routes=ROUTES, lifespan=lifespan, on_script_error=show_script_error)
navigation.warm_up()
