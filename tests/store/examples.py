"""One small stored assessment."""

from __future__ import annotations

from assessment.catalogue import content_hash, framework_to_json
from assessment.domain.answered.assessment import Assessment
from assessment.store import Store
from tests.builders import an_assessment, tiny_framework

FRAMEWORK = tiny_framework()
CONTENT_HASH = content_hash(FRAMEWORK)
ASSESSMENT_ID = "test-assessment"


def example(assessment_id: str = ASSESSMENT_ID) -> Assessment:
    """Three respondents, no answers, pinned to the invented framework."""
    assessment = an_assessment(FRAMEWORK, id=assessment_id)
    pin = assessment.header.framework.model_copy(update={"content_hash": CONTENT_HASH})
    return assessment.model_copy(update={"header": assessment.header.model_copy(update={"framework": pin})})


def stored_example(store: Store, assessment_id: str = ASSESSMENT_ID) -> Assessment:
    """The example, stored."""
    assessment = example(assessment_id)
    with store.writing(actor_id="local", operation="test.create") as writer:
        writer.archive_framework(
            content_hash=CONTENT_HASH,
            framework_id=FRAMEWORK.id,
            version=FRAMEWORK.version,
            content=framework_to_json(FRAMEWORK),
        )
        writer.create(assessment)
    return assessment
