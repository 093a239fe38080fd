#!/usr/bin/env bash
# Makes the environment ready: prepare.sh run | test. Installs only what is missing; says in one sentence what it cannot.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-run}
uv_version=0.13.9

say() { printf 'plumbline: %s\n' "$*"; }

python=""
for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
  if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    python=$candidate
    break
  fi
done
if [ -z "$python" ]; then
  say "Python 3.11 or later is needed; install it (Debian 12: apt-get install python3) and try again."
  exit 1
fi

missing=()
has_library() { ldconfig -p 2>/dev/null | grep -q "$1"; }
has_library libpango-1.0.so.0 || missing+=(libpango-1.0-0)
has_library libpangoft2-1.0.so.0 || missing+=(libpangoft2-1.0-0)
has_library libharfbuzz-subset.so.0 || missing+=(libharfbuzz-subset0)
ls /usr/share/fonts/truetype/dejavu/*.ttf >/dev/null 2>&1 || missing+=(fonts-dejavu-core)  # letters Source Sans 3 lacks
"$python" -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
if [ "$purpose" = test ]; then
  command -v chromium >/dev/null 2>&1 || missing+=(chromium)
  command -v pdftoppm >/dev/null 2>&1 || missing+=(poppler-utils)
  command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] || missing+=(nginx-light)
  { command -v pg_ctl >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1; } || missing+=(postgresql)
  command -v node >/dev/null 2>&1 || missing+=(nodejs)  # runs the company sign-in that tests sign in at
  command -v npm >/dev/null 2>&1 || missing+=(npm)
fi
if [ ${#missing[@]} -gt 0 ]; then
  install="apt-get install -y --no-install-recommends ${missing[*]}"
  if ! command -v apt-get >/dev/null 2>&1; then
    say "These are missing and this is not Debian: ${missing[*]}. Install their like and try again."
    exit 1
  elif [ "$(id -u)" = 0 ]; then
    as_root=""
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
  else
    say "These Debian packages are missing and you may not install them: ${missing[*]}. Ask an administrator to run: $install"
    exit 1
  fi
  say "installing Debian packages: ${missing[*]}"
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null
  $as_root env DEBIAN_FRONTEND=noninteractive $install -qq >/dev/null
fi

locked=requirements.lock
[ "$purpose" = test ] && locked=requirements-dev.lock
stamp=.venv/.prepared-$purpose
wanted=$(cat "$locked" "$0" | sha256sum)
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
  say "installing Python packages into .venv"
  [ -x .venv/bin/python ] || "$python" -m venv .venv
  .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip >/dev/null
  .venv/bin/python -m uv --version 2>/dev/null | grep -q "uv $uv_version" \
    || .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$uv_version"
  .venv/bin/python -m uv pip install --quiet --python .venv/bin/python -r "$locked"
  printf '%s' "$wanted" >"$stamp"
fi

if [ "$purpose" = test ]; then
  provider=.venv/provider
  if ! cmp -s tests/provider/package-lock.json $provider/package-lock.json; then
    say "installing the company sign-in that tests sign in at into $provider"
    rm -rf $provider $provider.new && mkdir -p $provider.new
    cp tests/provider/package.json tests/provider/package-lock.json $provider.new
    if (cd $provider.new && npm ci --ignore-scripts --no-audit --no-fund --silent); then
      mv $provider.new $provider
    else
      say "npm could not install it; the tests that need it will fail and say so."
    fi
  fi
fi
