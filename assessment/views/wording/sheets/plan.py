"""The words of the sheets of the plan: steps, waves, risks, and how firm the order is."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.sheets import shared

ROADMAP_NAME = "Roadmap"
WAVES_NAME = "Waves"
RISKS_NAME = "Risks"
AFTER_NAME = "After waves"
FIRMNESS_NAME = "Firmness"
SENSITIVITY_NAME = "Sensitivity"
OPINIONS_NAME = "Opinions"
FUNDED = "Funded"
NO_STEP = "No step"
PLANS_NAME = "Plans"
CHOICES_NAME = "Decisions by hand"
CAPACITY_NAME = "Capacity"
WISHES_NAME = "What cannot be"
NOT_FUNDED = "Not funded"

ROADMAP_COLUMNS: Mapping[str, tuple[str, str]] = {
    "wave": shared.WAVE,
    "state": ("State", "Whether a wave has room for the step: funded or not funded."),
    "starts": ("Starts", "First day of the wave; empty: the roadmap has no start, or the step is not funded."),
    "ends": ("Ends", "Last day of the wave; empty as for its start."),
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "from": ("From level", "Level before the step."),
    "to": ("To level", "Level that the step lands on."),
    "score-before": ("Score before", "Score before the step."),
    "score-after": ("Score after", "Score once the step is done."),
    "effort": ("Effort", "Work of the step."),
    "by-hand": ("Effort by hand", "Whether the effort was set by hand."),
    "pinned": ("Pinned", "Whether the wave was set by hand."),
    "pin-cost": ("Pin costs", "What the pin takes from the worth of the plan; empty: no pin that is kept."),
    "quick-win": ("Quick win", "Whether it is a quick win."),
    "days": ("Person-days", "Work in days; empty: no days a point are set."),
    "cost": ("Cost", "Money for the step; empty: no cost a point is set."),
    "currency": ("Currency", "Currency of the cost."),
    "value": ("Value", "Priority that the step earns."),
    "owner": ("Owner", "Who owns the process; empty: nobody is named."),
    "reason": ("Reason", "Why the step is where it is."),
    "earliest": ("Earliest wave", "Earliest wave that order and capacity of each wave by itself allow; empty: none."),
    "unblocks": ("Unblocks", "Processes with a step that needs this one."),
}

WAVE_COLUMNS: Mapping[str, tuple[str, str]] = {
    "wave": shared.WAVE,
    "state": ("State", "Funded, or the row of what is not funded."),
    "first-month": ("First month", "Counted from the start of the roadmap."),
    "last-month": ("Last month", "Counted from the start of the roadmap."),
    "starts": ("Starts", "First day; empty: the roadmap has no start."),
    "ends": ("Ends", "Last day; empty: the roadmap has no start."),
    "steps": ("Steps", "Steps in the wave."),
    "effort": ("Effort", "Work of its steps."),
    "capacity": ("Capacity", "Work that the wave has room for."),
    "budget": ("Budget", "What the wave may take; empty: it is given points."),
    "budget-unit": ("Unit of the budget", "Person-days, or the currency."),
    "days": ("Person-days", "Work in days; empty: no days a point are set."),
    "cost": ("Cost", "Money for its steps; empty: no cost a point is set."),
    "currency": ("Currency", "Currency of the cost."),
    "at-target": ("At target after", "Processes at target once the wave is over."),
    "with-level": ("Processes with a level", "Processes that the count of those at target is of."),
}

AFTER_COLUMNS: Mapping[str, tuple[str, str]] = {
    "wave": ("After wave", "Number of the wave, from 1."),
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "level": ("Level after", "Level once the wave is over; empty: the process has no level."),
    "score": ("Score after", "Score once the wave is over; empty: the process has no level."),
}

CHOICE_COLUMNS: Mapping[str, tuple[str, str]] = {
    "choice": ("Decided by hand", "A step put into a wave or left out, a linkage bound or let go, an effort."),
    "worth": ("Worth without it", "What the best plan without it is worth more; below 0: less."),
    "value": ("Value without it", "How much more value that plan funds; below 0: less."),
    "at-target": ("At target without it", "How many more processes are at target in that plan; below 0: fewer."),
}

CAPACITY_COLUMNS: Mapping[str, tuple[str, str]] = {
    "change": ("More in each wave", "Points that every wave has more than now; 0: the plan as it is."),
    "capacity": ("Capacity", "What all waves hold."),
    "effort": ("Effort", "Work of the steps that are funded then."),
    "value": ("Value", "Priority that the funded steps earn."),
    "worth": ("Worth", "The same, counted once for each wave from a step's own to the last."),
    "at-target": ("At target", "Processes at target in the end."),
    "left": ("Not funded", "Steps that no wave has room for."),
    "days": ("Person-days", "Work in days; empty: no days a point are set."),
    "cost": ("Cost", "Money for the steps; empty: no cost a point is set."),
    "currency": ("Currency", "Currency of the cost."),
}

WISH_COLUMNS: Mapping[str, tuple[str, str]] = {
    "wish": ("Wish", "A step, and the wave it is wished in."),
    "cause": ("Why it cannot be", "What rules it out together."),
}

RISK_COLUMNS: Mapping[str, tuple[str, str]] = {
    "code": ("No.", "What the report calls the risk."),
    "risk": ("Risk", "What may hinder."),
    "steps": ("Steps", "Funded steps that it threatens."),
    "points": ("Points", "Value of these steps."),
    "processes": ("Processes", "Processes of these steps."),
}

RANK_COLUMNS: Mapping[str, tuple[str, str]] = {
    "rank": ("Rank", "Place in the order, 1 first."),
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "top-three": ("Among first three", "Share of the draws in which it is among the first three."),
    "median-rank": ("Median rank", "Median of its ranks over the draws."),
    "low-rank": ("Rank, from", "Rank at percentile 5 of the draws."),
    "high-rank": ("Rank, to", "Rank at percentile 95 of the draws."),
    "note": ("Note", "Whether it has no need now."),
}

RANGE_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "score": ("Score", "Score in full."),
    "low-score": ("Score, from", "Percentile 5 when the people who answered are drawn again."),
    "high-score": ("Score, to", "Percentile 95: a sensitivity range, not a confidence interval."),
}

OPINION_COLUMNS: Mapping[str, tuple[str, str]] = {
    "criterion-id": ("Criterion id", "Stable id of what the processes are ordered by."),
    "criterion": ("Order by", "What people ordered the processes by."),
    "agreement": ("Agreement", "How far their orders agree, in a word; not shown: too few people."),
    "w": ("Kendall's W", "0 no common order, 1 the same order; empty: not measured or not shown."),
    "people": ("People", "People counted in it; empty: not measured or not shown."),
    "processes": ("Processes", "Processes ordered; empty: not measured or not shown."),
}

APART_COLUMNS: Mapping[str, tuple[str, str]] = {
    "criterion": ("Order by", "What people ordered the processes by."),
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "rank": ("Priority rank", "Place by priority, 1 first; empty: it has none."),
    "apart": ("Places apart", "Mean distance between the places that two people give it."),
    "place": ("Middle place", "Median of the places that people give it."),
    "people": ("People", "People who gave an opinion on it."),
}

PLAN_COLUMNS: Mapping[str, tuple[str, str]] = {
    "plan-id": ("Plan id", "Id of the saved plan."),
    "plan": ("Plan", "Name of the saved plan."),
    "chosen": ("The plan", "Whether it is chosen as the plan."),
    "saved": ("Saved", "Day on which it was saved, in UTC."),
    "saved-by": ("Saved by", "Who saved it; empty: nobody signed in."),
    "change": ("After change", "Number of the assessment's change after which it was saved."),
    "wave": ("Wave", "Wave of the step in the plan; empty: not funded, or no step of the plan."),
    "state": ("State", "Funded, not funded, or no step: needed now and not in the plan."),
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "from": ("From level", "Level before the step."),
    "to": ("To level", "Level that the step lands on."),
    "effort": ("Effort", "Work of the step when the plan was saved; empty: no step of the plan."),
    "days": ("Person-days", "Work in days; empty: no days a point were set."),
    "cost": ("Cost", "Money for the step; empty: no cost a point was set."),
    "currency": ("Currency", "Currency of the cost."),
    "value": ("Value", "Priority that the step earned when the plan was saved."),
    "became": ("What became of it", "Of the chosen plan: what became of the step; empty: another plan."),
    "best-wave": ("Best now", "Wave in the plan that is best now; empty: not funded, no step now, or another plan."),
    "kept-wave": ("If kept", "Present wave if the plan is kept; empty: in none, no step now, or another plan."),
}
