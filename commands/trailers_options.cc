// SPDX-License-Identifier: MIT
#include "commands/trailers_options.h"

#include <CLI/CLI.hpp>

#include "commands/arguments.h"
#include "validator/error.h"

namespace commitgate {
namespace {

void DeclareMetadata(CLI::App& app, TrailersOptions& options) {
  LandingRequest& request = options.request;
  auto* pr_url = app.add_option("--pr-url", request.pr_url, "the pull request")
                     ->type_name("URL");
  auto* backport_pr_url =
      app.add_option("--backport-pr-url", request.backport_pr_url,
                     "the pull request for a release line")
          ->type_name("URL");
  app.add_option("--fixes", request.fixes,
                 "what is fixed: URLs, numbers of issues, commits")
      ->type_name("X");
  app.add_option("--refs", request.refs,
                 "background: URLs, numbers of issues, commits")
      ->type_name("X");
  app.add_option("--reviewed-by", request.reviewers,
                 "who reviewed: logins, parts of names, 'Name <address>'")
      ->type_name("WHO");
  auto* pull_request =
      app.add_option("--pull-request", options.pull_request,
                     "a file with the pull request as GitHub's GraphQL "
                     "interface tells it; '-' is standard input")
          ->type_name("FILE")
          ->excludes(pr_url)
          ->excludes(backport_pr_url);
  app.add_flag("--backport", request.is_backport,
               "that pull request is one for a release line")
      ->needs(pull_request);
}

void DeclareTarget(CLI::App& app, TrailersOptions& options) {
  auto* message_file =
      app.add_option("--message-file", options.message_file,
                     "change the message in this file, rather than pass on "
                     "standard input")
          ->type_name("FILE");
  auto* amend = app.add_flag("--amend", options.amend,
                             "change the message of the commit HEAD")
                    ->excludes(message_file);
  app.add_flag("--metadata-only", options.metadata_only,
               "read no message, print the metadata alone")
      ->excludes(message_file)
      ->excludes(amend);
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
  CLI::App app{"Writes the metadata of a landed commit into a message.",
               "commitgate trailers"};
  TrailersOptions options;
  DeclareMetadata(app, options);
  DeclareTarget(app, options);
  app.add_option("--roster", options.roster,
                 "the file with the roster, rather than the policy's")
      ->type_name("FILE");
  options.place.AddOptions(app);
  if (const auto status = ParseArguments(app, arguments))
    return *status;
  RefuseMixtures(options);
  return options;
}

}  // namespace commitgate
