#!/bin/sh
# SPDX-License-Identifier: MIT
# A ledger that cannot be written or read, that somebody has changed, or that is
# older than the refs.
. tests/e2e/server.sh

needs sqlite3

made c0
made c1 c0
made c1a c0
made c2 c1

server begin
WHO=alice git -C "$work/c" push --quiet "$work/begin.git" "c1:$main" || exit

# A server whose main is c1, alice's; any argument lets it take forward pushes
# without a ledger.
fresh() {
	rm -rf s.git
	cp -R begin.git s.git
	file=s.git/commitgate/ledger.sqlite3
	test $# -eq 0 || policy s <<-"END"
	extends = "nodejs"
	[ledger]
	unavailable = "allow-forward"
	END
}

# shut: nothing is taken, and the pusher is told of the ledger.
shut() {
	for commit in c2 c1a c0; do
		refuses s alice "$commit:$main"
		grep "^remote: .*ledger" said
	done
	refuses s alice ":$main"
}

# ajar: what goes forward is taken, and nothing else.
ajar() {
	for commit in c1a c0 ""; do
		refuses s alice "$commit:$main"
	done
	takes s alice "c2:$main"
	grep "^remote: .*ledger" said
}

# in_own_world 'sh code': runs the hooks in a world of their own, in which that
# was done to its file systems.
in_own_world() {
	echo "$1" >s.git/make_world
	for hook in pre-receive post-receive; do
		around s $hook "exec unshare -rm sh -c \". ./make_world && exec \\\"\\\$0\\\"\" \"\$real\""
	done
}

# counted FILE COMMAND...: runs it, with a line in FILE for each time that it
# waited for the disk.  The sanitizer wants to be the first library; this one
# does not disturb it.
cat >"$work/bin/counted" <<END
#!/bin/sh
COUNTED_SYNCS=\$1 LD_PRELOAD=$work/counted_syncs.so
ASAN_OPTIONS=\${ASAN_OPTIONS-}:verify_asan_link_order=0
export COUNTED_SYNCS LD_PRELOAD ASAN_OPTIONS
shift
exec "\$@"
END
chmod +x "$work/bin/counted"

if "${CXX:-c++}" -std=c++20 -shared -fPIC -o "$work/counted_syncs.so" tests/e2e/counted_syncs.cc 2>"$work/syncs.out"; then
	it 'is on the disk before a push is agreed to, and no push waits to settle it' '
		fresh
		for hook in pre-receive post-receive; do
			around s $hook "exec counted $work/$hook.syncs \"\$real\""
		done
		takes s alice "c2:$main"
		test -s pre-receive.syncs
		test ! -e post-receive.syncs
	'

	it 'is on the disk as far as it is exported' '
		fresh
		counted "$work/export.syncs" commitgate --git-dir=s.git ledger export >exported
		test -s exported
		test -s export.syncs
	'
else
	skip 'is on the disk before a push is agreed to, and no push waits to settle it' 'there is no compiler'
	skip 'is on the disk as far as it is exported' 'there is no compiler'
fi

it 'keeps the ledger from others' '
	fresh
	test "$(stat -c %a s.git/commitgate)" = 700
	test "$(stat -c %a s.git/commitgate/ledger.sqlite3)" = 600
'

it 'shares the ledger where the repository is shared' '
	git init --quiet --bare --shared=group shared.git
	git -C shared.git config commitgate.identity env:WHO
	guard shared
	takes shared alice "c0:$main"
	stat -c %A shared.git/commitgate | grep "^drwxrw[sx]"
	stat -c %A shared.git/commitgate/ledger.sqlite3 | grep "^-rw-rw----"
'

# A disk of its own, on which the ledger fills all there is.
full='
	cp -R commitgate copy
	mount -t tmpfs -o size=1m none commitgate
	cp copy/* commitgate
	rm -r copy
	cat /dev/zero >commitgate/filler 2>/dev/null || true
'
read_only='mount --bind commitgate commitgate && mount -o remount,bind,ro commitgate'

if unshare -rm mount -t tmpfs none /mnt 2>"$work/mount.out"; then
	it 'refuses everything when the disk is full' "
		fresh
		in_own_world \"\$full\"
		shut
	"
	it 'takes what goes forward when the disk is full, if the policy says so' "
		fresh with-forward
		in_own_world \"\$full\"
		ajar
	"
	it 'refuses everything when the disk is read-only' '
		fresh
		in_own_world "$read_only"
		shut
		fresh with-forward
		in_own_world "$read_only"
		ajar
	'
else
	skip 'refuses everything when the disk is full or read-only' 'no file systems can be mounted here'
fi

it 'refuses everything when files may not grow' '
	fresh
	around s pre-receive "ulimit -f 0; exec \"\$real\""
	refuses s alice "c2:$main"
	refuses s alice "c1a:$main"
	as_it_was s pre-receive
	takes s alice "c1a:$main"
	ledger s verify
'

it 'refuses everything when the ledger is no ledger' '
	fresh
	rm -f $file*
	echo "This is no database, and it is long enough to see that it is none." >$file
	shut
	cp $file garbage
	fresh with-forward
	rm -f $file*
	cp garbage $file
	ajar
	fresh
	rm -f $file*
	mkdir $file
	shut
'

it 'refuses everything when pages of the ledger are damaged' '
	fresh
	sqlite3 $file "PRAGMA wal_checkpoint(TRUNCATE)" >out
	pages=$(($(stat -c %s $file) / 4096))
	for page in $(seq 1 $((pages - 1))); do
		yes x | head -c 4096 | dd of=$file bs=4096 seek=$page conv=notrunc status=none
	done
	refuses s alice "c2:$main"
	refuses s alice "c1a:$main"
	grep "^remote: .*ledger" said
	status 1 ledger s verify || status 2 ledger s verify
'

it 'refuses everything when the ledger is of a newer version' '
	fresh
	sqlite3 $file "PRAGMA user_version = 4711"
	shut
'

it 'refuses everything while somebody holds the ledger, and then goes on' '
	fresh
	mkfifo statements held
	sqlite3 $file <statements >held &
	exec 8>statements
	echo "BEGIN EXCLUSIVE; SELECT 1;" >&8
	test "$(takes_from held)" = 1
	refuses s alice "c2:$main"
	grep "^remote: .*ledger" said
	exec 8>&-
	wait $!
	takes s alice "c2:$main"
	ledger s verify
'

it 'makes everything final when the ledger is lost' '
	fresh
	rm -r s.git/commitgate
	refuses s alice "c1a:$main"
	refuses s alice "c0:$main"
	takes s alice "c2:$main"
	takes s alice "c1:$main"
	refuses s alice "c1a:$main"
	ledger s verify
'

it 'makes final what is newer than a ledger from a backup' '
	fresh
	sqlite3 $file "VACUUM INTO '"'backup'"'"
	takes s alice "c2:$main"
	rm -f $file*
	cp backup $file
	refuses s alice "c1:$main"
	refuses s alice "c1a:$main"
	rows s kind old new | tail -n 1 >got || true
	rows s kind old new | grep "^outside c1 c2$"
	ledger s verify
'

# tampered 'what' 'SQL': whoever can write to the file can change it, but not
# unseen.
tampered() {
	it "finds that $1" "
		fresh
		takes s alice c2:\$main
		ledger s verify
		sqlite3 \$file .schema | sed -n 's/^CREATE TRIGGER \([a-z_]*\).*/DROP TRIGGER \1;/p' >unlock
		sqlite3 \$file <unlock
		sqlite3 -bail \$file \"$2\"
		status 1 ledger s verify
	"
}
tampered 'an entry was altered' "UPDATE entry SET text = replace(text, 'alice', 'mallory')"
tampered 'an entry was altered, with its hash' \
	"UPDATE entry SET text = replace(text, 'alice', 'mallory'), hash = 'da39a3ee5e6b4b0d3255bfef95601890afd80709' WHERE seq = 2"
tampered 'an entry is missing' 'DELETE FROM entry WHERE seq = 2'
tampered 'the newest entry is missing' 'DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)'
tampered 'the newest rows are missing' 'DELETE FROM row WHERE seq > 3; DELETE FROM entry WHERE seq > 3'
tampered 'entries have changed places' \
	"UPDATE entry SET seq = -2 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 3; UPDATE entry SET seq = 3 WHERE seq = -2"
tampered 'a row was altered' "UPDATE row SET pusher = 'mallory' WHERE pusher = 'alice'"
tampered 'a row has another time' 'UPDATE row SET received = received + 60000000 WHERE seq = 2'
tampered 'a row was made to land' "UPDATE row SET state = 'abandoned' WHERE seq = 2"

it 'finds in the refs that a ref was moved by hand' '
	fresh
	git -C s.git update-ref $main "$(oid c0)"
	ledger s verify >out || true
	rows s ref kind old new | grep "^$main outside c1 c0$"
'

done_testing
