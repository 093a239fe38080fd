"""What a phone says to whoever holds it: before they come in, while they vote, at the reveal, when something fails."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.domain.workshop.place import COMMENT_LIMIT
from assessment.views.wording.directions import isolated

PRODUCT = "Plumbline"
COMMENT_WARN = 3_600
"""From here on the phone says how many are left."""
REASON_LIMIT = SHORT_TEXT_LIMIT

JOIN, CODE, CODE_HINT, GO_ON = "Join", "Code", "Eight letters and digits, as the screen shows them.", "Go on"
CODE_TITLE = "Join the room"
LINK_TITLE, LINK_NOTE = (
    "Go on with this phone",
    "This link is yours alone: what is answered through it counts as your answer. Do not pass it on.",
)
DEVICE_NOTE = "This device carries on where the other one is. Both stay in, as one person."
BEFORE = "What is kept, and who sees it"
NAME, NAME_HINT = "Your name", "As colleagues know you."
NAME_FIELD = "Your name"
NAME_MISSING, NAME_MISSING_NEXT = "it is empty", "Type a name, or stay anonymous."
ROLE, ROLE_FIELD = "You answer as", "Your role"
ROLE_MISSING, ROLE_MISSING_NEXT = "none was chosen", "Choose one of the four."
WITH_NAME, ANONYMOUSLY = "Join with this name", "Stay anonymous and join"
NAMED_ONLY = "This room asks for names: nobody is anonymous in it."
ROLE_MEANINGS: Mapping[Role, str] = {
    Role.LEADERSHIP: "You decide about people or money.",
    Role.PRACTITIONER: "You do this work, or lead a team that does.",
    Role.CUSTOMER: "You use what IT provides.",
    Role.OTHER: "None of these, or you would rather not say.",
}
ALREADY_IN = "This phone is in this room already."
BACK_TO_ROOM = "Back to the room"
SOMEBODY_ELSE = "Somebody else joins on this phone"

LOOK_AGAIN = "Look again"
SAVE = "Save my answer"
DONT_KNOW, NOT_APPLICABLE = "Don't know", "Does not apply here"
WHY_NOT_APPLICABLE = "Why does it not apply?"
WHY_HINT = "A few words; then it counts."
COMMENT, COMMENT_HINT = "Comment, if you like", "Shown in your own words after the reveal."
LETTERS_AS_ABOVE = "The letters stand for the same statements."
CHANGEABLE = "You can change your answer until the reveal."
LATE_NOTE = "This one was revealed already. Your answer is kept as a late one."
LATE_ANONYMOUS = "It is counted when enough late answers have come in, so that nobody can tell it is yours."
LOBBY_TITLE, LOBBY_NOTE = (
    "You are in",
    "The first question comes up here by itself. You can put the phone down meanwhile.",
)
BETWEEN_NOTE = "The next question comes up here by itself."
NOT_ASKED_TITLE = "This one is not for you"
NOT_ASKED_NOTE = "The room is at a question that others answer. Yours come up here by themselves."
CLOSED_TITLE, CLOSED_NOTE = "The room is closed", "What was saved is kept. Thank you for taking part."
OUT_TITLE, MERGED_TITLE = "You are not in the room any more", "You go on elsewhere"
REVEALED_TITLE = "The reveal"
NOTHING_COUNTED = "Your own answer is not in this round."
SAY_WHY = "Your answer is far from most: would you tell the room why?"
WAIT_TITLE = "Your turn comes last"
WAIT_NOTE = "The others vote first. Your question comes up here by itself when they have."
LATE_TITLE = "Questions you have not answered yet"
NEW_QUESTION = "The room has a new question."
TO_ROOM = "Go to it"
MORE = "This phone"
NEXT_PERSON, NEXT_PERSON_NOTE = (
    "Next person on this phone",
    "Two of you share this phone? Each has a place of their own; what one answered is not shown to the other.",
)
ADD_PERSON = "Add a person on this phone"
DEVICE, DEVICE_TITLE = "Carry on on another device", "Carry on on another device"
DEVICE_STEPS = "Open this address on the other device, or scan it there. It works for ten minutes, and for you alone."
DEVICE_CODE = "QR code for your other device"
LEAVE, LEAVE_NOTE = "Leave", "What you answered stays. This phone forgets you; to come back you join again."
LEFT_TITLE, LEFT_NOTE = "You have left", "What you answered is kept. This phone holds nothing of you any more."
OWN_MARK = "You"
SPREAD_CAPTION = "How many chose each statement"

SAVING = "Saving"
SAVED = "Saved. You can change it until the reveal."
SAVED_LATE = "Saved as a late answer: this question was revealed already."
REVEALED_MEANWHILE = "It was revealed meanwhile: what you had answered before stays."
OFFLINE = "No connection. It comes back by itself."
KEPT = "No connection: kept on this phone, sent as soon as it is back."
UNSENT = "Not yet: an answer on this phone is still to be sent."
SAY_REASON = "Say in a few words why it does not apply; then it counts."
CHOOSE_FIRST = "The comment goes with an answer: choose one."
LEFT = "characters left"
TOO_LONG = f"At most {COMMENT_LIMIT:,} characters fit; what is beyond is not sent."
UNAVAILABLE = "Plumbline cannot store anything just now. Your answer stays on this phone and is sent again by itself."
UNAVAILABLE_PLAIN = "Plumbline cannot store anything just now. Go back, and save once more in a minute."
TROUBLE = "This does not work now"
TOO_MUCH = "it is longer than fits"
TOO_MUCH_FIELD, TOO_MUCH_NEXT = "What was sent", "Shorten the comment and save again."
NO_NUMBER, NO_NUMBER_NEXT = "it does not come from the page of this room", "Open the page again, and save once more."
CHOICE_FIELD, NO_CHOICE, NO_CHOICE_NEXT = "Your answer", "none was chosen", "Choose one and save again."
FULL_FIELD, FULL, FULL_NEXT = "This phone", "it holds four people already", "Use another phone for the next one."


def what_is_kept(organisation: str, floor: int, *, takes_anonymous: bool) -> tuple[str, ...]:
    """What somebody is told before they give a name."""
    people = f"fewer than {floor} people"
    kept = (
        f"Your answers and comments are kept for the assessment of {isolated(organisation)}, by whoever leads it.",
        "Until a question is revealed nobody sees what anybody chose, only how many have answered.",
        "With a name: those who lead the assessment and work on it can see your answers with your name.",
    )
    if not takes_anonymous:
        return (*kept, NAMED_ONLY)
    return (
        *kept,
        "Anonymous: no name is kept, nobody is told who you are or what you chose, and what was answered by "
        f"{people} is not shown. {counts_from(floor)} Your role is told only once {floor} anonymous people share it. "
        "Until then, and if you are the only one of your role, you count as “Other”. Your comments are shown in your "
        "words.",
    )


def counts_from(floor: int) -> str:
    """From when on the answer of an anonymous person counts."""
    return f"Your answer to a question counts once {floor} anonymous people have answered it; until then it is sealed."


def own_sealed(floor: int) -> str:
    """At the reveal: the person's own answer is not among those that are shown."""
    return (
        f"It is saved but not counted here: fewer than {floor} anonymous people answered, and it could be known as "
        "yours. It counts once there are enough."
    )


def kept_of_survey(floor: int) -> str:
    """The same of a survey, where there is no reveal."""
    return f"Nobody sees what you chose before it is counted with that of others, at least {floor} together."


def round_note(number: int) -> str:
    """A question is asked once more."""
    return f"Round {number}: the room votes once more. Vote anew or leave it; what you do not change stays."


def former(choice: str) -> str:
    """What one chose in the round before."""
    return f"Last time you chose: {choice}."


def own_choice(choice: str) -> str:
    """What one chose in the round that was revealed."""
    return f"You chose: {choice}."


def late_link(process: str, question: str) -> str:
    """An earlier question that may still be answered."""
    return f"{process}: {question}"
