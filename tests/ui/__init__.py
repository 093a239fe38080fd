"""Pages run on a real database, as a reader sees them."""
