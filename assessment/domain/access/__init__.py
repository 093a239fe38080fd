"""Who may do what: accounts, the access roles they are given, and what each access role permits.

| module | what |
|---|---|
| `account` | accounts, what they were given, sign-ins, one-time links |
| `permissions` | what each access role permits |
| `held` | everything an account was given, and where it holds |
"""
