package demand

import (
	"testing"

	"merlon"
	"merlon/internal/checktest"
)

func TestLetsWorldIn(t *testing.T) {
	e := checktest.Load(t, `
variable "unknown" {}
resource "aws_security_group" "open" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/1", "128.0.0.0/1"]
  }
}
resource "aws_security_group" "out" {
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_security_group" "beside" {}
resource "aws_vpc_security_group_ingress_rule" "beside" {
  security_group_id = aws_security_group.beside.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}
resource "aws_security_group" "inside" {}
resource "aws_security_group_rule" "inside" {
  security_group_id = aws_security_group.inside.id
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8"]
}
resource "aws_security_group" "unknown" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = var.unknown
  }
}
resource "aws_security_group" "perhaps" {}
resource "aws_vpc_security_group_ingress_rule" "perhaps" {
  count             = var.unknown
  security_group_id = aws_security_group.perhaps.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
`)
	pass := merlon.NewPass(&merlon.Check{}, e, &merlon.Settings{}, nil)
	for name, want := range map[string]merlon.Truth{
		"open": yes, "out": no, "beside": yes, "inside": no, "unknown": maybe, "perhaps": maybe,
	} {
		if got := LetsWorldIn(pass, e.ByAddress("aws_security_group."+name)); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}
