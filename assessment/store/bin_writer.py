"""Putting back what was removed, and forgetting it for good; the journal has an entry of either."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, update

from assessment.domain.answered.assessment import AgreedValue
from assessment.domain.answered.binned import is_over
from assessment.domain.answered.entries import AssessmentModel
from assessment.store import bin as bin_rows
from assessment.store.bin import Kept
from assessment.store.headers import ASSESSMENT, StoredHeader, read_any_header, read_headers
from assessment.store.outdated import Outdated
from assessment.store.recorder import Recorder
from assessment.store.sections import section_of

if TYPE_CHECKING:
    from assessment.store.writer import Writer

IN_BIN = "bin"
"""What putting an assessment into the bin, and taking it out, is called in its chain."""


class BinWriter:
    """Writes to the bin within the transaction of a writer; what `writer.remove` removes it puts there by itself."""

    def __init__(self, connection: Connection, recorder: Recorder, writer: Writer) -> None:
        self._connection = connection
        self._recorder = recorder
        self._writer = writer

    def lock(self, assessment_id: str) -> StoredHeader | None:
        """Keep other writers off an assessment in the bin; None if it holds none of that id, or its time is over."""
        self._recorder.lock(assessment_id)
        stored = read_any_header(self._connection, assessment_id)
        if stored is None or stored.binned_at is None or is_over(stored.binned_at, self._recorder.now):
            return None
        return stored

    def put_in(self, stored: StoredHeader) -> None:
        """Put a locked assessment into the bin, whole as it is: nothing finds it until it is put back."""
        self._mark(stored, {"state": str(stored.header.state), "revision": stored.revision}, is_binned=True)

    def put_back(self, stored: StoredHeader) -> None:
        """Take a locked assessment out of the bin."""
        self._mark(stored, {"state": str(stored.header.state), "revision": stored.revision}, is_binned=False)

    def entries(self, assessment_id: str) -> tuple[Kept, ...]:
        """What can be put back into an assessment now, the last removed first."""
        return tuple(
            one
            for one in bin_rows.read_kept(self._connection, assessment_id)
            if not is_over(one.binned.removed_at, self._recorder.now)
        )

    def put_back_entry(self, kept: Kept, parts: Mapping[str, Sequence[AssessmentModel]]) -> None:
        """Store `parts`, all of an entry of the bin or what still fits, in its locked assessment again.

        A person is among those present again at each value of the room that is still the same. Raises Outdated where
        an entry of that id is there by now.
        """
        assessment_id, section = kept.binned.assessment_id, kept.section
        (entry,) = parts[section.field]
        key = section.key_of(entry)
        there = self._writer.find(assessment_id, section.model, *key)
        if there is not None:
            raise Outdated(model=section.model, key=key, theirs=there.entry, yours=entry, version=there.version)
        bin_rows.forget(self._connection, kept)
        self._writer.put_anew(assessment_id, section, key, parts)
        for value in kept.agreed:
            self._be_present_again(assessment_id, value, key[0])

    def forget_entry(self, kept: Kept) -> None:
        """Remove an entry of a locked assessment's bin for good."""
        bin_rows.forget(self._connection, kept)
        what = kept.section.what(kept.section.key_of(kept.parts[kept.section.field][0]))
        self._writer.record(kept.binned.assessment_id, f"{IN_BIN} {kept.binned.id}", {"removed": what}, None)

    def forget_over(self) -> int:
        """Remove for good everything whose time is over; how many things that were."""
        count = 0
        for stored in read_headers(self._connection, is_binned=True):
            if stored.binned_at is not None and is_over(stored.binned_at, self._recorder.now):
                self._recorder.lock(stored.header.id)
                self._writer.delete(stored)
                count += 1
        for assessment_id in bin_rows.with_something_over(self._connection, self._recorder.now):
            self._recorder.lock(assessment_id)
            for kept in bin_rows.read_kept(self._connection, assessment_id):
                if is_over(kept.binned.removed_at, self._recorder.now):
                    self.forget_entry(kept)
                    count += 1
        return count

    def _be_present_again(self, assessment_id: str, value: AgreedValue, respondent_id: str) -> None:
        key = section_of(AgreedValue).key_of(value)
        found = self._writer.find(assessment_id, AgreedValue, *key)
        if found is None or found.entry.model_copy(update={"present_ids": value.present_ids}) != value:
            return  # the room decided anew since
        present_ids = tuple(sorted({*found.entry.present_ids, respondent_id}))
        self._writer.put(assessment_id, found.entry.model_copy(update={"present_ids": present_ids}))

    def _mark(self, stored: StoredHeader, facts: Mapping[str, object], *, is_binned: bool) -> None:
        assessment_id = stored.header.id
        binned_at = self._recorder.now if is_binned else None
        self._connection.execute(update(ASSESSMENT).where(ASSESSMENT.c.id == assessment_id).values(binned_at=binned_at))
        in_bin = {"in_bin": True}
        before, after = (facts, in_bin) if is_binned else (in_bin, facts)
        self._writer.record(assessment_id, IN_BIN, *((None, in_bin) if is_binned else (in_bin, None)))
        self._writer.record(None, f"assessment {assessment_id}", before, after)
