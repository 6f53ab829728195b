package demand

import (
	"strings"

	"merlon"
)

// CustomerKey wants a KMS key of the customer's own: given, and not the key
// that AWS manages for a service.
func CustomerKey(v merlon.Value) merlon.Truth {
	text, known := v.Text()
	switch {
	case v.IsNull():
		return merlon.False
	case known:
		return merlon.TruthOf(text != "" && !isAWSManaged(text))
	}
	if !v.IsUnknown() {
		return Given(v)
	}
	lookedUp := merlon.Unknown
	for _, ref := range v.Refs() {
		switch {
		case ref.Target.Mode == merlon.Managed:
			return Given(v)
		case ref.Target.Type == "aws_kms_alias" || ref.Target.Type == "aws_kms_key":
			for _, name := range []string{"name", "key_id"} {
				if text, ok := ref.Target.Attr(name).Text(); ok && text != "" {
					lookedUp = merlon.TruthOf(!isAWSManaged(text))
				}
			}
		}
	}
	return lookedUp
}

// isAWSManaged reports whether an alias or ARN names a key that AWS manages,
// such as alias/aws/ebs, or one that AWS owns.
// https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
func isAWSManaged(text string) bool {
	return strings.HasPrefix(text, "alias/aws/") || strings.Contains(text, ":alias/aws/") ||
		strings.EqualFold(text, "AWS_OWNED_KMS_KEY") || strings.EqualFold(text, "AWS_OWNED_KEY")
}
