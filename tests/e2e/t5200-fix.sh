#!/bin/sh
# SPDX-License-Identifier: MIT
# Messages are repaired where it is sure how: told, shown, done, planned, and
# nothing is lost or run on the way.
. tests/e2e/lib.sh

# bad: prints a message that can be repaired from its title to its end.
bad() {
	cat <<'END'
Docs : Explain how commits are  landed.
The steps were spread over three pages, which nobody has ever read up to their ends.

Fixes: #12

PR-URL: https://github.com/nodejs/node/pull/24650
Reviewed-by: Rich Trott <rtrott@gmail.com>
Reviewed-By: Luigi Pinca <luigipinca@gmail.com>
END
}

# repaired: that message afterwards.
repaired() {
	cat <<'END'
doc: explain how commits are landed

The steps were spread over three pages, which nobody has ever read up to
their ends.

PR-URL: https://github.com/nodejs/node/pull/24650
Fixes: https://github.com/nodejs/node/issues/12
Reviewed-By: Rich Trott <rtrott@gmail.com>
Reviewed-By: Luigi Pinca <luigipinca@gmail.com>
END
}

# message_of DIR REV
message_of() {
	git -C "$1" cat-file commit "$2" | sed '1,/^$/d'
}

# fresh: the repository r, with a good commit.
fresh() {
	rm -rf r
	repo r
	echo 'extends = "nodejs"' >r/.commitgate.toml
	git -C r add .commitgate.toml
	good | commit r
}

it 'a commit with nothing to repair is passed over in silence' '
	fresh
	status 0 commitgate fix -C r >out
	test ! -s out
'

it 'what would be repaired is told, and nothing done' '
	fresh
	bad | commit r
	before=$(git -C r rev-parse HEAD)
	status 1 commitgate fix -C r >out
	grep "Docs : Explain" out
	for step in key-spelling blank-line subsystem-spelling title-spaces \
		title-case title-end trailer-urls metadata-paragraphs wrap; do
		grep "\[$step\]" out
	done
	lacks "left to you" out
	test "$(git -C r rev-parse HEAD)" = "$before"
'

it 'what is left to people is told' '
	fresh
	printf "foo: fix!\n" | commit r
	status 1 commitgate fix -C r >out
	grep "left to you" out
	grep "\[subsystem\]" out
	lacks "would be repaired" out
	printf "foo: fix\n" | commit r
	status 1 commitgate fix -C r HEAD~2..HEAD >out
	test "$(grep -c "left to you" out)" -eq 2
'

it 'a diff shows the repair' '
	fresh
	bad | commit r
	status 1 commitgate fix --diff -C r >out
	grep "^-Docs : Explain how commits are  landed.\$" out
	grep "^+doc: explain how commits are landed\$" out
	grep "^@@ " out
'

it 'a diff that cannot show what is left has a line beside it' '
	fresh
	printf "foo: fix\n" | commit r
	id=$(git -C r rev-parse HEAD | cut -c 1-12)
	echo "commitgate: $id: 3 errors left to you: [pr-url] [reviewers] [subsystem]" \
		>wanted
	status 1 commitgate fix --diff -C r >out 2>err
	test ! -s out
	same wanted err
	printf "foo: Fix\n" >file
	echo "commitgate: ../file: 1 error left to you: [subsystem]" >wanted
	status 1 commitgate fix --diff -C r --message-file ../file >out 2>err
	grep -x "+foo: fix" out
	same wanted err
	good | commit r
	status 0 commitgate fix --diff -C r >out 2>err
	test ! -s out
	test ! -s err
'

it 'nothing in a diff reaches the terminal' '
	fresh
	printf "doc: Fix \033[31mred\033[m.\n\n\033]0;x\007 \r\n" | commit r
	status 1 commitgate fix --diff -C r >out
	status 1 commitgate fix -C r >>out
	test -s out
	tr -d "\n" <out >line
	lacks -q "[[:cntrl:]]" line
	grep -F "x1b[31mred" out
'

it 'a message passes through and is repaired' '
	bad | commitgate fix --stage=landing - >out
	repaired >wanted
	same wanted out
	commitgate fix --stage=landing - <wanted >again
	same wanted again
'

it 'a message that needs nothing passes through byte for byte' '
	printf "\n\ndoc: fix typo\n\nx" >in
	commitgate fix - <in >out
	cmp in out
	printf "foo!" >in
	commitgate fix - <in >out
	cmp in out
	: >in
	commitgate fix - <in >out
	cmp in out
'

it 'HEAD is repaired, and nothing but its message' '
	fresh
	echo x >r/file
	git -C r add file
	bad | commit r --author="Ann Other <ann@example.com>" --date="1600000000 +0200"
	old=$(git -C r rev-parse HEAD)
	echo staged >r/file
	git -C r add file
	echo open >r/file
	status 0 commitgate fix --write -C r >out
	new=$(git -C r rev-parse HEAD)
	grep "$new" out
	grep "$(echo "$old" | cut -c 1-12)" out
	repaired >wanted
	message_of r HEAD >got
	same wanted got
	test "$(git -C r show -s --format="%an %ae %ad" --date=raw)" = \
		"Ann Other ann@example.com 1600000000 +0200"
	test "$(git -C r rev-parse "$new^{tree}")" = "$(git -C r rev-parse "$old^{tree}")"
	test "$(git -C r show :file)" = staged
	test "$(cat r/file)" = open
	commitgate check -C r
	status 0 commitgate fix --write -C r >out
	test ! -s out
	test "$(git -C r rev-parse HEAD)" = "$new"
'

it 'a commit is repaired as far as that goes' '
	fresh
	printf "foo: Fix.\n" | commit r
	status 1 commitgate fix --write --stage=draft -C r >out
	grep "left to you" out
	test "$(git -C r show -s --format=%s)" = "foo: fix"
'

it 'nothing is written where the work is elsewhere' '
	fresh
	bad | commit r
	head=$(git -C r rev-parse HEAD)
	status 2 commitgate fix --write -C r HEAD~1
	status 2 commitgate fix --write -C r "$head"
	status 2 commitgate fix --write -C r - </dev/null
	git clone --quiet --bare r bare
	status 2 commitgate fix --write -C bare
	repo empty
	status 2 commitgate fix --write -C empty
	git -C r checkout --quiet -b side HEAD~1
	good | commit r
	git -C r merge --quiet --no-commit --no-ff main
	status 2 commitgate fix --write -C r
	test "$(git -C r rev-parse main)" = "$head"
'

it 'nothing is written while a rebase is under way, unless it asks for that' '
	fresh
	bad | commit r
	GIT_SEQUENCE_EDITOR="sed -i s/^pick/edit/" git -C r rebase --quiet -i HEAD~1
	status 2 commitgate fix --write -C r 2>err
	grep "a rebase is under way" err
	status 0 commitgate fix --write --in-rebase -C r
	git -C r rebase --continue
	repaired >wanted
	message_of r main >got
	same wanted got
'

it 'a hook that refuses is heard' '
	fresh
	bad | commit r
	printf "#!/bin/sh\nexit 1\n" >r/.git/hooks/commit-msg
	chmod +x r/.git/hooks/commit-msg
	status 2 commitgate fix --write -C r
	message_of r HEAD >got
	bad >wanted
	same wanted got
'

it 'a scissors line in a message cuts nothing off' '
	fresh
	printf "doc: Fix\n\none\n# %s >8 %s\ntwo\n" \
		------------------------ ------------------------ >in
	commit r --cleanup=verbatim <in
	message_of r HEAD >got
	same in got
	git -C r config commit.verbose true
	status 1 commitgate fix --write --stage=draft -C r >out
	grep "scissors line is left over" out
	sed "s/Fix/fix/" in >wanted
	message_of r HEAD >got
	same wanted got
'

it 'a hook that writes another message is told of' '
	fresh
	bad | commit r
	old=$(git -C r rev-parse HEAD)
	printf "#!/bin/sh\necho more >>\"\$1\"\n" >r/.git/hooks/commit-msg
	chmod +x r/.git/hooks/commit-msg
	status 2 commitgate fix --write -C r 2>err
	grep -F "it was $old, and $(git -C r rev-parse HEAD) has another message" err
'

# raw_commit DIR: a commit with the message on standard input, byte for byte.
raw_commit() {
	{
		git -C "$1" cat-file commit HEAD | sed "/^\$/q"
		cat
	} >raw
	git -C "$1" update-ref HEAD \
		"$(git -C "$1" hash-object --literally -t commit -w "$PWD/raw")"
}

it 'what git would not store byte for byte is not written' '
	fresh
	for text in "Fix caf\\351" "Fix \\357\\267\\220" "Fix\\n\\n\\000"; do
		printf "doc: $text\n" | raw_commit r
		old=$(git -C r rev-parse HEAD)
		status 2 commitgate fix --write --stage=draft -C r >out 2>err
		grep -E "is not in UTF-8|has a NUL" err
		test ! -s out
		test "$(git -C r rev-parse HEAD)" = "$old"
	done
	printf "doc: Fix caf\\351\n" >file
	cp file before
	status 2 commitgate fix -C r --write --message-file ../file 2>err
	grep "is not in UTF-8" err
	cmp before file
'

it 'a plan repairs a series' '
	fresh
	bad | commit r
	good | commit r
	printf "Doc: Add x \$(touch hacked) \`touch hacked\`.\n" | commit r
	old=$(git -C r rev-parse HEAD)
	status 0 commitgate fix -C r --rev HEAD~3..HEAD >plan
	test "$(git -C r rev-parse HEAD)" = "$old"
	grep "^# 2 of 3 commits can be repaired" plan
	test "$(grep -c ^pick plan)" -eq 3
	test "$(grep -c ^exec plan)" -eq 2
	cp plan r/plan
	sed -n "s/^#   //p" plan >run.sh
	cd r
	sh ../run.sh
	git log -3 --reverse --format=%s >../got
	cat >../wanted <<-"END"
	doc: explain how commits are landed
	doc: explain how commits are landed
	doc: add x $(touch hacked) `touch hacked`
	END
	same ../wanted ../got
	test ! -e hacked
	status 0 commitgate fix --rev HEAD~3.. >../plan
	grep "^# 0 of 3" ../plan
	lacks ^exec ../plan
'

# follows_plan: the plan in `plan` is run at the top of the work tree r.
follows_plan() {
	cp plan r/plan
	sed -n "s/^#   //p" plan >run.sh
	(cd r && sh ../run.sh && rm plan)
}

it 'a plan finds the policy and the repository from wherever it was made' '
	fresh
	bad | commit r
	mkdir "r/a folder"
	printf "extends = \"nodejs\"\n" >"r/a folder/q.toml"
	mv r/.git "the.git"
	(cd "r/a folder" && status 0 commitgate fix --git-dir=../../the.git \
		--policy=q.toml --rev HEAD~1..HEAD) >plan
	grep -F "exec commitgate fix --write --in-rebase --git-dir $PWD/the.git --policy" plan
	grep -F "r/a folder/q.toml" plan
	follows_plan
	git --git-dir=the.git log -1 --format=%s >got
	echo "doc: explain how commits are landed" >wanted
	same wanted got
'

it 'a plan leaves presets and policies on branches as they are' '
	fresh
	bad | commit r
	printf "extends = \"nodejs\"\n" >r/q.toml
	git -C r add q.toml
	good | commit r
	for policy in nodejs main:q.toml; do
		status 0 commitgate fix -C r --policy="$policy" --rev HEAD~2..HEAD >plan
		grep "^exec .* --policy $policy ||" plan
	done
'

it 'no plan has steps of two lines' '
	fresh
	bad | commit r
	name=$(printf "two\nlines")
	printf "extends = \"nodejs\"\n" >"$name"
	status 2 commitgate fix -C r --policy="../$name" --rev HEAD~1..HEAD >plan \
		2>err
	grep -F "has a line feed" err
	test ! -s plan
'

it 'no plan is made of what cannot be rebased in a line' '
	fresh
	bad | commit r
	bad | commit r
	status 2 commitgate fix -C r --rev HEAD~2..HEAD~1
	git -C r checkout --quiet -b side HEAD~1
	good | commit r
	git -C r merge --quiet -m "doc: merge" main
	status 2 commitgate fix -C r --rev HEAD~2..HEAD
	status 2 commitgate fix -C r --rev nothing..HEAD
	status 2 commitgate fix -C r --rev HEAD~1..HEAD --write
'

# keeps_the_rest MODE: the message in `file` is repaired, and nothing else.
keeps_the_rest() {
	sed "s/^Docs: Fix a typo\.\$/doc: fix a typo/" file >wanted
	status 1 commitgate fix --cleanup="$1" --message-file file
	status 0 commitgate fix --write --cleanup="$1" --message-file file >out
	same wanted file
	grep "title-case" out
	status 0 commitgate fix --cleanup="$1" --message-file file
}

it 'comments around a message stay' '
	printf "# x\n\nDocs: Fix a typo.\n\n# Please enter a message. \n#\tx\n" >file
	keeps_the_rest strip
'

it 'what follows a scissors line stays' '
	cat >file <<-"END"

	Docs: Fix a typo.
	# ------------------------ >8 ------------------------
	# Do not modify or remove the line above.
	diff --git a/x b/x
	-Docs: Fix a typo. And more.
	END
	keeps_the_rest scissors
'

it 'a message file with a comment in the middle is left alone' '
	fresh
	printf "doc: Fix a typo.\n# a comment\nIt was there.\n" >file
	cp file before
	status 2 commitgate fix -C r --write --message-file ../file 2>err
	grep "line 2" err
	cmp before file
	status 1 commitgate fix -C r --diff --message-file ../file
'

it 'no repaired line becomes a comment' '
	fresh
	git -C r config core.commentChar w
	printf "doc: fix\n\n%s %s\n" \
		"Columns are counted, and no bytes are, for nobody has ever seen any byte" \
		"was here" >file
	cp file before
	status 2 commitgate fix -C r --write --message-file ../file 2>err
	grep "for a comment" err
	cmp before file
'

it 'a message that git gives up is nothing to repair' '
	printf "# nothing\n" >file
	status 0 commitgate fix --write --message-file file >out
	test ! -s out
	status 2 commitgate fix --message-file missing
'

it 'what contradicts itself is refused' '
	fresh
	status 2 commitgate fix -C r --diff --write
	status 2 commitgate fix -C r --in-rebase
	status 2 commitgate fix -C r - HEAD
	status 2 commitgate fix -C r --message-file x HEAD
	status 2 commitgate fix -C r --rev HEAD~1.. HEAD
	status 2 commitgate fix -C r --cleanup=strip
	status 2 commitgate fix -C r --stage=never
	status 2 commitgate fix -C r no-such-revision
'

it 'commitgate(1) has the options of fix' '
	commitgate fix --help | sed -n "s/^ *\(-[^ ]*\).*/\1/p" | tr , "\n" | grep -e "^--" | sort >help
	for option in $(grep -vxe --help help); do
		sed -n "/^\.Ss Repairing messages/,/^\.Ss Inst/p" "$root/man/commitgate.1" |
			grep -qe "Fl -${option#--}" || echo "$option"
	done >missing
	cat missing
	test ! -s missing
'

done_testing
