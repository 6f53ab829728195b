package databases_test

import (
	"testing"

	"merlon/checks/aws/databases"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, databases.Family) }
