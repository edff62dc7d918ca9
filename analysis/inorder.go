package analysis

import (
	"sync"
	"sync/atomic"
)

// inOrder does the work of blocks 0, 1, 2 … on several workers and then merges the
// blocks in that order, one at a time, so that sums of floats do not depend on the
// number of workers. work and merge of one block run on the same worker.
func inOrder(blocks, workers int, work, merge func(worker, block int)) {
	if workers = min(workers, blocks); workers <= 1 {
		for b := range blocks {
			work(0, b)
			merge(0, b)
		}
		return
	}
	var (
		next  atomic.Int64
		mu    sync.Mutex
		turn  int
		moved = sync.NewCond(&mu)
		wait  sync.WaitGroup
	)
	for w := range workers {
		wait.Go(func() {
			for {
				b := int(next.Add(1)) - 1
				if b >= blocks {
					return
				}
				work(w, b)
				mu.Lock()
				for turn != b {
					moved.Wait()
				}
				merge(w, b)
				turn++
				mu.Unlock()
				moved.Broadcast()
			}
		})
	}
	wait.Wait()
}
