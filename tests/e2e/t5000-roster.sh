#!/bin/sh
# SPDX-License-Identifier: MIT
# A project whose README tells who may review and push: what a push is held to,
# and what it cannot bring along.
. tests/e2e/server.sh

# readme LOGIN...: a README that lists these as collaborators.
readme() {
	printf '# Project\n\n### Collaborators\n\n'
	for login; do
		printf '* [%s](https://github.com/%s) -\n' "$login" "$login"
		printf '**%s Person** &lt;%s@example.com&gt;\n' "$login" "$login"
	done
}

# tree [FILE=CONTENT-FILE]...: prints the id of a tree of these files.
tree() {
	for file; do
		printf '100644 blob %s\t%s\n' \
			"$(git -C "$work/c" hash-object -w "$work/${file#*=}")" "${file%%=*}"
	done | git -C "$work/c" mktree
}

# with TREE NAME PARENT <<END: a commit with that message and that tree.
with() {
	made_id=$(git -C "$work/c" commit-tree ${3:+-p "$3"} "$1")
	git -C "$work/c" update-ref "refs/heads/$2" "$made_id"
}

# reviewed 'Name <mail>' [title]: a message with that reviewer, and alice.
reviewed() {
	cat <<-END
	doc: ${2:-explain}

	The steps were spread over three pages.

	PR-URL: https://github.com/nodejs/node/pull/24650
	Reviewed-By: alice Person <alice@example.com>
	Reviewed-By: $1
	END
}
bob='bob Person <bob@example.com>'
eve='eve Person <eve@example.com>'

readme alice bob carol >"$work/three"
readme alice bob >"$work/two"
readme alice bob eve >"$work/with-eve"
echo 'There is nobody here.' >"$work/nobody"
echo text >"$work/text"
three=$(tree README.md=three)
two=$(tree README.md=two)

reviewed "$bob" 'begin' | with "$three" first ''
reviewed "$bob" 'let carol go' | with "$two" c0 first

bare begin
git -C "$work/c" push --quiet "$work/begin.git" "c0:$main"
cat >"$work/begin.git/policy.toml" <<'END'
extends = "nodejs"
[roster]
source = "README.md"
logins = { a1 = "alice" }
[[refs]]
match = "refs/heads/reviewers-only"
pushers = ["@collaborators"]
[[refs]]
match = "refs/heads/own-group"
pushers = ["@tsc"]
[groups]
tsc = ["zoe"]
END
git -C "$work/begin.git" config commitgate.policy policy.toml
guard begin >"$work/install.out"

fresh() {
	rm -rf s.git
	cp -R begin.git s.git
}

# source PATH: where the roster is.
source_is() {
	sed -i "s|^source = .*|source = \"$1\"|" s.git/policy.toml
}

# checks STATUS NAME: what a person is told of that commit, where main is
# checked out, is kept in `checked`.
checks() {
	git -C c update-ref --no-deref HEAD c0
	git -C c checkout --quiet -f c0
	status "$1" commitgate check -C c --policy "$work/s.git/policy.toml" "$2" >checked
	cat checked
}

# ---- reviewers --------------------------------------------------------------

it 'takes reviewers of the roster' '
	fresh
	reviewed "$bob" | with $two good c0
	takes s alice "good:$main"
	lacks reviewer said
	checks 0 good
'

it 'refuses a reviewer who is nobody there, and suggests who was meant' '
	fresh
	reviewed "bob Person <bob@exmaple.com>" | with $two near c0
	reviewed "$eve" | with $two stranger c0
	refuses s alice "stranger:$main"
	grep "reviewer-is-collaborator" said
	pushes alice s "near:$main" || true
	grep "bob Person <bob@example.com>" said
	checks 1 stranger
	grep "reviewer-is-collaborator" checked
'

it 'tells which commit took a former collaborator off' '
	fresh
	reviewed "carol Someone <carol@example.com>" | with $two former c0
	refuses s alice "former:$main"
	tr -d "\n" <said | sed "s/remote://g; s/  *//g" >flat
	grep "$(oid c0 | cut -c 1-7)" flat
	grep "doc:letcarolgo" flat
	checks 1 former
	grep "let carol go" checked
'

it 'does not believe a roster that the same push brings' '
	fresh
	reviewed "$bob" "let eve in" | with "$(tree README.md=with-eve)" eve c0
	reviewed "$eve" | with "$(tree README.md=with-eve)" by-eve eve
	refuses s alice "by-eve:$main"
	takes s alice "eve:$main"
	takes s alice "by-eve:$main"
'

it 'takes the roster of main for a line that has none' '
	fresh
	reviewed "$bob" | with "$(tree file=text)" line ""
	reviewed "$eve" | with "$(tree file=text)" line-eve line
	takes s alice "line:refs/heads/v10.x"
	refuses s alice "line-eve:refs/heads/v10.x"
	grep "reviewer-is-collaborator" said
'

it 'takes the roster of the line that has one' '
	fresh
	reviewed "$bob" | with "$(tree README.md=with-eve)" own c0
	reviewed "$eve" | with "$(tree README.md=with-eve)" own-eve own
	takes s alice "own:refs/heads/v10.x"
	takes s alice "own-eve:refs/heads/v10.x"
	source_is main:README.md
	reviewed "$eve" "again" | with "$(tree README.md=with-eve)" own-again own-eve
	refuses s alice "own-again:refs/heads/v10.x"
	grep "reviewer-is-collaborator" said
'

it 'notes that there is no roster yet' '
	fresh
	source_is ROSTER.toml
	reviewed "$eve" | with $two unlisted c0
	takes s alice "unlisted:$main"
	grep "^remote: note: there is no roster .ROSTER.toml. yet" said
	tr -d "\n" <said | grep "skipped: .*reviewer-is-collaborator"
	checks 2 unlisted 2>err
	grep "ROSTER.toml" err
'

# ---- the roster stays readable ----------------------------------------------

it 'refuses to lose the roster, and to break it' '
	fresh
	reviewed "$bob" | with "$(tree file=text)" gone c0
	reviewed "$bob" | with "$(tree README.md=nobody)" broken c0
	refuses s alice "gone:$main"
	grep "^remote: .*there would be no roster" said
	refuses s alice "broken:$main"
	grep "^remote: .*README.md" said
	refuses s alice "broken:refs/heads/v10.x"
	source_is main:README.md
	refuses s alice "gone:$main"
	takes s alice "gone:refs/heads/v10.x"
'

it 'refuses to delete the branch of the roster' '
	fresh
	git -C s.git update-ref refs/heads/people "$(value s)"
	source_is people:README.md
	printf "[[refs]]\nmatch = \"refs/heads/people\"\ndelete = \"allow\"\n" >>s.git/policy.toml
	refuses s alice ":refs/heads/people"
	grep "^remote: .*there would be no roster" said
	reviewed "$eve" | with $two by-eve c0
	refuses s alice "by-eve:$main"
	grep "reviewer-is-collaborator" said
'

it 'cannot decide by a roster on a branch that is not there' '
	fresh
	source_is peple:README.md
	reviewed "$eve" | with $two by-eve c0
	refuses s alice "by-eve:$main"
	tr "\n" " " <said | sed "s/remote: *//g" | grep "\[roster\] source of the policy names: there is no such branch"
'

it 'takes no policy by which it could not serve' '
	fresh
	git -C s.git config commitgate.policy main:gate.toml
	printf "extends = \"none\"\n[[refs]]\nmatch = \"refs/heads/*\"\n[roster]\n" >base.toml
	for source in HEAD:README.md tags/v1:README.md people:README.md TEAM.md; do
		{ cat base.toml; echo "source = \"$source\""; } >c/gate.toml
		reviewed "$bob" "add it" | with "$(tree README.md=three TEAM.md=nobody gate.toml=c/gate.toml)" gate c0
		refuses s alice "gate:$main"
	done
	{ cat base.toml; echo "source = \"main:README.md\""; } >c/gate.toml
	reviewed "$bob" "add it" | with "$(tree README.md=three gate.toml=c/gate.toml)" gate c0
	takes s alice "gate:$main"
'

it 'refuses a mailmap that it could not read again' '
	fresh
	head -c 4194305 /dev/zero | tr "\0" x >large
	reviewed "$bob" "map people" | with "$(tree README.md=three .mailmap=large)" large c0
	refuses s alice "large:$main"
	grep "^remote: .*larger than" said
	reviewed "$bob" "explain" | with $two small c0
	takes s alice "small:$main"
'

# ---- pushers ----------------------------------------------------------------

it 'lets collaborators push, by whatever name the server knows them' '
	fresh
	reviewed "$bob" | with $two good c0
	closed=refs/heads/reviewers-only
	refuses s eve "good:$closed"
	grep "^remote: .*.eve. is not in the roster" said
	refuses s carol "good:$closed"
	refuses s alice "good:$closed"
	grep "^remote: .*.alice. is somebody else" said
	takes s a1 "good:$closed"
	reviewed "$bob" "more" | with $two more good
	takes s BOB "more:$closed"
	lacks lander-reviewed said
'

it 'lets no push make its pusher a collaborator' '
	fresh
	closed=refs/heads/reviewers-only
	reviewed "$bob" "let eve in" | with "$(tree README.md=with-eve)" eve c0
	refuses s eve "eve:$closed"
	takes s a1 "eve:$closed"
	reviewed "$bob" "more" | with "$(tree README.md=with-eve)" more eve
	takes s eve "more:$closed"
	refuses s eve "good:refs/heads/own-group"
'

it 'takes a group of the policy for one of the roster that has its name' '
	fresh
	reviewed "$bob" | with $two good c0
	refuses s alice "good:refs/heads/own-group"
	takes s zoe "good:refs/heads/own-group"
'

it 'says that the roster is why nobody is in its groups' '
	fresh
	source_is ROSTER.toml
	reviewed "$bob" | with $two good c0
	refuses s alice "good:refs/heads/reviewers-only"
	grep "^remote: .*there is no roster .ROSTER.toml. yet" said
'

# ---- other commits ----------------------------------------------------------

it 'looks up commits that are named' '
	fresh
	reviewed "$bob" | sed "s/^PR-URL/Fixes: 0123456789abcdef (\"doc: none\")\n&/" | with $two nothing c0
	refuses s alice "nothing:$main"
	grep "fixes-commit" said
	checks 1 nothing
	grep "fixes-commit" checked
	named="$(oid c0 | cut -c 1-16) (\"doc: let carol go\")"
	reviewed "$bob" | sed "s/^PR-URL/Fixes: $named\n&/" | with $two something c0
	takes s alice "something:$main"
	lacks fixes-commit said
	checks 0 something
'

it 'looks up commits for a message that is being written' '
	fresh
	git -C c checkout --quiet -f c0
	printf "doc: mend\n\nIt was wrong.\n\nFixes: 0123456789abcdef (\"doc: none\")\n" >message
	cp s.git/policy.toml c/.git/policy.toml
	commitgate check -C c --policy .git/policy.toml --message-file ../message >checked
	grep "fixes-commit" checked
	git -C c config commitgate.policy .git/policy.toml
	(cd c && commitgate hook commit-msg ../message) 2>err
	grep "fixes-commit" err
'

done_testing
