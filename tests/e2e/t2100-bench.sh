#!/bin/sh
# SPDX-License-Identifier: MIT
# The benchmarks' own tools: a guard that cannot fail is none.
. tests/e2e/lib.sh

export BENCH_TOOLS="$root/${BUILD:?}/tests/bench"

# A valgrind that counts 1000 instructions, whatever it runs.
mkdir "$work/fake"
cat >"$work/fake/valgrind" <<'END'
#!/bin/sh
while :; do
	case $1 in
	--callgrind-out-file=*) echo 'summary: 1000' >"${1#*=}" ;;
	--*) ;;
	*) break ;;
	esac
	shift
done
exec "$@"
END
chmod +x "$work/fake/valgrind"

# guard RECORDED [options]: the guard, where so many were recorded of each.
guard() {
	recorded=$1
	shift
	for name in history message-file commit-msg pre-receive-1 pre-receive-200; do
		echo "$name $recorded"
	done >"$work/recorded"
	guarded "$@"
}

guarded() {
	(cd "$root" && PATH="$work/fake:$PATH" INSTRUCTIONS="$work/recorded" \
		sh tests/bench/instructions.sh "$@") >"$work/out"
	cat "$work/out"
}

it 'guards what takes as many instructions as it did, and a little more' '
	for recorded in 1000 1001 910; do
		guard $recorded
		test "$(grep -c "^ok" out)" -eq 5
		lacks -e "^not ok" -e "^#" out
	done
'

it 'fails where something takes a tenth more' '
	for recorded in 909 833 1; do
		guard $recorded
		test "$(grep -c "^not ok" out)" -eq 5
	done
'

it 'tells of what takes a tenth less' '
	guard 1112
	test "$(grep -c "^ok" out)" -eq 5
	test "$(grep -c "^# .* has become cheaper" out)" -eq 5
'

it 'fails where nothing is recorded' '
	echo "history 1000" >recorded
	guarded
	test "$(grep -c "^ok" out)" -eq 1
	test "$(grep -c "^not ok" out)" -eq 4
'

it 'fails where nothing is counted' '
	printf "#!/bin/sh\nexit 1\n" >broken
	chmod +x broken
	mv fake/valgrind kept
	mv broken fake/valgrind
	code=0
	guard 1000 || code=$?
	mv kept fake/valgrind
	test "$(grep -c "^not ok" out)" -eq 5
'

it 'records what it counts' '
	guard 1 --record
	guarded
	test "$(grep -c "^ok" out)" -eq 5
'

measure() {
	"$BENCH_TOOLS/measure" "$@"
}

it 'prints the head of a table, and what was met' '
	measure >out
	head -n 1 out | grep "^| what | command |"
	measure title=nothing rounds=1 -- true -- name=same limit=1000 memory=1000 true >out
	test "$(grep -c "| yes |$" out)" -eq 2
	grep "^| nothing | true |" out
	grep "^|  | same |" out
'

it 'says which limits were not met' '
	measure title=x rounds=2 -- true \
		-- limit=0 memory=0 more=0.000001 bytes=-1e18 true >out
	test "$(grep -c "| \*\*no\*\* |$" out)" -ge 2
	lacks "limit=" out
'

it 'runs commands in turn, and once more than it counts' '
	measure title=x rounds=2 -- sh -c "echo a%round >>log" -- sh -c "echo b%round >>log"
	test "$(tr "\n" " " <log)" = "a0 b0 a1 b1 a2 b2 "
'

it 'measures nothing where a command fails' '
	status 2 measure title=x -- sh -c "echo oops >&2; exit 3" 2>err
	grep "exit status is 3, 0 is wanted" err
	grep oops err
	measure title=x rounds=1 -- status=3 sh -c "exit 3"
	status 2 measure title=x -- status=1 true
	status 2 measure title=x -- ./no-such-command
'

it 'refuses what it does not understand' '
	status 2 measure title=x
	status 2 measure size=3 -- true
	status 2 measure title=x rounds=many -- true
	status 2 measure title=x rounds=0 -- true
	status 2 measure title=x -- limit=1
	status 2 measure title=x -- limit=1x true
'

it 'makes histories, with the messages that it is given' '
	git init --quiet --bare h.git
	printf "one\n\000two\n\000" | "$BENCH_TOOLS/make_history" 3 2 | git -C h.git fast-import --quiet
	test "$(git -C h.git log --format=%s main | tr "\n" " ")" = "one two one "
	test "$(git -C h.git ls-tree -r --name-only main)" = lib/file2.js
	status 2 "$BENCH_TOOLS/make_history" many </dev/null
'

it 'makes chains of deltas' '
	git init --quiet --bare c.git
	tip=$("$BENCH_TOOLS/make_chain" 70 300 pack)
	git -C c.git index-pack --stdin <pack >said
	git -C c.git update-ref refs/heads/main "$tip"
	test "$(git -C c.git rev-list --count main)" = 70
	git verify-pack --verbose c.git/objects/pack/*.idx | grep -q "^chain length = 69: 1 object"
	status 2 "$BENCH_TOOLS/make_chain" many 300 pack
	status 2 "$BENCH_TOOLS/make_chain" 70 0 pack
	status 2 "$BENCH_TOOLS/make_chain" 70 16777216 pack
	status 2 "$BENCH_TOOLS/make_chain" 70 300
	status 2 "$BENCH_TOOLS/make_chain" 70 300 none/pack
'

done_testing
