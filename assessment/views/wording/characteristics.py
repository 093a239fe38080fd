"""The sentences of the organisation's profile by characteristic."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.numbers import counted, listed, plural

QUESTION = "How the organisation stands on each characteristic"
MEASURE = "Processes with a level at N, P, L and F on each attribute; mean in percent of full achievement."
NOT_RATED = "No attribute is rated yet."
COUNT_MEANINGS = {
    "N": "Processes at N, not done: up to 15 %",
    "P": "Processes at P, partly: above 15 % and up to 50 %",
    "L": "Processes at L, largely: above 50 % and up to 85 %",
    "F": "Processes at F, fully: above 85 %",
}
LEGEND = {"N": "N, not done", "P": "P, partly", "L": "L, largely", "F": "F, fully"}
MEAN_MEANING = "Mean percent of these processes, 0 to 100"
WEAKEST_MEANING = "Up to three processes with the lowest percent, lowest first"


def weakest(attribute_name: str, low_count: int, process_count: int) -> str:
    """The weakest attribute and how many processes are at N or P on it."""
    processes = counted(process_count, "process", "processes")
    return plural(
        low_count,
        {
            "one": f"{attribute_name} is weakest: {{count}} of {processes} is not half way.",
            "other": f"{attribute_name} is weakest: {{count}} of {processes} are not half way.",
        },
    )


def which_are_characteristics(count: int) -> str:
    """What the attributes are in the reference model."""
    return plural(
        count,
        {
            "one": "{count} of these is one of the reference model's process-management characteristics; "
            "the others are the work each process names for itself.",
            "other": "{count} of these are the reference model's process-management characteristics; "
            "the others are the work each process names for itself.",
        },
    )


def spoken_bands(counts: Mapping[str, int]) -> str:
    """The bar of a characteristic in words: how many processes stand in each band."""
    return listed([f"{count} at {band}" for band, count in counts.items()])
