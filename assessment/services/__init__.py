"""The use cases: what pages, routes and the command line may do.

Each service is a class whose public methods carry an `operation` name and the permission it needs, take the Actor
first, authorise before anything else, and open their own transaction. `open_plumbline` gives them all.
"""
