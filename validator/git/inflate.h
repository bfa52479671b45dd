// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "validator/message/commit.h"

namespace commitgate {

/// Inflates the zlib stream at the start of `stream` as a whole, several times
/// as fast as zlib's own inflate can in steps.  Returns how many bytes it came
/// to; nothing where it is damaged, cut off, or larger than `room`.
std::optional<size_t> InflateInto(std::span<char> room,
                                  std::string_view stream);

/// The same for a stream that comes to `size` bytes, or to nothing.  Takes no
/// memory for a size that so short a stream cannot come to.
std::optional<Bytes> InflateExactly(std::string_view stream, size_t size);

}  // namespace commitgate
