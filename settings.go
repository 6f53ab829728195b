package merlon

// Settings are what a team can tune about checks in merlon.yaml. The zero
// value is not useful: start from [DefaultSettings].
type Settings struct {
	// Classification says how resources tell what the data in them are.
	Classification Classification
	// PublicPorts are the ports that load balancers may open to everyone.
	PublicPorts []int
	// TrustedNetworks are CIDR blocks outside the VPC that count as inside:
	// offices, VPNs, on-premises networks.
	TrustedNetworks []string
	// TrustedAccounts are the account ids that count as the organisation's own.
	TrustedAccounts []string
	// LogRetentionDays is the least number of days that logs are kept.
	LogRetentionDays int
	// DefaultUserNames are database user names that attackers try first.
	DefaultUserNames []string
	// BackupRetentionDays is the least number of days that backups are kept.
	BackupRetentionDays int
}

// Classification says which tag tells the class of data, and what its values
// mean. Keys and values compare without regard to letter case.
type Classification struct {
	Keys         []string
	Confidential []string
	Public       []string
}

// DefaultSettings are the settings without a merlon.yaml.
func DefaultSettings() *Settings {
	return &Settings{
		Classification: Classification{
			Keys: []string{
				"data-classification", "data_classification", "DataClassification",
				"classification", "data-sensitivity", "DataSensitivity",
			},
			Confidential: []string{
				"confidential", "restricted", "secret", "sensitive", "highly-confidential",
				"pii", "phi", "pci", "personal",
			},
			Public: []string{"public", "open"},
		},
		PublicPorts:         []int{80, 443},
		LogRetentionDays:    365,
		BackupRetentionDays: 7,
		DefaultUserNames: []string{
			"admin", "administrator", "awsuser", "master", "mysql", "postgres",
			"root", "sa", "sysadmin", "user",
		},
	}
}
