#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Prints all tables of benchmarks in Markdown, as BENCHMARKS.md explains them.
# TABLES names some of them only.
set -eu

: "${BENCH_FUNCTIONS:?names the program with the benchmarks of functions}"

for table in ${TABLES:-functions histories messages pushes hostile peers}; do
	case $table in
	functions) "$BENCH_FUNCTIONS" ;;
	*) sh "tests/bench/$table.sh" ;;
	esac
done
