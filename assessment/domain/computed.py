"""An assessment with everything computed of it: one frozen whole that views print and nothing else computes again.

Plan, firmness and hash take from a tenth of a second to seconds, so each is made when first asked for, once only even
when several ask at the same time, and without keeping those waiting who ask for another of them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from assessment.domain.agreement.ranking import OpinionAgreement, measure_opinions
from assessment.domain.anchor import Anchor
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.changes import has_same_plan
from assessment.domain.rating.results import AssessmentResult

if TYPE_CHECKING:  # the planner's solver takes a second to import
    from assessment.domain.comparing.compared import Compared
    from assessment.domain.planning.capacity_curve import CapacityCurve
    from assessment.domain.planning.choices import Choices
    from assessment.domain.planning.draws import Drawn
    from assessment.domain.planning.results import Firmness, Roadmap

METHOD_VERSION = 2
"""Version of the method: a number that rises whenever the same answers may come to something else than before."""

_MADE_ONCE = ("_hash", "_roadmap", "_firmness", "_opinions", "_choices", "_curve", "_drawn")
"""What another state of the same answers and settings takes over as it is."""

ValueT = TypeVar("ValueT")


class _Once(Generic[ValueT]):
    """A value made when it is first asked for. What making it raises is raised, and it is made anew the next time.

    `functools.cached_property` has one lock for all assessments up to Python 3.11, and none at all after.
    """

    def __init__(self, make: Callable[[], ValueT]) -> None:
        self._make = make
        self._made: list[ValueT] = []
        self._lock = threading.Lock()

    def get(self) -> ValueT:
        """The value."""
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]


@dataclass(frozen=True, kw_only=True)
class Computed:
    """`framework` and `assessment` as they were answered, `result` everything sections 3 to 12 compute of them.

    `hash_assessment` gives the hash of an assessment's canonical export: the snapshot's, once it is signed off.
    `anchor` is the entry of the journal that it stands at; None for what is not stored. `compared` is what it is set
    beside; None for nothing.
    """

    framework: Framework
    assessment: Assessment
    result: AssessmentResult
    hash_assessment: Callable[[Assessment], str]
    anchor: Anchor | None = None
    compared: Compared | None = None
    _hash: _Once[str] = field(init=False, repr=False, compare=False)
    _roadmap: _Once[Roadmap] = field(init=False, repr=False, compare=False)
    _firmness: _Once[Firmness] = field(init=False, repr=False, compare=False)
    _opinions: _Once[OpinionAgreement] = field(init=False, repr=False, compare=False)
    _choices: _Once[Choices] = field(init=False, repr=False, compare=False)
    _curve: _Once[CapacityCurve] = field(init=False, repr=False, compare=False)
    _drawn: _Once[Drawn] = field(init=False, repr=False, compare=False)
    _told: _Once[Computed] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out what is made later."""
        object.__setattr__(self, "_hash", _Once(lambda: self.hash_assessment(self.assessment)))
        object.__setattr__(self, "_roadmap", _Once(self._plan))
        object.__setattr__(self, "_firmness", _Once(self._measure_firmness))
        object.__setattr__(self, "_opinions", _Once(lambda: measure_opinions(self.assessment)))
        object.__setattr__(self, "_choices", _Once(self._weigh_choices))
        object.__setattr__(self, "_curve", _Once(self._reckon_curve))
        object.__setattr__(self, "_drawn", _Once(self._draw))
        object.__setattr__(self, "_told", _Once(self._tell))

    @property
    def snapshot_hash(self) -> str:
        """SHA-256 of the canonical JSON export, 64 hexadecimal digits."""
        return self._hash.get()

    @property
    def before_hash(self) -> str:
        """The hash of the earlier assessment that it is set beside; "" for none."""
        return "" if self.compared is None else self.compared.comparison.before.snapshot_hash

    @property
    def roadmap(self) -> Roadmap:
        """The plan under the saved settings (METHOD.md section 13)."""
        return self._roadmap.get()

    @property
    def firmness(self) -> Firmness:
        """How firm scores and order are (METHOD.md sections 7 b and 14)."""
        return self._firmness.get()

    @property
    def opinions(self) -> OpinionAgreement:
        """How far people agree on what hurts and what matters; never of fewer people than the anonymity floor."""
        return self._opinions.get()

    @property
    def choices(self) -> Choices:
        """What each decision by hand costs the plan, and the wishes that cannot be (METHOD.md section 13)."""
        return self._choices.get()

    @property
    def curve(self) -> CapacityCurve:
        """What one more unit of capacity buys; about a dozen plans, so about a second."""
        return self._curve.get()

    @property
    def told(self) -> Computed:
        """The same as a reader may see it (`disclosure`): for everything that leaves the facilitator's hands."""
        return self._told.get()

    def sharing(self, earlier: Computed) -> Computed:
        """The same, with plan and firmness of an earlier state where nothing differs that they are made of."""
        if earlier.framework == self.framework and has_same_plan(earlier.assessment, self.assessment):
            for name in ("_roadmap", "_firmness", "_choices", "_curve", "_drawn"):
                object.__setattr__(self, name, getattr(earlier, name))
        return self

    def reweighed(
        self, assessment: Assessment, result: AssessmentResult, hash_assessment: Callable[[Assessment], str]
    ) -> Computed:
        """The same answers under other settings of the roadmap; what is drawn of them is drawn once for both."""
        other = replace(self, assessment=assessment, result=result, hash_assessment=hash_assessment, anchor=None)
        object.__setattr__(other, "_opinions", self._opinions)
        if assessment.roadmap.linkages == self.assessment.roadmap.linkages:
            object.__setattr__(other, "_drawn", self._drawn)
            object.__setattr__(other, "_told", _Once(lambda: other._tell(self.told)))
        return other

    def at(self, anchor: Anchor | None) -> Computed:
        """The same, standing at another entry of the journal."""
        other = replace(self, anchor=anchor)
        for name in _MADE_ONCE:
            object.__setattr__(other, name, getattr(self, name))
        return other

    def beside(self, compared: Compared | None) -> Computed:
        """What a reader may see (`told`), set beside an earlier assessment; None takes that away."""
        other = replace(self.told, compared=compared)
        for name in _MADE_ONCE:
            object.__setattr__(other, name, getattr(self.told, name))
        object.__setattr__(other, "_told", _Once(lambda: other))
        return other

    def _plan(self) -> Roadmap:
        from assessment.domain.planning.roadmap import plan_roadmap

        return plan_roadmap(self.framework, self.assessment, self.result)

    def _measure_firmness(self) -> Firmness:
        from assessment.domain.planning.firmness import firmness_of

        return firmness_of(self.framework, self.assessment, self.result, self._drawn.get())

    def _weigh_choices(self) -> Choices:
        from assessment.domain.planning.choices import weigh_choices

        return weigh_choices(self.framework, self.assessment, self.result)

    def _reckon_curve(self) -> CapacityCurve:
        from assessment.domain.planning.capacity_curve import CapacityCurve, curve_points
        from assessment.domain.planning.posing import pose

        return CapacityCurve.of(curve_points(pose(self.framework, self.assessment, self.result)))

    def _draw(self) -> Drawn:
        from assessment.domain.planning.firmness import draw

        return draw(self.framework, self.assessment, self.result)

    def _tell(self, alike: Computed | None = None) -> Computed:
        """The same as a reader may see it; `alike` is told of the same answers, and what was drawn of them stands."""
        from assessment.domain.disclosure.readers import tell

        told = tell(self.framework, self.assessment, self.result)
        computed = Computed(
            framework=self.framework,
            assessment=told.assessment,
            result=told.result,
            hash_assessment=lambda _: self.snapshot_hash,
            anchor=self.anchor,
        )
        drawn = self if told.drawn is None else replace(computed, assessment=told.drawn)
        if alike is not None:
            object.__setattr__(drawn, "_drawn", alike._drawn)
        for name in ("_roadmap", "_choices", "_curve"):
            object.__setattr__(computed, name, getattr(self, name))
        object.__setattr__(computed, "_drawn", drawn._drawn)
        object.__setattr__(computed, "_firmness", _Once(lambda: drawn.firmness))
        object.__setattr__(computed, "_opinions", self._opinions)
        object.__setattr__(computed, "_told", _Once(lambda: computed))
        return computed
