// SPDX-License-Identifier: MIT
//
// What a message costs: one pass over its bytes is the yardstick.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "hooks/policy_source.h"
#include "tests/bench/functions/groups.h"
#include "tests/bench/functions/sample_messages.h"
#include "validator/engine/judge.h"
#include "validator/message/commit.h"
#include "validator/message/message.h"

namespace commitgate::bench {
namespace {

void CountLines(benchmark::State& state) {
  std::string_view object = kUsualObject;
  for (auto _ : state) {
    benchmark::DoNotOptimize(object);  // Else it is counted once for all.
    benchmark::DoNotOptimize(std::ranges::count(object, '\n'));
  }
}

void SplitIntoLines(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(SplitLines(kUsualMessage));
}

void FindItsTrailers(benchmark::State& state) {
  const std::vector<Line> lines = SplitLines(kUsualMessage);
  for (auto _ : state)
    benchmark::DoNotOptimize(FindTrailers(lines));
}

void ReadMessage(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(MakeMessage(kUsualMessage));
}

void ReadObject(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(ParseCommitObject(
        "id", Bytes(kUsualObject.begin(), kUsualObject.end())));
}

void JudgeIt(benchmark::State& state, const char* preset,
             std::string_view message) {
  const Policy policy = LoadPresetPolicy(preset);
  const Commit commit = MakeCommit("id", message);
  for (auto _ : state)
    benchmark::DoNotOptimize(Judge(commit, policy, Stage::kLanding));
}

}  // namespace

void AddMessages() {
  using benchmark::RegisterBenchmark;
  RegisterBenchmark("a message/count its line feeds", CountLines);
  RegisterBenchmark("a message/split it into lines", SplitIntoLines);
  RegisterBenchmark("a message/find its trailers", FindItsTrailers);
  RegisterBenchmark("a message/read it", ReadMessage);
  RegisterBenchmark("a message/read it, with the headers", ReadObject);
  RegisterBenchmark("a message/judge it by nodejs", JudgeIt, "nodejs",
                    kUsualMessage);
  RegisterBenchmark("a message/judge it by core-validate-commit", JudgeIt,
                    "core-validate-commit", kUsualMessage);
  RegisterBenchmark("a message/judge a bad one by nodejs", JudgeIt, "nodejs",
                    kBadMessage);
}

}  // namespace commitgate::bench
