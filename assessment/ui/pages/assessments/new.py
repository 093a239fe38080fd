"""The dialog that starts an assessment."""

from __future__ import annotations

from datetime import date

import streamlit as st

from assessment.domain.authored.content import Scenario
from assessment.domain.authored.framework import Depth, Framework
from assessment.errors import InvalidInput
from assessment.services.assessments import NewAssessment
from assessment.services.validation import checked
from assessment.ui import navigation, session
from assessment.ui.components.choosing import labels
from assessment.ui.components.organisations import ask_organisation
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.writing import ask, settle
from assessment.ui.errors import guarded
from assessment.views.frameworks.terms import whose_story
from assessment.views.wording.pages import assessments as words
from assessment.views.wording.pages.set_up import PEOPLE_TAB
from assessment.views.wording.terms import DEPTHS

OWN_SCOPE = "own-scope"
_LIMIT = 300


@st.dialog(words.NEW, width="large")
@guarded
def new_dialog() -> None:
    """Ask what, of whom, how deep and how high; then go to the set-up."""
    framework = _pick_framework()
    if framework is None:
        plain(words.NO_FRAMEWORK)
        return
    begin, about = st.columns(2, gap="large")
    with begin:
        scenario = _pick_scenario(framework)
        process_ids = _pick_scope(framework) if scenario is None else None
    with about:
        fields = _ask_about(framework)
    if st.button(words.START, type="primary", key="new:go"):
        scenario_id = scenario.id if scenario is not None else None
        new = _validated(framework_id=framework.id, scenario_id=scenario_id, process_ids=process_ids, **fields)
        session.open_assessment(session.plumbline().assessments.create(session.actor(), new))
        for key in ("new:organisation", "new:unit", "new:name"):
            settle(key, session.value(key, ""))
        navigation.go_to(navigation.SET_UP, section=PEOPLE_TAB)


def _ask_about(framework: Framework) -> dict[str, object]:
    """What is asked whatever the scope, by the names of a new assessment's fields."""
    today = date.today()
    organisation = ask_organisation(words.ORGANISATION, "new:organisation")
    unit = ask(words.UNIT, "new:unit", _LIMIT)
    name = ask(words.NAME, "new:name", _LIMIT, usual=words.usual_name(today))
    day = st.date_input(words.DATE, value=today, key="new:date")
    depths, captions = tuple(Depth), words.DEPTH_CAPTIONS
    depth = st.radio(words.DEPTH, depths, index=1, format_func=labels(DEPTHS), captions=captions, key="new:depth")
    return {
        "organisation": organisation.strip(),
        "unit": unit.strip() or None,
        "name": name.strip() or words.usual_name(day),
        "assessed_on": day,
        "depth": depth,
        "default_target_level": _pick_level(framework),
    }


def _validated(**fields: object) -> NewAssessment:
    if not fields["organisation"]:
        raise InvalidInput(words.ORGANISATION, words.EMPTY_REASON, words.ORGANISATION_ADVICE)
    if fields["scenario_id"] is None and not fields["process_ids"]:
        raise InvalidInput(words.SCOPE_FIELD, words.NO_PROCESS_REASON, words.NO_PROCESS_ADVICE)
    return checked(NewAssessment, **fields)


def _pick_framework() -> Framework | None:
    installed = session.plumbline().frameworks.installed(session.actor())
    if len(installed) < 2:
        return installed[0] if installed else None
    names = {framework.id: words.framework(framework.name, framework.version) for framework in installed}
    chosen = st.selectbox(words.FRAMEWORK, tuple(names), format_func=labels(names), key="new:framework")
    return next(framework for framework in installed if framework.id == chosen)


def _pick_scenario(framework: Framework) -> Scenario | None:
    by_id = {scenario.id: scenario for scenario in framework.scenarios}
    titles = {scenario.id: escaped(scenario.title) for scenario in framework.scenarios} | {OWN_SCOPE: words.OWN_SCOPE}
    last = len(titles) - 1
    chosen = st.radio(words.BROUGHT_BY, tuple(titles), index=last, format_func=labels(titles), key="new:scenario")
    scenario = by_id.get(chosen)
    if scenario is not None:
        plain(scenario.story)
        plain(scenario.why, "quiet")
        names = [framework.process_by_id[entry.process].name for entry in scenario.processes]
        plain(words.scenario_scope(names), "quiet")
        plain(whose_story(scenario).text, "quiet")
    return scenario


def _pick_scope(framework: Framework) -> tuple[str, ...]:
    names = {process.id: process.name for process in framework.processes}
    is_whole = st.toggle(words.whole_scope(len(names)), value=True, key="new:whole")
    if is_whole:
        return tuple(names)
    chosen = st.multiselect(words.SCOPE, tuple(names), format_func=labels(names), key="new:processes")
    return tuple(process_id for process_id in names if process_id in chosen)


def _pick_level(framework: Framework) -> int:
    names = {one.level: words.target_level(one.level, one.name) for one in framework.levels if one.level > 0}
    level = st.segmented_control(
        words.TARGET_LEVEL, tuple(names), default=3, format_func=labels(names), key="new:level", required=True
    )
    plain(framework.levels[level].meaning, "small")
    return level
