#!/bin/sh
# SPDX-License-Identifier: MIT
# Whatever cannot be judged is named, the rest is judged, and the status is 2.
. tests/e2e/lib.sh

cd "$work" || exit 1
repo r
echo text >r/file
git -C r add file
good | git -C r commit -q --file=-
good | commit r
good | commit r

# undecided WORDS command...: exit status 2, and one line with these words.
undecided() {
	words=$1
	shift
	status 2 "$@" >out 2>err
	cat out err
	grep -F -e "$words" out err
	lacks -iE "terminate|assert|exception|std::" out err
}

it 'names an unknown revision and judges the rest' '
	undecided "nonsense" commitgate -C r --format=brief nonsense HEAD
	commitgate -C r --format=jsonl nonsense HEAD nowhere..HEAD >out || true
	test "$(wc -l <out)" -eq 3
	grep "\"commit\":\"nonsense\".*\"verdict\":\"error\"" out
	grep "\"verdict\":\"pass\"" out
'

it 'names a tree, a blob and a path that are no commits' '
	undecided "is a tree" commitgate -C r HEAD^{tree}
	undecided "is a blob" commitgate -C r HEAD:file
	undecided "nothing-here" commitgate -C r nothing-here
'

it 'takes no revision for an option of git' '
	undecided "output" commitgate -C r --output=stolen HEAD
	undecided "--output" commitgate -C r -- --output=stolen
	test ! -e r/stolen
'

it 'runs no shell over a revision' '
	undecided "touch pwned" commitgate -C r "HEAD; touch pwned"
	undecided "touch pwned" commitgate -C r "HEAD\`touch pwned\`"
	test ! -e pwned
	test ! -e r/pwned
'

it 'shows escapes in a revision instead of sending them' '
	status 2 commitgate -C r "$(printf "\033[31mred")" >out 2>err
	lacks "$(printf "\033")" out err
'

it 'names a missing object and judges the rest' '
	cp -R r missing
	oid=$(git -C missing rev-parse HEAD~1)
	rm -f missing/.git/objects/$(echo "$oid" | sed "s,..,&/,")
	undecided "$oid" commitgate -C missing --format=brief "$oid" HEAD
	undecided "$oid" commitgate -C missing --history --format=brief
'

it 'names a corrupt object and judges the rest' '
	cp -R r corrupt
	oid=$(git -C corrupt rev-parse HEAD~1)
	file=corrupt/.git/objects/$(echo "$oid" | sed "s,..,&/,")
	chmod +w "$file"
	printf garbage >"$file"
	undecided "$oid" commitgate -C corrupt --format=brief "$oid" HEAD
	: >"$file"
	undecided "$oid" commitgate -C corrupt --format=brief "$oid" HEAD
	head -c 30 "r/.git/objects/$(echo "$oid" | sed "s,..,&/,")" >"$file"
	undecided "$oid" commitgate -C corrupt --history
'

# What a commit changes is not for the other preset to know.
it 'judges an object that is hardly a commit' '
	for object in "tree 0\nnonsense" ""; do
		oid=$(printf "$object" | git -C r hash-object -w -t commit --literally --stdin)
		status 1 commitgate -C r --policy=core-validate-commit "$oid"
		undecided "$oid changes" commitgate -C r "$oid"
	done
'

it 'says that there is no repository' '
	mkdir empty
	undecided "opening repository" commitgate -C empty HEAD
	undecided "nowhere" commitgate -C nowhere HEAD
	undecided "nowhere" commitgate --git-dir nowhere HEAD
'

it 'says that a branch has no commits yet' '
	repo unborn
	undecided "HEAD" commitgate -C unborn
'

it 'refuses a repository whose format it does not know' '
	git init -q --object-format=sha256 sha256
	undecided "opening repository" commitgate -C sha256 HEAD
	repo future
	git -C future config core.repositoryFormatVersion 1
	git -C future config extensions.fromTheFuture true
	undecided "opening repository" commitgate -C future HEAD
'

it 'does not pass what a shallow clone has cut off' '
	git clone -q --depth 2 "file://$work/r" shallow
	undecided "shallow" commitgate -C shallow --history
	commitgate -C shallow --history --format=jsonl >out || true
	test "$(grep -c "\"verdict\":\"pass\"" out)" -eq 2
	base=$(git -C r rev-parse HEAD~2)
	undecided "$base" commitgate -C shallow "$base"..HEAD
	git -C shallow fetch -q --depth 1 origin "$base"
	undecided "shallow" commitgate -C shallow "$base"..HEAD
	status 0 commitgate -C shallow HEAD~1..HEAD
'

it 'names a message file that is not there' '
	undecided "nothing" commitgate --message-file=nothing
	undecided "empty" commitgate --message-file=empty
'

it 'judges a message file that is cut off anywhere' '
	good >whole
	size=$(wc -c <whole)
	cut=0
	while [ $cut -le "$size" ]; do
		head -c $cut whole >part
		code=0
		commitgate --message-file=part -q >out 2>&1 || code=$?
		test $code -le 1
		cut=$((cut + 7))
	done
'

it 'names malformed JSON' '
	echo "[{\"id\":\"a\",\"message\":\"doc: x\"" | undecided "JSON" commitgate -
	printf "" | undecided "JSON" commitgate -
	echo "hello" | undecided "JSON" commitgate -
	echo "3" | undecided "JSON" commitgate -
	printf "[\"\377\"]" | undecided "JSON" commitgate -
'

it 'names each bad element of good JSON and judges the rest' '
	cat >json <<-"END"
	[{"id": 3, "message": "doc: x"},
	 {"id": "b", "message": 3},
	 {"id": "c"},
	 "d",
	 null,
	 {"id": "f", "message": "doc: x", "author": 4},
	 {"id": "g", "message": "doc: x", "parents": "many"},
	 {"id": "h", "message": "doc: x"}]
	END
	status 2 commitgate --stage=draft --format=jsonl - <json >out
	test "$(grep -c "\"verdict\":\"error\"" out)" -eq 7
	grep "\"commit\":\"element 1\"" out
	grep "\"commit\":\"c\".*message.* is missing" out
	grep "\"commit\":\"h\".*\"verdict\":\"pass\"" out
'

it 'names each bad line of JSON Lines and judges the rest' '
	printf "%s\n" "{\"id\":\"a\",\"message\":\"doc: x\"}" "{oops" "{\"id\":\"b\",\"message\":\"doc: x\"}" >lines
	status 2 commitgate --stage=draft --format=jsonl - <lines >out
	test "$(grep -c "\"verdict\":\"pass\"" out)" -eq 2
	grep "\"commit\":\"line 2\".*\"verdict\":\"error\"" out
'

it 'names a number that no program can hold' '
	printf "%s\n" "{\"id\":\"a\",\"message\":\"doc: x\"}" "{\"parents\":1e999}" "{\"id\":\"b\",\"message\":\"doc: x\"}" >lines
	status 2 commitgate --stage=draft --format=jsonl - <lines >out
	test "$(grep -c "\"verdict\":\"pass\"" out)" -eq 2
	lacks "json.exception" out
	echo "[1e999]" | undecided "JSON" commitgate -
'

it 'does not pass where standard input cannot be read' '
	undecided "standard input" sh -c "exec commitgate -C r --stdin <&-"
	mkdir -p folder
	undecided "standard input" sh -c "exec commitgate -C r --stdin <folder"
	undecided "standard input" sh -c "exec commitgate - <&-"
'

it 'survives deeply nested JSON' '
	perl -e "print \"[\" x 100000" | undecided "JSON" commitgate -
	perl -e "print \"[\" x 100000, \"]\" x 100000" | status 2 commitgate - >out
'

it 'says that standard output is closed or full' '
	undecided "standard output" sh -c "exec commitgate -C r --format=jsonl HEAD >&-"
	undecided "standard output" sh -c "exec commitgate -C r --format=jsonl HEAD >/dev/full"
	undecided "standard output" sh -c "exec commitgate version >&-"
	undecided "unwritable" commitgate -C r -o nowhere/unwritable HEAD
'

it 'writes nothing into files that it opens while streams are closed' '
	cp r/.git/HEAD before
	sh -c "exec commitgate -C r --history --format=jsonl <&- >&- 2>&-" || true
	same before r/.git/HEAD
	git -C r rev-list --objects HEAD >/dev/null
'

it 'says that the reader went away' '
	i=0
	while [ $i -lt 3000 ]; do
		i=$((i + 1))
		printf "{\"id\":\"%d\",\"message\":\"x\"}\n" $i
	done >lines
	{ status 2 commitgate --format=jsonl - <lines 2>err || touch failed; } | head -n 1 >out
	test ! -e failed
	grep "writing to standard output" err
'

it 'explains wrong usage' '
	undecided "stage" commitgate -C r --stage=now HEAD
	undecided "format" commitgate -C r --format=xml HEAD
	undecided "color" commitgate -C r --color=red HEAD
	undecided "jobs" commitgate -C r --jobs=0 HEAD
	undecided "cleanup" commitgate --message-file=part --cleanup=some
	undecided "JSON" commitgate - HEAD
	undecided "message-file" commitgate --message-file=part HEAD
	undecided "opening" commitgate --message-file= --cleanup=strip
	undecided "policy" commitgate -C r --policy= HEAD
	undecided "stage" commitgate -C r --stage=draft -V HEAD
	undecided "format" commitgate -C r --format=json --tap HEAD
	undecided "nonsense" commitgate version --nonsense
	undecided "history" commitgate --message-file=part --history
	undecided "surprise" commitgate -C r --surprise HEAD
	undecided "did you mean" commitgate explain title-lenght
'

it 'judges 100 MB of JSON through a pipe' '
	perl -e "print qq([{\"id\":\"a\",\"message\":\"doc: x\\\\n\\\\n), q(x ) x 50_000_000, qq(y\"}])" |
		timeout 60 commitgate --stage=draft --format=brief - >out || test $? -eq 1
	grep "line-length" out
'

it 'judges a message of 100 MB, in any shape' '
	perl -e "print qq(doc: x\n\n), q(x ) x 50_000_000, q(y)" >long-line
	status 1 commitgate --message-file=long-line --format=brief >out
	perl -e "print qq(doc: x\n\n), qq(K: v\n) x 20_000_000" >trailers
	status 0 commitgate --message-file=trailers -q >out
	perl -e "print q(Revert \") x 10_000, q(doc: x), q(\") x 10_000" >reverts
	status 0 commitgate --message-file=reverts -q >out
'

done_testing
