package edge_test

import (
	"testing"

	"merlon/checks/aws/edge"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, edge.Family) }
