#!/bin/sh
# SPDX-License-Identifier: MIT
# The commit-msg hook: judges drafts, and loses nothing of what it refuses.
. tests/e2e/lib.sh

# hooked DIR: a repository whose commit-msg hook is the program.
hooked() {
	repo "$1"
	ln -s "$COMMITGATE" "$1/.git/hooks/commit-msg"
	echo content >"$1/file"
	git -C "$1" add file
}

# bring_back OUTPUT: runs the command that the hook has printed, with an editor
# that mends the title.
bring_back() {
	command=$(sed -n 's/^  \(git .*-F .*\)/\1/p' "$1")
	test -n "$command"
	GIT_EDITOR='sed -i 1s/Bad/good/' sh -c "$command" >/dev/null
}

it 'a good draft is stored, and nothing is said' '
	hooked good
	cd good
	git commit --quiet --allow-empty -m "doc: say it" >out 2>&1
	test ! -s out
	git log -1 --format=%s | grep -x "doc: say it"
'

it 'a bad draft is refused, with the rule and the place' '
	hooked bad
	cd bad
	status 1 git commit --quiet --allow-empty -m "docs: Bad thing" 2>out
	grep -F "[subsystem]" out
	grep -F "[title-format]" out
	status 128 git rev-parse --verify HEAD
'

it 'what landing needs is not asked for, and fixup! passes' '
	hooked draft
	cd draft
	git commit --quiet --allow-empty -m "doc: say it"
	git commit --quiet --allow-empty --fixup HEAD
	git commit --quiet --allow-empty -m "squash! doc: say it"
	git log -1 --format=%s | grep "^squash!"
'

it 'commitgate hook commit-msg is the same' '
	hooked named
	cd named
	printf "doc: say it\n" >good
	printf "Bad\n" >bad
	commitgate hook commit-msg good
	status 1 commitgate hook commit-msg bad 2>out
	grep -F "[subsystem]" out
'

it 'a link, relative or absolute, and a copy of the program are the hook' '
	repo called
	cd called
	printf "Bad\n" >bad
	mkdir links
	ln -s "$COMMITGATE" links/commit-msg
	cp "$COMMITGATE" copy-commit-msg
	mkdir copies
	mv copy-commit-msg copies/commit-msg
	for hook in links/commit-msg "$PWD/links/commit-msg" copies/commit-msg; do
		status 1 "$hook" bad 2>out
		grep -F "[subsystem]" out
	done
'

it 'the message of a refused commit comes back with the command printed' '
	hooked back
	cd back
	printf "doc: Bad thing\n\n#1 is no comment here, but a line.\nBody.\n" >message
	status 1 git commit --quiet --cleanup=whitespace -F message 2>out
	bring_back out
	git log -1 --format=%B >stored
	sed 1s/Bad/good/ message | sed "\$a\\
" >wanted
	same wanted stored
'

it 'also for an amended commit' '
	hooked amended
	cd amended
	git commit --quiet -m "doc: say it"
	status 1 git commit --quiet --amend -m "doc: Bad it" 2>out
	bring_back out
	test "$(git rev-list --count HEAD)" -eq 1
	git log -1 --format=%s | grep -x "doc: good it"
'

it 'also from a folder below, in a path with blanks and quotes' '
	hooked "it'"'"'s far"
	cd "it'"'"'s far"
	mkdir below
	cd below
	status 1 git commit --quiet -m "doc: Bad thing" 2>out
	bring_back out
	git log -1 --format=%s | grep -x "doc: good thing"
'

it 'also in a charset that is not UTF-8' '
	hooked latin
	cd latin
	git config i18n.commitEncoding ISO-8859-1
	printf "doc: Bad caf\351\n" >message
	status 1 git commit --quiet -F message 2>out
	bring_back out
	git -c i18n.logOutputEncoding=UTF-8 log -1 --format=%s | grep -x "doc: good café"
'

it 'also in another work tree' '
	hooked main-tree
	cd main-tree
	git commit --quiet -m "doc: say it"
	git worktree add --quiet ../other-tree
	cd ../other-tree
	echo more >>file
	git add file
	status 1 git commit --quiet -m "doc: Bad thing" 2>out
	bring_back out
	git log -1 --format=%s | grep -x "doc: good thing"
'

it 'what it saves goes through no link that somebody has put there' '
	hooked linked
	cd linked
	echo precious >precious
	ln -s ../precious .git/COMMITGATE_REJECTED
	status 1 git commit --quiet --allow-empty -m "Bad" 2>out
	grep "could not be saved" out
	grep -x precious precious
'

it 'the hook refuses where it cannot judge, and says why' '
	hooked undecided
	cd undecided
	echo "extends = 1" >.commitgate.toml
	status 1 git commit --quiet --allow-empty -m "doc: say it" 2>out
	grep -F ".commitgate.toml:1:11" out
	status 2 commitgate hook commit-msg 2>out
	grep "name of the message file" out
	status 2 commitgate hook commit-massage x 2>out
	grep "unknown hook .commit-massage., wanted is one of" out
	status 2 commitgate hook 2>out
	grep "name of one is wanted" out
'

it 'the hooks are listed' '
	commitgate hook --help >out
	for hook in commit-msg pre-receive update post-receive force-push-window; do
		grep "^  $hook " out
	done
'

done_testing
