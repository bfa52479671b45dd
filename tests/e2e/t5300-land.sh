#!/bin/sh
# SPDX-License-Identifier: MIT
# Could this be pushed now: `commitgate land`, and whether the server agrees.
. tests/e2e/server.sh

made c0
server s
clone=$work/clone
git clone --quiet "$work/s.git" "$clone"

# lands WANTED [range]: what it says is kept in `told`; the exit status is WANTED.
lands() {
	wanted_status=$1
	shift
	code=0
	commitgate -C "$clone" land "$@" >"$work/told" 2>&1 || code=$?
	cat "$work/told"
	test "$code" -eq "$wanted_status"
}

# says LINE...: what it said has those lines, as they are.
says() {
	for line; do
		grep -qxF -- "$line" "$work/told" || {
			echo "it does not say: $line"
			return 1
		}
	done
}

# copied WHO: the line to copy, run as it stands.
copied() {
	(cd "$clone" && WHO=$1 sh -c "$(grep '^git push' "$work/told")") >"$work/said" 2>&1
}

# again: the clone is at the branch of the server, with nothing of its own.
again() {
	git -C "$clone" fetch --quiet --all
	git -C "$clone" checkout --quiet -B main origin/main
	git -C "$clone" branch --quiet --set-upstream-to=origin/main
}

# landed N: a good commit of pull request N in the clone.
landed() {
	good | sed "s/how/how $1/; s/24650/$1/" | commit "$clone"
}

here() {
	git -C "$clone" rev-parse "${1-HEAD}"
}

it 'has nothing to push where there is nothing' '
	again
	lands 0
	says "nothing to push: HEAD is @{upstream}"
'

it 'tells the push of a series that may land, and that lands' '
	again
	landed 1
	landed 1
	lands 0
	says "2 commits from @{upstream} to HEAD" \
		"ok    messages: 2 commits" \
		"ok    roster: the policy names none" \
		"ok    fixups: none is left" \
		"ok    fetched: @{upstream} is where the branch is" \
		"ok    order: one commit stands on the other" \
		"ok    pull request: https://github.com/nodejs/node/pull/1" \
		"git push origin $(here):$main"
	copied alice
	test "$(value s)" = "$(here)"
'

it 'judges messages as they land' '
	again
	printf "doc: explain it\n" | commit "$clone"
	lands 1
	grep -q "PR-URL" told
	says "no    messages: 1 of 1 commit rejected, see above"
	lacks "^git push" told
'

it 'tells of messages with warnings how to see them' '
	again
	good | sed "/Luigi/d" | commit "$clone"
	lands 0 origin/main..HEAD
	says "ok    messages: 1 commit, 1 with warnings" \
		"      commitgate check origin/main..HEAD"
'

it 'finds fixups, whatever the policy says of them' '
	again
	landed 1
	printf "fixup! doc: explain\n" | commit "$clone"
	lands 1 --policy core-validate-commit
	says "no    fixups: 1 commit still to be squashed:" \
		"      git rebase -i --autosquash '\''@{upstream}'\''"
'

it 'finds merges where none may be' '
	again
	git -C "$clone" checkout --quiet -B side
	landed 1
	git -C "$clone" checkout --quiet main
	landed 2
	git -C "$clone" merge --quiet --no-edit -m "Merge side" side
	lands 1
	says "no    order: 1 merge where none may be:"
'

it 'asks whether more than one pull request is meant' '
	again
	landed 1
	landed 2
	lands 0
	says "warn  pull request: more than one lands; is that meant?" \
		"        https://github.com/nodejs/node/pull/1: 1 commit" \
		"        https://github.com/nodejs/node/pull/2: 1 commit"
'

it 'refuses a pull request in pieces' '
	again
	landed 1
	landed 2
	landed 1
	lands 1
	says "no    pull request: the commits of one are not next to each other:"
'

it 'knows the roster' '
	again
	landed 1
	cat >"$clone/README.md" <<-EOF
	### Collaborators

	* [Trott](https://github.com/Trott) - **Rich Trott** <<rtrott@gmail.com>>
	* [lpinca](https://github.com/lpinca) - **Luigi Pinca** <<luigipinca@gmail.com>>
	EOF
	printf "extends = \"nodejs\"\n[roster]\nsource = \"README.md\"\n" >"$clone/.commitgate.toml"
	lands 0
	says "ok    roster: README.md has 2 collaborators"
	rm "$clone/README.md"
	lands 2
	says "?     messages: they cannot be judged"
	rm "$clone/.commitgate.toml"
'

it 'tells where the clone is behind' '
	again
	landed 1
	git -C "$clone" push --quiet origin HEAD:refs/heads/other
	git -C "$work/s.git" update-ref "$main" "$(value s refs/heads/other)"
	landed 1
	lands 1
	says "      git fetch origin"
	grep -q "^no    fetched: @{upstream} is .*, the branch is " told
	again
	landed 1
	lands 0
	says "ok    fetched: @{upstream} is where the branch is"
'

it 'asks the ledger whether a push may be taken back' '
	again
	landed 3
	lands 0
	copied alice
	again
	before=$(here)
	landed 4
	git -C "$clone" reset --quiet --soft HEAD~2
	landed 5
	lands 0
	says "1 commit from @{upstream} to HEAD, a rewrite" \
		"warn  rewrite: 1 commit of the branch replaced; is that meant?" \
		"git push '\''--force-with-lease=$main:$before'\'' origin $(here):$main"
	grep -q "^ok    window: .alice., and nobody else, may rewrite it for 9 minutes" told
	copied bob && return 1
	test "$(value s)" = "$before"
	copied alice
	test "$(value s)" = "$(here)"
'

it 'says what is final' '
	again
	landed 6
	lands 0
	copied bob
	again
	git -C "$clone" reset --quiet --soft HEAD~2
	landed 16
	landed 17
	lands 1
	grep -q "^no    window: .* is final$" told
	says "      land a new commit instead"
	lacks "^git push" told
'

it 'never throws away what others have pushed since' '
	policy s <<-EOF
	extends = "nodejs"
	[[refs]]
	match = "refs/heads/main"
	force-push = "allow"
	EOF
	again
	before=$(here)
	landed 20
	landed 20
	lands 0
	copied alice
	git -C "$clone" reset --quiet --hard "$before"
	lands 1
	says "0 commits from @{upstream} to HEAD" \
		"no    behind: the branch has 2 commits that this series does not have:" \
		"      git pull --rebase"
	lacks "^git push" told
	GIT_AUTHOR_DATE="1700000099 +0000" landed 21
	for url in "$work/s.git" ssh://git@example.com/s.git; do
		git -C "$clone" remote set-url --push origin "$url"
		lands 1
		says "no    behind: the branch has 2 commits that this series does not have:"
		lacks "^git push" told
	done
	git -C "$clone" config --unset remote.origin.pushurl
	git -C "$clone" pull --quiet --rebase
	lands 0
	says "1 commit from @{upstream} to HEAD"
	copied alice
	test "$(here HEAD~3)" = "$before"
	git -C "$work/s.git" config --unset commitgate.policy
'

it 'takes a series that lost a commit for no rewrite' '
	again
	for n in 22 23 24; do
		GIT_AUTHOR_DATE="17000000$n +0000" landed "$n"
	done
	lands 0
	copied alice
	GIT_COMMITTER_DATE="1700000100 +0000" git -C "$clone" rebase --quiet --onto HEAD~2 HEAD~
	lands 1
	says "no    behind: the branch has 1 commit that this series does not have:"
	lacks "^git push" told
	again
	git -C "$clone" commit --quiet --amend --no-edit --reset-author --allow-empty --date="1700000098 +0000"
	lands 0
	grep -q "^warn  rewrite: 1 commit of the branch replaced; is that meant?" told
	grep -q "^git push .--force-with-lease=" told
	again
	landed 25
	lands 0
	copied alice
'

it 'says where nobody may rewrite a branch' '
	policy s <<-EOF
	extends = "nodejs"
	[[refs]]
	match = "refs/heads/main"
	force-push = "refuse"
	EOF
	again
	git -C "$clone" reset --quiet --soft HEAD~
	landed 18
	lands 1
	says "no    window: nobody may rewrite this branch"
	lacks "^git push" told
	git -C "$work/s.git" config --unset commitgate.policy
'

it 'says how to ask a server that is elsewhere' '
	again
	git -C "$clone" remote set-url --push origin ssh://git@example.com/s.git
	landed 7
	lands 0
	lacks fetched told
	says "git push origin $(here):$main"
	git -C "$clone" reset --quiet --soft HEAD~2
	landed 8
	lands 2
	says "?     window: only the ledger of the server knows" \
		"      ask there: commitgate window main" \
		"only if the window allows it:"
	grep -q "^git push .--force-with-lease=$main:" told
	git -C "$clone" config --unset remote.origin.pushurl
'

it 'does not guess where a series goes' '
	again
	landed 9
	for range in "$(here HEAD~)..HEAD" HEAD~..HEAD; do
		lands 2 "$range"
		grep -q "^?     branch: .* is no branch$" told
		lacks "^git push" told
	done
	git -C "$clone" branch before HEAD~
	lands 2 before..HEAD
	says "?     branch: '\''before'\'' follows no branch of a remote"
	git -C "$clone" config --add remote.twin.fetch "+refs/heads/*:refs/remotes/origin/*"
	lands 2 origin/main..HEAD
	says "?     branch: '\''origin/main'\'' may be a branch of '\''origin'\'' or of '\''twin'\''"
	git -C "$clone" config --unset remote.twin.fetch
'

it 'cannot tell where the remote is gone' '
	again
	landed 9
	git -C "$clone" remote set-url --push origin "$work/nowhere"
	lands 2
	says "?     remote: opening '\''$work/nowhere'\'': there is no repository"
	git -C "$clone" config --unset remote.origin.pushurl
'

it 'pushes to the branch where a tag is called like it' '
	again
	git -C "$work/s.git" tag main
	landed 12
	lands 0
	copied alice
	test "$(value s)" = "$(here)"
	git -C "$work/s.git" tag --delete main
'

it 'says what it does not look at' '
	policy s <<-EOF
	extends = "nodejs"
	[[refs]]
	match = "refs/heads/main"
	pushers = ["nobody"]
	EOF
	again
	landed 13
	lands 2
	says "?     server: only a push asks for pushers" \
		"git push origin $(here):$main"
	copied alice && return 1
	git -C "$work/s.git" config --unset commitgate.policy
'

it 'says where the policy of the server may be another one' '
	policy s <<-EOF
	extends = "nodejs"
	EOF
	again
	landed 14
	lands 0
	grep -q "^warn  policy: the clone has none, .nodejs. is taken; the server has .*policy.toml" told
	git -C "$clone" remote set-url --push origin ssh://git@example.com/s.git
	lands 0
	says "warn  policy: the clone has none, '\''nodejs'\'' is taken; the server may have another one" \
		"      name the one of the server with --policy"
	lands 0 --policy nodejs
	lacks "policy: the clone" told
	git -C "$clone" config commitgate.policy nodejs
	lands 0
	lacks "policy: the clone" told
	git -C "$clone" config --unset commitgate.policy
	echo "extends = \"nodejs\"" >"$clone/.commitgate.toml"
	lands 0
	lacks "policy: the clone" told
	rm "$clone/.commitgate.toml"
	git -C "$clone" config --unset remote.origin.pushurl
	git -C "$work/s.git" config --unset commitgate.policy
	lands 0
	lacks "policy: the clone" told
'

it 'finds remotes as git does' '
	again
	landed 10
	for url in "file://$work/s.git" "$work/s" ../s.git; do
		git -C "$clone" remote set-url --push origin "$url"
		(cd "$clone" && mkdir -p folder)
		commitgate -C "$clone/folder" land >told
		says "ok    fetched: @{upstream} is where the branch is"
	done
	for url in "file://host$work/s.git" "host:$work/s.git" "ext::sh -c true"; do
		git -C "$clone" remote set-url --push origin "$url"
		lands 0
		lacks fetched told
	done
	git -C "$clone" config --unset remote.origin.pushurl
'

it 'quotes for the shell what needs it' '
	again
	branch="a\$(touch\${IFS}hacked)'\''b"
	git -C "$clone" push --quiet origin "HEAD:refs/heads/$branch"
	git -C "$clone" fetch --quiet
	landed 11
	lands 0 "origin/$branch..HEAD"
	copied alice
	test ! -e "$clone/hacked"
	test "$(value s "refs/heads/$branch")" = "$(here)"
'

it 'needs a range' '
	for range in HEAD main...HEAD a..b..c; do
		lands 2 "$range"
		grep -q "is no range, wanted is one such as" told
	done
	git -C "$clone" checkout --quiet --detach
	lands 2
	grep -q "commitgate land origin/main..HEAD" told
	git -C "$clone" checkout --quiet main
	lands 2 no-such..HEAD
'

done_testing
