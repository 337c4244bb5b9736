# ./docket bench

docket_bench() {
  local program=${1:-live}
  [ $# -gt 0 ] && shift
  case "$program" in
    live) ;;
    *) fail "bench: $program (expected: live)" ;;
  esac
  build_all
  install_packages bench
  exec env JAVA_HOME="$JAVA_HOME" SERVER_JAVA_FLAGS="$java_flags" node "bench/src/$program.mjs" "$@"
}
