"""Layouts on the command line: which there are, one into a folder, one from a folder, one removed."""

from __future__ import annotations

from pathlib import Path

from assessment.cli_actor import acting
from assessment.cli_text import view_text
from assessment.errors import InvalidInput
from assessment.services.layouts import read_layout_folder
from assessment.services.plumbline import Plumbline
from assessment.views.layouts import layouts_view
from assessment.views.wording import layouts as words

ACTIONS = ("list", "export", "import", "remove")


def layout_id_called(plumbline: Plumbline, name: str | None) -> str | None:
    """The id of a layout by its name or id; None without a name. Raises InvalidInput for a name that none has."""
    return None if name is None else plumbline.layouts.find(acting(plumbline), name).layout.id


def run_layout_command(plumbline: Plumbline, action: str, what: str | None, folder: Path | None) -> str:
    """Do one of `ACTIONS`; returns what to print. `what` names a layout, or the folder that one is read from."""
    if action == "list":
        stored = plumbline.layouts.list_layouts(acting(plumbline))
        return view_text(layouts_view(tuple(one.layout for one in stored)))
    if what is None:
        raise InvalidInput(f"layout {action}", "it does not say which", words.HOW_TO_NAME[action])
    if action == "import":
        layout_id = plumbline.layouts.import_files(acting(plumbline), read_layout_folder(Path(what)))
        return words.imported(plumbline.layouts.read(acting(plumbline), layout_id).layout.name)
    found = plumbline.layouts.find(acting(plumbline), what)
    if action == "remove":
        plumbline.layouts.remove(acting(plumbline), found.layout.id, expected_version=found.version)
        return words.removed(found.layout.name)
    if folder is None:
        raise InvalidInput("layout export", "it does not say where to", words.HOW_TO_NAME[action])
    files = plumbline.layouts.export(acting(plumbline), found.layout.id)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            (folder / file.name).write_bytes(file.content)
    except OSError as error:
        reason = f"the files cannot be written ({error.strerror or 'unknown reason'})"
        raise InvalidInput(str(folder), reason, "Choose a folder that you may write to.") from error
    return "\n".join(f"{folder / file.name}: {len(file.content):,} bytes" for file in files)
