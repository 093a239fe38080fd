"""The ASGI app: Streamlit pages, own routes, what guards them, and the lifespan that opens the database once.

`streamlit run app.py`.
"""

import os
from functools import partial

import streamlit as st

from assessment.ui import navigation, serving
from assessment.ui.errors import show_script_error
from assessment.web.guards import access_to, guards, settings_at_start
from assessment.web.lifespan import lifespan
from assessment.web.phones_server import PhonesServer
from assessment.web.routes import PHONE_ROUTES, ROUTES

os.umask(0o077)  # whatever is written belongs to this account alone
settings = settings_at_start()
access = access_to(serving, settings)
app = st.App(
    "assessment/ui/main.py",
    routes=ROUTES,
    lifespan=partial(lifespan, access=access, phones=PhonesServer(PHONE_ROUTES, settings.phones_port)),
    middleware=guards(serving, settings, access),
    on_script_error=show_script_error,
)
navigation.warm_up()
