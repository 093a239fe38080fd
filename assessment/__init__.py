"""Plumbline: maturity assessment and gap analysis for IT service management.

`domain` holds the method and is pure; `catalogue` reads questionnaires, `store` keeps answers,
`reporting` draws and prints; `services` are the use cases that pages, routes and the command line call.
"""
