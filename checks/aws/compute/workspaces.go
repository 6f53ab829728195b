package compute

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

func workspaceVolume(which, holds string, aliases ...string) *merlon.Check {
	return demand.Setting(merlon.Check{
		ID:       "aws-workspaces-" + which + "-volume-encryption",
		Title:    "WorkSpace's " + which + " volume is not encrypted",
		Severity: merlon.Medium,
		STRIDE:   merlon.InformationDisclosure,
		CIA:      merlon.Confidentiality,
		Why: `The volume holds ` + holds + `. WorkSpaces encrypts nothing unless it is told to when the desktop is made; an
existing one cannot be encrypted.`,
		Fix: `Set ` + which + `_volume_encryption_enabled = true, with volume_encryption_key for a key of your own.`,
		Sources: []string{
			"https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html",
			"https://docs.aws.amazon.com/securityhub/latest/userguide/workspaces-controls.html",
		},
		Aliases: append(aliases, "AVD-AWS-0109", "aws-workspaces-enable-disk-encryption", "aws-workspace-enable-disk-encryption"),
	}, "leaves its "+which+" volume unencrypted", demand.Row{
		Type: "aws_workspaces_workspace", Noun: "WorkSpace", Path: which + "_volume_encryption_enabled", Want: demand.On,
	})
}

var (
	// WorkSpacesRootVolume reports desktops whose system volume is not encrypted.
	WorkSpacesRootVolume = workspaceVolume("root", "the system, and what programs cache and write outside of the user's directory",
		"CKV_AWS_156", "AC_AWS_0503")
	// WorkSpacesUserVolume reports desktops whose data volume is not encrypted.
	WorkSpacesUserVolume = workspaceVolume("user", "the user's documents, mail and credentials", "CKV_AWS_155", "AC_AWS_0504")
)
