package kms_test

import (
	"testing"

	"merlon/checks/aws/kms"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, kms.Family) }
