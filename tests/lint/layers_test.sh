#!/bin/sh
# SPDX-License-Identifier: MIT
#
# A check that cannot fail is none: plants an include against the direction in
# each layer of a copy of the tree, and expects layers.sh to see it.
set -eu

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

refuses() { # refuses <file> <header>
	rm -rf "${copy:?}/"*
	cp -R validator rules hooks commands "$copy"
	echo "#include \"$2\"" >>"$copy/$1"
	if sh tests/lint/layers.sh "$copy" >/dev/null; then
		echo "layers.sh does not see $2 in $1"
		exit 1
	fi
}

refuses validator/message/text.cc validator/engine/rule.h
refuses validator/message/text.h rules/catalog.h
refuses validator/engine/judge.cc validator/git/repository.h
refuses validator/people/roster.cc validator/git/repository.h
refuses validator/people/owners.cc validator/engine/policy.h
refuses validator/repair/repair.cc validator/git/run_git.h
refuses rules/revert.cc validator/repair/repair.h
refuses hooks/project/project.cc hooks/push/guard.h
refuses validator/report/text.cc commands/command.h
refuses validator/git/walk.cc validator/engine/policy.h
refuses rules/title_length.cc rules/title_format.cc
refuses rules/title_length.cc rules/catalog.cc
refuses rules/pr_url.cc rules/url_trailer.cc
refuses rules/url_trailer.h rules/url_trailers.h
refuses rules/title_length.cc pcre2.h
refuses hooks/environment.cc commands/command.h
refuses hooks/push/guard.cc commands/command.h
refuses hooks/ledger/row.h hooks/push/candidate.h
refuses hooks/window/window.cc hooks/ledger/ledger.h
refuses hooks/window/replay.cc hooks/push/settle.h
refuses hooks/push/guard.cc hooks/setup/doctor.h
refuses hooks/push/settle.cc sqlite3.h
refuses hooks/ledger/ledger.h sqlite3.h
refuses commands/check.cc git2.h
refuses validator/git/git2_handle.h git2.h
refuses validator/git/blob_hash.cc nettle/sha1.h
refuses validator/git/repository.cc dlfcn.h
refuses validator/git/repository.h git2.h
refuses commands/place.h CLI/CLI.hpp
refuses commands/version.cc CLI/CLI.hpp
