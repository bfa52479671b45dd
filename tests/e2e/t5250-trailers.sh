#!/bin/sh
# SPDX-License-Identifier: MIT
# commitgate trailers: the metadata of a landed commit, wherever the message is.
. tests/e2e/lib.sh

cat >"$work/README.md" <<'END'
### Collaborators

* [ann](https://github.com/ann) -
  **Ann Lee** <<ann@example.com>>
* [bob](https://github.com/bob) -
  **Bob Reed** <<bob@example.com>>
* [thor](https://github.com/thor) -
  **A U Thor** <<author@example.com>>
END
url=https://github.com/nodejs/node/pull/1
export url

draft() {
	printf 'doc: say it\n\nOnce more.\n'
}

landed() {
	cat <<'END'
doc: say it

Once more.

PR-URL: https://github.com/nodejs/node/pull/1
Fixes: https://github.com/nodejs/node/issues/2
Refs: https://github.com/v8/v8/issues/3
Reviewed-By: Ann Lee <ann@example.com>
Reviewed-By: Bob Reed <bob@example.com>
END
}

cat >"$work/pr.json" <<'END'
{"data": {"repository": {"pullRequest": {
  "url": "https://github.com/nodejs/node/pull/1",
  "author": {"login": "thor"},
  "bodyHTML": "<p>Fixes: <a href=\"https://github.com/nodejs/node/issues/2\">#2</a><br>\nRefs: <a href=\"https://github.com/v8/v8/issues/3\">v8/v8#3</a></p>",
  "reviews": {"nodes": [
    {"state": "APPROVED", "author": {"login": "Ann"}, "publishedAt": "2018-11-01T00:00:00Z"},
    {"state": "APPROVED", "author": {"login": "eve"}, "publishedAt": "2018-11-02T00:00:00Z"},
    {"state": "APPROVED", "author": {"login": "bob"}, "publishedAt": "2018-11-03T00:00:00Z"}
  ]}
}}}}
END

# written ARGUMENT...: trailers with everything that is in `landed`.
written() {
	commitgate trailers --roster "$work/README.md" --pr-url "$url" --fixes 2 \
		--refs v8/v8#3 --reviewed-by ann --reviewed-by reed "$@"
}

it 'a message on standard input comes out with its metadata' '
	draft | written >out
	landed >wanted
	same wanted out
'

it 'done twice, it is the same' '
	landed | written >out
	landed >wanted
	same wanted out
'

it 'an old set is replaced, and other trailers stay' '
	printf "s\n\nPR-URL: x\nReviewed-By: y\nSigned-off-by: z\n" |
		commitgate trailers --pr-url "$url" --reviewed-by "C <c@d.e>" >out
	printf "s\n\nSigned-off-by: z\nPR-URL: %s\nReviewed-By: C <c@d.e>\n" \
		"$url" >wanted
	same wanted out
'

it 'a pull request tells the same, and what does not count is told' '
	draft >message
	commitgate trailers --roster README.md --pull-request pr.json <message >out \
		2>told
	landed >wanted
	same wanted out
	grep -F "left out the approval of '\''eve'\'', who is no collaborator" told
	commitgate trailers --roster README.md --pull-request - \
		--message-file message <pr.json 2>told
	same wanted message
'

it 'the metadata alone needs no message' '
	written --metadata-only </dev/null >out
	landed | sed 1,4d >wanted
	same wanted out
'

it 'a file is changed in place, through a link, and keeps its permissions' '
	draft >file
	chmod 640 file
	ln -s file link
	written --message-file link
	landed >wanted
	same wanted file
	test -L link
	test "$(stat -c %a file)" = 640
	test "$(echo file*)" = file
'

it 'what is refused leaves the file as it was' '
	draft >kept
	draft >wanted
	status 2 written --message-file kept --reviewed-by xyzzy 2>err
	grep -F xyzzy err
	same wanted kept
	status 2 written --message-file missing 2>err
	grep -F missing err
'

it 'HEAD is amended, and the old id is told' '
	repo amend
	draft | commit amend --date="2001-02-03T04:05:06 +0000" \
		--author="C D <c@d.e>"
	cd amend
	old=$(git rev-parse HEAD)
	echo waits >file
	git add file
	written --amend >out
	grep -Fx "$(git rev-parse HEAD) was $old" out
	git log -1 --format=%B | sed "\$d" >got
	landed >wanted
	same wanted got
	git log -1 --format="%an %ae %ad" --date=iso |
		grep -Fx "C D c@d.e 2001-02-03 04:05:06 +0000"
	git diff --cached --name-only | grep -x file
	test -z "$(git ls-tree HEAD)"
'

it 'HEAD that has them already is left alone' '
	cd amend
	old=$(git rev-parse HEAD)
	written --amend >out
	grep -Fx "$old has these trailers already" out
	test "$(git rev-parse HEAD)" = "$old"
'

it 'lines that git takes for comments survive, whatever is configured' '
	repo verbatim
	printf "doc: say it\n\n#1 is no comment\n\n\ntwo lines down\n" |
		commit verbatim
	git -C verbatim config commit.cleanup strip
	commitgate trailers -C verbatim --pr-url "$url" --amend
	git -C verbatim log -1 --format=%B | sed "\$d" >got
	printf "doc: say it\n\n#1 is no comment\n\n\ntwo lines down\n\n" >wanted
	echo "PR-URL: $url" >>wanted
	same wanted got
'

it 'a scissors line in a message cuts nothing off' '
	printf "doc: say it\n\none\n# %s >8 %s\ntwo\n" \
		------------------------ ------------------------ >in
	commit verbatim --cleanup=verbatim <in
	git -C verbatim config commit.verbose true
	commitgate trailers -C verbatim --pr-url "$url" --amend
	sed "s|^# -|\nPR-URL: $url\n&|" in >wanted
	git -C verbatim cat-file commit HEAD | sed "1,/^\$/d" >got
	same wanted got
'

it 'what git would not store byte for byte is not written' '
	repo bytes
	printf "doc: say caf\\351\n" >file
	commit bytes <file
	git -C bytes cat-file commit HEAD | sed "/^\$/q" >raw
	cat file >>raw
	git -C bytes update-ref HEAD \
		"$(git -C bytes hash-object -t commit -w "$PWD/raw")"
	old=$(git -C bytes rev-parse HEAD)
	status 2 commitgate trailers -C bytes --pr-url "$url" --amend 2>err
	grep "is not in UTF-8" err
	test "$(git -C bytes rev-parse HEAD)" = "$old"
	cp file before
	status 2 commitgate trailers --pr-url "$url" --message-file file 2>err
	grep "is not in UTF-8" err
	cmp before file
	commitgate trailers --pr-url "$url" <file >out
	printf "\nPR-URL: %s\n" "$url" | cat file - >wanted
	same wanted out
'

it 'no message with a NUL is written' '
	for text in "doc: say it\\n\\n\\000\\nmore" "doc: say\\000" "\\000"; do
		printf "$text\n" >file
		cp file before
		status 2 commitgate trailers --pr-url "$url" <file >out 2>err
		grep "has a NUL" err
		test ! -s out
		status 2 commitgate trailers --pr-url "$url" --message-file file 2>err
		grep "has a NUL" err
		cmp before file
	done
'

it 'an author does not review' '
	repo author
	draft | commit author
	cd author
	status 2 written --amend --reviewed-by thor 2>err
	grep -F "'\''thor'\'' is an author of the change" err
'

it 'there is nothing to amend before the first commit, and during a merge' '
	repo unborn
	status 2 commitgate trailers -C unborn --pr-url "$url" --amend 2>err
	grep -F "it has no commit yet" err
	repo merging
	draft | commit merging
	cd merging
	git checkout --quiet -b side
	echo "doc: one" | commit .
	git checkout --quiet main
	echo "doc: two" | commit .
	git merge --quiet --no-commit --no-ff side >/dev/null
	old=$(git rev-parse HEAD)
	status 2 commitgate trailers --pr-url "$url" --amend 2>err
	grep -F "a merge is under way" err
	test "$(git rev-parse HEAD)" = "$old"
'

it 'a hook that refuses keeps HEAD' '
	repo hooked
	draft | commit hooked
	cd hooked
	old=$(git rev-parse HEAD)
	printf "#!/bin/sh\nexit 1\n" >.git/hooks/commit-msg
	chmod +x .git/hooks/commit-msg
	status 2 commitgate trailers --pr-url "$url" --amend 2>err
	grep -F "git commit failed" err
	test "$(git rev-parse HEAD)" = "$old"
'

it 'a series is done by git rebase' '
	repo series
	echo "doc: start" | commit series
	cd series
	git branch upstream
	for word in one two three; do
		echo "$word" >"$word"
		git add "$word"
		printf "doc: add %s\n" "$word" | commit .
	done
	git rebase --quiet --exec "commitgate trailers --amend \
		--roster ../README.md --pr-url $url --reviewed-by ann --reviewed-by bob" \
		upstream >/dev/null
	git log --format="%s|%(trailers:key=PR-URL,valueonly,separator=%x20)" \
		upstream.. >out
	printf "doc: add %s|$url\n" three two one >wanted
	same wanted out
	commitgate check --policy nodejs upstream..
'

# conflicting BACKEND: a rebase of the repository `conflict` that stopped, with
# the conflict resolved; HEAD is the commit before the one that is meant.
conflicting() {
	rm -rf conflict
	repo conflict
	echo one >conflict/file
	git -C conflict add file
	echo "doc: start" | commit conflict
	cd conflict
	git checkout --quiet -b side
	echo two >file
	git add file
	echo "doc: say two" | commit .
	git checkout --quiet main
	echo three >file
	git add file
	echo "doc: say three" | commit .
	git rebase --quiet "$1" side >/dev/null 2>&1 && return 1
	echo four >file
	git add file
}

it 'during a rebase that waits, HEAD is not the commit that is meant' '
	for backend in --merge --apply; do
		(
			conflicting "$backend"
			old=$(git rev-parse HEAD)
			status 2 commitgate trailers --pr-url "$url" --amend 2>err
			grep -F "a rebase is under way" err
			test "$(git rev-parse HEAD)" = "$old"
		)
	done
'

it 'a hook that changes the files is told with both ids' '
	repo changing
	draft | commit changing
	cd changing
	old=$(git rev-parse HEAD)
	printf "#!/bin/sh\necho x >new\ngit add new\n" >.git/hooks/pre-commit
	chmod +x .git/hooks/pre-commit
	status 2 commitgate trailers --pr-url "$url" --amend 2>err
	grep -F "it was $old, and $(git rev-parse HEAD) has other files" err
'

it 'a work tree of its own is no other repository' '
	git -C series worktree add --quiet -b linked ../linked upstream
	echo "doc: linked" | commit linked
	cd linked
	commitgate trailers --amend --pr-url "$url" >out
	git log -1 --format=%B | grep -Fx "PR-URL: $url"
'

it 'the roster is that of the policy' '
	repo policy
	cp README.md policy
	printf "[roster]\nsource = \"README.md\"\n" >policy/.commitgate.toml
	draft | commit policy
	cd policy
	commitgate trailers --amend --reviewed-by ann
	git log -1 --format=%B | grep -Fx "Reviewed-By: Ann Lee <ann@example.com>"
'

it 'who is not known is asked for' '
	draft >message
	status 2 written --reviewed-by bobb <message 2>err
	grep -F "did you mean '\''bob'\'' (Bob Reed)?" err
	status 2 written --reviewed-by e <message 2>err
	grep -F "may be" err
	status 2 commitgate trailers --policy nodejs --reviewed-by ann <message 2>err
	grep -F "without a roster" err
'

it 'no roster is larger than one of a policy may be' '
	cp README.md large
	head -c 5000000 /dev/zero | tr "\\0" "#" >>large
	draft >message
	status 2 commitgate trailers --roster large --reviewed-by ann <message 2>err
	grep -F large err
'

it 'a repository that cannot be read is not taken for none' '
	git init --quiet --object-format=sha256 unknown
	printf "extends = \"nodejs\"\n[roster]\nsource = \"people.toml\"\n" \
		>unknown/.commitgate.toml
	draft >message
	status 2 commitgate trailers -C unknown --pr-url "$url" <message >out 2>err
	grep -F "opening" err
	test ! -s out
'

it 'what makes no sense is refused' '
	draft >message
	for arguments in "" "--pr-url 1" "--fixes 1" "--pull-request -" "--backport" \
		"--pr-url $url --pull-request pr.json" "--pr-url $url --bad" \
		"--pr-url $url --amend --message-file message" \
		"--pr-url $url --amend --metadata-only" \
		"--pull-request missing" "--pull-request message" "--pull-request /"; do
		echo "$arguments"
		# shellcheck disable=SC2086 # words
		status 2 commitgate trailers $arguments <message >out 2>err
		test -s err
		test ! -s out
	done
	status 2 commitgate trailers --pr-url "$url" </dev/null 2>err
	grep -F "there is no message" err
'

done_testing
