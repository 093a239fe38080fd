"""A company's sign-in for tests: a real OpenID Connect provider (npm's oidc-provider) on loopback.

package.json   what `scripts/prepare.sh test` installs, into .venv/provider
provider.mjs   the provider
running.py     starts it, and walks through its pages as a person would
"""
