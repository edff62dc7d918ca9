package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"testing"
)

// client sends GraphQL documents over kept connections.
type client struct {
	http      *http.Client
	url       string
	anonymous bool // sends no token
}

func newClient(tb testing.TB, url string) *client {
	transport := &http.Transport{MaxIdleConnsPerHost: 16}
	tb.Cleanup(transport.CloseIdleConnections)
	return &client{http: &http.Client{Transport: transport}, url: url}
}

// ask sends a document and reads the whole answer; an answer with errors is an
// error.
func (c *client) ask(ctx context.Context, document string, variables map[string]any) ([]byte, error) {
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/graphql-response+json")
	if !c.anonymous {
		req.Header.Set("Authorization", "Bearer "+writeToken)
	}
	res, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	answer, err := io.ReadAll(res.Body)
	if err != nil {
		return nil, err
	}
	if res.StatusCode != http.StatusOK || bytes.Contains(answer, []byte(`"errors":`)) {
		return nil, fmt.Errorf("%s: %.500s", res.Status, answer)
	}
	return answer, nil
}

// data is the data of an answer, decoded.
func data(answer []byte) (any, error) {
	var decoded struct{ Data any }
	err := json.Unmarshal(answer, &decoded)
	return decoded.Data, err
}
