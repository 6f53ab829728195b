// Package demand is the mechanism of checks that ask one question of many
// resource types: is this attribute as it should be, is the key a customer's
// own, does the policy let strangers in, is there a companion that does it.
//
// A check is metadata and a table of rows, one for each resource type:
//
//	var StreamEncryption = demand.Setting(merlon.Check{
//		ID: "aws-kinesis-stream-encryption", ...
//	}, "is not encrypted",
//		demand.Row{Type: "aws_kinesis_stream", Noun: "stream", Path: "encryption_type", Want: demand.OneOf("KMS")},
//	)
//
// which says: stream "orders" is not encrypted. All answers are three-valued:
// what hangs on an unknown value is undecided, never passed.
package demand

import (
	"slices"
	"strings"

	"merlon"
)

// A Row is what a check demands of one resource type. A type may have several
// rows, each of which is asked.
type Row struct {
	// Type is the resource type; a data source is written "data.aws_ami".
	Type string
	// Noun is what messages call the resource: "replication group".
	Noun string
	// Each, where it is set, is the dotted path of blocks or elements, each of
	// which has to answer; none at all is a pass. Otherwise the resource does.
	Each string
	// Path is the dotted path of the attribute, below Each where it is set.
	Path string
	// Want tests the attribute.
	Want Want
	// When restricts the demand to resources, or elements of Each, for which it
	// holds; nil is always.
	When func(v merlon.Value) merlon.Truth
	// Says overrides what the check says of a failure.
	Says string
}

// A Want tests a value: True is as wanted, False a finding.
type Want func(v merlon.Value) merlon.Truth

// Setting makes a check of its metadata, what it says after the noun and the
// resource's name, and its rows. Targets and Run are set here.
func Setting(c merlon.Check, says string, rows ...Row) *merlon.Check {
	byType := make(map[string][]*row, len(rows))
	for _, r := range rows {
		made := &row{Row: r, says: says, path: split(r.Path), each: split(r.Each)}
		if r.Says != "" {
			made.says = r.Says
		}
		if !slices.Contains(c.Targets, r.Type) {
			c.Targets = append(c.Targets, r.Type)
		}
		byType[r.Type] = append(byType[r.Type], made)
	}
	c.Run = func(pass *merlon.Pass, r *merlon.Resource) {
		key := r.Type
		if r.Mode == merlon.Data {
			key = "data." + key
		}
		for _, row := range byType[key] {
			row.ask(pass, r)
		}
	}
	return &c
}

type row struct {
	Row
	says       string
	path, each []string
}

func split(path string) []string {
	if path == "" {
		return nil
	}
	return strings.Split(path, ".")
}

func (row *row) ask(pass *merlon.Pass, r *merlon.Resource) {
	if row.each == nil {
		row.askOne(pass, r, r.Whole())
		return
	}
	for list := range r.All(row.each...) {
		some := false
		for e := range list.Elements() {
			some = true
			row.askOne(pass, r, e)
		}
		if list.MayHaveMore() && !some {
			pass.Require(merlon.Unknown, list, "%s %q %s", row.Noun, r.Name, row.says)
		}
	}
}

func (row *row) askOne(pass *merlon.Pass, r *merlon.Resource, below merlon.Value) {
	applies := merlon.True
	if row.When != nil {
		if applies = row.When(below); applies == merlon.False {
			return
		}
	}
	v := below.Attr(row.path...)
	pass.Require(row.Want(v).Or(applies.Not()), v, "%s %q %s", row.Noun, r.Name, row.says)
}
