// SPDX-License-Identifier: MIT
#include "validator/git/raw_tree.h"

#include <algorithm>

namespace commitgate {
namespace {

constexpr unsigned kKinds = 0170000;
constexpr unsigned kAnyFile = 0100000;
constexpr unsigned kMayRun = 0100;
/// libgit2 keeps modes and lengths of names in 16 bits.
constexpr unsigned kMost = 0xffff;
constexpr size_t kIdBytes = sizeof(ObjectId::bytes);

/// `40755` is a folder, too, and what is nothing else is a submodule.
unsigned AsGitTakesIt(unsigned mode) {
  switch (mode & kKinds) {
    case kFolderMode:
    case kLinkMode:
      return mode & kKinds;
    case kAnyFile:
      return (mode & kMayRun) != 0 ? kProgramMode : kFileMode;
    default:
      return kSubmoduleMode;
  }
}

/// Octal digits and a space, off the front of `bytes`.
std::optional<unsigned> TakeMode(std::string_view& bytes) {
  unsigned mode = 0;
  size_t digits = 0;
  for (; digits < bytes.size() && bytes[digits] != ' '; ++digits) {
    const char digit = bytes[digits];
    if (digit < '0' || digit > '7')
      return std::nullopt;
    mode = mode << 3 | static_cast<unsigned>(digit - '0');
    if (mode > kMost)
      return std::nullopt;
  }
  if (digits == 0 || digits == bytes.size())
    return std::nullopt;
  bytes.remove_prefix(digits + 1);
  return mode;
}

}  // namespace

ObjectId RawTreeEntry::Id() const {
  ObjectId id;
  std::copy_n(id_bytes.begin(), kIdBytes, id.bytes.begin());
  return id;
}

std::optional<RawTreeEntry> FirstEntry(std::string_view tree) {
  std::string_view bytes = tree;
  const auto mode = TakeMode(bytes);
  if (!mode)
    return std::nullopt;
  const size_t length = bytes.find('\0');
  if (length == bytes.npos || length == 0 || length > kMost ||
      bytes.size() - length - 1 < kIdBytes)
    return std::nullopt;
  const std::string_view id = bytes.substr(length + 1, kIdBytes);
  return RawTreeEntry{AsGitTakesIt(*mode), bytes.substr(0, length), id,
                      static_cast<size_t>(id.data() + kIdBytes - tree.data())};
}

}  // namespace commitgate
