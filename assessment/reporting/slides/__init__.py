"""Slides: the deck of an assessment as a PowerPoint file with native tables and charts. Knows views and tokens.

| module | does |
|---|---|
| `printing` | `deck_bytes`, `portfolio_deck_bytes`: the whole file |
| `style` | template, logos, colours, font and language, in one value |
| `template` | opens a template and checks that it has what the deck needs |
| `measuring` | how wide a text is, how many lines it takes, where it is shortened |
| `writing` | paragraphs into a shape or a cell |
| `placing` | the blocks of a slide into its room |
| `grids`, `charts`, `texts`, `maps`, `scatters` | one kind of block each |
| `package` | the same bytes for the same slides |
"""

from assessment.reporting.slides.printing import deck_bytes, portfolio_deck_bytes
from assessment.reporting.slides.style import DeckStyle

__all__ = ["DeckStyle", "deck_bytes", "portfolio_deck_bytes"]
