#!/bin/sh
# SPDX-License-Identifier: MIT
# Signed pushes: the key of a good signature says who pushes, and nothing that
# only looks like one.
. tests/e2e/server.sh

needs ssh-keygen

made c0
made c1 c0
made c1a c0
made c1b c0
made c2 c1

for person in alice bob mallory; do
	ssh-keygen -q -t ed25519 -N '' -C $person -f "$work/$person"
done
# Mallory has a key that the server does not know.
for person in alice bob; do
	echo "$person $(cat "$work/$person.pub")"
done >"$work/signers"

server begin
git -C "$work/begin.git" config commitgate.identity push-cert
git -C "$work/begin.git" config receive.certNonceSeed a-secret-of-the-server
git -C "$work/begin.git" config gpg.ssh.allowedSignersFile "$work/signers"

fresh() {
	rm -rf s.git
	cp -R begin.git s.git
}

# signs WHO REFSPEC...
signs() {
	signer=$1
	shift
	git -C c -c gpg.format=ssh -c user.signingKey="$work/$signer" \
		push --force --signed "$work/s.git" "$@" >said 2>&1
}

# refused_now: whatever was tried, main is where alice has put it.
at_c1() {
	test "$(value s)" = "$(oid c1)"
}

it 'knows who it is by the key' '
	fresh
	signs alice c1:$main
	at_c1
	rows s new pusher provider state | grep "^c1 SHA256:.* push-cert landed$"
	status 1 signs bob c1a:$main
	grep "^remote: " said
	signs alice c1a:$main
	test "$(value s)" = "$(oid c1a)"
'

it 'knows nobody without a signature' '
	fresh
	signs alice c1:$main
	WHO=alice status 1 git -C c push --force "$work/s.git" c1a:$main
	at_c1
'

it 'knows nobody by a key that the server does not know' '
	fresh
	signs alice c1:$main
	status 1 signs mallory c1a:$main
	at_c1
'

it 'knows nobody where the server asks for no signatures' '
	fresh
	signs alice c1:$main
	git -C s.git config --unset receive.certNonceSeed
	! signs alice c1a:$main
	at_c1
'

# claims VALUE...: a push of what takes c1 back, in an environment that a client
# could have made, with a certificate that is in the repository.
claims() {
	key=$(ssh-keygen -l -f alice.pub | cut -d " " -f 2)
	export GIT_PUSH_CERT="$1" GIT_PUSH_CERT_STATUS=G GIT_PUSH_CERT_SIGNER=alice \
		GIT_PUSH_CERT_KEY="$key" \
		GIT_PUSH_CERT_NONCE="$2" GIT_PUSH_CERT_NONCE_STATUS=OK
	status 1 git -C c push --force "$work/s.git" c1b:$main
	unset GIT_PUSH_CERT
	at_c1
}

it 'believes no certificate that was sent with another push, or with none' '
	fresh
	around s pre-receive "git cat-file blob \$GIT_PUSH_CERT >certificate; \"\$real\""
	signs alice c1:$main
	as_it_was s pre-receive
	nonce=$(sed -n "s/^nonce //p" s.git/certificate)
	claims "$(git -C s.git hash-object -w certificate)" "$nonce"
	claims "$(git -C s.git hash-object -w certificate)" 1-0
	claims "$(oid c1)" "$nonce"
	claims $zero "$nonce"
	claims 1 "$nonce"
	claims "" "$nonce"
'

it 'believes no certificate that nobody has signed' '
	fresh
	signs alice c1:$main
	forged=$(git -C s.git hash-object -w --stdin <<-END
	certificate version 0.1
	pusher alice
	nonce 1-0

	$(oid c1) $(oid c1b) $main
	END
	)
	claims "$forged" 1-0
'

it 'believes no certificate where it cannot see what was there before' '
	fresh
	signs alice c1:$main
	receiver=$(git --exec-path)/git-receive-pack
	status 1 signs alice --receive-pack="env -i $receiver" c1a:$main
	grep "the server does not know who pushes" said
	at_c1
	signs alice --receive-pack="env -i SEEN=1 $receiver" c1a:$main
	test "$(value s)" = "$(oid c1a)"
'

it 'believes no certificate in update' '
	fresh
	signs alice c1:$main
	mv s.git/hooks/pre-receive s.git/hooks/update
	status 1 signs alice c1a:$main
	at_c1
'

done_testing
