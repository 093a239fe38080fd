"""Pages are drawn without a server here, so that no gate says who asks: they are drawn for the one local user."""

from __future__ import annotations

from assessment.services.signed_in import ALONE
from assessment.ui import session

session.without_gate = ALONE
