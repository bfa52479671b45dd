#!/bin/sh
# SPDX-License-Identifier: MIT
# The same ten commits for others who judge messages, where they are installed:
# make bench-peers.
. tests/bench/lib.sh

peer=${PEERS-}/node_modules/.bin/core-validate-commit
real_messages >"$work/messages"
git init --quiet "$work/ten"
"$BENCH_TOOLS/make_history" 11 <"$work/messages" |
	git -C "$work/ten" fast-import --quiet
git -C "$work/ten" reset --quiet --hard main
cd "$work/ten"
ten=$(git rev-list -n 10 main)

# compared NAME COMMAND...: one more command of the row.
compared() {
	compared_name=$1
	shift
	code=$(answer "$@")
	commands="$commands -- name=$compared_name status=$code $*"
}

commands=
# shellcheck disable=SC2086 # a list of ids
compared commitgate commitgate check --format=brief --policy=core-validate-commit $ten
if [ -x "$peer" ]; then
	# shellcheck disable=SC2086
	compared core-validate-commit "$peer" $ten
fi
if command -v gitlint >/dev/null; then
	compared gitlint gitlint --commits main~10..main
fi

table 'Peers'
# shellcheck disable=SC2086 # words of commands
row 'ten commits' 5 $commands
