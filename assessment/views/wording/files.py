"""What files are called that leave the house."""

from __future__ import annotations

import re
import unicodedata

from assessment.domain.answered.assessment import AssessmentHeader

STEM_LIMIT = 60
"""Characters; with three bytes each and a date behind them a name still fits every file system."""
UNNAMED = "Assessment"


def file_stem(header: AssessmentHeader) -> str:
    """Organisation, name and day: small letters and digits of any script, and hyphens between them."""
    return f"{text_stem(f'{header.organisation} {header.name}')}-{header.assessed_on.isoformat()}"


def text_stem(text: str) -> str:
    """A name as a file is called by it: small letters and digits of any script, and hyphens between them."""
    words = unicodedata.normalize("NFC", text.lower())
    return re.sub(r"[\W_]+", "-", words)[:STEM_LIMIT].strip("-") or UNNAMED.lower()
