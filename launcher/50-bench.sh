# ./docket bench

docket_bench() {
  local program=${1:-live}
  [ $# -gt 0 ] && shift
  case "$program" in
    live) build_all ;;
    changes)
      command -v pgbench >/dev/null || fail "pgbench is missing. Install PostgreSQL's programs (Debian: apt-get install postgresql)."
      build_all
      ;;
    engine) build_engine_bench ;;
    web)
      need_chromium
      build_all
      ;;
    *) fail "bench: $program (expected: live, changes, engine or web)" ;;
  esac
  install_packages bench
  exec env JAVA_HOME="$JAVA_HOME" SERVER_JAVA_FLAGS="$java_flags" node "bench/src/$program.mjs" "$@"
}

# The clients and the floor in C, and the Java servers that are compared: ours, and netty-socketio with a Netty of its own.
build_engine_bench() {
  local source servers=bench/engine/docket,bench/engine/netty-socketio
  command -v cc >/dev/null || fail "a C compiler is missing, and the clients of this bench need one. Install it (Debian: apt-get install gcc libc6-dev)."
  need_jdk
  need_maven
  need_node
  mkdir -p bench/engine/target
  for source in load floor; do
    if newer_than "bench/engine/target/$source" "bench/engine/$source.c" bench/engine/wire.h; then
      quietly "build of $source.c" cc -O2 -Wall -Wextra -Werror -o "bench/engine/target/$source" "bench/engine/$source.c"
    fi
  done
  if newer_than bench/engine/netty-socketio/target/classpath pom.xml socketio/pom.xml socketio/src/main bench/engine; then
    quietly "build of the engines" maven package dependency:build-classpath -Pbench -pl "$servers" -am -DskipTests -Dspotless.check.skip \
      -Dmdep.outputFile=target/classpath -DincludeScope=runtime
  fi
  # 20,000 idle connections, where the system allows that; the bench takes what it gets, and says so.
  ulimit -n 24000 2>/dev/null || ulimit -n "$(ulimit -Hn)"
}
