"""Whole ways through the app in a real browser, against a real server and database."""
