// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ctime>
#include <thread>
#include <utility>

#include "commands/check_options.h"
#include "commands/color.h"
#include "commands/json_source.h"
#include "commands/judge_all.h"
#include "commands/output.h"
#include "commands/revision_source.h"
#include "hooks/attempt.h"
#include "hooks/file.h"
#include "hooks/message_file.h"
#include "hooks/policy_source.h"
#include "hooks/project/project.h"
#include "validator/engine/judge.h"
#include "validator/git/awaited_config.h"

namespace commitgate {
namespace {

/// A source of the commit that it is given, if it is given one.
class SingleSource : public CommitSource {
 public:
  explicit SingleSource(std::optional<Commit> commit) {
    if (commit)
      commit_.emplace().commit = std::move(*commit);
  }
  std::optional<UnjudgedCommit> Next() override {
    return std::exchange(commit_, std::nullopt);
  }

 private:
  std::optional<UnjudgedCommit> commit_;
};

/// The revisions of the command line, then those of standard input.
class Revisions {
 public:
  explicit Revisions(const CheckOptions& options)
      : named_(options.revisions), from_stdin_(options.from_stdin) {
    if (named_.empty() && !from_stdin_)
      named_.push_back("HEAD");
  }

  std::optional<std::string> operator()() {
    if (next_ < named_.size())
      return named_[next_++];
    while (from_stdin_) {
      std::optional<std::string> line = lines_.Next();
      if (!line || !line->empty())
        return line;
    }
    return std::nullopt;
  }

 private:
  std::vector<std::string> named_;
  size_t next_ = 0;
  bool from_stdin_;
  StandardInputLines lines_;
};

/// Threads pay where there is much to judge and nobody waits for each answer.
int Jobs(const CheckOptions& options) {
  constexpr size_t kFew = 64;
  if (options.from_stdin)
    return 1;
  if (options.jobs > 0)
    return options.jobs;
  const auto is_range = [](const std::string& revision) {
    return revision.find("..") != revision.npos;
  };
  const bool many = options.history || options.revisions.size() > kFew ||
                    std::ranges::any_of(options.revisions, is_range);
  if (!many)
    return 1;
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1,
                    4);
}

bool UsesColor(const CheckOptions& options, const Output& output,
               const Environment& environment) {
  if (options.color != UseColor::kAuto)
    return options.color == UseColor::kAlways;
  return output.IsTerminal() && TerminalTakesColor(environment);
}

/// A person who commits wants to hear of what is wrong only.
bool GoesWithoutSaying(const Summary& summary, const CheckOptions& options) {
  return options.message_file && options.format->name == "text" &&
         summary.rejected + summary.warned + summary.errors == 0;
}

/// What rules can look at besides: `project` and the time.
Views ViewsOf(const Project& project) {
  Views views = project.views();
  views.now = std::time(nullptr);
  return views;
}

ExitStatus Report(CommitSource& source, const Policy& policy,
                  const Project& project, const CheckOptions& options,
                  const Environment& environment) {
  Output output = options.out.empty() ? Output() : Output(options.out);
  const auto writer =
      options.format->make({.policy = policy,
                            .stage = options.stage,
                            .color = UsesColor(options, output, environment),
                            .quiet = options.quiet});
  std::string text;
  const auto pass_on = [&] {
    output.Write(text);
    text.clear();
  };
  writer->Begin(text);
  const Views views = ViewsOf(project);
  const Summary summary =
      JudgeAll(source, {policy, options.stage, views}, Jobs(options),
               [&](const Commit& commit, const Verdict& verdict) {
                 writer->Commit(commit, verdict, text);
                 pass_on();
                 // Whoever feeds revisions one by one waits for each answer.
                 if (options.from_stdin)
                   output.Flush();
               });
  if (!GoesWithoutSaying(summary, options))
    writer->End(summary, text);
  pass_on();
  output.Finish();
  if (summary.errors > 0)
    return ExitStatus::kUndecided;
  return summary.rejected > 0 ? ExitStatus::kRejected : ExitStatus::kAccepted;
}

/// The project that commits are, or will be, in; none has no repository.
Project ProjectOf(const CheckOptions& options, const Policy& policy,
                  const std::optional<std::string>& work_tree,
                  bool has_repository) {
  OpenRepository open;
  if (has_repository)
    open = [&options] { return options.place.OpenRepository(); };
  return Project::OfWorkTree(policy, NeedsOf(policy, options.stage), work_tree,
                             std::move(open));
}

ExitStatus CheckMessageFile(const CheckOptions& options,
                            const Environment& environment) {
  AwaitedGitConfig awaited(".");
  const auto work_tree = FindWorkTree(environment);
  Attempt<Policy> likely(
      [&] { return LoadLikelyPolicy(options.place, work_tree); });
  Attempt<MessageFile> file(
      [&] { return OpenMessageFile(*options.message_file, environment); });
  const GitConfig config = awaited.Get();
  const Policy policy = FindPolicy(options.place, config, work_tree,
                                   [&] { return likely.Take(); });
  const Project project =
      ProjectOf(options, policy, work_tree, HasRepository(config));
  SingleSource source(
      ReadDraft(file.Take(), options.cleanup, environment, config));
  return Report(source, policy, project, options, environment);
}

ExitStatus CheckJson(const CheckOptions& options,
                     const Environment& environment) {
  const GitConfig config = GitConfig::Read(".");
  const Policy policy = FindPolicy(options.place, config, environment);
  const Project project = ProjectOf(options, policy, FindWorkTree(environment),
                                    HasRepository(config));
  JsonSource source(ReadStandardInput());
  return Report(source, policy, project, options, environment);
}

ExitStatus CheckRevisions(const CheckOptions& options,
                          const Environment& environment) {
  const Repository repository = options.place.OpenRepository();
  const Policy policy = FindPolicy(options.place, repository);
  const Project project =
      Project::OfWorkTree(policy, NeedsOf(policy, options.stage), repository);
  RevisionSource source(repository,
                        options.history ? Reach::kHistory : Reach::kCommit,
                        Revisions(options));
  return Report(source, policy, project, options, environment);
}

}  // namespace

ExitStatus RunCheck(const Invocation& invocation) {
  CheckRequest request = ReadCheckArguments(invocation.arguments);
  if (const auto* status = std::get_if<ExitStatus>(&request))
    return *status;
  if (const auto* other = std::get_if<OtherCommand>(&request))
    return other->run({other->arguments, invocation.environment});
  auto& options = std::get<CheckOptions>(request);
  options.place.Enter(invocation.environment);
  if (options.message_file)
    return CheckMessageFile(options, invocation.environment);
  if (options.ReadsJson())
    return CheckJson(options, invocation.environment);
  return CheckRevisions(options, invocation.environment);
}

}  // namespace commitgate
