# shellcheck shell=sh disable=SC2154 # what server.sh sets
# SPDX-License-Identifier: MIT
#
# Servers where the test says what time it is, and pushes that end before they
# are through; to be sourced behind server.sh.

given_clock=$work/given_clock.so
GIVEN_CLOCK=$work/now
export GIVEN_CLOCK given_clock

# Neither of which a test should ever meet by chance.
first_wall=1700000000
first_uptime=5000000

has_clock() {
	"${CXX:-c++}" -std=c++20 -shared -fPIC -o "$given_clock" tests/e2e/given_clock.cc 2>"$work/clock.out"
}

# at TIME: it is so long after the beginning, in seconds or as 9:30 or 10:00.5.
# The wall clock is $off seconds ahead of that, and the machine has been started
# anew $restarted seconds after the beginning, if at all.
at() {
	echo "$1" | awk -v off="${off:-0}" -v restarted="${restarted-}" -v wall=$first_wall \
		-v uptime=$first_uptime -F: '{
		time = $NF + (NF > 1 ? 60 * $(NF - 1) : 0)
		running = restarted == "" ? uptime + time : time - restarted
		printf "%.0f %.0f\n", (wall + off + time) * 1e6, running * 1e6
	}' >"$GIVEN_CLOCK"
}

# What the kernel then calls this start of the machine.
OTHER_BOOT=$work/other_boot
echo 12345678-9abc-4def-8012-3456789abcde >"$OTHER_BOOT"
export OTHER_BOOT

# can_restart: whether it can be pretended here.
can_restart() {
	unshare -rm mount --bind "$OTHER_BOOT" /proc/sys/kernel/random/boot_id 2>"$work/restart.out"
}

# then_run COMMAND...: runs it at the given time.
then_run() {
	# The sanitizer wants to be the first library; this one does not disturb it.
	LD_PRELOAD=$given_clock ASAN_OPTIONS="${ASAN_OPTIONS-}:verify_asan_link_order=0" "$@"
}

# clocked SERVER: its hooks run at the given time.  Pushes to it end early where
# they are told to, see `dies` and `begins`.
clocked() {
	for hook in pre-receive update post-receive; do
		test -e "$work/$1.git/hooks/$hook" || continue
		# shellcheck disable=SC2016 # the hook's own variables
		around "$1" $hook '
			LD_PRELOAD=$given_clock
			ASAN_OPTIONS=${ASAN_OPTIONS-}:verify_asan_link_order=0
			export LD_PRELOAD ASAN_OPTIONS
			if [ -n "${RESTARTED-}" ]; then
				unshare -rm sh -c "mount --bind \"\$OTHER_BOOT\" /proc/sys/kernel/random/boot_id &&
					exec \"\$0\" \"\$@\"" "$real" "$@"
			else
				"$real" "$@"
			fi
			code=$?
			unset LD_PRELOAD
			test "${DIES-}" != agreed || kill -KILL $receiver
			if [ -n "${STALLS-}" ] && [ "${0##*/}" != post-receive ]; then
				timeout 30 sh -c "echo $code >\"$STALLS/answer\""
				timeout 30 cat "$STALLS/go"
			fi
			exit $code
		'
	done
	# shellcheck disable=SC2016 # the hook's own variables
	around "$1" reference-transaction '
		cat >/dev/null
		test "${DIES-}" != "$1" || kill -KILL $receiver
	'
}

# dies POINT SERVER WHO REFSPEC...: a push whose receive-pack is killed when the
# hook has `agreed`, or when the refs have moved, `committed`.
dies() {
	dead=$2
	dying=$3
	dies_at=$1
	shift 3
	DIES=$dies_at
	export DIES
	if pushes "$dying" "$dead" "$@"; then
		echo 'the push has come to its end'
		return 1
	fi
	unset DIES
}

# begins ID SERVER WHO REFSPEC...: a push that stops with the hook's answer; the
# status is that of the answer.
begins() {
	STALLS=$work/stalled.$1
	export STALLS
	mkdir "$STALLS"
	mkfifo "$STALLS/answer" "$STALLS/go"
	slow=$3
	onto=$2
	shift 3
	WHO=$slow git -C "$work/c" push --force "$work/$onto.git" "$@" >"$STALLS/said" 2>&1 &
	echo $! >"$STALLS/pid"
	answer=$(takes_from "$STALLS/answer")
	unset STALLS
	return "$answer"
}

# goes_on ID: the push that was begun comes to its end; the status is its own.
goes_on() {
	gives "$work/stalled.$1/go"
	code=0
	wait "$(cat "$work/stalled.$1/pid")" || code=$?
	cat "$work/stalled.$1/said"
	rm -rf "$work/stalled.$1"
	return "$code"
}
