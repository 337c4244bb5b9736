# ./docket up

docket_up() {
  local demo=true traffic=false
  while [ $# -gt 0 ]; do
    case "$1" in
      --port) export DOCKET_PORT=${2:?--port needs a number} && shift ;;
      --data) export DOCKET_DATA_DIR=${2:?--data needs a folder} && shift ;;
      --demo-traffic) traffic=true ;;
      --no-demo) demo=false ;;
      *) fail "option: $1 (expected: --port N, --data DIR, --demo-traffic or --no-demo)" ;;
    esac
    shift
  done
  build_all
  export DOCKET_DEMO=$demo DOCKET_DEMO_TRAFFIC=$traffic
  # shellcheck disable=SC2086
  exec "$JAVA_HOME/bin/java" $java_flags -jar server/target/docket.jar
}

docket_conformance_server() {
  need_jdk
  need_maven
  quietly "build of socketio" maven test-compile dependency:build-classpath -pl socketio -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "socketio/target/test-classes:socketio/target/classes:$(cat socketio/target/classpath)" \
    dev.docket.socketio.ConformanceServer "$@"
}

# Small and steady: one server for a team, beside its database, below 512 MB when idle.
java_flags="-Xms64m -Xmx${DOCKET_HEAP:-512m} -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
unset DOCKET_HEAP
