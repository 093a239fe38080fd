"""The frameworks that can be answered."""

from __future__ import annotations

from assessment.domain.authored.framework import Framework
from assessment.services.authority import Permission, Permit, operation
from assessment.services.shelf import Shelf


class FrameworkService:
    """Installed frameworks, for choosing one."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @operation("frameworks.installed", Permission.READ)
    def installed(self, permit: Permit) -> tuple[Framework, ...]:
        """Every framework under the questionnaires folder, by folder. Raises FrameworkInvalid for a faulty one."""
        del permit
        return self._shelf.installed()

    @operation("frameworks.get", Permission.READ)
    def get(self, permit: Permit, framework_id: str) -> Framework:
        """The installed framework of an id. Raises NotAvailable when there is none."""
        del permit
        return self._shelf.framework(framework_id)
