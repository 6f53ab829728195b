package data_test

import (
	"testing"

	"merlon/checks/aws/data"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, data.Family) }
