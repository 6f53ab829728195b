//go:build e2e

package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// browserHosts are whom Chromium itself calls, whatever page it shows.
var browserHosts = []string{
	"accounts.google.com", "android.clients.google.com", "clients2.google.com", "content-autofill.googleapis.com",
	"mtalk.google.com", "optimizationguide-pa.googleapis.com", "redirector.gvt1.com", "safebrowsingohttpgateway.googleapis.com",
	"update.googleapis.com", "www.google.com",
}

// TestHTML opens the HTML report in a real browser: it draws, its script runs
// without an error, and it asks the network for nothing.
func TestHTML(t *testing.T) {
	chromium := program(t, "chromium", "chromium-browser", "google-chrome")
	dir := example(t)
	page := filepath.Join(dir, "report.html")
	run(t, dir, nil, merlon, []string{"scan", "-o", "html=" + page}, 1)
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}

	// The browser has no way out but this proxy, which has nothing but the report.
	const host = "report.test"
	var mu sync.Mutex
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host == host && r.URL.Path == "/" {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write(data)
			return
		}
		if name := r.URL.Hostname(); !slices.Contains(browserHosts, name) {
			mu.Lock()
			asked = append(asked, r.Method+" "+r.Host+r.URL.Path)
			mu.Unlock()
		}
		http.NotFound(w, r)
	}))
	defer proxy.Close()

	browse := func(args ...string) (stdout, stderr string) {
		t.Helper()
		args = append([]string{
			"--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
			"--disable-sync", "--no-first-run", "--user-data-dir=" + t.TempDir(), "--proxy-server=" + proxy.URL,
			"--enable-logging=stderr", "--virtual-time-budget=2000", "--timeout=20000", "--window-size=1200,900",
		}, args...)
		cmd := exec.CommandContext(t.Context(), chromium, append(args, "http://"+host+"/")...)
		cmd.WaitDelay = time.Minute
		var out, errs strings.Builder
		cmd.Stdout, cmd.Stderr = &out, &errs
		if err := cmd.Run(); err != nil {
			t.Fatalf("%s: %v\n%s", chromium, err, errs.String())
		}
		return out.String(), errs.String()
	}

	shot := filepath.Join(dir, "report.png")
	_, log := browse("--screenshot=" + shot)
	if info, err := os.Stat(shot); err != nil || info.Size() < 10_000 {
		t.Errorf("got screenshot %v, %v, want a picture", info, err)
	}
	dom, more := browse("--dump-dom")
	for _, line := range regexp.MustCompile(`(?m)^.*CONSOLE.*$`).FindAllString(log+more, -1) {
		t.Errorf("the browser's console says: %s", line)
	}
	for _, want := range []string{"aws-rds-wide-ingress", "tfvars:6</code>", "Content-Security-Policy", "default-src 'none'"} {
		if !strings.Contains(dom, want) {
			t.Errorf("got a page without %q", want)
		}
	}
	if strings.Contains(dom, "Tr0ub4dor") {
		t.Error("got a page with the database password")
	}
	mu.Lock()
	defer mu.Unlock()
	for _, request := range asked {
		t.Errorf("the page made the browser ask for %s", request)
	}
}
