#!/usr/bin/env bash
# Installs the programs that tests/clients try our files in. Quiet; may be run again; says what it could not install,
# and the tests that need it then skip with that reason.
set -u
cd "$(dirname "$0")/../.."

missing=()
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# Debian: program → package. A package that fails must not keep the others away.
wanted=()
while read -r program package; do
  command -v "$program" >/dev/null 2>&1 || wanted+=("$package")
done <<'LIST'
java default-jre-headless
basex basex
chromium chromium
xmllint libxml2-utils
npm npm
LIST
if [ "${#wanted[@]}" -gt 0 ]; then
  if command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get update -qq >/dev/null 2>&1
    for package in "${wanted[@]}"; do
      as_root apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 || missing+=("$package")
    done
  else
    missing+=("${wanted[@]}")
  fi
fi

# npm: into build/node_modules, all at once, because npm takes away what it was not asked for.
packages=(CETEIcean citeproc)
mkdir -p build
for package in "${packages[@]}"; do
  if [ ! -d "build/node_modules/$package" ]; then
    npm install --silent --no-save --no-package-lock --no-fund --no-audit --prefix build "${packages[@]}" >/dev/null 2>&1 ||
      missing+=("npm:$package")
    break
  fi
done

if [ "${#missing[@]}" -gt 0 ]; then
  echo "clients: could not install ${missing[*]}; their tests are skipped"
fi
exit 0
