"""The page of a phone: open to whoever has a code, a link or a place in a room, and to nobody for anything else.

It works as plain forms; `static/phone.js` keeps answers on the phone until they are stored, and draws what changed.

| module | what |
|---|---|
| `answering` | what its pages have in common: the door, an error in words, a page, whose phone it is |
| `joining` | by a code, by the room's link, by a link of one's own or of another device of one's own |
| `room` | the page itself, and the same for the script, asked again and again |
| `voting` | an answer, from a form or from the script |
| `sharing` | the next person on this phone, another device, leaving |
| `files` | its style and its script, and those of a survey |
| `routes` | the routes, all of them open |
"""
