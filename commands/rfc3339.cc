// SPDX-License-Identifier: MIT
#include "commands/rfc3339.h"

#include <fmt/core.h>

#include <chrono>

namespace commitgate {
namespace {

namespace chrono = std::chrono;

constexpr Micros kMinute = 60 * kSecond;
constexpr Micros kHour = 60 * kMinute;
constexpr Micros kDay = 24 * kHour;

/// A moment taken apart.
struct Fields {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int64_t hour = 0;
  int64_t minute = 0;
  int64_t second = 0;
  int64_t micros = 0;
};

Fields TakeApart(Micros time) {
  const chrono::sys_time<chrono::microseconds> moment{
      chrono::microseconds(time)};
  const auto days = chrono::floor<chrono::days>(moment);
  const chrono::year_month_day date(days);
  const Micros rest = (moment - days).count();
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<unsigned>(date.month()),
          .day = static_cast<unsigned>(date.day()),
          .hour = rest / kHour,
          .minute = rest / kMinute % 60,
          .second = rest / kSecond % 60,
          .micros = rest % kSecond};
}

/// Takes what it reads from the front; what it does not find makes it fail.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool failed() const { return failed_; }
  bool AtEnd() const { return rest_.empty(); }

  bool Take(char wanted) {
    if (rest_.empty() || rest_.front() != wanted)
      return false;
    rest_.remove_prefix(1);
    return true;
  }

  void Need(char wanted) { failed_ |= !Take(wanted); }

  /// A number of so many digits.
  int Number(int digits, int least, int most) {
    int value = 0;
    for (int i = 0; i < digits; ++i)
      value = 10 * value + Digit();
    failed_ |= value < least || value > most;
    return value;
  }

  /// One digit or more behind a decimal point; `unit` becomes that of the last
  /// one that a microsecond has room for.
  Micros Fraction(Micros& unit) {
    Micros value = Digit() * (unit /= 10);
    while (!rest_.empty() && IsDigit(rest_.front()) && !failed_)
      value += Digit() * (unit /= 10);
    unit = std::max<Micros>(unit, 1);
    return value;
  }

  /// `Z`, or how far local time is ahead.
  Micros Offset() {
    if (Take('Z') || Take('z'))
      return 0;
    const bool behind = Take('-');
    if (!behind)
      Need('+');
    Micros offset = Number(2, 0, 23) * kHour;
    Need(':');
    offset += Number(2, 0, 59) * kMinute;
    return behind ? -offset : offset;
  }

 private:
  static bool IsDigit(char c) { return c >= '0' && c <= '9'; }

  int Digit() {
    failed_ |= rest_.empty() || !IsDigit(rest_.front());
    if (failed_)
      return 0;
    const int digit = rest_.front() - '0';
    rest_.remove_prefix(1);
    return digit;
  }

  std::string_view rest_;
  bool failed_ = false;
};

/// The start of a day; nothing where the calendar does not have it.
std::optional<Micros> ReadDay(Reader& reader) {
  const int year = reader.Number(4, 0, 9999);
  reader.Need('-');
  const int month = reader.Number(2, 1, 12);
  reader.Need('-');
  const int day = reader.Number(2, 1, 31);
  const chrono::year_month_day date{chrono::year(year),
                                    chrono::month(static_cast<unsigned>(month)),
                                    chrono::day(static_cast<unsigned>(day))};
  if (reader.failed() || !date.ok())
    return std::nullopt;
  return chrono::sys_days(date).time_since_epoch().count() * kDay;
}

}  // namespace

std::string PrintTime(Micros time) {
  const Fields at = TakeApart(time);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", at.year,
                     at.month, at.day, at.hour, at.minute, at.second,
                     at.micros);
}

std::string PrintTimeForPeople(Micros time) {
  const Fields at = TakeApart(time);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", at.year, at.month,
                     at.day, at.hour, at.minute, at.second);
}

std::optional<TimeSpan> ParseTime(std::string_view text) {
  Reader reader(text);
  const std::optional<Micros> day = ReadDay(reader);
  if (!day)
    return std::nullopt;
  if (reader.AtEnd())
    return TimeSpan{.first = *day, .last = *day + kDay - 1};
  if (!reader.Take('T') && !reader.Take('t'))
    reader.Need(' ');
  Micros first = *day + reader.Number(2, 0, 23) * kHour;
  reader.Need(':');
  first += reader.Number(2, 0, 59) * kMinute;
  reader.Need(':');
  // A leap second is the first one of the next minute.
  first += reader.Number(2, 0, 60) * kSecond;
  Micros unit = kSecond;
  if (reader.Take('.'))
    first += reader.Fraction(unit);
  first -= reader.Offset();
  if (reader.failed() || !reader.AtEnd())
    return std::nullopt;
  return TimeSpan{.first = first, .last = first + unit - 1};
}

}  // namespace commitgate
