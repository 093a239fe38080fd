"""The use cases: what pages, routes and the command line may do.

Each service is a class whose public methods carry an `operation` name, the permission it needs and what it acts on.
They take the Actor first, authorise before anything else, and open their own transaction. `open_plumbline` gives all.

| module | what |
|---|---|
| `plumbline` | every service over one database, opened and closed together |
| `authority` | the registry of operations, and the door before each |
| `things`, `rights`, `seen` | who acts on what; who may; of many, what somebody may see |
| `access`, `asked` | what the actor may do where; what is asked of somebody who only answers |
| `signed_in` | what the gate before the app hands on to the pages: by what token somebody is signed in |
| `accounts`, `signing_in` | who there is and who may do what; the doors: signing in and out, one-time links |
| `passwords`, `attempts` | what makes a password good enough; how often signing in may be tried |
| `assessments`, `organisations` | assessments as a whole; the organisations and units they are of |
| `portfolio`, `portfolio_files` | the units of an organisation side by side; the same as files |
| `benchmark_file` | what others have, read from a CSV file |
| `door` | the other doors: what phones ask that are in a room, or come into one |
| `joining`, `door_attempts` | coming into a room; how often codes may be typed |
| `pulse`, `places`, `room_asking` | a room as it was a moment ago; as one phone sees it; what is asked |
| `vote_queue`, `casting`, `ballots` | what waits goes to the disk together; votes beside the room; what a phone sends |
| `late_answers` | what came after the reveal goes in as soon as it may |
| `provider`, `provider_client` | who somebody is, by a company's own sign-in; what speaks with it |
| `admission` | which account somebody has whom it knows, and whether they get in |
| `setup`, `answering` | everything entered beside the answers; answers, notes, flags, agreed values |
| `agenda`, `running_slot` | the agenda of a workshop, and the clock against it; the slot whose time runs in a room |
| `accepting`, `hands` | values on which the votes agree, taken at once; a show of hands or paper, typed in |
| `rooms`, `lobby`, `merging` | rooms that people join by phone; who is in one; one person who is in it twice |
| `voting`, `room_state` | a question put to a room, and its reveal; where a room stands |
| `leading`, `taking_in` | the transaction in which a room is changed; sealed votes become answers |
| `texts` | the consultant's own words, place by place |
| `sessions`, `minutes` | what a room comes to as a session; the minutes of all that was held |
| `noted` | what is written down in a workshop: parked points, decisions, actions |
| `evidence` | which way evidence speaks, and files of it; `evidence_kinds` finds out what a file is |
| `bin` | what was removed: putting it back for 30 days, forgetting it for good |
| `journal` | who changed what and when, and whether the chains of it are whole |
| `copies` | copies of the whole database, and checking it |
| `results` | what an assessment comes to, also under other settings of its roadmap |
| `plans` | plans kept under a name, and which of them is the plan |
| `curves` | what one more unit of capacity buys, reckoned in the background |
| `beside` | an assessment set beside an earlier one, for pages and files |
| `comparing` | two assessments side by side, several in a row, and what one can be compared with |
| `reports`, `report_orders` | the PDF; what is built before it is asked for |
| `frameworks` | which there are, checked, given out; questionnaires, printed |
| `layouts`, `layout_archives` | how what leaves the house looks, saved by name; in folders and archives |
| `documents` | files beside the PDF, of one snapshot |
| `answer_sheets` | answers on a sheet, for interviews without the app |
| `reach`, `interfaces` | how phones reach the app, and by which addresses of this machine |
| `projecting` | what is thrown on the wall of a room |
| `register` | the actions of the roadmap as the team has them |
| `running` | the steps of the plan as they are carried out, and what is due as a calendar |
| `sheets` | filled-in sheets read back; `sheet_rows`, `read_actions`, `read_steps`, `read_answers`, `answer_texts` |
| `verifying` | whether a file still says what its assessment comes to |
| `exchange` | export and import; `export_format`, `upload`, `carrying`, `importing` are its parts |
| `naming`, `signing`, `believing` | names beside a document, the signature of a sign-off, what an import is here |
| `erasing` | a person erased: where they are named, what goes, which files still hold the name |
| `versions` | bringing an assessment to another version of its framework |
| `repository`, `drafts` | what all of them stand on: reading, and the one door through which entries are changed |
| `computing`, `summaries` | results, once for each state of an assessment; the lines of lists, kept beside it |
| `conflicts` | what somebody is told who saves second: what it is, and both values |
| `surveys`, `survey_taking` | how far a survey is, taking in what waits sealed in it; what is overtaken |
| `survey_sheets` | what one person is asked in a survey, for whoever holds their token |
| `questions`, `history` | what one person is asked, and how far they are; what became of an answer |
| `validation`, `references`, `limits` | is it valid, does what it names exist, is there room for it |
| `csv_file` | a table of a view for a spreadsheet |
| `jobs`, `job_runner`, `job_states` | long tasks that end in a PDF, found from every process; those of this one |
| `identity` | ids that say nothing about what they name |
"""
