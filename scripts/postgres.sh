#!/usr/bin/env bash
# postgres.sh start|stop DIR
#
# A PostgreSQL server to throw away, for the tests: everything of it lies in DIR, which `start` makes
# and `stop` deletes. It listens on the loopback address alone, on a port that is free, and needs
# Debian's package postgresql-15 but no service of the system. `start` prints the connection text;
# the tests take it from ANNALS_TEST_POSTGRES.
#
#   export ANNALS_TEST_POSTGRES="$(scripts/postgres.sh start DIR)"
#   scripts/postgres.sh stop DIR
set -euo pipefail
scripts=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"

usage() { printf 'usage: %s start|stop DIR\n' "$0" >&2; exit 64; }
[ $# -eq 2 ] || usage
action=$1
mkdir -p "$(dirname "$2")"
folder=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")

programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin -type d 2>/dev/null | sort -V | tail -n 1)
[ -n "$programs" ] || fail "there is no PostgreSQL here; install postgresql-15"

# The server refuses to run as root, so root hands it to the user that Debian's package makes.
as_server() {
  if [ "$(id -u)" -ne 0 ]; then (cd "$folder" && "$@")
  elif command -v setpriv >/dev/null; then
    (cd "$folder" && setpriv --reuid=postgres --regid=postgres --clear-groups \
      env HOME="$folder" LC_ALL=C.UTF-8 "$@")
  else (cd "$folder" && runuser -u postgres -- env HOME="$folder" LC_ALL=C.UTF-8 "$@")
  fi
}

say_log() { tail -n 20 "$folder"/*.log >&2 2>/dev/null || true; }

make_folder() {
  if [ -d "$folder" ]; then stop; fi
  mkdir -p "$folder"
  chmod 700 "$folder"
  if [ "$(id -u)" -eq 0 ]; then chown postgres: "$folder"; fi
  as_server test -w "$folder" 2>/dev/null || fail "the user postgres cannot reach $folder; name another folder"
}

make_cluster() {
  as_server "$programs/initdb" --pgdata="$folder/data" --username=owner --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 \
    || { say_log; fail "initdb failed"; }
  # One role needs a password, so that a wrong one can be tried.
  as_server tee "$folder/data/pg_hba.conf" >/dev/null <<'RULES'
local all all trust
host all annals_guarded 127.0.0.1/32 scram-sha-256
host all all 127.0.0.1/32 trust
RULES
}

# A port is only known to be free once the server has it.
start_server() {
  local port attempt
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    port=$((20000 + RANDOM % 20000))
    if as_server "$programs/pg_ctl" start --pgdata="$folder/data" --log="$folder/server.log" \
      --wait --timeout=60 --silent -o "-p $port -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories='' -c fsync=off -c full_page_writes=off \
        -c synchronous_commit=off -c max_connections=40 -c shared_buffers=32MB" \
      </dev/null >>"$folder/start.log" 2>&1; then
      printf '%s' "$port" >"$folder/port"
      return 0
    fi
    grep -q 'Address already in use' "$folder/server.log" || break
  done
  say_log
  fail "the server does not start (try $attempt)"
}

fill() {
  as_server "$programs/psql" --no-psqlrc --quiet --set=ON_ERROR_STOP=1 \
    --dbname="host=127.0.0.1 port=$(cat "$folder/port") user=owner dbname=postgres" \
    >"$folder/fill.log" 2>&1 <<'SQL' || { say_log; fail "the test data could not be loaded"; }
CREATE ROLE annals LOGIN;
CREATE ROLE annals_guarded LOGIN PASSWORD 'right-and-secret';
CREATE DATABASE annals OWNER annals;
\connect annals
SET ROLE annals;
CREATE TABLE mobility (
  id text PRIMARY KEY, direction text, heads integer, share double precision, cost numeric(10, 2),
  starts date, logged timestamp, is_virtual boolean, places text[], note text
);
INSERT INTO mobility VALUES
  ('mob-1', 'inbound', 12, 12.3, 1200.50, '2019-05-06', '2019-05-06 00:00:00', true,
   '{BG,"CN"}', 'Made-up data about no institution'),
  ('mob-2', 'outbound', NULL, 0.1, NULL, NULL, '2019-05-06 14:30:00', false, '{}', '名称'),
  ('mob-3', 'outbound', 0, 0.30000000000000004, 0, '2018-12-31', NULL, NULL, NULL, '');
CREATE FUNCTION write_one() RETURNS integer LANGUAGE sql AS
  $$ INSERT INTO mobility (id) VALUES ('written') RETURNING 1 $$;
SQL
}

start() {
  make_folder
  make_cluster
  start_server
  fill
  printf 'host=127.0.0.1 port=%s dbname=annals user=annals\n' "$(cat "$folder/port")"
}

stop() {
  if [ -f "$folder/data/postmaster.pid" ]; then
    as_server "$programs/pg_ctl" stop --pgdata="$folder/data" --mode=immediate --wait --silent \
      </dev/null >/dev/null 2>&1 || true
  fi
  # Nothing but what `start` made is deleted.
  [ ! -d "$folder/data" ] || rm -rf "$folder/data"
  rm -f "$folder"/{initdb,server,start,fill}.log "$folder/port"
  rmdir "$folder" 2>/dev/null || true
}

case $action in
  start) start ;;
  stop) stop ;;
  *) usage ;;
esac
