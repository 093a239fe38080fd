"""Labels, hints and empty states of the pages, a module a page: what a page says that is not of the facts it shows."""
