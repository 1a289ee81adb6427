#!/usr/bin/env bash
# Runs a command on a network of its own: loopback, which also carries multicast, a /run of its own for the
# daemons that it starts, displays that nobody else has, and no authority that vouches for a certificate; where
# a test puts its own, LATCHKEY_OWN_AUTHORITIES says. Nothing in it reaches any other network, and no port is
# anybody else's.
#
#   own_network.sh COMMAND [ARGUMENT]...
#
# Where the machine does not allow that (a container without the right), the command runs without, and finds the
# reason in LATCHKEY_NO_NETWORK.
set -euo pipefail

if [[ ${1:-} == --inside ]]; then
    shift
    ip link set lo up multicast on
    displays=/tmp/.X11-unix
    authorities=/etc/ssl/certs # of Debian's OpenSSL, and of Qt
    mkdir -p -m 1777 "$displays" # as X servers make it
    mount -t tmpfs none /run
    mount -t tmpfs -o mode=1777 none "$displays"
    mount -t tmpfs none "$authorities"
    LATCHKEY_OWN_NETWORK=1 LATCHKEY_OWN_AUTHORITIES=$authorities exec "$@"
fi

isolated=(unshare --net --mount --propagation private)
[[ $EUID -eq 0 ]] || isolated+=(--map-root-user)
if reason=$("${isolated[@]}" mount -t tmpfs none /run 2>&1); then
    exec "${isolated[@]}" "$0" --inside "$@"
fi
LATCHKEY_NO_NETWORK=$reason exec "$@"
