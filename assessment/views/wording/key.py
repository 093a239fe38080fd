"""What the letters, figures and words of the results mean, for a reader who meets them for the first time."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.rating.scale import CARRY_BOUND
from assessment.views.wording.numbers import bound_text

TITLE = "What the words mean"
LETTERS_TITLE = "The letters: how far something is done"
WORDS_TITLE = "The words"
LETTER_COLUMN, NAME_COLUMN, STATEMENT_COLUMN = "Letter", "In words", "What one sees"
WORD_COLUMN, MEANING_COLUMN = "Word", "What it means"
MEANINGS: Mapping[str, str] = {
    "Level": "0 to 5. The highest for which everything below it is firmly in place: "
    f"at least {bound_text(CARRY_BOUND)}, letter L+, unless the set-up says otherwise.",
    "Score": "The level and the progress to the next one, rounded down: 2.7 is level 2, well on its way.",
    "Target": "The level somebody chose for a process. A process is at target at that level or above.",
    "Lowest level": "The lowest level that a process in scope stands at; also called the floor.",
    "Held by": "What keeps a process from the next level.",
    "How sure": "High, medium or low: how much is answered, by how many people and roles, how far they agree.",
    "Provisional": "Fewer than half of the questions are answered.",
    "Split": "Half of the people see something that the other half does not: talk about it first.",
    "Pain, importance": "0 to 5: how much a process hurts, and how much it matters.",
    "Need": "The part of five levels that a process lacks to its target.",
    "Leverage": "How much of what other processes lack waits for this one, 0 to 1.",
    "Priority": "0 to 100: need times a mean of pain, importance and leverage.",
    "Points of effort": "How a step's work is counted, so that the steps of a wave fit its capacity.",
    "Value": "The part of a process's priority that a step earns.",
    "Wave": "A stretch of time, usually three months, with a capacity in points of effort.",
    "Pin": "A step that somebody put into a wave, or left out, whatever the plan would do.",
}
