// SPDX-License-Identifier: MIT
#include "hooks/push/push_cert.h"

#include <fmt/core.h>

#include <algorithm>

#include "hooks/receiver.h"
#include "validator/error.h"
#include "validator/message/printable.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr std::string_view kFirstLine = "certificate version 0.1";
constexpr std::string_view kNonce = "nonce ";
constexpr std::string_view kSignature = "-----BEGIN ";

std::string HexOrZeros(const std::optional<ObjectId>& id) {
  return id.value_or(ObjectId()).Hex();
}

/// Whether the certificate asks for these updates and for no others.
bool IsFor(const PushCert& certificate, const std::vector<RefUpdate>& updates) {
  std::vector<std::string> asked;
  for (const RefUpdate& update : updates)
    asked.push_back(fmt::format("{} {} {}", HexOrZeros(update.claimed),
                                HexOrZeros(update.target), update.ref));
  std::vector<std::string_view> wanted(asked.begin(), asked.end());
  std::vector<std::string_view> signed_for = certificate.updates;
  std::ranges::sort(wanted);
  std::ranges::sort(signed_for);
  return wanted == signed_for;
}

std::optional<std::string> ReadBlob(const Repository& repository,
                                    const std::string& name) {
  const std::optional<ObjectId> id = ObjectId::FromHex(name);
  if (!id)
    return std::nullopt;
  try {
    return repository.ReadFile(id->Hex());
  } catch (const Error&) {
    // Made up by somebody: no certificate, and no reason to stop.
    return std::nullopt;
  }
}

/// What `variable` has to be, or why the signature does not count.
std::string WhyNot(const Environment& environment, std::string_view variable,
                   std::string_view wanted) {
  const std::string found = environment.Get(variable).value_or("");
  if (found == wanted)
    return {};
  return fmt::format("{} is '{}', not '{}'", variable, Printable(found, 16),
                     wanted);
}

bool IsOfCertificate(std::string_view variable) {
  return variable.starts_with("GIT_PUSH_CERT");
}

/// Why the variables may be somebody's invention; empty: receive-pack has set
/// them.  It does not clear those that it was started with where nothing is
/// signed.
std::string WhyInherited() {
  const std::optional<Process> receiver = FindReceivePack();
  std::vector<std::string> inherited;
  if (receiver)
    inherited = ReadEnvironment(receiver->id);
  if (inherited.empty())
    return "it cannot be seen whether the push certificate was there before "
           "the push";
  if (std::ranges::any_of(inherited, IsOfCertificate))
    return "the push certificate was there before the push";
  return {};
}

/// Why git itself does not vouch for the certificate; empty: it does.
std::string WhyNotGood(const Environment& environment) {
  if (environment.Get("GIT_PUSH_CERT").value_or("").empty())
    return "the push is not signed";
  std::string why = WhyInherited();
  if (why.empty())
    why = WhyNot(environment, "GIT_PUSH_CERT_STATUS", "G");
  if (why.empty())
    why = WhyNot(environment, "GIT_PUSH_CERT_NONCE_STATUS", "OK");
  return why;
}

/// Why the certificate is not one of this push; empty: it is.
std::string WhyNotThis(const IdentitySources& sources) {
  const Environment& environment = sources.environment;
  const std::string id = environment.Get("GIT_PUSH_CERT").value_or("");
  const auto text = ReadBlob(sources.repository, id);
  if (!text)
    return "the push certificate is not in the repository";
  const PushCert certificate = ParsePushCert(*text);
  if (certificate.nonce.empty() ||
      certificate.nonce != environment.Get("GIT_PUSH_CERT_NONCE"))
    return "the push certificate has another nonce";
  if (!IsFor(certificate, sources.updates))
    return "the push certificate is for other updates";
  return {};
}

}  // namespace

PushCert ParsePushCert(std::string_view text) {
  if (TakeLine(text) != kFirstLine)
    return {};
  PushCert certificate;
  while (!text.empty()) {
    const std::string_view header = TakeLine(text);
    if (header.empty())
      break;
    if (certificate.nonce.empty() && header.starts_with(kNonce))
      certificate.nonce = header.substr(kNonce.size());
  }
  while (!text.empty() && !text.starts_with(kSignature))
    certificate.updates.push_back(TakeLine(text));
  return certificate;
}

Claim AskPushCert(const IdentitySources& sources, std::string_view) {
  if (!sources.is_receive_hook)
    return {.why_none = "only pre-receive is told of push certificates"};
  std::string why = WhyNotGood(sources.environment);
  if (why.empty())
    why = WhyNotThis(sources);
  if (!why.empty())
    return {.why_none = std::move(why)};
  return ClaimOf(sources.environment, "GIT_PUSH_CERT_KEY");
}

}  // namespace commitgate
