"""Who a company's own sign-in lets in, of those it knows: people of a domain, or of a group. Own rule.

>>> from dataclasses import replace
>>> rule = AdmissionRule(domains=("tamarind.example",), groups=("consultants",))
>>> ann = Claims(issuer="i", subject="1", name="Ann", email="Ann@Tamarind.example", is_email_verified=True, groups=())
>>> is_admitted(ann, rule), is_admitted(replace(ann, is_email_verified=False), rule)
(True, False)
>>> is_admitted(replace(ann, email=None, groups=("consultants",)), rule)
True
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a provider says of somebody who signed in there, its signature checked.

    `issuer` and `subject` together name the person for good; `email` and `name` may change, and only
    `is_email_verified` says that the e-mail is theirs.
    """

    issuer: str
    subject: str
    name: str
    email: str | None
    is_email_verified: bool
    groups: tuple[str, ...]

    @property
    def verified_email(self) -> str | None:
        """The e-mail in small letters where the provider has seen that it is theirs."""
        return self.email.strip().lower() if self.email and self.is_email_verified else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionRule:
    """Which people get an account without being invited: of one of the domains, or in one of the groups.

    With neither, nobody does: only who was invited gets in.
    """

    domains: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


def is_admitted(claims: Claims, rule: AdmissionRule) -> bool:
    """Whether somebody gets in by the rule: a verified e-mail of exactly one of the domains, or one of the groups."""
    domain = (claims.verified_email or "").rpartition("@")[2]
    return (bool(domain) and domain in rule.domains) or not set(claims.groups).isdisjoint(rule.groups)
