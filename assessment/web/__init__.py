"""Who is let in, own routes beside the pages, and what begins and ends with the app.

| module | what |
|---|---|
| `access`, `gate`, `refusing` | how the app may be reached; who is let through; how somebody is turned away |
| `guards`, `headers`, `uploads` | what stands in front of the app, from the outside in |
| `routes`, `pages` | own routes, and which are open to strangers; plain pages that stand outside the app |
| `rendering`, `forms`, `cookies` | a page from its template; what it sends; what a browser keeps |
| `projector` | the wall for the second screen |
| `phone` | the page of a phone |
| `phones_server` | a server for phones alone, while the app is for this machine alone |
| `lifespan` | opens the database once, keeps house meanwhile, closes it |
"""
