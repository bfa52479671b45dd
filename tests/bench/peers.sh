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
ours="commitgate check --format=brief --policy=core-validate-commit"

set -- -- name='commitgate' status="$(answer $ours $ten)" $ours $ten
if [ -x "$peer" ]; then
	theirs="$peer --no-tap"
	test "$(answer $peer --help)" = 0 || theirs=$peer
	set -- "$@" -- name='core-validate-commit' status="$(answer $peer $ten)" $peer $ten
fi
if command -v gitlint >/dev/null; then
	theirs="gitlint --ignore-stdin --commits main~10..main"
	set -- "$@" -- name='gitlint' status="$(answer $theirs)" $theirs
fi

table 'Peers'
row 'ten commits' 5 "$@"
