#!/usr/bin/env bash
# Starts the stack three times as a newcomer does, in a fresh clone and (as root) without bubblewrap, and checks what
# starting and stopping promise. Takes a few minutes; prints one line per check and ends with "N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
clone=$work/nightshift
passed=0
failed=0

check() { # check "what" command...
    local what=$1
    shift
    if "$@"; then
        echo "ok    $what"
        passed=$((passed + 1))
    else
        echo "FAIL  $what"
        failed=$((failed + 1))
    fi
}

base=$((20000 + RANDOM % 900 * 10))
export NIGHTSHIFT_PORT=$base NIGHTSHIFT_KAFKA_PORT=$((base + 7)) NIGHTSHIFT_POSTGRES_PORT=$((base + 8))
export NIGHTSHIFT_SMTP_PORT=$((base + 9)) NIGHTSHIFT_ADMIN_PASSWORD="start and stop"
url=http://127.0.0.1:$NIGHTSHIFT_PORT
cookies=$work/cookies

start() {
    started=
    (cd "$clone" && exec setsid ./nightshift up >"$work/up.log" 2>&1) &
    up=$!
    local begin=$SECONDS
    until ready; do
        if ! kill -0 "$up" 2>/dev/null; then
            echo "up ended by itself:"
            tail -20 "$work/up.log"
            return 1
        fi
        if ((SECONDS - begin > 1500)); then
            tail -20 "$work/up.log"
            return 1
        fi
        sleep 0.2
    done
    took=$((SECONDS - begin))
}
ready() { (cd "$clone" && ./nightshift status --json 2>/dev/null) | grep -q '"ready" *: *true,'; }
processes() { # what up started and is still there, sandboxes included
    local known="$up $started" before=
    while [ "$known" != "$before" ]; do
        before=$known
        known=$(ps -eo pid=,ppid= | awk -v known="$known" '
            BEGIN { n = split(known, list, " "); for (i = 1; i <= n; i++) is[list[i]] = 1 }
            is[$1] || is[$2] { print $1 }' | sort -un | xargs)
    done
    echo "$known"
}
gone() {
    for _ in $(seq 100); do
        [ -z "$(processes)" ] && [ -z "$(listening)" ] && return 0
        sleep 0.2
    done
    processes | xargs -r ps -o pid,args -p
    listening
    return 1
}
listening() {
    python3 - "$NIGHTSHIFT_PORT" "$NIGHTSHIFT_KAFKA_PORT" "$NIGHTSHIFT_POSTGRES_PORT" "$NIGHTSHIFT_SMTP_PORT" $ports <<'PY'
import socket, sys
for port in sorted(set(map(int, sys.argv[1:]))):
    with socket.socket() as s:
        s.settimeout(0.5)
        if s.connect_ex(("127.0.0.1", port)) == 0:
            print("listening:", port)
PY
}
memory_mib() {
    local kib=0 pss pid
    for pid in $(processes); do
        pss=$(awk '/^Pss:/ {print $2}' "/proc/$pid/smaps_rollup" 2>/dev/null)
        kib=$((kib + ${pss:-0}))
    done
    echo $((kib / 1024))
}
sign_in() {
    curl -sf -c "$cookies" -H 'Content-Type: application/json' \
        -d "{\"username\":\"admin\",\"password\":\"$NIGHTSHIFT_ADMIN_PASSWORD\"}" "$url/auth/login"
}
api() { curl -sf -b "$cookies" -H 'Content-Type: application/json' "$@"; }
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }
run_is() { [ "$(api "$url/api/runs/$run" | field status)" = "$1" ]; }
await() {
    for _ in $(seq 100); do
        "$@" && return 0
        sleep 0.2
    done
    return 1
}
service_ports() { (cd "$clone" && ./nightshift status --json) | grep -o '"port" *: *[0-9]*' | grep -o '[0-9]*'; }

trap 'kill -9 -- -"$up" 2>/dev/null; rm -rf "$work"' EXIT
ports=
up=
started=
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get remove -y bubblewrap >/dev/null 2>&1
    check "bubblewrap is not installed" bash -c '! command -v bwrap >/dev/null'
fi
git clone -q "$root" "$clone" || exit 1

check "first: up in a fresh clone ends ready" start
echo "      ready after $took s, build included"
ports=$(service_ports)
check "bubblewrap was installed" command -v bwrap
check "sign in" sign_in
agent=$(api -d '{"name":"History","type":"user","model":"runbook","schedule":"manual","instructions":"```bash\necho kept\n```"}' \
    "$url/api/agents" | field id)
run=$(api -d '{}' "$url/api/agents/$agent/runs" | field runId)
check "a run completes" await run_is completed
mib=$(memory_mib)
check "proportional set size $mib MiB is under 2560" [ "$mib" -lt 2560 ]
started=$(processes)
echo "      $(echo "$started" | wc -w) processes"
kill -INT -- -"$up"
check "Ctrl-C leaves no process and no listening port" gone

check "second: up with everything built ends ready" start
check "ready within 30 s (took $took)" [ "$took" -le 30 ]
ports="$ports $(service_ports)"
started=$(processes)
kill -9 "$up" # up has become the launcher: it starts it by exec
check "kill -9 of the launcher leaves no process and no listening port" gone

check "third: up ends ready" start
ports="$ports $(service_ports)"
check "sign in again" sign_in
check "the earlier run is still there" run_is completed
started=$(processes)
echo "      $(echo "$started" | wc -w) processes"
started=$(processes)
kill -INT -- -"$up"
check "Ctrl-C leaves nothing" gone

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
