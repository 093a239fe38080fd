"""Earlier versions of a framework, kept packed beside its present one: `earlier/<version>.json.gz`, canonical JSON.

What was exported before exports carried their framework names a version and carries none of it. With these it can be
imported where only the present version was ever installed.
"""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from assessment.catalogue.carried import CARRIED_SIZE_LIMIT
from assessment.catalogue.loading import framework_from_json
from assessment.domain.authored.framework import Framework
from assessment.errors import Finding, FrameworkInvalid

EARLIER_FOLDER = "earlier"
_SUFFIX = ".json.gz"


def earlier_framework(folder: Path, framework_id: str, version: str) -> Framework | None:
    """An earlier version that is kept in a framework's folder, None where it is not.

    Raises FrameworkInvalid for one that cannot be read or is another than its name says.
    """
    wanted = f"{version}{_SUFFIX}"  # compared, never joined to a path: a version may come from an uploaded file
    file = next((path for path in (folder / EARLIER_FOLDER).glob(f"*{_SUFFIX}") if path.name == wanted), None)
    if file is None:
        return None
    try:
        with gzip.open(file) as packed:
            text = packed.read(CARRIED_SIZE_LIMIT + 1).decode()
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise _refused(file, "cannot be unpacked; put it there again") from error
    if len(text) > CARRIED_SIZE_LIMIT:
        raise _refused(file, f"has more than {CARRIED_SIZE_LIMIT:,} characters")
    found = framework_from_json(text)
    if (found.id, found.version) != (framework_id, version):
        raise _refused(file, f"holds {found.id} {found.version}")
    return found


def _refused(file: Path, reason: str) -> FrameworkInvalid:
    return FrameworkInvalid((Finding(file=f"{EARLIER_FOLDER}/{file.name}", line=None, reason=reason),))
