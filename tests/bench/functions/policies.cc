// SPDX-License-Identifier: MIT
//
// What it costs to load a policy.
#include <benchmark/benchmark.h>

#include <string>

#include "hooks/policy_source.h"
#include "rules/catalog.h"
#include "tests/bench/functions/groups.h"
#include "validator/engine/load_policy.h"

namespace commitgate::bench {
namespace {

void LoadThePreset(benchmark::State& state, const char* name) {
  for (auto _ : state)
    benchmark::DoNotOptimize(LoadPresetPolicy(name));
}

void LoadText(benchmark::State& state, const std::string& toml) {
  const PolicyContext context{
      .catalog = Catalog(), .presets = Presets(), .read_file = {}};
  for (auto _ : state)
    benchmark::DoNotOptimize(LoadPolicy("bench.toml", toml, context));
}

std::string WithPatterns(int count) {
  std::string toml = "extends = \"nodejs\"\n";
  for (int i = 0; i < count; ++i)
    toml += "[[patterns]]\nid = \"own-" + std::to_string(i) +
            "\"\ntarget = \"message\"\nforbid = '\\bTICKET" +
            std::to_string(i) + "-\\d+'\nmessage = \"not here\"\n";
  return toml;
}

}  // namespace

void AddPolicies() {
  using benchmark::RegisterBenchmark;
  RegisterBenchmark("a policy/no rule", LoadText, "extends = \"none\"\n");
  RegisterBenchmark("a policy/the preset nodejs", LoadThePreset, "nodejs");
  RegisterBenchmark("a policy/the preset kernel", LoadThePreset, "kernel");
  RegisterBenchmark("a policy/nodejs, and ten patterns", LoadText,
                    WithPatterns(10));
}

}  // namespace commitgate::bench
