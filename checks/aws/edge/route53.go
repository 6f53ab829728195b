package edge

import (
	"net/netip"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/network"
)

const sourceRoute53 = "https://docs.aws.amazon.com/securityhub/latest/userguide/route53-controls.html"

// DanglingRecord reports records that point at addresses nobody declared.
var DanglingRecord = &merlon.Check{
	ID:       "aws-route53-dangling-record",
	Title:    "DNS record points at nothing in the code",
	Severity: merlon.Medium,
	OptIn:    true, // the target may be somebody else's, or managed elsewhere
	Targets:  []string{"aws_route53_record"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Integrity,
	Why: `When an address is given back while the record stays, whoever gets the address next answers under your name: he can show
users his pages there and have certificates issued.`,
	Fix:     `Refer to the resource instead of writing its address down: records = [aws_eip.web.public_ip], or an alias block.`,
	Sources: []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/protection-from-dangling-dns.html"},
	Aliases: []string{"CKV2_AWS_23"},
	Run: func(pass *merlon.Pass, record *merlon.Resource) {
		typ := record.Attr("type")
		if typ.Is("A", "AAAA") == merlon.False {
			return
		}
		v := record.Attr("alias", "name")
		if v.IsNull() {
			v = record.Attr("records")
		}
		if v.IsNull() || len(v.Refs()) > 0 {
			return
		}
		texts, complete := v.Strings()
		if !complete {
			pass.Undecidedf(v, "what record %q points at is not known", record.Name)
			return
		}
		for _, text := range texts {
			if len(pass.Estate.Identified(text)) > 0 {
				continue
			}
			f := pass.Require(typ.Is("A", "AAAA").Not(), v, "record %q points at %s, which is nothing in the code", record.Name, text)
			if f != nil && isPrivate(text) {
				f.At(merlon.Low) // only a neighbour can get the address
			}
			return
		}
	},
}

func isPrivate(text string) bool {
	address, err := netip.ParseAddr(text)
	return err == nil && network.Private.Contains(network.SetOf(netip.PrefixFrom(address, address.BitLen())))
}

// ZoneRecords reports zones without records, and records without values.
var ZoneRecords = &merlon.Check{
	ID:       "aws-route53-empty-zone",
	Title:    "Hosted zone or record is empty",
	Severity: merlon.Low,
	OptIn:    true, // records may be made by somebody else, such as external-dns
	Targets:  []string{"aws_route53_zone", "aws_route53_record"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Integrity,
	Why:      `A zone that nobody uses stays delegated, and nobody watches what it answers.`,
	Fix:      `Declare the zone's aws_route53_record resources, or remove the zone.`,
	Sources:  []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-working-with.html"},
	Aliases:  []string{"AC_AWS_0205"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Type == "aws_route53_record" {
			v := r.Attr("records")
			pass.Require(demand.Given(v).Or(demand.Given(r.Attr("alias"))), v, "record %q has no values", r.Name)
			return
		}
		pass.Require(hasRecords(pass, r), r, "zone %q has no records", r.Name)
	},
}

func hasRecords(pass *merlon.Pass, zone *merlon.Resource) merlon.Truth {
	has, _ := demand.Accompanied(pass, zone,
		demand.Link{Type: "aws_route53_record", Path: "zone_id"}, demand.Link{Type: "aws_route53_records_exclusive", Path: "zone_id"})
	return has
}

// isPublicZone says whether the internet asks the zone: a zone of a VPC,
// inline or by an association, is private.
func isPublicZone(pass *merlon.Pass, zone *merlon.Resource) merlon.Truth {
	associated, _ := demand.Accompanied(pass, zone, demand.Link{Type: "aws_route53_zone_association", Path: "zone_id"})
	return demand.Given(zone.Attr("vpc")).Or(associated).Not()
}

// DNSSEC reports public zones that are not signed.
var DNSSEC = &merlon.Check{
	ID:       "aws-route53-dnssec",
	Title:    "Public hosted zone is not signed with DNSSEC",
	Severity: merlon.Low,
	OptIn:    true, // takes a key and a DS record at the parent, and breaks the domain when they part
	Targets:  []string{"aws_route53_zone"},
	STRIDE:   merlon.Spoofing | merlon.Tampering,
	CIA:      merlon.Integrity,
	Why:      `A resolver cannot tell a forged answer from the zone's own, and sends users to the forger's server.`,
	Fix:      `Make an aws_route53_key_signing_key and an aws_route53_hosted_zone_dnssec, and put the DS record into the parent zone.`,
	Sources:  []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html"},
	Aliases:  []string{"CKV2_AWS_38"},
	Run: func(pass *merlon.Pass, zone *merlon.Resource) {
		public := isPublicZone(pass, zone)
		if public == merlon.False {
			return
		}
		signing := demand.Link{Type: "aws_route53_hosted_zone_dnssec", Path: "hosted_zone_id", Want: demand.At("signing_status", demand.NoneOf("NOT_SIGNING"))}
		signed, weak := demand.Accompanied(pass, zone, signing)
		// The zone is often named by way of its key.
		for _, key := range pass.Companions(zone, "aws_route53_key_signing_key", "hosted_zone_id").List {
			through, more := demand.Accompanied(pass, key, signing)
			signed, weak = signed.Or(through), append(weak, more...)
		}
		if f := pass.Require(signed.Or(public.Not()), zone, "public zone %q is not signed", zone.Name); f != nil {
			f.About(weak...)
		}
	},
}

// QueryLogging reports public zones that do not log queries.
var QueryLogging = demand.Companion(merlon.Check{
	ID:       "aws-route53-query-logging",
	Title:    "Public hosted zone does not log queries",
	Severity: merlon.Low,
	OptIn:    true, // a busy zone's log is large, and says little about who asked
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `The queries show what names are tried, and that a record that should be gone is still in use.`,
	Fix:      `Add an aws_route53_query_log with a log group in us-east-1.`,
	Sources:  []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html", sourceRoute53},
	Aliases:  []string{"CKV2_AWS_39", "AC_AWS_0204"},
}, "does not log queries", demand.CompanionRow{
	Type: "aws_route53_zone", Noun: "zone", Links: []demand.Link{
		{Type: "aws_route53_query_log", Path: "zone_id"},
		// AWS logs queries of public zones only: a private one needs no log.
		{Type: "aws_route53_zone_association", Path: "zone_id"},
	},
	Own: "vpc",
})

// TransferLock reports domains that may be moved to another registrar.
var TransferLock = demand.Setting(merlon.Check{
	ID:       "aws-route53-transfer-lock",
	Title:    "Domain may be transferred away",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why:      `Without the lock whoever gets hold of the authorization code moves the domain, and with it mail and certificates, to another registrar.`,
	Fix:      `Remove transfer_lock = false; the lock is on by default.`,
	Sources:  []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html"},
	Aliases:  []string{"CKV_AWS_377"},
}, "may be transferred away",
	demand.Row{Type: "aws_route53domains_registered_domain", Noun: "domain", Path: "transfer_lock", Want: demand.OnByDefault},
	demand.Row{Type: "aws_route53domains_domain", Noun: "domain", Path: "transfer_lock", Want: demand.OnByDefault})
