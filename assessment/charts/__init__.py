"""Charts for screen and print, each drawn from a view: it reads values, texts and styles there and says nothing itself.

`theme` is light, dark or print. A chart on screen carries the finding of its view as title and what is measured as
subtitle; on paper the page sets both. Charts on screen take the width of their container:
`st.vega_lite_chart(spec=specification(chart), theme=None)`. Nothing is imported here: what draws for paper alone does
not wait for Altair.
"""
