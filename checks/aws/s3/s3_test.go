package s3_test

import (
	"testing"

	"merlon/checks/aws/s3"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, s3.Family) }
