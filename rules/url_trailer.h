// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "validator/engine/rule.h"
#include "validator/message/commit_reference.h"

namespace commitgate {

// What the rules about trailers that hold a URL share: fixes-url, pr-url and
// refs-url.

inline constexpr Option kRepositoryOption[] = {
    {"repository", Option::Kind::kText, "nodejs/node",
     "owner/repository that a bare number belongs to, for suggestions"},
};

/// What is wrong with a value.
struct Judgement {
  /// A sentence's end: "is empty, wanted a URL".
  std::string fault;
  std::string suggestion = {};
  Level level = Level::kError;
};

/// Nothing where nothing is wrong.
using JudgeValue = std::optional<Judgement>(std::string_view value,
                                            const Settings& settings);

/// Of a commit in the place of a URL.
std::optional<Judgement> JudgeCommit(const CommitReference& commit);

/// Reports what is wrong with the value of `trailer`, called `key`.
void ReportValue(std::string_view key, const Trailer& trailer,
                 Judgement judgement, const Message& message,
                 Reporter& reporter);

/// Judges each trailer or stray line with this key.
void JudgeValues(std::string_view key, JudgeValue* judge,
                 const Context& context, const Settings& settings,
                 Reporter& reporter);

}  // namespace commitgate
