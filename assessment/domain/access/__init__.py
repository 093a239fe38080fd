"""Who may do what: accounts, the access roles they are given, and what each access role permits."""
