#!/bin/sh
# SPDX-License-Identifier: MIT
# Pushes over ssh, where a forced command says whose key it is.
. tests/e2e/server.sh
. tests/e2e/ssh.sh

needs ssh ssh-keygen
test -n "$sshd" || skips 'there is no sshd'

# Permissive, so that clients can send what they like.
ssh_server "$work/authorized_keys" 'AcceptEnv *' 'PermitUserEnvironment yes'

# git-shell runs only what git asks for; the path keeps the program to be tested.
# shellcheck disable=SC2016 # expanded by the user's shell
shell='git-shell -c \"$SSH_ORIGINAL_COMMAND\"'
ssh_user alice "env WHO=alice $shell"
ssh_user bob "env WHO=bob $shell"
# Who this is, is forgotten to be said.
ssh_user nobody "$shell"

over_ssh alice ls-remote "server:$work/none" >"$work/out" 2>&1
grep -q 'does not appear to be a git repository' "$work/out" || {
	sed 's/^/# /' "$work/out" "$work/ssh/log"
	skips "sshd lets nobody in: $(id -un) has no shell, or no rights"
}

made c0
made c1 c0
made c1a c0
made c1b c0
echo 'Fix it.' | written bad c0
server s

ssh_pushes() {
	who=$1
	shift
	over_ssh "$who" -C c push --force "server:$work/s.git" "$@" >said 2>&1
}

it 'takes a push and knows who it was' '
	ssh_pushes alice c1:$main
	test "$(value s)" = "$(oid c1)"
	rows s new pusher provider state | grep "^c1 alice env:WHO landed$"
'

it 'tells over ssh why a push is refused' '
	status 1 ssh_pushes alice bad:$main
	grep "^remote: .*title" said
'

it 'lets nobody else rewrite' '
	status 1 ssh_pushes bob c1a:$main
	grep "^remote: .*alice" said
	status 1 ssh_pushes nobody c1a:$main
	test "$(value s)" = "$(oid c1)"
'

it 'believes no name that a client sends' '
	for name in WHO GL_USER REMOTE_USER USER GIT_PUSH_CERT_SIGNER; do
		export $name=alice
	done
	sed "s/^Host server/&\nSendEnv */" ssh/ssh_config >ssh/sending
	cp ssh/sending ssh/ssh_config
	status 1 ssh_pushes bob c1a:$main
	grep "^remote: .*alice" said
	test "$(value s)" = "$(oid c1)"
'

it 'believes no configuration that a client sends' '
	cat >evil.toml <<-"END"
	extends = "none"
	[[refs]]
	match = "refs/**"
	rules = "none"
	END
	sed "s/^Host server/&\nSendEnv */" ssh/ssh_config >ssh/sending
	cp ssh/sending ssh/ssh_config
	unset GIT_CONFIG_GLOBAL
	export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=commitgate.policy GIT_CONFIG_VALUE_0="$work/evil.toml"
	status 1 ssh_pushes bob bad:$main
	status 1 ssh_pushes bob c1a:$main
	test "$(value s)" = "$(oid c1)"
'

it 'lets her who pushed rewrite' '
	ssh_pushes alice c1a:$main
	test "$(value s)" = "$(oid c1a)"
'

it 'has to be configured wrongly for a name from a client to count' '
	ssh_pushes nobody c1b:$main && exit 1
	export WHO=alice
	sed "s/^Host server/&\nSendEnv WHO/" ssh/ssh_config >ssh/sending
	cp ssh/sending ssh/ssh_config
	ssh_pushes nobody c1b:$main
'

done_testing
