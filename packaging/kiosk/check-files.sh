#!/usr/bin/env bash
# Keeps what the system reads true: the desktop entry, the AppStream description and the systemd units are valid.
#
#   packaging/kiosk/check-files.sh BIN_DIR      where the programs are
set -euo pipefail

bin=$(realpath "${1:?usage: $0 BIN_DIR}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

desktop-file-validate --no-hints "$here/org.latchkey.Kiosk.desktop"
appstreamcli validate --no-net "$here/org.latchkey.Kiosk.metainfo.xml"

if command -v systemd-analyze >/dev/null; then
    # It wants the programs to be where they will be after the installation.
    for unit in "$here"/*.service "$here"/../systemd/*.service; do
        sed -e "s|=latchkey-kiosk-session|=$here/latchkey-kiosk-session|" -e "s|=latchkey-server|=$bin/latchkey-server|" \
            "$unit" >"$scratch/${unit##*/}"
    done
    # A unit of another package that ours asks for, and that is missing on the machine that builds.
    printf '[Service]\nExecStart=/bin/true\n' >"$scratch/seatd.service"
    for unit in "$scratch"/latchkey-*.service; do
        # Only what it says about ours.
        complaints=$(systemd-analyze verify --man=no "$unit" 2>&1 | grep -F "${unit##*/}" || true)
        [[ -z $complaints ]] || { echo "check-files: $complaints" >&2; exit 1; }
    done
fi
echo "check-files: the desktop entry, the description and the units are valid"
