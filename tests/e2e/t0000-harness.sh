#!/bin/sh
# SPDX-License-Identifier: MIT
# The harness itself: a test that should fail does.
. tests/e2e/lib.sh

inner() { # Runs a script of tests and hides its TAP from ours.
	cat >inner.sh
	(cd "$root" && sh "$work/inner.sh") >inner.tap
}

it 'lets a passing test pass' '
	inner <<-"END"
	. tests/e2e/lib.sh
	it "passes" "true"
	done_testing
	END
	grep "^ok 1 - passes$" inner.tap
	grep "^1..1$" inner.tap
'

it 'sees a failing command that is not the last' '
	inner <<-"END"
	. tests/e2e/lib.sh
	it "fails" "false; true"
	END
	grep "^not ok 1 - fails$" inner.tap
'

it 'sees a wrong exit status' '
	inner <<-"END"
	. tests/e2e/lib.sh
	it "fails" "status 1 true; true"
	END
	grep "^not ok 1 - fails$" inner.tap
'

it 'starts without the configuration of the user' '
	test "$(git config --get user.name || echo none)" = none
	test -z "$(env | grep ^GIT_DIR)"
'

done_testing
