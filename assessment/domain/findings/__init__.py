"""What follows from what was recorded around the processes: owners, transitions, technology, sourcing.

results.py       what each finding is: frozen facts
owners.py        processes without an owner, people with too many, authority that ends, readiness that stops a step
transitions.py   how far each transition has to go, and which processes carry it
technology.py    which tools to connect first, and which wait for a process to run them
sourcing.py      work of others that nobody holds, and what must hold before work moves
conditions.py    attributes and hand-offs of a process that are below L
placing.py       which step of the plan an action of a finding belongs to
whole.py         all findings of an assessment

None of it moves a number: findings are read from entries, results and plan. What nobody said is unknown and makes no
finding by itself. Every threshold is an own rule.
"""
