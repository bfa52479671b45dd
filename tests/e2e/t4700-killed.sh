#!/bin/sh
# SPDX-License-Identifier: MIT
# Pushes that end before they are through, at each stage, and clients that go
# away: whatever was killed when, the ledger then tells exactly what happened.
. tests/e2e/server.sh

made c0
made c1 c0
made c1a c0
made c1b c0
made c2 c1
made c3 c2
made other c1
made elsewhere c0
made further elsewhere

server begin
WHO=alice git -C "$work/c" push --quiet "$work/begin.git" "c1:$main" || exit

# A server whose main is c1, alice's.
fresh() {
	rm -rf s.git
	cp -R begin.git s.git
}

# tells <<END: the ledger is whole, and that are its rows behind alice's.
tells() {
	cat >wanted.rows
	rows s ref kind old new pusher state | sed 1,2d >got.rows
	same wanted.rows got.rows
	ledger s verify
}

# broken_off WHO REFSPEC...: a push that does not come to its end.
broken_off() {
	breaking=$1
	shift
	if pushes "$breaking" s "$@"; then
		echo 'the push has come to its end'
		return 1
	fi
}

# What anybody should be able to do afterwards; git itself wants the locks of a
# process that was killed to be removed by hand.
goes_on() {
	as_it_was s pre-receive post-receive reference-transaction
	find s.git -name "*.lock" -delete
	takes s bob "further:refs/heads/goes-on"
	takes s bob "elsewhere:refs/heads/goes-on"
}

# ---- while the pack arrives -------------------------------------------------

for way in kill hang-up; do
	for point in advertisement commands half-pack; do
		it "knows nothing of a push that ends with the $point ($way)" "
			fresh
			raw s alice --$way $point --send c2 \"\$(oid c1) \$(oid c2) \$main\"
			tells </dev/null
			test \"\$(value s)\" = \"\$(oid c1)\"
			takes s alice \"c1a:\$main\"
		"
	done
done

# ---- receive-pack is killed -------------------------------------------------

it 'forgets a push that is killed before its hook has looked' '
	fresh
	around s pre-receive "cat >/dev/null; kill -KILL \$receiver"
	broken_off alice "c2:$main"
	tells </dev/null
	goes_on
	takes s alice "c1a:$main"
'

it 'is not stopped for ever by a hook that lives on alone' '
	fresh
	around s pre-receive "
		cat >updates
		kill -KILL \$receiver
		tries=0
		above=\$receiver
		while [ \$above = \$receiver ] && [ \$tries -lt 100000 ]; do
			tries=\$((tries + 1))
			read -r _ _ _ above _ </proc/\$\$/stat
		done
		exec \"\$real\" <updates
	"
	raw s alice --send c2 "$(oid c1) $(oid c2) $main"
	grep "signal 9" said
	test "$(value s)" = "$(oid c1)"
	rows s new state >got
	lacks -E "^c2 (landed|intended)" got
	goes_on
	takes s alice "c1a:$main"
	ledger s verify
'

for what in 'c2 forward' 'c1a rewrite' 'c0 rewrite'; do
	new=${what% *}
	kind=${what#* }
	it "abandons a push that is killed when the hook has agreed ($kind to $new)" "
		fresh
		around s pre-receive '\"\$real\" && kill -KILL \$receiver'
		broken_off alice $new:\$main
		test \"\$(value s)\" = \"\$(oid c1)\"
		tells <<-END
		\$main $kind c1 $new alice abandoned
		END
		goes_on
		takes s alice c1b:\$main
	"

	it "abandons one that is killed when the ref is locked ($kind to $new)" "
		fresh
		around s reference-transaction 'cat >/dev/null; test \"\$1\" != prepared || kill -KILL \$receiver'
		broken_off alice $new:\$main
		test \"\$(value s)\" = \"\$(oid c1)\"
		tells <<-END
		\$main $kind c1 $new alice abandoned
		END
		goes_on
		takes s alice c1b:\$main
	"

	it "lands one that is killed when the ref has moved ($kind to $new)" "
		fresh
		around s reference-transaction 'cat >/dev/null; test \"\$1\" != committed || kill -KILL \$receiver'
		broken_off alice $new:\$main
		test \"\$(value s)\" = \"\$(oid $new)\"
		tells <<-END
		\$main $kind c1 $new alice landed
		END
		goes_on
		takes s alice c1b:\$main
	"

	it "lands one that is killed before it is confirmed ($kind to $new)" "
		fresh
		around s post-receive 'kill -KILL \$receiver'
		broken_off alice $new:\$main
		tells <<-END
		\$main $kind c1 $new alice landed
		END
		goes_on
		takes s alice c1b:\$main
	"

	it "lands one that is killed after it is confirmed ($kind to $new)" "
		fresh
		around s post-receive '\"\$real\"; kill -KILL \$receiver'
		broken_off alice $new:\$main
		tells <<-END
		\$main $kind c1 $new alice landed
		END
		goes_on
		takes s alice c1b:\$main
	"
done

it 'tells the refs that have moved from those that have not' '
	fresh
	around s reference-transaction "cat >/dev/null; test \"\$1\" != committed || kill -KILL \$receiver"
	broken_off alice "c2:$main" "c2:refs/heads/x" "c2:refs/heads/y"
	for ref in $main refs/heads/x refs/heads/y; do
		if [ "$(value s $ref)" = "$(oid c2)" ]; then
			echo "$ref landed"
		else
			echo "$ref abandoned"
		fi
	done >wanted
	rows s ref state | sed 1,2d >got
	same wanted got
	grep landed got
	ledger s verify
'

it 'lands a deletion that is killed' '
	fresh
	policy s <<-"END"
	extends = "nodejs"
	[[refs]]
	match = "refs/heads/*"
	delete = "window"
	END
	takes s alice "further:refs/heads/x"
	around s reference-transaction "cat >/dev/null; test \"\$1\" != committed || kill -KILL \$receiver"
	broken_off alice ":refs/heads/x"
	tells <<-END
	refs/heads/x create - further alice landed
	refs/heads/x delete further - alice landed
	END
'

it 'credits what was killed to nobody else' '
	fresh
	around s reference-transaction "cat >/dev/null; test \"\$1\" != committed || kill -KILL \$receiver"
	broken_off bob "c2:$main"
	as_it_was s reference-transaction
	refuses s alice "c1a:$main"
	refuses s alice "c1:$main"
	takes s bob "other:$main"
'

# ---- the client goes away ---------------------------------------------------

it 'lands a push whose client goes away while the hook looks, and does not rely on post-receive' '
	fresh
	mkfifo s.git/gone
	around s pre-receive "timeout 30 cat gone >/dev/null; \"\$real\""
	around s post-receive "echo ran >ran"
	echo >s.git/gone &
	raw s alice --hang-up pack --send c2 "$(oid c1) $(oid c2) $main"
	test "$(value s)" = "$(oid c2)"
	test ! -e s.git/ran
	tells <<-END
	$main forward c1 c2 alice landed
	END
	as_it_was s pre-receive
	takes s alice "c1a:$main"
'

it 'lets nobody clear their clock by hanging up' '
	fresh
	raw s alice --hang-up pack --send c1a "$(oid c1) $(oid c1a) $main"
	refuses s bob "c1b:$main"
	rows s new pusher state | sed 1,2d | head -n 1 >got
	echo "c1a alice landed" >wanted
	same wanted got
'

it 'refuses a push whose client has gone away' '
	fresh
	raw s bob --hang-up pack --send c1a "$(oid c1) $(oid c1a) $main"
	test "$(value s)" = "$(oid c1)"
	tells <<-END
	$main rewrite c1 c1a bob refused
	END
'

# ---- the hook is killed -----------------------------------------------------

it 'refuses a push whose hook is killed, at many moments' '
	fresh
	for moment in 1 2 3 4 5 6 7 8 9 10 12 14 16 18 20 25; do
		around s pre-receive "cat >updates; timeout -s KILL 0.0$(printf %02d $moment) \"\$real\" <updates; exit 1"
		status 1 pushes alice s "c2:$main"
		ledger s verify
	done
	test "$(value s)" = "$(oid c1)"
	goes_on
	takes s alice "c1a:$main"
	rows s new state >got
	lacks intended got
	lacks "c2 landed refs/heads/main" got
'

it 'tells what happened when post-receive is killed, at many moments' '
	fresh
	for moment in 1 3 5 7 9 12 16 20; do
		around s post-receive "cat >updates; timeout -s KILL 0.0$(printf %02d $moment) \"\$real\" <updates; exit 1"
		takes s alice "c2:$main"
		takes s alice "c1:$main"
		ledger s verify
	done
	rows s state | sed 1,2d >got
	test "$(grep -c "^landed$" got)" -eq 16
	test "$(wc -l <got)" -eq 16
'

done_testing
