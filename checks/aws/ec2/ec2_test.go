package ec2_test

import (
	"testing"

	"merlon/checks/aws/ec2"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, ec2.Family) }
