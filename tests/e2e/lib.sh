# shellcheck shell=sh
# SPDX-License-Identifier: MIT
#
# The vocabulary of the end-to-end tests; to be sourced.  Prints TAP.

set -u

: "${COMMITGATE:?names the program under test}"
root=$PWD
export root
work=$(mktemp -d)

# at_exit 'sh code', stops PID: what is done when the file ends, last things
# first.  Not for the inside of a test.
at_exit() {
	leaving="$1; $leaving"
	# shellcheck disable=SC2064 # as it is now
	trap "$leaving" EXIT
}
stops() {
	at_exit "kill $1 2>/dev/null; wait $1 2>/dev/null"
}
leaving=
at_exit 'rm -rf "$work"'

mkdir "$work/bin"
ln -s "$COMMITGATE" "$work/bin/commitgate"
PATH=$work/bin:$PATH

# shellcheck disable=SC2046 # a list of names without blanks
unset $(git rev-parse --local-env-vars) EDITOR VISUAL GIT_EDITOR NO_COLOR
export HOME="$work" LC_ALL=C.UTF-8 TZ=UTC TERM=dumb
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL="$work/gitconfig"
export GIT_AUTHOR_NAME='A U Thor' GIT_AUTHOR_EMAIL=author@example.com
export GIT_COMMITTER_NAME='C O Mitter' GIT_COMMITTER_EMAIL=committer@example.com
export GIT_AUTHOR_DATE='1700000000 +0000' GIT_COMMITTER_DATE='1700000000 +0000'
cat >"$GIT_CONFIG_GLOBAL" <<'END'
[init]
	defaultBranch = main
[advice]
	detachedHead = false
END

number=0

# it 'what must hold' 'shell code': one test.  The code runs in a subshell with
# `set -e`, in $work; the call itself stands in no condition, which would switch
# `-e` off.
it() {
	number=$((number + 1))
	(
		cd "$work" || exit 1
		set -e
		eval "$2"
	) >"$work/.output" 2>&1
	# shellcheck disable=SC2181 # see above
	if [ $? -eq 0 ]; then
		printf 'ok %s - %s\n' "$number" "$1"
		return
	fi
	printf 'not ok %s - %s\n' "$number" "$1"
	sed 's/^/# /' "$work/.output"
}

# skip 'what must hold' 'why it is not tried'
skip() {
	number=$((number + 1))
	echo "ok $number - $1 # SKIP $2"
}

# skips 'why': ends the file, of which nothing can be tried on this machine.  With
# COMMITGATE_E2E=all that is a failure, for somebody counts on it.
skips() {
	if [ "${COMMITGATE_E2E-}" = all ]; then
		echo "not ok 1 - $1"
		echo 1..1
		exit 1
	fi
	echo "1..0 # SKIP $1"
	exit 0
}

# needs COMMAND...: skips the file where one of them is missing.
needs() {
	for needed; do
		command -v "$needed" >/dev/null || skips "there is no $needed"
	done
}

# status N command...: fails unless the command ends with N.
status() {
	wanted=$1
	shift
	got=0
	"$@" || got=$?
	test "$got" -eq "$wanted" && return
	echo "exit status is $got, $wanted is wanted: $*"
	return 1
}

# same WANTED GOT: compares two files, and shows how they differ.
same() {
	diff -u "$1" "$2"
}

# lacks PATTERN FILE...: `! grep` would never end a test, for `set -e` passes
# over what is negated.
lacks() {
	if grep "$@"; then
		return 1
	fi
}

# repo DIR: makes an empty repository.
repo() {
	git init --quiet "$1"
}

# commit DIR [git options] <<END: an empty commit with that message.
commit() {
	directory=$1
	shift
	git -C "$directory" commit --quiet --allow-empty --allow-empty-message \
		--cleanup=verbatim --file=- "$@"
}

# good: prints a message that every rule likes.
good() {
	cat <<'END'
doc: explain how commits are landed

The steps were spread over three pages.

PR-URL: https://github.com/nodejs/node/pull/24650
Reviewed-By: Rich Trott <rtrott@gmail.com>
Reviewed-By: Luigi Pinca <luigipinca@gmail.com>
END
}

done_testing() {
	echo "1..$number"
}
