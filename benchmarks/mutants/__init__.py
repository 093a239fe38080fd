"""Shows that the tests can fail: small faults are put into the code one at a time, and some test should notice each."""
