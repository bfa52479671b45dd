# SPDX-License-Identifier: MIT
#
# awk -v directory=DIR -f documented_commands.awk DOCUMENT
#
# Takes the examples out of a manual page (literal displays) or of Markdown
# (blocks of sh and toml).  In them, a command is a line that starts with "$ "; it goes
# on behind a backslash and through a here-document.  What follows it is what it
# prints; `$ echo $?` and a number tell its exit status, which is 0 otherwise.
#
# For each block N there is the folder DIR/N: for each command a file with its
# line of the document, LINE.sh, and where the document has them LINE.status and
# LINE.shown; for a block without commands its text, LINE.toml or LINE.text, and
# if that is an example of a rule, LINE.about: the rule, and Rejected or Repaired.

function write(suffix, text) {
	print text > (directory "/" block "/" line suffix)
}

function begin() {
	inside = 1
	kind = $0 ~ /toml/ ? ".toml" : ".text"
	block++
	line = NR + 1
	has_command = goes_on = asks_status = 0
	heredoc = ""
	system("mkdir -p " directory "/" block)
	if (rule != "" && says != "")
		write(".about", rule " " says)
	says = ""
}

function unescape(text) {
	gsub(/\\\(aq/, "'", text)
	gsub(/\\\(ti/, "~", text)
	gsub(/\\\(ha/, "^", text)
	gsub(/\\&/, "", text)
	gsub(/\\-/, "-", text)
	gsub(/\\e/, "\\", text)
	return text
}

function command(text) {
	write(".sh", text)
	goes_on = text ~ /\\$/
	heredoc = ""
	if (match(text, /<<'?[A-Z]+'?/)) {
		heredoc = substr(text, RSTART + 2, RLENGTH - 2)
		gsub(/'/, "", heredoc)
	}
}

function example(text) {
	if (heredoc != "") {
		write(".sh", text)
		if (text == heredoc)
			heredoc = ""
	} else if (goes_on) {
		command(text)
	} else if (text == "$ echo $?") {
		asks_status = 1
	} else if (text ~ /^\$ /) {
		line = NR
		has_command = 1
		command(substr(text, 3))
	} else if (asks_status) {
		write(".status", text)
		asks_status = 0
	} else {
		write(has_command ? ".shown" : kind, text)
	}
}

!inside && /^\.It Sy / { rule = $3 }
!inside && /^Re(jected|paired)/ { says = substr($0, 1, 8) }
/^\.Bd -literal/ || (!inside && /^```(sh|console|toml)$/) { begin(); next }
/^\.Ed/ || /^```$/ { inside = 0; next }
inside { example(FILENAME ~ /\.[1-8]$/ ? unescape($0) : $0) }
