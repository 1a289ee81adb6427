#!/usr/bin/env bash
# Keeps server.toml, kiosk.toml and tiles.toml true: the programs accept them; the settings' samples name every
# setting there is, no other, each at its default; the tiles' sample uses every key, and names every icon.
#
#   packaging/check-samples.sh BIN_DIR      where latchkey-server and latchkey-kiosk are
set -euo pipefail

bin=${1:?usage: $0 BIN_DIR}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
wrong=0

# The settings in force with this file alone, without where each comes from.
settings() { # PROGRAM FILE
    env -i PATH="$PATH" STATE_DIRECTORY=/var/lib/latchkey \
        "$bin/latchkey-$1" config check --config "$2" | sed 's/  # .*//; /^# /d'
}

same() { # PROGRAM WHAT EXPECTED ACTUAL
    diff -u --label expected --label "$1.toml" "$3" "$4" && return
    echo "check-samples: $1.toml: $2" >&2
    wrong=1
}

: >"$scratch/none.toml"
for program in server kiosk; do
    sample=$here/$program.toml
    settings "$program" "$scratch/none.toml" >"$scratch/default"
    settings "$program" "$sample" >"$scratch/as_it_is"
    same "$program" "as it is, it changes a setting" "$scratch/default" "$scratch/as_it_is"

    sed 's/ = .*//' "$scratch/default" | sort >"$scratch/settings"
    sed -n 's/^# \([a-z_]*\) = .*/\1/p' "$sample" | sort >"$scratch/named"
    same "$program" "it has to name each setting once" "$scratch/settings" "$scratch/named"

    sed 's/^# \([a-z_]* = \)/\1/' "$sample" >"$scratch/$program.toml"
    settings "$program" "$scratch/$program.toml" >"$scratch/uncommented"
    same "$program" "a commented value is not the default" "$scratch/default" "$scratch/uncommented"
done

check_tiles() { # FILE
    env -i PATH="$PATH" STATE_DIRECTORY=/var/lib/latchkey \
        "$bin/latchkey-server" config check --config "$scratch/none.toml" --tiles-file "$1"
}
check_tiles "$here/tiles.toml" >/dev/null
# The program's own words for the icons that there are.
printf '[[tile]]\ntitle = "a"\nicon = "none of ours"\n' >"$scratch/tiles.toml"
{ check_tiles "$scratch/tiles.toml" || true; } 2>&1 |
    sed -n 's/.*write one of: //p' | sed 's/, /\n/g' | sort >"$scratch/icons"
sed -n "/^# The icons/,\$ s/^#   \\([a-z]*\\) .*/\\1/p" "$here/tiles.toml" | sort >"$scratch/named"
same tiles "it has to name each icon once" "$scratch/icons" "$scratch/named"
[[ $wrong -eq 0 ]] && echo "check-samples: the samples name every setting at its default, and every icon"
