#!/bin/sh
# SPDX-License-Identifier: MIT
#
# demo.sh PROGRAM
#
# Shows the program at its jobs: on this project's own history, on a repository
# with good and bad commits, and on a server with two people who push.  All of it
# is made in a temporary folder.
set -eu

program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sample=$work/sample
server=$work/node.git

# shellcheck disable=SC2046 # a list of names without blanks
unset $(git rev-parse --local-env-vars)
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME='Ada Author' GIT_AUTHOR_EMAIL=ada@example.com
export GIT_COMMITTER_NAME='Ada Author' GIT_COMMITTER_EMAIL=ada@example.com

say() {
	printf '\n--- %s\n' "$*"
}

run() { # Shows a command and its exit status; commits are meant to be refused.
	printf '$ %s\n' "$1"
	shift
	code=0
	"$program" "$@" || code=$?
	echo "(exit status $code)"
}

commit() {
	git -C "$sample" commit --quiet --allow-empty --file=-
}

if git rev-parse --quiet --verify HEAD >/dev/null 2>&1; then
	say "the history of this project, by its own policy"
	run 'commitgate --history --stage=draft HEAD' --history --stage=draft HEAD
fi

say "a sample repository with three commits, two of them bad"
git init --quiet --initial-branch=main "$sample"
commit <<'END'
doc: explain how commits are landed

The steps were spread over three pages.

PR-URL: https://github.com/nodejs/node/pull/24650
Reviewed-By: Rich Trott <rtrott@gmail.com>
Reviewed-By: Luigi Pinca <luigipinca@gmail.com>
END
commit <<'END'
docs: Explain the metadata that each and every commit needs before it can land.
The second line should have been blank.

PR-URL: #24651
Reviewed-By: Rich Trott <rtrott@gmail.com
END
commit <<'END'
http: fix a leak in keep-alive sockets

Fixes: https://github.com/nodejs/node/issues/1

PR-URL: https://github.com/nodejs/node/pull/24652
Reviewed-By: Rich Trott <rtrott@gmail.com>
Reviewed-By: Luigi Pinca <luigipinca@gmail.com>
END
cd "$sample"
git --no-pager log --oneline
echo
run 'commitgate HEAD~2          # the good one' HEAD~2
run 'commitgate HEAD~2..HEAD    # the bad ones' HEAD~2..HEAD

say "the same for scripts, as core-validate-commit is called"
printf '$ git rev-list HEAD | xargs commitgate --format=brief\n'
code=0
git rev-list HEAD | xargs "$program" --format=brief || code=$?
echo "(exit status of xargs $code)"

say "what a rule is about"
run 'commitgate explain metadata-end' explain metadata-end

say "a server, which takes the first commit from Ada"
git init --quiet --bare --initial-branch=main "$server"
run 'commitgate install --server --identity env:PUSHER node.git' \
	install --server --identity env:PUSHER "$server"
git remote add origin "$server"

push() { # push <who> <arguments...>: some pushes are meant to be refused.
	PUSHER=$1
	export PUSHER
	shift
	printf '\n%s$ git push %s\n' "$PUSHER" "$*"
	code=0
	git push --quiet "$@" 2>&1 | sed "s,$work/,,g" || code=$?
	git -C "$server" log --oneline -1 main
}

push ada origin HEAD~2:refs/heads/main

say "commits that break the rules do not land"
push ada origin HEAD:refs/heads/main

say "Ada mends a slip of hers, which the window lets her do for ten minutes"
git checkout --quiet --detach HEAD~2
git commit --quiet --allow-empty --amend --file=- <<'END'
doc: explain how commits land

The steps were spread over three pages.

PR-URL: https://github.com/nodejs/node/pull/24650
Reviewed-By: Rich Trott <rtrott@gmail.com>
Reviewed-By: Luigi Pinca <luigipinca@gmail.com>
END
push ada --force origin HEAD:refs/heads/main

say "Bob may not: the commit is not his"
git commit --quiet --allow-empty --amend --no-edit --reset-author --date='2026-01-01 12:00:00 +0000'
push bob --force origin HEAD:refs/heads/main

say "what the server knows"
run 'commitgate ledger' --git-dir="$server" ledger
run 'commitgate window main' --git-dir="$server" window main
