#!/bin/sh
# SPDX-License-Identifier: MIT
# What the ledger tells those who ask it.
. tests/e2e/server.sh

made c0
made c1 c0
made c2 c1
written bad c1 <<'END'
Fix it.
END

server s
WHO=alice git -C "$work/c" push --quiet "$work/s.git" "c1:$main" || exit
WHO=bob git -C "$work/c" push --quiet "$work/s.git" "bad:$main" 2>/dev/null
WHO=bob git -C "$work/c" push --quiet "$work/s.git" "c2:$main" || exit

it 'lists a line a row, oldest first' '
	ledger s >list
	test "$(wc -l <list)" -eq 4
	sed -n 1p list | grep "baseline *baseline *- *$main *nothing\.\."
	sed -n 2p list | grep "landed *forward *alice *$main"
	sed -n 3p list | grep "refused *forward *bob *$main .*("
	sed -n 4p list | grep "landed *forward *bob *$main"
	ledger s list >again
	same list again
'

it 'lists objects with the keys of the manual, and no others' '
	ledger s --format jsonl >rows
	test "$(wc -l <rows)" -eq 4
	perl -MJSON::PP -e "my %k; while (<>) { %k = (%k, map { \$_ => 1 } keys %{decode_json(\$_)}) }
		print map { \"\$_\n\" } sort keys %k" rows >keys
	sed -n "/^\.Ss Keys of a row/,/^\.S[sh] [^K]/s/^\.It Va //p" "$root/man/commitgate-ledger.5" |
		sed "s/ , /\n/g" | sort >page
	same page keys
'

it 'lists the same objects as one document' '
	ledger s --format json | perl -MJSON::PP -0ne "
		print JSON::PP->new->canonical->encode(\$_), \"\n\" for @{decode_json(\$_)}" >document
	ledger s --format jsonl | perl -MJSON::PP -ne "
		print JSON::PP->new->canonical->encode(decode_json(\$_)), \"\n\"" >lines
	same lines document
'

it 'tells old and new as they are' '
	rows s kind old new pusher decision state >got
	cat >wanted <<-END
	baseline - c0 - none baseline
	forward c0 c1 alice accept landed
	forward c1 bad bob refuse refused
	forward c1 c2 bob accept landed
	END
	same wanted got
'

it 'lists what is asked for' '
	test "$(ledger s --pusher bob | wc -l)" -eq 2
	test "$(ledger s --pusher env:WHO:bob | wc -l)" -eq 2
	test "$(ledger s --pusher carol | wc -l)" -eq 0
	test "$(ledger s --ref "$main" --limit 1 | wc -l)" -eq 1
	ledger s --ref "$main" >full
	ledger s --ref "${main#refs/heads/}" >short
	same full short
	test "$(ledger s --ref refs/heads/other | wc -l)" -eq 0
	test "$(ledger s --since 1970-01-01 | wc -l)" -eq 4
	test "$(ledger s --until 1970-01-01 | wc -l)" -eq 0
	at=$(ledger s --format jsonl --limit 1 | sed "s/.*\"received\":\"\([^\"]*\)\".*/\1/")
	ledger s --since "$at" --until "$at" --format jsonl | grep "\"received\":\"$at\""
'

it 'finds the repository by options too' '
	ledger s >wanted
	commitgate ledger --git-dir s.git >got
	same wanted got
	commitgate ledger -C s.git >got
	same wanted got
	commitgate -C s.git ledger list >got
	same wanted got
'

it 'exports what git can verify' '
	ledger s export >entries
	test "$(wc -l <entries)" -gt 4
	sed "s/,\"hash\":\"[0-9a-f]*\"}\$/}/" entries | while IFS= read -r entry; do
		printf "%s\n" "$entry" | git hash-object --stdin
	done >computed
	sed "s/.*,\"hash\":\"\([0-9a-f]*\)\"}\$/\1/" entries >hashes
	same hashes computed
	sed "s/.*,\"prev\":\"\([0-9a-f]*\)\".*/\1/; 1d" entries >previous
	sed "\$d" hashes >but_last
	same but_last previous
'

it 'says that all is well' '
	ledger s verify >out
	echo "the ledger is whole, and the refs are as it says" >wanted
	same wanted out
'

it 'says that a ref was moved without a push, and then writes that down' '
	cp -R s.git moved.git
	git -C moved.git update-ref "$main" "$(oid c0)"
	status 1 ledger moved verify >out
	echo "'"'$main' is $(oid c0), and should be $(oid c2)"': it was moved without a push" >wanted
	same wanted out
	test "$(ledger moved | wc -l)" -eq 5
	ledger moved | tail -n 1 | grep "outside *outside *-"
	ledger moved verify
'

it 'says that a ref was made without a push' '
	cp -R s.git made.git
	git -C made.git update-ref refs/heads/new "$(oid c0)"
	status 1 ledger made verify >out
	echo "'"'refs/heads/new' is $(oid c0), and should be nothing"': it was moved without a push" >wanted
	same wanted out
'

it 'says how many more pushes were refused than it has rows of' '
	command -v sqlite3 >/dev/null || exit 0
	cp -R s.git often.git
	sqlite3 often.git/commitgate/ledger.sqlite3 "update refused set count = 21"
	ledger often >out
	tail -n 1 out | grep "^bob: 20 more pushes refused on [0-9-]*\$"
	test "$(ledger often --format jsonl | wc -l)" -eq 4
	test "$(ledger often --ref "$main" | grep -c more)" -eq 0
'

it 'starts the time again, and says why' '
	cp -R s.git wrong.git
	status 2 ledger wrong reset-clock 2>err
	grep -e "--reason" err
	test "$(ledger wrong | wc -l)" -eq 4
	ledger wrong reset-clock --reason "the battery was empty"
	rows wrong kind state reason | tail -n 1 >out
	grep "^clock landed .*: the battery was empty$" out
	ledger wrong verify
	takes wrong bob "c2:refs/heads/more"
	refuses wrong bob "c1:$main"
'

it 'says where there is no ledger, and makes none' '
	bare none
	for action in list verify export "reset-clock --reason x"; do
		# shellcheck disable=SC2086 # two words
		status 2 ledger none $action 2>err
		grep "there is no ledger in " err
	done
	test ! -e none.git/commitgate
	status 2 commitgate ledger --git-dir nowhere
'

it 'refuses what it does not understand' '
	status 2 ledger s frobnicate 2>err
	grep frobnicate err
	status 2 ledger s --since yesterday 2>err
	grep "yesterday.*2026-11-22" err
	for limit in 0 -1 x 5x 99999999999999999999; do
		status 2 ledger s --limit "$limit" 2>err
		grep "line: --limit is .$limit., a number from 1 is wanted" err
	done
	status 2 ledger s --format xml 2>err
	grep "line: --format is .xml., text, json or jsonl is wanted" err
	status 2 ledger s verify --limit 5 2>err
	grep "line: verify takes no --limit" err
	status 2 ledger s export --ref "$main"
	status 2 ledger s reset-clock --reason x --format json
	status 2 ledger s --reason x 2>err
	grep "line: list takes no --reason" err
	status 2 ledger s list verify
'

it 'can be read by whom the repository is shared with' '
	git init --quiet --bare --shared=0644 shared.git
	git -C shared.git config commitgate.identity env:WHO
	guard shared
	takes shared alice "c0:$main" c1:refs/heads/other
	test "$(stat -c %a shared.git/commitgate/ledger.sqlite3)" = 644
	git -C shared.git update-ref "$main" "$(oid c1)"
	chmod -R a+rX .
	if [ "$(id -u)" -eq 0 ] && command -v setpriv; then
		as="setpriv --reuid 65534 --regid 65534 --clear-groups"
		$as true || as=
	fi
	# Whoever may write settles the ledger itself.
	(cd shared.git && ${as-} env HOME=/ commitgate ledger --format jsonl) >out
	grep "\"state\":\"outside\"" out
'

it 'has its options in the manual, and no others' '
	commitgate ledger --help | sed -n "s/^ *\(-[^ ]*\).*/\1/p" | tr , "\n" | grep -v -e "^-h$" -e "^--help$" | sort >help
	grep "^--limit$" help
	sed -n "/^The options are these/,/^\.Ss/s/^\.It Fl //p" "$root/man/commitgate-ledger.5" |
		sed "s/ A[rc] [a-z]*//g; s/ , Fl /\n/g" | sed "s/^/-/" >page
	echo "--reason" >>page
	sort page >sorted
	same help sorted
'

done_testing
