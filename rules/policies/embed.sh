#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints the C++ source that holds the policy files given, one preset each,
# named after its file.  They must come sorted.
echo '#include "rules/catalog.h"'
echo 'namespace commitgate {'
echo 'static constexpr Preset kPresets[] = {'
for file; do
	printf '{"%s", R"~~~(' "$(basename "$file" .toml)"
	cat "$file"
	echo ')~~~"},'
done
echo '};'
echo 'std::span<const Preset> Presets() { return kPresets; }'
echo '}  // namespace commitgate'
