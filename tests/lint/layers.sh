#!/bin/sh
# SPDX-License-Identifier: MIT
#
# layers.sh [FOLDER]
#
# commands know hooks, hooks know rules, rules know the validator, and never the
# other way round.  A library is known to the few files that wrap it.
cd "${1:-.}" || exit 2
status=0

# A rule has no header: what has one is shared by rules.
shared="^rules/.*:#include \"($(echo rules/*.h | sed 's/\./\\./g; s/ /|/g'))\""

forbid() { # forbid <what> <headers> <files...>
	what=$1
	headers=$2
	shift 2
	if grep -nE "^#include [\"<]($headers)" "$@" /dev/null | grep -vE "$shared"; then
		echo "layers: $what"
		status=1
	fi
}

all() { # all <files that may> <files...>
	except=$1
	shift
	for file; do
		test -f "$file" && echo "$file"
	done | grep -vE "^($except)$"
}

# shellcheck disable=SC2046 # lists of files without blanks in their names
check() {
	forbid 'the validator knows nobody above it' 'rules/|hooks/|commands/' $(all '' validator/*.* validator/*/*.*)
	forbid 'messages are pure' 'validator/[^m]|git2|pcre2|iostream|fstream|cstdio|unistd' $(all '' validator/message/*.*)
	forbid 'people know messages and files of TOML only' 'validator/(git|report|repair|engine/([^stp]|p([^o]|olicy(\.|_[^f]))))|git2|fstream' $(all '' validator/people/*.*)
	forbid 'repairing is pure' 'validator/(git|report)|git2|iostream|fstream|cstdio|unistd' $(all '' validator/repair/*.*)
	forbid 'the engine knows names of git only, and no report' 'validator/(git/([^r]|r[^e]|re[^f]|ref_[^n])|report|repair)|git2|fstream' $(all '' validator/engine/*.*)
	forbid 'reports know no git' 'validator/(git|repair)|git2|fstream' $(all '' validator/report/*.*)
	forbid 'reading git knows messages only' 'validator/(engine|report|people|repair)' $(all '' validator/git/*.*)
	forbid 'rules know the validator only' 'hooks/|commands/|validator/(git|report|repair)|git2|pcre2|cstdio|iostream|fstream' $(all '' rules/*.*)
	forbid 'rules do not know each other' 'rules/.*' $(all '' rules/*.*)
	forbid 'hooks know no commands' 'commands/' $(all '' hooks/*.* hooks/*/*.*)
	forbid 'the ledger knows neither the window nor pushes' 'hooks/(push/|window)' $(all '' hooks/ledger/*.*)
	forbid 'the window is pure' 'hooks/(push/|ledger/ledger)|validator/git/[^o]|git2|sqlite3|fstream|unistd|ctime|chrono' $(all '' hooks/window/*.*)
	forbid 'a project knows no pushes' 'hooks/(push|ledger|window|setup)/' $(all '' hooks/project/*.*)
	forbid 'a push needs no setting up' 'hooks/setup/' $(all '' hooks/*.* hooks/push/*.* hooks/ledger/*.* hooks/window/*.*)
	forbid 'only the ledger knows SQLite' 'sqlite3' $(all 'hooks/ledger/.*' validator/*/*.* rules/*.* hooks/*.* hooks/*/*.* commands/*.*)
	forbid 'only the pattern knows PCRE2' 'pcre2' $(all 'validator/engine/pattern\.cc' validator/*/*.* rules/*.* hooks/*.* hooks/*/*.* commands/*.*)
	forbid 'only one file knows libdeflate' 'libdeflate' $(all 'validator/git/inflate\.cc' validator/*/*.* rules/*.* hooks/*.* hooks/*/*.* commands/*.*)
	forbid 'only one file knows Nettle' 'nettle' $(all 'validator/git/object_hash\.cc' validator/*/*.* rules/*.* hooks/*.* hooks/*/*.* commands/*.*)
	forbid 'only one file loads libraries' 'dlfcn' $(all 'validator/git/git2_functions\.cc' validator/*/*.* rules/*.* hooks/*.* hooks/*/*.* commands/*.*)
	forbid 'only validator/git knows libgit2' 'git2' $(all 'validator/git/.*' validator/*/*.* rules/*.* hooks/*.* hooks/*/*.* commands/*.*)
	forbid 'only the command line knows CLI11' 'CLI/' $(all 'commands/command_line\.cc' validator/*/*.* rules/*.* hooks/*.* hooks/*/*.* commands/*.*)
	forbid 'no header shows libgit2 but one' 'git2' $(all 'validator/git/(git2_functions|loose_backend)\.h' validator/*/*.h rules/*.h hooks/*.h hooks/*/*.h commands/*.h)
	forbid 'no header shows a large library' 'toml|nlohmann|CLI/|sqlite3' $(all '' validator/*/*.h rules/*.h hooks/*.h hooks/*/*.h commands/*.h)
}

check
exit $status
