"""What others have: shown, brought as a CSV file, taken out."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.ui import access, session
from assessment.ui.components.figure import draw_listing
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.views.portfolio.benchmarks import benchmark_text
from assessment.views.portfolio.processes import others_table
from assessment.views.wording.pages import portfolio as words

_UPLOAD_MB = 1


def draw_benchmark(portfolio: Portfolio) -> None:
    """Draw what others have and, for whoever may organise, the way to change it."""
    table = others_table(portfolio)
    section_head(table.title, table.measure if table.rows else "")
    draw_listing(table, "portfolio-others-table")
    if portfolio.benchmark is not None:
        plain(benchmark_text(portfolio.benchmark), "small")
    mine = access.mine()
    if mine.may_everywhere(Permission.ORGANISE) or portfolio.organisation_id in mine.organises:
        _draw_change(portfolio)


def _draw_change(portfolio: Portfolio) -> None:
    organisation_id = portfolio.organisation_id
    key = f"portfolio:benchmark:{organisation_id}"
    stored = session.plumbline().portfolio.benchmark(session.actor(), organisation_id)
    session.bind(key, 0 if stored is None else stored.version, {})
    upload_key = f"{key}:{session.generation(key)}"
    put = partial(_put, organisation_id, key, upload_key)
    st.file_uploader(words.BRING, type="csv", key=upload_key, max_upload_size=_UPLOAD_MB, on_change=put)
    plain(words.BRING_LEAD, "small")
    if stored is not None:
        st.button(words.TAKE_OUT, key=f"{key}:out", on_click=_take_out, args=(organisation_id, key))
    if session.save_outcome(key) is not None:
        saved_sign(key)


def _put(organisation_id: str, key: str, upload_key: str) -> None:
    """Callback: read the file that was brought; the field is empty again afterwards."""
    upload = session.value(upload_key)
    if upload is None:
        return
    portfolio, actor = session.plumbline().portfolio, session.actor()
    with session.saving(key, words.AS_READ):
        version = portfolio.put_benchmark(
            actor, organisation_id, upload.getvalue(), upload.name, expected_version=session.drawn_version(key)
        )
        session.rebind(key, version)
    _look_again(key)
    session.renew(key)


def _take_out(organisation_id: str, key: str) -> None:
    portfolio, actor = session.plumbline().portfolio, session.actor()
    with session.saving(key, words.AS_TAKEN_OUT):
        portfolio.remove_benchmark(actor, organisation_id, expected_version=session.drawn_version(key))
        session.rebind(key, 0)
    _look_again(key)


def _look_again(key: str) -> None:
    """Where somebody else was first, the page now shows theirs: what is done next is done from there."""
    outcome = session.save_outcome(key)
    if outcome is not None and outcome.conflict is not None:
        session.rebind(key, outcome.version)
