#!/bin/sh
# SPDX-License-Identifier: MIT
# libgit2 takes milliseconds to load: it is not linked, and what is plain is done
# without it.
. tests/e2e/lib.sh

command -v nm >/dev/null || skips 'there is no nm'
LD_DEBUG=help env true 2>&1 | grep -q libs || skips 'the loader does not tell what it loads'

# loaded command...: runs it, and keeps what its processes load in $libraries.
# It may end with 1: a verdict.
libraries=$work/libraries
loaded() {
	rm -f "$work"/ld.*
	code=0
	LD_DEBUG=libs LD_DEBUG_OUTPUT="$work/ld" "$@" || code=$?
	cat "$work"/ld.* >"$libraries"
	test $code -le 1
}

# spared command...: that it loads no libgit2, and does load the C library.
spared() {
	loaded "$@"
	grep -q libc.so "$libraries"
	lacks libgit2 "$libraries"
}

export PUSHER=alice

it 'has a repository and a server' '
	repo r
	good | commit r
	good | commit r
	git -C r branch topic HEAD~1
	git -C r pack-refs --all
	git -C r branch other
	good >message
	git clone -q --bare r server.git
	ln -s "$COMMITGATE" server.git/hooks/pre-receive
	ln -s "$COMMITGATE" server.git/hooks/post-receive
	git -C server.git config commitgate.identity env:PUSHER
'

it 'is not linked' '
	nm -u "$COMMITGATE" >symbols
	lacks " git_" symbols
	spared commitgate version
'

if [ "${IS_WHOLE-}" = yes ]; then
	it 'leaves no library to be loaded at each start but the C library' '
		loaded commitgate version
		grep -c "find library=" "$libraries" >all
		grep -Ec "find library=lib(c|m|dl|pthread)\.so" "$libraries" >system
		cmp all system
	'
fi

it 'is not loaded to judge a message or a draft' '
	cd r
	spared commitgate check --message-file=../message
	cp ../message .git/COMMIT_EDITMSG
	ln -s "$COMMITGATE" .git/hooks/commit-msg
	spared git commit --quiet --allow-empty -F ../message
'

it 'is not loaded to judge commits by their id or their branch' '
	cd r
	for revision in HEAD main topic other refs/heads/other "$(git rev-parse HEAD)"; do
		spared commitgate check "$revision"
	done
	spared commitgate check topic..main
	git repack -adq
	spared commitgate check --history main
'

it 'is not loaded by the hooks of a server' '
	good | commit r
	spared git -C r push -q ../server.git main
	test "$(git -C server.git rev-parse main)" = "$(git -C r rev-parse main)"
'

it 'is loaded for what only it knows' '
	cd r
	loaded commitgate check HEAD~1
	grep libgit2 "$libraries"
'

it 'is named where it cannot be loaded, with the reason' '
	mkdir broken
	soname=$(sed -n "s/.*find library=\(libgit2\.so[^ ]*\).*/\1/p" "$libraries" | head -n 1)
	test -n "$soname"
	echo nonsense >"broken/$soname"
	cd r
	status 2 env LD_LIBRARY_PATH="$work/broken" commitgate check HEAD~1 >out
	grep "error: could not judge: loading $soname: .*file too short" out
	status 0 env LD_LIBRARY_PATH="$work/broken" commitgate check --message-file=../message
'

done_testing
