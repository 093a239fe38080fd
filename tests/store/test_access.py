"""Accounts, access roles, sign-ins and one-time links come back as they were kept, and the journal names nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assessment.domain.access.account import Account, Grant, Invitation, InvitationKind, Scope, SignIn
from assessment.domain.access.permissions import AccessRole
from assessment.store import Store, Writer
from assessment.store.attempts import Attempted

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
ANNA = Account(id="u-1", name="Anna Zając", email="Anna@Example.org", password_hash="hashed", created_at=NOW)
BEN = Account(id="u-2", name="ben", email="ben@example.org", issuer="https://id", subject="7", created_at=NOW)
EVERYTHING = Grant(
    id="g-1", account_id="u-1", scope=Scope(role=AccessRole.ADMINISTRATOR), granted_by="local", granted_at=NOW
)
ANNAS = SignIn(token_hash="a" * 64, account_id="u-1", started_at=NOW, seen_at=NOW, ends_at=NOW + timedelta(days=7))
LINK = Invitation(
    token_hash="b" * 64,
    kind=InvitationKind.INVITE,
    email="c@example.org",
    scopes=(
        Scope(role=AccessRole.READER, organisation_id="o-1"),
        Scope(role=AccessRole.RESPONDENT, assessment_id="a", respondent_id="r"),
    ),
    made_by="u-1",
    made_at=NOW,
    ends_at=NOW + timedelta(hours=72),
)


@pytest.fixture
def kept(store: Store) -> Store:
    with store.writing(actor_id="local", operation="accounts.test") as writer:
        for account in (ANNA, BEN):
            writer.access_writer.add_account(account)
        writer.access_writer.add_grant(EVERYTHING)
        writer.access_writer.add_sign_in(ANNAS)
        writer.access_writer.add_invitation(LINK)
    return store


def test_a_new_database_has_no_accounts(store: Store) -> None:
    with store.reading() as reader:
        assert not reader.access.has_accounts()
        assert reader.access.accounts() == ()


def test_what_is_kept_comes_back(kept: Store) -> None:
    with kept.reading() as reader:
        anna = replace(ANNA, seen_at=NOW)
        assert reader.access.has_accounts()
        assert reader.access.accounts() == (anna, BEN)
        assert reader.access.account_of_email("anna@EXAMPLE.org ") == anna
        assert reader.access.account_of_subject("https://id", "7") == BEN
        assert reader.access.account_of_subject("https://else", "7") is None
        assert reader.access.grants("u-1") == reader.access.grants() == (EVERYTHING,)
        assert reader.access.grants("u-2") == ()
        assert reader.access.sign_in("a" * 64) == (ANNAS, anna)
        assert reader.access.sign_in("c" * 64) is None
        assert reader.access.invitations() == (LINK,)


def test_a_one_time_link_is_used_once(kept: Store) -> None:
    def use(writer: Writer) -> Invitation | None:
        return writer.access_writer.use_invitation(LINK.token_hash)

    with kept.writing(actor_id="local", operation="accounts.test") as writer:
        assert (use(writer), use(writer)) == (LINK, None)


def test_sign_ins_end_one_by_one_all_but_one_and_by_time(kept: Store) -> None:
    with kept.writing(actor_id="local", operation="accounts.test") as writer:
        access = writer.access_writer
        for letter in "de":
            access.add_sign_in(replace(ANNAS, token_hash=letter * 64, ends_at=NOW + timedelta(days=1)))
        access.end_sign_in("d" * 64)
        assert {one.token_hash[0] for one in access.sign_ins("u-1")} == {"a", "e"}
        access.forget_sign_ins_ended_by(NOW + timedelta(days=1))
        assert {one.token_hash[0] for one in access.sign_ins("u-1")} == {"a"}
        assert access.end_sign_ins("u-1", but="a" * 64) == 0
        assert access.end_sign_ins("u-1") == 1


def test_an_account_takes_its_grants_and_sign_ins_along(kept: Store) -> None:
    with kept.writing(actor_id="local", operation="accounts.test") as writer:
        writer.access_writer.change_account(replace(ANNA, is_disabled=True))
        found = writer.access_writer.account("u-1")
        assert found is not None
        assert (found.is_disabled, found.version) == (True, 2)
        writer.access_writer.add_invitation(replace(LINK, token_hash="c" * 64, email=ANNA.email.upper()))
        writer.access_writer.remove_account("u-1")
        assert writer.access_writer.grants() == ()
        assert writer.access_writer.invitations() == (LINK,)
        assert writer.access_writer.sign_in(ANNAS.token_hash) is None


def test_the_journal_says_what_became_of_accounts_and_names_nobody(kept: Store) -> None:
    with kept.reading() as reader:
        entries = reader.journal(None, 20)
        said = [f"link {'b' * 16}", f"sign-in {'a' * 16}", "access g-1", "account u-2", "account u-1"]
        assert [entry.what for entry in entries] == said
        assert reader.broken_link(None) is None
        told = str(entries).lower()
    assert not any(word in told for word in ("anna", "ben", "example", "hashed", ANNAS.token_hash, LINK.token_hash))


def test_the_journal_says_who_signed_in_and_out_and_which_links_were_used(kept: Store) -> None:
    with kept.writing(actor_id="local", operation="accounts.test") as writer:
        writer.access_writer.end_sign_in(ANNAS.token_hash)
        writer.access_writer.use_invitation(LINK.token_hash)
        entries = writer.journal(None, 2)
    assert [(one.what, one.before, one.after) for one in entries] == [
        (f"link {'b' * 16}", "{}", None),
        (f"sign-in {'a' * 16}", '{"account":"u-1"}', None),
    ]


def test_links_are_withdrawn_by_address_by_account_and_all_first_ones(kept: Store) -> None:
    renewing = replace(LINK, token_hash="c" * 64, kind=InvitationKind.PASSWORD, email=None, account_id="u-1")
    first = replace(LINK, token_hash="d" * 64, kind=InvitationKind.FIRST, email=None)
    with kept.writing(actor_id="local", operation="accounts.test") as writer:
        access = writer.access_writer
        access.add_invitation(renewing)
        access.add_invitation(first)
        access.withdraw_links_for("C@EXAMPLE.org")
        assert access.invitations() == (renewing, first)
        access.withdraw_links_of("u-2")
        access.withdraw_links_of("u-1")
        assert access.invitations() == (first,)
        access.withdraw_first_links()
        assert access.invitations() == ()


def test_attempts_count_within_their_window_and_never_below_none(store: Store) -> None:
    end, later = NOW + timedelta(minutes=15), NOW + timedelta(minutes=20)
    with store.writing(actor_id="local", operation="accounts.test") as writer:
        access = writer.access_writer
        assert [access.count_attempt("k", 1, NOW, end) for _ in range(3)] == [1, 2, 3]
        assert access.count_attempt("k", 1, NOW, later) == 4
        assert access.attempts("k", NOW) == Attempted(count=4, ends_at=end)
        assert access.attempts("k", end) is None
        assert access.count_attempt("k", -9, NOW, end) == 0
        assert access.count_attempt("k", 3, NOW, end) == 3
        assert access.count_attempt("k", 2, end, later) == 2
        assert access.attempts("k", end) == Attempted(count=2, ends_at=later)
        assert access.count_attempt("other", -1, NOW, end) == 0
        access.forget_attempts("other")
        access.forget_sign_ins_ended_by(end)
        assert (access.attempts("other", NOW), access.attempts("k", end)) == (None, Attempted(count=2, ends_at=later))
        access.forget_sign_ins_ended_by(later)
        assert access.attempts("k", NOW) is None


def test_who_is_signed_in_where_is_counted(kept: Store) -> None:
    with kept.reading() as reader:
        before = NOW - timedelta(hours=1)
        assert reader.access.sign_in_counts(NOW, before) == {"u-1": 1}
        assert reader.access.sign_in_counts(ANNAS.ends_at, before) == {}
        assert reader.access.sign_in_counts(NOW, NOW) == {}
