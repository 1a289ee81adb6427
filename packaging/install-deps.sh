#!/usr/bin/env bash
# Installs what Latchkey needs, from Debian 12's packages only. With everything there it changes nothing and
# asks no network.
#
#   packaging/install-deps.sh [build|run|test]...      default: build test
#
# The one list of what that is. COMMAND=PACKAGE: only where there is no such command, since a machine may have a
# newer one from elsewhere.

# To compile it and its tests.
build=(
    cmake               # 3.25 or newer
    ninja-build         # the presets' generator
    g++                 # C++20
    pkgconf             # finds the libraries that have no CMake package
    qt6-base-dev        # Qt Core, DBus, Gui, Network, Widgets, Test
    qt6-svg-dev         # ... and Svg
    qt6-tools-dev       # the display's translations ...
    qt6-l10n-tools      # ... and the program that compiles them
    libqrcodegencpp-dev # the QR code's modules
    libcpp-httplib-dev  # HTTP
    libssl-dev          # TLS, HMAC, hashes
    nlohmann-json3-dev  # JSON
    libsoci-dev         # SQL
    libboost-dev        # SOCI's headers include Boost's
    libsqlite3-dev      # the database: a file ...
    libpq-dev           # ... or a PostgreSQL server
    libsecp256k1-dev    # signatures
    libfido2-dev        # passkeys
    libargon2-dev       # the operator's PIN
    libcli11-dev        # command lines
    libtomlplusplus-dev # configuration files
    libspdlog-dev       # the log
    prometheus-cpp-dev  # the metrics' text format
    libavahi-client-dev # the server announces itself
    libsystemd-dev      # the kiosk tells the service manager how it is, which hands the server its sockets
    libzbar-dev         # latchkey-phone and the tests read QR codes with it
    libyaml-cpp-dev     # a test reads the alert rules
    node=nodejs         # bundles the phone's pages ...
    npm=npm             # ... with what their lock file names
)

# To run the programs where they were not built, as they should look.
run=(
    libqt6widgets6       # latchkey-kiosk
    libqt6svg6           # latchkey-kiosk
    libqt6dbus6          # latchkey-kiosk
    libqt6network6       # latchkey-kiosk, latchkey-phone
    libqrcodegencpp1     #
    libcpp-httplib0.11   # latchkey-server
    libssl3              #
    libsoci-core4.0      # latchkey-server
    libsoci-sqlite3-4.0  # latchkey-server
    libsoci-postgresql4.0 # latchkey-server
    libpq5               # latchkey-server
    libsecp256k1-1       # latchkey-server, latchkey-phone
    libfido2-1           # latchkey-server
    libargon2-1          # latchkey-kiosk
    libavahi-client3     # latchkey-server
    avahi-daemon         # kiosks find their server through it
    libprometheus-cpp-core1.0 # latchkey-server
    libspdlog1.10        #
    libtomlplusplus3     #
    libsystemd0          #
    libzbar0             # latchkey-phone
    qt6-wayland          # latchkey-kiosk on a Wayland display
    fonts-inter          # the display's typeface ...
    fonts-noto-core      # ... and those of the languages that it lacks ...
    fonts-noto-cjk       # ... and of Chinese and Japanese
    ca-certificates      # to know an https server
)

# To run the tests, besides what they are compiled with.
test=(
    nginx               # what stands in front of several servers ...
    curl                # ... and who asks whether they are ready
    postgresql          # a server of their own for the tests of the database
    fonts-inter         # what the display is measured with
    fonts-noto-core     # the pages' languages, as phones show them ...
    fonts-noto-cjk      # ... and the Chinese and Japanese of them
    xvfb                # a display for the kiosk ...
    xauth               # ... that xvfb-run, and the session script, keep to themselves ...
    xinit               # ... started as on a lobby terminal without Wayland ...
    xdotool             # ... hands to press its buttons ...
    dbus-daemon         # a desktop for the kiosk to ask ...
    at-spi2-core        # ... the bus that screen readers listen to ...
    avahi-daemon        # ... a network that servers announce themselves on ...
    iproute2            # ... of its own
    imagemagick         # ... eyes to see it ...
    tesseract-ocr       # ... and to read it
    xserver-xorg-core   # several screens for the kiosk ...
    xserver-xorg-video-dummy # ... without a panel ...
    x11-xserver-utils   # ... plugged in and pulled out
    cage                # the same on Wayland: the compositor of a lobby terminal ...
    xwayland            # ... without which that does not start ...
    qt6-wayland         # ... and Qt's half of it
    desktop-file-utils  # checks the desktop entry ...
    appstream           # ... and the AppStream description
    node=nodejs         # drives the phone pages ...
    npm=npm             # ... with what their lock file names ...
    chromium=chromium   # ... in a browser
)
# The list ends here.

set -euo pipefail

fail() {
    echo "install-deps: $1" >&2
    exit "${2:-1}"
}

installed() { # PACKAGE or COMMAND=PACKAGE
    case $1 in
    *=*) command -v "${1%%=*}" >/dev/null ;;
    *) [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]] ;;
    esac
}

groups=()
for argument in "$@"; do
    case $argument in
    build | run | test) groups+=("$argument") ;;
    -h | --help)
        sed -n '2,/^$/{/^#/!d;s/^# \{0,1\}//;/^The one list/d;p}' "$0"
        exit 0
        ;;
    *) fail "\"$argument\" is no group; write build, run or test" 2 ;;
    esac
done
[[ ${#groups[@]} -gt 0 ]] || groups=(build test)
command -v dpkg-query >/dev/null ||
    fail "this is no Debian; see the list at the top of $0 for what to install by hand"

entries=()
for group in "${groups[@]}"; do
    case $group in
    build) entries+=("${build[@]}") ;;
    run) entries+=("${run[@]}") ;;
    test) entries+=("${test[@]}") ;;
    esac
done
missing=()
for entry in "${entries[@]}"; do
    package=${entry##*=}
    installed "$entry" || [[ " ${missing[*]} " == *" $package "* ]] || missing+=("$package")
done
if [[ ${#missing[@]} -eq 0 ]]; then
    echo "install-deps: everything to ${groups[*]} is here"
    exit 0
fi

echo "install-deps: to ${groups[*]}, installing ${missing[*]}"
as_root=()
if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null ||
        fail "only root may install packages and there is no sudo; run as root: apt-get install ${missing[*]}"
    as_root=(sudo)
fi
"${as_root[@]}" apt-get -q update ||
    echo "install-deps: some package lists could not be fetched; going on with those there are" >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y --no-install-recommends install "${missing[@]}"
