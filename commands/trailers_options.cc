// SPDX-License-Identifier: MIT
#include "commands/trailers_options.h"

#include "commands/command_line.h"
#include "validator/error.h"

namespace commitgate {
namespace {

void DeclareMetadata(CommandLine& line, TrailersOptions& options) {
  LandingRequest& request = options.request;
  const auto pr_url =
      line.AddOption("--pr-url", request.pr_url, "the pull request")
          .TypeName("URL");
  const auto backport_pr_url =
      line.AddOption("--backport-pr-url", request.backport_pr_url,
                     "the pull request for a release line")
          .TypeName("URL");
  line.AddOption("--fixes", request.fixes,
                 "what is fixed: URLs, numbers of issues, commits")
      .TypeName("X");
  line.AddOption("--refs", request.refs,
                 "background: URLs, numbers of issues, commits")
      .TypeName("X");
  line.AddOption("--reviewed-by", request.reviewers,
                 "who reviewed: logins, parts of names, 'Name <address>'")
      .TypeName("WHO");
  const auto pull_request =
      line.AddOption("--pull-request", options.pull_request,
                     "a file with the pull request as GitHub's GraphQL "
                     "interface tells it; '-' is standard input")
          .TypeName("FILE")
          .Excludes(pr_url)
          .Excludes(backport_pr_url);
  line.AddFlag("--backport", request.is_backport,
               "that pull request is one for a release line")
      .Needs(pull_request);
}

void DeclareTarget(CommandLine& line, TrailersOptions& options) {
  const auto message_file =
      line.AddOption("--message-file", options.message_file,
                     "change the message in this file, rather than pass on "
                     "standard input")
          .TypeName("FILE");
  const auto amend = line.AddFlag("--amend", options.amend,
                                  "change the message of the commit HEAD")
                         .Excludes(message_file);
  line.AddFlag("--metadata-only", options.metadata_only,
               "read no message, print the metadata alone")
      .Excludes(message_file)
      .Excludes(amend);
}

[[noreturn]] void Refuse(const char* reason) {
  throw Error(std::string("reading the command line: ") + reason);
}

bool AsksForNothing(const TrailersOptions& options) {
  const LandingRequest& request = options.request;
  return !options.pull_request && request.pr_url.empty() &&
         request.backport_pr_url.empty() && request.fixes.empty() &&
         request.refs.empty() && request.reviewers.empty();
}

void RefuseMixtures(const TrailersOptions& options) {
  if (AsksForNothing(options))
    Refuse(
        "there is nothing to write, wanted --pr-url, --fixes, --refs, "
        "--reviewed-by or --pull-request");
  const bool reads_message =
      !options.message_file && !options.amend && !options.metadata_only;
  if (options.pull_request == "-" && reads_message)
    Refuse(
        "standard input is the pull request, the message needs --message-file "
        "or --amend");
}

}  // namespace

std::variant<TrailersOptions, ExitStatus> ReadTrailersArguments(
    const std::vector<std::string>& arguments) {
  CommandLine line{"Writes the metadata of a landed commit into a message.",
                   "commitgate trailers"};
  TrailersOptions options;
  DeclareMetadata(line, options);
  DeclareTarget(line, options);
  line.AddOption("--roster", options.roster,
                 "the file with the roster, rather than the policy's")
      .TypeName("FILE");
  options.place.AddOptions(line);
  if (const auto status = line.Parse(arguments))
    return *status;
  RefuseMixtures(options);
  return options;
}

}  // namespace commitgate
