"""The report's content: computed results become a frozen document that templates only print.

`build.build_document` makes a `model.ReportDocument`. Nothing is imported here, so that the process that prints need
not load what computes and draws.
"""
