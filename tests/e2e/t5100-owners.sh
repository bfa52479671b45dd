#!/bin/sh
# SPDX-License-Identifier: MIT
# Whom to ask about commits and paths.
. tests/e2e/lib.sh

cd "$work" || exit 1
repo r

# changes DIR PATH... <<END: a commit with that message that changes the paths.
changes() {
	directory=$1
	shift
	for path; do
		mkdir -p "$directory/$(dirname "$path")"
		echo "$number $path" >>"$directory/$path"
		git -C "$directory" add -- "$path"
	done
	git -C "$directory" commit --quiet --file=-
}

echo 'doc: begin' | changes r README.md lib/fs.js
echo 'net: x' | changes r src/net.cc
echo 'fs,net: read faster' | changes r lib/fs.js lib/internal/a.js
cat >owners.toml <<'END'
[[owners]]
paths = ["/lib/"]
subsystems = ["fs"]
owners = ["@o/fs", "ann@x.y"]

[[owners]]
paths = ["*.md"]
owners = ["@o/doc"]
note = "when in doubt"
END

it 'says that there is no owners file' '
	status 1 commitgate owners -C r >out
	grep "no owners file" out
'

it 'names owners of what HEAD changes, and of its subsystems' '
	commitgate owners -C r --owners ../owners.toml >out
	cat >wanted <<-"END"
	@o/fs
	  subsystem fs
	  lib/fs.js
	  lib/internal/a.js
	ann@x.y
	  subsystem fs
	  lib/fs.js
	  lib/internal/a.js
	END
	same wanted out
'

it 'names owners of commits, the first one included, and of ranges' '
	commitgate owners -C r --owners ../owners.toml HEAD~2 >out
	grep "^@o/doc (when in doubt)$" out
	grep "^  README.md$" out
	commitgate owners -C r --owners ../owners.toml HEAD~2..HEAD >out
	grep "^@o/fs$" out
	lacks "^@o/doc" out
	commitgate owners -C r --owners ../owners.toml HEAD~1 HEAD~2 | grep "^@o/doc"
'

it 'says that nobody is named' '
	status 1 commitgate owners -C r --owners ../owners.toml HEAD~1 >out
	grep "nobody is named" out
'

it 'names owners of paths, which need not be there behind --' '
	commitgate owners -C r --owners ../owners.toml README.md >out
	printf "@o/doc (when in doubt)\n  README.md\n" >wanted
	same wanted out
	commitgate owners -C r --owners ../owners.toml -- lib/gone.js | grep "^  lib/gone.js$"
	commitgate owners -C r --owners ../owners.toml -- HEAD.md | grep "^  HEAD.md$"
	status 2 commitgate owners -C r --owners ../owners.toml lib/gone.js 2>err
	grep "lib/gone.js" err
'

it 'takes paths from the folder where it is' '
	commitgate owners -C r/lib --owners ../../owners.toml fs.js ../README.md >out
	grep "^  lib/fs.js$" out
	grep "^  README.md$" out
	commitgate owners -C r/lib --owners ../../owners.toml internal | grep "^  lib/internal/$"
	commitgate owners -C r --owners ../owners.toml lib | grep "^  lib/$"
	status 2 commitgate owners -C r/lib --owners ../../owners.toml ../../owners.toml 2>err
	grep "outside of the project" err
'

it 'takes a name for that of a revision before that of a path' '
	git -C r branch README.md HEAD
	commitgate owners -C r --owners ../owners.toml README.md | grep "^@o/fs$"
	commitgate owners -C r --owners ../owners.toml -- README.md | grep "^@o/doc"
	git -C r branch -D -q README.md
'

it 'needs no repository for paths' '
	mkdir -p none/lib
	: >none/lib/a.js
	commitgate owners -C none --owners ../owners.toml lib/a.js | grep "^@o/fs$"
	commitgate owners -C none --owners ../owners.toml -- lib/b.js | grep "^@o/fs$"
'

it 'finds CODEOWNERS where GitHub does' '
	mkdir -p r/docs r/.github
	echo "* @docs" >r/docs/CODEOWNERS
	commitgate owners -C r | grep "^@docs$"
	echo "* @top" >r/CODEOWNERS
	commitgate owners -C r | grep "^@top$"
	printf "* @github\n/lib/internal/\n" >r/.github/CODEOWNERS
	commitgate owners -C r >out
	printf "@github\n  lib/fs.js\n" >wanted
	same wanted out
	commitgate owners -C r/lib fs.js | grep "^@github$"
'

it 'finds CODEOWNERS in a bare repository' '
	git -C r add .github
	git -C r commit -q -m "meta: name owners"
	git clone -q --bare r bare.git
	commitgate owners -C bare.git HEAD~1 | grep "^@github$"
	commitgate owners -C bare.git -- lib/gone.js | grep "^@github$"
'

it 'asks the file that the policy names before that' '
	mkdir -p r/doc
	cp owners.toml r/doc/owners.toml
	printf "[owners]\nsource = \"doc/owners.toml\"\n" >r/.commitgate.toml
	commitgate owners -C r HEAD~1 | grep "^@o/fs$"
	commitgate owners -C r/lib HEAD~1 | grep "^@o/fs$"
	printf "[owners]\nsource = \"doc/gone.toml\"\n" >r/.commitgate.toml
	status 2 commitgate owners -C r 2>err
	grep "doc/gone.toml" err
	rm r/.commitgate.toml
'

it 'names the place of what is wrong in an owners file' '
	printf "* @ann\n* ann\n" >wrong
	status 2 commitgate owners -C r --owners ../wrong 2>err
	grep "wrong:2: .ann. is no owner" err
	printf "[[owners]]\nowner = []\n" >wrong.toml
	status 2 commitgate owners -C r --owners ../wrong.toml 2>err
	grep "wrong.toml:2:1: unknown key .owner., did you mean .owners." err
	status 2 commitgate owners -C r --owners nowhere 2>err
	grep "nowhere" err
'

it 'reads no owners file that is large, or none' '
	head -c 5000000 /dev/zero | tr "\\0" "#" >large
	mkfifo pipe
	for file in large pipe; do
		status 2 timeout 10 commitgate owners -C r --owners "../$file" >out 2>err
		grep -F "$file" err
		test ! -s out
	done
'

it 'shows escapes instead of sending them' '
	echo "doc: x" | changes r "$(printf "\033[31m.md")"
	commitgate owners -C r --owners ../owners.toml >out
	grep -F "\x1b[31m.md" out
	lacks "$(printf "\033")" out
'

it 'reads the guide of Node.js' '
	commitgate owners -C r --owners "$root/rules/owners/nodejs.toml" HEAD~2 >out
	grep "^@nodejs/fs$" out
	grep "^@nodejs/streams$" out
'

done_testing
