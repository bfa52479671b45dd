#!/bin/sh
# SPDX-License-Identifier: MIT
# Pushes over HTTP: a web server asks for a password and tells git http-backend
# who it was.
. tests/e2e/server.sh

PATH=$PATH:/usr/sbin
needs lighttpd curl
backend=$(git --exec-path)/git-http-backend
test -x "$backend" || skips 'there is no git http-backend'

made c0
made c1 c0
made c1a c0
made c1b c0
echo 'Fix it.' | written bad c0
mkdir "$work/www"
server s
git -C "$work/s.git" config commitgate.identity http
git -C "$work/s.git" config http.receivepack true

# Below /git/ everybody has a password, below /open/ nobody is asked.
printf 'alice:secret-of-alice\nbob:secret-of-bob\n' >"$work/passwords"
cat >"$work/lighttpd.conf" <<EOF
server.document-root = "$work/www"
server.bind = "/dev/stdin"
server.errorlog = "$work/lighttpd.log"
server.modules = ("mod_auth", "mod_authn_file", "mod_alias", "mod_setenv", "mod_cgi")
alias.url = ("/git/" => "$backend/", "/open/" => "$backend/")
cgi.assign = ("" => "")
setenv.set-environment = (
	"GIT_PROJECT_ROOT" => "$work",
	"GIT_HTTP_EXPORT_ALL" => "1",
	"GIT_CONFIG_NOSYSTEM" => "1",
	"HOME" => "$work"
)
auth.backend = "plain"
auth.backend.plain.userfile = "$work/passwords"
auth.require = ("/git/" => ("method" => "basic", "realm" => "git", "require" => "valid-user"))
EOF

# The system picks the port; the server is handed what listens there already.
mkfifo "$work/port"
perl -MIO::Socket::INET -e '
	my $socket = IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 64) or die;
	open(my $port, ">", "$ARGV[0]/port") or die;
	print $port $socket->sockport, "\n";
	close $port;
	open(STDIN, "<&", $socket) or die;
	exec("lighttpd", "-D", "-f", "$ARGV[0]/lighttpd.conf") or die;
' "$work" >"$work/lighttpd.out" 2>&1 &
stops $!
port=$(takes_from "$work/port")

it 'has a server' '
	curl -s -m 20 "http://127.0.0.1:$port/git/s.git/info/refs?service=git-receive-pack" -u alice:secret-of-alice -o out || {
		cat lighttpd.out lighttpd.log
		exit 1
	}
	grep -a $main out
'

# web_pushes USER PLACE REFSPEC...
web_pushes() {
	user=$1
	place=$2
	shift 2
	git -C c push --force "http://${user:+$user:secret-of-$user@}127.0.0.1:$port/$place/s.git" "$@" >said 2>&1
}

it 'takes a push and knows who it was' '
	web_pushes alice git c1:$main
	test "$(value s)" = "$(oid c1)"
	rows s new pusher provider state | grep "^c1 alice http landed$"
'

it 'tells over http why a push is refused' '
	status 1 web_pushes alice git bad:$main
	grep "^remote: .*title" said
'

it 'lets nobody else rewrite' '
	status 1 web_pushes bob git c1a:$main
	grep "^remote: .*alice" said
	test "$(value s)" = "$(oid c1)"
'

it 'lets nobody in without a password' '
	export GIT_TERMINAL_PROMPT=0
	status 128 web_pushes "" git c1a:$main
	test "$(value s)" = "$(oid c1)"
'

it 'takes who was not asked for nobody' '
	export GIT_TERMINAL_PROMPT=0
	status 1 web_pushes "" open c1a:$main
	test "$(value s)" = "$(oid c1)"
	grep "^remote: " said
'

it 'believes no header' '
	for header in "Remote-User: alice" "REMOTE_USER: alice" "X-Remote-User: alice" "Git-Committer-Name: alice" "WHO: alice"; do
		status 1 git -C c -c http.extraHeader="$header" push --force "http://127.0.0.1:$port/open/s.git" c1a:$main
		status 1 git -C c -c http.extraHeader="$header" push --force "http://bob:secret-of-bob@127.0.0.1:$port/git/s.git" c1a:$main
	done
	test "$(value s)" = "$(oid c1)"
'

it 'lets her who pushed rewrite' '
	web_pushes alice git c1a:$main
	test "$(value s)" = "$(oid c1a)"
'

done_testing
