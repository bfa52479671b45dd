#!/bin/sh
# SPDX-License-Identifier: MIT
# What a push takes: to a server without hooks, to one whose hooks are empty
# programs, and to one that is guarded.  Each round pushes commits that the
# servers have not seen.
. tests/bench/lib.sh

export WHO=alice

server() { # server NAME
	git init --quiet --bare "$work/$1.git"
	git -C "$work/$1.git" config commitgate.identity env:WHO
	# It would start in the middle of a round.
	git -C "$work/$1.git" config receive.autogc false
	git -C "$work/$1.git" config gc.auto 0
}

# What is compared are hooks, so all have the settings that come with ours; but
# for plain, which is as git makes it.
hooks_of() { # hooks_of SERVER: none, empty ones, or ours for all others.
	test "$1" != plain || return 0
	commitgate install --server "$work/$1.git" >"$work/said"
	case $1 in none | empty) rm "$work/$1.git"/hooks/*-receive ;; esac
	test "$1" = empty || return 0
	for hook in pre-receive post-receive; do
		cp "$BENCH_TOOLS/empty_hook" "$work/empty.git/hooks/$hook"
	done
}

# servers ROUNDS COMMITS FIRST NAME...: fresh ones, and what is pushed to them:
# so many commits a round, of which those from FIRST on change a file.
servers() {
	rounds=$1
	each=$2
	first=$3
	shift 3
	rm -rf "$work"/*.git
	git init --quiet --bare "$work/from.git"
	"$BENCH_TOOLS/make_history" $(((rounds + 1) * each + 1)) "$first" </dev/null |
		git -C "$work/from.git" fast-import --quiet
	git -C "$work/from.git" rev-list --reverse main | awk -v each="$each" '
		NR == 1 { print "create refs/first " $1 }
		NR > 1 && (NR - 1) % each == 0 { print "create refs/rounds/" (NR - 1) / each - 1 " " $1 }
	' | git -C "$work/from.git" update-ref --stdin
	for name; do
		server "$name"
		git -C "$work/from.git" push --quiet "$work/$name.git" refs/first:refs/heads/main
		prepare "$work/$name.git"
		hooks_of "$name"
	done
}

# What is done to each server before it has hooks.
prepare() {
	:
}

push() { # push SERVER: the command.
	echo "git -C $work/from.git push --quiet $work/$1.git refs/rounds/%round:refs/heads/main"
}

old_ledger() { # old_ledger SERVER ROWS
	"$BENCH_TOOLS/make_ledger" "$work/$1.git/" "$2" \
		"$(git -C "$work/$1.git" rev-parse main)"
}

# shellcheck disable=SC2046 # words of a command
one_commit() { # one_commit TITLE LIMIT
	row "$1" 25 \
		-- name='empty hooks' $(push empty) \
		-- name='no hooks' $(push none) \
		-- name='all gates' limit="$2" $(push ours)
}

# shellcheck disable=SC2046
many_commits() { # many_commits TITLE
	row "$1" 9 \
		-- name='no hooks' $(push none) \
		-- name='no hooks, objects not checked' $(push plain) \
		-- name='all gates' limit=1.15 $(push ours)
}

rows=100000
if all; then
	rows=1000000
fi

table 'Pushes'
servers 25 1 100000 none empty ours
one_commit 'one commit' 1.6
servers 25 1 1 none empty ours
one_commit 'one commit that changes a file' 1.6
servers 9 10000 1 none plain ours
many_commits '10,000 commits that change a file each'
servers 9 10000 1000000 none plain ours
many_commits '10,000 commits that change nothing'

servers 25 1 1 young ours
old_ledger ours $rows
# shellcheck disable=SC2046
row 'one commit, an old ledger' 25 \
	-- name='a ledger that has just begun' $(push young) \
	-- name="one with $rows rows" limit=1.1 $(push ours)
servers 9 10000 1 none plain ours
old_ledger ours $rows
many_commits "10,000 commits that change a file each, $rows rows are there"

prepare() {
	many_refs "$1" refs/heads/topic
}
servers 25 1 1 none empty ours
one_commit 'one commit, 100,000 refs are there' 1.1
servers 9 10000 1 none plain ours
many_commits '10,000 commits that change a file each, 100,000 refs are there'
