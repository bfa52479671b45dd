#!/bin/sh
# SPDX-License-Identifier: MIT
# Where messages come from, and that the verdict is the same from everywhere.
. tests/e2e/lib.sh

cd "$work" || exit 1
repo r
good | commit r
echo 'doc: no metadata' | commit r
printf 'docs: wrong subsystem\n\nPR-URL: #1\n' | commit r
head=$(git -C r rev-parse HEAD)

brief() { # The findings without the commit's name in front.
	commitgate --format=brief "$@" | sed 's/^[^:]*://'
}

it 'judges HEAD where nothing is named' '
	cd r
	status 1 commitgate --format=brief >../out
	grep "^$(git rev-parse HEAD):1:1: error: .* \[subsystem\]$" ../out
'

it 'accepts a good commit in silence' '
	status 0 commitgate -C r -q HEAD~2 >out
	test ! -s out
'

it 'judges a range newest first' '
	status 1 commitgate -C r --format=jsonl HEAD~2..HEAD >out
	test "$(grep -o "\"commit\":\"[0-9a-f]*\"" out)" = "$(
		git -C r rev-list HEAD~2..HEAD | sed "s/.*/\"commit\":\"&\"/"
	)"
'

it 'takes a range of three dots as git rev-list does' '
	git -C r checkout -q -b side HEAD~1
	good | commit r
	git -C r checkout -q main
	commitgate -C r --format=jsonl side...main >out || true
	test "$(wc -l <out)" -eq "$(git -C r rev-list --count side...main)"
'

it 'judges whole histories' '
	status 1 commitgate -C r --history --format=jsonl >out
	test "$(wc -l <out)" -eq 3
'

it 'works with git rev-list and xargs' '
	cd r
	git rev-list HEAD~2..HEAD | status 123 xargs commitgate >../out
	git rev-list HEAD~2 | status 0 xargs commitgate >../out
'

it 'reads revisions from standard input, one a line' '
	git -C r rev-list HEAD | status 1 commitgate -C r --stdin --format=jsonl >out
	test "$(wc -l <out)" -eq 3
'

it 'judges a commit twice that is named twice' '
	commitgate -C r --format=jsonl HEAD HEAD >out || true
	test "$(wc -l <out)" -eq 2
'

it 'does not take one parent for all' '
	status 2 commitgate -C r "HEAD^@" >out
	grep "several commits" out
'

it 'works where no threads are to be had' '
	command -v prlimit setpriv >/dev/null || exit 0
	test "$(id -u)" -eq 0 || exit 0
	chmod 755 "$work"
	status 1 prlimit --nproc=1 setpriv --reuid=65534 --clear-groups \
		commitgate -C r --policy=nodejs --history --jobs=3 -q >out
'

it 'peels annotated tags' '
	git -C r tag -a -m "a tag" v1 HEAD~2
	git -C r tag -a -m "a tag of a tag" v2 v1
	status 0 commitgate -C r v1 v2
'

it 'says the same of a message from everywhere' '
	git -C r log -1 --format=%B HEAD >message
	brief -C r HEAD >from-commit || true
	brief --message-file=message --cleanup=verbatim --stage=landing >from-file || true
	git -C r log -1 --format=%B | perl -MJSON::PP -0777 -ne \
		"print encode_json([{id => q(x), message => \$_}])" >json
	brief - <json >from-json || true
	test -s from-commit
	same from-commit from-file
	same from-commit from-json
'

it 'reads JSON Lines' '
	cat >lines <<-"END"
	{"id":"a","message":"doc: x","author":"A <a@b.cc>","parents":1}

	{"sha":"b","message":"doc: y","author":{"name":"A","email":"a@b.cc"},"parents":["1","2"]}
	END
	status 1 commitgate --format=jsonl - <lines >out
	grep "\"commit\":\"a\".*\"verdict\":\"fail\"" out
	grep "\"commit\":\"b\".*no-merge" out
'

it 'reads one JSON object over several lines, and a byte order mark' '
	printf "\357\273\277{\n\"id\": \"a\",\n\"message\": \"doc: x\"}\n" >json
	status 0 commitgate --stage=draft - <json
'

it 'finds nothing to object in an empty array' '
	echo "[]" | status 0 commitgate -
'

it 'works in a bare repository, a subfolder and a work tree of its own' '
	git clone -q --bare r bare.git
	mkdir r/sub
	git -C r worktree add -q ../tree HEAD~2
	status 0 commitgate -C bare.git HEAD~2
	status 0 commitgate --git-dir bare.git HEAD~2
	status 0 commitgate -C r/sub HEAD~2
	status 0 commitgate -C tree
	GIT_DIR=r/.git status 0 commitgate HEAD~2
'

it 'takes the flags of core-validate-commit' '
	status 0 commitgate -C r --no-validate-metadata HEAD~1
	status 1 commitgate -C r -V HEAD~1
	status 1 commitgate -C r -t HEAD~1 >out
	grep "^not ok [0-9]* " out
	status 1 commitgate -C r --tap -o out.tap HEAD~1
	grep "^TAP version 13$" r/out.tap
	commitgate -l | grep "^pr-url "
	commitgate --list | grep "^subsystem "
	commitgate --list-subsystems | grep "^doc$"
	commitgate -v | grep "^commitgate [0-9]"
	commitgate -h | grep -e --no-validate-metadata
'

it 'takes options before the command, as git does' '
	commitgate -C r rules | grep "^pr-url "
	commitgate -C r --policy nodejs policy | grep "allow ="
	commitgate --policy=core-validate-commit rules | grep "^revert  *off"
'

it 'asks no landing metadata of drafts' '
	status 0 commitgate -C r --stage=draft HEAD~1
	status 1 commitgate -C r --stage=landing HEAD~1
'

it 'reports in order whatever the number of jobs' '
	i=0
	while [ $i -lt 300 ]; do
		i=$((i + 1))
		printf "commit refs/heads/many\ncommitter C <c@d.ee> %d +0000\ndata <<END\ndoc: change %d\nEND\n\n" $((1700000000 + i)) $i
	done | git -C r fast-import --quiet
	for jobs in 1 2 3 8; do
		status 1 commitgate -C r --history --format=jsonl --jobs=$jobs many >out.$jobs
	done
	test "$(wc -l <out.1)" -eq 300
	same out.1 out.2
	same out.1 out.3
	same out.1 out.8
'

it 'says the same of a stored commit whatever git is configured to' '
	commitgate -C r --history --format=jsonl >before || true
	git -C r config trailer.separators "=#"
	git -C r config trailer.fix.key Fixes
	git -C r config core.commentChar P
	git -C r config i18n.logOutputEncoding ISO-8859-1
	commitgate -C r --history --format=jsonl >after || true
	same before after
'

it 'keeps lines of stored commits that start with a comment character' '
	repo stored
	printf "#123: fix\n\n# no comment\n\n%080d %s\n" 0 "too long" | commit stored
	status 1 commitgate -C stored --stage=draft --format=brief >out
	grep ":1:1: error: subsystem .#123. is unknown" out
	grep ":5:73: error: .*line-length" out
'

it 'judges the objects themselves, not their replacements' '
	git clone -q r replaced
	git -C replaced replace "$head" HEAD~2
	status 1 commitgate -C replaced "$head" >out
'

done_testing
