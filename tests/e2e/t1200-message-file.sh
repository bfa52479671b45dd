#!/bin/sh
# SPDX-License-Identifier: MIT
# A commit-msg hook judges exactly what git then stores, in each way that git
# has of cleaning up a message.
. tests/e2e/lib.sh

# A policy under which every line but the title is a finding, with its length.
cat >"$work/policy.toml" <<'END'
[rules.line-length]
max = 1
END

repo "$work/r"

cat >"$work/r/.git/hooks/commit-msg" <<END
#!/bin/sh
commitgate check --message-file="\$1" --policy='$work/policy.toml' \\
	--format=jsonl >'$work/hook.json'
exit 0
END
chmod +x "$work/r/.git/hooks/commit-msg"

# Lines of different lengths: comments, trailing blanks, runs of blank lines,
# a scissors line and what follows it.
cat >"$work/message" <<'END'

#1 is what this fixes in the title of it
# a comment that is no comment in some modes, number two
; another comment, for those who have this as comment character, three

Body with a trailing blank that goes in most of the modes, four	 


Body after two blank lines, of which one goes in most modes, five
# a comment in the middle of a paragraph that may vanish or stay
still the same paragraph or not, as the comment goes or stays, six
# ------------------------ >8 ------------------------
text below the scissors which survives in most modes and not in all, seven

Refs: https://github.com/nodejs/node/issues/1
END

# An editor that changes the message as people do.
cat >"$work/editor" <<'END'
#!/bin/sh
{
	echo "doc: a title typed into the editor by somebody"
	echo
	cat "$1"
} >"$1.new" && mv "$1.new" "$1"
END
chmod +x "$work/editor"

# The title, the trailers and each finding but for its line, which is that of
# the file in the hook and that of the message afterwards.
said() {
	perl -MJSON::PP -ne '
		my $v = decode_json($_);
		print "$v->{title}\n";
		print join("|", map { $_ // "" } @$_{qw(rule column length message found)}), "\n"
			for sort { $a->{line} <=> $b->{line} || $a->{column} <=> $b->{column} ||
				$a->{rule} cmp $b->{rule} } @{$v->{findings}};
		print "$_->{key}: $_->{value}\n" for @{$v->{trailers}};
	' "$1"
}

# judged_as_stored [git options] -- [git commit options]
judged_as_stored() {
	config=
	while [ "$1" != -- ]; do
		config="$config $1"
		shift
	done
	shift
	rm -f hook.json
	# shellcheck disable=SC2086 # options without blanks
	git -C r $config commit --quiet --allow-empty "$@" >commit.out 2>&1 || {
		cat commit.out
		return 1
	}
	commitgate -C r --policy "$work/policy.toml" --stage=draft --format=jsonl >stored.json || true
	said hook.json >hook.said
	said stored.json >stored.said
	same stored.said hook.said
	test "$(wc -l <stored.said)" -gt 3
}

for mode in default verbatim whitespace strip scissors; do
	it "knows --cleanup=$mode without an editor" "
		judged_as_stored -- --cleanup=$mode --file=../message
	"
	it "knows --cleanup $mode, two words, with an editor" "
		export GIT_EDITOR='$work/editor'
		judged_as_stored -- --cleanup $mode --edit --file=../message
	"
	it "knows commit.cleanup=$mode without an editor" "
		judged_as_stored -c commit.cleanup=$mode -- --file=../message
	"
	it "knows commit.cleanup=$mode with an editor" "
		export GIT_EDITOR='$work/editor'
		judged_as_stored -c commit.cleanup=$mode -- --edit --file=../message
	"
	it "knows commit.cleanup=$mode with -v" "
		export GIT_EDITOR='$work/editor'
		echo $mode >r/changed
		git -C r add changed
		judged_as_stored -c commit.cleanup=$mode -- -v -e -F ../message
	"
	it "knows commit.cleanup=$mode with another comment character" "
		export GIT_EDITOR='$work/editor'
		judged_as_stored -c core.commentChar=';' -c commit.cleanup=$mode -- -e -F ../message
	"
	it "knows commit.cleanup=$mode with core.commentChar=auto" "
		export GIT_EDITOR='$work/editor'
		judged_as_stored -c core.commentChar=auto -c commit.cleanup=$mode -- -e -F ../message
		unset GIT_EDITOR
		judged_as_stored -c core.commentChar=auto -c commit.cleanup=$mode -- -F ../message
		judged_as_stored -c core.commentChar=auto -c commit.cleanup=$mode -- -v -F ../message
	"
done

it 'lets the command line win over the configuration' '
	judged_as_stored -c commit.cleanup=strip -- --cleanup=verbatim -F ../message
'

it 'knows commit.verbose, with an editor and without' '
	judged_as_stored -c commit.verbose=true -- -F ../message
	export GIT_EDITOR="$work/editor"
	judged_as_stored -c commit.verbose=2 -- -e -F ../message
'

it 'knows an editor called : from no editor' '
	export GIT_EDITOR=:
	judged_as_stored -- -e -F ../message
	judged_as_stored -- -F ../message
'

it 'sees through an alias' '
	judged_as_stored -c alias.ci="commit" -- --cleanup=verbatim -F ../message
	rm -f hook.json
	git -C r -c "alias.ci=commit --cleanup=verbatim --quiet --allow-empty" ci -F ../message
	commitgate -C r --policy "$work/policy.toml" --stage=draft --format=jsonl >stored.json || true
	said hook.json >hook.said
	said stored.json >stored.said
	same stored.said hook.said
'

it 'knows an amended commit' '
	judged_as_stored -- --amend --no-edit
	export GIT_EDITOR="$work/editor"
	judged_as_stored -- --amend
'

it 'knows what a rebase rewords, for which git runs the hook' '
	repo squash
	cp r/.git/hooks/commit-msg squash/.git/hooks/
	for n in 1 2 3; do
		echo $n >squash/file
		git -C squash add file
		git -C squash commit -q -m "doc: change $n" -m "A body for number $n, which is long enough"
	done
	export GIT_SEQUENCE_EDITOR="sed -i 2s/pick/reword/" GIT_EDITOR="$work/editor"
	rm -f hook.json
	git -C squash rebase -q -i HEAD~2
	commitgate -C squash --policy "$work/policy.toml" --stage=draft --format=jsonl >stored.json || true
	said hook.json >hook.said
	said stored.json >stored.said
	same stored.said hook.said
	test "$(wc -l <stored.said)" -gt 2
'

it 'lets git give up a template that nobody has edited' '
	printf "doc:\n\nWhat changed and why, in lines of no more than 72 columns, I beg you.\n" >template
	export GIT_EDITOR=true
	rm -f hook.json
	status 1 git -C r commit -q --allow-empty -t ../template
	lacks "\"verdict\"" hook.json
	status 1 git -C r -c commit.template="$work/template" commit -q --allow-empty
	lacks "\"verdict\"" hook.json
	export GIT_EDITOR="sed -i 1s/doc:/doc:.edited/"
	git -C r commit -q --allow-empty -t ../template
	grep "\"verdict\"" hook.json
'

it 'judges a file in UTF-16 and one with a byte order mark' '
	printf "d\0o\0c\0:\0 \0x\0\n\0" >utf16
	status 1 commitgate --message-file=utf16 --format=brief >out
	grep "message-hygiene" out
	printf "\357\273\277doc: x\n" >bom
	status 1 commitgate --message-file=bom --format=brief >out
	grep "message-hygiene" out
'

it 'leaves standard input to others' '
	printf "doc: x\n" >file
	echo kept | { commitgate --message-file=file -q; cat; } >out
	grep "^kept$" out
	status 0 sh -c "exec commitgate -q --message-file=file <&-"
'

it 'gives the lines their numbers in the file' '
	printf "# comment\n\ndocs: x\n" >file
	status 1 commitgate --message-file=file --format=brief >out
	grep "^file:3:1: error: .*subsystem" out
'

it 'lets git give up an empty message by itself' '
	printf "\n# only comments\n" >file
	status 0 commitgate --message-file=file
	export GIT_EDITOR=true
	status 1 git -C r commit --quiet --allow-empty
'

it 'does not let a title hide behind a comment character' '
	status 0 git -C r commit --quiet --allow-empty -m "#123 fix"
	grep "\"verdict\":\"fail\"" hook.json
'

it 'takes a merge for a merge by MERGE_HEAD, not by its title' '
	git -C r checkout -q -b side HEAD~2
	git -C r commit -q --allow-empty -m "doc: on the side"
	git -C r merge -q --no-edit main
	grep "\"verdict\":\"pass\"" hook.json
	git -C r commit -q --allow-empty -m "Merge branch main into side"
	grep "\"verdict\":\"fail\"" hook.json
'

it 'takes an amended merge for a merge' '
	git -C r checkout -q -b amended main
	git -C r checkout -q -b other HEAD~1
	git -C r commit -q --allow-empty -m "doc: other"
	git -C r checkout -q amended
	git -C r merge -q --no-ff --no-edit other
	rm -f hook.json
	git -C r commit -q --amend --no-edit
	grep "\"verdict\":\"pass\"" hook.json
'

it 'says nothing in text where there is nothing to say' '
	printf "doc: x\n" >file
	commitgate --message-file=file >out
	test ! -s out
'

it 'reads the charset that git will store' '
	printf "doc: caf\351 au lait\n" >latin1
	rm -f hook.json
	git -C r -c i18n.commitEncoding=ISO-8859-1 commit -q --allow-empty -F ../latin1
	grep "\"verdict\":\"pass\"" hook.json
	commitgate -C r --stage=draft
	printf "doc: \351 is not UTF-8\n" >bad
	status 1 commitgate --message-file=bad >out
	grep message-hygiene out
'

it 'judges with the author whom git will store' '
	cat >dco.toml <<-"END"
	extends = "core-validate-commit"
	END
	sed "s,policy.toml,dco.toml," r/.git/hooks/commit-msg >hook
	cp hook r/.git/hooks/commit-msg
	git -C r commit -q --allow-empty --author="Else <else@example.com>" \
		-m "doc: x" -m "Signed-off-by: Else <else@example.com>"
	grep "\"findings\":\[\]" hook.json
	git -C r commit -q --allow-empty \
		-m "doc: x" -m "Signed-off-by: Else <else@example.com>"
	grep "not the author" hook.json
'

it 'opens no repository for a message file' '
	repo odd
	git -C odd config core.repositoryFormatVersion 1
	git -C odd config extensions.preciousObjects true
	printf "doc: x\n" >odd/file
	cd odd
	status 2 commitgate HEAD
	status 0 commitgate --message-file=file
'

done_testing
