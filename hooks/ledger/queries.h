// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate::query {

// What the ledger is asked.  A push waits for these, so each has an index.
// A row, for ReadRow and its like, is its columns `text, hash, state, landed,
// moved`.  Each process prepares anew what it asks, which takes longer than the
// answer.  So what rarely finds a row answers with the numbers of rows only,
// and the view full_row, which is dear to expand, is for people.

inline constexpr std::string_view kNewestEntry =
    "SELECT seq, hash FROM entry"
    " WHERE seq = (SELECT max(seq) FROM entry)";
inline constexpr std::string_view kNewestReceived =
    "SELECT received FROM row"
    " WHERE seq = (SELECT max(seq) FROM row)";

inline constexpr std::string_view kRow =
    "SELECT text, hash, state, landed, moved"
    " FROM row JOIN entry USING (seq) WHERE seq = ?1";
inline constexpr std::string_view kFate =
    "SELECT how, state, landed, moved, confirmed FROM row WHERE seq = ?1";
inline constexpr std::string_view kRowsOfPush =
    "SELECT seq FROM row WHERE push = ?1 ORDER BY seq";
inline constexpr std::string_view kIntended =
    "SELECT seq FROM row WHERE state = 'intended' ORDER BY seq";
inline constexpr std::string_view kIntendedOfRef =
    "SELECT seq FROM row"
    " WHERE state = 'intended' AND ref = ?1 ORDER BY seq";
inline constexpr std::string_view kUnconfirmed =
    "SELECT seq FROM row"
    " WHERE ref = ?1 AND boot = ?2 AND confirmed = 0"
    " AND state IN ('intended', 'landed') AND kind <> 'clock' ORDER BY seq";
// A grant that a push has reserved or used is no longer open.
inline constexpr std::string_view kGrants =
    "SELECT seq FROM row"
    " WHERE state = 'open' AND ref = ?1 AND old IS ?2 AND new IS ?3"
    " AND (pusher = ?4 OR provider || ':' || pusher = ?4) AND until >= ?5"
    " AND NOT EXISTS (SELECT 1 FROM row AS user"
    " WHERE user.uses = row.seq AND user.uses <> 0"
    " AND user.state IN ('intended', 'landed')) ORDER BY seq";

inline constexpr std::string_view kMovedBefore =
    "SELECT new, how FROM row"
    " WHERE ref = ?1 AND moved = 1 AND landed < ?2"
    " ORDER BY landed DESC LIMIT 1";
inline constexpr std::string_view kLastBefore =
    "SELECT new FROM row"
    " WHERE ref = ?1 AND moved = 1 AND landed < ?2 AND new IS NOT NULL"
    " ORDER BY landed DESC LIMIT 1";
inline constexpr std::string_view kLandedBetween =
    "SELECT text, hash, state, landed, moved"
    " FROM row JOIN entry USING (seq)"
    " WHERE ref = ?1 AND landed >= ?2 AND landed < ?3 ORDER BY landed";
inline constexpr std::string_view kFirstReceived =
    "SELECT min(landed) FROM row"
    " WHERE ref = ?1 AND received >= ?2 AND landed IS NOT NULL";
inline constexpr std::string_view kFirstInBoot =
    "SELECT min(landed) FROM row"
    " WHERE ref = ?1 AND boot = ?2 AND uptime >= ?3 AND landed IS NOT NULL";

inline constexpr std::string_view kLongestWithin =
    "SELECT within FROM ref WHERE name = ?1";
inline constexpr std::string_view kRecall =
    "SELECT since, provider, pusher, source, clock, uptime, boot, within,"
    " landed, push FROM memory WHERE ref = ?1 AND object = ?2 AND since < ?3"
    " ORDER BY since DESC LIMIT 1";
inline constexpr std::string_view kClosedBetween =
    "SELECT 1 FROM closing WHERE ref = ?1 AND since > ?2 AND since < ?3"
    " LIMIT 1";

inline constexpr std::string_view kAddEntry =
    "INSERT INTO entry (seq, text, hash) VALUES (?1, ?2, ?3)";
inline constexpr std::string_view kAddRow =
    "INSERT INTO row (seq, push, ref, kind, how, old, new, provider, pusher,"
    " received, uptime, boot, uses, until, state, landed, moved, confirmed)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
    " ?15, NULL, 0, 0)";
inline constexpr std::string_view kSetState =
    "UPDATE row SET state = ?2 WHERE seq = ?1";
inline constexpr std::string_view kSetLanded =
    "UPDATE row SET state = ?2, landed = ?3, moved = ?4 WHERE seq = ?1";
inline constexpr std::string_view kSetConfirmed =
    "UPDATE row SET confirmed = 1 WHERE seq = ?1";
inline constexpr std::string_view kAddRef =
    "INSERT INTO ref (name, within) VALUES (?1, ?2)"
    " ON CONFLICT DO UPDATE SET within = excluded.within"
    " WHERE within < excluded.within";
inline constexpr std::string_view kRemember =
    "REPLACE INTO memory (ref, since, object, provider, pusher, source, clock,"
    " uptime, boot, within, landed, push)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
inline constexpr std::string_view kCloseMemory =
    "INSERT OR IGNORE INTO closing (ref, since) VALUES (?1, ?2)";
inline constexpr std::string_view kCountRefused =
    "INSERT INTO refused (day, pusher, count) VALUES (?1, ?2, 1)"
    " ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count - 1";

/// All of the above, for a test of their plans.
inline constexpr std::string_view kOfPushes[] = {
    kNewestEntry,   kNewestReceived, kRow,           kFate,
    kRowsOfPush,    kIntended,       kIntendedOfRef, kUnconfirmed,
    kGrants,        kMovedBefore,    kLastBefore,    kLandedBetween,
    kFirstReceived, kFirstInBoot,    kLongestWithin, kRecall,
    kClosedBetween, kAddEntry,       kAddRow,        kSetState,
    kSetLanded,     kSetConfirmed,   kAddRef,        kRemember,
    kCloseMemory,   kCountRefused,
};

// These go through all there is.

inline constexpr std::string_view kRefs = "SELECT name FROM ref ORDER BY name";
inline constexpr std::string_view kEntry =
    "SELECT text FROM entry WHERE seq = ?1";
inline constexpr std::string_view kEntries =
    "SELECT seq, text, hash FROM entry ORDER BY seq";
// "" stands for any ref and anybody, a limit of -1 for none.
inline constexpr std::string_view kList =
    "SELECT text, hash, state, landed, moved"
    " FROM row JOIN entry USING (seq)"
    " WHERE seq IN (SELECT seq FROM row WHERE (?1 = '' OR ref = ?1)"
    " AND (?2 = '' OR pusher = ?2 OR provider || ':' || pusher = ?2)"
    " AND received BETWEEN ?3 AND ?4 ORDER BY seq DESC LIMIT ?5)"
    " ORDER BY seq";
// What was counted of a person and a day beyond the rows there are.
inline constexpr std::string_view kOnlyCounted =
    "SELECT written.day, written.provider, written.pusher,"
    " refused.count - written.count FROM"
    " (SELECT received / 86400000000 AS day, provider, pusher,"
    " count(*) AS count FROM row WHERE how = 'refused'"
    " AND (?1 = '' OR pusher = ?1 OR provider || ':' || pusher = ?1)"
    " GROUP BY 1, 2, 3) AS written JOIN refused"
    " ON refused.day = written.day AND refused.pusher ="
    " coalesce(written.provider || ':' || written.pusher, '')"
    " WHERE refused.count > written.count"
    " AND written.day BETWEEN ?2 / 86400000000 AND ?3 / 86400000000"
    " ORDER BY refused.day, refused.pusher";

// The first column of these sorts them, the second is the name of what the rest
// is about.
inline constexpr std::string_view kKeptRows =
    "SELECT printf('%020d', seq), seq, push, ref, kind, how, old, new, "
    "provider,"
    " pusher, received, uptime, boot, uses, until, state, landed, moved,"
    " confirmed FROM row ORDER BY seq";
inline constexpr std::string_view kKeptRefs =
    "SELECT name, name, within FROM ref ORDER BY name";
inline constexpr std::string_view kLostMemory =
    "SELECT DISTINCT ref, since FROM (SELECT ref, since FROM memory"
    " UNION SELECT ref, since FROM closing) AS kept WHERE NOT EXISTS"
    " (SELECT 1 FROM row WHERE row.ref = kept.ref AND row.landed = kept.since)";
inline constexpr std::string_view kSchema =
    "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema"
    " ORDER BY rowid";
inline constexpr std::string_view kIndexesButOfTips =
    "SELECT name FROM sqlite_schema WHERE type = 'index'"
    " AND name <> 'row_moved' AND sql IS NOT NULL";
inline constexpr std::string_view kIntegrity = "PRAGMA integrity_check(20)";

}  // namespace commitgate::query
