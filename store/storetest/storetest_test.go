package storetest

import (
	"testing"

	"polehub/hub"
)

func TestOracle(t *testing.T) {
	Test(t, func(testing.TB) hub.Store { return NewOracle() })
}
