"""The dialog that starts an assessment."""

from __future__ import annotations

from datetime import date

import streamlit as st

from assessment.domain.authored.content import Scenario
from assessment.domain.authored.framework import Depth, Framework
from assessment.errors import InvalidInput
from assessment.services.assessments import NewAssessment
from assessment.services.refusals import checked
from assessment.ui import navigation, session
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import DEPTH_NAMES, counted
from assessment.ui.errors import guarded

OWN_SCOPE = "own-scope"
_LIMIT = 300
_DEPTH_CAPTIONS = (
    "One question for each of the eight attributes: about a quarter of an hour a process. Levels are indicative.",
    "Every named activity and the six characteristics: about an hour a process. Levels that hold.",
)


@st.dialog("New assessment", width="large")
@guarded
def new_dialog() -> None:
    """Ask what, of whom, how deep and how high; then go to the set-up."""
    framework = _pick_framework()
    if framework is None:
        plain("No questionnaire is installed. Put one under questionnaires/ and start Plumbline again.")
        return
    begin, about = st.columns(2, gap="large")
    with begin:
        scenario = _pick_scenario(framework)
        process_ids = _pick_scope(framework) if scenario is None else None
    with about:
        organisation = st.text_input("Organisation", max_chars=_LIMIT, key="new:organisation")
        unit = st.text_input("Unit (optional)", max_chars=_LIMIT, key="new:unit")
        name = st.text_input(
            "Name of the assessment",
            max_chars=_LIMIT,
            key="new:name",
            placeholder=f"Service management {date.today():%Y}",
        )
        day = st.date_input("Date", value=date.today(), key="new:date")
        depth = st.radio(
            "Depth",
            tuple(Depth),
            index=1,
            format_func=DEPTH_NAMES.__getitem__,
            captions=_DEPTH_CAPTIONS,
            key="new:depth",
        )
        level = _pick_level(framework)
    if st.button("Start", type="primary", key="new:go"):
        new = _validated(
            name=name.strip() or f"Service management {day:%Y}",
            organisation=organisation.strip(),
            unit=unit.strip() or None,
            assessed_on=day,
            framework_id=framework.id,
            scenario_id=scenario.id if scenario is not None else None,
            process_ids=process_ids,
            depth=depth,
            default_target_level=level,
        )
        session.open_assessment(session.plumbline().assessments.create(session.actor(), new))
        navigation.go_to(navigation.SET_UP)


def _validated(**fields: object) -> NewAssessment:
    if not fields["organisation"]:
        raise InvalidInput("Organisation", "the field is empty", "Say which organisation is assessed.")
    if fields["scenario_id"] is None and not fields["process_ids"]:
        raise InvalidInput("Scope", "no process is chosen", "Choose at least one process.")
    return checked(NewAssessment, **fields)


def _pick_framework() -> Framework | None:
    installed = session.plumbline().frameworks.installed(session.actor())
    if len(installed) < 2:
        return installed[0] if installed else None
    names = {framework.id: f"{framework.name} {framework.version}" for framework in installed}
    chosen = st.selectbox("Questionnaire", tuple(names), format_func=names.__getitem__, key="new:framework")
    return next(framework for framework in installed if framework.id == chosen)


def _pick_scenario(framework: Framework) -> Scenario | None:
    by_id = {scenario.id: scenario for scenario in framework.scenarios}
    words = {
        **{scenario.id: escaped(scenario.title) for scenario in framework.scenarios},
        OWN_SCOPE: "A scope of our own",
    }
    chosen = st.radio(
        "What brings you here?", tuple(words), index=len(words) - 1, format_func=words.__getitem__, key="new:scenario"
    )
    scenario = by_id.get(chosen)
    if scenario is not None:
        plain(scenario.story)
        plain(scenario.why, "quiet")
        names = [framework.process_by_id[entry.process].name for entry in scenario.processes]
        plain(f"In scope: {', '.join(names)}. Scope is filled in and pain is proposed; both can be changed.", "quiet")
    return scenario


def _pick_scope(framework: Framework) -> tuple[str, ...]:
    names = {process.id: process.name for process in framework.processes}
    is_whole = st.toggle(f"All {counted(len(names), 'process', 'processes')}", value=True, key="new:whole")
    if is_whole:
        return tuple(names)
    chosen = st.multiselect("Processes in scope", tuple(names), format_func=names.__getitem__, key="new:processes")
    return tuple(process_id for process_id in names if process_id in chosen)


def _pick_level(framework: Framework) -> int:
    names = {level.level: f"{level.level} {level.name}" for level in framework.levels if level.level > 0}
    level = st.segmented_control(
        "Default target level", tuple(names), default=3, format_func=names.__getitem__, key="new:level", required=True
    )
    plain(framework.levels[level].meaning, "small")
    return level
