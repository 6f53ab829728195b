package once

import (
	"testing"

	"merlon"
)

func TestForEstate(t *testing.T) {
	var resources []*merlon.Resource
	for _, root := range []string{"a", "b", "a"} {
		resources = append(resources, &merlon.Resource{
			Type: "aws_sqs_queue", Name: "q", Address: "aws_sqs_queue.q", Body: &merlon.Block{}, Origin: merlon.Origin{Root: root},
		})
	}
	estate := merlon.NewEstate(merlon.SourceCode, resources, nil)
	asked := 0
	count := ForEstate(func(e *merlon.Estate) int { asked++; return len(e.Resources()) }, "aws_sqs_queue")
	if got := [2]int{count.In(estate), count.In(estate)}; got != [2]int{3, 3} || asked != 1 {
		t.Errorf("got %v after %d questions, want 3 twice after one", got, asked)
	}
	if got := count.In(merlon.NewEstate(merlon.SourceCode, nil, nil)); got != 0 || asked != 1 {
		t.Errorf("got %d after %d questions for an empty estate", got, asked)
	}
	byRoot := ByRoot("aws_sqs_queue").In(estate)
	if len(byRoot["a"]) != 2 || len(byRoot["b"]) != 1 || len(byRoot["c"]) != 0 {
		t.Errorf("by root: %v", byRoot)
	}
}
