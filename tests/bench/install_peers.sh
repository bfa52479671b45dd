#!/bin/sh
# SPDX-License-Identifier: MIT
#
# install_peers.sh FOLDER
#
# Installs what commitgate is compared with: core-validate-commit from npm into
# the folder, and gitlint, which Debian has.
set -eu

sh tests/install_packages.sh --commands 'gitlint' 'gitlint'
if ! command -v npm >/dev/null; then
	sh tests/install_packages.sh --commands 'node npm' 'nodejs npm'
fi
mkdir -p "$1"
test -x "$1/node_modules/.bin/core-validate-commit" ||
	npm install --prefix "$1" --no-audit --no-fund --silent core-validate-commit
