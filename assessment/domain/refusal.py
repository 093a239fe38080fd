"""What the method refuses to compute, in words.

The domain imports nothing of ours, so it has one error of its own; services translate it for the user.
"""

from __future__ import annotations


class MethodRefusal(ValueError):
    """A value the method cannot use; `where`, `reason` and `remedy` are the facts of its sentence.

    >>> str(MethodRefusal("case W1", "the ranks are no list", "Write one list for each respondent."))
    'case W1: the ranks are no list. Write one list for each respondent.'
    """

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        self.where = where
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{where}: {reason}. {remedy}")
