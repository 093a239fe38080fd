"""What the pages say that stand outside the app: signing in, taking up a one-time link, one's own password."""

from __future__ import annotations

from assessment.views.wording.directions import isolated

PRODUCT = "Plumbline"
SIGN_IN = "Sign in"
EMAIL = "E-mail address"
NAME = "Your name"
NAME_HINT = "As colleagues know you. It stands beside what you change."
PASSWORD = "Password"  # noqa: S105  # the name of a field
NEW_PASSWORD = "New password"  # noqa: S105  # the name of a field
PRESENT_PASSWORD = "Present password"  # noqa: S105  # the name of a field
AGAIN = "The same once more"
PASSWORD_HINT = "At least 12 characters, of whatever kind; four or five words make a good one."  # noqa: S105
FORGOTTEN = "Forgot it? An administrator can give you a link to choose a new one."
NOBODY_YET = "Nobody can sign in yet. Whoever started Plumbline finds a link to begin with in what it printed."
WELCOME = "Welcome"
FIRST = "The first administrator"
FIRST_NOTE = "This account sees to everything: it invites the others, and says who may do what."
INVITED_NOTE = "You are invited. Choose a password, and you are in."
NEW_PASSWORD_NOTE = "Choose a new password. It ends every sign-in of this account but the one that begins now."  # noqa: S105
OR_PASSWORD = "Or choose a password of your own here."  # noqa: S105  # a sentence on a page
JOIN = "Make the account"
SAVE = "Save and sign in"
NOT_ALIKE = "the two are not the same"
NOT_ALIKE_NEXT = "Type it twice, the same both times."
CHANGE_PASSWORD = "Change your password"  # noqa: S105  # the title of a page
CHANGE = "Change it"
CHANGE_NOTE = "Other browsers that are signed in to this account have to sign in again."
CHANGED = "Your password is changed. Other browsers have to sign in again."
NO_PASSWORD_HERE = "This account has no password here: its owner signs in through the company."  # noqa: S105
BACK = "Back to Plumbline"
SIGN_OUT = "Sign out"
NOT_NOW = "This does not work now"
UNAVAILABLE = "Plumbline cannot be reached just now. Try again in a minute."
INDEPENDENT = "What you enter stays on this installation."


def signing_in_as(email: str) -> str:
    """Whose account it is."""
    return f"For {isolated(email)}"


def through(company: str) -> str:
    """The button that leads to a company's own sign-in."""
    return f"Sign in through {company}"
