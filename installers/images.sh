#!/usr/bin/env bash
# Builds the app images of server and console with the JDK's own jpackage: a runtime of the modules that they need,
# their libraries, and an AOT cache trained with that very runtime. "images.sh build" builds, "images.sh try" starts
# and stops what was built. Needs the jars of both modules, and no objcopy: nothing is stripped.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(dirname "$here")
work=$here/target
images=$work/images

# Libraries on the class path may use all of Java SE; the rest is for Unsafe, time zones and texts, diagnosis.
server_modules=java.se,jdk.unsupported,jdk.localedata,jdk.zipfs,jdk.jfr,jdk.management.agent,jdk.jcmd
console_modules=dev.patchbay.console,jdk.localedata,jdk.jcmd

fail() {
  echo "images: $*" >&2
  exit 1
}

# Arguments: name of the image, what goes into its runtime, the rest for jpackage.
image() {
  local name=$1 modules=$2
  "$jdk/bin/jpackage" --type app-image --dest "$images" --name "$name" --app-version 1.0.0 --vendor Patchbay \
    --add-modules "$modules" --jlink-options "--no-man-pages --no-header-files" \
    --java-options "-XX:VMOptionsFile=\$APPDIR/image.vmoptions" --java-options "-XX:AOTCache=\$APPDIR/image.aot" \
    --java-options "-Xlog:aot*=off" --java-options "-Xlog:cds*=off" "${@:3}"
}

# A module of the engine and what it needs, in a folder of its own.
beside() {
  local module=$1 folder=$2/$1 jar
  mkdir -p "$folder"
  cp -p "$root/engine/$module"/target/lib/*.jar "$folder/"
  for jar in "$root/engine/$module/target/$module"-*.jar; do
    case $jar in
      *-tests.jar | *-sources.jar) ;;
      *) cp -p "$jar" "$folder/" ;;
    esac
  done
}

build_server() {
  local input=$work/server app=$images/patchbay-server/lib/app jar
  mkdir -p "$input"
  cp -p "$root"/server/target/lib/*.jar "$input/"
  for jar in "$root"/server/target/server-*.jar; do
    case $jar in
      *-tests.jar | *-sources.jar) ;;
      *) cp -p "$jar" "$input/server.jar" ;;
    esac
  done
  image patchbay-server "$server_modules" --input "$input" --main-jar server.jar \
    --main-class dev.patchbay.server.ServerMain --java-options "-Dpatchbay.pdf.path=\$APPDIR/pdf/*" \
    --java-options "-Dpatchbay.signatures.path=\$APPDIR/signatures/*" \
    --java-options "-Dpatchbay.workbooks.path=\$APPDIR/spreadsheet-templates/*"
  # beside the class path: processes of their own make and sign PDF files, and fill workbooks
  beside pdf "$app"
  beside signatures "$app"
  beside spreadsheet-templates "$app"
  cp -p "$root/server/src/main/jvm/server.vmoptions" "$app/image.vmoptions"
  train patchbay-server -cp "$(class_path "$app")" dev.patchbay.server.Main train
}

# Every library of the console is a named module, so all of it goes into the runtime.
build_console() {
  local input=$work/console jar
  mkdir -p "$input"
  for jar in "$root"/console-ui/target/lib/*.jar "$root"/console-ui/target/console-ui-*.jar; do
    case $jar in
      *-tests.jar | *-sources.jar) ;;
      */javafx-*[0-9].jar) ;; # empty; what counts is in the jar of the platform
      *) cp -p "$jar" "$input/" ;;
    esac
  done
  image patchbay-console "$console_modules" --module-path "$input" \
    --module dev.patchbay.console/dev.patchbay.console.Main
  cp -p "$here/console.vmoptions" "$images/patchbay-console/lib/app/image.vmoptions"
  train patchbay-console -Dglass.platform=Headless -Dprism.order=sw -m dev.patchbay.console/dev.patchbay.console.Main \
    --trial
}

# The class path in the order in which the image's launcher has it: the cache is checked against it.
class_path() {
  sed -n "s|^app.classpath=\$APPDIR|$1|p" "$1"/*.cfg | paste -sd: -
}

# Arguments: name of the image, how to run it.
train() {
  local lib=$images/$1/lib
  "$lib/runtime/bin/java" "-XX:VMOptionsFile=$lib/app/image.vmoptions" "-XX:AOTCacheOutput=$lib/app/image.aot" \
    "-Xlog:aot*=error" "-Xlog:cds*=error" "${@:2}" </dev/null >"$work/$1-training.log" 2>&1 ||
    fail "training of $1 failed, see $work/$1-training.log"
}

build() {
  jdk=$("$root/patchbay" jdk)
  rm -rf "$images" "$work/server" "$work/console"
  mkdir -p "$work"
  build_console &
  local console=$!
  build_server
  wait "$console"
}

# Starts the server to ready and stops it, and shows the console once without a display.
try() {
  local data pid log=$work/try.log
  ls "$images"/patchbay-server/lib/app/pdf/pdf-*.jar >/dev/null || fail "the packaged server has no PDF"
  ls "$images"/patchbay-server/lib/app/spreadsheet-templates/spreadsheet-templates-*.jar >/dev/null ||
    fail "the packaged server fills no workbooks"
  "$images/patchbay-server/bin/patchbay-server" --help >"$log"
  data=$(mktemp -d)
  "$images/patchbay-server/bin/patchbay-server" --port 0 --management-port 0 --data "$data" >"$log" 2>&1 </dev/null &
  pid=$!
  for _ in $(seq 600); do
    if grep -q '^server ready http' "$log" || ! kill -0 "$pid" 2>/dev/null; then break; fi
    sleep 0.1
  done
  kill "$pid" || true
  wait "$pid" || true
  rm -rf "$data"
  grep -q '^server ready http' "$log" || fail "the packaged server does not start, see $log"
  JAVA_TOOL_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw" \
    timeout 60 "$images/patchbay-console/bin/patchbay-console" --trial >>"$log" 2>&1 </dev/null ||
    fail "the packaged console does not start, see $log"
}

case ${1:-} in
  build | try) "$1" ;;
  *) fail "say build or try" ;;
esac
