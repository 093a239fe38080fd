"""The process map drawn from its view: `screen` for pages (Altair), `paper` for the report (SVG), `names` for both.

Places run from 0 to 100 in the view; each drawing gives a row of boxes its own height. Nothing is imported here.
"""
