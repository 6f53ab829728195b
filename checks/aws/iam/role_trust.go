package iam

import (
	"slices"
	"strings"

	"merlon"
	"merlon/internal/iam"
)

// RoleTrustAnyPrincipal reports roles that anybody may assume.
var RoleTrustAnyPrincipal = &merlon.Check{
	ID:       "aws-iam-role-trust-any-principal",
	Title:    "IAM role can be assumed by any AWS principal",
	Severity: merlon.Critical,
	Targets:  []string{"aws_iam_role"},
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication | merlon.Authorization,
	Why: `A role that trusts the principal "*" can be assumed from every AWS account there is:
whoever guesses its name has its permissions. An external id is no secret and does not
help.`,
	Fix: `Trust the services, roles or accounts that need the role by name. For a whole
organisation add a condition on aws:PrincipalOrgID.`,
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
	},
	Aliases: []string{"CKV_AWS_60"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		inTrust(pass, r, func(p *iam.Policy, s *iam.Statement, at merlon.Value) {
			switch p.Public(s) {
			case merlon.True:
				f := pass.Reportf(at, "role %q can be assumed by any AWS principal", r.Name)
				if s.Constrained() == merlon.True {
					f.At(merlon.High)
				}
				relateTrust(f, at, func(s *iam.Statement) bool { return s.AllowsAnyPrincipal() == merlon.True })
			case merlon.Unknown:
				pass.Undecidedf(at, "who can assume role %q is not known before apply", r.Name)
			}
		})
	},
}

// RoleTrustAccountWide reports roles that a whole account may assume.
var RoleTrustAccountWide = &merlon.Check{
	ID:       "aws-iam-role-trust-account-wide",
	Title:    "IAM role can be assumed by a whole account",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  []string{"aws_iam_role"},
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `A role that trusts an account leaves the choice of who assumes it to that account: any
of its users and roles that may assume roles at all can.`,
	Fix: `Trust the roles that need this one by ARN, or add a condition on aws:PrincipalArn, on
a tag, on MFA, or for a third party on sts:ExternalId.`,
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
	},
	Aliases: []string{"CKV_AWS_61"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		wide := func(s *iam.Statement) bool {
			if s.Effect != iam.Allow || s.Principals.Not || picksCallers(s) {
				return false
			}
			return slices.ContainsFunc(s.Principals.AWS, iam.IsAccount)
		}
		inTrust(pass, r, func(_ *iam.Policy, s *iam.Statement, at merlon.Value) {
			if wide(s) {
				f := pass.Reportf(at, "role %q can be assumed by a whole account", r.Name)
				relateTrust(f, at, wide)
			}
		})
	},
}

// picksCallers reports whether conditions pick some of an account's
// principals.
func picksCallers(s *iam.Statement) bool {
	for _, c := range s.Conditions {
		if c.MetWithoutKey() || c.Idle() {
			continue
		}
		if c.HasKey("aws:PrincipalArn", "aws:PrincipalTag/", "aws:userid", "aws:username", "sts:ExternalId",
			"aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge", "aws:SourceIdentity", "aws:PrincipalIsAWSService") {
			return true
		}
	}
	return false
}

// inTrust goes through the statements of a role's trust policy.
func inTrust(pass *merlon.Pass, r *merlon.Resource, look func(*iam.Policy, *iam.Statement, merlon.Value)) {
	at := r.Attr("assume_role_policy")
	d := read(at)
	if d.policy == nil {
		if d.known == merlon.Unknown {
			pass.Undecided(at)
		}
		return
	}
	for i := range d.policy.Statements {
		look(d.policy, &d.policy.Statements[i], at)
	}
}

// relateTrust names the policy documents that hold such a statement.
func relateTrust(f *merlon.Finding, at merlon.Value, has func(*iam.Statement) bool) {
	document{at: at}.relate(f, func(p *iam.Policy) bool {
		for i := range p.Statements {
			if has(&p.Statements[i]) {
				return true
			}
		}
		return false
	})
}

// GitHubOIDC reports trust in GitHub Actions that no repository narrows.
var GitHubOIDC = &merlon.Check{
	ID:       "aws-iam-github-oidc",
	Title:    "IAM role trusts GitHub Actions of repositories nobody named",
	Severity: merlon.High,
	Targets:  []string{"aws_iam_role", documentType},
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication | merlon.Authorization,
	Why: `All of GitHub shares one identity provider. Without a condition that begins with the
repository's owner, or with one on a claim that the caller chooses (the name of a
workflow), a stranger's repository gets a token that the role accepts.`,
	Fix: `Compare token.actions.githubusercontent.com:sub with "repo:OWNER/REPOSITORY:..." by
StringEquals, or by StringLike with the star after the owner and a slash.`,
	Sources: []string{
		"https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html",
	},
	Aliases: []string{"CKV_AWS_358", "CKV_AWS_393"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		var d document
		if r.Mode == merlon.Data {
			if isConsumed(r) {
				return
			}
			d = computed(r)
		} else {
			d = read(r.Attr("assume_role_policy"))
		}
		if d.policy == nil {
			if d.known == merlon.Unknown {
				pass.Undecided(d.whole())
			}
			return
		}
		open := func(p *iam.Policy) bool {
			for i := range p.Statements {
				if opensToGitHub(&p.Statements[i]) == merlon.True {
					return true
				}
			}
			return false
		}
		for i := range d.policy.Statements {
			switch opensToGitHub(&d.policy.Statements[i]) {
			case merlon.True:
				f := pass.Reportf(d.place(i), "%s trusts GitHub Actions of repositories nobody named", r.Label())
				d.relate(f, open)
			case merlon.Unknown:
				pass.Undecidedf(d.place(i), "which repositories %s trusts is not known before apply", r.Label())
			}
		}
	},
}

const gitHubIssuer = "token.actions.githubusercontent.com"

// opensToGitHub asks whether a statement lets tokens of GitHub's provider in
// whose repository nobody named.
func opensToGitHub(s *iam.Statement) merlon.Truth {
	if s.Effect != iam.Allow || !trustsGitHub(s) {
		return merlon.False
	}
	t := merlon.True
	for _, c := range s.Conditions {
		t = t.And(pinsRepository(c).Not())
	}
	if s.OpenConditions {
		t = t.And(merlon.Unknown)
	}
	return t
}

// trustsGitHub reports whether a statement lets GitHub's tokens in: it names
// the provider, or one whose ARN is not known yet and a condition on GitHub's
// claims.
func trustsGitHub(s *iam.Statement) bool {
	unknown := false
	for _, f := range s.Principals.Federated {
		if strings.Contains(f, gitHubIssuer) {
			return true
		}
		unknown = unknown || merlon.HasPlaceholder(f)
	}
	return unknown && slices.ContainsFunc(s.Conditions, func(c iam.Condition) bool { return strings.HasPrefix(c.Key, gitHubIssuer) })
}

// pinsRepository asks whether a condition fixes whose repository the token is
// for: all its values begin with an owner.
func pinsRepository(c iam.Condition) merlon.Truth {
	issuer, claim, ok := strings.Cut(c.Key, ":")
	if !ok || c.MetWithoutKey() || !strings.HasPrefix(issuer, gitHubIssuer) || len(c.Values) == 0 {
		return merlon.False
	}
	var named func(string) merlon.Truth
	switch strings.ToLower(claim) {
	case "sub":
		named = namesOwner
	case "repository", "job_workflow_ref":
		named = func(v string) merlon.Truth { return namesOwner("repo:" + v) }
	case "repository_owner", "repository_owner_id", "repository_id":
		named = func(v string) merlon.Truth { return merlon.TruthOf(v != "" && !strings.ContainsAny(v, "*?")) }
	default:
		return merlon.False
	}
	t := merlon.True
	for _, v := range c.Values {
		t = t.And(named(v))
	}
	return t
}

// namesOwner asks whether a subject begins with a repository's owner: the
// claim "repo" comes first, and no wildcard stands before the slash.
func namesOwner(sub string) merlon.Truth {
	if strings.HasPrefix(sub, "⟦") && !strings.Contains(sub, "⟧:") {
		return merlon.Unknown
	}
	claim, rest, _ := strings.Cut(sub, ":")
	switch strings.ToLower(claim) {
	case "repo", "repository_owner", "repository":
	default:
		return merlon.False
	}
	end := "/"
	if claim == "repository_owner" {
		end = ":"
	}
	owner, _, ends := strings.Cut(rest, end)
	ends = ends || end == ":"
	wildcard, unknown := strings.IndexAny(owner, "*?"), strings.Index(owner, "⟦")
	switch {
	case unknown >= 0 && end == "/" && (wildcard > unknown || !ends):
		return merlon.Unknown // what is not known yet may hold the slash
	case owner == "" || wildcard >= 0 || !ends:
		return merlon.False
	}
	return merlon.True
}
