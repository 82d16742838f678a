# Runs or adopts one PostgreSQL and stops it when the process that holds our standard input dies.
# Arguments: cluster directory, pid to adopt or "start", then the command to start.
# Standard input takes orders, one a line: INT (fast shutdown), QUIT (immediate, as in a crash).
cluster=$1
server=$2
shift 2
exec 3<&0 </dev/null
trap '' INT HUP

# postmaster.pid still naming the server shows that the pid was not given to somebody else.
stop() {
  { read -r current <"$cluster/postmaster.pid"; } 2>/dev/null
  if [ "$current" = "$server" ]; then kill "-$1" "$server" 2>/dev/null; fi
}

obey() {
  while read -r order <&3; do stop "$order"; done
  stop INT
  sleep 10
  stop QUIT
}

if [ "$server" = start ]; then
  # A session of its own keeps the terminal's Ctrl-C away from the server.
  if command -v setsid >/dev/null; then set -- setsid "$@"; fi
  "$@" 3<&- &
  server=$!
  obey &
  obeying=$!
  wait "$server"
  result=$?
  kill "$obeying" 2>/dev/null
  exit "$result"
fi
obey
