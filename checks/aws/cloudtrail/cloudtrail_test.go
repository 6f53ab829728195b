package cloudtrail_test

import (
	"testing"

	"merlon/checks/aws/cloudtrail"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, cloudtrail.Family) }
