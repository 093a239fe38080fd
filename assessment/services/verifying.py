"""A file that left the house, held against the assessment it was made from: made again, and compared place by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assessment.domain.anchor import AnchorState
from assessment.domain.answered.assessment import Respondent
from assessment.domain.computed import Computed
from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.domain.rereading import PlaceDifference, compare_places, value_count
from assessment.errors import InvalidInput
from assessment.reporting.rereading import reread
from assessment.reporting.stages import unheard
from assessment.reporting.worker import Order, Printable, PrintingWorker
from assessment.services.authority import Permission, Permit, Subject, assessment_thing, operation
from assessment.services.beside import Besides
from assessment.services.computing import Computing
from assessment.services.documents import KIND_FORMATS, printed
from assessment.services.export_format import former_hashes
from assessment.services.importing import read_export
from assessment.services.layouts import brand_of
from assessment.services.reports import product_version
from assessment.services.seen import seen
from assessment.views.paper import Paper
from assessment.views.report import SHORT_HASH_LENGTH
from assessment.views.report_kinds import NAMING, ReportKind, sections_of
from assessment.views.stamp import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What became of a file: its stamp, how many values were compared, which differ, and whether its bytes are the
    same. `version` is that of the product that made it again, `anchor` says what became of the entry of the journal,
    `is_former` that the file carries a hash of before.
    """

    stamp: Stamp
    version: str
    value_count: int
    differences: tuple[PlaceDifference, ...]
    is_identical: bool
    anchor: AnchorState = AnchorState.NONE
    is_former: bool = False


class VerifyingService:
    """Does a file still say what its assessment comes to?"""

    def __init__(self, computing: Computing, worker: PrintingWorker, besides: Besides) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._worker = worker
        self._besides = besides

    @operation("verifying.verify", Permission.RESULTS, on=Subject.SHARED)
    def verify(
        self, permit: Permit, content: bytes, file_name: str, export: bytes | None = None, export_name: str = ""
    ) -> Verified:
        """Compare a file with what the assessment of its hash comes to: the one in an export, or one that is here.

        Raises InvalidInput for a file that is damaged or says not what it was made from, and where no assessment has
        that hash or no layout has that of the file's; ImportRefused for an export that is none.
        """
        found = reread(content, file_name)
        stamp = found.stamp
        if stamp is None:
            raise InvalidInput(
                file_name, "it does not say which snapshot it was made from", "Make it again with this Plumbline."
            )
        computed = self._here(permit, stamp) if export is None else self._of_export(export, export_name, stamp)
        if computed is None:
            raise _unknown(stamp, file_name)
        is_former = computed.snapshot_hash != stamp.snapshot_hash
        computed = replace(computed, hash_assessment=lambda _: stamp.snapshot_hash)
        named = self._named(permit, computed, stamp, is_here=export is None)
        told = self._beside(permit, computed.at(stamp.anchor), stamp, file_name)
        again = self._made_again(told, stamp, self._brand(stamp, file_name), file_name, named)
        wanted = reread(again, file_name)
        return Verified(
            stamp=stamp,
            version=product_version(),
            value_count=value_count(wanted.places),
            differences=compare_places(found.places, wanted.places),
            is_identical=again == content,
            anchor=self._anchor_state(computed, stamp, is_here=export is None),
            is_former=is_former,
        )

    def _anchor_state(self, computed: Computed, stamp: Stamp, *, is_here: bool) -> AnchorState:
        """Whether the entry that the stamp names is part of the journal of the assessment here."""
        if stamp.anchor is None:
            return AnchorState.NONE
        if not is_here:
            return AnchorState.UNKNOWN
        with self._computing.repository.store.reading() as reader:
            is_held = reader.journals.holds(computed.assessment.header.id, stamp.anchor)
        return AnchorState.HELD if is_held else AnchorState.MISSING

    def _here(self, permit: Permit, stamp: Stamp) -> Computed | None:
        """The assessment that has that hash, or had it, among those whose results the actor may see."""
        wanted = stamp.snapshot_hash
        readable = tuple(self._readable(permit))
        for computed in readable:
            if computed.snapshot_hash == wanted:
                return computed
        return next((one for one in readable if wanted in self._former_hashes(one)), None)

    def _readable(self, permit: Permit) -> Iterator[Computed]:
        with self._computing.repository.store.reading() as reader:
            headers = reader.headers()
        for stored in seen(self._computing.repository.rights, permit, headers, Permission.RESULTS):
            yield self._computing.compute(stored.header.id)

    def _former_hashes(self, computed: Computed) -> tuple[str, ...]:
        """The hashes that a state had before: as its snapshot kept them, and as they were when they held names."""
        with self._computing.repository.store.reading() as reader:
            snapshot = reader.snapshot(computed.assessment.header.id)
        kept = () if snapshot is None else snapshot.former_hashes
        return (*kept, *former_hashes(computed.assessment))

    def _of_export(self, export: bytes, export_name: str, stamp: Stamp) -> Computed:
        """The assessment of an export whose document has the hash, or had it."""
        imported = read_export(self._computing.repository, export, export_name)
        computed = self._computing.compute_other(imported.framework, imported.assessment)
        own = imported.document_hash
        former = () if imported.sign_off is None else imported.sign_off.former_hashes
        known = (own, computed.snapshot_hash, *former, *former_hashes(imported.assessment))
        if stamp.snapshot_hash not in known:
            raise InvalidInput(
                export_name,
                f"it is of snapshot {own[:SHORT_HASH_LENGTH]}, and the file was made from "
                f"{stamp.snapshot_hash[:SHORT_HASH_LENGTH]}",
                "Give the export of the state that the file was made from.",
            )
        return replace(computed, hash_assessment=lambda _: own)

    def _brand(self, stamp: Stamp, file_name: str) -> Brand:
        """The layout that the file was made by: the house's where its stamp names none."""
        if not stamp.layout:
            return HOUSE_BRAND
        with self._computing.repository.store.reading() as reader:
            stored = tuple(brand_of(reader, one.layout.id) for one in reader.layouts())
        for brand in (HOUSE_BRAND, *stored):
            if brand.layout.look_hash == stamp.layout:
                return brand
        raise InvalidInput(
            file_name,
            f"it was made by a layout ({stamp.layout[:SHORT_HASH_LENGTH]}) that is not here as it was then",
            "Bring the layout here first.",
        )

    def _named(
        self, permit: Permit, computed: Computed, stamp: Stamp, *, is_here: bool
    ) -> tuple[Respondent, ...] | None:
        """Whom a file of a kind with names may name again: nobody to an actor who may not see them here."""
        if stamp.kind not in NAMING:
            return None
        thing = assessment_thing(computed.assessment.header.id)
        is_told = not is_here or self._computing.repository.rights.allow(permit.actor, Permission.READ, thing)
        return computed.assessment.respondents if is_told else ()

    def _beside(self, permit: Permit, computed: Computed, stamp: Stamp, file_name: str) -> Computed:
        """What a reader may see of it, set beside the earlier assessment that its stamp names."""
        if not stamp.before_hash:
            return computed.told
        before = next((one for one in self._readable(permit) if one.snapshot_hash == stamp.before_hash), None)
        if before is None:
            raise _unknown_before(stamp, file_name)
        return self._besides.computed(self._besides.found(permit, before, computed), computed)

    def _made_again(
        self,
        told: Computed,
        stamp: Stamp,
        brand: Brand,
        file_name: str,
        named: tuple[Respondent, ...] | None,
    ) -> bytes:
        """The same file from that assessment: its kind, paper, layout and day, and the version that it names."""
        if stamp.kind in KIND_FORMATS:
            return printed(KIND_FORMATS[stamp.kind], told, brand, stamp.printed_on, stamp.product_version)
        if stamp.kind not in tuple(ReportKind) or stamp.paper not in tuple(Paper):
            raise InvalidInput(
                file_name, "it is of a kind that this Plumbline does not make", "Use the version that made it."
            )
        from assessment.reporting.pdf.report import build_report  # imported when first used, as for every print

        report = build_report(
            told,
            printed_on=stamp.printed_on,
            product_version=stamp.product_version,
            kind=ReportKind(stamp.kind),
            sections=sections_of(ReportKind(stamp.kind), brand.layout.sections),
            brand=brand,
            named=named,
        )
        order = Order(printable=Printable.REPORT, document=report, paper=Paper(stamp.paper))
        return self._worker.render(order, unheard)


def _unknown(stamp: Stamp, file_name: str) -> InvalidInput:
    short = stamp.snapshot_hash[:SHORT_HASH_LENGTH]
    return InvalidInput(
        file_name,
        f"it was made from snapshot {short}, and no assessment here is in that state",
        "Give the JSON export of that state with --json.",
    )


def _unknown_before(stamp: Stamp, file_name: str) -> InvalidInput:
    short = stamp.before_hash[:SHORT_HASH_LENGTH]
    return InvalidInput(
        file_name,
        f"it says what moved since snapshot {short}, and no assessment here is in that state",
        "Import the export of that state first.",
    )
