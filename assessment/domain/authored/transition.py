"""Transitions: changes of attitude with their two ends, and the processes that carry each."""

from __future__ import annotations

from pydantic import Field

from assessment.domain.authored.content import FrameworkModel, Name, Origin, PaperLines, Slug, Text


class TransitionCarrier(FrameworkModel):
    """A process that carries a transition, and how."""

    process: Slug
    why: Text = Field(description="What of the process carries it: one sentence that ends with a full stop.")
    origin: Origin = Field(description="paper where its text says so, else extension.")


class Transition(FrameworkModel):
    """A change of attitude the organisation goes through; placed from 0 to 5, never scored."""

    id: Slug
    from_name: Name
    to_name: Name
    from_text: Text = Field(description="What one sees at the old end.")
    to_text: Text = Field(description="What one sees at the new end.")
    lines: PaperLines | None = None
    carriers: tuple[TransitionCarrier, ...] = Field(
        default=(),
        max_length=6,
        exclude_if=lambda value: not value,  # content without it keeps the hash it had before there was this field
        description="The processes whose work brings the organisation from one end to the other, up to six.",
    )


class TransitionsFile(FrameworkModel):
    """`transitions.yaml`."""

    transitions: tuple[Transition, ...]
