#!/usr/bin/env bash
# Builds Latchkey with warnings as errors and runs all its tests, from nothing but a checkout.
#
#   packaging/test.sh [PRESET]      release (the default), debug, asan, tsan
#
# The exit status is the tests'.
set -euo pipefail

case ${1-} in
-h | --help)
    sed -n '2,/^set/{/^#/!d;s/^# \{0,1\}//;p}' "$0"
    exit 0
    ;;
-*)
    echo "test: there is no option \"$1\"; see $0 --help" >&2
    exit 2
    ;;
esac
preset=${1:-release}
cd "$(dirname "$0")/.."

packaging/install-deps.sh build test
cmake --preset "$preset" -DLATCHKEY_WERROR=ON -DBUILD_TESTING=ON
cmake --build --preset "$preset" --parallel "$(nproc)"

SECONDS=0
status=0
ctest --preset "$preset" --parallel "$(nproc)" || status=$?
if [[ $status -eq 0 ]]; then
    echo "test: every test of preset $preset passed, in $SECONDS s"
else
    echo "test: tests of preset $preset FAILED (listed above), in $SECONDS s" >&2
    echo "      again, only those: ctest --preset $preset --rerun-failed" >&2
fi
exit "$status"
