// Package engine asks checks about an estate and decides which of their
// findings somebody has accepted.
//
// Start with [Run]: it takes an estate and [Options] and gives an assessment.
// [Select] picks the checks to run from the catalogue by an expression. What
// is accepted comes from three places that share one machinery: comments in
// the code (in the syntax of merlon, tfsec, Trivy, Checkov, Terrascan or
// KICS), [Exception] values from a configuration or an ignore file, and a
// [Baseline]. An accepted finding is never dropped: it stays in the
// assessment with the result "suppressed" and who, why and until when. What
// is wrong with an acceptance itself (expired, stale, naming no check) is a
// notice.
//
// The package does no I/O: its parsers take bytes.
package engine
