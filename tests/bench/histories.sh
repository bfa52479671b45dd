#!/bin/sh
# SPDX-License-Identifier: MIT
# Whole histories against git log, which reads the same, and against themselves:
# with patterns of one's own, and grown.
. tests/bench/lib.sh

real_repository "$work/h.git"
commits=$(git -C "$work/h.git" rev-list --count main)

judge() { # judge POLICY JOBS [REPOSITORY]: the command.
	echo "commitgate --git-dir=$work/${3-h}.git check --history --format=brief --policy=$1 --jobs=$2 main"
}

ten_patterns() {
	echo 'extends = "nodejs"'
	for word in 'JIRA-\d+' '(?i)work in progress' 'foo|bar|baz' '[^\x00-\x7f]' \
		'https?://\S+\.internal\b' '^\s*Change-Id: I[0-9a-f]{40}$' \
		'\b(secret|password)\s*=' '\bTODO\b' '^(Merge|Squash)' '#\d{1,6}\b'; do
		number=$((number + 1))
		printf '[[patterns]]\nid = "own-%s"\ntarget = "message"\n' "$number"
		printf "forbid = '%s'\nmessage = \"not here\"\n" "$word"
	done
}

ten_patterns >"$work/ten.toml"
# shellcheck disable=SC2046 # words of a command
rejects=$(answer $(judge nodejs 1))
# shellcheck disable=SC2046
rejects_ten=$(answer $(judge "$work/ten.toml" 1))

table 'Whole histories'
# shellcheck disable=SC2046
row "$commits commits" 9 \
	-- name='git log --format=%B' git -C "$work/h.git" log --format=%B main \
	-- name='all rules, two jobs' status="$rejects" limit=1 memory=1 $(judge nodejs 2) \
	-- name='all rules, one job' status="$rejects" limit=1.6 memory=1 $(judge nodejs 1)
# shellcheck disable=SC2046
row 'ten patterns of one'\''s own' 9 \
	-- name='none' status="$rejects" $(judge nodejs 1) \
	-- name='ten' status="$rejects_ten" limit=1.5 $(judge "$work/ten.toml" 1)

table 'Growth'
small=25000
large=250000
rounds=5
if all; then
	large=1000000
fi
made_up_repository "$work/small.git" $small
made_up_repository "$work/large.git" $large
for jobs in 1 2; do
	# shellcheck disable=SC2046
	row "$small and $large commits, $jobs jobs; time a commit" "$rounds" \
		-- name="$small" status="$rejects" $(judge nodejs $jobs small) \
		-- name="$large" status="$rejects" scale=$((large / small)) limit=1.1 \
		more=$((large - small)) bytes=64 $(judge nodejs $jobs large)
done
