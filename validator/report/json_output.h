// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace commitgate {

/// Writes JSON value by value and puts the commas.  Whoever uses it sees to it
/// that objects and arrays are closed and that keys stand in objects.
class JsonOutput {
 public:
  explicit JsonOutput(std::string& out) : out_(out) {}

  void Open(char bracket);
  void Close(char bracket);
  void Key(std::string_view key);
  void Number(uint64_t number);
  /// Bytes that are not UTF-8 become U+FFFD.  Whatever is unsafe on a terminal
  /// is escaped, though JSON does not ask for it.
  void String(std::string_view text);

 private:
  void BeforeValue();

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace commitgate
