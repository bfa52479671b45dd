// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <optional>
#include <string>

#include "commands/command.h"
#include "commands/head_commit.h"
#include "commands/known_people.h"
#include "commands/output.h"
#include "commands/storable.h"
#include "commands/trailers_options.h"
#include "hooks/file.h"
#include "hooks/replace_file.h"
#include "validator/error.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

/// The metadata that is asked for, for any number of messages.
class Trailers {
 public:
  Trailers(const TrailersOptions& options, const Environment& environment)
      : people_(options.place, options.roster, environment),
        request_(options.request) {
    if (options.pull_request)
      request_.pull_request = ReadPullRequest(ReadJson(*options.pull_request));
  }

  /// Tells on standard error what is left out.
  std::vector<TrailerText> Of(const Commit& commit) const {
    const LandingAnswer answer = Answer(request_, commit, people_.people());
    Output complaints = Output::StandardError();
    for (const std::string& note : answer.notes)
      complaints.Write(fmt::format("commitgate: {}\n", note));
    complaints.Flush();  // What goes wrong later is told there, too.
    return WithMetadata(TrailersOf(commit.message), answer.metadata);
  }

  std::string WrittenInto(const Commit& commit) const {
    if (commit.message.IsEmpty())
      throw Error("writing trailers: there is no message");
    if (TextOf(commit.message).find('\0') != std::string::npos)
      throw Error("writing trailers: the message has a NUL");
    return WithTrailers(commit.message, Of(commit));
  }

 private:
  static std::string ReadJson(const std::string& name) {
    return name == "-" ? ReadStandardInput()
                       : ReadRegularFile(name, kMaxPullRequest);
  }

  KnownPeople people_;
  LandingRequest request_;
};

std::string MetadataAlone(const Trailers& trailers) {
  std::string lines;
  for (const auto& [key, value] : trailers.Of(MakeCommit("", "")))
    lines += fmt::format("{}: {}\n", key, value);
  return lines;
}

void ChangeFile(const Trailers& trailers, const std::string& path) {
  const std::string text = ReadFile(path);
  RequireStorable(text, fmt::format("writing '{}'", path));
  const std::string written = trailers.WrittenInto(MakeCommit(path, text));
  if (written != text)
    ReplaceFile(path, written);
}

/// What became of HEAD: a line that says how to get the old one back.
std::string ChangeHead(const Trailers& trailers, const Place& place) {
  const Repository repository = place.OpenRepository();
  const HeadCommit head(repository, HeadCommit::InRebase::kAsStep);
  const std::string written = trailers.WrittenInto(head.commit());
  const std::string old = head.id().Hex();
  if (TrailersOf(MakeMessage(written)) == TrailersOf(head.commit().message))
    return fmt::format("{} has these trailers already\n", old);
  return fmt::format("{} was {}\n", head.Amend(written).Hex(), old);
}

}  // namespace

ExitStatus RunTrailers(const Invocation& invocation) {
  auto read = ReadTrailersArguments(invocation.arguments);
  if (const auto* status = std::get_if<ExitStatus>(&read))
    return *status;
  auto& options = std::get<TrailersOptions>(read);
  options.place.Enter(invocation.environment);
  const Trailers trailers(options, invocation.environment);
  Output output;
  if (options.message_file)
    ChangeFile(trailers, *options.message_file);
  else if (options.amend)
    output.Write(ChangeHead(trailers, options.place));
  else if (options.metadata_only)
    output.Write(MetadataAlone(trailers));
  else
    output.Write(trailers.WrittenInto(MakeCommit("-", ReadStandardInput())));
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
