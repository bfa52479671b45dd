// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "rules/catalog.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"skew", Option::Kind::kNumber, "86400",
     "seconds that a date may be ahead of the clock"},
    {"epoch", Option::Kind::kNumber, "1112832000",
     "earliest date accepted, in seconds since 1970"},
};

/// The day in UTC; the last one of a year of four digits for all behind it, and
/// the first one for all before.
std::string Day(int64_t seconds) {
  using std::chrono::sys_days;
  constexpr std::chrono::year kFirst{0};
  constexpr std::chrono::year kLast{9999};
  constexpr int64_t kDay = 86'400;
  const int64_t days = seconds / kDay - (seconds % kDay < 0 ? 1 : 0);
  const int64_t first = sys_days(kFirst / 1 / 1).time_since_epoch().count();
  const int64_t last = sys_days(kLast / 12 / 31).time_since_epoch().count();
  const std::chrono::days clamped(std::clamp(days, first, last));
  const std::chrono::year_month_day day{sys_days(clamped)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

/// Whether `time` is later than `now` by more than `skew`, whatever they are.
bool IsAhead(int64_t time, int64_t now, int64_t skew) {
  if (time <= now)
    return false;
  const uint64_t ahead =
      static_cast<uint64_t>(time) - static_cast<uint64_t>(now);
  return ahead > static_cast<uint64_t>(skew);
}

/// What dates are held to, in seconds.
struct Limits {
  int64_t now;
  int64_t skew;
  int64_t epoch;
};

void Judge(std::string_view role, int64_t time, const Limits& limits,
           Reporter& reporter) {
  const auto& [now, skew, epoch] = limits;
  if (IsAhead(time, now, skew))
    reporter.Error(
        {Span{},
         fmt::format("{} date {} is more than {} seconds ahead of now, {}",
                     role, Day(time), skew, Day(now)),
         std::to_string(time)});
  else if (time < epoch)
    reporter.Error({Span{},
                    fmt::format("{} date {} is before {}, the earliest wanted",
                                role, Day(time), Day(epoch)),
                    std::to_string(time)});
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Commit& commit = context.commit;
  // Only a commit object has a committer, and dates.
  if (!commit.committer)
    return;
  const Limits limits = {*context.views.now, settings.Number("skew"),
                         settings.Number("epoch")};
  const std::pair<std::string_view, const std::optional<Signature>&> kPeople[] =
      {{"author", commit.author}, {"committer", commit.committer}};
  for (const auto& [role, person] : kPeople) {
    if (!person)
      continue;
    if (person->time)
      Judge(role, *person->time, limits, reporter);
    else
      reporter.Error({Span{}, fmt::format("{} has no date that can be read, "
                                          "wanted seconds since 1970",
                                          role)});
  }
}

}  // namespace

constinit const Rule kDates = {
    .id = "dates",
    .summary = "author and committer dates are neither ahead nor too old",
    .why =
        "Logs are sorted by them, and tools that stop at an older commit miss "
        "what a clock set wrong hides.  Nothing else is decided by them: "
        "whoever makes a commit writes them freely.",
    .needs = static_cast<Needs>(Need::kNow),
    .options = kOptions,
    .check = Check,
};

}  // namespace commitgate
