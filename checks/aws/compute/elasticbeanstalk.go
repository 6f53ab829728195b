package compute

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceBeanstalk        = "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticbeanstalk-controls.html"
	sourceBeanstalkOptions = "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html"
)

// An option is a setting of an environment, by its namespace and name.
type option struct{ namespace, name string }

// set says whether the option is as wanted, in the environment itself or in
// the configuration template that it is made from. The environment's own
// settings go first.
func (o option) set(environment *merlon.Resource, want demand.Want) merlon.Truth {
	own, stated := o.in(environment, want)
	if stated == merlon.True {
		return own
	}
	from := environment.Attr("template_name")
	templates := from.Targets("aws_elastic_beanstalk_configuration_template")
	for _, template := range templates {
		inherited, _ := o.in(template, want)
		own = own.Or(inherited)
	}
	if len(templates) == 0 && demand.Given(from) != merlon.False { // one that is not in the code
		own = own.Or(merlon.Unknown)
	}
	return own
}

// in reads the settings of one resource: whether the option is as wanted
// there, and whether it is there at all.
func (o option) in(r *merlon.Resource, want demand.Want) (holds, stated merlon.Truth) {
	is := func(s merlon.Value) merlon.Truth {
		return s.Attr("namespace").Is(o.namespace).And(s.Attr("name").Is(o.name))
	}
	list := r.Attr("setting")
	holds = demand.Some(list, func(s merlon.Value) merlon.Truth { return is(s).And(want(s.Attr("value"))) })
	return holds, demand.Some(list, is)
}

// BeanstalkEnhancedHealth reports environments with basic health reporting.
var BeanstalkEnhancedHealth = &merlon.Check{
	ID:       "aws-elasticbeanstalk-enhanced-health",
	Title:    "Elastic Beanstalk environment has no enhanced health reporting",
	Severity: merlon.Low,
	OptIn:    true, // about running a service well
	Targets:  []string{"aws_elastic_beanstalk_environment"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `Basic reporting looks at the load balancer only. The agent on the instances tells what is wrong with them, and managed updates need it.`,
	Fix:      `Add a setting of the namespace aws:elasticbeanstalk:healthreporting:system with name = "SystemType" and value = "enhanced".`,
	Sources:  []string{"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html", sourceBeanstalk},
	Aliases:  []string{"CKV_AWS_312"},
	Run: func(pass *merlon.Pass, environment *merlon.Resource) {
		o := option{"aws:elasticbeanstalk:healthreporting:system", "SystemType"}
		pass.Require(o.set(environment, demand.OneOf("enhanced")), environment, "environment %q has no enhanced health reporting", environment.Name)
	},
}

// BeanstalkManagedUpdates reports environments that nobody updates.
var BeanstalkManagedUpdates = &merlon.Check{
	ID:       "aws-elasticbeanstalk-managed-updates",
	Title:    "Elastic Beanstalk environment has no managed platform updates",
	Severity: merlon.Medium,
	OptIn:    true, // teams that deploy often move the platform on themselves
	Targets:  []string{"aws_elastic_beanstalk_environment"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	Why:      `The operating system, the web server and the language of the platform stay as they were on the first day, with every flaw found since.`,
	Fix: `Add settings of the namespace aws:elasticbeanstalk:managedactions: ManagedActionsEnabled = "true", ServiceRoleForManagedUpdates and a
PreferredStartTime; and an UpdateLevel in aws:elasticbeanstalk:managedactions:platformupdate.`,
	Sources: []string{"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html", sourceBeanstalk},
	Aliases: []string{"CKV_AWS_340"},
	Run: func(pass *merlon.Pass, environment *merlon.Resource) {
		o := option{"aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled"}
		pass.Require(o.set(environment, demand.On), environment, "environment %q has no managed platform updates", environment.Name)
	},
}

// BeanstalkSecrets reports credentials among the environment properties. It
// never shows them.
var BeanstalkSecrets = &merlon.Check{
	ID:       "aws-elasticbeanstalk-environment-secrets",
	Title:    "Elastic Beanstalk environment contains a secret",
	Severity: merlon.High,
	Targets:  []string{"aws_elastic_beanstalk_environment", "aws_elastic_beanstalk_configuration_template"},
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Everyone who may look at the environment's configuration reads its properties; they stand in code and state, and in the stack that
Beanstalk makes.`,
	Fix: `Revoke the credential. Keep it in Secrets Manager or Parameter Store, and name it in the namespace
aws:elasticbeanstalk:application:environmentsecrets.`,
	Sources: []string{"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html", sourceBeanstalkOptions},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		noun := "environment"
		if r.Type == "aws_elastic_beanstalk_configuration_template" {
			noun = "template"
		}
		for s := range r.Elements("setting") {
			if s.Attr("namespace").Is("aws:elasticbeanstalk:application:environment") != merlon.True {
				continue
			}
			demand.ReportVariable(pass, "property", s.Attr("name").String(), noun, s.Attr("value"))
		}
	},
}
