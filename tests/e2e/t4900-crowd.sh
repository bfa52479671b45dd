#!/bin/sh
# SPDX-License-Identifier: MIT
# Fifty people who push at once, to branches of their own and to one of all.
. tests/e2e/server.sh

crowd=$(seq 1 50)
made c0
made c1 c0
{
	git -C "$work/c" rev-parse 'c1^{tree}' c0 c1
	good
} >"$work/parts"
# For each of them a commit, one to amend it with, and one for everybody's branch.
for n in $crowd; do
	for name in "own$n c0" "amended$n c0" "main$n c1"; do
		commit_id=$(good | sed "1s/how/how $n ${name%% *}/" |
			git -C "$work/c" commit-tree -p "${name#* }" 'c1^{tree}')
		echo "create refs/heads/${name%% *} $commit_id"
	done
done | git -C "$work/c" update-ref --stdin

server s
pushes alice s "c1:$main" >"$work/first.out" || exit

# tries N MOVE: one push of somebody, again where there was too much of a crowd.
tries() {
	tried=0
	while [ $tried -lt 20 ]; do
		tried=$((tried + 1))
		code=0
		git -C c push --quiet --force "$work/s.git" "$2" >"said.$1" 2>&1 || code=$?
		grep -q -e "try again in a moment" -e "locked it for too long" "said.$1" || break
	done
	echo "$2 $code"
	test $code -eq 0 || sed 's/^/  /' "said.$1"
}

# joins N: pushes a branch, amends it, tries the branch of all with everybody,
# and tries to rewrite it; notes the answers, and how long it all took.
joins() {
	began=$(date +%s%N)
	export WHO="person$1"
	for move in "own$1:refs/heads/b$1" "amended$1:refs/heads/b$1" "main$1:$main" "c0:$main"; do
		tries "$1" "$move"
	done >"answers.$1"
	echo $(($(date +%s%N) - began)) >"took.$1"
}

it 'lets all of them through' '
	pids=
	for n in $crowd; do
		joins $n &
		pids="$pids $!"
	done
	for pid in $pids; do
		wait $pid
	done
	for n in $crowd; do
		grep "^own$n:refs/heads/b$n 0$" answers.$n || { cat answers.$n >&2; exit 1; }
		grep "^amended$n:refs/heads/b$n 0$" answers.$n || { cat answers.$n >&2; exit 1; }
	done >out
'

it 'keeps nobody waiting for long' '
	sort -n took.* | tail -n 1 >longest
	echo "the longest took $(($(cat longest) / 1000000)) ms"
	test "$(cat longest)" -lt 60000000000
'

it 'has each branch where its owner has put it' '
	for n in $crowd; do
		test "$(value s refs/heads/b$n)" = "$(oid amended$n)"
	done
'

it 'tells of each movement once, in an order that can be' '
	ledger s verify
	rows s ref kind old new pusher state >got
	for n in $crowd; do
		grep "^refs/heads/b$n " got >own
		cat >wanted <<-END
		refs/heads/b$n create - own$n person$n landed
		refs/heads/b$n rewrite own$n amended$n person$n landed
		END
		same wanted own
	done
	lacks -E "intended|outside" got
'

it 'lets the branch of all go only where somebody may take it' '
	rows s ref state old new pusher | grep "^$main landed" >moves
	cat moves
	# Each begins where the one before has ended, and the last is what is there.
	awk "NR > 1 && \$3 != last { print \"gap before\", \$0; bad = 1 } { last = \$4 } END { exit bad }" moves
	test "$(value s)" = "$(oid "$(tail -n 1 moves | cut -d " " -f 4)")"
	# c1 is alice s, and nobody else could take it away.
	lacks " c0 person" moves
'

done_testing
