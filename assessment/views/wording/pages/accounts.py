"""What the page of accounts says that is not of an account itself."""

from __future__ import annotations

from assessment.views.wording.directions import isolated

TITLE = "Who may do what?"
LEAD = "What you change here holds from the next click of whoever it is about."
FIRST = "The first account"
FIRST_LEAD = (
    "So far nobody signs in: whoever uses this machine may do everything. From the first account on, everybody signs "
    "in, you too, also on this machine. The first account is an administrator's: make it for yourself, open the link "
    "in this browser and choose a password. Commands on the machine itself go on without an account."
)
INVITE = "Invite somebody"
INVITE_LEAD = (
    "Makes a link that you hand on; no mail is sent. Whoever opens it chooses a name and a password, or signs in "
    "through the company where that is set up."
)
EMAIL = "Their e-mail address"
OWN_EMAIL = "Your e-mail address"
MAKE_LINK = "Make the link"
ROLE = "Access role"
PLACE = "For"
EVERYTHING = "Everything"
NO_PLACE = "There is no assessment yet that somebody could answer in."
PERSON = "Whose answers"
NO_PERSON = "Nobody is asked in this assessment yet. Add the person in its set-up first."
COPY = "Copy it now: it is shown this once, works once, and ends by itself."
HANDED_ON = "I have it"
LINKS = "Links that are still open"
WITHDRAW = "Withdraw"
ONE = "One account"
CHOOSE = "Account"
ACCESS = "Access"
TAKE_AWAY = "Take away"
GIVE = "Give"
GIVE_MORE = "Give an access role"
NEW_PASSWORD = "Link for a new password"  # noqa: S105  # the name of a button
NO_PASSWORD = "Signs in through the company, so there is no password here."  # noqa: S105
END_SIGN_INS = "Sign out everywhere"
DISABLE = "Disable"
ENABLE = "Enable"
REMOVE = "Remove"
REMOVE_GO = "Remove it"
AS_INVITED = "as a link"
AS_GIVEN = "as given"
AS_TAKEN = "as taken away"
AS_DISABLED = "as disabled"
AS_ENABLED = "as enabled"
AS_REMOVED = "as removed"
AS_SIGNED_OUT = "as signed out"
AS_WITHDRAWN = "as withdrawn"


def link_for(email: str) -> str:
    """Whose link it is."""
    return f"The link for {isolated(email)}"


def of_organisation(name: str) -> str:
    """An organisation with all its assessments, as something that an access role is for."""
    return f"All assessments of {isolated(name)}"


def of_assessment(name: str, line: str) -> str:
    """One assessment as something that an access role is for."""
    return f"{isolated(name)} ({line})" if line else isolated(name)


def removing(name: str) -> str:
    """What is removed, and what stays."""
    return (
        f"The account of {isolated(name)} goes, with its name, its address and its access. What was done with it "
        "stays, and the journal names it by its id alone. To shut somebody out for a while, disable the account."
    )


def taking(access: str) -> str:
    """The button that takes an access role away, for who hears it."""
    return f"{TAKE_AWAY}: {access}"


def link_line(gives: str, until: str) -> str:
    """What a link gives, and until when."""
    return f"{gives}, until {until}"
