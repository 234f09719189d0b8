#!/bin/sh
# Finds a Python of 3.11 or newer and hands over to setup.py, which does the work.
# usage: scripts/setup.sh runtime|dev
set -eu
here=$(dirname "$0")
for python in "$here/../.venv/bin/python" python3.11 python3.12 python3.13 python3.14 python3 python; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$python" "$here/setup.py" "$@"
    fi
done
echo "No Python 3.11 or newer was found on the PATH. Install one (Debian, Ubuntu: apt install python3.11 python3.11-venv;" >&2
echo "Fedora: dnf install python3.11; macOS: brew install python@3.11) and run the same command again." >&2
exit 1
