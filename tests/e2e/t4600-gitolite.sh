#!/bin/sh
# SPDX-License-Identifier: MIT
# A server run by gitolite, which knows people by their keys and tells hooks in
# GL_USER.
. tests/e2e/server.sh
. tests/e2e/ssh.sh

needs ssh ssh-keygen gitolite
test -n "$sshd" || skips 'there is no sshd'

# gitolite lives in the home of its user; the server's say about HOME lets that
# be ours.
mkdir "$work/home"
ssh_server "$work/home/.ssh/authorized_keys" \
	"SetEnv HOME=$work/home PATH=$PATH GIT_CONFIG_NOSYSTEM=1"
for person in admin alice bob; do
	ssh_key $person
done

# Its own repository has to have a branch called master.
gitolite_setup() {
	cp "$work/ssh/admin.pub" "$work/admin.pub" &&
		GIT_CONFIG_GLOBAL=/dev/null USER=git HOME=$work/home gitolite setup -pk "$work/admin.pub" &&
		# People, and what they may do.
		over_ssh admin clone --quiet server:gitolite-admin "$work/admin" &&
		cp "$work/ssh/alice.pub" "$work/ssh/bob.pub" "$work/admin/keydir" &&
		cat >>"$work/admin/conf/gitolite.conf" <<-'EOF' &&

		repo s
		    RW+ = alice bob admin
		repo careful
		    RW  = alice bob admin
		EOF
		git -C "$work/admin" add -A &&
		git -C "$work/admin" commit --quiet -m 'Let them in' &&
		over_ssh admin -C "$work/admin" push --quiet origin HEAD
}
gitolite_setup >"$work/setup.out" 2>&1 || {
	sed 's/^/# /' "$work/setup.out"
	skips 'gitolite cannot be set up here'
}

# Its repositories under the names that the tests have for servers.
ln -s home/repositories/s.git "$work/s.git"
ln -s home/repositories/careful.git "$work/careful.git"

made c0
made c1 c0
made c2 c1
made c1a c0
made c1b c0
echo 'Fix it.' | written bad c0
for repository in s careful; do
	over_ssh admin -C "$work/c" push --quiet server:$repository "c0:$main" || exit
	git -C "$work/$repository.git" config commitgate.identity gitolite
	guard $repository >"$work/install.out" || exit
done

# person_pushes WHO REPOSITORY REFSPEC...
person_pushes() {
	person=$1
	repository=$2
	shift 2
	over_ssh "$person" -C c push --force "server:$repository" "$@" >said 2>&1
}

it 'leaves the hook of gitolite where it is' '
	test -x s.git/hooks/update
	HOME=$work/home gitolite query-rc GL_ADMIN_BASE
	readlink s.git/hooks/update | grep gitolite
'

it 'takes a push and knows who it was' '
	person_pushes alice s c1:$main
	test "$(value s)" = "$(oid c1)"
	rows s new pusher provider state | grep "^c1 alice gitolite landed$"
'

it 'tells through gitolite why a push is refused' '
	status 1 person_pushes alice s bad:$main
	grep "^remote: .*title" said
'

it 'lets nobody else rewrite whom gitolite lets' '
	status 1 person_pushes bob s c1a:$main
	grep "^remote: .*alice" said
	test "$(value s)" = "$(oid c1)"
'

it 'lets her who pushed rewrite' '
	person_pushes alice s c1a:$main
	test "$(value s)" = "$(oid c1a)"
'

it 'takes no push for landed that gitolite refuses' '
	person_pushes alice careful c1:$main
	status 1 person_pushes alice careful c1a:$main
	grep DENIED said
	test "$(value careful)" = "$(oid c1)"
	person_pushes bob careful c2:$main
	rows careful new pusher state >got
	grep "^c1 alice landed$" got
	grep "^c1a alice abandoned$" got
	grep "^c2 bob landed$" got
'

it 'refuses a push on the server itself that gitolite knows nothing of' '
	status 1 git -C c push --force "$work/s.git" c1b:$main
	test "$(value s)" = "$(oid c1a)"
'

done_testing
