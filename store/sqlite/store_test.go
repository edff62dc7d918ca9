package sqlite

import (
	"testing"

	"go.uber.org/goleak"

	"polehub/hub"
	"polehub/store/storetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestContract(t *testing.T) {
	storetest.Test(t, func(t testing.TB) hub.Store { return openTemp(t) })
}
