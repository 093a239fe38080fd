"""A company's sign-in for tests: a real OpenID Connect provider (npm's oidc-provider) on loopback.

package.json   what `scripts/prepare.sh test` installs, into .venv/provider
provider.mjs   the provider
pretended.py   a provider without a network, which answers as a test wants it to
running.py     starts it, and walks through its pages as a person would
"""
