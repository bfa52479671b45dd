// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "validator/engine/origin.h"

namespace commitgate {

/// `text` in double quotes.  Nothing in it steers the terminal that shows it.
std::string TomlString(std::string_view text);

/// A list of strings, broken into lines where it is long; `before` columns are
/// taken already.
std::string TomlList(const std::vector<std::string>& texts, size_t before);

/// A key, in quotes if need be.
std::string TomlKey(std::string_view key);

/// The text of a policy file, in parts.
class TomlWriter {
 public:
  void Line(std::string_view text);
  /// A comment for a line of its own, whatever it holds.
  void Comment(std::string_view text);
  /// The header of a table.
  void Table(std::string_view header);
  void Table(std::string_view header, const Origin& origin);
  /// `value` is TOML already.
  void Value(std::string_view key, std::string_view value);
  void Value(std::string_view key, std::string_view value,
             const Origin& origin);
  void List(std::string_view key, const std::vector<std::string>& texts);
  void List(std::string_view key, const std::vector<std::string>& texts,
            const Origin& origin);

  const std::string& text() const { return text_; }

 private:
  void Add(std::initializer_list<std::string_view> parts);

  std::string text_;
};

}  // namespace commitgate
