#!/usr/bin/env bash
# A cluster on this machine, to try out and to test: PostgreSQL, three servers, nginx in front of them, all on
# loopback and on Unix sockets. What dies is started again within a second, as a service manager would. Ctrl-C
# stops all of it.
#
#   packaging/cluster/run.sh [--port N] [--folder FOLDER] [--bin FOLDER]
#
#   --port N         where nginx listens on 127.0.0.1 (default: 8430; 0: on FOLDER/front alone, a Unix socket)
#   --folder FOLDER  where the data, the logs and the process numbers are kept (default: a new one in /tmp,
#                    removed in the end); the path has 60 characters at most
#   --bin FOLDER     where latchkey-server is (default: this checkout's build/release/bin)
#
# FOLDER/pids/NAME has the process number of postgres, node-1, node-2, node-3 and nginx: end one with kill -9
# and see that nothing is lost. It needs the Debian packages postgresql, nginx and curl.
set -euo pipefail

say() { printf '%s\n' "$*"; }
fail() {
    printf 'cluster: %s\n' "$1" >&2
    exit "${2:-1}"
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=$(cd "$here/../.." && pwd)/build/release/bin
port=8430
folder=
while [[ $# -gt 0 ]]; do
    case $1 in
    --port | --folder | --bin)
        [[ $# -gt 1 ]] || fail "$1 needs a value; see $0 --help" 2
        declare "${1#--}=$2"
        shift
        ;;
    -h | --help)
        sed -n '2,/^set/{/^#/!d;s/^# \{0,1\}//;p}' "$0"
        exit 0
        ;;
    *) fail "there is no option \"$1\"; see $0 --help" 2 ;;
    esac
    shift
done
[[ $port =~ ^[0-9]{1,5}$ && $((10#$port)) -le 65535 ]] || fail "--port: write a number from 0 to 65535" 2
port=$((10#$port))
[[ -x $bin/latchkey-server ]] || fail "there is no $bin/latchkey-server; build it, or say where it is with --bin"
nginx=$(PATH=$PATH:/usr/sbin command -v nginx) || fail "there is no nginx; install the package nginx"
command -v curl >/dev/null || fail "there is no curl; install the package curl"
postgres=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1) ||
    fail "there is no PostgreSQL; install the package postgresql"

url=http://127.0.0.1:$port
[[ $port -ne 0 ]] || url=http://localhost
scratch=
if [[ -z $folder ]]; then
    folder=$(mktemp -d /tmp/latchkey-cluster-XXXXXX)
    scratch=yes
fi
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
[[ ${#folder} -le 60 ]] || fail "the path $folder is too long for the sockets in it; take a shorter one" 2
mkdir -p "$folder/pids" "$folder/database" "$folder/nginx"

# PostgreSQL does not run as root, and nginx's workers leave root behind unless they are told not to.
as_postgres=()
nginx_user=
if [[ $EUID -eq 0 ]]; then
    as_postgres=(setpriv --reuid=postgres --regid=postgres --clear-groups)
    nginx_user='user root;'
    chmod 711 "$folder"
    chown postgres: "$folder/database"
fi

# ── What runs, by name ──────────────────────────────────────────────────────────────────────────────────────

names=(postgres node-1 node-2 node-3 nginx)

command_of() { # NAME; into the array command
    case $1 in
    postgres)
        command=("${as_postgres[@]}" "$postgres/postgres" -D "$folder/database/data" -c listen_addresses=
            -c "unix_socket_directories=$folder/database")
        ;;
    node-*)
        command=("$bin/latchkey-server" serve --listen "unix:$folder/$1" --public-url "$url"
            --database "postgresql://latchkey@${folder//\//%2F}%2Fdatabase/latchkey" --announce no
            --key-file "$folder/server.key" --log-format json)
        ;;
    nginx) command=("$nginx" -p "$folder/nginx" -e stderr -c "$folder/nginx/nginx.conf") ;;
    esac
}

declare -A pid_of=()

start() { # NAME
    local command
    command_of "$1"
    # In a session of its own: Ctrl-C is for this script.
    launch "$1" "${command[@]}"
}

launch() { # NAME COMMAND...
    local name=$1
    shift
    (cd "$folder" && exec setsid "$@" </dev/null >>"$folder/$name.log" 2>&1) &
    pid_of[$name]=$!
    printf '%s\n' "${pid_of[$name]}" >"$folder/pids/$name.new"
    mv "$folder/pids/$name.new" "$folder/pids/$name" # whoever reads it reads a whole number
}

stop() { # NAME SIGNAL
    [[ ${pid_of[$1]-} ]] || return 0
    kill "-$2" "${pid_of[$1]}" 2>/dev/null || return 0
    wait "${pid_of[$1]}" 2>/dev/null || true
}

stop_all() {
    trap - EXIT INT TERM HUP
    stop nginx TERM
    stop node-1 TERM
    stop node-2 TERM
    stop node-3 TERM
    stop postgres INT # "fast": it ends open connections
    [[ -z $scratch ]] || rm -rf "$folder"
}
trap stop_all EXIT
trap 'say; say "Stopping …"; exit 0' INT TERM HUP

# ── Once ────────────────────────────────────────────────────────────────────────────────────────────────────

if [[ ! -f $folder/database/data/PG_VERSION ]]; then
    "${as_postgres[@]}" "$postgres/initdb" --pgdata="$folder/database/data" --username=latchkey --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 >"$folder/initdb.log" || fail "initdb failed: see $folder/initdb.log"
fi

# A request that a server did not get is given to the next; one that it may have got is not sent again, unless
# it changes nothing.
cat >"$folder/nginx/nginx.conf" <<CONFIGURATION
$nginx_user
daemon off;
master_process off; # one process, so that to kill it ends it
pid $folder/nginx/pid;
error_log stderr warn;
events { worker_connections 4096; }
http {
    access_log off;
    client_body_temp_path $folder/nginx/body;
    proxy_temp_path $folder/nginx/proxy;
    fastcgi_temp_path $folder/nginx/fastcgi;
    uwsgi_temp_path $folder/nginx/uwsgi;
    scgi_temp_path $folder/nginx/scgi;
    upstream latchkey {
        server unix:$folder/node-1 max_fails=1 fail_timeout=1s;
        server unix:$folder/node-2 max_fails=1 fail_timeout=1s;
        server unix:$folder/node-3 max_fails=1 fail_timeout=1s;
        keepalive 64;
    }
    server {
        listen unix:$folder/front;
        $([[ $port -eq 0 ]] || say "listen 127.0.0.1:$port;")
        location / {
            proxy_pass http://latchkey;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
            proxy_read_timeout 60s;
        }
    }
}
CONFIGURATION

sql() { # DATABASE STATEMENT
    "${as_postgres[@]}" "$postgres/psql" -qAt -h "$folder/database" -U latchkey -d "$1" -c "$2"
}

await() { # WHAT COMMAND...
    local what=$1 tries
    shift
    for ((tries = 0; tries < 300; tries++)); do
        ! "$@" >/dev/null 2>&1 || return 0
        sleep 0.1
    done
    fail "$what does not come up; see the logs in $folder"
}

# A front that was killed leaves its socket behind, on which nginx does not listen again.
rm -f "$folder/front"
start postgres
await PostgreSQL sql postgres 'SELECT 1'
[[ $(sql postgres "SELECT 1 FROM pg_database WHERE datname = 'latchkey'") ]] ||
    sql postgres "CREATE DATABASE latchkey TEMPLATE template0 ENCODING 'UTF8'"
for name in node-1 node-2 node-3; do
    start "$name"
    await "$name" curl -sf --unix-socket "$folder/$name" http://localhost/api/health/ready
done
start nginx
await nginx curl -sf --unix-socket "$folder/front" http://localhost/api/health

say
say "Three servers on one PostgreSQL, nginx in front: $url/site/login"
say
say "  add a user:      $bin/latchkey-server user add 'Ada Lovelace' \\"
say "                       --database 'postgresql://latchkey@${folder//\//%2F}%2Fdatabase/latchkey'"
say "  ask one alone:   curl --unix-socket $folder/node-2 http://localhost/api/health/ready"
say "  kill one:        kill -9 \$(cat $folder/pids/node-1)        # or postgres; it is started again"
say "  the logs:        $folder/*.log"
say

# ── What dies is started again ──────────────────────────────────────────────────────────────────────────────

while sleep 0.3; do
    for name in "${names[@]}"; do
        kill -0 "${pid_of[$name]}" 2>/dev/null && continue
        say "$name has ended; starting it again"
        [[ $name != nginx ]] || rm -f "$folder/front"
        start "$name"
    done
done
