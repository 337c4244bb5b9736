# Building: each part only when something of it is newer than what was built. Failures are passed on by && and ||, because
# errexit is off in whatever runs under a condition.

# newer_than FILE PATH...: is any file under the paths newer than FILE, or FILE missing?
newer_than() {
  local built=$1
  shift
  [ ! -e "$built" ] || [ -n "$(find "$@" -type f -newer "$built" -not -path '*/node_modules/*' -not -path '*/target/*' -not -path '*/dist/*' -print -quit 2>/dev/null)" ]
}

maven() { mvn -B -q --no-transfer-progress "$@"; }

# install_packages FOLDER: what its lock file names, if that is not there yet.
install_packages() {
  if newer_than "$1/node_modules/.package-lock.json" "$1/package-lock.json" "$1/package.json"; then
    quietly "packages of $1" npm --prefix "$1" ci --no-audit --no-fund --prefer-offline &&
      touch "$1/node_modules/.package-lock.json"
  fi
}

build_web() {
  need_node
  install_packages web || return
  if newer_than web/dist/index.html web; then
    quietly "build of web" npm --prefix web run build && touch web/dist/index.html
  fi
}

build_server() {
  need_jdk
  need_maven
  if newer_than server/target/docket.jar pom.xml socketio server web/dist/index.html; then
    quietly "build of server" maven package -pl server -am -DskipTests -Dspotless.check.skip
  fi
}

build_all() {
  build_web && build_server
}
