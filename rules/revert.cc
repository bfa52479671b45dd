// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <string>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "rules/find_commit.h"
#include "rules/quoted_title.h"
#include "rules/revert_body.h"
#include "validator/engine/quoted.h"
#include "validator/message/commit_reference.h"

namespace commitgate {
namespace {

/// Reverts of more commits are looked up no further.
constexpr size_t kMaxLookedUp = 50;

void ReportNoHash(const BodyWord& word, Reporter& reporter) {
  reporter.Warning(
      {SpanOf(*word.line, word.text),
       fmt::format(
           "no hash of a commit, {} to {} hexadecimal digits are wanted",
           CommitReference::kMinHash, CommitReference::kMaxHash),
       std::string(word.text)});
}

void JudgeWords(const Title& title, const RevertBody& body,
                Reporter& reporter) {
  if (body.hashes.empty() && body.no_hash)
    ReportNoHash(*body.no_hash, reporter);
  else if (body.hashes.empty())
    reporter.Warning({SpanOf(title.line, title.undoing),
                      "revert does not name the commit, 'This reverts commit "
                      "<hash>.' is wanted"});
  if (!body.says_why)
    reporter.Warning({SpanOf(title.line, title.undoing),
                      "revert does not say why, a reason is wanted"});
}

/// Whether the title says that it undoes a commit with the title `undone`.  Git
/// names the revert of a revert after what is applied again.
bool SaysToUndo(const Title& title, const std::string& undone) {
  if (QuotesTitle(title.undone, undone))
    return true;
  return title.undoing == "Reapply" &&
         QuotesTitle(fmt::format("Revert \"{}\"", title.undone), undone);
}

/// What a revert says before what the repository has.
class LookUp {
 public:
  LookUp(const Context& context, Reporter& reporter)
      : context_(context),
        title_(context.message().title),
        reporter_(reporter) {}

  void Judge(const RevertBody& body);

 private:
  void JudgeHash(const BodyWord& hash);

  const Context& context_;
  const Title& title_;
  Reporter& reporter_;
  /// A commit may be the one of the title: it is, or nobody knows.
  bool is_right_ = false;
  /// The title of the first that is another one, and where it is named.
  std::optional<std::string> other_title_;
  BodyWord other_ = {};
};

void LookUp::Judge(const RevertBody& body) {
  const size_t count = std::min(body.hashes.size(), kMaxLookedUp);
  for (size_t i = 0; i < count; ++i)
    JudgeHash(body.hashes[i]);
  // Several may be undone under the title of one.
  if (is_right_ || !other_title_ || count < body.hashes.size())
    return;
  reporter_.Error({SpanOf(*other_.line, other_.text),
                   fmt::format("revert names {}, whose title is {}, not {}",
                               Quoted(other_.text), Quoted(*other_title_),
                               Quoted(title_.undone)),
                   std::string(other_.text)});
}

void LookUp::JudgeHash(const BodyWord& hash) {
  using Found = NamedCommit::Found;
  NamedCommit found = FindCommit(hash.text, context_);
  if (found.found == Found::kNothing) {
    reporter_.Warning(
        {SpanOf(*hash.line, hash.text),
         fmt::format("revert names {}, which is no commit of this repository",
                     Quoted(hash.text)),
         std::string(hash.text)});
  } else if (found.found != Found::kCommit || SaysToUndo(title_, found.title)) {
    is_right_ = true;
  } else if (!other_title_) {
    other_title_ = std::move(found.title);
    other_ = hash;
  }
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Title& title = context.message().title;
  // One to be squashed says it in the commit that it is squashed into.
  if (title.undoing.data() != title.line.text.data() || !title.IsRevert())
    return;
  const RevertBody body = ReadRevertBody(context.message());
  JudgeWords(title, body, reporter);
  if (context.views.repository)
    LookUp(context, reporter).Judge(body);
}

}  // namespace

constinit const Rule kRevert = {
    .id = "revert",
    .summary = "a revert names the commit that it undoes, and says why",
    .why =
        "The Collaborator Guide asks for the reason.  The line that git writes "
        "lets people and tools find what was undone.",
    .rejected =
        "Revert \"doc: explain how long titles are told\"\n"
        "\n"
        "This reverts commit 5abc.",
    .repaired =
        "Revert \"doc: explain how long titles are told\"\n"
        "\n"
        "This reverts commit 5abcdef0123.\n"
        "\n"
        "The explanation counts bytes, but titles are told by columns.",
    .check = Check,
};

}  // namespace commitgate
