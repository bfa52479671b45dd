// SPDX-License-Identifier: MIT
#include "validator/message/trailers_of_key.h"

#include "validator/message/text.h"

namespace commitgate {

/// Of both; null where nothing is left.
const Trailer* TrailersOfKey::Iterator::TakeFirst() {
  if (stray_ == stray_end_)
    return block_ == block_end_ ? nullptr : block_++;
  const bool block_is_first =
      block_ != block_end_ && block_->first_line < stray_->first_line;
  return block_is_first ? block_++ : stray_++;
}

void TrailersOfKey::Iterator::FindNext() {
  do
    trailer_ = TakeFirst();
  while (trailer_ != nullptr && !EqualsIgnoringCase(trailer_->key, key_));
}

size_t TrailersOfKey::size() const {
  size_t size = 0;
  for (Iterator next = begin(); next != end(); ++next)
    ++size;
  return size;
}

}  // namespace commitgate
