# Sourced: what this machine lacks, and how to get it from the system's own packages.

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

# install_packages WHY PACKAGE...: says what is missing and why, then installs it as root or with sudo.
# Where it can't, it stops with the exact command to give to someone who can.
install_packages() {
    local why=$1
    shift
    local install=(apt-get install --yes --no-install-recommends "$@")
    local for_a_person="apt-get update && ${install[*]}"
    say "Missing: $*"
    say "Needed for: $why"
    command -v apt-get >/dev/null 2>&1 ||
        stop "This system has no apt-get. Install these packages, under the names your system gives them, then run make again."
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            stop "Ask an administrator to run this, then run make again:
    su -c '$for_a_person'"
        fi
        as_root=(sudo)
        # without a terminal nobody can type a password
        [ -t 0 ] || as_root=(sudo -n)
    fi
    say "Installing from the system's packages: ${as_root[*]:+${as_root[*]} }${install[*]}"
    local quietly=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    "${as_root[@]}" "${quietly[@]}" update >/dev/null &&
        "${as_root[@]}" "${quietly[@]}" install --yes --no-install-recommends "$@" >/dev/null ||
        stop "That did not work. Run this, then run make again:
    sudo sh -c '$for_a_person'"
}

# find_python: prints the first Python that is new enough.
find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$name"
            return
        fi
    done
    stop "cinpack needs Python 3.11 or later; none of python3, python3.14 to python3.11 is that.
Install one (Debian 12, Ubuntu 24.04 and later: sudo apt-get install python3), or name one: make PYTHON=/path/to/python3"
}
