"""Commands about the bin: what is in it, and putting something back."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import datetime
from typing import Any

from assessment.cli_actor import acting
from assessment.cli_text import view_text
from assessment.errors import InvalidInput
from assessment.services.plumbline import open_plumbline
from assessment.settings import Settings
from assessment.views.bin import bin_view, entry_name
from assessment.views.wording import bin as bin_words

PUT_BACK_ARGUMENTS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("id",), {"help": "its id, as `bin` prints it"}),
    (("--beside",), {"action": "store_true", "help": "also where another one of its name is there by now"}),
)


def list_bin(_: argparse.Namespace, settings: Settings) -> int:
    """What was removed and can be put back."""
    with closing(open_plumbline(settings)) as plumbline:
        view = bin_view(plumbline.bin.everything(acting(plumbline)), datetime.astimezone)
    print(view_text(view))
    return 0


def put_back(parsed: argparse.Namespace, settings: Settings) -> int:
    """Put something back that was removed."""
    with closing(open_plumbline(settings)) as plumbline:
        binned = next((one for one in plumbline.bin.everything(acting(plumbline)) if one.id == parsed.id), None)
        if binned is None:
            raise InvalidInput(parsed.id, "the bin holds nothing of this id", "See what it holds with `bin`.")
        left_out_count = 0
        if binned.id == binned.assessment_id:
            plumbline.bin.put_back_assessment(acting(plumbline), binned.id, beside_alike=parsed.beside)
        else:
            back = plumbline.bin.put_back_entry(
                acting(plumbline), binned.assessment_id, binned.id, beside_alike=parsed.beside
            )
            left_out_count = back.left_out_count
    print(bin_words.is_back(entry_name(binned.entry), left_out_count))
    return 0
