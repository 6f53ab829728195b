package ec2

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/backup"
)

// EBSBackupPlan reports volumes that no backup selection takes in.
var EBSBackupPlan = &merlon.Check{
	ID:       "aws-ec2-ebs-backup-plan",
	Title:    "EBS volume is in no backup plan",
	Severity: merlon.Low,
	OptIn:    true, // plans often live in another root, and pick by tag
	Targets:  []string{"aws_ebs_volume"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `A volume is one copy in one zone: a mistake, a failure or ransomware takes the data for good.`,
	Fix:      `Add the volume to an aws_backup_selection, by ARN or by tag.`,
	Sources:  []string{securityHub("28")},
	Aliases:  []string{"CKV2_AWS_9"},
	Run: func(pass *merlon.Pass, volume *merlon.Resource) {
		pass.Require(backup.Covered(volume, "ec2", "volume/"), volume, "EBS volume %q is in no backup plan", volume.Name)
	},
}

// EBSOptimized reports instances without bandwidth of their own to EBS.
var EBSOptimized = &merlon.Check{
	ID:       "aws-ec2-ebs-optimized",
	Title:    "Instance is not EBS optimized",
	Severity: merlon.Info,
	OptIn:    true, // performance, and only old instance types are concerned
	Targets:  []string{"aws_instance"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `Without bandwidth of its own, disk traffic competes with the network's, and either can starve the other.`,
	Fix:      `Set ebs_optimized to true, or take a current instance type, which always is.`,
	Sources:  []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html"},
	Aliases:  []string{"CKV_AWS_135", "AC_AWS_0449"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("ebs_optimized")
		holds := v.Truth()
		if v.IsNull() {
			holds = holds.Or(alwaysOptimized(r.Attr("instance_type")))
		}
		pass.Require(holds, v, "instance %q is not EBS optimized", r.Name)
	},
}

// notOptimized are the families that have no bandwidth of their own to EBS
// unless asked, or none at all.
var notOptimized = map[string]bool{
	"c1": true, "c3": true, "cc2": true, "cg1": true, "cr1": true, "g2": true, "hi1": true, "hs1": true, "i2": true,
	"m1": true, "m2": true, "m3": true, "r3": true, "t1": true, "t2": true,
}

func alwaysOptimized(instanceType merlon.Value) merlon.Truth {
	if instanceType.IsUnknown() {
		return merlon.Unknown
	}
	family, _, ok := strings.Cut(instanceType.String(), ".")
	return merlon.TruthOf(ok && !notOptimized[family])
}
