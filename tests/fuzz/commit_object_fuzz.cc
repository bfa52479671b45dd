// SPDX-License-Identifier: MIT
#include <cstdint>

#include "validator/message/commit.h"

using namespace commitgate;

/// Any bytes are some commit, and all that a rule may ask about it is answered.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Commit commit = ParseCommitObject("", Bytes(data, data + size));
  const Message& message = commit.message;
  for (const Line& line : message.lines)
    Columns(line.text);
  SpanOf(message.title.line, message.title.core);
  for (const auto* list : {&message.block.trailers, &message.stray}) {
    for (const Trailer& trailer : *list)
      message.SpanOf(trailer, trailer.value);
  }
  for (size_t i = 0; i < message.lines.size() && i < 100; ++i) {
    if (!message.block.Contains(i))
      WhyNoTrailer(message.lines, message.block, i);
  }
  return 0;
}
