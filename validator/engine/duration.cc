// SPDX-License-Identifier: MIT
#include "validator/engine/duration.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include <fmt/core.h>

#include "validator/message/ascii.h"

namespace commitgate {
namespace {

struct Unit {
  char letter;
  Micros length;
  std::string_view name;
};

constexpr Unit kUnits[] = {
    {'d', 86'400 * kSecond, "day"},
    {'h', 3'600 * kSecond, "hour"},
    {'m', 60 * kSecond, "minute"},
    {'s', kSecond, "second"},
};
constexpr const Unit& kShortest = *std::rbegin(kUnits);

std::string Amount(Micros count, const Unit& unit) {
  return fmt::format("{} {}{}", count, unit.name, count == 1 ? "" : "s");
}

}  // namespace

std::optional<Micros> ParseDuration(std::string_view text) {
  if (text.size() < 2 || !IsDigit(text.front()))
    return std::nullopt;
  const auto unit = std::ranges::find(kUnits, text.back(), &Unit::letter);
  if (unit == std::end(kUnits))
    return std::nullopt;
  const char* const end = text.data() + text.size() - 1;
  Micros count = 0;
  const auto [stop, error] = std::from_chars(text.data(), end, count);
  if (error != std::errc() || stop != end)
    return std::nullopt;
  if (count > kLongestDuration / unit->length)
    return std::nullopt;
  return count * unit->length;
}

std::string PrintDuration(Micros duration) {
  const auto divides = [duration](const Unit& unit) {
    return duration >= unit.length && duration % unit.length == 0;
  };
  const auto found = std::ranges::find_if(kUnits, divides);
  const Unit& unit = found == std::end(kUnits) ? kShortest : *found;
  return fmt::format("{}{}", duration / unit.length, unit.letter);
}

std::string DescribeDuration(Micros duration) {
  const auto fits = [duration](const Unit& unit) {
    return duration >= unit.length;
  };
  const auto unit = std::ranges::find_if(kUnits, fits);
  if (unit == std::end(kUnits))
    return Amount(0, kShortest);
  const std::string amount = Amount(duration / unit->length, *unit);
  const auto next = std::next(unit);
  if (next == std::end(kUnits) || duration % unit->length < next->length)
    return amount;
  return fmt::format("{} {}", amount,
                     Amount(duration % unit->length / next->length, *next));
}

}  // namespace commitgate
