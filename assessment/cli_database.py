"""Commands about the database as a whole: copying it, putting a copy back, checking it."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from assessment.domain.checked import DatabaseCheck
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.copies import restore_database
from assessment.services.plumbline import open_plumbline
from assessment.settings import Settings
from assessment.views.wording import database as words


def backup(parsed: argparse.Namespace, settings: Settings) -> int:
    """Copy the database into a file, while others use it."""
    target: Path = parsed.file
    with closing(open_plumbline(settings)) as plumbline:
        plumbline.copies.back_up(LOCAL_ACTOR, target)
    print(words.copied(str(target), target.stat().st_size))
    return 0


def restore(parsed: argparse.Namespace, settings: Settings) -> int:
    """Put a copy into an empty place."""
    checked = restore_database(settings, parsed.file, as_it_is=parsed.as_it_is)
    print(words.restored(str(parsed.file)))
    return _told(checked)


def check_database(_: argparse.Namespace, settings: Settings) -> int:
    """Look for what is wrong with the database; 1 where something is."""
    with closing(open_plumbline(settings)) as plumbline:
        checked = plumbline.copies.check(LOCAL_ACTOR)
    print(checked.called)
    return _told(checked)


def _told(checked: DatabaseCheck) -> int:
    for fault in checked.faults:
        print(words.fault(fault))
    print(words.result(checked))
    return 1 if checked.faults else 0
