"""Labels, hints and empty states of the facilitator's page of a workshop."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.workshop.room import LeadersVote

TITLE = "Workshop"
NOW_TAB, AGENDA_TAB, PEOPLE_TAB, NOTED_TAB, SURVEY_TAB, MINUTES_TAB = (
    "In the room",
    "Agenda",
    "People",
    "Noted",
    "Survey",
    "Minutes",
)

NO_ROOM = "No room is open"
NO_ROOM_LEAD = (
    "People join with their phones, by a code. You ask one question at a time, and they vote unseen by each other. You "
    "show how the votes came out, talk about what differs, and take the value that the room agrees on."
)
LEADERS = "How leadership votes"
LEADERS_VOTE: Mapping[LeadersVote, str] = {
    LeadersVote.TOGETHER: "With everybody, and shown beside the others",
    LeadersVote.LAST: "Last, when everybody else is in",
    LeadersVote.UNMARKED: "With everybody, and not told apart",
}
TAKES_ANONYMOUS = "People may stay anonymous"
TAKES_ANONYMOUS_HINT = (
    "Whoever gives no name is kept without one, from the first moment. Fewer answers of such people than the floor of "
    "this assessment are shown to nobody."
)
OPEN_ROOM = "Open the room"
CANNOT_OPEN = "A room is opened by whoever may change the people of a draft."
NOT_TOLD = "Who is in the room is told to whoever may change its people."
REOPEN = "Open it again"
EARLIER = "Rooms that were closed"
CLOSE, CLOSED = "Close the room", "The room is closed"
CLOSE_FOR = "Nobody can join or vote then. What was revealed stays in the assessment, and you can open the room again."
CLOSE_GO = "Close it"

LOBBY_TITLE = "Who is here?"
JOIN_BY = "How people join"
ADDRESS = "Address that phones open"
ADDRESS_PLACEHOLDER = "Choose or type one, such as http://192.168.1.20:8601"
PROJECTOR = "Open the projector page"
PLANNER = "Plan how many processes fit"
PROJECTOR_HINT = (
    "It opens in a window of its own. Drag it to the second screen and press F for the full screen. "
    "Nothing on it is private: in a call, share that window."
)
ALONE_LEAD = "Plumbline answers on this computer alone, so no phone can reach it yet."
LET_PHONES_IN = "Let phones in on this network"
LET_PHONES_IN_HINT = "Only the pages for phones become reachable, by whoever has the code, until the room is closed."
SHUT_PHONES_OUT = "Shut phones out again"

PROCESS = "Process"
ANOTHER_QUESTION = "Another question"
ASK = "Ask it"
ASKED_NOTHING = "This process asks nothing at this depth."
REVEAL = "Show how they voted"
ASK_AGAIN = "Vote once more"
TO_LOBBY = "Pause"
PARK, PARKED = "Park it", "Parked, see Noted"
NEXT = "Ask the next"
CHOOSE_PROCESS = "Choose what is next"
OWN_NOTES = "Your notes on this process"
MORE = "Reason, how sure, who was present"
SAID = "Quotes and evidence"
ACCEPTING = "Take at once what people agree on"
BY_HAND = "Count hands or paper"
SAID_BY = "Who said it"
SAID_LEAD = "A quote or an evidence is kept with the person who gave it."
NOBODY_NAMED = "Nobody in this assessment has a name yet."
COMMENTS = "Comments from the phones"
WHO_IS_IN = "Who is in"
NOT_SAVED_YET = "Nothing agreed yet"

PRESENTER = "Presenter view"
LEAVE_PRESENTER = "Leave"
FOLLOWING = "What comes next"
KEYS = "Keys: Alt+N takes the marked step, A to F a statement, Alt+V votes once more, Alt+P parks."

PUT_OUT = "Put out"
PUT_OUT_GO, IS_OUT, MERGED, LINK_MADE = "Put them out", "Put out", "Joined into one", "A new link"
PUT_OUT_FOR = "Their phone leaves the room. What of theirs was revealed stays."
MERGE = "The same person"
KEEP_APART = "Two people"
PERSONAL_LINK = "New personal link"
PERSONAL_LINK_FOR = "The link before it opens nothing any more."
LINK_IS = "Their link"
MANAGE = "One person"
CHOOSE_PERSON = "Choose somebody"


def agree_and_next(choice: str) -> str:
    """The main step once votes are shown."""
    return f"Agree on {choice} and ask the next"


def agree_only(choice: str) -> str:
    """The same for the last question of a process."""
    return f"Agree on {choice}"


def ask_this(name: str) -> str:
    """The main step in the lobby."""
    return f"Ask: {name}"


def parked_question(name: str, process: str) -> str:
    """What a parked question is noted as, until somebody writes more."""
    return f"{name} ({process})"


def same_name(name: str) -> str:
    """Two phones go by one name."""
    return f"Two phones came in as {name}. One person, or two?"


def room_line(opened: str, closed: str) -> str:
    """A room that was closed."""
    return f"Opened {opened}, closed {closed}"
