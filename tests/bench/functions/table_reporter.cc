// SPDX-License-Identifier: MIT
#include "tests/bench/functions/table_reporter.h"

#include <fmt/core.h>

#include <cstdio>

#include "tests/bench/spread.h"
#include "tests/bench/units.h"

namespace commitgate::bench {
namespace {

using Run = benchmark::BenchmarkReporter::Run;

/// CPU time of one repetition: for each item where the benchmark counts them.
double SecondsOf(const Run& run) {
  const auto items = run.counters.find("items_per_second");
  if (items != run.counters.end())
    return 1 / items->second;
  return run.cpu_accumulated_time / static_cast<double>(run.iterations);
}

std::vector<double> TimesOf(const std::vector<Run>& runs) {
  std::vector<double> times;
  for (const Run& run : runs)
    if (run.run_type == Run::RT_Iteration)
      times.push_back(SecondsOf(run));
  return times;
}

}  // namespace

bool TableReporter::ReportContext(const Context&) {
  return true;
}

void TableReporter::BeginGroup(const std::string& group, double yardstick) {
  group_ = group;
  yardstick_ = yardstick;
  fmt::print(
      "\n### Functions: {}\n\n"
      "| what | CPU time | least to most | ratio |\n"
      "|---|--:|--:|--:|\n",
      group);
}

void TableReporter::ReportRuns(const std::vector<Run>& runs) {
  const std::string& name = runs.front().run_name.function_name;
  const size_t slash = name.find('/');
  if (runs.front().error_occurred) {
    fmt::print("| {} | {} | | |\n", name, runs.front().error_message);
    return;
  }
  const std::vector<double> all = TimesOf(runs);
  if (all.empty())
    return;  // Called once more with what the library makes of them.
  const Spread times = SpreadOf(all);
  if (name.substr(0, slash) != group_)
    BeginGroup(name.substr(0, slash), times.median);
  fmt::print("| {} | {} | {} to {} | {:.2f} |\n", name.substr(slash + 1),
             ShowSeconds(times.median), ShowSeconds(times.least),
             ShowSeconds(times.most), times.median / yardstick_);
  std::fflush(stdout);
}

}  // namespace commitgate::bench
