// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "validator/engine/finding.h"
#include "validator/engine/settings.h"
#include "validator/engine/views.h"
#include "validator/message/commit.h"
#include "validator/people/people.h"

namespace commitgate {

/// How far a message has come.
enum class Stage {
  kDraft,    ///< On its way: a local commit, a pull request.
  kLanding,  ///< Going onto a branch of the upstream repository.
};

/// What a rule may look at.
struct Context {
  const Commit& commit;
  Stage stage;
  /// What the rule needs is in it.
  const Views& views;
  /// What the commit changes, for a rule that needs that; else null.
  const Changes* changes = nullptr;
  /// Those of the message, in its order, for a rule that needs to know who is
  /// who; else empty.
  std::span<const KnownReviewer> reviewers = {};

  const Message& message() const { return commit.message; }
  /// Who is who, as far as it is known.
  People people() const;
};

/// What a rule reports to, once a commit.  Findings that are not reported do
/// not exist: a rule never says "pass".
///
/// A hostile message may break a rule a million times, with a megabyte each:
/// behind kMaxFindings one more stands for all others, and long texts are cut.
class Reporter {
 public:
  static constexpr size_t kMaxFindings = 1'000;
  /// In bytes, of each text of a finding.
  static constexpr size_t kMaxText = 1'000;

  /// What a finding says; `found` and `suggestion` may be left empty.
  struct Report {
    Span span;
    std::string message;
    std::string found = {};
    std::string suggestion = {};
  };

  void Error(Report report) { Add(Level::kError, std::move(report)); }
  void Warning(Report report) { Add(Level::kWarning, std::move(report)); }
  /// With Level::kOff nothing is reported.
  void Add(Level level, Report report);

  /// The commit cannot be judged: a pattern gave up.
  void GiveUp(std::string_view why);
  bool gave_up() const { return gave_up_; }

  /// Findings above `level` are lowered to it.
  Reporter(std::string_view rule, Level level, Verdict& verdict)
      : rule_(rule), level_(level), verdict_(verdict) {}

 private:
  void AddMore(Level level, const Span& span);

  std::string_view rule_;
  Level level_;
  Verdict& verdict_;
  size_t count_ = 0;
  /// Of the finding that stands for all that are left out.
  size_t more_ = 0;
  bool gave_up_ = false;
};

/// A rule is data and a function.  Both stages unless it says otherwise.
struct Rule {
  std::string_view id;
  /// One line, what holds when the rule is content.
  std::string_view summary;
  /// Why, in a sentence or two, with its source: for `commitgate explain`.
  std::string_view why;
  /// Does not judge messages that are still on their way.
  bool landing_only = false;
  /// Without this the rule is skipped, and says so.
  Needs needs = 0;
  std::span<const Option> options = {};
  /// A message that the rule rejects with its fallbacks, and that message
  /// repaired.  Empty where no message can show it.
  std::string_view rejected = {};
  std::string_view repaired = {};
  /// Judges any message, one without lines included; cannot fail.
  void (*check)(const Context&, const Settings&, Reporter&);
};

}  // namespace commitgate
