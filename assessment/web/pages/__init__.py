"""Plain pages that stand outside the app.

| module | what |
|---|---|
| `answering` | what they have in common: a form with its mark, an error in words, a browser that is signed in |
| `signing_in` | the sign-in page |
| `company` | the way in through a company's own provider |
| `links` | a one-time link: a new account, or a new password |
| `own` | signing out, one's own password |
| `see` | whether a phone gets through, told to whoever leads the room |
| `files` | the style, the letters and the drawings of these pages |
"""
