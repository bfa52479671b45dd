#!/bin/sh
# SPDX-License-Identifier: MIT
# What one message costs: mostly what a process costs.
. tests/bench/lib.sh

repo "$work/none"
repo "$work/empty"
repo "$work/ours"
good >"$work/none/message"
cp "$BENCH_TOOLS/empty_hook" "$work/empty/.git/hooks/commit-msg"
(cd "$work/ours" && commitgate install --local >"$work/said")
cd "$work/none"

table 'One message'
row 'one message' 99 \
	-- git --version \
	-- name='check --message-file' limit=5 commitgate check --message-file=message

commits() { # commits REPOSITORY: the command.
	echo "git -C $work/$1 commit --quiet --allow-empty --file=$work/none/message"
}

# shellcheck disable=SC2046 # words of a command
row 'git commit' 49 \
	-- name='commit-msg is an empty program' $(commits empty) \
	-- name='no hook' $(commits none) \
	-- name='commit-msg is commitgate' $(commits ours)
