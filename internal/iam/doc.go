// Package iam reads AWS policy documents and answers questions about them.
//
// Start with [Parse], or with [FromValue] for an attribute of a resource: both
// give a [Policy], a list of [Statement] values in one normal form, whatever
// shape the text had (one statement or many, strings or lists). Then ask: does
// a statement allow any principal, does a condition keep strangers out, is an
// action allowed on every resource, what does AWS know about an action.
//
// A document may be known in parts only: where Terraform learns a value at
// apply, the text holds a placeholder (see [merlon.Placeholder]). A
// placeholder is never a wildcard; where the answer hangs on one, answers are
// [merlon.Unknown].
//
// The facts about actions come from the Service Authorization Reference of
// AWS: see [Lookup] and the generator in the gen directory.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
package iam
