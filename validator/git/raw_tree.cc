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

/// What follows on the first `length` bytes of the name.
unsigned char ByteBehind(const RawTreeEntry& entry, size_t length) {
  if (length < entry.name.size())
    return static_cast<unsigned char>(entry.name[length]);
  return entry.mode == kFolderMode ? '/' : '\0';
}

}  // namespace

unsigned NormalMode(unsigned mode) {
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
  return RawTreeEntry{NormalMode(*mode), bytes.substr(0, length), id,
                      static_cast<size_t>(id.data() + kIdBytes - tree.data())};
}

EntrySearch FindEntry(std::string_view tree, std::string_view name) {
  while (!tree.empty()) {
    const auto entry = FirstEntry(tree);
    if (!entry)
      return {std::nullopt, true};
    if (entry->name == name)
      return {entry, false};
    tree.remove_prefix(entry->size);
  }
  return {};
}

int CompareEntries(const RawTreeEntry& a, const RawTreeEntry& b) {
  const size_t both = std::min(a.name.size(), b.name.size());
  const int order = a.name.substr(0, both).compare(b.name.substr(0, both));
  if (order != 0)
    return order;
  const int behind = ByteBehind(a, both) - ByteBehind(b, both);
  if (behind != 0 || a.name.size() == b.name.size())
    return behind;
  return a.name.size() < b.name.size() ? -1 : 1;
}

}  // namespace commitgate
