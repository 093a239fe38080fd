"""What is shown, said once: each module makes one view of a `Computed`, and every surface prints it.

A view is frozen data: the question it answers, the finding as a sentence, facts, tables of typed columns and rows,
legend, notes, and what to do when there is nothing to show. Page, chart, paper, command line, workbook and slides place
what stands in it; none of them computes, sorts, rounds or phrases. `wording` holds every sentence, unit and date.

| module | shows |
|---|---|
| `model` | what views are made of |
| `names` | names of processes, attributes, people; the one order of levels and marks |
| `registry` | the views that the command line shows by name |
| `headline` | the answer in six facts |
| `executive` | the one page that a board reads; `executive_waves`, `decisions` and `sureness` are its parts |
| `heatmap` | every process by every attribute: as-is, to-be, gap, and after a wave |
| `heatmap_scale`, `legend` | the steps, marks and signs of the heatmap; a legend in words |
| `cell` | what stands behind one cell of the heatmap |
| `map` | the process map: groups around the hub, six colourings, the linkages of one process |
| `importance`, `lanes` | maturity against importance; labels that never cover each other |
| `levels` | processes at each level, the distance of each to its target, every process in numbers |
| `without_level` | the processes that have no level, and why |
| `groups`, `characteristics` | several processes at once: by group, by attribute |
| `process` | one process, all of it; its parts are `profile`, `next_level`, `target`, `confidence`, `agreement`, |
| | `answers`, `items`, `quotes` and `background` |
| `evidence` | files seen as evidence, and which way they speak |
| `question` | one question and one attribute: what was answered, what counts, what people said |
| `release`, `history` | for the facilitator: what may be quoted; what became of an answer |
| `priorities`, `firmness` | which process comes first and why; how firm that is |
| `opinions_agreement` | how far people agree on what hurts and what matters |
| `capacity`, `choices` | what more capacity would buy; what each decision by hand costs, and why a wish cannot be |
| `order_change` | how far a weight would have to move for another process to come first |
| `waves` | the roadmap; its parts are `wave_table`, `steps`, `step_reasons`, `pins`, `spending`, |
| | `advice` and `shared_advice`: what several steps share, said once |
| `plans` | saved plans: the list, two side by side, how far the chosen one has drifted |
| `register` | the register of actions: what is done first, by whom and until when |
| `board` | a plan that is run, on a day: how far it is, what is late or blocked, who has what, what is due when |
| `hand_offs`, `services` | what processes hand to each other; what business services lean on |
| `organisation`, `resources` | owners, readiness, transitions; technology, sourcing |
| `findings` | what follows from owners, transitions, tools and sourcing, and what to do about it |
| `method` | how every number arose; `rules` and `method_settings` are its parts |
| `deck` | the views as slides, each with a message for its title |
| `report`, `report_kinds` | what a report says of itself, cover to foot; kinds of report and their sections |
| `plan_brief` | the steps of the plan on paper: a row each, and the whole of each |
| `layouts` | how files look: the list of layouts, one in words |
| `layouts` | how what leaves the house looks: the list of layouts, their logos, a picture of one |
| `read_back` | what a filled-in sheet would change |
| `bringing` | what another version of the framework would change |
| `journal` | who changed what and when, and whether that record is whole |
| `comparison` | two assessments side by side, several in a row: what moved, why, and what became of the plan |
| `commentary` | the consultant's own words: places, proposals, and how a text is read |
| `key` | what the letters and words of the results mean |
| `conflicts` | both values of a conflict, in words with names |
| `warnings` | the sentence of each kind of warning |
| `assessments`, `organisations` | the list of assessments; the organisations and units they are of |
| `portfolio` | the units of an organisation side by side |
| `accounts` | who may sign in and what they may do; one-time links |
| `erasing` | where a person is named, and what still holds the name once they are erased |
| `claim` | that an import called itself signed off |
| `bin` | what was removed and can be put back, and what removing it means |
| `set_up`, `set_up_steps`, `people_list` | what was entered; how far the set-up is; a pasted list of people |
| `progress`, `guidance` | how far somebody is; what helps to answer a question |
| `missing` | what is still to be done, and where |
| `room` | what a room has before it when it agrees on a value |
| `workshop` | a workshop: on phones, on the wall, to the facilitator, and afterwards |
| `frameworks` | a framework to read, and what its check finds |
| `paper`, `paper_questionnaire` | paper sizes; the questionnaire on paper |
| `stamp` | what a file was made from, in one line that each file carries |
| `sheets` | everything as typed values under described columns, for workbook and CSV |
| `report_check` | whether a file that left the house still holds |
| `verification` | what recomputing worked cases found |
"""
