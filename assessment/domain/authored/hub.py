"""The hub of a framework: the group that every other process stands on.

Own rule: the hub is the group that all linkages come from which reach every process and count in leverage. A framework
says so with its linkages, and needs no other word for it: the paper puts its Service Delivery Assurance in the centre
for the same reason (lines 752-762).
"""

from __future__ import annotations

from assessment.domain.authored.content import EVERY_PROCESS, Group
from assessment.domain.authored.framework import Framework


def hub_of(framework: Framework) -> Group | None:
    """The group that all universal linkages with a leverage come from; None where there are none, or several groups.

    A framework of one group has no hub: nothing stands around it.
    """
    groups = {
        framework.group_by_process[universal.from_process].id
        for universal in framework.universal
        if universal.counts_in_leverage and universal.from_process != EVERY_PROCESS
    }
    if len(groups) != 1 or len(framework.groups) == 1:
        return None
    return next(group for group in framework.groups if group.id in groups)
