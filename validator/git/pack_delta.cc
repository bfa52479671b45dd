// SPDX-License-Identifier: MIT
#include "validator/git/pack_delta.h"

#include "validator/git/base_128.h"
#include "validator/git/object_store.h"

namespace commitgate {
namespace {

constexpr unsigned kCopies = 0x80;
/// A copy without a size.
constexpr size_t kUsualCopy = 0x10000;

std::optional<size_t> TakeSize(std::string_view& delta) {
  size_t size = 0;
  for (int shift = 0; shift <= 28 && !delta.empty(); shift += 7) {
    const unsigned byte = TakeByte(delta);
    size |= static_cast<size_t>(byte & 0x7f) << shift;
    if ((byte & kContinues) == 0)
      return size <= kMostObjectBytes ? std::optional(size) : std::nullopt;
  }
  return std::nullopt;
}

/// A number of which only those bytes are there that `bits` has a bit for, the
/// lowest first.
std::optional<size_t> TakeSparse(std::string_view& delta, unsigned bits) {
  size_t number = 0;
  for (int shift = 0; bits != 0; bits >>= 1, shift += 8) {
    if ((bits & 1) == 0)
      continue;
    if (delta.empty())
      return std::nullopt;
    number |= static_cast<size_t>(TakeByte(delta)) << shift;
  }
  return number;
}

/// The part of `base` that a copy with the operation `code` names.
std::optional<std::string_view> TakeCopy(std::string_view base,
                                         std::string_view& delta,
                                         unsigned code) {
  const auto offset = TakeSparse(delta, code & 0xf);
  const auto given = TakeSparse(delta, code >> 4 & 7);
  if (!offset || !given)
    return std::nullopt;
  const size_t size = *given == 0 ? kUsualCopy : *given;
  if (*offset > base.size() || size > base.size() - *offset)
    return std::nullopt;
  return base.substr(*offset, size);
}

/// The bytes of the delta itself that the operation `size` inserts.
std::optional<std::string_view> TakeInsert(std::string_view& delta,
                                           size_t size) {
  if (size == 0 || size > delta.size())
    return std::nullopt;
  const std::string_view part = delta.substr(0, size);
  delta.remove_prefix(size);
  return part;
}

}  // namespace

std::optional<size_t> SizeOfResult(std::string_view delta) {
  if (!TakeSize(delta))
    return std::nullopt;
  return TakeSize(delta);
}

std::optional<Bytes> ApplyDelta(std::string_view base, std::string_view delta) {
  if (TakeSize(delta) != base.size())
    return std::nullopt;
  const auto size = TakeSize(delta);
  if (!size)
    return std::nullopt;
  Bytes result;
  result.reserve(*size);
  while (!delta.empty()) {
    const unsigned code = TakeByte(delta);
    const auto part = (code & kCopies) != 0 ? TakeCopy(base, delta, code)
                                            : TakeInsert(delta, code);
    if (!part || part->size() > *size - result.size())
      return std::nullopt;
    result.insert(result.end(), part->begin(), part->end());
  }
  if (result.size() != *size)
    return std::nullopt;
  return result;
}

}  // namespace commitgate
