package cloudwatch_test

import (
	"testing"

	"merlon/checks/aws/cloudwatch"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, cloudwatch.Family) }
