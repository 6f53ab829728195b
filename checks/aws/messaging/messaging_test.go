package messaging_test

import (
	"testing"

	"merlon/checks/aws/messaging"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, messaging.Family) }
