// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace commitgate {

/// The elements of a JSON array, one by one and unread: a value takes many
/// times the memory of its text.
class JsonArray {
 public:
  /// REQUIRES: `text` is an array in well-formed JSON, and outlives this.
  explicit JsonArray(std::string_view text);

  /// As if `element` stood alone in one.
  static JsonArray OfOne(std::string_view element);

  /// The text of the next element, with the blanks around it.
  std::optional<std::string_view> Next();

 private:
  JsonArray() = default;

  /// All behind the opening bracket.
  std::string_view rest_;
};

}  // namespace commitgate
