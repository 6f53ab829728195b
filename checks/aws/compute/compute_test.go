package compute_test

import (
	"testing"

	"merlon/checks/aws/compute"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, compute.Family) }
