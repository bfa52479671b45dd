#!/bin/sh
# SPDX-License-Identifier: MIT
# Pushers who want in: what a client of their own can say, what they can hide in
# objects and refs, and what they can put into the environment.
. tests/e2e/server.sh

made c0
made c1 c0
made c2 c1
made other c0
echo 'Fix it.' | written bad c1
echo 'Fix more.' | written worse bad

bare begin
git -C "$work/c" push --quiet "$work/begin.git" "c0:$main"
guard begin >"$work/install.out" || exit
WHO=alice git -C "$work/c" push --quiet "$work/begin.git" "c1:$main" || exit

# A server whose main is at c1, which bob has nothing to do with.
fresh() {
	rm -rf s.git
	cp -R begin.git s.git
}

# attacked [options] COMMAND...: bob tries that, and no ref moves.
attacked() {
	git -C s.git for-each-ref >refs.before
	raw s bob "$@"
	git -C s.git for-each-ref >refs.after
	same refs.before refs.after
	git -C s.git fsck --strict >fsck.out 2>&1
	ledger_agrees
}

# declined [options] COMMAND...: the same, and it is the hook that refuses, not git.
declined() {
	attacked "$@"
	grep "hook declined" said
}

# The ledger is whole, and tells of no movement but the first two.
ledger_agrees() {
	ledger s verify
	ledger s --format jsonl >rows
	test "$(grep -c -E "\"state\":\"(landed|baseline)\"" rows)" -eq 2
	lacks -E "\"state\":\"(intended|outside)\"" rows
}

c0=$(oid c0)
c1=$(oid c1)
c2=$(oid c2)
other=$(oid other)
bad=$(oid bad)
nowhere=abcdefabcdefabcdefabcdefabcdefabcdefabcd

# ---- old values that are not true -------------------------------------------

it 'refuses to delete by pretending that there is nothing' '
	fresh
	declined "$zero $zero $main"
'

it 'refuses it where git is told to deny deletions, too' '
	fresh
	git -C s.git config receive.denyDeletes true
	git -C s.git config receive.denyNonFastForwards true
	declined "$zero $zero $main"
'

it 'refuses to delete with a made-up old value' '
	fresh
	declined "$nowhere $zero $main"
	declined "$c0 $zero $main"
	declined "$c1 $zero $main"
'

it 'refuses updates with a made-up or stale old value' '
	fresh
	for old in $zero $nowhere $c0 $c2; do
		declined --send c2 "$old $c2 $main"
	done
'

it 'refuses a rewrite with a made-up or stale old value' '
	fresh
	for old in $zero $nowhere $c0 $other; do
		declined --send other "$old $other $main"
	done
'

it 'refuses to create what is there' '
	fresh
	declined --send c2 "$zero $c2 $main"
'

it 'takes the same update with the true value' '
	fresh
	raw s bob --send c2 "$c1 $c2 $main"
	test "$(value s)" = $c2
'

it 'refuses to delete what is not there' '
	fresh
	declined "$c1 $zero refs/heads/none"
	declined "$zero $zero refs/heads/none"
'

# ---- commands that are not what they seem -----------------------------------

it 'refuses two commands for one ref, in both orders' '
	fresh
	declined --send c2 --send other "$c1 $other $main" "$c0 $c2 $main"
	declined --send c2 --send other "$c0 $c2 $main" "$c1 $other $main"
	declined --send c2 "$c1 $c2 $main" "$c1 $c2 $main"
	declined --send c2 "$c1 $c2 $main" "$c1 $zero $main"
'

it 'refuses a line feed in a name' "
	fresh
	declined --send c2 --send other \"\$zero \$c2 refs/heads/x\\n\$c1 \$other \$main\"
	declined --send c2 \"\$zero \$c2 refs/heads/x\\n\"
	declined --send c2 \"\$zero \$c2 \\n\$c1 \$c2 \$main\"
"

for name in 'HEAD' 'main' 'refs/heads/../main' 'refs/heads/a b' 'refs/heads/a\eb' \
	'refs/heads/a\x0db' 'refs/heads/a\x7fb' 'refs/heads/.a' 'refs/heads/a.lock' \
	'refs/heads/a..b' 'refs/heads/a@{b' 'refs/heads//a' 'refs/heads/a/' 'refs/' 'refs/heads/' \
	'refs//heads/main' '/refs/heads/main' 'refs/heads/a~' 'refs/heads/a^' 'refs/heads/a:b' \
	'refs/heads/a*' 'refs/heads/a?' 'refs/heads/a[' 'refs/heads/a\\b' '@' ''; do
	it "refuses the name '$name'" "
		fresh
		declined --send c2 '$zero $c2 $name'
		declined --send c2 '$c1 $c2 $main' '$zero $c2 $name'
	"
done

it 'refuses a name that is too long' '
	fresh
	long=$(head -c 4000 /dev/zero | tr "\0" a)
	declined --send c2 "$zero $c2 refs/heads/$long"
'

it 'sends no control characters of a name back' "
	fresh
	attacked --send c2 '$zero $c2 refs/heads/a\\e[31mred\\x9b\\x07'
	grep '^remote:' said >words
	lacks \"\$(printf '[\\033\\007\\233]')\" words
"

it 'refuses names that no policy tells of' '
	fresh
	for name in refs/for/main refs/meta/config refs/pull/1/head refs/stash \
		refs/commitgate/kept/1 refs/original/refs/heads/main refs/x; do
		attacked --send c2 "$zero $c2 $name"
	done
'

it 'refuses a branch in the place of a folder of branches' '
	fresh
	attacked --send c2 "$zero $c2 $main/below"
	attacked --send c2 "$zero $c2 refs/heads"
'

it 'refuses hidden refs' '
	fresh
	git -C s.git config transfer.hideRefs refs/heads/hidden
	attacked --send c2 "$zero $c2 refs/heads/hidden/x"
'

it 'refuses more refs than the policy allows' '
	fresh
	policy s <<-"END"
	extends = "nodejs"
	[limits]
	max-refs = 2
	END
	attacked --send c1 "$zero $c1 refs/heads/a" "$zero $c1 refs/heads/b" "$zero $c1 refs/heads/c"
	raw s bob --send c1 "$zero $c1 refs/heads/a" "$zero $c1 refs/heads/b"
	test "$(value s refs/heads/b)" = $c1
'

# ---- other ways of speaking -------------------------------------------------

for capabilities in '' 'report-status' 'side-band-64k' 'report-status-v2 side-band-64k' \
	'report-status atomic' 'delete-refs'; do
	it "refuses the same where the client can '$capabilities'" "
		fresh
		attacked --capabilities '$capabilities' --send bad '$c1 $bad $main'
		attacked --capabilities '$capabilities' --send other '$c1 $other $main'
		attacked --capabilities '$capabilities' '$zero $zero $main'
		attacked --capabilities '$capabilities' '$c1 $zero $main'
	"
done

it 'refuses the same in versions 1 and 2 of the protocol' '
	fresh
	for version in 1 2; do
		attacked --version $version --send bad "$c1 $bad $main"
		attacked --version $version "$zero $zero $main"
	done
'

it 'refuses a pack that lacks objects' '
	fresh
	attacked "$c1 $c2 $main"
	attacked --no-pack "$c1 $c2 $main"
	attacked "$c1 $nowhere $main"
	attacked --send c2^{tree} "$c1 $c2 $main"
	attacked --send c2 --send ^c2^{tree} "$c1 $c2 $main"
'

it 'refuses a push that breaks off' '
	fresh
	for point in advertisement commands half-pack; do
		attacked --hang-up $point --send c2 "$c1 $c2 $main"
		attacked --kill $point --send c2 "$c1 $c2 $main"
	done
'

it 'refuses the history of a shallow client' '
	fresh
	git clone --quiet --depth 1 --branch worse "file://$work/c" shallow 2>clone.out
	git -C s.git for-each-ref >refs.before
	WHO=bob status 1 git -C shallow push --quiet "$work/s.git" "+worse:$main" "worse:refs/heads/new"
	git -C s.git for-each-ref >refs.after
	same refs.before refs.after
	attacked --shallow "$bad" --send worse --send ^bad "$c1 $(oid worse) $main"
	lacks . s.git/shallow || true
	ledger_agrees
'

it 'refuses the same from a client with alternates' '
	fresh
	git clone --quiet --shared c alternates 2>clone.out
	WHO=bob status 1 git -C alternates push --quiet "$work/s.git" "origin/bad:$main"
	WHO=bob status 1 git -C alternates push --quiet --force "$work/s.git" "origin/other:$main"
	ledger_agrees
	WHO=bob status 0 git -C alternates push --quiet "$work/s.git" "origin/c2:$main"
'

it 'takes push options for what they are' '
	fresh
	git -C s.git config receive.advertisePushOptions true
	attacked --option "skip-ci" --option "override" --option "on-behalf-of=alice" \
		--send other "$c1 $other $main"
	attacked --option "x\n$zero $zero $main" --send bad "$c1 $bad $main"
'

it 'stays whole under push options for which there is no room' '
	fresh
	git -C s.git config receive.advertisePushOptions true
	long=$(head -c 60000 /dev/zero | tr "\0" a)
	attacked --option "$long" --times 60 --send bad "$c1 $bad $main"
	attacked --option "$long" --times 60 --send other "$c1 $other $main"
	attacked --option short --times 10000 --send bad "$c1 $bad $main"
	for options in "--option $long --times 60" "--option short --times 10000"; do
		fresh
		git -C s.git config receive.advertisePushOptions true
		raw s bob $options --send c2 "$c1 $c2 $main"
		ledger s verify
		rows s new state >states
		if [ "$(value s)" = $c2 ]; then
			grep "^c2 landed$" states
		else
			lacks "^c2 landed$" states
		fi
	done
'

# ---- objects that are not what they seem ------------------------------------

it 'knows no commit by way of a branch that nobody polices' '
	fresh
	policy s <<-"END"
	extends = "nodejs"
	[[refs]]
	match = "refs/heads/topic/*"
	rules = "none"
	END
	raw s bob --send bad "$zero $bad refs/heads/topic/x"
	test "$(value s refs/heads/topic/x)" = $bad
	git -C s.git for-each-ref >refs.before
	raw s bob "$c1 $bad $main"
	grep "^ng $main" said
	refuses s bob "bad:$main"
	refuses s bob "bad:refs/heads/new"
	git -C s.git for-each-ref >refs.after
	same refs.before refs.after
'

it 'knows no commit by way of the same push' '
	fresh
	policy s <<-"END"
	extends = "nodejs"
	[[refs]]
	match = "refs/heads/topic/*"
	rules = "none"
	END
	attacked --send bad "$zero $bad refs/heads/topic/x" "$c1 $bad $main"
	attacked --send bad "$c1 $bad $main" "$zero $bad refs/heads/topic/x"
'

it 'knows no commit by way of a hidden ref, or of nothing at all' '
	fresh
	git -C s.git config transfer.hideRefs refs/hidden
	git -C s.git fetch --quiet ../c bad
	git -C s.git update-ref refs/hidden/x $bad
	git -C s.git for-each-ref >refs.before
	raw s bob "$c1 $bad $main"
	grep "^ng $main" said
	git -C s.git update-ref -d refs/hidden/x
	attacked "$c1 $bad $main"
'

it 'is not shown another message by a replaced commit' '
	fresh
	git -C c replace bad c2
	attacked --send refs/replace/$bad "$zero $(oid refs/replace/$bad) refs/replace/$bad"
	attacked --send refs/replace/$bad --send bad "$zero $(oid refs/replace/$bad) refs/replace/$bad" "$c1 $bad $main"
	git -C s.git fetch --quiet ../c bad c2
	git -C s.git update-ref refs/replace/$bad $c2
	git -C c replace -d bad
	git -C s.git for-each-ref >refs.before
	raw s bob "$c1 $bad $main"
	grep "^ng $main" said
	git -C s.git for-each-ref >refs.after
	same refs.before refs.after
'

it 'is not fooled by grafts' '
	fresh
	mkdir -p s.git/info
	echo "$other $c1" >s.git/info/grafts
	attacked --send other "$c1 $other $main"
'

it 'looks through tags at what they name' '
	fresh
	git -C c tag -f -a -m x tree c1^{tree}
	git -C c tag -f -a -m x chain bad
	git -C c tag -f -a -m y chain2 chain
	for tag in tree chain chain2; do
		attacked --send refs/tags/$tag "$zero $(oid refs/tags/$tag) refs/tags/$tag"
	done
	attacked --send c1 "$zero $(oid c1^{tree}) refs/tags/light"
	attacked --send c1 "$zero $(oid c1^{tree}) refs/heads/tree"
	attacked --send refs/tags/chain "$zero $(oid refs/tags/chain) refs/heads/tag"
	attacked --send c1 "$c1 $(oid c1:file) $main"
	git -C c tag -d tree chain chain2
'

it 'judges the branch behind a symbolic name' '
	fresh
	git -C s.git symbolic-ref refs/heads/alias $main
	policy s <<-"END"
	extends = "nodejs"
	[[refs]]
	match = "refs/heads/alias"
	rules = "none"
	END
	git -C s.git for-each-ref >refs.before
	raw s bob --send bad "$c1 $bad refs/heads/alias"
	raw s bob --send other "$c1 $other refs/heads/alias"
	raw s bob --send c2 --send bad "$c1 $c2 $main" "$c1 $bad refs/heads/alias"
	git -C s.git for-each-ref >refs.after
	same refs.before refs.after
'

it 'sends no control characters of a message back' '
	fresh
	printf "doc: \033]0;owned\007 \342\200\256txt.exe\n" | written escapes c1
	attacked --send escapes "$c1 $(oid escapes) $main"
	grep "^remote:" said >words
	test -s words
	lacks "$(printf "[\033\007]")" words
	lacks "$(printf "\342\200\256")" words
'

# ---- who one is -------------------------------------------------------------

it 'is nobody without a name, and nobody rewrites' '
	fresh
	for who in "" " " anonymous "alice " "al ice" "alice;id" "$(printf "alice\nbob")" \
		"$(printf "\033[1malice")" "$(head -c 300 /dev/zero | tr "\0" a)"; do
		git -C s.git for-each-ref >refs.before
		raw s "$who" --send other "$c1 $other $main"
		git -C s.git for-each-ref >refs.after
		same refs.before refs.after
	done
	raw s alice --send other "$c1 $other $main"
	test "$(value s)" = $other
'

it 'believes one provider only' '
	fresh
	for name in GL_USER GL_ID GL_USERNAME REMOTE_USER GITEA_PUSHER_NAME GITEA_PUSHER_ID \
		GITHUB_USER_LOGIN USER LOGNAME GIT_COMMITTER_NAME GIT_PUSH_CERT_SIGNER; do
		export $name=alice
	done
	attacked --send other "$c1 $other $main"
'

it 'knows users of the machine by what they are, not by what they say' '
	fresh
	git -C s.git config commitgate.identity unix
	raw s bob --send c2 "$c1 $c2 $main"
	rows s new pusher provider state | grep "^c2 $(id -un) unix landed$"
'

if [ "$(id -u)" -eq 0 ] && setpriv --reuid=65534 --clear-groups test -x "$COMMITGATE"; then
	it 'lets no user of the machine rewrite what another has pushed' '
		git init --quiet --bare --shared=everybody shared.git
		git -C shared.git config commitgate.identity unix
		guard shared
		takes shared alice "c1:$main"
		chmod 755 "$work"
		chmod -R a+rwX shared.git
		git config --file "$GIT_CONFIG_GLOBAL" --add safe.directory "*"
		as_other() {
			USER=root LOGNAME=root SUDO_USER=root WHO=alice \
				setpriv --reuid=65534 --clear-groups git -C c push --force "$work/shared.git" "$@"
		}
		status 1 as_other "other:$main" >said 2>&1
		cat said
		grep "^remote: .*root" said
		as_other "c2:$main" || { cat shared.git/commitgate 2>&1; exit 1; }
		rows shared new pusher | grep "^c2 nobody$"
		refuses shared alice "c1:$main"
	'
else
	skip 'lets no user of the machine rewrite what another has pushed' 'only root can be two users'
fi

it 'takes its configuration from the server alone' '
	fresh
	cat >evil.toml <<-"END"
	extends = "none"
	[[refs]]
	match = "refs/**"
	rules = "none"
	force-push = "allow"
	END
	cat >"$work/.gitconfig" <<-END
	[commitgate]
	policy = $work/evil.toml
	identity = env:EVIL
	END
	cp .gitconfig "$GIT_CONFIG_GLOBAL.evil"
	export EVIL=alice GIT_CONFIG_GLOBAL="$GIT_CONFIG_GLOBAL.evil" \
		GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0=commitgate.policy GIT_CONFIG_VALUE_0="$work/evil.toml" \
		GIT_CONFIG_KEY_1=commitgate.identity GIT_CONFIG_VALUE_1=env:EVIL \
		GIT_CONFIG_PARAMETERS="'\''commitgate.policy=$work/evil.toml'\'' '\''commitgate.identity=env:EVIL'\''"
	git -C s.git for-each-ref >refs.before
	raw s bob --send other "$c1 $other $main"
	raw s bob --send bad "$c1 $bad $main"
	git -C s.git for-each-ref >refs.after
	same refs.before refs.after
	rm .gitconfig
'

it 'takes no policy from what is pushed' '
	fresh
	git -C s.git config commitgate.policy "$main:.commitgate.toml"
	blob=$(printf "extends = \"none\"\n[[refs]]\nmatch = \"refs/**\"\nrules = \"none\"\n" |
		git -C c hash-object -w --stdin)
	tree=$(printf "100644 blob %s\t.commitgate.toml\n" $blob | git -C c mktree)
	evil=$(echo "Take it." | git -C c commit-tree -p c1 $tree)
	attacked --send $evil "$c1 $evil $main"
'

done_testing
