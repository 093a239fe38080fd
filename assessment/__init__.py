"""Plumbline: maturity assessment and gap analysis for IT service management.

From the inside out: `domain` holds the method and is pure; `catalogue` reads frameworks and `store` keeps answers;
`services` are the use cases. `views` say what is shown, once; `charts` and `reporting` draw and print them. Pages
(`ui`), routes (`web`) and the command line (`cli`) call services and place views.
"""
