# shellcheck shell=sh
# SPDX-License-Identifier: MIT
#
# The vocabulary of the benchmarks; to be sourced.  Repositories are made in a
# folder that is removed in the end, and git sees no configuration but theirs.
#
# COMMITGATE is the program, BENCH_TOOLS the folder with what tests/bench/*.cc
# is built to, CONFORMANCE one that may have a real history.  BENCH=all does what
# takes many minutes, too.
. tests/e2e/lib.sh
set -e

: "${BENCH_TOOLS:?names the folder with processes, make_history and the rest}"
real_history=${CONFORMANCE-}/node-history.bundle

# table TITLE
table() {
	printf '\n### %s\n\n' "$1"
	"$BENCH_TOOLS/measure"
}

# row TITLE ROUNDS -- COMMAND... -- COMMAND...: see tests/bench/processes/row.h.
row() {
	title=$1
	rounds=$2
	shift 2
	"$BENCH_TOOLS/measure" title="$title" rounds="$rounds" "$@"
}

# all: whether there is much time.
all() {
	test "${BENCH-}" = all
}

# The messages of real commits, a NUL behind each; nothing where there are none.
real_messages() {
	test -f "$real_history" || return 0
	if ! [ -f "$work/real_messages" ]; then
		real_repository "$work/real.git"
		git -C "$work/real.git" log -z --format=%B main >"$work/real_messages"
	fi
	cat "$work/real_messages"
}

# real_repository DIR: the real history, or one that is made up.
real_repository() {
	if [ -f "$real_history" ]; then
		git clone --quiet --bare "$real_history" "$1"
	else
		made_up_repository "$1" 25000
	fi
}

# made_up_repository DIR COMMITS: with real messages, where there are some.
made_up_repository() {
	real_messages >"$work/messages"
	git init --quiet --bare "$1"
	"$BENCH_TOOLS/make_history" "$2" <"$work/messages" |
		git -C "$1" fast-import --quiet
}

# answer COMMAND...: the exit status that it ends with.
answer() {
	code=0
	"$@" >"$work/answer" 2>&1 || code=$?
	echo $code
}

# many_refs DIR PREFIX: 100,000 refs to where main is, a quarter of them in each
# of PREFIX/0 to PREFIX/3; no other refs.
many_refs() {
	git -C "$1" rev-parse main | awk -v prefix="$2" '{
		print "# pack-refs with: peeled fully-peeled sorted "
		for (i = 0; i < 100000; ++i)
			printf "%s %s/%d/%06d\n", $1, prefix, i / 25000, i
	}' >"$1/packed-refs"
}
