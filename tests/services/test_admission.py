"""Whom a company's own sign-in lets in, and as whom: its people by the rule, the invited by their verified e-mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assessment.domain.access.account import Account, Scope
from assessment.domain.access.admission import Claims
from assessment.domain.access.permissions import AccessRole
from assessment.domain.authored.framework import Framework
from assessment.errors import AssessmentError, InvalidInput, NotAdmitted
from assessment.services.admission import BY_RULE, Admission, scopes_of
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import ProviderSettings, Settings, read_settings
from tests.services.accounts import ADMINISTRATOR, FAST, HOME, PASSWORD, made
from tests.services.conftest import begun
from tests.services.folders import write_framework
from tests.store.databases import sqlite_url

READER = Scope(role=AccessRole.READER)
ANALYST = Scope(role=AccessRole.ANALYST)
CLOSED = ProviderSettings(issuer="https://sign-in.example", client_id="plumbline", client_secret="secret")
OPEN = replace(CLOSED, domains=("tamarind.example",), groups=("consultants",), role="reader")
ANN = Claims(
    issuer="https://sign-in.example",
    subject="ann",
    name="Ann Archer",
    email="Ann@Tamarind.example",
    is_email_verified=True,
    groups=(),
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory, framework: Framework) -> Iterator[Plumbline]:
    """An installation, for all tests here."""
    folder = tmp_path_factory.mktemp("admission")
    write_framework(framework, folder / "questionnaires")
    settings = Settings(
        database_url=sqlite_url(folder),
        data_folder=folder,
        questionnaires_folder=folder / "questionnaires",
        sample_file=folder / "sample.json",
    )
    plumbline = open_plumbline(settings, passwords=FAST)
    yield plumbline
    plumbline.close()


@pytest.fixture
def nobody(opened: Plumbline) -> Iterator[Plumbline]:
    """The installation without an account; with none afterwards either."""
    yield opened
    with opened._store.writing(actor_id="test", operation="test") as writer:
        for account in writer.access_writer.accounts():
            writer.access_writer.remove_account(account.id)
    for link in opened.accounts.list_links(LOCAL_ACTOR):
        opened.accounts.withdraw(LOCAL_ACTOR, link.id)


@pytest.fixture
def plumbline(nobody: Plumbline) -> Plumbline:
    """The installation with an administrator."""
    made(nobody, "admin@tamarind.example", ADMINISTRATOR)
    return nobody


def let_in(plumbline: Plumbline, claims: Claims, settings: ProviderSettings = OPEN) -> Account:
    """The account that somebody is signed in to."""
    signed_in = Admission(plumbline._store, settings).sign_in(claims)
    actor = plumbline.accounts.actor_of(signed_in.token)
    assert actor is not None
    account = plumbline.accounts.own_account(actor)
    assert account.id == signed_in.account_id
    return account


def scopes(plumbline: Plumbline, account_id: str) -> list[tuple[Scope, str]]:
    """What an account was given, and by whom."""
    (listed,) = (one for one in plumbline.accounts.list_accounts(LOCAL_ACTOR) if one.id == account_id)
    return [(grant.scope, grant.granted_by) for grant in listed.grants]


def count(plumbline: Plumbline) -> int:
    return len(plumbline.accounts.list_accounts(LOCAL_ACTOR))


def test_somebody_of_an_allowed_domain_gets_an_account_with_the_role_of_the_settings(plumbline: Plumbline) -> None:
    account = let_in(plumbline, ANN)
    assert (account.name, account.email) == ("Ann Archer", "ann@tamarind.example")
    assert (account.issuer, account.subject, account.password_hash) == (ANN.issuer, "ann", None)
    assert scopes(plumbline, account.id) == [(READER, BY_RULE)]


def test_who_comes_again_comes_to_the_same_account_whatever_their_name_and_address_are_by_then(
    plumbline: Plumbline,
) -> None:
    first = let_in(plumbline, ANN)
    again = let_in(plumbline, replace(ANN, name="Ann Baker", email="ann.baker@tamarind.example"))
    assert (again.id, count(plumbline)) == (first.id, 2)
    assert scopes(plumbline, first.id) == [(READER, BY_RULE)]


@pytest.mark.parametrize(
    "claims",
    [
        replace(ANN, is_email_verified=False),
        replace(ANN, email="ann@elsewhere.example"),
        replace(ANN, email="ann@sub.tamarind.example"),
        replace(ANN, email="ann@tamarind.example.elsewhere.example"),
        replace(ANN, email="ann.tamarind.example"),
        replace(ANN, email=None),
        replace(ANN, email=None, groups=("Consultants", "consultants2")),
    ],
    ids=["not verified", "another domain", "a part of it", "longer", "no address", "no e-mail", "other groups"],
)
def test_who_is_not_of_the_domain_nor_in_the_group_is_turned_away_in_words(
    plumbline: Plumbline, claims: Claims
) -> None:
    with pytest.raises(NotAdmitted, match="Ask an administrator of Plumbline to invite you"):
        let_in(plumbline, claims)
    assert count(plumbline) == 1


def test_a_group_is_enough_even_without_a_verified_address(plumbline: Plumbline) -> None:
    account = let_in(plumbline, replace(ANN, email=None, is_email_verified=False, groups=("desk", "consultants")))
    assert account.email == "ann@sign-in.example"


def test_without_a_rule_nobody_gets_in_who_was_not_invited(plumbline: Plumbline) -> None:
    for claims in (ANN, replace(ANN, groups=("consultants",)), replace(ANN, email="@")):
        with pytest.raises(NotAdmitted):
            let_in(plumbline, claims, CLOSED)


def test_without_a_role_in_the_settings_new_people_may_do_nothing_yet(plumbline: Plumbline) -> None:
    account = let_in(plumbline, ANN, replace(OPEN, role=""))
    assert scopes(plumbline, account.id) == []


def test_a_role_may_be_given_on_one_organisation(plumbline: Plumbline) -> None:
    begun(plumbline)
    (organisation_id,) = (one.id for one in plumbline.organisations.list_organisations(LOCAL_ACTOR))
    account = let_in(plumbline, ANN, replace(OPEN, role="analyst", organisation_id=organisation_id))
    assert scopes(plumbline, account.id) == [(Scope(role=AccessRole.ANALYST, organisation_id=organisation_id), BY_RULE)]
    gone = let_in(plumbline, replace(ANN, subject="x", email="x@tamarind.example"), replace(OPEN, organisation_id="0"))
    assert scopes(plumbline, gone.id) == []


def test_who_was_invited_gets_what_the_invitation_gives_and_the_link_opens_nothing_more(plumbline: Plumbline) -> None:
    token = plumbline.accounts.invite(LOCAL_ACTOR, "ANN@tamarind.example", (ANALYST,))
    account = let_in(plumbline, ANN, CLOSED)
    assert scopes(plumbline, account.id) == [(ANALYST, LOCAL_ACTOR.id)]
    with pytest.raises(AssessmentError):
        plumbline.accounts.invited(token)
    assert let_in(plumbline, ANN, CLOSED).id == account.id


def test_an_invitation_is_for_a_verified_address_alone(plumbline: Plumbline) -> None:
    token = plumbline.accounts.invite(LOCAL_ACTOR, "ann@tamarind.example", (ANALYST,))
    with pytest.raises(NotAdmitted):
        let_in(plumbline, replace(ANN, is_email_verified=False), CLOSED)
    assert plumbline.accounts.invited(token).email == "ann@tamarind.example"


def test_an_account_with_a_password_becomes_theirs_by_its_verified_address_alone(plumbline: Plumbline) -> None:
    own = made(plumbline, "ann@tamarind.example", ANALYST)
    for settings in (CLOSED, OPEN):
        with pytest.raises(NotAdmitted):
            let_in(plumbline, replace(ANN, is_email_verified=False, groups=("consultants",)), settings)
    account = let_in(plumbline, ANN, CLOSED)
    assert (account.id, account.subject) == (own.account_id, "ann")
    assert account.password_hash is not None
    assert scopes(plumbline, account.id) == [(ANALYST, LOCAL_ACTOR.id)]
    assert plumbline.accounts.sign_in("ann@tamarind.example", PASSWORD, HOME).account_id == account.id


def test_an_address_that_somebody_else_has_by_now_opens_nothing_of_the_one_before(plumbline: Plumbline) -> None:
    let_in(plumbline, ANN)
    with pytest.raises(NotAdmitted):
        let_in(plumbline, replace(ANN, subject="another-ann"))
    with pytest.raises(NotAdmitted):
        let_in(plumbline, replace(ANN, issuer="https://other.example", groups=("consultants",)))
    assert count(plumbline) == 2


def test_a_disabled_account_lets_nobody_in_by_whichever_way(plumbline: Plumbline) -> None:
    linked = let_in(plumbline, ANN)
    plumbline.accounts.disable(LOCAL_ACTOR, linked.id)
    bob = replace(ANN, subject="bob", email="bob@tamarind.example")
    plumbline.accounts.disable(LOCAL_ACTOR, made(plumbline, "bob@tamarind.example", READER).account_id)
    for claims in (ANN, bob):
        with pytest.raises(NotAdmitted):
            let_in(plumbline, claims)
    plumbline.accounts.enable(LOCAL_ACTOR, linked.id)
    assert let_in(plumbline, ANN).id == linked.id


def test_who_left_the_domain_is_out_unless_somebody_gave_them_a_role_by_hand(plumbline: Plumbline) -> None:
    account = let_in(plumbline, ANN)
    left = replace(ANN, email="ann@elsewhere.example")
    with pytest.raises(NotAdmitted):
        let_in(plumbline, left)
    plumbline.accounts.add_grant(LOCAL_ACTOR, account.id, ANALYST)
    assert let_in(plumbline, left).id == account.id


def test_the_first_account_is_made_by_its_link_and_by_nobody_else(nobody: Plumbline) -> None:
    token = nobody.accounts.first_link()
    assert token is not None
    for settings in (OPEN, replace(OPEN, role="administrator")):
        with pytest.raises(NotAdmitted):
            let_in(nobody, ANN, settings)
    assert nobody.accounts.invited(token)


def test_people_of_a_group_may_be_administrators(plumbline: Plumbline) -> None:
    account = let_in(plumbline, ANN, replace(OPEN, role="administrator"))
    assert scopes(plumbline, account.id) == [(ADMINISTRATOR, BY_RULE)]


@pytest.mark.parametrize(
    ("role", "organisation", "named"),
    [("boss", "", "PLUMBLINE_OIDC_ROLE"), ("respondent", "", "ROLE"), ("administrator", "o1", "ORGANISATION")],
)
def test_a_role_that_cannot_be_given_is_refused_in_words_at_the_start(role: str, organisation: str, named: str) -> None:
    with pytest.raises(InvalidInput, match=named):
        scopes_of(replace(OPEN, role=role, organisation_id=organisation or None))


def test_the_settings_are_read_as_they_are_written() -> None:
    given = {
        "ISSUER": " https://sign-in.example/ ",
        "CLIENT_ID": "plumbline",
        "CLIENT_SECRET": "secret",
        "DOMAINS": "Tamarind.example, @Elsewhere.example,",
        "GROUPS": "Consultants, service desk",
        "ROLE": "Reader",
    }
    found = read_settings({f"PLUMBLINE_OIDC_{name}": text for name, text in given.items()}).provider
    assert found is not None
    assert (found.issuer, found.role, found.name) == ("https://sign-in.example/", "reader", "your company")
    assert found.domains == ("tamarind.example", "elsewhere.example")
    assert found.groups == ("Consultants", "service desk")
    assert "secret" not in repr(found).replace("client_secret", "")
    assert read_settings({"PLUMBLINE_OIDC_CLIENT_ID": "plumbline"}).provider is None
    for missing in ("CLIENT_ID", "CLIENT_SECRET"):
        rest = {f"PLUMBLINE_OIDC_{name}": text for name, text in given.items() if name != missing}
        with pytest.raises(InvalidInput, match=missing):
            read_settings(rest)
