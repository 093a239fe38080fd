"""Maturity against importance drawn from its view: `screen` for pages (Altair), `paper` for the report (SVG).

The view says where dots and labels stand, in ems and rows. Nothing is imported here.
"""
