package roles

import (
	"strings"
	"testing"

	"merlon"
	"merlon/internal/checktest"
)

const around = `
variable "unknown" {}
locals {
  all = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
  few = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
}
resource "aws_iam_policy" "all" { policy = local.all }
resource "aws_iam_policy" "few" { policy = local.few }
data "aws_iam_policy" "admin" { name = "AdministratorAccess" }
data "aws_iam_policy" "billing" { arn = "arn:aws:iam::aws:policy/job-function/Billing" }
`

func TestAdministrator(t *testing.T) {
	const admin = `managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]`
	for _, c := range []struct {
		name string
		// in are arguments of the role, beside other resources.
		in, beside string
		want       merlon.Truth
		by         string // labels of the resources that give it
	}{
		{name: "nothing", want: merlon.False},
		{name: "inline", in: "inline_policy {\nname = \"x\"\npolicy = local.all\n}", want: merlon.True},
		{name: "inline, few", in: "inline_policy {\nname = \"x\"\npolicy = local.few\n}", want: merlon.False},
		{name: "inline, unknown", in: "inline_policy {\nname = \"x\"\npolicy = var.unknown\n}", want: merlon.Unknown},
		{name: "managed", in: admin, want: merlon.True},
		{name: "managed in China", in: `managed_policy_arns = ["arn:aws-cn:iam::aws:policy/AdministratorAccess"]`, want: merlon.True},
		{name: "managed, other", in: `managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]`, want: merlon.False},
		{name: "managed by the account, of the same name", in: `managed_policy_arns = ["arn:aws:iam::123456789012:policy/AdministratorAccess"]`, want: merlon.False},
		{name: "own policy", in: `managed_policy_arns = [aws_iam_policy.few.arn, aws_iam_policy.all.arn]`, want: merlon.True},
		{name: "beside", beside: "resource \"aws_iam_role_policy\" \"p\" {\nrole = aws_iam_role.r.id\npolicy = local.all\n}", want: merlon.True, by: "aws_iam_role_policy.p"},
		{name: "beside, by name", beside: "resource \"aws_iam_role_policy\" \"p\" {\nrole = \"r\"\npolicy = local.all\n}", want: merlon.True, by: "aws_iam_role_policy.p"},
		{name: "beside another", beside: "resource \"aws_iam_role_policy\" \"p\" {\nrole = \"other\"\npolicy = local.all\n}", want: merlon.False},
		{
			name: "attached", want: merlon.True, by: "aws_iam_role_policy_attachment.a",
			beside: "resource \"aws_iam_role_policy_attachment\" \"a\" {\nrole = aws_iam_role.r.name\npolicy_arn = aws_iam_policy.all.arn\n}",
		},
		{
			name: "attached, looked up", want: merlon.True, by: "aws_iam_role_policy_attachment.a",
			beside: "resource \"aws_iam_role_policy_attachment\" \"a\" {\nrole = aws_iam_role.r.name\npolicy_arn = data.aws_iam_policy.admin.arn\n}",
		},
		{
			name: "attached, looked up, other", want: merlon.False,
			beside: "resource \"aws_iam_role_policy_attachment\" \"a\" {\nrole = aws_iam_role.r.name\npolicy_arn = data.aws_iam_policy.billing.arn\n}",
		},
		{
			name: "attached, unknown", want: merlon.Unknown, by: "aws_iam_role_policy_attachment.a",
			beside: "resource \"aws_iam_role_policy_attachment\" \"a\" {\nrole = aws_iam_role.r.name\npolicy_arn = var.unknown\n}",
		},
		{
			name: "attached, perhaps", want: merlon.Unknown, by: "aws_iam_role_policy_attachment.a",
			beside: "resource \"aws_iam_role_policy_attachment\" \"a\" {\ncount = var.unknown\nrole = aws_iam_role.r.name\npolicy_arn = aws_iam_policy.all.arn\n}",
		},
		{
			name: "attached to several", want: merlon.True, by: "aws_iam_policy_attachment.a",
			beside: "resource \"aws_iam_policy_attachment\" \"a\" {\nname = \"a\"\nroles = [aws_iam_role.r.name]\npolicy_arn = aws_iam_policy.all.arn\n}",
		},
		{
			name: "attached exclusively", want: merlon.True, by: "aws_iam_role_policy_attachments_exclusive.a",
			beside: "resource \"aws_iam_role_policy_attachments_exclusive\" \"a\" {\nrole_name = aws_iam_role.r.name\npolicy_arns = [aws_iam_policy.all.arn]\n}",
		},
		{name: "bounded", in: admin + "\npermissions_boundary = aws_iam_policy.few.arn", want: merlon.False},
		{name: "bounded by AWS's policy", in: admin + "\npermissions_boundary = \"arn:aws:iam::aws:policy/PowerUserAccess\"", want: merlon.False},
		{name: "bounded by nothing", in: admin + "\npermissions_boundary = \"\"", want: merlon.True},
		{name: "bounded in name only", in: admin + "\npermissions_boundary = aws_iam_policy.all.arn", want: merlon.True},
		{name: "bounded from elsewhere", in: admin + "\npermissions_boundary = \"arn:aws:iam::123456789012:policy/boundary\"", want: merlon.Unknown},
		{name: "perhaps bounded", in: admin + "\npermissions_boundary = var.unknown", want: merlon.Unknown},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := checktest.Load(t, around+"resource \"aws_iam_role\" \"r\" {\nname = \"r\"\n"+c.in+"\n}\n"+c.beside)
			pass := merlon.NewPass(&merlon.Check{}, e, &merlon.Settings{}, nil)
			got, by := Administrator(pass, e.ByAddress("aws_iam_role.r"))
			var labels []string
			for _, r := range by {
				labels = append(labels, r.Label())
			}
			if got != c.want || strings.Join(labels, ", ") != c.by {
				t.Errorf("got %v by %v, want %v by %s", got, labels, c.want, c.by)
			}
		})
	}
}
