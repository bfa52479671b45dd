# shellcheck shell=sh
# SPDX-License-Identifier: MIT
#
# The vocabulary of tests with a server and people who push to it; to be
# sourced.  Commits are made in one clone, $work/c, each as a branch of its own.
# shellcheck source-path=SCRIPTDIR
. tests/e2e/lib.sh

zero=0000000000000000000000000000000000000000
main=refs/heads/main

# What people push from.
repo "$work/c"
git -C "$work/c" config push.default nothing

# written NAME [PARENT...] <<END: a commit with that message and a tree of its
# own, or that of the commit $same_tree_as.
written() {
	made=$1
	shift
	if [ -n "${same_tree_as-}" ]; then
		tree="$same_tree_as^{tree}"
	else
		tree=$(echo "$made" | git -C "$work/c" hash-object -w --stdin)
		tree=$(printf '100644 blob %s\tfile\n' "$tree" | git -C "$work/c" mktree)
	fi
	parents=
	for parent; do
		parents="$parents -p $parent"
	done
	# shellcheck disable=SC2086 # a list without blanks
	made_id=$(git -C "$work/c" commit-tree $parents "$tree") &&
		git -C "$work/c" update-ref "refs/heads/$made" "$made_id"
}

# made NAME [PARENT...]: a commit that every rule likes.
made() {
	good | sed "1s/how/how $1/" >"$work/message"
	written "$@" <"$work/message"
}

# oid NAME: of a commit in the clone.
oid() {
	git -C "$work/c" rev-parse "$1"
}

# value SERVER [REF]: what a ref is there; empty if it is not there.
value() {
	git -C "$work/$1.git" for-each-ref --format='%(objectname)' "${2:-$main}"
}

# bare SERVER: a repository that nobody guards, in which the variable WHO says
# who pushes.
bare() {
	git init --quiet --bare "$work/$1.git"
	git -C "$work/$1.git" config commitgate.identity env:WHO
}

# guard SERVER [options]: lets commitgate guard it.
guard() {
	guarded=$1
	shift
	(cd "$work/$guarded.git" && commitgate install --server "$@")
}

# server SERVER: a guarded repository, in which main is c0 since ever.
server() {
	bare "$1"
	git -C "$work/c" push --quiet "$work/$1.git" "c0:$main"
	guard "$1" >"$work/install.out"
}

# policy SERVER <<END: the policy by which it is guarded.
policy() {
	cat >"$work/$1.git/policy.toml"
	git -C "$work/$1.git" config commitgate.policy policy.toml
}

# pushes WHO SERVER REFSPEC...: what the pusher reads is kept in `said`.
pushes() {
	who=$1
	to=$2
	shift 2
	code=0
	WHO=$who git -C "$work/c" push --force "$work/$to.git" "$@" >"$work/said" 2>&1 || code=$?
	cat "$work/said"
	return "$code"
}

# takes SERVER WHO REFSPEC...: the push is taken.
takes() {
	taker=$1
	shift
	pushed=$1
	shift
	status 0 pushes "$pushed" "$taker" "$@"
}

# refuses SERVER WHO REFSPEC...: the push is refused, and no ref has moved.
refuses() {
	taker=$1
	shift
	pushed=$1
	shift
	git -C "$work/$taker.git" for-each-ref >"$work/refs.before"
	status 1 pushes "$pushed" "$taker" "$@"
	git -C "$work/$taker.git" for-each-ref >"$work/refs.after"
	same "$work/refs.before" "$work/refs.after"
}

# raw SERVER WHO [options] COMMAND...: pushes by hand; see pktline.pl.
raw() {
	to=$1
	who=$2
	shift 2
	WHO=$who perl "$root/tests/e2e/pktline.pl" --to "$work/$to.git" --from "$work/c" "$@" >"$work/said" 2>&1
	cat "$work/said"
}

# ledger SERVER [options]
ledger() {
	of=$1
	shift
	(cd "$work/$of.git" && commitgate ledger "$@")
}

# rows SERVER KEY...: those values of each row of the ledger, oldest first.  The
# ids of commits in the clone are told by their names.
rows() {
	of=$1
	shift
	git -C "$work/c" for-each-ref --format='%(objectname) %(refname:lstrip=2)' refs/heads >"$work/names"
	ledger "$of" --format jsonl | perl -MJSON::PP -e '
		open(my $names, "<", shift) or die;
		my %name = map { /(\S+) (\S+)/; $1 => $2 } <$names>;
		while (<STDIN>) {
			my $row = decode_json($_);
			print join(" ", map { my $v = $row->{$_} // "-"; $name{$v} // $v } @ARGV), "\n";
		}
	' "$work/names" "$@"
}

# around SERVER HOOK 'sh code': runs code in the place of a hook; "$real" is the
# hook itself, and $receiver the receive-pack that runs it.
around() {
	hooks=$work/$1.git/hooks
	mkdir -p "$hooks/real"
	test ! -e "$hooks/$2" || test -e "$hooks/real/$2" || mv "$hooks/$2" "$hooks/real/$2"
	# A new file, for the old one may be running.
	cat >"$hooks/$2.new" <<-EOF
	#!/bin/sh
	real=\${0%/*}/real/\${0##*/}
	receiver=\$PPID
	$3
	EOF
	chmod +x "$hooks/$2.new"
	mv "$hooks/$2.new" "$hooks/$2"
}

# as_it_was SERVER HOOK...: ends `around`.
as_it_was() {
	hooks=$work/$1.git/hooks
	shift
	for hook; do
		if [ -e "$hooks/real/$hook" ]; then
			mv "$hooks/real/$hook" "$hooks/$hook"
		elif grep -qs '^receiver=' "$hooks/$hook"; then
			rm "$hooks/$hook"
		fi
	done
}

# gives FIFO [LINE], takes_from FIFO: hands over a line, or takes one, as soon as
# the other side is there; fails where nobody comes.
gives() {
	timeout 30 sh -c 'echo "$2" >"$1"' sh "$1" "${2-}" || echo "nobody has read $1 for 30 s"
}
takes_from() {
	timeout 30 head -n 1 "$1" || echo "nobody has written to $1 for 30 s"
}
