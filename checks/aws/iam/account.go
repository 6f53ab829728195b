package iam

import (
	"crypto/x509"
	"encoding/pem"
	"strings"
	"time"

	"merlon"
	"merlon/checks/aws/internal/once"
)

// TwoAccessKeys reports users with more than one active access key.
var TwoAccessKeys = &merlon.Check{
	ID:       "aws-iam-two-access-keys",
	Title:    "IAM user has more than one active access key",
	Severity: merlon.Low,
	OptIn:    true, // aws-iam-user-access-key reports each key
	Targets:  []string{"aws_iam_user"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Two keys leak twice as easily. A second one is for the minutes of a rotation; one that stays is one that nobody watches.`,
	Fix:      `Remove a key, or set status = "Inactive" on it.`,
	Sources:  []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"},
	Aliases:  []string{"AVD-AWS-0167", "aws-iam-limit-user-access-keys"},
	Run: func(pass *merlon.Pass, user *merlon.Resource) {
		keys := pass.Companions(user, "aws_iam_access_key", "user")
		var sure, perhaps []*merlon.Resource
		for _, key := range keys.List {
			active := key.Attr("status").Is("Inactive").Not()
			if active == merlon.True && !key.Partial {
				sure = append(sure, key)
			} else if active != merlon.False {
				perhaps = append(perhaps, key)
			}
		}
		switch {
		case len(sure) > 1:
			pass.Reportf(user, "user %q has more than one active access key", user.Name).About(sure...)
		case len(sure)+len(perhaps)+len(keys.Maybe) > 1 && len(perhaps) > 0:
			pass.Undecidedf(user, "user %q may have more than one active access key", user.Name).About(perhaps...)
		}
	},
}

// ExpiredCertificate reports server certificates that have expired.
var ExpiredCertificate = &merlon.Check{
	ID:       "aws-iam-expired-certificate",
	Title:    "Server certificate in IAM has expired",
	Severity: merlon.Low,
	Targets:  []string{"aws_iam_server_certificate"},
	STRIDE:   merlon.Spoofing | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authentication,
	Why: `Clients refuse what uses the certificate, or were taught to look away. One that is used by nothing may still be put on a load
balancer by mistake.`,
	Fix:     `Use an aws_acm_certificate, which AWS renews, and delete the old one.`,
	Sources: []string{"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-26"},
	Aliases: []string{"AVD-AWS-0168", "aws-iam-remove-expired-certificates"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("certificate_body")
		text, ok := v.Text()
		if !ok {
			return // what is made at apply is new
		}
		block, _ := pem.Decode([]byte(strings.TrimSpace(text)))
		if block == nil {
			return
		}
		if certificate, err := x509.ParseCertificate(block.Bytes); err == nil && pass.Today.After(certificate.NotAfter) {
			pass.Reportf(v, "certificate %q expired on %s", r.Name, certificate.NotAfter.Format(time.DateOnly))
		}
	},
}

const supportAccess = ":iam::aws:policy/AWSSupportAccess"

// SupportRole reports roots that look after an account and give nobody leave
// to call AWS Support.
var SupportRole = &merlon.Check{
	ID:       "aws-iam-support-role",
	Title:    "Nobody may call AWS Support",
	Severity: merlon.Info,
	OptIn:    true, // whether there is none anywhere one root cannot know
	Targets:  []string{"aws_iam_account_password_policy"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `In an incident somebody has to open a case with AWS, and should not need an administrator for it. It is asked of roots that set
the account's password policy.`,
	Fix:     `Attach the AWS managed policy AWSSupportAccess to a role.`,
	Sources: []string{"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-18"},
	Aliases: []string{"AVD-AWS-0169", "aws-iam-require-support-role"},
	Run: func(pass *merlon.Pass, baseline *merlon.Resource) {
		pass.Require(supported.In(pass.Estate)[baseline.Origin.Root], baseline, "nobody may call AWS Support")
	},
}

// supported says of each root whether it gives somebody AWSSupportAccess.
var supported = once.ForEstate(func(estate *merlon.Estate) map[string]merlon.Truth {
	attached := make(map[string]merlon.Truth)
	for r := range estate.OfType(attachmentTargets...) {
		for _, name := range policyARNs {
			attached[r.Origin.Root] = attached[r.Origin.Root].Or(isSupportAccess(r.Attr(name)))
		}
	}
	return attached
}, attachmentTargets...)

func isSupportAccess(v merlon.Value) merlon.Truth {
	texts, complete := v.Strings()
	for _, arn := range texts {
		if strings.HasSuffix(arn, supportAccess) {
			return merlon.True
		}
	}
	for _, policy := range v.Targets("data.aws_iam_policy") {
		if policy.Attr("name").Is("AWSSupportAccess") == merlon.True || strings.HasSuffix(policy.Attr("arn").String(), supportAccess) {
			return merlon.True
		}
	}
	return merlon.TruthOf(!complete && len(v.Targets()) == 0).And(merlon.Unknown)
}
