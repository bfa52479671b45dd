// SPDX-License-Identifier: MIT
#include "rules/url_trailer.h"

#include <utility>

#include <fmt/core.h>

namespace commitgate {

std::optional<Judgement> JudgeCommit(const CommitReference& commit) {
  using Fault = CommitReference::Fault;
  if (commit.fault == Fault::kNone)
    return std::nullopt;
  const bool is_short = commit.fault == Fault::kShortHash;
  return Judgement{.fault = std::string(Describe(commit.fault)),
                   .level = is_short ? Level::kWarning : Level::kError};
}

void ReportValue(std::string_view key, const Trailer& trailer,
                 Judgement judgement, const Message& message,
                 Reporter& reporter) {
  const std::string_view part =
      trailer.value.empty() ? trailer.key : trailer.value;
  reporter.Add(judgement.level,
               {message.SpanOf(trailer, part),
                fmt::format("{} {}", key, judgement.fault),
                std::string(trailer.value), std::move(judgement.suggestion)});
}

void JudgeValues(std::string_view key, JudgeValue* judge,
                 const Context& context, const Settings& settings,
                 Reporter& reporter) {
  const Message& message = context.message();
  for (const Trailer* trailer : message.Metadata(key))
    if (auto judgement = judge(trailer->value, settings))
      ReportValue(key, *trailer, std::move(*judgement), message, reporter);
}

}  // namespace commitgate
