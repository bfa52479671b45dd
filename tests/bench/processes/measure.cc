// SPDX-License-Identifier: MIT
#include "tests/bench/processes/measure.h"

#include <string_view>

#include "tests/bench/processes/child.h"

namespace commitgate::bench {
namespace {

std::vector<std::string> InRound(std::vector<std::string> words, int round) {
  constexpr std::string_view kRound = "%round";
  const std::string number = std::to_string(round);
  for (std::string& word : words)
    for (size_t at = word.find(kRound); at != word.npos; at = word.find(kRound))
      word.replace(at, kRound.size(), number);
  return words;
}

Spread SpreadOfPart(const std::vector<Usage>& usages, double Usage::*part) {
  std::vector<double> values;
  for (const Usage& usage : usages)
    values.push_back(usage.*part);
  return SpreadOf(std::move(values));
}

}  // namespace

std::vector<Measured> Measure(const Row& row) {
  std::vector<std::vector<Usage>> usages(row.commands.size());
  for (int round = 0; round <= row.rounds; ++round) {
    for (size_t i = 0; i < row.commands.size(); ++i) {
      const Command& command = row.commands[i];
      const Usage usage =
          RunChild(InRound(command.words, round), command.status);
      if (round > 0)
        usages[i].push_back(usage);
    }
  }
  std::vector<Measured> measured;
  for (const std::vector<Usage>& of_one : usages)
    measured.push_back({.wall = SpreadOfPart(of_one, &Usage::wall),
                        .cpu = SpreadOfPart(of_one, &Usage::cpu),
                        .memory = SpreadOfPart(of_one, &Usage::memory)});
  return measured;
}

}  // namespace commitgate::bench
