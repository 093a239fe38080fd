"""Erasing a person on the command line: where they are named, then doing it."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import Any

from assessment.cli_actor import acting
from assessment.cli_text import view_text
from assessment.domain.erasing import AnswersBecome
from assessment.errors import InvalidInput
from assessment.services.erasing import Erasure
from assessment.services.plumbline import open_plumbline
from assessment.settings import Settings
from assessment.views.erasing import erased_lines, erasure_view
from assessment.views.wording import erasing as words

ERASE_HELP = "a person out of one assessment or all: where they are named, then erasing it for good"
ERASE_ARGUMENTS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("name",), {"metavar": "NAME", "help": "the name as it is written"}),
    (("--assessment",), {"metavar": "ID", "help": "only in this assessment"}),
    (("--only",), {"nargs": "+", "metavar": "ID", "help": "only these places, by their ids"}),
    (("--answers",), {"choices": tuple(AnswersBecome), "default": AnswersBecome.STAY, "help": "what becomes of them"}),
    (("--keep-texts",), {"action": "store_true", "help": "leave the name in texts that people wrote"}),
    (("--accounts",), {"action": "store_true", "help": "also remove the accounts of this name"}),
    (("--apply",), {"action": "store_true", "help": "do it; without, only show where the name is"}),
)


def erase_person(parsed: argparse.Namespace, settings: Settings) -> int:
    """Show where somebody is named; with --apply, erase them."""
    with closing(open_plumbline(settings)) as plumbline:
        erasing, assessment_id, actor = plumbline.erasing, parsed.assessment, acting(plumbline)
        if assessment_id is None:
            preview = erasing.preview_everywhere(actor, parsed.name)
        else:
            preview = erasing.preview(actor, assessment_id, parsed.name)
        if not parsed.apply:
            print(view_text(erasure_view(preview)), end="\n\n")
            print(words.how_to_apply(preview.name))
            return 0
        if preview.namesakes and not parsed.only:
            raise InvalidInput(
                preview.name,
                "two or more people of one assessment have this name",
                "Say whom you mean: --only with the ids that the same command shows without --apply.",
            )
        erasure = Erasure(
            name=preview.name,
            mention_ids=tuple(parsed.only or (one.id for one in preview.mentions)),
            answers=AnswersBecome(parsed.answers),
            account_ids=tuple(one.id for one in preview.accounts) if parsed.accounts else (),
            is_put_out_of_texts=not parsed.keep_texts,
        )
        if assessment_id is None:
            erased = erasing.erase_everywhere(actor, erasure)
        else:
            erased = erasing.erase(actor, assessment_id, erasure)
    print("\n".join(erased_lines(erased)))
    return 0
