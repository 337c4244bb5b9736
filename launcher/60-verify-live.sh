# ./docket verify-live

docket_verify_live() {
  need_node
  install_packages e2e
  quietly "build of e2e" npm --prefix e2e run build
  # Somebody's own installation needs no server of ours.
  if [[ " $* " == *" --url"* ]]; then
    exec node e2e/dist/verify/main.js "$@"
  fi
  build_all
  exec env JAVA_HOME="$JAVA_HOME" SERVER_JAVA_FLAGS="$java_flags" node e2e/dist/verify/main.js "$@"
}
