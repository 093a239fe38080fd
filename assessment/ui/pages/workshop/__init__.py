"""The workshop: a room and its phones, one question at a time, one agreed value each.

place.py    the assessment, its framework and the room: what every part takes, as draw(cockpit)
"""
