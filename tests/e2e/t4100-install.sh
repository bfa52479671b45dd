#!/bin/sh
# SPDX-License-Identifier: MIT
# Setting up a server and a clone: nothing of others is lost, nothing is done by
# halves, and doctor finds what lets pushes through unjudged.
. tests/e2e/server.sh

program=$(readlink -f "$COMMITGATE")
export program
made c0
made c1 c0

# fresh NAME: a bare repository with c0 on main, and nothing of ours.
fresh() {
	git init --quiet --bare "$work/$1.git"
	git -C "$work/c" push --quiet "$work/$1.git" "c0:$main"
}

# ready NAME [options]: the same, set up as a server.
ready() {
	fresh "$1"
	ready=$1
	shift
	commitgate install --server --identity unix "$@" "$ready.git" >install.out
}

# state NAME: all that install could have changed.
state() {
	(
		cd "$work/$1.git"
		cat config
		find hooks commitgate -printf '%p %l %m\n' 2>/dev/null | grep -v sample | sort
	)
}

# unchanged NAME command...: it fails, and nothing has changed.
unchanged() {
	of=$1
	shift
	state "$of" >before
	status 2 "$@" >out 2>&1
	cat out
	state "$of" >after
	same before after
}

# old_hook NAME HOOK [END]: a hook of somebody else, which writes down what it is
# called with and told, and ends with END.
old_hook() {
	cat >"$work/$1.git/hooks/$2" <<END
#!/bin/sh
echo "\$(basename "\$0") \$*" >>'$work/called'
cat >>'$work/told'
exit ${3-0}
END
	chmod +x "$work/$1.git/hooks/$2"
}

# says LEVEL CHECK TEXT: in a line of doctor's report, out.
says() {
	grep -E "^$1 +$2 +.*$3" out
}

# healthy NAME, ill NAME: what doctor says of it is in out.
healthy() {
	status 0 commitgate doctor "$1.git" >out
	lacks "^problem" out
}
ill() {
	status 1 commitgate doctor "$1.git" >out
}

it 'a server is set up with one command' '
	fresh a
	commitgate install --server --identity unix --policy nodejs a.git >out
	cat out
	test "$(readlink a.git/hooks/pre-receive)" = "$program"
	test "$(readlink a.git/hooks/post-receive)" = "$program"
	test ! -e a.git/hooks/update
	test "$(git -C a.git config commitgate.identity)" = unix
	test "$(git -C a.git config commitgate.policy)" = nodejs
	test "$(git -C a.git config receive.fsckObjects)" = true
	test "$(git -C a.git config transfer.hideRefs)" = refs/commitgate
	test -f a.git/commitgate/ledger.sqlite3
	lacks "^problem\|^warning" out
	grep "^note " out
'

it 'a server is guarded although nobody reads what is told' '
	fresh unread
	status 2 sh -c "exec commitgate install --server --identity unix unread.git >/dev/full" 2>err
	grep "standard output" err
	test -L unread.git/hooks/pre-receive
	test -L unread.git/hooks/post-receive
'

it 'a second time changes nothing' '
	ready twice
	state twice >before
	ls -i twice.git/hooks twice.git/config >inodes
	commitgate install --server --identity unix twice.git >out
	state twice >after
	same before after
	ls -i twice.git/hooks twice.git/config | same inodes -
	grep "pre-receive.* is in place" out
	grep "ledger.* goes on" out
	lacks "now\|runs\|begins" out
'

it 'a repository is named, gone to, or where one is' '
	for how in "named.git" "-C named.git" "--git-dir named.git"; do
		fresh named
		commitgate install --server $how
		test -L named.git/hooks/pre-receive
		rm -rf named.git
	done
	fresh named
	cd named.git/refs
	commitgate -C .. install --server
	commitgate install --server
	test -L ../hooks/pre-receive
'

it 'a repository with a work tree can be a server' '
	repo tree
	commitgate install --server tree >out
	test -L tree/.git/hooks/pre-receive
	status 1 commitgate doctor tree >out
	grep "as a server" out
	says problem identity "is not set"
'

it 'what is there at first is final, and only then' '
	ready final
	test "$(rows final ref kind)" = "$main baseline"
	takes final root "c1:$main"
	commitgate install --server final.git
	test "$(rows final ref kind state | tail -n 1)" = "$main forward landed"
	takes final root "c0:$main"
	made alone
	refuses final root "alone:$main"
	grep "final" said
'

it 'the hooks that are asked for are installed, and no others' '
	ready update --hooks update
	test -L update.git/hooks/update
	test ! -e update.git/hooks/pre-receive
	test ! -e update.git/hooks/post-receive
	ready both --hooks update,pre-receive,post-receive
	test -L both.git/hooks/update
	test -L both.git/hooks/pre-receive
	healthy update
	says warning post-receive "there is none"
	lacks "pre-receive  " out
	healthy both
'

it 'force-push-window comes as a script in the place of pre-receive' '
	ready window --hooks force-push-window
	test ! -L window.git/hooks/pre-receive
	test -x window.git/hooks/pre-receive
	test -L window.git/hooks/post-receive
	grep "hook force-push-window" window.git/hooks/pre-receive
	healthy window
	says ok pre-receive "force-push-window"
	commitgate install --server window.git
	test "$(readlink window.git/hooks/pre-receive)" = "$program"
	commitgate install --server --hooks force-push-window window.git
	test ! -L window.git/hooks/pre-receive
'

it 'force-push-window takes a message that pre-receive refuses' '
	echo "Fix it." | written bad c0
	ready lenient --hooks force-push-window
	takes lenient root "bad:$main"
	ready strict
	refuses strict root "bad:$main"
'

it 'a path with quotes and blanks is nothing special' '
	odd="it'\''s \$(touch pwned) \"odd\""
	mkdir "$odd"
	cp "$program" "$odd/commitgate"
	fresh quoted
	"$odd/commitgate" install --server --identity unix --hooks force-push-window quoted.git
	mv quoted.git "$odd/quoted.git"
	git -C c push "$work/$odd/quoted.git" "c1:$main"
	test "$(git -C "$odd/quoted.git" rev-parse main)" = "$(oid c1)"
	test -z "$(find . -name pwned)"
'

it 'settings that are there are left as they are' '
	fresh kept
	git -C kept.git config receive.fsckObjects false
	git -C kept.git config --add transfer.hideRefs refs/hidden
	commitgate install --server kept.git
	test "$(git -C kept.git config receive.fsckObjects)" = false
	test "$(git -C kept.git config --get-all transfer.hideRefs | xargs)" = "refs/hidden refs/commitgate"
'

it 'a policy is named by its absolute path' '
	fresh policy
	echo "extends = \"nodejs\"" >policy.toml
	commitgate install --server --policy policy.toml policy.git
	test "$(git -C policy.git config commitgate.policy)" = "$work/policy.toml"
	commitgate install --server --policy main:policy.toml policy.git >out
	test "$(git -C policy.git config commitgate.policy)" = main:policy.toml
	says warning policy "there is no policy .main:policy.toml. yet"
'

it 'what cannot work is refused before anything has changed' '
	fresh strict2
	echo "extends = \"nobody\"" >broken.toml
	unchanged strict2 commitgate install --server --policy broken.toml strict2.git
	grep "broken.toml" out
	unchanged strict2 commitgate install --server --policy nowhere.toml strict2.git
	grep "no such preset and no such file" out
	unchanged strict2 commitgate install --server --identity gitosis strict2.git
	grep "there is no such provider, it is one of gitolite, " out
	unchanged strict2 commitgate install --server --identity env:HTTP_USER strict2.git
	grep "pushers can set that variable themselves" out
	git -C strict2.git config commitgate.policy nowhere.toml
	unchanged strict2 commitgate install --server strict2.git
	grep "nowhere.toml" out
'

it 'options that make no sense are refused' '
	fresh options
	unchanged options commitgate install options.git
	grep "one of --server and --local is wanted" out
	unchanged options commitgate install --server --local options.git
	unchanged options commitgate install --local --identity unix options.git
	unchanged options commitgate install --local --hooks update options.git
	unchanged options commitgate install --server --hooks commit-msg options.git
	grep "a server has no hook .commit-msg" out
	unchanged options commitgate install --server --hooks pre-receive,force-push-window options.git
	unchanged options commitgate install --server --hooks "" options.git
	unchanged options commitgate uninstall options.git
	grep "one of --server and --local is wanted" out
'

it 'no repository, a shallow one and one of another format are refused' '
	mkdir empty
	status 2 commitgate install --server empty 2>out
	git clone --quiet --bare --depth 1 --branch c1 "file://$work/c" shallow.git
	unchanged shallow commitgate install --server shallow.git
	grep "shallow" out
	git init --quiet --bare --object-format=sha256 sha256.git
	unchanged sha256 commitgate install --server sha256.git
'

it 'the repository of another user is refused' '
	test "$(id -u)" -eq 0 || exit 0
	fresh foreign
	chown -R 65534 foreign.git
	unchanged foreign commitgate install --server foreign.git
	grep "belongs to another user" out
	unchanged foreign commitgate uninstall --server foreign.git
'

it 'a hook that is there is not overwritten' '
	fresh taken
	old_hook taken pre-receive
	unchanged taken commitgate install --server taken.git
	grep "hooks/pre-receive.: there is another hook; --chain keeps it" out
	rm taken.git/hooks/pre-receive
	old_hook taken post-receive
	unchanged taken commitgate install --server taken.git
	ln -s /nowhere taken.git/hooks/update
	unchanged taken commitgate install --server --hooks update taken.git
'

it 'a hook that git never ran is not brought to life' '
	fresh dead
	old_hook dead pre-receive
	chmod -x dead.git/hooks/pre-receive
	unchanged dead commitgate install --server --chain dead.git
	grep "not executable" out
'

it 'with --chain both hooks run, called and told the same' '
	fresh chain
	old_hook chain pre-receive
	old_hook chain post-receive
	rm -f called told
	commitgate install --server --chain --identity unix chain.git >out
	cat out chain.git/hooks/pre-receive
	takes chain root "c1:$main"
	printf "%s %s $main\n" "$(oid c0)" "$(oid c1)" >one
	cat one one | same - told
	printf "pre-receive \npost-receive \n" | same - called
	test "$(rows chain state | tail -n 1)" = landed
	healthy chain
	says ok pre-receive "then .*before-commitgate/pre-receive"
'

it 'with --chain each of the two hooks can refuse' '
	rm -f called told
	refuses chain root "bad:$main"
	test ! -e called
	old_hook chain before-commitgate/pre-receive 7
	git -C chain.git update-ref $main "$(oid c1)"
	made c2 c1
	refuses chain root "c2:$main"
	test "$(cat called)" = "pre-receive "
'

it 'a chained update hook gets its arguments' '
	fresh chained-update
	old_hook chained-update update
	rm -f called
	commitgate install --server --chain --identity unix --hooks update chained-update.git
	takes chained-update root "c1:$main"
	echo "update $main $(oid c0) $(oid c1)" | same - called
'

it 'hooks are told the updates to the last byte' '
	fresh bytes
	old_hook bytes pre-receive
	commitgate install --server --chain bytes.git
	for input in "" "a" "a\n\n" "\\\\n%%s \n\t" "-n\n"; do
		printf -- "$input" >told.wanted
		rm -f told
		printf "#!/bin/sh\ncat >told.first\n" >stand-in
		chmod +x stand-in
		sed "s|['\'']\{0,1\}$program['\'']\{0,1\} |./stand-in |" bytes.git/hooks/pre-receive >script
		mkdir -p before-commitgate
		cp bytes.git/hooks/before-commitgate/pre-receive before-commitgate/
		sh ./script <told.wanted
		same told.wanted told.first
		same told.wanted told
	done
'

it 'a chained hook that is a relative link leads to the same place' '
	fresh linked
	old_hook linked pre-receive
	mv linked.git/hooks/pre-receive linked.git/shared
	ln -s ../shared linked.git/hooks/pre-receive
	rm -f called
	commitgate install --server --chain --identity unix linked.git
	takes linked root "c1:$main"
	test -e called
	commitgate uninstall --server linked.git
	test "$(readlink linked.git/hooks/pre-receive)" = ../shared
'

it 'a chain is installed once' '
	ready once
	commitgate uninstall --server once.git
	old_hook once pre-receive
	cp once.git/hooks/pre-receive original
	commitgate install --server --chain once.git
	state once >before
	commitgate install --server --chain once.git >out
	commitgate install --server once.git >out
	grep "pre-receive. is in place" out
	state once >after
	same before after
	same original once.git/hooks/before-commitgate/pre-receive
	old_hook once pre-receive
	unchanged once commitgate install --server --chain once.git
	grep "one that was kept before" out
'

it 'uninstall leaves what was there before, and the ledger' '
	fresh gone
	old_hook gone pre-receive
	git -C gone.git config transfer.hideRefs refs/hidden
	state gone >before
	cp gone.git/hooks/pre-receive original
	commitgate install --server --chain --identity unix --policy nodejs gone.git
	commitgate uninstall --server gone.git >out
	cat out
	same original gone.git/hooks/pre-receive
	grep "ledger.* stays" out
	test -f gone.git/commitgate/ledger.sqlite3
	rm -r gone.git/commitgate
	state gone >after
	same before after
	commitgate uninstall --server gone.git >out
	grep "pre-receive. stays" out
'

it 'uninstall leaves what has been changed since' '
	fresh changed
	git -C changed.git config commitgate.policy nodejs
	commitgate install --server --identity unix --policy core-validate-commit changed.git
	git -C changed.git config commitgate.identity http
	git -C changed.git config receive.fsckObjects false
	commitgate install --server --identity gitolite changed.git
	git -C changed.git config commitgate.identity github
	commitgate uninstall --server changed.git
	test "$(git -C changed.git config commitgate.policy)" = core-validate-commit
	test "$(git -C changed.git config commitgate.identity)" = github
	test "$(git -C changed.git config receive.fsckObjects)" = false
	status 1 git -C changed.git config commitgate.installed
'

it 'what is installed anew with another value goes with uninstall' '
	ready anew
	commitgate install --server --identity http anew.git
	commitgate uninstall --server anew.git
	status 1 git -C anew.git config commitgate.identity
'

it 'core.hooksPath is where hooks go, if it is in the repository' '
	fresh own-path
	git -C own-path.git config core.hooksPath my-hooks
	commitgate install --server --identity unix own-path.git
	test -L own-path.git/my-hooks/pre-receive
	test ! -e own-path.git/hooks/pre-receive
	refuses own-path root "bad:$main"
	healthy own-path
	says note hooks "my-hooks. \(core.hooksPath\)"
	fresh other-path
	mkdir all-hooks other-path.git-hooks
	for path in "$work/all-hooks" "~/all-hooks" ../all-hooks /dev/null "$work/other-path.git-hooks"; do
		git -C other-path.git config core.hooksPath "$path"
		unchanged other-path commitgate install --server other-path.git
		grep "is not in the repository" out
		ill other-path
		says problem pre-receive "there is none in"
		says warning hooks "others may change them"
	done
	test -z "$(ls all-hooks)"
	git -C other-path.git config --unset core.hooksPath
	git config --global core.hooksPath "$work/all-hooks"
	unchanged other-path commitgate install --server other-path.git
	ill other-path
	git config --global --unset core.hooksPath
'

it 'a clone is set up with one command' '
	repo clone
	commitgate install --local clone >out
	cat out
	test "$(readlink clone/.git/hooks/commit-msg)" = "$program"
	commitgate install --local clone | grep "commit-msg. is in place"
	status 1 git -C clone commit --quiet --allow-empty -m "Bad."
	git -C clone commit --quiet --allow-empty -m "doc: say it"
	status 0 commitgate doctor clone >out
	grep "as a clone" out
	says ok commit-msg "$program"
	lacks "identity\|receive" out
	commitgate uninstall --local clone
	test ! -e clone/.git/hooks/commit-msg
	status 1 commitgate doctor clone >out
	says problem commit-msg "there is none"
'

it 'a hook of a clone can be chained' '
	repo clone2
	printf "#!/bin/sh\necho \"\$(basename \"\$0\") \$1\" >called\n" >clone2/.git/hooks/commit-msg
	chmod +x clone2/.git/hooks/commit-msg
	status 2 commitgate install --local clone2
	commitgate install --local --chain clone2
	git -C clone2 commit --quiet --allow-empty -m "doc: say it"
	test "$(cat clone2/called)" = "commit-msg .git/COMMIT_EDITMSG"
	rm clone2/called
	status 1 git -C clone2 commit --quiet --allow-empty -m "Bad."
	test ! -e clone2/called
'

it 'a clone with hooks in its work tree is told what to write there' '
	repo husky
	mkdir husky/.husky
	git -C husky config core.hooksPath .husky
	status 2 commitgate install --local husky 2>out
	grep "commitgate hook NAME" out
	printf "#!/bin/sh\ncommitgate hook commit-msg \"\$1\"\n" >husky/.husky/commit-msg
	chmod +x husky/.husky/commit-msg
	status 0 commitgate doctor husky >out
	says warning commit-msg "mentions commitgate"
'

it 'a bare repository is no clone' '
	fresh bare
	unchanged bare commitgate install --local bare.git
	grep "nobody makes commits" out
	unchanged bare commitgate install --local --policy nodejs bare.git
'

it 'doctor finds hooks that git does not run' '
	fresh hookless
	ill hookless
	says problem pre-receive "all pushes pass unjudged"
	grep "commitgate install --server" out
	ready ill
	healthy ill
	mv ill.git/hooks/pre-receive link
	ln -s /nowhere/commitgate ill.git/hooks/pre-receive
	ill ill
	says problem pre-receive "/nowhere/commitgate., which is not there"
	rm ill.git/hooks/pre-receive
	commitgate install --server --hooks force-push-window ill.git
	chmod -x ill.git/hooks/pre-receive
	ill ill
	says problem pre-receive "is not executable"
	commitgate install --server --hooks force-push-window ill.git
	healthy ill
	rm ill.git/hooks/pre-receive
	old_hook ill pre-receive
	ill ill
	says problem pre-receive "is not commitgate"
	echo "exec commitgate hook pre-receive" >>ill.git/hooks/pre-receive
	healthy ill
	says warning pre-receive "mentions commitgate"
	old_hook ill pre-receive
	mkdir ill.git/hooks/pre-receive.d
	echo "exec commitgate hook pre-receive" >ill.git/hooks/pre-receive.d/commitgate
	healthy ill
	says warning pre-receive "pre-receive.d/commitgate. mentions commitgate"
'

it 'doctor takes one hook of two that judges' '
	ready two --hooks update
	old_hook two pre-receive
	healthy two
	says note pre-receive "is not commitgate"
	ready three
	old_hook three update
	healthy three
	says note update "is not commitgate"
	rm two.git/hooks/update three.git/hooks/pre-receive
	old_hook two update
	ill two
	ill three
	says problem pre-receive "there is none"
	says problem update "is not commitgate"
'

it 'doctor knows a copy of the program, and a script of another one' '
	ready copy
	rm copy.git/hooks/pre-receive
	cp "$program" copy.git/hooks/pre-receive
	healthy copy
	says ok pre-receive "a copy"
	ready other --hooks force-push-window
	sed -i "s|$program|/opt/commitgate|" other.git/hooks/pre-receive
	healthy other
	says warning pre-receive "not as this program writes it"
	commitgate install --server --hooks force-push-window other.git
	healthy other
	says ok pre-receive "force-push-window"
'

it 'doctor misses post-receive, but not badly' '
	ready without
	rm without.git/hooks/post-receive
	healthy without
	says warning post-receive "there is none"
	old_hook without post-receive
	healthy without
	says warning post-receive "is not commitgate"
'

it 'doctor knows that hooks can be switched off' '
	ready off
	git -C off.git config hook.pre-receive.enabled false
	ill off
	says problem "other hooks" "hook.pre-receive.enabled is false"
	git -C off.git config hook.pre-receive.enabled true
	git -C off.git config hook.lint.command "true"
	git -C off.git config hook.lint.event pre-receive
	healthy off
	says note "other hooks" "hook.lint.event"
'

it 'doctor asks for an identity where the policy does' '
	ready who
	git -C who.git config --unset commitgate.identity
	ill who
	says problem identity "the policy asks who pushes"
	git config --global commitgate.identity unix
	ill who
	says problem identity "for a user only"
	git config --global --unset commitgate.identity
	git -C who.git config commitgate.identity gitosis
	ill who
	says problem identity "no such provider"
	git -C who.git config commitgate.identity unix
	healthy who
	says note identity "one person"
	git -C who.git config commitgate.identity gitolite
	healthy who
	says ok identity "gitolite"
'

it 'doctor asks for no identity where nobody else does' '
	ready anybody
	git -C anybody.git config --unset commitgate.identity
	cat >anybody.toml <<-"END"
	extends = "none"

	[[refs]]
	match = "refs/heads/**"
	force-push = "refuse"
	END
	git -C anybody.git config commitgate.policy "$work/anybody.toml"
	commitgate doctor anybody.git >out || true
	cat out
	says warning identity "will not know who pushed"
'

# named NAME PUSHER ROSTER OWNERS: the server gets a policy that names these.
named() {
	cat >"$work/named.toml" <<END
extends = "nodejs"
[rules]
owners-reviewed = "error"
[roster]
source = "$3"
[owners]
source = "$4"
[[refs]]
match = "refs/heads/**"
pushers = ["$2"]
END
	git -C "$work/$1.git" config commitgate.policy "$work/named.toml"
}

# has NAME FILE=CONTENT...: main of the server gets a commit of these files.
has() {
	of=$1
	shift
	tree=$(for file; do
		printf "100644 blob %s\t%s\n" \
			"$(echo "${file#*=}" | git -C "$work/$of.git" hash-object -w --stdin)" \
			"${file%%=*}"
	done | git -C "$work/$of.git" mktree)
	git -C "$work/$of.git" update-ref $main \
		"$(git -C "$work/$of.git" commit-tree -m "doc: begin" "$tree")"
}
somebody="### Collaborators

* [alice](https://github.com/alice) - **Alice** <<alice@example.com>>"

it 'doctor tells who the people are' '
	fresh people
	has people "README.md=$somebody" "CODEOWNERS=* @alice" ".mailmap=# nobody"
	commitgate install --server --identity unix people.git >out
	named people @collaborators README.md CODEOWNERS
	healthy people
	says ok roster "README.md. on .refs/heads/main. lists 1 person; collaborators: 1"
	says ok owners "CODEOWNERS. on .refs/heads/main."
	says ok mailmap "mailmap. on .refs/heads/main."
	says ok pushers "in the roster"
	git -C people.git config commitgate.policy nodejs
	healthy people
	says note roster "names no roster; .*skipped: .*.reviewer-is-collaborator."
	lacks "^[a-z]* *\(owners\|pushers\) " out
'

it 'doctor finds that nobody can push, or that rules are skipped' '
	named people @collaborators REAMDE.md CODEWONERS
	ill people
	says problem roster "no roster .REAMDE.md. on .refs/heads/main.; .*.reviewer-is-collaborator."
	says problem owners "no owners file .CODEWONERS. on .refs/heads/main.; .*.owners-reviewed."
	says problem pushers "nobody can push to .refs/heads/\*\*.*@collaborators"
	named people alice README.md CODEOWNERS
	has people "README.md=$somebody" "CODEOWNERS=x y z"
	ill people
	says problem owners "CODEOWNERS:1: "
	lacks "^problem *roster" out
	named people @tsc README.md CODEOWNERS
	ill people
	says problem pushers "nobody in .@tsc."
	git -C people.git symbolic-ref HEAD refs/heads/master
	ill people
	says problem roster "there is no .refs/heads/master."
	grep "git symbolic-ref HEAD" out
'

it 'install tells of people who are not there' '
	fresh unknown
	printf "extends = \"nodejs\"\n[roster]\nsource = \"REAMDE.md\"\n" >unknown.toml
	commitgate install --server --identity unix --policy "$work/unknown.toml" unknown.git >out
	says problem roster "no roster .REAMDE.md."
'

it 'doctor finds a pipe in the place of the index' '
	ready pipe
	mkfifo pipe.git/commitgate/pull-requests.sqlite3
	healthy pipe
	says warning "pull requests" "no regular file"
'

it 'doctor finds a policy that does not load' '
	ready policies
	git -C policies.git config commitgate.policy nowhere.toml
	ill policies
	says problem policy "nowhere.toml"
	git -C policies.git config commitgate.policy main:nowhere.toml
	healthy policies
	says warning policy "there is no policy"
'

it 'doctor looks into the ledger' '
	ready ledger
	ledger=ledger.git/commitgate/ledger.sqlite3
	healthy ledger
	says ok ledger "is in order"
	mv ledger.git/commitgate elsewhere
	healthy ledger
	says warning ledger "there is no"
	mv elsewhere ledger.git/commitgate
	rm -f "$ledger-wal" "$ledger-shm"
	yes garbage | head -c 8192 >"$ledger"
	ill ledger
	says problem ledger "ledger.sqlite3"
'

it 'doctor finds a ledger that was altered' '
	command -v sqlite3 >/dev/null || exit 0
	ready altered
	for trigger in $(sqlite3 altered.git/commitgate/ledger.sqlite3 \
		"select name from sqlite_master where type = '\''trigger'\''"); do
		sqlite3 altered.git/commitgate/ledger.sqlite3 "drop trigger $trigger"
	done
	table=$(sqlite3 altered.git/commitgate/ledger.sqlite3 \
		"select name from sqlite_master where type = '\''table'\'' and name like '\''%row%'\'' or name = '\''event'\'' limit 1")
	sqlite3 altered.git/commitgate/ledger.sqlite3 "delete from $table"
	ill altered
	says problem ledger "."
'

it 'doctor finds a ledger that cannot be written or is of somebody else' '
	test "$(id -u)" -eq 0 || exit 0
	command -v setpriv >/dev/null || exit 0
	ready theirs
	chown 65534 theirs.git/commitgate/ledger.sqlite3
	ill theirs
	says problem ledger "belongs to another user"
	chown -R 65534 theirs.git
	healthy theirs
	says warning repository "belongs to another user"
	chmod 755 "$work"
	chmod 400 theirs.git/commitgate/ledger.sqlite3
	status 1 setpriv --reuid=65534 --clear-groups commitgate doctor theirs.git >out
	says problem ledger "cannot be written"
'

it 'doctor finds what history is missing' '
	ready cut
	oid c0 >cut.git/shallow
	ill cut
	says problem repository "shallow"
'

it 'doctor knows the settings that help' '
	ready settings
	git -C settings.git config receive.fsckObjects false
	git -C settings.git config receive.shallowUpdate true
	git -C settings.git config --unset-all transfer.hideRefs
	printf "extends = \"nodejs\"\n[identity]\ndelegates = [\"bot\"]\n" >delegates.toml
	git -C settings.git config commitgate.policy "$work/delegates.toml"
	healthy settings
	says warning settings "receive.fsckObjects"
	says warning settings "receive.shallowUpdate"
	says warning settings "transfer.hideRefs"
	says warning settings "receive.advertisePushOptions"
	says note settings "receive.maxInputSize"
	git -C settings.git config --unset receive.fsckObjects
	git -C settings.git config transfer.fsckObjects true
	git -C settings.git config --unset receive.shallowUpdate
	git -C settings.git config transfer.hideRefs refs/commitgate/
	git -C settings.git config receive.advertisePushOptions true
	git -C settings.git config receive.maxInputSize 1g
	healthy settings
	says ok settings "as they should be"
	git -C settings.git config commitgate.identity push-cert
	ill settings
	says problem settings "receive.certNonceSeed"
	git -C settings.git config receive.certNonceSeed secret
	healthy settings
'

it 'doctor says which kind of repository it looks at' '
	repo kinds
	commitgate doctor kinds >out || true
	grep "as a clone" out
	git -C kinds config commitgate.identity unix
	commitgate doctor kinds >out || true
	grep "as a server" out
	status 2 commitgate doctor empty
'

done_testing
