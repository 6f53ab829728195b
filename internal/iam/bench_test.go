package iam

import "testing"

const benchmarked = `{"Statement":[
	{"Effect":"Allow","Action":["s3:Get*","ec2:Describe*","logs:*","dynamodb:PutItem"],"Resource":"*"},
	{"Effect":"Allow","Action":["sqs:SendMessage"],"Resource":"arn:aws:sqs:eu-west-1:123456789012:q"}]}`

func benchmarkPolicy(b *testing.B, ask func(*Policy)) {
	p, err := Parse(benchmarked)
	if err != nil {
		b.Fatal(err)
	}
	services()
	b.ReportAllocs()
	for b.Loop() {
		ask(p)
	}
}

func BenchmarkParse(b *testing.B) {
	benchmarkPolicy(b, func(*Policy) { _, _ = Parse(benchmarked) })
}

func BenchmarkUnbound(b *testing.B) {
	benchmarkPolicy(b, func(p *Policy) { p.Unbound(NewFilter(func(Action) bool { return false })) })
}

func BenchmarkEscalations(b *testing.B) {
	benchmarkPolicy(b, func(p *Policy) { p.Escalations() })
}

func BenchmarkInflate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		inflate()
	}
}
