"""Pictures and paper: what is computed, drawn for screen and print. Knows the domain; no store, service or page."""
