package serverless_test

import (
	"testing"

	"merlon/checks/aws/serverless"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, serverless.Family) }
