package ec2

import (
	"merlon"
	"merlon/internal/network"
)

const publicIPFix = `Launch it in a private subnet without a public address, behind a load balancer; let it out through a NAT gateway, and ` +
	`administer it with Session Manager.`

// SubnetPublicIP reports subnets whose instances get public addresses.
var SubnetPublicIP = &merlon.Check{
	ID:       "aws-ec2-subnet-public-ip",
	Title:    "Subnet gives public addresses to whatever is launched in it",
	Severity: merlon.Medium,
	Targets:  []string{"aws_subnet", "aws_default_subnet"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Whatever is launched in the subnet is on the internet, whether or not anybody thought of that.`,
	Fix:      `Set map_public_ip_on_launch to false and give public addresses where they are meant.`,
	Sources:  []string{securityHub("15")},
	Aliases:  []string{"CKV_AWS_130", "AVD-AWS-0164", "aws-ec2-no-public-ip-subnet", "aws-vpc-no-public-ip-subnet"},
	Run: func(pass *merlon.Pass, subnet *merlon.Resource) {
		v := subnet.Attr("map_public_ip_on_launch")
		holds := v.Truth().Not()
		if holds == merlon.False && network.PublicSubnet(pass.Estate, subnet) == merlon.False {
			pass.Reportf(v, "subnet %q gives out public IPs, which lead nowhere: it has no route to an internet gateway", subnet.Name).At(merlon.Low)
			return
		}
		pass.Require(holds, v, "subnet %q gives a public IP to whatever is launched in it", subnet.Name)
	},
}

// InstancePublicIP reports instances and launch templates with a public address.
var InstancePublicIP = &merlon.Check{
	ID:       "aws-ec2-instance-public-ip",
	Title:    "Instance has a public IP",
	Severity: merlon.Medium,
	Targets:  []string{"aws_instance", "aws_launch_template"},
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `An instance with a public address is one security group rule away from the internet, and its address tells attackers
where to knock.`,
	Fix:     publicIPFix,
	Sources: []string{securityHub("9"), securityHub("25")},
	Aliases: []string{"CKV_AWS_88"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkPublicIP(pass, r.Attr("associate_public_ip_address"), r)
		for v := range r.All("network_interfaces", "associate_public_ip_address") {
			checkPublicIP(pass, v, r)
		}
	},
}

// LaunchConfigPublicIP reports launch configurations that give public addresses.
var LaunchConfigPublicIP = &merlon.Check{
	ID:       "aws-ec2-launch-config-public-ip",
	Title:    "Launch configuration gives instances a public IP",
	Severity: merlon.Medium,
	Targets:  []string{"aws_launch_configuration"},
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Every instance that the group starts, however many, is one security group rule away from the internet.`,
	Fix:      publicIPFix,
	Sources:  []string{"https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-5"},
	Aliases:  []string{"CKV_AWS_389", "AVD-AWS-0009", "aws-autoscaling-no-public-ip", "aws-ec2-no-public-ip"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkPublicIP(pass, r.Attr("associate_public_ip_address"), r)
	},
}

func checkPublicIP(pass *merlon.Pass, v merlon.Value, r *merlon.Resource) {
	if v.IsSet() {
		pass.Require(v.Truth().Not(), v, "%s gets a public IP", r.Label())
	}
}
