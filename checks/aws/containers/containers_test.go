package containers_test

import (
	"testing"

	"merlon/checks/aws/containers"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, containers.Family) }
