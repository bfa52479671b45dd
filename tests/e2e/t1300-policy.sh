#!/bin/sh
# SPDX-License-Identifier: MIT
# Where the policy comes from, and what it says when it is wrong.
. tests/e2e/lib.sh

cd "$work" || exit 1
repo r
good | commit r
echo 'chaos: a subsystem of our own' | commit r
printf '[rules.subsystem]\nallow = ["chaos"]\n' >chaos.toml

draft() {
	commitgate --stage=draft -q "$@"
}

it 'is nodejs where nobody says otherwise' '
	status 1 draft -C r
	commitgate policy -C r | grep nodejs
'

it 'comes from the top of the work tree' '
	cp chaos.toml r/.commitgate.toml
	mkdir -p r/sub
	status 0 draft -C r
	status 0 draft -C r/sub
	printf "chaos: x\n" >r/sub/file
	cd r/sub
	status 0 draft --message-file=file
	echo "[{\"id\":\"a\",\"message\":\"chaos: x\"}]" | status 0 draft -
'

it 'comes from git config before that' '
	git -C r config commitgate.policy core-validate-commit
	status 1 draft -C r
	git -C r config commitgate.policy "$work/chaos.toml"
	status 0 draft -C r
	git -C r config --unset commitgate.policy
'

it 'is looked for in the work tree, from any folder of it' '
	mkdir -p r/policies
	printf "[rules.subsystem]\nallow = [\"chaos\"]\n" >r/policies/mine.toml
	git -C r config commitgate.policy policies/mine.toml
	status 0 draft -C r
	status 0 draft -C r/sub
	git -C r config --unset commitgate.policy
'

it 'is not read from what is no file, nor from one without end' '
	repo odd
	echo "doc: x" | commit odd
	ln -s /dev/zero odd/.commitgate.toml
	status 2 timeout 20 commitgate --stage=draft -C odd 2>err
	grep "regular file" err
	rm odd/.commitgate.toml
	mkfifo odd/.commitgate.toml
	status 2 timeout 20 commitgate --stage=draft -C odd 2>err
	grep "regular file" err
	rm odd/.commitgate.toml
	ln -s nowhere odd/.commitgate.toml
	status 2 commitgate --stage=draft -C odd 2>err
	grep "commitgate.toml" err
	rm odd/.commitgate.toml
	perl -e "print q(# ), q(x) x 2_000_000" >odd/.commitgate.toml
	status 2 commitgate --stage=draft -C odd 2>err
	grep "larger than" err
'

it 'comes from git -c, which libgit2 does not see' '
	cd r
	git -c commitgate.policy=nodejs -c alias.gate="!commitgate --stage=draft -q" gate && exit 1
	status 0 draft
'

it 'comes from the command line before anything else' '
	status 1 draft -C r --policy=nodejs
	git -C r config commitgate.policy nodejs
	status 0 draft -C r --policy="$work/chaos.toml"
	git -C r config --unset commitgate.policy
'

it 'can be kept in the repository itself' '
	git -C r add .commitgate.toml
	git -C r commit -q -m "chaos: add a policy"
	git clone -q --bare r bare.git
	git -C bare.git config commitgate.policy main:.commitgate.toml
	status 0 draft -C bare.git
'

it 'is never taken from the tree of a bare repository' '
	git -C bare.git config --unset commitgate.policy
	status 1 draft -C bare.git
'

it 'cannot name files of the machine from the repository' '
	printf "extends = \"%s/chaos.toml\"\n" "$work" >r/evil.toml
	git -C r add evil.toml
	git -C r commit -q -m "chaos: try"
	status 2 draft -C r --policy="" -- HEAD || true
	git -C r config commitgate.policy HEAD:evil.toml
	status 2 draft -C r 2>err
	grep "evil.toml:1" err
	git -C r config --unset commitgate.policy
'

it 'is the same for all commands' '
	GIT_DIR=$work/r/.git commitgate subsystems | grep "^chaos$"
	GIT_DIR=$work/r/.git status 0 draft
	git -C bare.git config commitgate.policy main:.commitgate.toml
	commitgate subsystems --git-dir bare.git | grep "^chaos$"
	status 0 draft -C bare.git --policy main:.commitgate.toml
'

it 'is named in the error where it cannot be read' '
	git -C r config commitgate.policy HEAD:nope
	status 2 draft -C r 2>err
	git -C r config --unset commitgate.policy
	grep "commitgate.policy" err
	grep "nope" err
'

it 'is not guessed where git does not read the configuration' '
	status 2 env PATH="$work/bin" commitgate -C r 2>err
	grep "configuration" err
	status 1 env PATH="$work/bin" commitgate -q -C r --policy=nodejs
	status 1 env PATH="$work/bin" commitgate -q --policy=nodejs --message-file=r/sub/file
'

if [ "$(id -u)" -eq 0 ]; then
	it 'is not guessed in the repository of somebody else' '
		cp -R r foreign
		chown -R 12345 foreign
		status 2 draft -C foreign 2>err
		grep "safe.directory" err
		git config --global safe.directory "$work/foreign"
		status 0 draft -C foreign
	'
else
	skip 'is not guessed in the repository of somebody else' 'needs root'
fi

it 'is told of by the rules, subsystems and policy commands' '
	commitgate subsystems -C r | grep "^chaos$"
	commitgate rules -C r | grep "^subsystem  *error"
	commitgate policy -C r >printed.toml
	grep "allow = .*chaos.*# .*.commitgate.toml:2" printed.toml
'

it 'prints a policy that means the same' '
	commitgate policy --policy=printed.toml | sed "s/ *#.*//" >again
	sed "s/ *#.*//" printed.toml >once
	same once again
'

# wrong WORDS <<END: a policy that is refused, at its place, with these words.
wrong() {
	cat >wrong.toml
	status 2 commitgate policy --policy=wrong.toml 2>err
	cat err
	test "$(wc -l <err)" -eq 1
	grep -E "^commitgate: wrong.toml:$1" err
}

it 'names the place of a syntax error' '
	printf "[rules\n" | wrong "1:7: "
	printf "a = \n" | wrong "1:"
	printf "\n\n[rules]\nsubsystem = \"err" | wrong "4:"
'

it 'names unknown keys and what was meant' '
	printf "extend = \"nodejs\"\n" | wrong "1:1: .*extends"
	printf "[rules.title-lenght]\nmax = 1\n" | wrong "1:.*title-length"
	printf "[rules.title-length]\nmaxi = 1\n" | wrong "2:1: .*max"
'

it 'names values of the wrong kind' '
	printf "[rules.title-length]\nmax = \"72\"\n" | wrong "2:7: "
	printf "[rules.title-length]\nmax = -1\n" | wrong "2:7: "
	printf "[rules]\ntitle-length = \"loud\"\n" | wrong "2:16: "
	printf "[rules.subsystem]\nallow = \"doc\"\n" | wrong "2:9: "
	printf "[rules.subsystem]\nallow = [\"doc\", 3]\n" | wrong "2:17: "
'

it 'names bad patterns' '
	printf "[[patterns]]\nid = \"x\"\ntarget = \"title\"\nforbid = \"(\"\nmessage = \"m\"\n" | wrong "4:10: "
	printf "[rules.subsystem]\nallow-pattern = \"[\"\n" | wrong "2:17: "
'

it 'names what is wrong with refs, and what was meant' '
	printf "[[refs]]\nmatch = \"main\"\n" | wrong "2:9: .*does not begin with .refs/"
	printf "[[refs]]\nmatch = \"refs/**\"\n" | wrong "2:9: .*one \[\[refs\]\] for each"
	printf "[[refs]]\nmatch = \"refs/replace/*\"\n" | wrong "2:9: .*refused whatever"
	printf "[[refs]]\nmatch = \"refs/heads/*\"\nrules = \"nodjs\"\n" | wrong "3:9: .*nodejs"
	printf "[[refs]]\nmatch = \"refs/heads/*\"\nforce-push = { within = \"10\" }\n" | wrong "3:25: .*10m"
	printf "[[refs]]\nmatch = \"refs/heads/*\"\nonly-from = \"refs/*/*\"\n" | wrong "3:13: .*2 and 1"
	printf "[[refs]]\nmatch = \"refs/tags/*\"\nforce-push = { }\n" | wrong "3:14: .*tags never are"
	printf "[[refs]]\nmatch = \"refs/heads/t/**\"\nrules = \"none\"\nmerges = \"refuse\"\n" | wrong "4:1: "
'

it 'names groups that nobody has defined' '
	printf "[groups]\nreleasers = [\"alice\"]\n[[refs]]\nmatch = \"refs/heads/v*.x\"\npushers = [\"@releaser\"]\n" |
		wrong "5:12: unknown group .releaser., did you mean .releasers.\?$"
	printf "[identity]\ndelegates = [\"@bots\"]\n" | wrong "2:14: unknown group .bots.$"
'

it 'names limits that cannot be' '
	printf "[limits]\nmax-commits = 0\n" | wrong "2:15: .*at least 1"
	printf "[limits]\ndeadline = \"5 s\"\n" | wrong "2:12: .*10m"
	printf "[roster]\nsource = \"../README.md\"\n" | wrong "2:10: .*is no file of the project"
'

it 'prints for a server what means the same' '
	cat >base.toml <<-"END"
	[groups]
	backporters = ["bob"]
	[[refs]]
	match = "refs/heads/v*.x-staging"
	pushers = ["@backporters", "@releasers"]
	backport-of = "refs/heads/main"
	END
	cat >server.toml <<-"END"
	extends = "base.toml"
	[groups]
	releasers = ["alice"]
	"web.team" = []
	[[refs]]
	match = "refs/heads/v*.x"
	pushers = ["@releasers"]
	only-from = "refs/heads/v*.x-staging"
	force-push = { within = "90s", scope = "message-only" }
	[[refs]]
	match = "refs/heads/topic/**"
	rules = "none"
	[limits]
	deadline = "4s"
	[ledger]
	unavailable = "allow-forward"
	[output]
	gitlab = true
	END
	commitgate policy --policy=server.toml >printed.toml
	grep "^pushers = \[\"@backporters\", \"@releasers\"\]  # base.toml:5$" printed.toml
	grep "^force-push = { within = \"90s\", scope = \"message-only\" }  # server.toml:9$" printed.toml
	grep "^\"web.team\" = \[\]  # server.toml:4$" printed.toml
	grep -A 1 "^\[\[refs\]\]" printed.toml | sed -n "s/^match = //p" >order
	printf "\"%s\"\n" "refs/heads/v*.x" "refs/heads/topic/**" "refs/heads/v*.x-staging" \
		"refs/heads/**" "refs/tags/**" "refs/notes/**" >wanted
	same wanted order
	commitgate policy --policy=printed.toml | sed "s/ *#.*//" >again
	sed "s/ *#.*//" printed.toml >once
	same once again
'

it 'has for a server the keys of commitgate-policy(5), and no others' '
	for table in "[[refs]]" "[limits]" "[identity]" "[ledger]" "[output]"; do
		printf "%s\nzzzzzzzz = 1\n" "$table" >unknown.toml
		commitgate policy --policy=unknown.toml 2>&1 |
			sed "s/.*wanted is one of//" | tr , "\n" | tr -dc "a-z\n-" |
			sed "s/^/$table /"
	done | tr -d "[]" | sort >program
	awk "/^\.Ss Bq / { table = \$NF }
		/^\.Ss [^B]/ { table = \"\" }
		table ~ /^(refs|limits|identity|ledger|output)\$/ && /^\.It Va / { print table, \$3 }
	" "$root/man/commitgate-policy.5" | grep -v -e "within$" -e "scope$" | sort >page
	grep "^refs force-push$" program
	grep "^limits deadline$" program
	same program page
'

it 'names a cycle, and a file that is not there' '
	printf "extends = \"wrong.toml\"\n" | wrong "1:11: "
	printf "extends = \"nowhere.toml\"\n" | wrong "1:11: .*nowhere.toml"
	status 2 commitgate policy --policy=nowhere.toml 2>err
	grep "nowhere.toml" err
'

it 'shows escapes in a policy instead of sending them' '
	printf "\"\\\\u001b[31m\" = 1\n" >escape.toml
	status 2 commitgate policy --policy=escape.toml 2>err
	lacks "$(printf "\033")" err
'

it 'runs patterns of a project without code' '
	cat >jira.toml <<-"END"
	[[patterns]]
	id = "no-jira"
	target = "message"
	forbid = "\\bJIRA-\\d+"
	message = "tickets belong in the pull request"
	END
	printf "doc: x\n\nSee JIRA-17.\n" >file
	status 1 commitgate --message-file=file --policy=jira.toml --format=brief >out
	grep "^file:3:5: error: tickets belong in the pull request \[no-jira\]$" out
'

it 'cannot judge where a pattern gives up' '
	cat >slow.toml <<-"END"
	[[patterns]]
	id = "slow"
	target = "body"
	forbid = "^(a+)+$"
	message = "slow"
	END
	printf "doc: x\n\n%s\n" "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" >file
	status 2 commitgate --message-file=file --policy=slow.toml >out
	grep -i "could not" out
'

it 'exempts authors from rules' '
	cat >bots.toml <<-"END"
	[[exempt]]
	author = "\\[bot\\]@users"
	rules = ["subsystem"]
	END
	echo "[{\"id\":\"a\",\"message\":\"bump x\",\"author\":\"d <1+d[bot]@users.noreply.github.com>\"}]" >json
	status 0 commitgate --stage=draft --policy=bots.toml - <json
	status 1 commitgate --stage=draft - <json
'

done_testing
