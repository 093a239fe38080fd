"""What the consultant wrote, as slides: the whole behind the answer, recommendations and next steps at the end.

A text is parted where a slide is full, so that no word of it is left out; a proposal that nobody took is on no slide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.domain.computed import Computed
from assessment.views.commentary.marked import Block, BlockKind, Line, text_of
from assessment.views.commentary.own import own_blocks, text_view
from assessment.views.commentary.places import PlaceKind, process_place_id
from assessment.views.deck.model import Area, Point, Points, Slide, SlideKind
from assessment.views.wording import commentary as words
from assessment.views.wording import deck as deck_words

ROOM = 1_900
"""Letters that a slide has room for, in a size one reads from afar."""
PIECE = 800
"""Letters of one point: a printer shortens a point of more than a dozen lines."""
POINT_ROOM = 60
"""Letters' worth of room that a new point takes beside its own."""
INDENT = "\u2003"


def written_slides(computed: Computed, kind: PlaceKind, section: str) -> Iterator[Slide]:
    """The text of a place as one slide or several; none where nobody wrote one."""
    view = text_view(computed, kind)
    for passage in view.passages:
        title, blocks = _titled(view.question, passage.blocks)
        parts = _parted([point for block in blocks for point in _points(block)])
        for number, points in enumerate(parts, start=1):
            yield Slide(
                id=f"{view.id}-{number}",
                kind=SlideKind.MESSAGE,
                section=section,
                title=title if len(parts) == 1 else deck_words.part_of(title, number, len(parts)),
                areas=(Area(width=100, blocks=(Points(id=view.id, title="", points=tuple(points)),)),),
                notes=(deck_words.source(words.QUESTION, view.question),),
            )


def process_note(computed: Computed, process_id: str) -> str:
    """What was written of a process, for the notes of its slide; empty where nothing was."""
    return text_of(own_blocks(computed, process_place_id(process_id)))


def _titled(usual: str, blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """A text that begins with a heading has it as the title of its slide, where something stands under it."""
    if blocks[0].kind is BlockKind.HEADING and blocks[1:]:
        return " ".join(blocks[0].lines[0].text.split()), blocks[1:]
    return usual, blocks


def _points(block: Block) -> Iterator[Point]:
    if block.kind in (BlockKind.HEADING, BlockKind.SUBHEADING):
        yield Point(lead=block.lines[0].text, text="")
        return
    for line in block.lines:
        yield from _line_points(line)


def _line_points(line: Line) -> Iterator[Point]:
    """A line, in pieces that fit on a slide; what begins it in strong letters leads it."""
    before = f"{INDENT * line.depth}{line.mark} " if line.mark else ""
    lead = line.runs[0].text if line.runs and line.runs[0].is_strong else ""
    text = line.text.removeprefix(lead).strip()
    first, *others = _pieces(text)
    yield Point(lead=f"{before}{lead}" if lead else "", text=first if lead else f"{before}{first}")
    for piece in others:
        yield Point(text=piece)


def _pieces(text: str) -> list[str]:
    """A text cut at blanks so that no piece is shortened."""
    pieces = []
    while len(text) > PIECE:
        end = max(text.rfind(" ", 0, PIECE), text.rfind("\n", 0, PIECE))
        end = end if end > 0 else PIECE
        pieces.append(text[:end])
        text = text[end:].lstrip()
    return [*pieces, text]


def _parted(points: Sequence[Point]) -> list[list[Point]]:
    """The points slide by slide; what only leads to the next point goes with it."""
    parts: list[list[Point]] = [[]]
    used = 0
    for point in points:
        room = len(point.lead) + len(point.text) + POINT_ROOM
        if parts[-1] and used + room > ROOM + POINT_ROOM:
            alone = [parts[-1].pop()] if len(parts[-1]) > 1 and not parts[-1][-1].text else []
            parts.append(alone)
            used = sum(len(own.lead) for own in alone)
        parts[-1].append(point)
        used += room
    return parts
