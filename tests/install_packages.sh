#!/bin/sh
# SPDX-License-Identifier: MIT
#
# install_packages.sh MODULES PACKAGES
# install_packages.sh --commands COMMANDS PACKAGES
# install_packages.sh --servers COMMANDS PACKAGES
#
# Installs Debian packages if pkg-config misses one of the modules, or the shell
# one of the commands.  Does nothing, and says nothing, if it misses none.
# Servers are installed, and not started.
set -eu

kind=--modules
case $1 in
--commands | --servers)
	kind=$1
	shift
	;;
esac
wanted=$1
packages=$2

all_there() {
	if [ "$kind" != --modules ]; then
		for command in $wanted; do
			PATH=$PATH:/usr/sbin command -v "$command" >/dev/null || return 1
		done
		return 0
	fi
	command -v "${PKG_CONFIG:=pkg-config}" >/dev/null || return 1
	# shellcheck disable=SC2086 # a list of modules
	$PKG_CONFIG --exists $wanted
}

all_there && exit 0

if ! command -v apt-get >/dev/null; then
	echo "These libraries and tools are needed, under the names of your system:" >&2
	echo "  $packages" >&2
	exit 1
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
	as_root=sudo
fi
echo "installing: $packages"
# Debian asks this program, if there is one, whether a service may be started.
may_start=/usr/sbin/policy-rc.d
if [ "$kind" = --servers ] && ! [ -e $may_start ]; then
	trap '$as_root rm -f $may_start' EXIT
	printf '#!/bin/sh\nexit 101\n' | $as_root tee $may_start >/dev/null
	$as_root chmod 755 $may_start
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086 # a list of packages
$as_root apt-get install -y -qq --no-install-recommends $packages >/dev/null
