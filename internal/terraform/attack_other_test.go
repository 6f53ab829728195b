//go:build !unix

package terraform_test

func pipeAttacks() []attack { return nil }
