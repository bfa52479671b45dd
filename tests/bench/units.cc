// SPDX-License-Identifier: MIT
#include "tests/bench/units.h"

#include <fmt/core.h>

#include <span>

namespace commitgate::bench {
namespace {

struct Unit {
  const char* name;
  double size;
};

/// Three digits, whatever they stand for.
std::string ShowNumber(double value) {
  const int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
  return fmt::format("{:.{}f}", value, decimals);
}

/// In the first unit that `value` reaches, or the last.
std::string Show(double value, std::span<const Unit> units) {
  for (const Unit& unit : units.first(units.size() - 1))
    if (value >= unit.size)
      return fmt::format("{} {}", ShowNumber(value / unit.size), unit.name);
  return fmt::format("{} {}", ShowNumber(value / units.back().size),
                     units.back().name);
}

}  // namespace

std::string ShowSeconds(double seconds) {
  static constexpr Unit kUnits[] = {
      {"s", 1}, {"ms", 1e-3}, {"us", 1e-6}, {"ns", 1e-9}};
  return Show(seconds, kUnits);
}

std::string ShowBytes(double bytes) {
  static constexpr Unit kUnits[] = {
      {"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}, {"B", 1}};
  return Show(bytes, kUnits);
}

}  // namespace commitgate::bench
