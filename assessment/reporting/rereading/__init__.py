"""Files that left the house, read back place by place, so that they can be compared with what they should say.

| module | what |
|---|---|
| `reread` | which kind a file is, its stamp, and its places |
| `archives` | a ZIP measured before anything of it is unpacked |
| `pdf`, `workbook`, `deck`, `csv_files`, `bundle` | the places of each kind |
"""

from assessment.reporting.rereading.reread import Reread, reread

__all__ = ["Reread", "reread"]
