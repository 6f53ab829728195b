package delivery_test

import (
	"testing"

	"merlon/checks/aws/delivery"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, delivery.Family) }
