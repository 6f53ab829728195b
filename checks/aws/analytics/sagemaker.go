package analytics

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/roles"
)

const (
	sourceSageMaker         = "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"
	sourceSageMakerNotebook = "https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html"
	sourceSageMakerRest     = "https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html"

	whyNotebookInternet = `The notebook reaches the whole internet past the VPC, its security groups and its flow logs: data leave that way,
and packages come in.`
	fixNotebookInternet = `Set direct_internet_access = "Disabled" with a subnet_id, and let the notebook out through NAT or VPC endpoints.`
)

// NotebookInternet reports notebooks that are given the internet.
var NotebookInternet = demand.Setting(merlon.Check{
	ID:       "aws-sagemaker-direct-internet-access",
	Title:    "SageMaker notebook is given direct internet access",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      whyNotebookInternet,
	Fix:      fixNotebookInternet,
	Sources:  []string{sourceSageMakerNotebook, sourceSageMaker},
	Aliases:  []string{"CKV_AWS_122"},
}, "is given direct internet access",
	demand.Row{
		Type: "aws_sagemaker_notebook_instance", Noun: "notebook", Path: "direct_internet_access", Want: demand.NoneOf("Enabled"),
	},
)

// NotebookInternetUnstated reports notebooks that have the internet because
// nobody said otherwise.
var NotebookInternetUnstated = demand.Setting(merlon.Check{
	ID:       "aws-sagemaker-direct-internet-access-unstated",
	Title:    "SageMaker notebook has direct internet access by default",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      whyNotebookInternet,
	Fix:      fixNotebookInternet,
	Sources:  []string{sourceSageMakerNotebook, sourceSageMaker},
}, "has direct internet access by default",
	demand.Row{
		Type: "aws_sagemaker_notebook_instance", Noun: "notebook", Path: "direct_internet_access",
		// Known or not, a value that somebody gave is the other check's.
		Want: func(v merlon.Value) merlon.Truth { return merlon.TruthOf(v.IsSet()) },
	},
)

// NotebookVPC reports notebooks outside of the customer's VPC.
var NotebookVPC = demand.Setting(merlon.Check{
	ID:       "aws-sagemaker-in-vpc",
	Title:    "SageMaker notebook is not in a VPC of yours",
	Severity: merlon.Low,
	OptIn:    true, // aws-sagemaker-direct-internet-access asks for what a VPC is to achieve
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `No security group, network ACL or flow log of yours sees what the notebook sends and receives.`,
	Fix:      `Set subnet_id and security_groups.`,
	Sources:  []string{sourceSageMakerNotebook, sourceSageMaker},
	Aliases:  []string{"CKV_AWS_306"},
}, "is not in a VPC of yours",
	demand.Row{Type: "aws_sagemaker_notebook_instance", Noun: "notebook", Path: "subnet_id", Want: demand.Given},
)

// NotebookRoot reports notebooks whose users are root.
var NotebookRoot = demand.Setting(merlon.Check{
	ID:       "aws-sagemaker-root-access",
	Title:    "SageMaker notebook lets its users be root",
	Severity: merlon.Low,
	OptIn:    true, // a notebook is its user's own machine, who often needs to install packages
	STRIDE:   merlon.ElevationOfPrivilege | merlon.Tampering,
	CIA:      merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `Users can change every file of the instance, and with it what watches over them.`,
	Fix:      `Set root_access = "Disabled", and install packages in a lifecycle configuration.`,
	Sources:  []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html", sourceSageMaker},
	Aliases:  []string{"CKV_AWS_307"},
}, "lets its users be root",
	demand.Row{Type: "aws_sagemaker_notebook_instance", Noun: "notebook", Path: "root_access", Want: demand.OneOf("Disabled")},
)

// NotebookIMDSv2 reports notebooks that answer version 1 metadata requests.
var NotebookIMDSv2 = demand.Setting(merlon.Check{
	ID:       "aws-sagemaker-imdsv2",
	Title:    "SageMaker notebook does not require IMDSv2",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `With version 1 of the instance metadata service, any request that code in the notebook can be tricked into making
reads the role's credentials.`,
	Fix:     `Set minimum_instance_metadata_service_version = "2" in instance_metadata_service_configuration.`,
	Sources: []string{"https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InstanceMetadataServiceConfiguration.html"},
	Aliases: []string{"CKV_AWS_371"},
}, "does not require IMDSv2",
	demand.Row{
		Type: "aws_sagemaker_notebook_instance", Noun: "notebook",
		Path: "instance_metadata_service_configuration.minimum_instance_metadata_service_version", Want: demand.OneOf("2"),
	},
)

// NotebookAdminRole reports notebooks whose role is an administrator's.
var NotebookAdminRole = &merlon.Check{
	ID:       "aws-sagemaker-admin-role",
	Title:    "SageMaker notebook has an administrator's role",
	Severity: merlon.High,
	Targets:  []string{"aws_sagemaker_notebook_instance"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `Whoever may open the notebook, and every package that is loaded into it, acts with the role: it is the whole
account.`,
	Fix:     `Allow the role the buckets and SageMaker actions that the work needs.`,
	Sources: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html"},
	Aliases: []string{"CKV2_AWS_68"},
	Run: func(pass *merlon.Pass, notebook *merlon.Resource) {
		v := notebook.Attr("role_arn")
		for _, role := range v.Targets("aws_iam_role") {
			admin, by := roles.Administrator(pass, role)
			if f := pass.Require(admin.Not(), v, "notebook %q has role %q, an administrator's", notebook.Name, role.Name); f != nil {
				f.About(role).About(by...)
			}
		}
	},
}

// SageMakerCustomerKey reports what SageMaker stores without a key of the
// customer's own.
var SageMakerCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-sagemaker-customer-key",
	Title:    "SageMaker storage has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // SageMaker encrypts with keys of AWS; aws-data-confidential-key asks it of confidential data
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A key of one's own has a policy that says who may read models and data, and can be disabled.`,
	Fix:      `Name a key of yours: it can be chosen only when the resource is made.`,
	Sources:  []string{sourceSageMakerRest},
	Aliases:  []string{"CKV_AWS_22", "CKV_AWS_98", "CKV_AWS_187", "CKV_AWS_372", "AC_AWS_0499"},
}, "has no key of yours",
	demand.Row{Type: "aws_sagemaker_notebook_instance", Noun: "notebook", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_sagemaker_domain", Noun: "domain", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_sagemaker_endpoint_configuration", Noun: "endpoint configuration", Path: "kms_key_arn", Want: demand.CustomerKey},
	demand.Row{Type: "aws_sagemaker_flow_definition", Noun: "flow definition", Path: "output_config.kms_key_id", Want: demand.CustomerKey},
)

const qualityJob = "aws_sagemaker_data_quality_job_definition"

// QualityJobOutputKey reports data quality jobs whose results no key of the
// customer's own encrypts.
var QualityJobOutputKey = demand.Setting(merlon.Check{
	ID:       "aws-sagemaker-job-output-key",
	Title:    "SageMaker data quality job has no customer-managed key for its results",
	Severity: merlon.Low,
	OptIn:    true, // S3 encrypts them with a key of its own
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `Results tell about the data. A key of one's own has a policy that says who may read them.`,
	Fix:      `Set kms_key_id in data_quality_job_output_config.`,
	Sources:  []string{"https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringOutputConfig.html", sourceSageMakerRest},
	Aliases:  []string{"CKV_AWS_367"},
}, "has no key of yours for its results",
	demand.Row{Type: qualityJob, Noun: "job", Path: "data_quality_job_output_config.kms_key_id", Want: demand.CustomerKey},
)

// QualityJobVolumeKey reports data quality jobs whose volumes no key of the
// customer's own encrypts.
var QualityJobVolumeKey = demand.Setting(merlon.Check{
	ID:       "aws-sagemaker-job-volume-key",
	Title:    "SageMaker data quality job has no customer-managed key for its volumes",
	Severity: merlon.Low,
	OptIn:    true, // SageMaker encrypts them with a key of AWS
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `The volumes hold the data while the job runs. A key of one's own has a policy that says who may read them.`,
	Fix:      `Set volume_kms_key_id in cluster_config of job_resources.`,
	Sources:  []string{"https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringClusterConfig.html", sourceSageMakerRest},
	Aliases:  []string{"CKV_AWS_368"},
}, "has no key of yours for its volumes",
	demand.Row{Type: qualityJob, Noun: "job", Path: "job_resources.cluster_config.volume_kms_key_id", Want: demand.CustomerKey},
)

// QualityJobTraffic reports data quality jobs whose containers speak in clear.
var QualityJobTraffic = demand.Setting(merlon.Check{
	ID:       "aws-sagemaker-traffic-encryption",
	Title:    "SageMaker data quality job does not encrypt traffic between its containers",
	Severity: merlon.Low,
	OptIn:    true, // it makes jobs slower, and most run on one instance
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `A job on several instances sends the data from one to the other in clear.`,
	Fix:      `Set enable_inter_container_traffic_encryption = true in network_config.`,
	Sources:  []string{"https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringNetworkConfig.html", sourceSageMaker},
	Aliases:  []string{"CKV_AWS_369"},
}, "does not encrypt traffic between its containers",
	demand.Row{Type: qualityJob, Noun: "job", Path: "network_config.enable_inter_container_traffic_encryption", Want: demand.On},
)

// ModelIsolation reports models whose containers reach the network.
var ModelIsolation = demand.Setting(merlon.Check{
	ID:       "aws-sagemaker-network-isolation",
	Title:    "SageMaker model has no network isolation",
	Severity: merlon.Low,
	OptIn:    true, // many models fetch what they need when they start
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `A model's container, often somebody else's work, can send what it is asked, and the role's credentials, anywhere.`,
	Fix:      `Set enable_network_isolation = true.`,
	Sources:  []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html", sourceSageMaker},
	Aliases:  []string{"CKV_AWS_370"},
}, "has no network isolation",
	demand.Row{Type: "aws_sagemaker_model", Noun: "model", Path: "enable_network_isolation", Want: demand.On},
)
