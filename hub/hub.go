// Package hub holds the nouns of Polehub, the rules they keep, and the port
// through which stores keep them.
//
// A pole (pôle territorial de coopération économique) is described by flat,
// sourced, dated records: who belongs to it (Membership), in which roles
// (Role), who cooperates with whom (Tie), who signed what with whom (Contract,
// Party, Amendment), what was searched for and by whom (Observation,
// RosterEntry). Each record type is a Noun: a table of fields that the stores,
// the change log, the CSV bundle and the filters all read, so that a field is
// declared once. Relations between nouns are declared beside them.
//
// Stores keep facts and answer queries ([Store], [Query], [Filter]); formulas
// live in package analysis; the use cases here (Hub) put the two together.
// Everything that is compared or searched is normalised here, once, so that no
// database collation or tokenizer decides a result.
package hub
