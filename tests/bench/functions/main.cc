// SPDX-License-Identifier: MIT
//
// Benchmarks of functions.  Takes the options of Google Benchmark.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "tests/bench/functions/groups.h"
#include "tests/bench/functions/table_reporter.h"

namespace {

void AddAll() {
  using namespace commitgate::bench;
  AddMessages();
  AddPolicies();
  AddPatterns();
  AddPushes();
  AddRepositories();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    // Those given override these.
    std::string repetitions = "--benchmark_repetitions=9";
    std::string shortly = "--benchmark_min_time=0.05";
    std::vector<char*> arguments{argv[0], repetitions.data(), shortly.data()};
    arguments.insert(arguments.end(), argv + 1, argv + argc);
    int count = static_cast<int>(arguments.size());
    benchmark::Initialize(&count, arguments.data());
    if (benchmark::ReportUnrecognizedArguments(count, arguments.data()))
      return 2;
    AddAll();
    commitgate::bench::TableReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench: %s\n", error.what());
    return 2;
  }
}
