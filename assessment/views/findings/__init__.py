"""What follows from owners, transitions, tools and sourcing, as sentences with their numbers and what to do.

line.py          one finding as a reader meets it, and the table of several
owners.py        lines of owners and readiness
transitions.py   lines of the transitions
technology.py    lines of the tools
sourcing.py      lines of who does the work
whole.py         the lines of an area, its table, and where an action of a line belongs
paper.py         what of a view the report has room for
pictures.py      what is drawn beside the lines: who owns how much, what is connected, who holds what
"""
