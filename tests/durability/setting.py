"""Settings and an assessment for tests that start processes of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.authored.framework import Depth
from assessment.services.assessments import NewAssessment
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.settings import Settings, read_settings


def settings_in(folder: Path, database_url: str = "") -> Settings:
    """Settings with the database in a folder, or another database, and the shipped questionnaires."""
    return read_settings({"PLUMBLINE_DATA": str(folder), "PLUMBLINE_DATABASE_URL": database_url})


def new_assessment_in(folder: Path, respondent_count: int, *, database_url: str = "") -> str:
    """A full-depth assessment of two processes with respondents r1, r2, ..., in a new database; returns its id."""
    plumbline = open_plumbline(settings_in(folder, database_url))
    try:
        assessment_id = plumbline.assessments.create(
            LOCAL_ACTOR,
            NewAssessment(
                name="Kill test",
                organisation="Invented Ltd",
                unit=None,
                assessed_on=date(2026, 1, 15),
                framework_id="itsm-reference",
                scenario_id=None,
                process_ids=("incident-management", "change-management"),
                depth=Depth.FULL,
                default_target_level=3,
            ),
        )
        for number in range(1, respondent_count + 1):
            respondent = Respondent(id=f"r{number}", role=Role.PRACTITIONER, name=f"Person {number}")
            plumbline.setup.save(LOCAL_ACTOR, assessment_id, respondent)
    finally:
        plumbline.close()
    return assessment_id
