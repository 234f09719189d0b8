#!/bin/sh
# Writes the lock files anew from pyproject.toml. Versions stay as they are where they still fit;
# `make lock UPGRADE=--upgrade` takes the newest. One lock serves every platform; the runtime lock binds the other.
set -eu
cd "$(dirname "$0")/.."
compile() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links ${UPGRADE:-} "$@" >/dev/null
}
compile pyproject.toml --output-file requirements.lock
compile pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock
echo uv | compile - --output-file requirements-uv.lock
