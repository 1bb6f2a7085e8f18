#!/usr/bin/env bash
# A PostgreSQL 15 with pgvector for the tests and benchmarks, on a Debian machine: installs what is missing, starts a server of its own in a
# new folder and prints two lines: its connection string and the folder. `eng/postgres.sh stop FOLDER` ends it.
# Data is not synced to the disk: for tests only.
set -euo pipefail
version=15
bin=/usr/lib/postgresql/$version/bin
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }
# initdb refuses root.
as_owner() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

if [ "${1:-}" = stop ]; then
  as_owner "$bin/pg_ctl" -D "$2/data" -m immediate stop > /dev/null || true
  rm -rf "$2"
  exit
fi

install_postgres() {
  as_root mkdir -p /etc/postgresql-common
  echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf > /dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Acquire::Retries=3 \
    "postgresql-$version" "postgresql-server-dev-$version" gcc make libc6-dev curl ca-certificates
}

install_pgvector() { # Debian's source: bookworm has no package of it
  local build site
  build=$(mktemp -d)
  site=$(apt-get indextargets --format '$(SITE)' | head -n 1)
  curl -fsSL --retry 3 -o "$build/pgvector.tar.gz" "${site%/}/pool/main/p/pgvector/pgvector_0.8.0.orig.tar.gz"
  echo "867a2c328d4928a5a9d6f052cd3bc78c7d60228a9b914ad32aa3db88e9de27b0  $build/pgvector.tar.gz" | sha256sum -c --quiet
  tar -xzf "$build/pgvector.tar.gz" -C "$build" --strip-components 1
  make -s -C "$build" OPTFLAGS= with_llvm=no PG_CONFIG="$bin/pg_config"
  as_root make -s -C "$build" with_llvm=no PG_CONFIG="$bin/pg_config" install
  rm -rf "$build"
}

{
  if [ ! -x "$bin/initdb" ] || [ ! -e "/usr/share/postgresql/$version/extension/vector.control" ]; then
    as_root apt-get update -qq -o Acquire::Retries=3
    install_postgres
    install_pgvector
  fi
} >&2

folder=$(mktemp -d)
chmod 755 "$folder"
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
[ "$(id -u)" -ne 0 ] || chown postgres "$folder"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
(umask 077; echo "$password" > "$folder/password")
[ "$(id -u)" -ne 0 ] || chown postgres "$folder/password"
{
  as_owner "$bin/initdb" -D "$folder/data" -U app -A scram-sha-256 --pwfile="$folder/password" --locale=C.UTF-8 -E UTF8 --no-sync
  printf '%s\n' "listen_addresses = '127.0.0.1'" "port = $port" "unix_socket_directories = '$folder'" 'fsync = off' 'max_connections = 300' 'shared_buffers = 512MB' |
    as_owner tee -a "$folder/data/postgresql.conf" > /dev/null
  as_owner "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" start
  PGPASSWORD=$password "$bin/psql" -h 127.0.0.1 -p "$port" -U app -d postgres -qc 'CREATE DATABASE assistant' -c '\connect assistant' -c 'CREATE EXTENSION vector'
} >&2 < /dev/null
echo "Host=127.0.0.1;Port=$port;Database=assistant;Username=app;Password=$password"
echo "$folder"
