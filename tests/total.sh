#!/bin/sh
# SPDX-License-Identifier: MIT
#
# total.sh LOG
#
# Adds up what GoogleTest, prove and the steps of .ci/run printed.
awk '
	/^\[  PASSED  \] [0-9]+ test/ { passed += $4 }
	/^\[  FAILED  \] [0-9]+ test/ { failed += $4 }
	/^\[  SKIPPED \] [0-9]+ test/ { skipped += $4 }
	/^Files=[0-9]+, Tests=[0-9]+/ { sub("Tests=", "", $2); passed += $2 }
	/Failed [0-9]+\/[0-9]+ subtests/ {
		match($0, /Failed [0-9]+/)
		bad = substr($0, RSTART + 7, RLENGTH - 7)
		failed += bad; passed -= bad
	}
	/^step passed: / { passed++ }
	/^step FAILED: / { failed++ }
	END {
		printf "%d passed, %d failed", passed, failed
		if (skipped) printf ", %d skipped", skipped
		print ""
	}
' "$1"
