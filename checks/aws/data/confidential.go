package data

import (
	"merlon"
	"merlon/checks/aws/s3"
	"merlon/internal/classify"
)

const (
	sourceKeyPolicy = "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"
	sourceKeyTypes  = "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html"
	sourceTagging   = "https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_data_classification_define_protection.html"
)

// ConfidentialKey reports confidential stores without a key of their owner's.
var ConfidentialKey = &merlon.Check{
	ID:       "aws-data-confidential-key",
	Title:    "Confidential data are not encrypted with a customer-managed key",
	Severity: merlon.High,
	Targets:  storeTypes(),
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why: `AWS encrypts almost everything with keys of its own, which anybody may use who may read the store. What a tag
calls confidential deserves a second lock: a key whose policy says who may decrypt, that logs each use, and that can be taken away.`,
	Fix:     `Name an aws_kms_key of yours as the store's key, and switch the store's encryption on where it has a switch.`,
	Sources: []string{sourceKeyTypes, sourceTagging},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		class := classify.Of(r, pass.Settings.Classification)
		if class.Class != classify.Confidential && class.Class != classify.Unknown || inFrontOfCluster(r) {
			return
		}
		if r.Type == "aws_s3_bucket" && !s3.TakesCustomerKey(pass, r) {
			return // S3 and load balancers deliver logs under S3's own keys only
		}
		choice := keyOf(pass, r)
		if choice.own == merlon.True {
			return
		}
		if class.Class == classify.Unknown {
			pass.Undecidedf(class.At, "the class of the data in %s %q is not known", byType[r.Type].name, r.Name)
			return
		}
		pass.Require(choice.own, choice.at, "%s %q is tagged %s and has no customer-managed key",
			byType[r.Type].name, r.Name, class.Value).About(choice.about...)
	},
}

// inFrontOfCluster reports whether the resource only serves the storage of
// another one, which is asked itself.
func inFrontOfCluster(r *merlon.Resource) bool {
	return r.Type == "aws_db_instance" && r.Attr("replicate_source_db").IsSet() && r.Attr("kms_key_id").IsNull()
}

// ConfidentialKeyPolicy reports keys of confidential stores that are open.
var ConfidentialKeyPolicy = &merlon.Check{
	ID:       "aws-data-confidential-key-policy",
	Title:    "The key of confidential data can be used by strangers",
	Severity: merlon.Critical,
	Targets:  storeTypes(),
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `A key policy that allows the principal * without a condition that says who calls lets every AWS account use the
key. The second lock on confidential data then is none.`,
	Fix:     `Name the roles or the account in the key policy, or add a condition on kms:CallerAccount or aws:PrincipalOrgID.`,
	Sources: []string{sourceKeyPolicy},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		class := classify.Of(r, pass.Settings.Classification)
		if class.Class != classify.Confidential {
			return
		}
		choice := keyOf(pass, r)
		if choice.own == merlon.True && len(choice.keys) == 0 {
			pass.Undecidedf(choice.at, "the policy of the key of %s %q is not known here", byType[r.Type].name, r.Name)
			return
		}
		for _, key := range choice.keys {
			open, at := openPolicy(pass, key)
			if f := pass.Require(open.Not(), at, "key %q of %s %q can be used by strangers", key.Name, byType[r.Type].name, r.Name); f != nil {
				f.About(key)
			}
		}
	},
}

// Unclassified asks stores for the class of their data.
var Unclassified = &merlon.Check{
	ID:       "aws-data-unclassified",
	Title:    "Nothing says what class the data are of",
	Severity: merlon.Info,
	OptIn:    true, // for teams that classify their data
	Targets:  storeTypes(),
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `What must be encrypted, backed up and logged hangs on what the data are. Where no tag says, nobody can tell
whether the protection is enough.`,
	Fix:     `Tag the resource, or all of a provider's by default_tags, with the class of the data (the keys are a setting).`,
	Sources: []string{sourceTagging},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		switch class := classify.Of(r, pass.Settings.Classification); class.Class {
		case classify.Unclassified:
			pass.Reportf(class.At, "nothing says what class the data in %s %q are of", byType[r.Type].name, r.Name)
		case classify.Unknown:
			pass.Undecidedf(class.At, "the class of the data in %s %q is not known", byType[r.Type].name, r.Name)
		}
	},
}
