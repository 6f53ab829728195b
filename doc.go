// Package merlon is the vocabulary of merlon: one model of an infrastructure,
// whatever it was read from, and the questions that are asked of it.
//
// Start with [Estate]. A source (Terraform configuration, a plan, a state
// file, the live account, a container image) reads its input into an Estate:
// [Resource] values that carry a [Block] of attributes, where they came from
// ([Origin]) and what they refer to ([Ref]), and a [Gap] for everything that
// could not be read. A [Check] asks one question of each resource of an
// Estate through a [Pass] and answers with a [Finding], with silence, or with
// "undecided" when the answer hangs on a value nobody knows yet.
//
// Three kinds of bad news are never mixed:
//
//   - a Finding says that the infrastructure has a problem;
//   - a Gap says that a part of the input could not be read, and work went on;
//   - an error says that merlon itself failed.
//
// The package imports the standard library and go-cty, does no I/O and knows
// no file format. Estates are built once and read by many goroutines.
package merlon
