#!/usr/bin/env bash
# Tries Latchkey out: installs what is missing, builds, starts a server for this network and a display client
# on this machine, and says what to do next. Ctrl-C stops both.
#
#   packaging/run.sh [--port N] [--kiosk] [--no-build]
#
#   --port N      listen on port N on every network (default: LATCHKEY_LISTEN or server.toml, else 8420)
#   --kiosk       the display client on the full screen, as in a lobby, instead of in a window
#   --no-build    start what was built before
#
# Without a display the QR code is shown in this terminal. Settings come from the environment and from
# server.toml and kiosk.toml as always; see packaging/README.md.
set -euo pipefail

say() { printf '%s\n' "$*"; }
fail() {
    printf 'run: %s\n' "$1" >&2
    exit "${2:-1}"
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=$(dirname "$here")/build/release/bin
port=
full_screen=
build=yes
while [[ $# -gt 0 ]]; do
    case $1 in
    --port | --port=*)
        if [[ $1 == *=* ]]; then port=${1#*=}; else port=${2-} && shift; fi
        [[ $port =~ ^[0-9]{1,5}$ && $((10#$port)) -le 65535 ]] ||
            fail "--port: write a number from 0 to 65535 (0: any that is free)" 2
        port=$((10#$port))
        ;;
    --kiosk) full_screen=yes ;;
    --no-build) build= ;;
    -h | --help)
        sed -n '2,/^set/{/^#/!d;s/^# \{0,1\}//;p}' "$0"
        exit 0
        ;;
    *) fail "there is no option \"$1\"; see $0 --help" 2 ;;
    esac
    shift
done

# ── Install and build ───────────────────────────────────────────────────────────────────────────────────────

if [[ $build ]]; then
    "$here/install-deps.sh" build run
    (cd "$here/.." &&
        cmake --preset release -DBUILD_TESTING=OFF >/dev/null && # which want more installed than this does
        cmake --build --preset release --parallel "$(nproc)" \
            --target latchkey-server latchkey-kiosk latchkey-phone)
fi
if [[ ! -x $bin/latchkey-server || ! -x $bin/latchkey-kiosk ]]; then
    fail "nothing has been built yet; run it once without --no-build"
fi

# ── Stop what was started, and only that ────────────────────────────────────────────────────────────────────

server_pid=
kiosk_pid=
logs=$(mktemp -d "${TMPDIR:-/tmp}/latchkey.XXXXXX")

stop() { # PID; asks, and insists after 10 s
    local tries
    [[ $1 ]] && kill -TERM "$1" 2>/dev/null || return 0
    for ((tries = 0; tries < 100; tries++)); do
        kill -0 "$1" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

finish() {
    local status=$?
    trap '' INT TERM HUP
    stop "$kiosk_pid" # first, so that it can end its session at the server
    stop "$server_pid"
    rm -rf "$logs"
    exit "$status"
}
trap finish EXIT
trap 'say; say "Stopping …"; exit 0' INT TERM HUP

# ── The server ──────────────────────────────────────────────────────────────────────────────────────────────

# In a session of its own: Ctrl-C is for this script, which stops the display client before the server.
arguments=(--log-format text --log-level info)
[[ -z $port ]] || arguments+=(--listen "0.0.0.0:$port")
: >"$logs/server"
setsid "$bin/latchkey-server" serve "${arguments[@]}" </dev/null 2>"$logs/server" &
server_pid=$!

logged() { # EVENT FIELD; that field's value in the server's first such line
    local line
    line=$(grep -m1 " $1 " "$logs/server") || return 0
    if [[ $line =~ \ $2=\"([^\"]*)\" || $line =~ \ $2=([^\ ]*) ]]; then say "${BASH_REMATCH[1]}"; fi
}

for ((tries = 0; tries < 300; tries++)); do
    grep -q ' server\.listening ' "$logs/server" && break
    kill -0 "$server_pid" 2>/dev/null || break
    sleep 0.1
done
if ! grep -q ' server\.listening ' "$logs/server"; then
    cat "$logs/server" >&2
    ! grep -qi 'in use' "$logs/server" ||
        fail "another program has that port, perhaps a Latchkey that still runs; stop it or choose another with --port N"
    fail "the server did not start"
fi
phones_open=$(logged server.started phones_open)
address=$(logged server.listening address)
database=$(logged server.started database)
case $address in # from this machine
0.0.0.0:*) local_url=http://127.0.0.1:${address##*:} ;;
'[::]:'*) local_url="http://[::1]:${address##*:}" ;;
unix:*) local_url=$phones_open ;;
*) local_url=http://$address ;;
esac
[[ -z $(logged tls.certificate names) ]] || local_url=$phones_open # which has a name of the certificate

# ── What to do with it ──────────────────────────────────────────────────────────────────────────────────────

place=display
[[ ${DISPLAY-}${WAYLAND_DISPLAY-} ]] || place=terminal

# A command as it can be pasted into another terminal, which may stand elsewhere and lack this environment.
command_line() { # PROGRAM ARGUMENTS
    local program=$1
    shift
    printf '     %q %s' "$bin/$program" "$*"
    if [[ $program == latchkey-server && ${LATCHKEY_DATABASE-}${LATCHKEY_CONFIG-}${STATE_DIRECTORY-} ]]; then
        printf ' --database %q' "$database"
    fi
    say
}

explain() {
    say
    say "Latchkey runs. Phones on this network open  $phones_open"
    grep -E '^[^ ]+ (warning|error) ' "$logs/server" | cut -d ' ' -f 2- | sed 's/^/  /' || true
    say
    say "To sign in with a phone:"
    say "  1. Add somebody, in another terminal, and open the link that this prints on the phone (or scan its code):"
    command_line latchkey-server user add "'Ada Lovelace'"
    say "  2. Scan the code that the screen shows with the phone's camera."
    say
    say "Without a phone at hand, latchkey-phone is a wallet:"
    say "  1. Make a key (once):"
    command_line latchkey-phone key new
    say "  2. Enrol it for somebody (once):"
    # shellcheck disable=SC2016 # for the other terminal to expand
    command_line latchkey-server device add "'Ada Lovelace'" --address \
        "\"\$($(printf '%q' "$bin/latchkey-phone") key show | awk '\$1 == \"p2pkh\" { print \$2 }')\""
    if [[ $place == terminal ]]; then
        say "  3. Approve the code, with the address that is printed below it:"
        command_line latchkey-phone approve "'http://…'"
    elif [[ ${WAYLAND_DISPLAY-} ]]; then
        say "  3. Take a screenshot of the code and approve it (on Wayland no program may look by itself):"
        command_line latchkey-phone approve --image SCREENSHOT.png
    else
        say "  3. Approve the code that the screen shows:"
        command_line latchkey-phone approve --screen
    fi
    say
    say "The server's log: $logs/server"
    say "Ctrl-C stops both."
    if [[ $place == display && $full_screen ]]; then
        say "It takes the whole screen: where this terminal is behind it, do that from another machine or text console:"
        say "     kill $$"
    fi
    say
}
explain

# ── The display client ──────────────────────────────────────────────────────────────────────────────────────

arguments=(--server "$local_url" --log-format text)
if [[ $place == terminal ]]; then
    say "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY), so this terminal shows the code."
    if [[ -t 0 && -t 1 ]]; then
        read -rp "Press Enter to show it in place of these lines. " || say
    fi
    arguments+=(--terminal)
elif [[ ! $full_screen ]]; then
    arguments+=(--windowed)
fi

exec 3<&0 # what runs in the background would get an empty standard input
"$bin/latchkey-kiosk" "${arguments[@]}" <&3 2>"$logs/kiosk" &
kiosk_pid=$!
status=0
ended=
wait -n -p ended "$kiosk_pid" "$server_pid" || status=$?
if [[ $ended == "$server_pid" ]]; then
    server_pid=
    stop "$kiosk_pid"
    kiosk_pid=
    tail -n 5 "$logs/server" >&2
    fail "the server stopped (status $status)"
fi
kiosk_pid=
if [[ $status -ne 0 ]]; then
    cat "$logs/kiosk" >&2
    [[ $place == terminal ]] || say "If that display cannot be used: env -u DISPLAY -u WAYLAND_DISPLAY $0" >&2
    fail "the display client stopped (status $status)"
fi
say "The display client was closed; stopping the server …"
