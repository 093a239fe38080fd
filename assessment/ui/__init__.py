"""The pages. The only package beside app.py that imports Streamlit; it calls services and places views.

main.py        page config, style sheet and navigation
navigation.py  which pages there are, and the way from one to another
session.py     the only module that touches session_state and the URL
errors.py      the one place that catches an error and shows it as a sentence
components/    one thing drawn or asked, used by several pages
pages/         one page a file (or folder), each with one show()
theme.py       writes the theme of .streamlit/config.toml from the tokens
static/        link to assets/, served at /app/static
"""

from streamlit.runtime.pages_manager import PagesManager

# Streamlit takes a folder `pages/` beside the script for its old way of finding pages, until `st.navigation` has run
# once: the first visitor after a start who came by a link would be told that the page does not exist.
PagesManager.uses_pages_directory = False
