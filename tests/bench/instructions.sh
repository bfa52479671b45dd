#!/bin/sh
# SPDX-License-Identifier: MIT
#
# instructions.sh [--record]
#
# Counts the instructions of some fixed work, and fails where one takes a tenth
# more than what instructions.txt says.  With --record writes that anew.
#
# Instructions, for they do not change with what else the machine does: two runs
# differ by less than a hundredth.  What changes them is the compiler, the
# libraries, and which functions of the C library suit the CPU; the latter are
# chosen here.  Needs COMMITGATE, built as for a release.
TMPDIR=/tmp # so that paths are as long everywhere
export TMPDIR
. tests/e2e/lib.sh

needs valgrind
: "${BENCH_TOOLS:?names the folder with make_history}"
recorded=${INSTRUCTIONS:-$root/tests/bench/instructions.txt}

# ---- what is counted --------------------------------------------------------

# Nothing of what is around, nor which memcpy is taken.
alone() {
	env -i PATH="$PATH" HOME="$HOME" LC_ALL=C.UTF-8 TZ=UTC WHO=alice \
		GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null \
		GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX,-ERMS,-FSRM,-AVX_Fast_Unaligned_Load \
		"$@"
}

# Runs the program, and leaves its count in $work/count.
counted="valgrind --quiet --tool=callgrind --callgrind-out-file=$work/callgrind
	--log-file=$work/valgrind.log"
count_of() {
	# Of each process only what it did itself.
	sed -n 's/^summary: //p; s/^totals: //p' "$work/callgrind" | head -n 1
}

# One message that passes, and three that do not.
messages() {
	printf '%s\n' 'lib: keep the order of events' '' \
		'The order was lost where two of them came at once.' '' \
		'PR-URL: https://github.com/nodejs/node/pull/24650' \
		'Reviewed-By: Anna Example <anna@example.com>' \
		'Reviewed-By: Bert Example <bert@example.com>'
	printf '\000%s\n' 'Docs: Fix the typo.' '' 'PR-URL: #24650'
	printf '\000%s\n' 'fix something that nobody has ever seen before, in a title that is too long' \
		'No blank line.' '' 'Fixes: #12' '' 'Reviewed-By: Anna'
	printf '\000%s\n' 'Revert "lib: keep the order of events"' '' \
		'This reverts commit 1234567.' '' \
		'Refs: https://github.com/nodejs/node/pull/24650'
	printf '\000'
}

history_of() { # history_of DIR COMMITS [FIRST]
	git init --quiet --bare "$1"
	"$BENCH_TOOLS/make_history" "$2" ${3+"$3"} | git -C "$1" fast-import --quiet
}

judged_history() {
	messages | history_of "$work/judged.git" 300
	# shellcheck disable=SC2086 # words of a command
	alone $counted commitgate --git-dir="$work/judged.git" check --history \
		--jobs=1 --policy=nodejs main >"$work/out"
	test $? -eq 1
}

message_file() {
	repo "$work/tree"
	good >"$work/tree/message"
	cd "$work/tree" || return
	# shellcheck disable=SC2086
	alone $counted commitgate check --stage=draft --message-file=message
}

commit_msg() {
	cd "$work/tree" || return
	# shellcheck disable=SC2086
	alone $counted commitgate hook commit-msg message
}

# A server that counts its pre-receive, with a branch of one commit; and 201
# more to push to it.
server() {
	history_of "$work/pushing.git" 202 2 </dev/null
	git init --quiet --bare "$1"
	git -C "$1" config commitgate.identity env:WHO
	git -C "$work/pushing.git" push --quiet "$1" main~201:refs/heads/main
	commitgate install --server "$1"
	# Not through what may be a link to the program.
	rm "$1/hooks/pre-receive"
	printf '#!/bin/sh\nexec %s commitgate hook pre-receive\n' \
		"$(echo "$counted" | tr -d '\n')" >"$1/hooks/pre-receive"
	chmod +x "$1/hooks/pre-receive"
}

pre_receive() { # pre_receive REVISION
	alone git -C "$work/pushing.git" push --quiet "$work/server.git" \
		"$1:refs/heads/main"
}

pre_receive_1() {
	server "$work/server.git" && pre_receive main~200
}

pre_receive_200() {
	pre_receive main
}

# ---- comparing --------------------------------------------------------------

# How many hundredths $1 is more than $2, without their fractions.
percent_more() {
	awk "BEGIN { printf \"%d\", ($1 - $2) * 100 / $2 }"
}

# judge NAME COUNT: one line of TAP.
judge() {
	number=$((number + 1))
	before=$(sed -n "s/^$1 //p" "$recorded")
	if [ -z "$before" ]; then
		echo "not ok $number - $1: $2 instructions, and none are recorded"
		return
	fi
	more=$(percent_more "$2" "$before")
	said="$1: $2 instructions, $before were recorded"
	if [ "$more" -ge 10 ]; then
		echo "not ok $number - $said: $more % more"
		return
	fi
	echo "ok $number - $said"
	if [ "$more" -le -10 ]; then
		echo "# $1 has become cheaper: make bench-record"
	fi
}

# counts NAME FUNCTION
counts() {
	rm -f "$work/callgrind"
	if ! (cd "$work" && "$2") >"$work/said" 2>&1 || ! [ -s "$work/callgrind" ]; then
		number=$((number + 1))
		echo "not ok $number - $1: it failed"
		sed 's/^/# /' "$work/said" "$work/valgrind.log"
		return
	fi
	echo "$1 $(count_of)" >>"$work/counts"
	test "$record" = yes || judge "$1" "$(count_of)"
}

record=no
test "${1-}" != --record || record=yes
counts history judged_history
counts message-file message_file
counts commit-msg commit_msg
counts pre-receive-1 pre_receive_1
counts pre-receive-200 pre_receive_200

if [ $record = yes ]; then
	{
		echo '# Instructions, written by make bench-record.'
		cat "$work/counts"
	} >"$recorded"
	cat "$recorded"
	exit
fi
done_testing
