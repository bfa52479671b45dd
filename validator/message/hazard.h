// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "validator/message/character.h"

namespace commitgate {

/// Why a character makes a text read as something else than it is, or a
/// terminal do something.
enum class Hazard {
  kNone,
  kNotUtf8,
  kControl,    ///< Tab and line feed too, and what else ends a line.
  kDirection,  ///< It reorders what stands around it.
  kInvisible,
};

/// The hazard of `character`, which is the one at `offset`.  Joiners and the
/// selectors of text and emoji are none where they do their work.
Hazard HazardOf(const Character& character, std::string_view text,
                size_t offset);

}  // namespace commitgate
