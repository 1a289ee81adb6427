#!/usr/bin/env bash
# Runs a command on a network of its own: loopback, which also carries multicast, and a /run of its own for the
# daemons that it starts. Nothing in it reaches any other network, and no port is anybody else's.
#
#   own_network.sh COMMAND [ARGUMENT]...
#
# Where the machine does not allow that (a container without the right), the command runs without, and finds the
# reason in LATCHKEY_NO_NETWORK.
set -euo pipefail

if [[ ${1:-} == --inside ]]; then
    shift
    ip link set lo up multicast on
    mount -t tmpfs none /run
    LATCHKEY_OWN_NETWORK=1 exec "$@"
fi

isolated=(unshare --net --mount --propagation private)
[[ $EUID -eq 0 ]] || isolated+=(--map-root-user)
if reason=$("${isolated[@]}" mount -t tmpfs none /run 2>&1); then
    exec "${isolated[@]}" "$0" --inside "$@"
fi
LATCHKEY_NO_NETWORK=$reason exec "$@"
