// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "validator/message/message.h"

namespace commitgate::testing {

/// A message, and the trailers that git shows for it as "key: value" lines.
struct TrailerCase {
  std::string_view what;
  std::string_view message;
  std::string_view trailers;
};

std::span<const TrailerCase> TrailerCases();

/// The text of `message` in its normal form.
std::string NormalForm(const Message& message);

/// The trailers of `message` as "key: value" lines.
std::string TrailerLines(const Message& message);

}  // namespace commitgate::testing
