package cli

import "runtime/debug"

// What the collector may use. Syntax trees are large and short-lived, so it
// comes seldom while there is room, and as often as needed beyond what a small
// CI runner has.
const (
	collectAt   = 300       // per cent of what is live
	memoryLimit = 560 << 20 // bytes
)

func limitMemory() {
	debug.SetGCPercent(collectAt)
	debug.SetMemoryLimit(memoryLimit)
}
