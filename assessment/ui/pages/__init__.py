"""One page a file or folder, each with one `show()`: read state, call a service, empty state, draw."""
