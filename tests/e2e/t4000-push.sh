#!/bin/sh
# SPDX-License-Identifier: MIT
# What becomes of a push: the program as each of git's hooks, under each of the
# ways to call it.
. tests/e2e/server.sh

made c0
made c1 c0
made c1a c0
made c2 c1
made side c0
made merge c1 side
echo 'Fix it.' | written bad c1
echo 'Fix more.' | written worse bad

server begin

# fresh [HOOK...]: a server whose main is c0, with these hooks besides.
fresh() {
	rm -rf s.git
	cp -R begin.git s.git
	for hook; do
		ln -s "$COMMITGATE" "s.git/hooks/$hook"
	done
}

# all_rows: what the ledger tells, but for the first row.
all_rows() {
	rows s ref kind old new pusher decision state | sed 1d
}

# tells <<END: exactly that.
tells() {
	cat >wanted.rows
	all_rows >got.rows
	same wanted.rows got.rows
	ledger s verify
}

# ---- what is taken ----------------------------------------------------------

it 'begins with what is there' '
	fresh
	rows s ref kind old new pusher decision state >got
	echo "$main baseline - c0 - none baseline" >wanted
	same wanted got
'

it 'takes a good push in silence, and writes down who landed it' '
	fresh
	takes s alice "c1:$main"
	lacks ^remote: said
	tells <<-END
	$main forward c0 c1 alice accept landed
	END
'

it 'takes a new branch from one that is known' '
	fresh
	takes s alice "c1:$main"
	takes s bob "c1:refs/heads/v1.x" "c2:refs/heads/v2.x"
	tells <<-END
	$main forward c0 c1 alice accept landed
	refs/heads/v1.x create - c1 bob accept landed
	refs/heads/v2.x create - c2 bob accept landed
	END
'

it 'takes a tag with the branch that brings its commit' '
	fresh
	git -C c tag -f -a -m "version 1" v1 c2
	git -C c push --quiet "$work/s.git" --follow-tags "c2:$main"
	test "$(value s refs/tags/v1)" = "$(oid refs/tags/v1)"
	git -C c tag -d v1
	rows s ref kind state | sed 1d | sort >got
	printf "%s forward landed\nrefs/tags/v1 create landed\n" $main >wanted
	same wanted got
'

it 'refuses a tag on what no branch has, and a tag that moves or goes' '
	fresh
	refuses s alice "c1:refs/tags/v1"
	takes s alice "c1:$main" "c0:refs/tags/v1"
	refuses s alice "c1:refs/tags/v1"
	refuses s alice ":refs/tags/v1"
'

it 'takes notes that go forward, and no others' '
	fresh
	git -C c notes add -m "a note" c0
	takes s alice refs/notes/commits
	git -C c notes append -m "more" c0
	takes s bob refs/notes/commits
	git -C c update-ref refs/notes/commits refs/notes/commits~1
	refuses s bob refs/notes/commits
	refuses s bob :refs/notes/commits
'

it 'rewrites in the window, for who has pushed' '
	fresh
	takes s alice "c1:$main"
	refuses s bob "c1a:$main"
	takes s alice "c1a:$main"
	tells <<-END
	$main forward c0 c1 alice accept landed
	$main rewrite c1 c1a bob refuse refused
	$main rewrite c1 c1a alice accept landed
	END
'

it 'is quiet about a push without updates' '
	fresh
	takes s alice "c0:$main"
	test -z "$(all_rows)"
'

# ---- what is refused --------------------------------------------------------

it 'tells the pusher which commit breaks which rule, in lines that fit' '
	fresh
	refuses s alice "worse:$main"
	grep "^remote: " said | sed "s/^remote: //; s/ *$//" >told
	cat told
	grep "$(oid bad | cut -c 1-12) Fix it\." told
	grep "$(oid worse | cut -c 1-12) Fix more\." told
	grep "title-format" told
	lacks "$(printf "\033")" told
	awk "length > 72" told >long
	lacks . long
	tells <<-END
	$main forward c0 worse alice refuse refused
	END
'

it 'reads no other ref to judge commits that only the push has' '
	fresh
	echo "no id" >s.git/refs/heads/broken
	refuses s alice "worse:$main"
	grep title-format said
'

it 'deletes nothing' '
	fresh
	refuses s alice ":$main"
	grep "^remote: " said
	takes s alice "c1:refs/heads/x"
	refuses s alice :refs/heads/x
'

it 'refuses merges, wherever they are' '
	fresh
	made above merge
	refuses s alice "merge:$main"
	grep "^remote: .*merge" said
	refuses s alice "above:$main"
	refuses s alice "above:refs/heads/new"
'

it 'takes merges where the policy does' '
	fresh
	policy s <<-"END"
	extends = "nodejs"
	rules.no-merge = "off"
	[[refs]]
	match = "refs/heads/main"
	merges = "allow"
	END
	takes s alice "merge:$main"
	refuses s alice "merge:refs/heads/other"
'

it 'takes all refs of a push or none' '
	fresh
	refuses s alice "c1:$main" "c2:refs/heads/x" "bad:refs/heads/y"
	grep "nothing is wrong with .*$main" said
	refuses s alice "c1:$main" "c0:refs/for/main"
	takes s alice "c1:$main" "c2:refs/heads/x"
'

it 'keeps no object of a push that is refused' '
	fresh
	refuses s alice "bad:$main"
	status 1 git -C s.git cat-file -e "$(oid bad)" 2>err
	find s.git/objects -name "*incoming*" -o -name "tmp_*" >left
	lacks . left
'

it 'asks who may push' '
	fresh
	policy s <<-"END"
	extends = "nodejs"
	[groups]
	releasers = ["alice"]
	[[refs]]
	match = "refs/heads/v*.x"
	pushers = ["@releasers"]
	END
	refuses s bob "c1:refs/heads/v1.x"
	refuses s "" "c1:refs/heads/v1.x"
	takes s alice "c1:refs/heads/v1.x"
	takes s bob "c2:$main"
	takes s "" "c2:refs/heads/anybody"
'

it 'lets a bot push in the name of somebody, and nobody else' '
	fresh
	git -C s.git config receive.advertisePushOptions true
	policy s <<-"END"
	extends = "nodejs"
	[identity]
	delegates = ["bot"]
	END
	takes s bot -o on-behalf-of=alice "c1:$main"
	rows s new pusher | grep "^c1 alice$"
	refuses s bob -o on-behalf-of=alice "c1a:$main"
	takes s alice "c1a:$main"
'

it 'refuses more commits than the policy allows' '
	fresh
	policy s <<-"END"
	extends = "nodejs"
	[limits]
	max-commits = 1
	END
	refuses s alice "c2:$main"
	takes s alice "c1:$main"
	takes s alice "c2:$main"
'

it 'begins a new repository' '
	bare new
	guard new
	refuses new alice "bad:$main"
	takes new alice "c2:$main"
	rows new kind new state >got
	printf "create bad refused\ncreate c2 landed\n" >wanted
	same wanted got
'

# ---- the policy -------------------------------------------------------------

it 'reads the policy from a branch as it was before the push' '
	fresh
	git -C s.git config commitgate.policy "$main:.commitgate.toml"
	blob=$(printf "extends = \"nodejs\"\n[rules]\nreviewers = \"off\"\npr-url = \"off\"\n" |
		git -C c hash-object -w --stdin)
	tree=$(printf "100644 blob %s\t.commitgate.toml\n" $blob | git -C c mktree)
	git -C c branch -f policy "$(good | git -C c commit-tree -p c0 $tree)"
	git -C c branch -f lax "$(echo "doc: say more" | git -C c commit-tree -p policy $tree)"
	refuses s alice "lax:$main"
	takes s alice "policy:$main"
	takes s alice "lax:$main"
'

it 'refuses everything by a policy that cannot be read' '
	fresh
	echo "extends = " | policy s
	refuses s alice "c1:$main"
	grep "^remote: .*policy.toml" said
	git -C s.git config commitgate.policy none.toml
	refuses s alice "c1:$main"
	git -C s.git config commitgate.identity nobody-knows
	refuses s alice "c1:$main"
'

# ---- hooks and their names --------------------------------------------------

it 'is a hook under the name of one, as a link, a copy and a command' '
	for way in link copy command; do
		fresh
		rm s.git/hooks/pre-receive
		case $way in
		link) ln -s "$COMMITGATE" s.git/hooks/pre-receive ;;
		copy) cp "$COMMITGATE" s.git/hooks/pre-receive ;;
		command)
			printf "#!/bin/sh\nexec commitgate hook pre-receive\n" >s.git/hooks/pre-receive
			chmod +x s.git/hooks/pre-receive
			;;
		esac
		refuses s alice "bad:$main"
		takes s alice "c1:$main"
		rows s new state | grep "^c1 landed$"
	done
'

it 'knows no hook of another name' '
	status 2 commitgate hook pre-recieve </dev/null 2>err
	grep "pre-recieve" err
'

it 'judges ref by ref as update, in both orders' '
	for order in "c1:$main bad:refs/heads/y" "bad:refs/heads/y c1:$main"; do
		fresh update
		rm s.git/hooks/pre-receive
		status 1 pushes alice s $order
		test "$(value s)" = "$(oid c1)"
		test -z "$(value s refs/heads/y)"
		rows s ref state | sed 1d | sort >got
		printf "%s landed\nrefs/heads/y refused\n" $main >wanted
		same wanted got
		refuses s bob "c1a:$main"
		takes s alice "c1a:$main"
	done
'

it 'takes a branch and its tag as update' '
	fresh update
	rm s.git/hooks/pre-receive
	git -C c tag -f -a -m "version 1" v1 c1
	takes s alice "c1:$main" refs/tags/v1
	git -C c tag -d v1
'

it 'refuses in update what pre-receive does, commits of the same push included' '
	fresh update
	rm s.git/hooks/pre-receive
	policy s <<-"END"
	extends = "nodejs"
	[[refs]]
	match = "refs/heads/topic/*"
	rules = "none"
	END
	status 1 pushes alice s "bad:refs/heads/topic/x" "bad:$main"
	test "$(value s)" = "$(oid c0)"
	test "$(value s refs/heads/topic/x)" = "$(oid bad)"
'

it 'agrees in update to what pre-receive has agreed to, with one row' '
	fresh update
	takes s alice "c1:$main" "c2:refs/heads/x"
	takes s alice "c1a:$main"
	tells <<-END
	$main forward c0 c1 alice accept landed
	refs/heads/x create - c2 alice accept landed
	$main rewrite c1 c1a alice accept landed
	END
'

it 'looks at rewrites only as force-push-window, whichever hook that is' '
	for hook in pre-receive update; do
		fresh
		rm s.git/hooks/pre-receive
		printf "#!/bin/sh\nexec commitgate hook force-push-window \"\$@\"\n" >s.git/hooks/$hook
		chmod +x s.git/hooks/$hook
		takes s alice "bad:$main"
		refuses s bob "worse:$main" "c0:$main" || refuses s bob "c0:$main"
		refuses s bob ":$main"
		takes s alice "c1:$main"
		rows s new state | grep "^c1 landed$"
	done
'

it 'installs force-push-window in the place of pre-receive' '
	bare window
	guard window --hooks force-push-window
	takes window alice "bad:$main"
	refuses window bob "c1:$main"
	takes window alice "c1:$main"
'

it 'may confirm twice' '
	fresh
	around s post-receive "cat >updates; \"\$real\" <updates; \"\$real\" <updates"
	takes s alice "c1:$main"
	takes s alice "c1a:$main"
	tells <<-END
	$main forward c0 c1 alice accept landed
	$main rewrite c1 c1a alice accept landed
	END
'

it 'does not depend on being confirmed' '
	fresh
	rm s.git/hooks/post-receive
	takes s alice "c1:$main"
	takes s alice "c2:$main"
	takes s alice "c1:$main"
	tells <<-END
	$main forward c0 c1 alice accept landed
	$main forward c1 c2 alice accept landed
	$main rewrite c2 c1 alice accept landed
	END
'

it 'reads all of its input, whatever it decides' '
	fresh
	git -C c for-each-ref --format="%(objectname)" refs/heads/c1 >id
	set --
	for n in $(seq 1 900); do
		set -- "$@" "c0:refs/heads/branch-with-a-rather-long-name-$n"
	done
	takes s alice "$@"
	refuses s alice "$@" "bad:$main"
'

it 'leaves maintenance alone' '
	fresh
	takes s alice "c1:$main"
	git -C s.git pack-refs --all
	git -C s.git gc --quiet
	takes s alice "c1a:$main"
	tells <<-END
	$main forward c0 c1 alice accept landed
	$main rewrite c1 c1a alice accept landed
	END
'

it 'tells how long who may still rewrite what' '
	fresh
	takes s alice "c1:$main"
	(cd s.git && commitgate window main) >told
	cat told
	grep alice told
	grep "$(oid c1 | cut -c 1-7)" told
	takes s bob "c2:$main"
	(cd s.git && commitgate window main) >told
	cat told
	lacks alice told
'

done_testing
