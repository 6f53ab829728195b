package secret

import "testing"

// TestDefinedSecret covers constants that a call defines.
func TestDefinedSecret(t *testing.T) {
	for text, want := range map[string]int{
		`define('DB_PASSWORD', 'Aa1234321Bb');`:         1,
		`setenv("API_TOKEN", "q8XkP2mN5v");`:            1,
		`define('DB_PASSWORD', '${var.password}');`:     0,
		`define('DB_PASSWORD', '<your password>');`:     0,
		`define('DB_SERVER', 'db.internal.example');`:   0,
		`define('PASSWORD_MIN_LENGTH_TEXT', 'eight!');`: 0,
	} {
		if got := len(Find(text)); got != want {
			t.Errorf("%s: got %d secrets, want %d", text, got, want)
		}
	}
}
