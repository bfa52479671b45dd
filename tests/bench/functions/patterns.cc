// SPDX-License-Identifier: MIT
//
// Patterns against a search for a word.
#include <benchmark/benchmark.h>

#include <string>

#include "tests/bench/functions/groups.h"
#include "tests/bench/functions/sample_messages.h"
#include "validator/engine/pattern.h"

namespace commitgate::bench {
namespace {

void FindWord(benchmark::State& state) {
  std::string_view message = kUsualMessage;
  for (auto _ : state) {
    benchmark::DoNotOptimize(message);  // Else it is searched once for all.
    benchmark::DoNotOptimize(message.find("JIRA-"));
  }
}

void Search(benchmark::State& state, const char* source) {
  const Pattern pattern(source);
  for (auto _ : state)
    benchmark::DoNotOptimize(pattern.Search(kUsualMessage));
}

void Compile(benchmark::State& state, const char* source) {
  for (auto _ : state)
    benchmark::DoNotOptimize(Pattern(source));
}

void CompileAndSearch(benchmark::State& state, const char* source) {
  for (auto _ : state)
    benchmark::DoNotOptimize(Pattern(source).Search(kUsualMessage));
}

}  // namespace

void AddPatterns() {
  using benchmark::RegisterBenchmark;
  RegisterBenchmark("a pattern/a word, by std::string_view", FindWord);
  RegisterBenchmark("a pattern/search for a word", Search, "JIRA-\\d+");
  RegisterBenchmark("a pattern/search in any case", Search, "(?i)wip\\b");
  RegisterBenchmark("a pattern/search for what no line begins with", Search,
                    "^\\s*Change-Id: I[0-9a-f]{40}$");
  RegisterBenchmark("a pattern/compile it", Compile, "JIRA-\\d+");
  RegisterBenchmark("a pattern/compile it, and search", CompileAndSearch,
                    "JIRA-\\d+");
}

}  // namespace commitgate::bench
