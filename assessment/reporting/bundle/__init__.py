"""One HTML file that holds it all and asks for nothing: for somebody who reads and has no Plumbline.

| module | what |
|---|---|
| `contents` | which views, in which order |
| `stylesheet` | colours of both schemes, fonts and layout as one style sheet |
| `page` | the file: template, style sheet and the rule that forbids everything else |
"""

from assessment.reporting.bundle.page import bundle_bytes

__all__ = ["bundle_bytes"]
