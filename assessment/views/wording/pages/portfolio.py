"""What the page of portfolios says that is not of a portfolio itself."""

from __future__ import annotations

from assessment.views.wording.numbers import counted, whole_text

TITLE = "How do the units compare?"
CHOOSE = "Organisation"
LETTERS = "Letters in place of names"
LETTERS_HELP = "Each unit keeps its own letters, so that two pictures can be laid side by side."
NONE_YET = "Nothing to compare yet"
NONE_YET_NEXT = (
    "Assess two units of one organisation, then come back. An assessment is of a unit where its set-up says so."
)
TOO_FEW = "One unit is no comparison"
MAKING = "The figures of each unit are made once, then kept."
BRING = "Benchmark as a CSV file"
BRING_LEAD = (
    "What others have: a line a process, with the heads process, median, lower quartile, upper quartile, n, source, "
    "year. Everybody who sees a result of this organisation sees it."
)
TAKE_OUT = "Take the benchmark out"
AS_TAKEN_OUT = "as taken out"
AS_READ = "as read"
FILES = "Take it along"
PDF, DECK, WORKBOOK = "Chapter as PDF", "Slides", "Workbook"
PAPER = "Paper"


def choice(name: str, unit_count: int) -> str:
    """An organisation to choose, and how many of its assessments there are."""
    return f"{name}, {counted(unit_count, 'assessment')}"


def making(done_count: int, count: int) -> str:
    """How far making the figures is."""
    return f"Figures made of {whole_text(done_count)} of {counted(count, 'unit')}"
