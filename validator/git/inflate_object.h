// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace commitgate {

/// A loose object's content as its file holds it.
struct LooseObject {
  /// As in the file: `commit`, or whatever stands there.
  std::string type;
  /// What the header says, in bytes.
  size_t size = 0;
  std::string content;
};

enum class Inflate {
  kHeaderOnly,
  kAll,
};

/// Inflates the file of a loose object (git's object-file.c): a zlib stream of
/// `<type> SP <size> NUL <content>`.  Throws Error where it is cut off,
/// damaged, or not as long as it says.  Takes memory for what is there, not for
/// what the header claims.
LooseObject InflateObject(std::string_view file, Inflate how_much);

}  // namespace commitgate
