package governance_test

import (
	"testing"

	"merlon/checks/aws/governance"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, governance.Family) }
