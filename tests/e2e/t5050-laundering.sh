#!/bin/sh
# SPDX-License-Identifier: MIT
# A branch where people are easier to come by does not help to get to main.
. tests/e2e/server.sh

# people LINE...: the README of Node.js, with bob and who is named besides.
people() {
	echo '### Collaborators'
	printf '* [%s](https://github.com/%s) - **%s Case** <<%s@example.com>>\n' bob bob Bob bob
	for login; do
		printf '* [%s](https://github.com/%s) - **Mal Ory** <<%s@example.com>>\n' "$login" "$login" "$login"
	done
}

# changed NAME PARENT FILE REVIEWER <CONTENT: a commit with that file besides
# those of its parent, reviewed so.
changed() {
	(
		cd "$work/c" || exit
		export GIT_INDEX_FILE="$work/index"
		rm -f "$GIT_INDEX_FILE"
		test "$2" = none || git read-tree "$2"
		blob=$(git hash-object -w --stdin)
		git update-index --add --cacheinfo "100644,$blob,$3"
		tree=$(git write-tree)
		set -- "$1" "$2" "$4" "$tree"
		parent="-p $2"
		test "$2" != none || parent=
		# shellcheck disable=SC2086 # an option and its value, or nothing
		git update-ref "refs/heads/$1" "$(printf 'doc: add %s\n\nPR-URL: https://github.com/nodejs/node/pull/1\nReviewed-By: %s\n' \
			"$1" "$3" | git commit-tree $parent "$4")"
	)
}

bob='Bob Case <bob@example.com>'
mallory='Mal Ory <mallory@example.com>'

people | changed start none README.md "$bob"
people mallory | changed own-roster start README.md "$bob"
echo x | changed evil own-roster x "$mallory"
people | changed no-trace evil README.md "$bob"
echo 'Bob Case <bob@example.com> <mallory@example.com>' | changed own-mailmap start .mailmap "$bob"
echo x | changed renamed own-mailmap x "$mallory"

# upstream SERVER SOURCE: main is at start, and people come from SOURCE.
upstream() {
	bare "$1"
	git -C "$work/c" push --quiet "$work/$1.git" "start:$main"
	guard "$1" >/dev/null
	printf '[roster]\nsource = "%s"\n' "$2" | policy "$1"
}
upstream plain README.md
upstream pinned main:README.md

it 'lets nobody bring people of their own to main' '
	refuses plain bob evil:"$main"
	grep "Mal Ory" said
'

it 'judges again what a branch with people of its own has let in' '
	takes plain mallory own-roster:refs/heads/side
	takes plain mallory evil:refs/heads/side
	refuses plain bob evil:"$main"
	grep "Mal Ory" said
	takes plain mallory no-trace:refs/heads/side
	refuses plain bob no-trace:"$main"
	grep "Mal Ory" said
'

it 'takes over what is judged again and passes' '
	takes plain mallory own-mailmap:refs/heads/fine
	takes plain bob own-mailmap:refs/heads/other
'

it 'has the mailmap where the roster is' '
	takes pinned mallory own-mailmap:refs/heads/side
	refuses pinned mallory renamed:refs/heads/side
	grep "Mal Ory" said
	refuses pinned bob renamed:"$main"
'

it 'creates branches from main without judging what is there' '
	takes plain mallory start:refs/heads/fresh
	takes pinned mallory start:refs/heads/fresh
'

done_testing
