package analytics_test

import (
	"testing"

	"merlon/checks/aws/analytics"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, analytics.Family) }
