package storage_test

import (
	"testing"

	"merlon/checks/aws/storage"
	"merlon/internal/checktest"
)

func TestChecks(t *testing.T) { checktest.Run(t, storage.Family) }
