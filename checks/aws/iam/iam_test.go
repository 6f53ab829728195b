package iam_test

import (
	"testing"

	"merlon/checks/aws/iam"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, iam.Family) }
