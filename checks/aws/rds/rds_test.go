package rds_test

import (
	"testing"

	"merlon/checks/aws/rds"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, rds.Family) }
