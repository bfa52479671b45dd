// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "validator/engine/policy.h"
#include "validator/engine/toml.h"

namespace commitgate {

/// A policy file as it is read: values of the kind that is wanted, or an
/// Error("file:line:column: what is wrong, and did you mean").
class PolicyFile {
 public:
  static constexpr size_t kMaxSize = 1 << 20;

  PolicyFile(std::string source, std::string_view toml);
  /// One that was read before.
  PolicyFile(std::string source, TomlValue root);

  const std::string& source() const { return source_; }
  const TomlValue& root() const { return root_; }
  Origin OriginOf(const TomlPlace& place) const;

  [[noreturn]] void Refuse(const TomlPlace& place, std::string_view what) const;
  /// Says that `word` is no `what`, for it is none of `known`.
  [[noreturn]] void RefuseUnknown(
      const TomlPlace& place, std::string_view what, std::string_view word,
      std::span<const std::string_view> known) const;

  void AllowKeys(const TomlValue& table,
                 std::span<const std::string_view> known) const;
  /// The table called `name`, which may have these keys; null where the file
  /// has none.
  const TomlValue* FindTable(std::string_view name,
                             std::span<const std::string_view> keys) const;
  /// The entry of a table that has to have it; `what` is the table's name.
  const TomlEntry& Need(const TomlValue& table, std::string_view key,
                        std::string_view what) const;

  // What an entry holds, when it is of that kind.
  const TomlValue& Table(const TomlEntry& entry) const;
  /// `[[key]]`.
  std::span<const TomlValue> Tables(const TomlEntry& entry) const;
  const std::string& Text(const TomlEntry& entry) const;
  const std::string& TextThatIsNotEmpty(const TomlEntry& entry) const;
  bool Boolean(const TomlEntry& entry) const;
  int64_t Number(const TomlEntry& entry) const;
  /// A number that is not 0 either.
  int64_t Count(const TomlEntry& entry) const;
  /// A string that ParseDuration reads, of a second at least.
  Micros Duration(const TomlEntry& entry) const;
  /// Strings, none of them empty.
  std::span<const TomlValue> Names(const TomlEntry& entry) const;
  /// The index in `words` of a string that has to be one of them; `what` they
  /// are, for people.
  size_t Choice(const TomlEntry& entry, std::string_view what,
                std::span<const std::string_view> words) const;
  size_t Choice(const TomlEntry& entry,
                std::span<const std::string_view> words) const;
  Level LevelOf(const TomlEntry& entry) const;
  Pattern PatternOf(const TomlEntry& entry) const;

 private:
  void MustBe(const TomlValue& value, TomlValue::Kind wanted,
              std::string_view name) const;

  std::string source_;
  TomlValue root_;
};

/// Ends a sentence that says that `word` is none of `known`: which one was
/// likely meant, all where there are few, or nothing.
std::string DidYouMean(std::string_view word,
                       std::span<const std::string_view> known);

}  // namespace commitgate
