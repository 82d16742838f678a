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
  # We run in a session of our own, out of reach of the terminal's Ctrl-C and of a kill of the whole
  # process group. Where there is no setsid, the server at least gets a group of its own.
  command -v setsid >/dev/null || set -m
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
