#!/bin/sh
# SPDX-License-Identifier: MIT
# The documents keep what they promise: each command in them ends and prints as
# they say, each policy loads, and no option is missing.  How examples are to be
# written is told in documented_commands.awk.
. tests/e2e/lib.sh

# Every example starts in a copy of this clone, in which all is well.
git init --quiet --bare "$work/upstream"
git clone --quiet "$work/upstream" "$work/sample" 2>/dev/null
echo 'extends = "nodejs"' >"$work/sample/.commitgate.toml"
echo '/lib/ @nodejs/fs' >"$work/sample/CODEOWNERS"
git -C "$work/sample" add .commitgate.toml CODEOWNERS
for _ in 1 2 3 4 5 6; do
	good | commit "$work/sample"
done
git -C "$work/sample" tag v1.0 HEAD~3
git -C "$work/sample" push --quiet origin HEAD~3:refs/heads/main
git -C "$work/sample" branch --quiet topic

# take_out DOCUMENT: its examples, as folders with numbers in the folder named.
take_out() {
	rm -rf "$work/examples"
	mkdir "$work/examples"
	awk -v directory="$work/examples" -f "$root/tests/e2e/documented_commands.awk" "$1"
}

# in_order WANTED GOT: all lines of WANTED stand in GOT, in that order.  Object
# names and blanks at the end, which git puts behind what servers say, are not
# compared, "..." and blank lines not looked for.
in_order() {
	awk '
		{ gsub(/[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]+/, "ID") }
		{ sub(/ +$/, "") }
		NR == FNR && ($0 == "" || $0 == "...") { next }
		NR == FNR { wanted[++count] = $0; next }
		found < count && $0 == wanted[found + 1] { found++ }
		END {
			if (found == count)
				exit 0
			print "shows a line that is not printed: " wanted[found + 1]
			exit 1
		}
	' "$1" "$2"
}

# ends_as_documented EXAMPLE LINE: runs that command of that example.
ends_as_documented() {
	example=$work/examples/$1
	test -d "$example/folder" || cp -R "$work/sample" "$example/folder"
	cd "$example/folder" || return
	documented=0
	test ! -e "../$2.status" || documented=$(cat "../$2.status")
	ended=0
	sh "../$2.sh" >../printed 2>&1 </dev/null || ended=$?
	cat ../printed
	if [ "$ended" -ne "$documented" ]; then
		echo "exit status is $ended, $documented is documented"
		return 1
	fi
	test ! -e "../$2.shown" || in_order "../$2.shown" ../printed
}

# The commands taken out, in the order of the document.
commands() {
	(cd "$work/examples" && find . -name '*.sh' | sort -t / -k 3n)
}

# try_out DOCUMENT FILE: one test for the command that FILE holds.
try_out() {
	line=$(basename "$2" .sh)
	command=$(head -n 1 "$work/examples/$2")
	what="$1:$line: ${command%%  #*}"
	case $command in
	make | make\ * | sudo\ make\ *)
		# What it would do must be known; what it does is not for a test.
		it "$what" "
			unset MAKEFLAGS MFLAGS MAKELEVEL
			cd '$root' && make --dry-run ${command##*make} >/dev/null
		" ;;
	git\ clone\ http* | cd\ commitgate | sudo\ * | apt-get\ *)
		skip "$what" 'needs a network or installs packages' ;;
	.ci/run | .ci/run\ *)
		skip "$what" 'runs these tests' ;;
	*)
		it "$what" "ends_as_documented $(basename "$(dirname "$2")") $line" ;;
	esac
}

# load FILES...: each is a policy.
load() {
	for policy; do
		commitgate policy --policy "$policy" >/dev/null || return
	done
}

for document in README.md CONTRIBUTING.md man/*.[1-8]; do
	it "$document can be read" "take_out '$root/$document'"
	for file in $(commands); do
		try_out "$document" "$file"
	done
	case $document in
	*.md)
		it "$document has commands in all blocks of sh" '
			commands | grep .
			test -z "$(find examples -name "*.text")"
		'
		it "$document shows policies that load" 'load $(find examples -name "*.toml")' ;;
	*.1)
		it "$document has commands" 'commands | grep .' ;;
	*-policy.5)
		it "$document has commands" 'commands | grep .'
		it "$document shows policies that load" 'load examples/*/*.text' ;;
	*.5)
		it "$document has commands" 'commands | grep .' ;;
	esac
done

cat >"$work/wrong.md" <<'END'
```sh
$ commitgate HEAD
$ commitgate --stage=draft - <<'JSON'
[{"id": "a", "message": "docs: x"}]
JSON
$ commitgate version
commitgate of another day
```
END
it 'an example that is wrong is found out' '
	take_out wrong.md
	status 0 ends_as_documented 1 2
	status 1 ends_as_documented 1 3
	status 1 ends_as_documented 1 6
'

# Those of `--help`, and those of the page.
it 'commitgate(1) has the options of check, and no others' '
	commitgate check --help | sed -n "s/^ *\(-[^ ]*\).*/\1/p" | tr , "\n" | sort >help
	sed -n "/^\.Ss Options of check/,/^\.S[hs] [^O]/s/^\.It Fl //p" "$root/man/commitgate.1" |
		sed -n "s/ A[rc] .*//; s/ , Fl /\n/g; /./p" | sed "s/^/-/" | grep -v "^-$" | sort >page
	grep -e "^--message-file$" help
	same help page
'

it 'commitgate(1) has the formats, and no others' '
	commitgate check --help | sed -n "/how to report:/,/default/p" | tr -d "\n" |
		sed "s/.*how to report://; s/(default.*//; s/[, ][, ]*/\n/g" | grep . | sort >help
	sed -n "/^\.Ss Formats/,/^\.S[hs] [^F]/s/^\.It Cm //p" "$root/man/commitgate.1" | sort >page
	same help page
'

it 'commitgate(1) has the keys of the JSON formats, and no others' '
	cat >json <<-"END"
	[{"id": "a", "message": "docs: x\n\nRefs: https://example.com/"}, {"id": "b"}]
	END
	commitgate --format=jsonl --stage=draft - <json |
		grep -oE "\"[a-z]+\":" | tr -d "\":" | sort -u >program
	sed -n "/^\.It Cm jsonl/,/^\.It Cm json$/s/^\.It Va //p" "$root/man/commitgate.1" |
		tr -d " " | tr , "\n" | sort -u >page
	grep "^suggestion$" program
	same program page
'

# Lines "name default", as the page and as the program have them.
it 'commitgate-rules(7) has the options of the rules, with their defaults' '
	commitgate rules --policy=nodejs | cut -d " " -f 1 >rules
	for rule in $(cat rules); do
		commitgate explain "$rule" | sed -n "
			/^Rejected:/q
			s/^  \([a-z][a-z-]*\).*, default \(.*\)/$rule: \1 \2/p; t
			s/^  \([a-z][a-z-]*\).*/$rule: \1 none/p"
	done | sort >program
	awk "/^\.It Sy / { rule = \$3 }
		/^\.It Va / { name = \$3; sub(/.*No default /, \"\"); print rule \": \" name, \$0 }" \
		"$root/man/commitgate-rules.7" | sort >page
	grep "^title-length: max 72$" program
	same program page
'

it 'commitgate-rules(7) shows messages that the rules reject, and their repairs' '
	take_out "$root/man/commitgate-rules.7"
	zero_width=$(printf "\342\200\213")
	for about in examples/*/*.about; do
		read -r rule says <"$about"
		# Of some, the manual shows what a message alone does not.
		commitgate explain "$rule" | grep -q "^Rejected:" || continue
		sed "s/<U+200B>/$zero_width/" "${about%.about}.text" >message
		printf "[rules]\n%s = \"error\"\n" "$rule" >on.toml
		commitgate --message-file=message --cleanup=verbatim --stage=landing \
			--policy=on.toml --format=brief >out || true
		found=Repaired
		! grep -qF "[$rule]" out || found=Rejected
		test "$found" = "$says" || echo "$rule: $says by the page, but $found"
	done >wrong
	cat wrong
	test -s out
	test ! -s wrong
'

done_testing
