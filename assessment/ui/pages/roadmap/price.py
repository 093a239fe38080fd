"""What a point of effort stands for: person-days and money, each shown wherever the plan is, where it is set."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.ui.pages.roadmap.plan import Plan
from assessment.ui.pages.roadmap.saving import save_settings
from assessment.views.wording.pages import roadmap as words

_CURRENCIES = ("EUR", "USD", "GBP", "CHF", "JPY", "SEK", "DKK", "NOK", "PLN", "CZK", "AUD", "CAD", "INR", "SGD")


def draw_price(plan: Plan) -> None:
    """Draw the two prices and the currency."""
    section_head(words.PRICE_TITLE, words.PRICE_LEAD)
    with st.container(horizontal=True, gap="medium"):
        _draw_amount(plan, "person_days_per_point", words.DAYS_LABEL, step=0.5, number_format="%.1f")
        _draw_amount(plan, "cost_per_point", words.COST_LABEL, step=100.0, number_format="%.0f")
        key = plan.setting_key("currency")
        session.seed(key, plan.saved.currency)
        currencies = {code: code for code in sorted({*_CURRENCIES, plan.saved.currency})}
        st.selectbox(
            words.CURRENCY_LABEL,
            tuple(currencies),
            format_func=labels(currencies),
            key=key,
            on_change=_save,
            args=(plan, "currency", key),
            disabled=plan.is_locked,
            width=120,
        )


def _draw_amount(plan: Plan, name: str, label: str, *, step: float, number_format: str) -> None:
    key = plan.setting_key(name)
    session.seed(key, getattr(plan.saved, name))
    st.number_input(
        label,
        min_value=min(step, 1.0),
        value=None,
        step=step,
        format=number_format,
        key=key,
        on_change=_save,
        args=(plan, name, key),
        placeholder=words.NO_PRICE,
        disabled=plan.is_locked,
        width=160,
    )


def _save(plan: Plan, name: str, key: str) -> None:
    value = session.value(key)
    save_settings(plan, lambda _: {name: value})
