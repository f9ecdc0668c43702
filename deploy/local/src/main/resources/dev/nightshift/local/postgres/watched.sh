# Runs a PostgreSQL that ends with its parent: $1 is its log, the rest its command.
# Prints the process id of PostgreSQL; stops it when standard input ends, and only then.
trap '' TERM
log=$1
shift
exec 3<&0
"$@" </dev/null >>"$log" 2>&1 3<&- &
postgres=$!
echo "$postgres"
(
  while read -r _; do :; done <&3
  kill -INT "$postgres"
  tries=0
  while [ "$tries" -lt 40 ] && kill -0 "$postgres"; do
    sleep 0.2
    tries=$((tries + 1))
  done
  kill -QUIT "$postgres"
) >/dev/null 2>&1 &
watch=$!
exec 3<&- >/dev/null 2>&1
wait "$postgres"
code=$?
kill -KILL "$watch"
exit "$code"
