#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Every rule has a file, a name and a row in the catalog, a level in the preset,
# a test and an entry in the manual.  Every command has a file, a row and an
# entry.
status=0

missing() {
	echo "$1"
	status=1
}

name_of() { # name_of <stem>: kTitleLength of title_length
	echo "k$(echo "$1" | sed 's/\(^\|_\)\(.\)/\U\2/g')"
}

for file in rules/*.cc; do
	stem=$(basename "$file" .cc)
	# A rule needs no header; what has one is shared by rules.
	test -f "rules/$stem.h" && continue
	id=$(echo "$stem" | tr _ -)
	name=$(name_of "$stem")
	grep -q "\.id = \"$id\"" "$file" || missing "$file: does not define rule '$id'"
	grep -q "^extern const Rule $name;$" rules/catalog.h || missing "rules/catalog.h: no $name"
	grep -q "&$name,$" rules/catalog.cc || missing "rules/catalog.cc: no $name"
	grep -qE "^($id = |\[rules\.$id\]$)" rules/policies/nodejs.toml || missing "rules/policies/nodejs.toml: no level for $id"
	test -f "tests/rules/${stem}_test.cc" || missing "$file: no tests/rules/${stem}_test.cc"
	grep -q "^\.It Sy $id$" man/commitgate-rules.7 || missing "$file: not in man/commitgate-rules.7"
done

sed -n 's/^extern const Rule k\(.*\);$/\1/p' rules/catalog.h | while read -r name; do
	stem=$(echo "$name" | sed 's/\([A-Z]\)/_\L\1/g; s/^_//')
	test -f "rules/$stem.cc" || echo "rules/catalog.h: k$name has no rules/$stem.cc"
done | grep . && status=1

# What enforces a norm of the guide has to be there.
grep -o '^\.Sy [a-z-]*' man/commitgate-guide.7 | sort -u | while read -r _ id; do
	test -f "rules/$(echo "$id" | tr - _).cc" || echo "man/commitgate-guide.7: no rule '$id'"
done | grep . && status=1

sed -n 's/^ *{"\([a-z-]*\)", .*/\1/p' commands/table.cc | while read -r name; do
	test -f "commands/$(echo "$name" | tr - _).cc" || echo "commands/table.cc: '$name' has no file"
	grep -qE "^\.It (Cm|Ic) $name" man/commitgate.1 || echo "commands/table.cc: '$name' is not in man/commitgate.1"
done | grep . && status=1
exit $status
