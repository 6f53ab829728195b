package kms

import "merlon"

// Rotation reports keys whose material stays the same for ever.
var Rotation = &merlon.Check{
	ID:       "aws-kms-rotation",
	Title:    "KMS key does not rotate",
	Severity: merlon.Medium,
	Targets:  []string{"aws_kms_key"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `Rotation bounds how much data one generation of key material protects. It costs
nothing to whoever uses the key: older data stays readable.`,
	Fix:     `Set enable_key_rotation to true.`,
	Sources: []string{"https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html"},
	Aliases: []string{"CKV_AWS_7", "AVD-AWS-0065", "AC_AWS_0160", "aws-kms-auto-rotate-keys"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		can := rotates(r)
		if can == merlon.False || r.Attr("is_enabled").Or(merlon.True) == merlon.False {
			return
		}
		v := r.Attr("enable_key_rotation")
		switch holds := v.Truth(); {
		case holds == merlon.True:
		case holds == merlon.Unknown || can == merlon.Unknown:
			pass.Undecided(v)
		default:
			pass.Reportf(v, "key %q does not rotate", r.Name)
		}
	},
}

// rotates asks whether AWS can rotate a key: symmetric encryption keys whose
// material AWS made, outside custom key stores.
func rotates(r *merlon.Resource) merlon.Truth {
	spec := r.Attr("customer_master_key_spec")
	if !spec.IsSet() {
		spec = r.Attr("key_spec")
	}
	symmetric := spec.Is("SYMMETRIC_DEFAULT")
	if spec.IsNull() {
		symmetric = merlon.True
	}
	encrypts := merlon.True
	if usage := r.Attr("key_usage"); usage.IsSet() {
		encrypts = usage.Is("ENCRYPT_DECRYPT")
	}
	if r.Attr("custom_key_store_id").IsSet() {
		return merlon.False
	}
	return symmetric.And(encrypts)
}

// KeyEnabled reports keys that are switched off.
var KeyEnabled = &merlon.Check{
	ID:       "aws-kms-key-enabled",
	Title:    "KMS key is disabled",
	Severity: merlon.Low,
	Targets:  []string{"aws_kms_key", "aws_kms_replica_key"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why: `What was encrypted under a disabled key cannot be read, and services that use it stop
when they next ask for it.`,
	Fix:     `Enable the key, or schedule its deletion if nothing is encrypted under it any more.`,
	Sources: []string{"https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html"},
	Aliases: []string{"CKV_AWS_227"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("is_enabled")
		if v.IsNull() {
			v = r.Attr("enabled") // a replica's name for it
		}
		if v.Or(merlon.True) == merlon.Unknown {
			pass.Undecided(v)
			return
		}
		pass.Require(v.Or(merlon.True), v, "key %q is disabled", r.Name)
	},
}
