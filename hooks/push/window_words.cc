// SPDX-License-Identifier: MIT
#include "hooks/push/window_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "hooks/push/wording.h"
#include "validator/engine/duration.h"
#include "validator/message/printable.h"
#include "validator/message/shell_word.h"

namespace commitgate {
namespace {

using Why = WindowRefusal::Why;
using Lines = std::vector<std::string>;

constexpr size_t kNameCharacters = 40;

std::string Quoted(const Pusher& pusher) {
  return fmt::format("'{}'", Printable(pusher.id, kNameCharacters));
}

std::string Somebody(const std::optional<Pusher>& pusher) {
  return pusher ? Quoted(*pusher) : "somebody unknown";
}

/// Names come from pushers, and the command is copied into an administrator's
/// shell.
std::string ShownWord(std::string_view text) {
  return ShellWord(Printable(text));
}

std::string OrNone(const std::optional<ObjectId>& id) {
  return id ? id->Hex() : "none";
}

/// Where there is somebody to be granted something.
Lines GrantLines(const WantedMove& move) {
  if (!move.pusher)
    return {};
  return {
      "or ask somebody with access to the server for a grant:",
      fmt::format("  commitgate grant --ref {} --old {} --new {} --to {} "
                  "--reason '...' --for 1h",
                  ShownWord(move.ref), OrNone(move.before), OrNone(move.after),
                  ShownWord(move.pusher->id)),
  };
}

std::string_view Instead(RowKind kind) {
  if (kind == RowKind::kDelete)
    return "let the branch stay as it is";
  if (kind == RowKind::kCreate)
    return "push what stood there last, and new commits on top of it";
  return "put a new commit on top instead";
}

/// `what`, the rule, and what to do.
Remark WithAdvice(std::string what, Lines more, const WantedMove& move) {
  more.emplace_back(Instead(move.kind));
  std::ranges::move(GrantLines(move), std::back_inserter(more));
  return {std::move(what), std::move(more)};
}

std::string RuleLine(const WantedMove& move) {
  return fmt::format("here a push may be rewritten by its pusher for {}",
                     move.within == kForever ? "as long as wanted"
                                             : DescribeDuration(move.within));
}

std::string NameOf(const WindowRefusal& refusal) {
  return refusal.commit ? "commit " + ShortId(*refusal.commit)
                        : "what stands there";
}

std::string TooLate(const WindowRefusal& refusal) {
  if (refusal.age == kForever)
    return NameOf(refusal) +
           " is final, it was pushed before the server was started";
  return fmt::format("{} is final, it was pushed {} ago", NameOf(refusal),
                     DescribeDuration(refusal.age));
}

std::string LimitLine(const WindowRefusal& refusal, const WantedMove& move) {
  if (refusal.within == move.within)
    return RuleLine(move);
  return fmt::format("when it was pushed, that could be rewritten for {}",
                     DescribeDuration(refusal.within));
}

std::string NotHere(RowKind kind) {
  if (kind == RowKind::kCreate)
    return "something else stood there before, and nothing is rewritten here";
  return "nothing is rewritten here";
}

}  // namespace

Remark DescribeRefusal(const WindowRefusal& refusal, const WantedMove& move) {
  switch (refusal.why) {
    case Why::kNotHere:
      return WithAdvice(NotHere(move.kind), {}, move);
    case Why::kUnknownTip:
      return WithAdvice("the ledger does not know what stands there", {}, move);
    case Why::kClockWentBack:
      return WithAdvice("the server's clock went back",
                        {"until it has caught up, nobody can tell how old a "
                         "push is"},
                        move);
    case Why::kFinal:
      return WithAdvice(NameOf(refusal) + " is final",
                        {"it was there before the ledger or long ago, or came "
                         "by hand or",
                         "by a grant, or from two people"},
                        move);
    case Why::kSomebodyElses:
      return WithAdvice(fmt::format("{} was pushed by {}", NameOf(refusal),
                                    Somebody(refusal.who)),
                        {RuleLine(move), "and by nobody else"}, move);
    case Why::kTooLate:
      return WithAdvice(TooLate(refusal), {LimitLine(refusal, move)}, move);
    case Why::kSomebodySince:
      return WithAdvice(
          fmt::format("{} is final, {}", NameOf(refusal),
                      refusal.who ? Quoted(*refusal.who) + " has pushed since"
                                  : std::string("the ref was moved since")),
          {RuleLine(move), "unless somebody else has pushed since"}, move);
    case Why::kElsewhere:
      return WithAdvice("some of it is final, it is elsewhere",
                        {QuotedRef(refusal.ref) + " has it, too"}, move);
    case Why::kNotMessageOnly:
      break;
  }
  return WithAdvice("here only messages may be rewritten, the files changed",
                    {"the new tip must have the same tree as the old one"},
                    move);
}

Remark DescribeNoDeletion(const WantedMove& move) {
  return WithAdvice("this ref may not be deleted", {}, move);
}

Remark DescribeNobody(const WantedMove& move) {
  return WithAdvice("only who pushed a commit may take it back",
                    {"and the server does not know who pushes"}, move);
}

Remark DescribeLostTip(const WantedMove& move) {
  return WithAdvice(
      "what stood there last is gone, nobody can tell what it was", {}, move);
}

Remark DescribeNotesRewrite(const WantedMove& move) {
  return WithAdvice("notes only go forward", {}, move);
}

Remark DescribeTagMove(const WantedMove& move) {
  Remark remark{move.kind == RowKind::kDelete ? "a tag stays once it is there"
                                              : "a tag stays where it is",
                {"take another name instead"}};
  std::ranges::move(GrantLines(move), std::back_inserter(remark.more));
  return remark;
}

Remark DescribeTagWithoutBranch() {
  return {"no branch has the commit that this tag names",
          {"push the commit to a branch first, or with --follow-tags"}};
}

Remark DescribeTagOfNoCommit() {
  return {"this tag names no commit", {}};
}

Remark DescribeStale(const std::optional<ObjectId>& real,
                     const std::optional<ObjectId>& claimed) {
  const auto where = [](const std::optional<ObjectId>& id) {
    return id ? "is at " + ShortId(*id) : std::string("does not exist");
  };
  return {fmt::format("the ref {}, the push says that it {}", where(real),
                      where(claimed)),
          {"fetch, and push again"}};
}

Remark DescribeTwice() {
  return {"the push names this ref twice", {}};
}

Remark DescribeNoPolicy() {
  return {"the policy of this server opens no refs of this name to pushes", {}};
}

Remark DescribeUnderWay(const std::optional<Row>& other) {
  const std::string who =
      other ? Somebody(other->pusher) : std::string("somebody else");
  return {fmt::format("a push by {} is under way", who),
          {"try again in a moment"}};
}

Remark DescribeEarlier(const std::string& reason) {
  return {reason.empty() ? "this push was refused before" : reason, {}};
}

}  // namespace commitgate
