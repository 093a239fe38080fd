"""The files of a layout, looked at before they are kept: what they are by content, and nothing in them that acts.

`checking` looks at one file and says what it is, or why not; it runs in the process that prints, whose memory and time
are limited; `offering` is what goes there and comes back. `svg`, `png`, `font` and `template` know one kind each.
"""
