#!/bin/sh
# SPDX-License-Identifier: MIT
# What make does with what is built, and what it installs.
. tests/e2e/lib.sh

unset MAKEFLAGS MAKELEVEL MFLAGS

# Make in the tree that the program under test was built in.
make_here() {
	make -C "$root" --no-print-directory BUILD="${BUILD:?}" MODE="${MODE:?}" \
		WERROR="${WERROR-}" "$@"
}

it 'does nothing the second time' '
	make_here all >out
	cat out
	lacks -E "^  [A-Z]" out
'

it 'rebuilds the users of a header that changes, and nobody else' '
	header=$root/validator/git/id_table.h
	touch -r "$header" before
	touch "$header"
	code=0
	make_here "$BUILD/validator/git/walk.o" "$BUILD/validator/message/text.o" >out || code=$?
	touch -r before "$header"
	test $code -eq 0
	grep "CXX  *validator/git/walk.o" out
	lacks "CXX .*text.o" out
'

it 'names a mode that it does not know' '
	status 2 make -C "$root" MODE=fast all 2>err
	grep "unknown MODE .fast." err
'

it 'says what is missing where nothing can be built, and cleans all the same' '
	cp -R "$root/Makefile" "$root/rules" .
	status 2 env PKG_CONFIG=false make all 2>err
	grep "make deps" err
	grep "libgit2-dev" err
	status 0 env PKG_CONFIG=false make clean
'

it 'installs nothing where everything is there' '
	make_here deps >out
	test ! -s out
'

it 'names the packages where there is no apt-get' '
	mkdir none
	ln -s "$(command -v sh)" none/sh
	status 1 env PATH="$work/none" sh "$root/tests/install_packages.sh" no-such-module "a-package another" 2>err
	grep "a-package another" err
'

it 'installs the program, its policies and its manual, and takes them away' '
	make_here install DESTDIR="$work/stage" PREFIX=/usr >out
	stage/usr/bin/commitgate version | grep "^commitgate [0-9]"
	test -f stage/usr/share/man/man1/commitgate.1
	test -f stage/usr/share/man/man5/commitgate-policy.5
	test -f stage/usr/share/man/man7/commitgate-rules.7
	test -f stage/usr/share/commitgate/policies/nodejs.toml
	test -f stage/usr/share/commitgate/owners/nodejs.toml
	lacks "@VERSION@" -r stage/usr/share/man
	make_here uninstall DESTDIR="$work/stage" PREFIX=/usr >out
	test -z "$(find stage -type f)"
'

it 'packs the sources' '
	test -d "$root/.git" || exit 0
	git -C "$root" archive --prefix=x/ HEAD | tar -x
	test -f x/Makefile
	test -f x/README.md
'

done_testing
