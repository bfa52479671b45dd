#!/bin/sh
# SPDX-License-Identifier: MIT
# What somebody might send who means harm, at one size and at four times that:
# the ratio is that of the time a byte, or a ref.
. tests/bench/lib.sh

repo "$work/tree"
cd "$work/tree"

check() { # check FILE: the command.
	echo "commitgate check --format=brief --message-file=$work/$1"
}

# grown TITLE FILE MEMORY: compares FILE.1 with FILE.4.  MEMORY: the bytes that
# each further one may take.
# shellcheck disable=SC2046 # words of a command
grown() {
	more=$(($(wc -c <"$work/$2.4") - $(wc -c <"$work/$2.1")))
	row "$1" 3 \
		-- name="$(size "$2.1")" status="$(answer $(check "$2.1"))" $(check "$2.1") \
		-- name="$(size "$2.4")" status="$(answer $(check "$2.4"))" scale=4 \
		limit=1.5 more=$more bytes="$3" $(check "$2.4")
}

size() {
	wc -c <"$work/$1" | awk '{ printf "%.1f MB", $1 / 1e6 }'
}

# both FILE FUNCTION SIZE: of that size and of four times that.
both() {
	"$2" "$3" >"$work/$1.1"
	"$2" $(($3 * 4)) >"$work/$1.4"
}

prose() {
	echo 'lib: do it'
	echo
	yes 'A line of prose, which is neither long nor short, as people write them.' | head -c "$1"
}

long_line() {
	echo 'lib: do it'
	echo
	head -c "$1" /dev/zero | tr '\0' a
	echo
}

long_title() {
	printf 'lib: '
	head -c "$1" /dev/zero | tr '\0' a
	echo
}

line_feeds() {
	echo 'lib: do it'
	head -c "$1" /dev/zero | tr '\0' '\n'
	echo end
}

trailers() {
	good
	yes 'Reviewed-By: Anna Example <anna@example.com>' | head -n "$1"
}

reverts() {
	awk -v n="$1" 'BEGIN {
		for (i = 0; i < n; ++i) printf "Revert \""
		printf "lib: do it"
		for (i = 0; i < n; ++i) printf "\""
		print ""
	}'
}

table 'Hostile input'
both prose prose 25000000
grown 'a message of 100 MB' prose 8
both line long_line 25000000
grown 'a line of 100 MB' line 8
both title long_title 25000000
grown 'a title of 100 MB' title 8
both feeds line_feeds 5000000
grown '20 MB of line feeds' feeds 64
both trailers trailers 250000
grown 'a million trailers' trailers 8
both reverts reverts 2500
grown '10,000 times Revert "' reverts 100

# chain FOLDER COMMITS: of 20 kB, each a delta of the one before.
chain() {
	git init --quiet --bare "$work/$1"
	tip=$("$BENCH_TOOLS/make_chain" "$2" 20000 "$work/pack")
	git -C "$work/$1" index-pack --stdin <"$work/pack" >"$work/said"
	git -C "$work/$1" update-ref refs/heads/main "$tip"
}

judge() { # judge FOLDER: the command.
	echo "commitgate --git-dir=$work/$1 check --history --format=brief --policy=nodejs main"
}

chain chain.1 1000
chain chain.4 4000
# shellcheck disable=SC2046
row 'one chain of deltas' 3 \
	-- name='1,000 commits' status="$(answer $(judge chain.1))" $(judge chain.1) \
	-- name='4,000 commits' status="$(answer $(judge chain.4))" scale=4 \
	limit=1.5 $(judge chain.4)

# 100,000 refs in one push: the policy refuses so many, and says so soon.
git init --quiet --bare "$work/from.git"
"$BENCH_TOOLS/make_history" 1 </dev/null | git -C "$work/from.git" fast-import --quiet
many_refs "$work/from.git" refs/many
for name in empty ours; do
	git init --quiet --bare "$work/$name.git"
done
printf '#!/bin/sh\nexit 1\n' >"$work/empty.git/hooks/pre-receive"
chmod +x "$work/empty.git/hooks/pre-receive"
commitgate install --server "$work/ours.git" >"$work/said"

push() { # push SERVER REFS: the command.
	echo "git -C $work/from.git push --quiet $work/$1.git $2/*:refs/heads/$2/*"
}

set -f # The stars are git's.
# shellcheck disable=SC2046
row '100,000 refs in one push, refused' 3 \
	-- name='25,000, a hook that refuses' status=1 $(push empty refs/many/0) \
	-- name='25,000, all gates' status=1 limit=1.5 $(push ours refs/many/0) \
	-- name='100,000, a hook that refuses' status=1 scale=4 limit=1.5 $(push empty refs/many) \
	-- name='100,000, all gates' status=1 scale=4 limit=1.5 $(push ours refs/many)
