"""Export and import of whole assessments as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from assessment.catalogue import content_hash
from assessment.domain.answered.assessment import Assessment, AssessmentState, FrameworkPin
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.authored.framework import Framework
from assessment.errors import ImportRefused, NotAvailable
from assessment.services.authority import Permission, Permit, operation
from assessment.services.checks import FrameworkCheck
from assessment.services.export_format import FORMAT, FORMAT_VERSION, ExportDocument, to_export
from assessment.services.identity import new_id
from assessment.services.refusals import first_refusal, path, places_of_nul
from assessment.services.shelf import Shelf, stored_header
from assessment.services.upload import parsed_upload
from assessment.store import SECTIONS, Writer


class ExchangeService:
    """Assessments as files."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @operation("exchange.export-json", Permission.READ)
    def export_json(self, permit: Permit, assessment_id: str) -> bytes:
        """The whole assessment as canonical JSON; of a signed-off one, the bytes that were signed."""
        del permit
        with self._shelf.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            snapshot = reader.snapshot(assessment_id)
            if snapshot is not None:
                return snapshot.content.encode()
            assessment = self._shelf.load(reader, stored)
        return to_export(assessment).encode()

    @operation("exchange.import-json", Permission.EDIT)
    def import_json(self, permit: Permit, content: bytes, file_name: str) -> str:
        """Store an exported assessment; returns its id, a new one when the id is in use.

        Raises ImportRefused, naming the place in the file, for anything that is not a complete, consistent export of
        format version 1, or whose framework is neither archived nor installed with every id it uses. Nothing is
        stored then.
        """
        assessment = read_upload(content, file_name)
        framework = resolve_framework(self._shelf, assessment, file_name)
        with self._shelf.writing(permit) as writer:
            if not writer.reserve(assessment.header.id):
                header = assessment.header.model_copy(update={"id": new_id()})
                assessment = assessment.model_copy(update={"header": header})
            store_import(self._shelf, writer, assessment, framework, file_name)
        return assessment.header.id


def read_upload(content: bytes, file_name: str) -> Assessment:
    """The assessment in an uploaded file; raises ImportRefused for anything but a well-formed export."""
    values = parsed_upload(content, file_name)
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ImportRefused(file_name, "format", f"it is no Plumbline export (its format is not '{FORMAT}')")
    if values.get("format_version") != FORMAT_VERSION:
        raise ImportRefused(
            file_name,
            "format_version",
            f"it has a format version that this Plumbline does not read (it reads version {FORMAT_VERSION})",
        )
    try:
        document = ExportDocument.model_validate_json(content)
    except ValidationError as error:
        first = first_refusal(error)
        raise ImportRefused(file_name, first.where, first.reason) from error
    invisible = next(places_of_nul(values), None)
    if invisible is not None:
        raise ImportRefused(file_name, path(invisible), "it holds an invisible character (NUL)")
    if document.framework != document.assessment.header.framework:
        raise ImportRefused(file_name, "framework", "it differs from assessment.header.framework")
    return document.assessment


def resolve_framework(shelf: Shelf, assessment: Assessment, file_name: str) -> Framework:
    """The framework for an import, with every id of the assessment checked against it.

    The very content that was answered where it is archived or installed; else the installed one of the same id and
    version (**own rule**: texts may differ, ids may not). ImportRefused when there is neither, or an id is not in it.
    """
    pin = assessment.header.framework
    framework = _exact(shelf, pin) or _same_version(shelf, pin)
    if framework is None:
        raise ImportRefused(
            file_name, "framework", f"it answers {pin.id} {pin.version}, which is not installed here in that version"
        )
    for where, reason in _problems(framework, assessment):
        raise ImportRefused(file_name, where, reason)
    return framework


def store_import(shelf: Shelf, writer: Writer, assessment: Assessment, framework: Framework, file_name: str) -> None:
    """Store a checked assessment; journals it when the framework's content differs from the one that was answered."""
    wanted = assessment.header.framework.content_hash
    found = shelf.archive(writer, framework)
    if found != wanted:
        pin = assessment.header.framework.model_copy(update={"content_hash": found})
        header = assessment.header.model_copy(update={"framework": pin})
        assessment = assessment.model_copy(update={"header": header})
    writer.create(assessment)
    if found != wanted:
        facts = {"file": file_name, "content_hash": wanted}
        writer.record(assessment.header.id, "framework of the import", facts, {"content_hash": found})
    if assessment.header.state is AssessmentState.SIGNED_OFF:
        loaded = writer.load(assessment.header.id)
        if loaded is not None:
            writer.sign(assessment.header.id, to_export(loaded), None)


def _exact(shelf: Shelf, pin: FrameworkPin) -> Framework | None:
    with shelf.store.reading() as reader:
        if reader.framework(pin.content_hash) is not None:
            return shelf.archived_framework(reader, pin.content_hash)
    installed = _same_version(shelf, pin)
    return installed if installed is not None and content_hash(installed) == pin.content_hash else None


def _same_version(shelf: Shelf, pin: FrameworkPin) -> Framework | None:
    try:
        framework = shelf.framework(pin.id)
    except NotAvailable:
        return None
    return framework if framework.version == pin.version else None


def _problems(framework: Framework, assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Each place in the file that is wrong, with the reason."""
    if framework.version != assessment.header.framework.version or framework.id != assessment.header.framework.id:
        yield "framework", "its id or version is not that of the content it names"
    yield from _scope_problems(framework, assessment)
    check = FrameworkCheck(
        framework=framework,
        depth=assessment.header.depth,
        respondent_ids={respondent.id for respondent in assessment.respondents},
    )
    for section in SECTIONS:
        value = getattr(assessment, section.field)
        entries: tuple[AssessmentModel, ...] = value if isinstance(value, tuple) else (value,)
        seen: dict[tuple[str, ...], int] = {}
        for index, entry in enumerate(entries):
            place: tuple[int | str, ...] = ("assessment", section.field, *((index,) if section.key else ()))
            for refusal in check.refusals(entry):
                yield f"{path(place)}.{refusal.where}", refusal.reason
            first = seen.setdefault(section.key_of(entry), index)
            if first != index:
                yield path(place), f"it has the same ids as entry {first} of {section.field}"


def _scope_problems(framework: Framework, assessment: Assessment) -> Iterator[tuple[str, str]]:
    order = [process.id for process in framework.processes]
    for index, process_id in enumerate(assessment.scope):
        if process_id not in framework.process_by_id:
            yield f"assessment.scope[{index}]", f"'{process_id}' is no process of {framework.name}"
    known = [process_id for process_id in assessment.scope if process_id in framework.process_by_id]
    if known != sorted(set(known), key=order.index):
        yield "assessment.scope", "the processes are not in the model's order, each once"
    scenarios = {scenario.id for scenario in framework.scenarios}
    if assessment.header.scenario_id is not None and assessment.header.scenario_id not in scenarios:
        yield "assessment.header.scenario_id", f"'{assessment.header.scenario_id}' is no scenario of {framework.name}"
