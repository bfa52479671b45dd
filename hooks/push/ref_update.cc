// SPDX-License-Identifier: MIT
#include "hooks/push/ref_update.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "validator/error.h"
#include "validator/git/ref_name.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

constexpr char kDoing[] = "reading the ref updates";
/// A hundred thousand of the longest names.
constexpr size_t kMaxInput = 64 << 20;
/// Of what is wrong, in a message.
constexpr size_t kShown = 100;
constexpr size_t kIdSize = 40;
constexpr size_t kSha256Size = 64;

[[noreturn]] void Fail(const std::string& where, const std::string& reason) {
  throw Error(fmt::format("{}: {}: {}", kDoing, where, reason));
}

bool IsLowerHex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == text.npos;
}

/// Nothing for all zeros.
std::optional<ObjectId> ParseId(std::string_view text,
                                const std::string& where) {
  if (text.size() == kSha256Size && IsLowerHex(text))
    Fail(where, "object ids of SHA-256 are not known here");
  if (text.size() != kIdSize || !IsLowerHex(text))
    Fail(where, fmt::format("'{}' is no object id: 40 lower-case hexadecimal "
                            "digits are wanted",
                            Printable(text, kShown)));
  const auto id = ObjectId::FromHex(text);
  if (*id == ObjectId{})
    return std::nullopt;
  return id;
}

RefUpdate Parse(std::string_view claimed, std::string_view target,
                std::string_view ref, const std::string& where) {
  RefUpdate update{.ref = std::string(ref),
                   .claimed = ParseId(claimed, where),
                   .target = ParseId(target, where)};
  if (!IsRefName(ref))
    Fail(where,
         fmt::format("'{}' is no name of a ref", Printable(ref, kShown)));
  return update;
}

RefUpdate ParseLine(std::string_view line, const std::string& where) {
  const size_t first = line.find(' ');
  const size_t second =
      first == line.npos ? line.npos : line.find(' ', first + 1);
  if (second == line.npos)
    Fail(where, "it is not 'old new ref'");
  return Parse(line.substr(0, first),
               line.substr(first + 1, second - first - 1),
               line.substr(second + 1), where);
}

}  // namespace

std::vector<RefUpdate> ParseRefUpdates(std::string_view lines) {
  if (lines.size() > kMaxInput)
    throw Error(fmt::format("{}: there are {} bytes, limit is {}", kDoing,
                            lines.size(), kMaxInput));
  std::vector<RefUpdate> updates;
  std::set<std::string, std::less<>> met;
  for (size_t number = 1; !lines.empty(); ++number) {
    const std::string where = fmt::format("line {}", number);
    const size_t end = lines.find('\n');
    if (end == lines.npos)
      Fail(where, "it is cut off");
    updates.push_back(ParseLine(lines.substr(0, end), where));
    if (!met.insert(updates.back().ref).second)
      Fail(where, fmt::format("'{}' is there twice", updates.back().ref));
    lines.remove_prefix(end + 1);
  }
  return updates;
}

RefUpdate ParseUpdateArguments(const std::vector<std::string>& arguments) {
  if (arguments.size() != 3)
    throw Error(
        fmt::format("{}: there are {} arguments, wanted are 'ref old new'",
                    kDoing, arguments.size()));
  return Parse(arguments[1], arguments[2], arguments[0], "the arguments");
}

}  // namespace commitgate
