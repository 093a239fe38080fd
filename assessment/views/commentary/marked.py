"""A text that somebody typed, as blocks to print: a small part of Markdown, read here and nowhere else.

| typed | becomes |
|---|---|
| `# ` and `## ` (or more) at the start of a line | a heading, a smaller heading |
| `- `, `* ` or `+ `, `1. ` or `1) ` | a line of a list, lists within lists |
| `*one*`, `**two**`, also with `_` | emphasis, strong |
| an empty line; a new line | a new paragraph; a new line |
| `\\` before a mark | the mark itself |

Everything else is text: links, pictures, tables, code and HTML have no meaning, their signs are printed as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from markdown_it import MarkdownIt
from markdown_it.token import Token

NESTING_LIMIT = 20
"""Levels of the parser, two for each list within a list: it drops what lies deeper, so such a text is read as plain."""
RUN_LIMIT = 1_000
"""Characters of one run: a printer may shorten a single text that is longer than any sentence."""
_MARKS_INSIDE = re.compile(r"([\\*_])")
_SPACES = re.compile(r"[^\S\u00a0]+")
_MARKS_AT_START = re.compile(r"^([#+-])|^(\d+)(?=[.)])")


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Letters that look alike; a new line is a `\\n` among them."""

    text: str
    is_strong: bool = False
    is_emphasis: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list with its `mark` (a bullet or a number) and `depth`, 0 for the outermost list; elsewhere the
    whole of a block, without a mark.
    """

    runs: tuple[Run, ...]
    mark: str = ""
    depth: int = 0

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, a paragraph, or a list with all its lines."""

    kind: BlockKind
    lines: tuple[Line, ...]


BULLET = "\u2022"


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text; none for one without letters.

    >>> [(block.kind.value, block.lines[0].text) for block in blocks_of("# Where we stand\\nAt **two**.")]
    [('heading', 'Where we stand'), ('paragraph', 'At two.')]
    """
    tokens = _PARSER.parse(text)
    if any(token.type == "list_item_open" and token.level >= NESTING_LIMIT - 1 for token in tokens):
        return _plain(text)
    return tuple(_blocks(tokens))


def text_of(blocks: Sequence[Block]) -> str:
    """The letters of some blocks, a line each with its mark; for those who place one text and no emphasis."""
    lines = (line for block in blocks for line in block.lines)
    return "\n".join(f"{line.mark} {line.text}".strip() for line in lines)


def literal(text: str) -> str:
    """A text that reads as itself: what Markdown would act on is escaped, and it stands on one line.

    >>> literal("Payroll"), literal("5*3*2"), literal("1. FC"), literal("a_b")
    ('Payroll', '5\\\\*3\\\\*2', '1\\\\. FC', 'a_b')
    """
    line = _SPACES.sub(" ", text).strip()
    if text_of(blocks_of(line)) == line and all(block.kind is BlockKind.PARAGRAPH for block in blocks_of(line)):
        return line
    inside = _MARKS_INSIDE.sub(r"\\\1", line)
    return _MARKS_AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\", inside)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": NESTING_LIMIT})
    return parser.enable(["heading", "list", "emphasis", "newline", "escape"])


_PARSER = _parser()


def _plain(text: str) -> tuple[Block, ...]:
    """A text of which no mark is one."""
    paragraphs = (part.strip("\n") for part in re.split(r"\n\s*\n", text))
    return tuple(
        Block(kind=BlockKind.PARAGRAPH, lines=(Line(runs=_pieces((Run(text=part),))),))
        for part in paragraphs
        if part.strip()
    )


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """The blocks of a document; a list within a list is lines of the outer one.

    A smaller heading with none above it is a heading: no level of an outline is left out.
    """
    place, highest = 0, ""
    while place < len(tokens):
        token = tokens[place]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            end = _end_of(tokens, place)
            yield Block(kind=BlockKind.LIST, lines=tuple(_list_lines(tokens[place : end + 1])))
            place = end
        elif token.type == "inline" and token.content.strip():
            kind = BlockKind.PARAGRAPH
            if tokens[place - 1].type == "heading_open":
                highest = min(highest or tokens[place - 1].tag, tokens[place - 1].tag)
                kind = BlockKind.HEADING if tokens[place - 1].tag == highest else BlockKind.SUBHEADING
            yield Block(kind=kind, lines=(Line(runs=_runs(token)),))
        place += 1


def _end_of(tokens: Sequence[Token], start: int) -> int:
    level, closing = tokens[start].level, tokens[start].type.replace("_open", "_close")
    return next(at for at in range(start, len(tokens)) if (tokens[at].type, tokens[at].level) == (closing, level))


def _list_lines(tokens: Sequence[Token]) -> Iterator[Line]:
    """A line for each point; paragraphs of one point are lines of its own, of which the first has the mark."""
    numbers: list[int | None] = []
    waiting: Line | None = None
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                numbers.append(None)
            case "ordered_list_open":
                numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
            case "list_item_open":
                if waiting is not None:
                    yield waiting
                number = numbers[-1]
                waiting = Line(runs=(), mark=BULLET if number is None else f"{number}.", depth=len(numbers) - 1)
                numbers[-1] = None if number is None else number + 1
            case "inline":
                line = waiting or Line(runs=(), depth=len(numbers) - 1)
                yield replace(line, runs=_runs(token))
                waiting = None
    if waiting is not None:
        yield waiting


def _runs(inline: Token) -> tuple[Run, ...]:
    """The runs of a line: letters with the marks that are open around them, alike ones together."""
    found: list[Run] = []
    strong = emphasis = 0
    for token in inline.children or ():
        strong += (token.type == "strong_open") - (token.type == "strong_close")
        emphasis += (token.type == "em_open") - (token.type == "em_close")
        text = "\n" if token.type in ("softbreak", "hardbreak") else token.content
        if not text:
            continue
        run = Run(text=text, is_strong=strong > 0, is_emphasis=emphasis > 0)
        if found and replace(found[-1], text=text) == run:
            run = replace(run, text=found.pop().text + text)
        found.append(run)
    return _pieces(found)


def _pieces(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(
        replace(run, text=run.text[start : start + RUN_LIMIT])
        for run in runs
        for start in range(0, len(run.text), RUN_LIMIT)
    )
