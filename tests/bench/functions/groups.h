// SPDX-License-Identifier: MIT
#pragma once

namespace commitgate::bench {

// The groups of benchmarks, one a file.  They are added by calls, for the
// linker keeps nothing else, and in the order in which they are printed.

void AddMessages();
void AddPolicies();
void AddPatterns();
void AddPushes();
void AddRepositories();

}  // namespace commitgate::bench
