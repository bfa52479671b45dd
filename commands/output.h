// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace commitgate {

/// Where text goes: standard output or error, or a file.  Nothing is lost in
/// silence: what cannot be written is an Error.
class Output {
 public:
  /// Standard output.
  Output();
  static Output StandardError();
  /// The file called `path`, made anew.  Throws Error.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  bool IsTerminal() const;

  /// Appends to what is written by and by; throws Error.
  void Write(std::string_view text);

  /// Writes what was not written yet.  Throws Error.
  void Flush();

  /// Writes all that is left and closes the file; to be called at the end.
  /// Throws Error.
  void Finish();

 private:
  Output(std::string name, int fd) : name_(std::move(name)), fd_(fd) {}

  std::string name_;
  int fd_;
  std::string buffer_;
};

}  // namespace commitgate
