# shellcheck shell=sh disable=SC2154 # what server.sh sets
# SPDX-License-Identifier: MIT
#
# A real sshd for pushers with keys; to be sourced behind server.sh.  It speaks
# to ssh over a pipe, one process a connection: there is no port to be free, and
# nothing to be stopped.

sshd=$(PATH=$PATH:/usr/sbin command -v sshd)

# As root, sshd wants a folder that its service makes; it stays, for another test
# may be using it.
if [ "$(id -u)" -eq 0 ]; then
	mkdir -p /run/sshd
fi

# ssh_server AUTHORIZED_KEYS [line of sshd_config]...
ssh_server() {
	authorized_keys=$1
	shift
	mkdir -p "$work/ssh"
	ssh-keygen -q -t ed25519 -N '' -f "$work/ssh/host"
	cat >"$work/ssh/sshd_config" <<-EOF
	HostKey $work/ssh/host
	PidFile none
	AuthorizedKeysFile $authorized_keys
	StrictModes no
	UsePAM no
	PasswordAuthentication no
	KbdInteractiveAuthentication no
	PermitRootLogin forced-commands-only
	LogLevel ERROR
	EOF
	for line; do
		echo "$line" >>"$work/ssh/sshd_config"
	done
	cat >"$work/ssh/ssh_config" <<-EOF
	Host server
	ProxyCommand $sshd -i -f $work/ssh/sshd_config -E $work/ssh/log
	User $(id -un)
	StrictHostKeyChecking no
	UserKnownHostsFile /dev/null
	IdentitiesOnly yes
	BatchMode yes
	LogLevel ERROR
	EOF
}

# ssh_key NAME: makes a key.
ssh_key() {
	ssh-keygen -q -t ed25519 -N '' -C "$1" -f "$work/ssh/$1"
}

# ssh_user NAME 'command': makes a key by which that command runs, and no other.
ssh_user() {
	ssh_key "$1"
	echo "restrict,command=\"$2\" $(cat "$work/ssh/$1.pub")" >>"$authorized_keys"
}

# over_ssh NAME git arguments...: runs git with that key.
over_ssh() {
	key=$work/ssh/$1
	shift
	GIT_SSH_COMMAND="ssh -F $work/ssh/ssh_config -i $key" git "$@"
}
