"""The report's content: computed results become a frozen document that templates only print."""

from assessment.reporting.document.build import build_document
from assessment.reporting.document.model import ReportDocument

__all__ = ["ReportDocument", "build_document"]
