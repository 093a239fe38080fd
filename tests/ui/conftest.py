"""Pages are drawn without a server here, so that no gate says who asks: they are drawn for the one local user."""

from __future__ import annotations

from assessment.services.signed_in import ALONE
from assessment.ui import session
from tests import scanned_once  # noqa: F401  (it acts by being imported)

session.without_gate = ALONE
