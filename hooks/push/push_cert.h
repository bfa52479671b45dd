// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hooks/push/provider.h"

namespace commitgate {

/// The part of a push certificate that its signature has to agree with
/// (gitprotocol-pack(5), "Push Certificate").
struct PushCert {
  std::string_view nonce;
  /// `old SP new SP ref`, in the order of the certificate.
  std::vector<std::string_view> updates;
};

/// Views into `text`.  Both empty for what is no certificate.
PushCert ParsePushCert(std::string_view text);

/// The key that has signed this very push, as receive-pack has verified it.
///
/// receive-pack does not take back GIT_PUSH_CERT and its kin where nothing was
/// signed, so they prove nothing alone: receive-pack must not have been started
/// with them, and the certificate has to be there, name exactly the updates of
/// this push, and answer the nonce of this repository.
Claim AskPushCert(const IdentitySources& sources, std::string_view argument);

}  // namespace commitgate
