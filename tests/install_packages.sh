#!/bin/sh
# SPDX-License-Identifier: MIT
#
# install_packages.sh MODULES PACKAGES
# install_packages.sh --commands COMMANDS PACKAGES
#
# Installs Debian packages if pkg-config misses one of the modules, or the shell
# one of the commands.  Does nothing, and says nothing, if it misses none.
set -eu

all_there() {
	if [ "$1" = --commands ]; then
		for command in $2; do
			command -v "$command" >/dev/null || return 1
		done
		return 0
	fi
	command -v "${PKG_CONFIG:=pkg-config}" >/dev/null || return 1
	# shellcheck disable=SC2086 # a list of modules
	$PKG_CONFIG --exists $1
}

if [ "$1" = --commands ]; then
	all_there "$1" "$2" && exit 0
	shift
else
	all_there "$1" && exit 0
fi
packages=$2

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
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086 # a list of packages
$as_root apt-get install -y -qq --no-install-recommends $packages >/dev/null
