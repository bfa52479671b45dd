#!/bin/sh
# SPDX-License-Identifier: MIT
# The landing walk-through of the Collaborator Guide, followed command by
# command on a server set up like the upstream repository: ways that are right,
# and ways that are wrong.
. tests/e2e/server.sh
. tests/e2e/clock.sh

has_clock || skips 'there is no compiler for the clock'

pull=https://github.com/nodejs/node/pull
export pull

# is WHO: what follows is done by that person.
is() {
	WHO=$1
	GIT_AUTHOR_NAME=$1
	GIT_COMMITTER_NAME=$1
	GIT_AUTHOR_EMAIL=$1@example.com
	GIT_COMMITTER_EMAIL=$1@example.com
	export WHO GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
	cd "$work/$1" || exit
}

# push ARGUMENT...: what the pusher reads is kept in `said`.
push() {
	code=0
	git push "$@" >"$work/said" 2>&1 || code=$?
	cat "$work/said"
	return "$code"
}

# refused 'why' ARGUMENT...: commitgate refuses that push, and says so.
refused() {
	why=$1
	shift
	git -C "$work/upstream.git" for-each-ref >"$work/refs.before"
	status 1 push "$@"
	git -C "$work/upstream.git" for-each-ref >"$work/refs.after"
	same "$work/refs.before" "$work/refs.after"
	grep 'hook declined' "$work/said"
	grep -F "$why" "$work/said"
}

# changes FILE 'title': a commit that changes the file.
changes() {
	echo "$2" >>"$1"
	git add "$1"
	git commit --quiet -m "$2"
}

# update: "Checkout proper target branch", "Update the tree".
update() {
	git checkout --quiet "${1:-main}"
	git fetch --quiet upstream
	git reset --quiet --hard "upstream/${1:-main}"
}

# with_metadata NUMBER: adds metadata to all that is not upstream yet.
with_metadata() {
	git rebase --quiet --exec "commitgate trailers --amend --roster README.md \
		--pr-url $pull/$1 --reviewed-by alice --reviewed-by bob" \
		"upstream/${2:-main}" >"$work/rebase.out" 2>&1
}

# The upstream repository, as it is since ever.
repo "$work/start"
cat >"$work/start/README.md" <<'END'
# Node.js

### TSC (Technical Steering Committee)

* [carol](https://github.com/carol) -
  **Carol Chair** <<carol@example.com>>

### Collaborators

* [alice](https://github.com/alice) -
  **Alice Adams** <<alice@example.com>>
* [bob](https://github.com/bob) -
  **Bob Brown** <<bob@example.com>>
* [carol](https://github.com/carol) -
  **Carol Chair** <<carol@example.com>>

### Collaborator Emeriti

* [oscar](https://github.com/oscar) -
  **Oscar Old** <<oscar@example.com>>
END
mkdir "$work/start/lib"
for module in buffer crypto dns net os tls url vm; do
	echo "$module" >"$work/start/lib/$module.js"
done
git -C "$work/start" add .
good | commit "$work/start"
bare upstream
for branch in main v10.x v10.x-staging; do
	git -C "$work/start" push --quiet "$work/upstream.git" "HEAD:refs/heads/$branch"
done
policy upstream <<'END'
extends = "nodejs"

[roster]
source = "README.md"

[groups]
collaborators = ["alice", "bob", "carol"]
backporters = ["bob"]
releasers = ["carol"]

[[refs]]
match = "refs/heads/main"
pushers = ["@collaborators"]
force-push = { within = "10m" }

[[refs]]
match = "refs/heads/v*.x"
pushers = ["@releasers"]
force-push = "refuse"
only-from = "refs/heads/v*.x-staging"

[[refs]]
match = "refs/heads/v*.x-staging"
pushers = ["@backporters", "@releasers"]
backport-of = "refs/heads/main"
force-push = { within = "10m" }

[[refs]]
match = "refs/heads/**"
pushers = []
END
at -3600
then_run guard upstream >"$work/install.out" || exit
clocked upstream
for person in alice bob carol dave; do
	git clone --quiet --origin upstream "$work/upstream.git" "$work/$person"
done
at 0

it 'a contributor sends a patch' '
	is dave
	printf "feature \n" >>lib/crypto.js
	git add lib
	git commit --quiet -m "crypto: add feature A"
	mkdir test
	changes test/test-crypto.js "add test for feature A"
	changes lib/crypto.js "crypto: feature B"
	git format-patch --quiet --stdout upstream/main >"$work/pr.patch"
'

it 'nobody but collaborators pushes' '
	is dave
	refused "may not push" upstream HEAD:main
'

it 'git am, then git log and git diff show what is to land' '
	is alice
	status 128 git am --abort
	git checkout --quiet main
	git fetch --quiet upstream
	git merge --quiet --ff-only upstream/main
	git am --quiet --whitespace=fix <"$work/pr.patch" 2>am.out
	lacks " $" lib/crypto.js
	git diff upstream/main --stat | grep lib/crypto.js
	test "$(git log --format=%s upstream/main...main | wc -l)" = 3
'

it 'what is not squashed, and has no metadata, does not land' '
	is alice
	refused "[pr-url]" upstream main
	grep -F "[reviewers]" "$work/said"
	git rev-list upstream/main...HEAD >ids
	status 123 xargs commitgate <ids >out
	grep -F "add test for feature A" out
'

it 'git rebase -i squashes, and what validates is pushed' '
	is alice
	GIT_SEQUENCE_EDITOR="sed -i 2s/^pick/fixup/" \
		git rebase --quiet -i upstream/main >rebase.out 2>&1
	git log --format=%s upstream/main..main >got
	printf "crypto: %s\n" "feature B" "add feature A" >wanted
	same wanted got
	with_metadata 1
	git rev-list upstream/main...HEAD | xargs commitgate
	push upstream main
	test "$(git log -1 --format=%an)" = dave
	test "$(value upstream)" = "$(git rev-parse HEAD)"
'

it 'the merge button is refused, each of its three ways' '
	is bob
	update
	git checkout --quiet -b topic
	changes lib/buffer.js "buffer: say more"
	git checkout --quiet main
	git merge --quiet --no-ff -m "Merge pull request #2 from dave/topic" topic
	refused "merge" upstream main
	update
	git merge --quiet --squash topic >/dev/null
	git commit --quiet -m "buffer: say more (#2)"
	refused "[no-squash-number]" upstream main
	update
	git rebase --quiet topic
	refused "[pr-url]" upstream main
'

it 'reviewers are collaborators, and no authors' '
	is bob
	update
	changes lib/dns.js "dns: say more"
	for reviewer in "Oscar Old <oscar@example.com>" "Mallory <m@example.com>"; do
		git commit --quiet --amend -m "dns: say more" -m "PR-URL: $pull/3
Reviewed-By: $reviewer
Reviewed-By: Alice Adams <alice@example.com>"
		refused "[reviewer-is-collaborator]" upstream main
	done
	git commit --quiet --amend -m "dns: say more" -m "PR-URL: $pull/3
Reviewed-By: Bob Brown <bob@example.com>"
	refused "[self-review]" upstream main
	status 2 commitgate trailers --amend --roster README.md --reviewed-by bob
	commitgate trailers --amend --roster README.md --reviewed-by alice \
		--reviewed-by carol
	push upstream main
'

it 'who is behind fetches first, and rebases' '
	is alice
	git checkout --quiet main
	changes lib/net.js "net: say more"
	git commit --quiet --amend -m "net: say more" -m "PR-URL: $pull/4
Reviewed-By: Bob Brown <bob@example.com>
Reviewed-By: Carol Chair <carol@example.com>"
	status 1 push upstream main
	grep "(fetch first)" "$work/said"
	git pull --quiet upstream main --rebase
	push upstream main
'

it 'a slip is mended with a lease within ten minutes, by who made it' '
	is alice
	at 9:59
	git commit --quiet --amend -m "net: say a bit more" -m "PR-URL: $pull/4
Reviewed-By: Bob Brown <bob@example.com>
Reviewed-By: Carol Chair <carol@example.com>"
	status 1 push upstream main
	push --force-with-lease upstream main
'

it 'but not by another' '
	is bob
	update
	at 10:30
	git reset --quiet --hard HEAD^
	refused "" --force-with-lease upstream main
	grep -i alice "$work/said"
'

it 'nor once somebody else has pushed' '
	is bob
	update
	changes lib/os.js "os: say more"
	git commit --quiet --amend -m "os: say more" -m "PR-URL: $pull/5
Reviewed-By: Alice Adams <alice@example.com>
Reviewed-By: Carol Chair <carol@example.com>"
	at 11:00
	push upstream main
	is alice
	update
	at 11:30
	git reset --quiet --hard HEAD~2
	refused "" --force-with-lease upstream main
'

it 'nor after ten minutes' '
	is bob
	update
	at 21:00.1
	git reset --quiet --hard HEAD^
	refused "" --force-with-lease upstream main
	grep -F "final" "$work/said"
'

it 'a lease that has been broken is refused by git' '
	is carol
	changes lib/url.js "url: say more"
	status 1 push --force-with-lease upstream main
	grep "stale info" "$work/said"
'

it 'a revert lands like any other change' '
	is alice
	update
	git revert --no-edit HEAD >/dev/null
	refused "[pr-url]" upstream main
	git commit --quiet --amend -m "$(git log -1 --format=%s)" \
		-m "$(git log -1 --format=%b | sed "1s/$/ It said too much./")"
	commitgate trailers --amend --roster README.md --pr-url "$pull/6" \
		--reviewed-by bob --reviewed-by carol
	at 30:00
	push upstream main
'

it 'backporters pick from main onto staging' '
	is bob
	update
	git checkout --quiet -b v10.x-staging upstream/v10.x-staging
	git cherry-pick upstream/main~2 >/dev/null
	push upstream v10.x-staging
'

it 'others do not' '
	is alice
	git fetch --quiet upstream
	git checkout --quiet -b v10.x-staging upstream/v10.x-staging
	git cherry-pick upstream/main~3 >/dev/null
	refused "may not push" upstream v10.x-staging
'

it 'what never was on main needs a pull request for the line' '
	is bob
	changes lib/tls.js "tls: fix the old line"
	git commit --quiet --amend -m "tls: fix the old line" -m "PR-URL: $pull/7
Reviewed-By: Alice Adams <alice@example.com>
Reviewed-By: Carol Chair <carol@example.com>"
	push upstream v10.x-staging
	grep "neither a Backport-PR-URL" "$work/said"
	commitgate trailers --amend --backport-pr-url "$pull/8"
	push --force-with-lease upstream v10.x-staging
	lacks "neither a Backport-PR-URL" "$work/said"
'

it 'a release takes what is on staging, and nothing else' '
	is carol
	git fetch --quiet upstream
	git checkout --quiet -b v10.x upstream/v10.x
	changes lib/vm.js "vm: say more"
	commitgate trailers --amend --roster README.md --pr-url "$pull/9" \
		--reviewed-by alice --reviewed-by bob
	refused "v10.x-staging" upstream v10.x
	git reset --quiet --hard upstream/v10.x-staging
	git commit --quiet --allow-empty -m "2018-11-27, Version 10.14.0 (LTS)" \
		-m "PR-URL: $pull/10"
	push upstream v10.x
'

it 'releases are for releasers, and final' '
	is bob
	git fetch --quiet upstream
	refused "may not push" --force upstream upstream/main:refs/heads/v10.x
	is carol
	git commit --quiet --amend --allow-empty -m "2018-11-28, Version 10.14.0 (LTS)" \
		-m "PR-URL: $pull/10"
	refused "" --force-with-lease upstream v10.x
'

it 'the ledger tells it all' '
	ledger upstream verify
	ledger upstream list >out
	for person in alice bob carol; do
		grep "$person" out
	done
'

done_testing
