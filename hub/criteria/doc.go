// Package criteria answers the grids by which people judge whether a grouping is
// a pole: each criterion gets a state, the evidence behind it, the rule with its
// thresholds, and what data is missing to decide. There is no total.
//
// A grid is a folder of grids/ with one file, grid.json: texts in two languages,
// thresholds with their origin, and for each criterion the name of a rule of
// this package. Rules are pure functions of the facts of one pole ([Facts]);
// adding a grid that uses them is adding a folder.
//
// Rules reason with three values. A count of things that facts say "yes", "no"
// or nothing about is an interval; a condition on it holds, does not hold, or
// is unknown, and only a condition that no missing fact could change decides.
// What nobody recorded is absent only when observations looked for it during
// all of the time in question. The network of cooperation alone is judged on
// what is known, when that is enough of it; the answer then says so. The list
// of members is taken as recorded: who is not recorded is no member, but a pole
// without any recorded member denies nothing.
//
// A tie is something that somebody saw: without an end it is of a time until its
// horizon, three years after it began or an observation saw it last, in the network
// as in every rule. Memberships, roles and contracts bind until they end: without an
// end they go on.
package criteria
