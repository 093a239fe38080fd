"""Erasing a person: where somebody is named, what goes, and which files still hold the name afterwards.

One person is not another of the same name: what is erased is chosen by the ids of mentions, which a preview shows.
Texts are another matter, as they hold no ids: there the name goes as it is written, of whomever it is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assessment.domain.erasing import AnswersBecome, Erased, ErasurePreview, Mention, NamedAccount
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.repository import Repository, stored_header
from assessment.store import Reader, folded

BACKUPS = "backups"
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """What is to be erased: mentions of a name and accounts, by their ids, and what becomes of answers and texts."""

    name: str
    mention_ids: tuple[str, ...]
    answers: AnswersBecome = AnswersBecome.STAY
    account_ids: tuple[str, ...] = ()
    is_put_out_of_texts: bool = True


class ErasingService:
    """People who are to be forgotten."""

    def __init__(self, repository: Repository, data_folder: Path) -> None:
        self.rights = repository.rights
        self._repository = repository
        self._data_folder = data_folder

    @operation("erasing.preview", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def preview(self, permit: Permit, assessment_id: str, name: str) -> ErasurePreview:
        """Where somebody of a name occurs in one assessment, and which backups hold the name."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return self._found(reader, _named(name), assessment_id)

    @operation("erasing.preview-everywhere", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def preview_everywhere(self, permit: Permit, name: str) -> ErasurePreview:
        """Where somebody of a name occurs in all assessments, in the bin or not, and among the accounts."""
        del permit
        with self._repository.store.reading() as reader:
            return self._found(reader, _named(name), None)

    @operation("erasing.erase", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def erase(self, permit: Permit, assessment_id: str, erasure: Erasure) -> Erased:
        """Erase somebody from one assessment. Accounts are left alone.

        Raises NotAvailable where a mention is none of that name any more: nothing is erased then.
        """
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
        return self._erase(permit, erasure, assessment_id)

    @operation("erasing.erase-everywhere", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def erase_everywhere(self, permit: Permit, erasure: Erasure) -> Erased:
        """Erase somebody from all assessments, and their accounts. Raises what `erase` raises."""
        return self._erase(permit, erasure, None)

    def _erase(self, permit: Permit, erasure: Erasure, assessment_id: str | None) -> Erased:
        name = _named(erasure.name)
        text_count = removed_count = 0
        with self._repository.writing(permit) as writer:
            chosen = _chosen(writer.mentions(name, assessment_id), erasure.mention_ids)
            accounts = _accounts(writer, name) if assessment_id is None else ()
            spellings = _spellings(name, chosen)
            leaving = [one.id for one in accounts if one.id in erasure.account_ids]
            if len(leaving) < len(erasure.account_ids) or permit.actor.id in leaving:
                raise NotAvailable("This account")
            if erasure.is_put_out_of_texts:
                concerned = [one.assessment_id for one in writer.texts_with(name, assessment_id) if not one.is_fixed]
                signed = [one.assessment_id for one in chosen if one.is_signed_off]
                voted_in = writer.eraser.voted_in(name, assessment_id)
                text_count = writer.eraser.put_out(name, [*concerned, *signed, *voted_in])
            for mention in chosen:
                removed_count += writer.eraser.erase(mention, erasure.answers)
            for account_id in leaving:
                writer.access_writer.remove_account(account_id)
        self._repository.store.scrub()
        return Erased(
            mention_count=len(chosen) + len(leaving),
            text_count=text_count,
            removed_count=removed_count,
            backups=self._backups_with(spellings),
            other_files=self._others_with(spellings),
        )

    def _found(self, reader: Reader, name: str, assessment_id: str | None) -> ErasurePreview:
        mentions = reader.mentions(name, assessment_id)
        return ErasurePreview(
            name=name,
            mentions=mentions,
            texts=reader.texts_with(name, assessment_id),
            accounts=_accounts(reader, name) if assessment_id is None else (),
            backups=self._backups_with(_spellings(name, mentions)),
        )

    def _backups_with(self, names: frozenset[str]) -> tuple[str, ...]:
        folder = self._data_folder / BACKUPS
        return tuple(path.name for path in _files(folder) if may_hold(path, *names))

    def _others_with(self, names: frozenset[str]) -> tuple[str, ...]:
        folder = self._data_folder
        others = (path for path in _files(folder) if folder / BACKUPS not in path.parents)
        return tuple(str(path.relative_to(folder)) for path in others if may_hold(path, *names))


def may_hold(path: Path, *names: str) -> bool:
    """Whether one of some names stands in a file as it is written; True where its content is packed and nobody can say.

    One that cannot be read is named too: better one file too many than one too few.
    """
    wanted, rest = [name.encode() for name in names], b""
    overlap = max(map(len, wanted))
    try:
        with path.open("rb") as opened:
            while piece := opened.read(_CHUNK_BYTES):
                if not rest and piece.startswith(_PACKED):
                    return True
                if any(one in rest + piece for one in wanted):
                    return True
                rest = piece[-overlap:]
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


_PACKED = (b"PGDMP", b"\x1f\x8b", b"PK\x03\x04", b"%PDF")  # a dump of PostgreSQL, gzip, ZIP, PDF


def _files(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _named(name: str) -> str:
    found = " ".join(name.split())
    if not found:
        raise InvalidInput("Name", "it is empty", "Give the name of the person as it is written.")
    return found


def _spellings(name: str, mentions: tuple[Mention, ...]) -> frozenset[str]:
    return frozenset({name, *(one.name for one in mentions)})


def _accounts(reader: Reader, name: str) -> tuple[NamedAccount, ...]:
    return tuple(
        NamedAccount(id=one.id, name=one.name, email=one.email)
        for one in reader.access.accounts()
        if folded(one.name) == folded(name)
    )


def _chosen(mentions: tuple[Mention, ...], ids: tuple[str, ...]) -> tuple[Mention, ...]:
    chosen = tuple(one for one in mentions if one.id in ids)
    if len(chosen) < len(set(ids)):
        raise NotAvailable("This person")
    return chosen
