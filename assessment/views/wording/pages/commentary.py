"""What the page Commentary says that is not of the texts: labels, hints, what to do with a proposal."""

from __future__ import annotations

TITLE = "What do you say to it?"
PLACE = "Place"
TEXT = "Your text"
EMPTY_TEXT = "Write here, or begin with the proposal."
SIGNS = (
    "An empty line begins a paragraph. # heading, ## smaller heading, - or 1. a list, **strong**, *emphasis*. "
    "Nothing else has a meaning: it is printed as typed."
)
PRIVACY = (
    "These are your own words: they are printed as they stand, with whoever you name in them. Erasing a person takes "
    "the name out where it is written just so, and no other way of naming them."
)
LOCKED = "This assessment is no draft any more: the text stays as it is."
PROPOSED = "Proposed"
PROPOSED_NOW = "Proposed now, from the newest answers"
PRINTS = "How it prints"
START = "Use this as a start"
STILL_HOLDS = "Mine still holds"
STILL_HOLDS_HINT = "Your text stays as it is, and counts as written from the answers of today."
ADD = "Put this under mine"
GIVE_BACK = "Back to the proposal"
GIVE_BACK_SURE = "Your text at this place is taken away; the proposal stands here again and is printed nowhere."
GIVE_BACK_GO = "Take my text away"
PLACE_GONE = "The address leads to a place that this assessment does not have."
CHOOSE_PLACE = "Choose a place"
ALL_PLACES = "All places"
WRITE = "Write a commentary"
CHANGE = "Change this text"
OVERTAKEN = "New answers overtook this text. See what is proposed now."
