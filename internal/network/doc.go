// Package network reads what the resources of an estate say about who may
// reach whom: address sets, ports, security group rules, network ACLs, routes.
//
// Start with [Rules]: it gives the rules that a resource writes down, in one
// form for all of Terraform's spellings. [RulesOf] adds those that other
// resources give to a group, [Users] tells what a group protects, [ExposureOf]
// whether the internet can come near any of it, and [PublicSubnet] whether a
// subnet has a way to an internet gateway.
//
// All of it is pure and three-valued: what is unknown before apply is said to
// be unknown, never guessed.
package network
