#!/bin/sh
# SPDX-License-Identifier: MIT
# Who may still rewrite what, told in stories of real pushes: when, who, what
# the branch is then, and whether that is taken.
. tests/e2e/server.sh
. tests/e2e/clock.sh

has_clock || skips 'there is no compiler for the clock'

# All commits that anybody pushes in a story.
made c0
for commit in c1 c1b c1c x xa s b0 d0 d0a; do
	made $commit c0
done
same_tree_as=c1
made c1a c0
made same c0
same_tree_as=
for commit in c2 c2a c2b b ba d da db; do
	made $commit c1
done
made c3 c2
made u2 c1a
made u2a c1a
made y x
made ya x
made e s
made ea s
made ab b
made aba b
made m c1 b0

# Two branches that are older than the ledger.
bare begin
git -C "$work/c" push --quiet "$work/begin.git" "c0:$main" c0:refs/heads/staging
at -3600
then_run guard begin >"$work/install.out" || exit
clocked begin

# A story begins with two branches at c0.
story() {
	rm -rf s.git stalled.*
	cp -R begin.git s.git
	off=0
	restarted=
}

# asked TIME COMMAND...: somebody on the server asks commitgate.
asked() {
	at "$1"
	shift
	(cd s.git && then_run commitgate "$@")
}

# moves COMMIT[:REF]...: the refspecs; a branch may be named without more, and
# is main where none is.
moves() {
	for move; do
		case $move in
		*:refs/*) echo "$move" ;;
		*:*) echo "${move%:*}:refs/heads/${move#*:}" ;;
		*) echo "$move:$main" ;;
		esac
	done
}

# may TIME WHO MOVE...: that person pushes that at that time, and it is taken.
may() {
	at "$1"
	actor=$2
	shift 2
	# shellcheck disable=SC2046 # a list without blanks
	takes s "$actor" $(moves "$@")
}

# may_not TIME WHO MOVE...: it is refused by the hook.
may_not() {
	at "$1"
	actor=$2
	shift 2
	# shellcheck disable=SC2046 # a list without blanks
	refuses s "$actor" $(moves "$@")
	grep 'hook declined' said
	grep '^remote: .' said
}

# may_but_dies POINT TIME WHO MOVE...
may_but_dies() {
	at "$2"
	point=$1
	actor=$3
	shift 3
	# shellcheck disable=SC2046 # a list without blanks
	dies "$point" s "$actor" $(moves "$@")
}

# may_begin ID TIME WHO MOVE...: taken, but the ref has not moved yet.
may_begin() {
	at "$2"
	slow_one=$1
	actor=$3
	shift 3
	# shellcheck disable=SC2046 # a list without blanks
	begins "$slow_one" s "$actor" $(moves "$@")
}

# by_hand REF COMMIT: somebody on the server moves a ref.
by_hand() {
	git -C s.git fetch --quiet ../c "$2"
	git -C s.git update-ref "$1" "$(oid "$2")"
}

# branches 'keys': the policy of all branches, by their keys.
branches() {
	policy s <<-EOF
	extends = "nodejs"
	[[refs]]
	match = "refs/heads/*"
	$1
	EOF
}

# granted TIME OLD NEW TO [DURATION]
granted() {
	asked "$1" grant --ref "$main" --old "$(oid "$2")" --new "$(oid "$3")" \
		--to "$4" --reason 'a slip' --for "${5:-1h}"
}

it 'lets amended pushes keep their first clock' '
	story
	may 0 A c1
	may 4:00 A c1a
	may 9:00 A c1b
	may_not 11:00 A c1c
'

it 'is open for exactly ten minutes' '
	story
	may 0 A c1
	may 10:00 A c1a
'

it 'is closed a microsecond later' '
	story
	may 0 A c1
	may_not 600.000001 A c1a
'

it 'gives each push its own clock' '
	story
	may 0 A c1
	may 8:00 A c2
	may 15:00 A c2a
	may_not 15:01 A c1a
'

it 'gives what replaces two pushes the older clock' '
	story
	may 0 A c1
	may 8:00 A c2
	may 9:00 A u2
	may_not 11:00 A u2a
'

it 'lets what was taken back and refilled be born old' '
	story
	may 0 A c1
	may 9:00 A c0
	may 9:30 A x
	may_not 11:00 A xa
'

it 'lets a refill be born final when the first window has just closed' '
	story
	may 0 A c1
	may 9:59 A c0
	may 10:01 A x
	may_not 12:00 A xa
'

it 'takes a place that was empty for longer than the window for a new one' '
	story
	may 0 A c1
	may 9:00 A c0
	may 19:00.001 A x
	may 29:00 A xa
'

it 'takes a place that was empty for exactly the window for the old one' '
	story
	may 0 A c1
	may 9:00 A c0
	may 19:00 A x
	may_not 19:01 A xa
'

it 'knows a deep hole that is refilled in steps' '
	story
	may 0 A c2
	may 9:00 A c0
	may 9:10 A x
	may 9:20 A y
	may_not 11:00 A ya
'

it 'takes the second place behind a squash for the old one' '
	story
	may 0 A c2
	may 9:00 A s
	may 9:10 A e
	may_not 11:00 A ea
'

it 'knows a push that was taken back in part' '
	story
	may 0 A c3
	may 3:00 A c1
	may 3:10 A d
	may 9:00 A da
	may_not 10:00.5 A db
'

it 'takes what stands higher than the hole for new' '
	story
	may 0 A c1
	may 5:00 A c0
	may 6:00 A y
	may 11:00 A ya
	may_not 11:01 A c1a
'

it 'gives somebody else who refills a clock of their own' '
	story
	may 0 A c1
	may 9:00 A c0
	may 9:30 B b0
	may 12:00 B d0
'

it 'remembers a commit that was taken back and pushed again' '
	story
	may 0 A c1
	may 9:00 A c0
	may 11:00 A c1
	may_not 12:00 A c1a
'

it 'remembers it below new work too' '
	story
	may 0 A c1
	may 9:00 A c0
	may 11:00 A c2
	may 12:00 A c2a
	may_not 12:30 A c1a
'

it 'makes final what somebody else brings back' '
	story
	may 0 A c1
	may 1:00 A c0
	may 2:00 B c1
	may_not 3:00 B x
	may_not 3:10 A c1a
'

it 'is closed when somebody else pushes one second later' '
	story
	may 0 A c1
	may 0:01 B b
	may_not 0:02 A c1a
	may 0:30 B ba
'

it 'stays closed when they take it back' '
	story
	may 0 A c1
	may 1:00 B b
	may 2:00 B c1
	may_not 3:00 A c1a
'

it 'opens anew with the next push' '
	story
	may 0 A c1
	may 1:00 B b
	may 2:00 A ab
	may 3:00 A aba
	may_not 3:10 A c1a
'

it 'does not count a push of somebody else that was refused' '
	story
	may 0 A c1
	may_not 1:00 B x
	may 2:00 A c1a
'

it 'does not count a push of somebody else that changes nothing' '
	story
	may 0 A c1
	may 1:00 B c1
	may 2:00 A c1a
'

it 'touches no clock where nothing changes, or a forced push goes forward' '
	story
	may 0 A c1
	may 9:00 A c1
	may 9:30 A c2
	may 11:00 A c1
	may_not 11:10 A c1a
'

it 'does not count a push of somebody else that lost the race' '
	story
	may_begin a 0 A c1
	may_begin b 0 B b0
	at 0:01
	goes_on a
	status 1 goes_on b
	may 2:00 A c1a
'

it 'gives the same commit, pushed by two at once, to who came first' '
	story
	may_begin a 0 A x
	may_begin b 0 B x
	at 0:01
	goes_on a
	status 1 goes_on b
	may_not 2:00 B xa
	may 2:01 A xa
'

it 'counts a push whose client hung up from when it was received' '
	story
	may_but_dies committed 0 A c1
	may_but_dies committed 9:00 A c1a
	may_not 10:00.5 A c1b
'

it 'does not count a push that was killed before the ref moved' '
	story
	may_but_dies agreed 0 A c1
	may 1:00 B b0
	may 2:00 B d0
'

it 'knows no hole where taking back was killed' '
	story
	may 0 A c1
	may_but_dies agreed 9:00 A c0
	may 9:10 A c2
	may 12:00 A c2a
'

it 'keeps others out while a rewrite is under way' '
	story
	may 0 A c1
	may_begin slow 1:00 A c1a
	may_not 1:01 B b
	at 1:03
	goes_on slow
	may 1:05 B u2
'

it 'rewrites nothing while a push of somebody else is under way' '
	story
	may 0 A c1
	may_begin slow 1:00 B b
	may_not 1:01 A c1a
	at 1:02
	echo 0 >s.git/refs/heads/main.lock
	status 1 goes_on slow
	rm s.git/refs/heads/main.lock
	may 1:03 A c1a
'

it 'opens nothing when the clock steps back, and takes forward pushes' '
	story
	may 0 A c1
	off=-3600
	may_not 0:10 A c1a
	may 0:20 A c2
	may_not 60:30 A c1a
	may_not 65:00 A c2a
'

it 'closes windows when the clock jumps ahead, and keeps holes' '
	story
	may 0 A c1
	may 0:10 A c0
	off=3600
	may 0:30 A x
	may_not 0:40 A xa
'

it 'can be told that the clock was wrong, and closes what was open' '
	story
	may 0 A c1
	off=-3600
	may_not 0:10 A c1a
	asked 0:20 ledger reset-clock --reason "the battery was empty"
	may_not 0:30 A c1a
	may 0:40 A c2
	may 5:00 A c2a
'

if can_restart; then
	it 'opens nothing that is older than the start of the machine' '
		story
		may 0 A c1
		restarted=60
		RESTARTED=yes
		export RESTARTED
		may_not 2:00 A c1a
		may 2:10 A c2
		may 3:00 A c2a
	'
else
	skip 'opens nothing that is older than the start of the machine' 'it cannot be pretended here'
fi

it 'is closed by another policed branch that takes it; there it may go back' '
	story
	may 0 A c1
	may 2:00 B c1:staging
	may_not 3:00 A c1a
	may 3:10 B c0:staging
	may 3:20 A c1a
'

it 'amends in one push what one push brought to two branches' '
	story
	may 0 A c1 c1:staging
	may 3:00 A c1a c1a:staging
'

it 'moves to the right branch in one push' '
	story
	may 0 A c1
	may 2:00 A c0 c1:staging
'

it 'moves to the right branch with update too, in either order' '
	for order in "c0 c1:staging" "c1:staging c0"; do
		story
		hooks=s.git/hooks
		rm $hooks/pre-receive $hooks/real/pre-receive
		ln -s "$COMMITGATE" $hooks/update
		clocked s
		may 0 A c1
		may 2:00 A $order
	done
'

it 'is closed by a tag' '
	story
	may 0 A c1
	may 1:00 A c1:refs/tags/v1
	may_not 2:00 A c1a
'

it 'does not tag and amend in one push' '
	story
	may 0 A c1
	may_not 1:00 A c1:refs/tags/v1 c1a
'

it 'refuses all refs where one is, and counts none' '
	story
	may 0 A c1
	may_not 1:00 B b b0:staging c2:refs/tags/v1
	may 2:00 A c1a
'

it 'knows a branch that was begun at the wrong place' '
	story
	may 0 B c2
	may 1:00 A c2:feat
	may 6:00 A c1:feat
	may_not 11:30 A c0:feat
'

it 'deletes nothing unless the policy says so' '
	story
	may 0 A c1:feat
	may_not 1:00 A :feat
'

it 'takes what was deleted and made again for a refill' '
	story
	branches "delete = \"window\""
	may 0 A c1:feat
	may 5:00 A :feat
	may 6:00 A x:feat
	may_not 11:00 A xa:feat
'

it 'deletes in the window nothing of somebody else, and nothing too late' '
	story
	branches "delete = \"window\""
	may 0 A c1:feat
	may_not 5:00 B :feat
	may_not 10:00.5 A :feat
'

it 'leaves a deleted name to others' '
	story
	branches "delete = \"window\""
	may 0 A c1:feat
	may 5:00 A :feat
	may 6:00 B x:feat
	may 11:00 B xa:feat
'

it 'takes a branch that was deleted late and made elsewhere for rewritten' '
	story
	branches "delete = \"allow\""
	may 0 A c1:feat
	may 11:00 B :feat
	may_not 12:00 B x:feat
	may 12:10 B c2:feat
'

it 'is closed for what was moved by hand, and open for what comes after' '
	story
	may 0 A c1
	by_hand $main c2
	may_not 1:00 A c1a
	may_not 1:10 A c1
	may 1:20 A c3
	may 2:00 A c2
'

it 'is closed for what the ledger has never seen' '
	story
	may 0 A c1
	by_hand refs/heads/feat c3
	may_not 1:00 A c2:feat
'

it 'lets a grant be used once, by whom it was given, and makes that final' '
	story
	may 0 A c1
	may 1:00 B b
	granted 20:00 b x A
	may_not 20:10 B x
	may 20:20 A x
	may_not 20:30 A xa
'

# grants_feat TIME OLD NEW: to A.
grants_feat() {
	asked "$1" grant --ref refs/heads/feat --old "$2" --new "$3" --to A \
		--reason 'a slip' >said 2>&1
}

it 'lets a grant be for a ref that is not there' '
	story
	may 0 A c1:feat
	status 2 grants_feat 20:00 none "$(oid x)"
	grep "is .none., $(oid c1), which the ref is now, is wanted" said
	grants_feat 20:10 feat none
	may 20:20 A :feat
	status 2 grants_feat 20:40 "$(oid c1)" "$(oid x)"
	grep "none, which the ref is now, is wanted" said
	status 2 grants_feat 20:40 none none
	grants_feat 20:50 none "$(oid x)"
	grep "A may move refs/heads/feat from nothing to $(oid x), once" said
	may 21:00 A x:feat
'

it 'keeps what a grant took away, out of sight of clients' '
	story
	may 0 A c1
	may 1:00 B b
	granted 20:00 b x A
	may 20:20 A x
	git -C s.git for-each-ref "refs/commitgate/kept/*" >kept
	grep "$(oid b)" kept
	git ls-remote s.git >seen
	lacks refs/commitgate seen
'

it 'gives a grant back when its push dies' '
	story
	may 0 A c1
	may 1:00 B b
	granted 20:00 b x A
	may_but_dies agreed 20:10 A x
	may 20:20 A x
'

it 'lets a grant run out' '
	story
	may 0 A c1
	may 1:00 B b
	granted 20:00 b x A 1m
	may_not 21:01 A x
'

it 'opens nothing that was final when the window is made longer' '
	story
	may 0 A c1
	branches "force-push = { within = \"1h\" }"
	may_not 12:00 A c1a
	may 12:10 A c2
	may 40:00 A c2a
'

it 'holds to a window that was made shorter at once' '
	story
	may 0 A c1
	branches "force-push = { within = \"1m\" }"
	may_not 2:00 A c1a
'

it 'makes what a rewrite keeps no younger than what goes' '
	story
	branches "merges = \"allow\"
	[rules]
	no-merge = \"off\""
	may 0 A c1
	may 1:00 A m
	may 2:00 A b0
	may_not 10:30 A c0
'

it 'can be asked to change messages only' '
	story
	branches "force-push = { within = \"10m\", scope = \"message-only\" }"
	may 0 A c1
	may_not 1:00 A x
	may_not 1:10 A c0
	may 1:20 A same
'

it 'tells whoever asks how long who may still rewrite what' '
	story
	may 0 A c1
	may 2:00 A c2
	asked 4:30 window main >told
	cat told
	grep "$(oid c1 | cut -c 1-7).*A.*5 minutes 30 seconds" told || grep "5 minutes 30 seconds" told
	grep "7 minutes 30 seconds" told
	asked 10:00.5 window main >told
	cat told
	lacks "$(oid c1 | cut -c 1-7)" told
	grep "$(oid c2 | cut -c 1-7)" told
	may 10:01 B b0:staging
	asked 12:00.000001 window main >told
	lacks "$(oid c2 | cut -c 1-7)" told
'

done_testing
