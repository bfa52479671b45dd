// SPDX-License-Identifier: MIT
#include "hooks/push/guard.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <utility>

#include "hooks/push/decide.h"
#include "hooks/push/gates.h"
#include "hooks/push/git_server.h"
#include "hooks/push/identity.h"
#include "hooks/push/lasting_rules.h"
#include "hooks/push/ledger_place.h"
#include "hooks/push/membership.h"
#include "hooks/push/served.h"
#include "hooks/push/told.h"
#include "hooks/receiver.h"
#include "validator/engine/print_policy.h"
#include "validator/error.h"
#include "validator/git/blob_hash.h"
#include "validator/git/difference.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// Another push to the same ref is soon over, as a rule.
constexpr auto kWaitAtMost = std::chrono::seconds(3);
constexpr auto kPause = std::chrono::milliseconds(50);

/// One push on its way through the gates.
class Guard {
 public:
  Guard(std::vector<RefUpdate> updates, const GuardOptions& options,
        const Environment& environment)
      : started_(ReadClock()),
        served_(Served::OfHook(environment)),
        server_(served_.repository, &known_ancestors_),
        options_(options),
        receiver_(FindReceiver()),
        updates_(std::move(updates)),
        identity_(Identify({
            .provider = Configured("commitgate.identity"),
            .environment = environment,
            .policy = policy().push,
            .roster_groups =
                [this](const std::string& id) {
                  return MembershipOf(id, policy(), served_.repository, {})
                      .groups;
                },
            .uid = getuid(),
            .is_receive_hook = !options.one_by_one,
            .updates = updates_,
            .repository = served_.repository,
        })) {
    for (const RefUpdate& update : updates_) {
      candidates_.push_back({update, policy().push.Find(update.ref)});
      if (!identity_.refusal.empty())
        candidates_.back().refusals.push_back({identity_.refusal});
    }
  }

  HookAnswer Run() {
    RequireFewRefs();
    if (options_.one_by_one)
      TakePusherOfIntent();
    notes_ = PassGates(candidates_,
                       {
                           .repository = served_.repository,
                           .policy = policy(),
                           .identity = identity_,
                           .judges_messages = options_.judges_messages,
                           .is_late = LateAt(policy().push.limits.deadline),
                           .known_ancestors = &known_ancestors_,
                           .now = started_.wall / kSecond,
                       });
    for (Candidate& candidate : candidates_)
      KeepRulesReadable(candidate, served_);
    const std::vector<Answer> answers = AskLedger();
    const bool accepted = std::ranges::all_of(answers, &Answer::accepted);
    if (accepted)
      KeepWhatIsGranted(answers);
    return {.accepted = accepted,
            .text = Note() + TellPusher(candidates_, answers, policy().push)};
  }

 private:
  const Policy& policy() const { return served_.policy.policy; }

  std::string_view Configured(std::string_view name) const {
    return served_.config.Get(name).value_or("");
  }

  void RequireFewRefs() const {
    const auto most = static_cast<size_t>(policy().push.limits.max_refs);
    if (updates_.size() > most)
      throw Error(fmt::format("the push changes {} refs, limit is {}",
                              updates_.size(), most));
  }

  std::function<bool()> LateAt(const std::optional<Micros>& deadline) const {
    if (!deadline)
      return {};
    return [end = started_.uptime + *deadline] { return ReadUptime() > end; };
  }

  Ledger Open() const {
    return OpenLedger(served_.repository.GitDir(), served_.config);
  }

  /// pre-receive, which sees push options, may have let the same update of the
  /// same push through in somebody's name.
  void TakePusherOfIntent() {
    const RefUpdate& update = updates_.front();
    const auto is_it = [&](const FoldedRow& row) {
      return row.state == RowState::kIntended && row.row.ref == update.ref &&
             row.row.before == update.claimed && row.row.after == update.target;
    };
    try {
      const std::vector<FoldedRow> rows = Open().RowsOf(receiver_);
      const auto row = std::ranges::find_if(rows, is_it);
      if (row != rows.end())
        identity_.pusher = row->row.pusher;
    } catch (const LedgerError&) {
      // The ledger is asked again, and says what is wrong.
    }
  }

  PushRequest Request() const {
    return {
        .push = receiver_,
        .pusher = identity_.pusher,
        .remark = identity_.delegate
                      ? fmt::format("pushed by '{}'", identity_.delegate->id)
                      : "",
        .candidates = candidates_,
        .one_by_one = options_.one_by_one,
        .policy = policy().push,
        .policy_name = policy().name,
        .policy_id = HashBlob(PrintPolicy(policy())).Hex(),
    };
  }

  /// Asks again for a while if another push is under way.
  std::vector<Answer> Decided(Ledger& ledger) const {
    const PushRequest request = Request();
    const auto end = std::chrono::steady_clock::now() + kWaitAtMost;
    for (;;) {
      std::vector<Answer> answers = Decide(ledger, server_, request);
      if (!std::ranges::any_of(answers, &Answer::busy) ||
          std::chrono::steady_clock::now() > end)
        return answers;
      std::this_thread::sleep_for(kPause);
    }
  }

  std::vector<Answer> AskLedger() {
    try {
      Ledger ledger = Open();
      return Decided(ledger);
    } catch (const LedgerError& error) {
      if (!policy().push.forward_without_ledger || !GoesForwardOnly())
        throw;
      ledger_trouble_ = error.what();
    }
    std::vector<Answer> answers;
    for (const Candidate& candidate : candidates_)
      answers.push_back({.ref = candidate.update.ref,
                         .accepted = true,
                         .kind = RowKind::kForward,
                         .how = RowHow::kForward});
    return answers;
  }

  /// Every update adds to a branch or to notes, and no gate has anything
  /// against it.
  bool GoesForwardOnly() const {
    return std::ranges::all_of(candidates_, [&](const Candidate& candidate) {
      const RefUpdate& update = candidate.update;
      return candidate.refusals.empty() && candidate.policy &&
             candidate.policy->type() != RefPolicy::Type::kTag &&
             update.claimed && update.target &&
             server_.ReadRef(update.ref) == update.claimed &&
             Reaches(served_.repository, *update.target, *update.claimed);
    });
  }

  /// What a grant lets go stays in the repository, hidden from clients.
  void KeepWhatIsGranted(const std::vector<Answer>& answers) const {
    for (const Answer& answer : answers)
      if (answer.to_keep)
        served_.repository.KeepRef(
            fmt::format("refs/commitgate/kept/{}", answer.row),
            *answer.to_keep);
  }

  /// What there is to say before anything else.
  std::string Note() const {
    std::string text;
    if (!served_.policy.note.empty())
      text += fmt::format("note: {}\n", Printable(served_.policy.note));
    for (const std::string& note : notes_)
      text += fmt::format("note: {}\n", Printable(note));
    if (!ledger_trouble_.empty())
      text += fmt::format("warning: {}; the push goes forward without it\n",
                          Printable(ledger_trouble_));
    return text;
  }

  const Clock started_;
  const Served served_;
  KnownAncestors known_ancestors_;
  const GitServer server_;
  const GuardOptions options_;
  const std::string receiver_;
  const std::vector<RefUpdate> updates_;
  Identity identity_;
  std::vector<Candidate> candidates_;
  std::vector<std::string> notes_;
  std::string ledger_trouble_;
};

}  // namespace

HookAnswer GuardPush(std::vector<RefUpdate> updates,
                     const GuardOptions& options,
                     const Environment& environment) {
  return Guard(std::move(updates), options, environment).Run();
}

}  // namespace commitgate
