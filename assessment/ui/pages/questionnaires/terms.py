"""What belongs to no single process: the glossary, the transitions, the scenarios, the scales."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.content import Choice, GlossaryTerm, Origin, Scenario
from assessment.domain.authored.framework import Framework
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import PAIN_NAMES
from assessment.ui.pages.questionnaires.markup import labelled, named, paragraphs, table

_ORIGINS = {Origin.PAPER: "Named by the paper", Origin.EXTENSION: "This framework's own choice"}


def draw_glossary(framework: Framework, wanted: GlossaryTerm | None = None) -> None:
    """Draw every term in the order of the alphabet, and above them the one that was looked for."""
    section_head("Glossary", "Every word that means something particular here.")
    if wanted is not None:
        with st.container(border=True):
            st.markdown(named(wanted.term, wanted.meaning))
    rows = [
        (entry.term, entry.meaning) for entry in sorted(framework.glossary, key=lambda entry: entry.term.casefold())
    ]
    st.markdown(table(("Term", "Meaning here"), rows))


def draw_transitions(framework: Framework) -> None:
    """Draw both ends of each transition."""
    section_head("Transitions", "Changes of attitude, placed from one end to the other in a workshop and never scored.")
    rows = [
        (f"{change.from_name} to {change.to_name}", change.from_text, change.to_text)
        for change in framework.transitions
    ]
    st.markdown(table(("Transition", "At the old end one sees", "At the new end one sees"), rows))


def draw_scenarios(framework: Framework) -> None:
    """Draw each story with the processes it puts in scope."""
    section_head(
        "Scenarios",
        "A story that leads a sponsor in. It prefills scope and pain of a new assessment, and locks nothing.",
    )
    for scenario in framework.scenarios:
        _draw_scenario(framework, scenario)


def _draw_scenario(framework: Framework, scenario: Scenario) -> None:
    with st.container(gap="xsmall"):
        st.subheader(escaped(scenario.title), anchor=False)
        st.markdown(
            paragraphs(labelled("The sponsor says", scenario.story), labelled("What lies behind it", scenario.why))
        )
        rows = [
            (framework.process_by_id[entry.process].name, PAIN_NAMES[entry.pain], _ORIGINS[entry.origin])
            for entry in scenario.processes
        ]
        st.markdown(table(("In scope", "Pain", "Source"), rows))


def draw_scales(framework: Framework) -> None:
    """Draw what answers and levels mean, and what else is asked of an organisation."""
    section_head(
        "The answers to an activity",
        "Chosen by their words. Questions with six statements of their own follow the same steps.",
    )
    st.markdown(table(("Answer", "What one sees"), [(point.name, point.statement) for point in framework.scale]))
    section_head(
        "Levels of a process", "Earned, never chosen: a level counts only when what lies below it is firmly in place."
    )
    st.markdown(
        table(
            ("Level", "Name", "Meaning"), [(str(level.level), level.name, level.meaning) for level in framework.levels]
        )
    )
    section_head("What a process is rated on")
    attributes = [(entry.name, entry.meaning, str(entry.level)) for entry in framework.attributes]
    st.markdown(table(("Attribute", "Meaning", "Needed for level"), attributes))
    section_head("Tools of a process")
    st.markdown(table(("Tools", "Meaning"), _choice_rows(framework.technology)))
    section_head("Sourcing")
    st.markdown(table(("Sourcing", "Meaning"), _choice_rows(framework.sourcing)))
    _draw_checklists(framework)


def _choice_rows(choices: tuple[Choice, ...]) -> list[tuple[str, str]]:
    return [(choice.name, choice.meaning) for choice in choices]


def _draw_checklists(framework: Framework) -> None:
    section_head(
        "Readiness for a step", "Asked before a step is planned. A no carries its risk and its remedy into the roadmap."
    )
    for question in framework.readiness:
        with st.expander(escaped(question.question)):
            st.markdown(
                paragraphs(
                    labelled("What good looks like", question.good),
                    labelled("The risk of a no", question.risk),
                    labelled("What to do about a no", question.action.text) if question.action else "",
                )
            )
    section_head("What to look for in a process owner")
    if framework.owner_checklist:
        st.markdown("\n".join(f"- {escaped(entry.text)}" for entry in framework.owner_checklist))
    else:
        plain("No checklist is written.", "quiet")
    section_head("Who is not behind it")
    st.markdown(named(f"{framework.name} {framework.version}", framework.independence))
